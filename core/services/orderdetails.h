// OrderDetails: one order with everything that became of it.
#pragma once

#include "core/domain/admission.h"
#include "core/domain/orderstatus.h"
#include "core/services/customers.h"
#include "core/services/orders.h"

#include <QtCore/QHash>

namespace foyer {

/// One thing that happened, with where the journal tells of it.
struct OrderStep {
    enum class What { Sold, Refunded, Corrected, Revoked, Reinstated, Given, Claimed, Reprinted, Exchanged, TakenFor, Comped, Admitted, LeftAgain };
    What what = What::Sold;
    Instant at;
    QString staff;    ///< empty: a program
    QString terminal;
    Money amount;     ///< of a sale, refund, exchange or correction
    QStringList about; ///< numbers of the order or tickets; the tender of a correction; the reason of a comp; Exchanged, TakenFor: the other order
    QString record;   ///< "A 17": chain and sequence
    QString reason = {}; ///< of a refund or revocation, in the words of whoever gave it; may be empty
    QString approver = {}; ///< who allowed it on the spot, when `staff` may not do it alone
};

struct OrderDetail {
    Order order; ///< the sale, exchange or comp; its payments include what went back
    OrderStatus status = OrderStatus::Paid;
    std::vector<Order> refunds; ///< oldest first
    std::vector<OrderDiscount> discounts; ///< what the sale was charged less, and by which codes
    Money refunded; ///< taken back in all
    Money owed;     ///< of it, what no payment takes to anybody
    std::optional<Customer> customer;
    OrderSeller seller;
    QHash<TicketId, QString> exchanged; ///< the number of the order whose tickets stand for it now
    QString exchangedOf;                ///< of an exchange: the number of the order whose tickets it stands for
    QHash<TicketId, int> reprints;
    QHash<TicketId, Passage> admitted;  ///< the latest passage of those that somebody came in with
    QHash<CustomerId, QString> holders; ///< names of those whom tickets were passed on to
    QHash<TicketId, QString> waiting;   ///< e-mails that tickets were passed on to, with which nobody is registered yet
    std::vector<OrderStep> history; ///< oldest first; what happened to several tickets at once is one step
};

class OrderDetails
{
public:
    explicit OrderDetails(Writer &writer) : m_writer(writer) {}

    /// A refund's id leads to the sale that it refers to. NotFound.
    Result<OrderDetail> of(OrderId order);

private:
    Writer &m_writer;
};

} // namespace foyer
