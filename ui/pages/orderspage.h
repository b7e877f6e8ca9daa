// OrdersPage: what was sold: finding it, looking at it, and giving it back.
#pragma once

#include "core/services/exchanges.h"
#include "core/services/refunds.h"
#include "ui/exchange/exchangeinhand.h"
#include "ui/pay/pressguard.h"
#include "ui/session.h"

#include <QtWidgets/QWidget>

#include <functional>

QT_FORWARD_DECLARE_CLASS(QStackedWidget)

namespace foyer {

class ApprovalPanel;
class Backend;
class Banner;
class CustomerPanel;
class LevelChoice;
class OrderList;
class OrderQuestion;
class OrderView;
class ReservationView;
class Theme;
struct Customer;
struct OrderDetail;

class OrdersPage final : public QWidget
{
    Q_OBJECT

public:
    OrdersPage(const Theme &theme, Backend &backend, Monotonic now, QWidget *parent = nullptr);

    /// The page is shown: what it lists is read again.
    void activate(const Session &session);
    /// What was scanned is looked for here.
    void find(const QString &text);
    void open(OrderId order);
    /// Whether what becomes of this sale is on the screen.
    bool shows(ReservationId sale) const;

Q_SIGNALS:
    void printWanted(const foyer::Order &order);
    /// New places are chosen on the sell page.
    void exchangeWanted(const foyer::ExchangeInHand &exchange);
    /// Another price: its difference is to be paid.
    void payWanted(const foyer::Reservation &difference);
    /// Cash goes out: the drawer is wanted.
    void cashMoved();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum Side { Nothing, Shown, Asked, Giving, Pricing, Reserved };

    QWidget *makeSides(const Theme &theme, Monotonic now);
    void addKeys();
    void present(const OrderDetail &detail);
    void reloadShown();
    void withLeave(const std::vector<TicketId> &tickets, std::function<void(const Actor &)> then);
    void askRefund();
    void askExchange();
    void askLevel();
    void changeLevel(const LevelOffer &level, bool asCredit);
    void sendLevel(const Actor &actor, const LevelOffer &level, bool asCredit);
    void payLevel(const Actor &actor);
    QString creditTo() const;
    void askRevoke();
    void askOwed();
    void refund(bool keepClosed, bool asCredit);
    void giveOwed();
    void give(const Customer &customer);
    void giveToEmail(const QString &email);
    void changeTickets(bool revoke, const std::vector<TicketId> &tickets);
    void onMade(const Result<RefundMade> &made);
    void fail(const Error &error);
    void done(const QString &sentence);
    void stepBack();

    Backend &m_backend;
    Session m_session;
    OrderId m_order; ///< shown, or about to be
    RefundWish m_request; ///< that is asked about
    std::function<void(bool ticked, bool asCredit)> m_verb; ///< what the question's answer does
    OrderList *m_list;
    Banner *m_banner;
    QStackedWidget *m_sides;
    OrderView *m_view;
    OrderQuestion *m_question;
    CustomerPanel *m_receivers;
    LevelChoice *m_levels;
    ApprovalPanel *m_approval;
    ReservationView *m_reserved;
    LevelWish m_levelWish; ///< that is asked about
};

} // namespace foyer
