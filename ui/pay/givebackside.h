// GiveBackSide: what goes back to the customer of a sale that was given up: cash over the counter, cards by themselves or
// on the card machine.
#pragma once

#include "core/services/checkout.h"

#include <QtWidgets/QWidget>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace foyer {

class GiveBackSide final : public QWidget
{
    Q_OBJECT

public:
    explicit GiveBackSide(QWidget *parent = nullptr);

    void setState(const CheckoutState &state);
    QPushButton *nextButton() { return m_next; }

Q_SIGNALS:
    void next();
    void refundWanted(const foyer::Payment &refund);

private:
    QLabel *m_words;
    QLabel *m_cash;
    QLabel *m_detail;
    QPushButton *m_refund;
    QPushButton *m_next;
    std::optional<Payment> m_open; ///< to be given back on the card machine
};

} // namespace foyer
