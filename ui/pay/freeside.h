// FreeSide: places that cost nothing, or not more than the tickets that are exchanged for them, need one press and no money.
#pragma once

#include "ui/exchange/exchangeinhand.h"

#include <QtWidgets/QWidget>

#include <optional>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace foyer {

class FreeSide final : public QWidget
{
    Q_OBJECT

public:
    explicit FreeSide(QWidget *parent = nullptr);

    QPushButton &complete() { return *m_complete; }
    /// Of an exchange it says what counts, and the button what is given back.
    void setExchange(const std::optional<ExchangeInHand> &exchange, Money due);

Q_SIGNALS:
    void completed();
    /// What goes back goes into the wallet of the order's customer.
    void credited();

private:
    void tell();

    QLabel *m_words;
    std::optional<ExchangeInHand> m_exchange;
    Money m_due;
    QPushButton *m_complete;
    QPushButton *m_credit;
};

} // namespace foyer
