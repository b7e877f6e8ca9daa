// OrderQuestion: says what is about to happen to tickets, and waits for the verb: the one confirmation that refunds and
// revocations have.
#pragma once

#include "ui/pay/pressguard.h"

#include <QtWidgets/QWidget>

QT_FORWARD_DECLARE_CLASS(QCheckBox)
QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace foyer {

class OrderQuestion final : public QWidget
{
    Q_OBJECT

public:
    explicit OrderQuestion(Monotonic now, QWidget *parent = nullptr);

    struct Question {
        QString title;
        QString amount;   ///< the largest text; empty: none
        QString sentences;
        QString verb;     ///< on the button, with its object
        QString option;   ///< something that may be ticked; empty: nothing
        QString credit = {}; ///< another such thing: whose wallet gets the money
    };

    void ask(const Question &question);
    /// While it happens.
    void setBusy(bool busy);

Q_SIGNALS:
    void agreed(bool optionTicked, bool asCredit);
    void left();

private:
    QLabel *m_title;
    QLabel *m_amount;
    QLabel *m_sentences;
    QCheckBox *m_option;
    QCheckBox *m_credit;
    QPushButton *m_verb;
    QPushButton *m_back;
    PressGuard m_guard;
};

} // namespace foyer
