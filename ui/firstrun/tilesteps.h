// The steps that are a choice between tall buttons: the language, and where the box office lives.
#pragma once

#include "ui/firstrun/firststep.h"

#include <functional>

QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace foyer {

class Field;

class LanguageStep final : public FirstStep
{
    Q_OBJECT

public:
    explicit LanguageStep(QWidget *parent = nullptr);

    QString title() const override;
    bool take(FirstAnswers &) override { return true; }
    void begin() override;
    bool hasNext() const override { return false; }

Q_SIGNALS:
    void languageChosen(const QString &code);

private:
    QPushButton *m_first = nullptr;
};

class HomeStep final : public FirstStep
{
    Q_OBJECT

public:
    /// `path`: the file that is proposed.
    explicit HomeStep(const QString &path, QWidget *parent = nullptr);

    QString title() const override;
    bool take(FirstAnswers &answers) override;
    void begin() override;
    bool hasNext() const override { return false; }

private:
    void addTile(Home home, const char *name, std::function<QString()> text);
    void browse();

    Home m_home = Home::File;
    QLineEdit *m_path;
    Field *m_pathField;
    QPushButton *m_first = nullptr;
};

} // namespace foyer
