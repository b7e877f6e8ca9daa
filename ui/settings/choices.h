// Choices: one of a few things, as a row or column of tall buttons of which one is down.
#pragma once

#include <QtWidgets/QWidget>

#include <functional>

QT_FORWARD_DECLARE_CLASS(QButtonGroup)

namespace foyer {

class Choices final : public QWidget
{
    Q_OBJECT

public:
    using Text = std::function<QString()>;

    explicit Choices(QWidget *parent = nullptr);

    /// The text is asked again when the language changes.
    void add(int id, Text text);
    void setChosen(int id);
    int chosen() const;

Q_SIGNALS:
    /// By the person, not by setChosen().
    void choiceMade(int id);

private:
    QButtonGroup *m_group;
};

} // namespace foyer
