// FirstRun: the window of a machine's first start: its steps in order, back and on, until there is a box office to open.
#pragma once

#include "ui/firstrun/serverstep.h"

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QPushButton)
QT_FORWARD_DECLARE_CLASS(QStackedWidget)

namespace foyer {

class Banner;
class HomeStep;
class HouseStep;
class LanguageStep;
class AdministratorStep;
class Theme;

struct FirstRunOptions {
    QString path; ///< proposed for a file
    Instant now;
    Look look;
};

class FirstRun final : public QWidget
{
    Q_OBJECT

public:
    FirstRun(const Theme &theme, FirstRunOptions options, QWidget *parent = nullptr);

    /// What could not be made after all; every answer is still there.
    void showTrouble(const Error &error);

Q_SIGNALS:
    void languageChosen(const QString &code);
    /// Everything is answered. The window waits: it is hidden by whoever makes the box office, or told of trouble.
    void finished(const foyer::FirstAnswers &answers);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void goOn();
    void goBack();
    void showStep(FirstStep *step);
    FirstStep *after(const FirstStep *step) const;
    void finish();
    void retranslate();

    FirstAnswers m_answers;
    QLabel *m_title;
    QStackedWidget *m_stack;
    Banner *m_banner;
    QPushButton *m_back;
    QPushButton *m_next;
    LanguageStep *m_language;
    HomeStep *m_home;
    ServerStep *m_server;
    AdministratorStep *m_administrator;
    HouseStep *m_house;
    std::vector<FirstStep *> m_way; ///< the steps behind the present one
};

} // namespace foyer
