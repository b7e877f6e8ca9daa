// Refunds: tickets are taken back at the price that was paid for them, and the money goes back the way it came. What was paid
// for tickets that these were exchanged for counts, too.
#pragma once

#include "core/domain/refundplan.h"
#include "core/services/permission.h"

namespace foyer {

class Writer;

struct RefundWish {
    OrderId order;
    std::vector<TicketId> tickets;  ///< empty: all that can still be given back
    bool keepPlacesClosed = false;  ///< the places do not return to sale
    QString key;                    ///< the same key brings the first answer; empty: asked for once
    QString reason = {};            ///< in somebody's own words; may be empty
    AccountId credit = {};          ///< all of it goes into this wallet or onto this gift card; null: to the tenders used
};

/// What would be given back, and how.
struct RefundQuote {
    std::vector<OrderLine> lines;
    Money total;
    std::vector<refundplan::Part> parts;
};

/// What was given back. Cards are on their way: CardPayments::sendRefunds() sends them, by the reservations of `given`.
struct RefundMade {
    Order refund;
    Order sale;                 ///< as it stands now
    std::vector<Payment> given; ///< what goes back with it: also to payments of what it was exchanged from or for
};

class Refunds
{
public:
    explicit Refunds(Writer &writer) : m_writer(writer) {}

    /// AlreadyRefunded, NotFound.
    Result<RefundQuote> quote(OrderId order, const std::vector<TicketId> &tickets);

    /// Tickets become void, places free again (or a supervisor keeps them closed), the money is booked back: cash at once
    /// out of this terminal's drawer, cards as payments in state `created`. One transaction. Of two who ask at once one is
    /// answered AlreadyRefunded. AlreadyAdmitted unless the actor may undo that. PermissionDenied, NotFound, InvalidInput, KeyReused.
    Result<RefundMade> refund(const Actor &actor, const RefundWish &request);

    /// What a bank would not take back is given in cash after all. SettlePayments is needed: whoever does it has seen
    /// that the card cannot have it. InvalidInput when nothing is owed.
    Result<RefundMade> giveOwedInCash(const Actor &actor, OrderId order);

private:
    Writer &m_writer;
};

} // namespace foyer
