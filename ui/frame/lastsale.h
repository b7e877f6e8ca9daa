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

Q_SIGNALS:
    void printAgain(const foyer::Order &order);
    void helpWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    std::optional<Order> m_order;
    ElidedLabel *m_text;
    QPushButton *m_print;
    QPushButton *m_help;
};

} // namespace foyer
