// FirstStep: one page of the first run. It keeps what was typed as long as the window lives, so going back loses nothing.
#pragma once

#include "ui/firstrun/answers.h"

#include <QtWidgets/QWidget>

QT_FORWARD_DECLARE_CLASS(QVBoxLayout)

namespace foyer {

class FirstStep : public QWidget
{
    Q_OBJECT

public:
    explicit FirstStep(QWidget *parent = nullptr);

    virtual QString title() const = 0;
    /// Puts what was typed into the answers. False: something cannot be used, and is said at its field.
    virtual bool take(FirstAnswers &answers) = 0;
    /// Puts the keyboard where one begins.
    virtual void begin() = 0;
    /// A step that has buttons of its own needs no Next.
    virtual bool hasNext() const { return true; }

Q_SIGNALS:
    /// As if Next had been pressed.
    void done();

protected:
    QVBoxLayout *column() { return m_column; }

private:
    QVBoxLayout *m_column;
};

} // namespace foyer
