// LastSale: the line under every page: what was sold last, and where to find the keys.
#pragma once

#include "core/domain/sale.h"

#include <QtWidgets/QWidget>

QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace foyer {

class ElidedLabel;

class LastSale final : public QWidget
{
    Q_OBJECT

public:
    explicit LastSale(QWidget *parent = nullptr);

    void setOrder(const Order &order);
    void clear();
    /// Card payments without an answer: a button leads to them as long as there are any.
    void setOpenPayments(int count);

Q_SIGNALS:
    void printAgain(const foyer::Order &order);
    void wrongTender(const foyer::Order &order);
    void openPaymentsWanted();
    void helpWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    std::optional<Order> m_order;
    int m_openPayments = 0;
    ElidedLabel *m_text;
    QPushButton *m_print;
    QPushButton *m_wrong;
    QPushButton *m_open;
    QPushButton *m_help;
};

} // namespace foyer
