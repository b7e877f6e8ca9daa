// SideColumn: the cart, and in its place for a moment the parked carts, the search for a customer, or the discounts.
#pragma once

#include "ui/sell/cart.h"
#include "ui/sell/cartpanel.h"
#include "ui/session.h"

#include <QtWidgets/QStackedWidget>

namespace foyer {

class ApprovalPanel;
class CompPanel;
class CustomerPanel;
class DiscountPanel;
class ParkedCarts;
class ParkedPanel;

class SideColumn final : public QStackedWidget
{
    Q_OBJECT

public:
    SideColumn(const Theme &theme, Backend &backend, Cart &cart, CountdownRing::Monotonic now, CartPanel::FindEvent findEvent, QWidget *parent = nullptr);

    CartPanel &cartPanel() { return *m_panel; }
    void begin(const Session &session);
    /// Back to the cart, as after a sale.
    void reset();

Q_SIGNALS:
    /// Something to say on the page; `action` and `body` belong together and may be empty.
    void said(const QString &sentence, const QString &action, const std::function<void()> &body);
    /// Whatever stood here is closed: the keyboard goes back to the places.
    void left();
    /// Tickets were given free of charge.
    void completed(const foyer::CheckoutState &state);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void connectCart();
    void addShortcuts();
    void parkOrList();
    void showParked();
    void showCustomer();
    void showDiscounts();
    void give(const GivenDiscount &given);
    ApprovalPanel &approval();
    void placeApproval();
    void showComp();
    void leave();
    void discard(const Reservation &parked);
    void name(ReservationId parked, const QString &label);
    void tellParked(const Reservation &parked);
    void followCustomer();

    Backend &m_backend;
    Cart &m_cart;
    Session m_session;
    Actor m_actor;
    ParkedCarts *m_parked;
    CartPanel *m_panel;
    ParkedPanel *m_list;
    CustomerPanel *m_customer;
    DiscountPanel *m_discounts;
    ApprovalPanel *m_approval = nullptr; ///< made when somebody is asked for the first time
    const Theme &m_theme;
    QWidget *m_page; ///< that the column is a part of
    CompPanel *m_comp;
    CustomerId m_shownCustomer;
    QString m_customerName;
};

} // namespace foyer
