// OrderList: finding an order by typing, and what was found.
#pragma once

#include "core/services/ordersearch.h"

#include <QtWidgets/QWidget>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QListWidget)

namespace foyer {

class Backend;
class Theme;

class OrderList final : public QWidget
{
    Q_OBJECT

public:
    OrderList(const Theme &theme, Backend &backend, QWidget *parent = nullptr);

    /// Looks for this, and opens the order when it is the only one: for what was scanned.
    void find(const QString &text);
    /// Asks again what is asked.
    void reload();
    void focusSearch();
    /// True when there was something to clear.
    bool clearSearch();

Q_SIGNALS:
    void orderChosen(foyer::OrderId order);
    void reservationChosen(const foyer::ReservationHit &hit);
    void failed(const QString &sentence);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search(bool openOnly);
    void showHits(OrdersFound found);
    int rows() const { return int(m_found.orders.size() + m_found.reservations.size()); }
    void choose(int row);
    void retranslate();

    Backend &m_backend;
    QLineEdit *m_search;
    QListWidget *m_list;
    QLabel *m_nothing;
    OrdersFound m_found;
    int m_asked = 0; ///< answers to earlier words are dropped
};

} // namespace foyer
