// Section: how a part of the settings is laid out: a label, what is chosen, a sentence about it.
#pragma once

#include <QtWidgets/QWidget>

#include <functional>

QT_FORWARD_DECLARE_CLASS(QCheckBox)
QT_FORWARD_DECLARE_CLASS(QHBoxLayout)
QT_FORWARD_DECLARE_CLASS(QPushButton)
QT_FORWARD_DECLARE_CLASS(QVBoxLayout)

namespace foyer {

/// Texts are functions, asked again when the language changes.
class Section : public QWidget
{
    Q_OBJECT

public:
    using Text = std::function<QString()>;

    explicit Section(QWidget *parent = nullptr);

protected:
    void addHeading(Text text);
    void addNote(Text text);
    void addWidget(QWidget *widget);
    QCheckBox *addSwitch(Text text);
    /// Buttons side by side, as wide as their words.
    QPushButton *addButton(Text text, bool onANewLine = true);
    /// After the last: everything stands at the top.
    void finish();

private:
    QVBoxLayout *m_layout;
    QHBoxLayout *m_line = nullptr;
};

} // namespace foyer
