// StartWindow: what is seen until the box office is open: that it is on its way, or why it cannot be opened.
#pragma once

#include <QtWidgets/QWidget>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QProgressBar)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace foyer {

class StartWindow final : public QWidget
{
    Q_OBJECT

public:
    explicit StartWindow(QWidget *parent = nullptr);

    /// `percent` below 0: nobody knows how long it takes.
    void showBusy(const QString &sentence, int percent = -1);
    /// What happened, and the button for what can be done now.
    void showTrouble(const QString &sentence, const QString &action);

Q_SIGNALS:
    void actionTriggered();
    void quitChosen();

private:
    QLabel *m_title;
    QLabel *m_sentence;
    QProgressBar *m_progress;
    QPushButton *m_action;
    QPushButton *m_quit;
};

} // namespace foyer
