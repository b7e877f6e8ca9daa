// Refundplan: what tickets are worth when they are taken back, and which payments that goes back to.
#pragma once

#include "core/domain/sale.h"

#include <span>

namespace foyer::refundplan {

/// Money on its way back to the payment that it came with.
struct Part {
    PaymentId capture;
    Tender tender = Tender::Cash; ///< what the capture counts as
    Money amount;
    bool isByHand = false; ///< somebody gives it back on the card machine
};

/// The lines of a sale that can still be given back: those of tickets that are not void. All, or those of `tickets`;
/// AlreadyRefunded when one of them is void or nothing is left, NotFound for a ticket of another order.
Result<std::vector<OrderLine>> chosen(const Order &sale, std::span<const TicketId> tickets);

/// What was paid for the lines, discount, fees and tax as they were shared out to them.
Money worth(std::span<const OrderLine> lines, Currency currency);

/// The payments that `amount` goes back to: cards first, so that no drawer pays for what a bank has taken; then what is stored
/// in wallets and gift cards; then cash. Of one rank the earlier payment first. None beyond what is left of it. MoreThanDue when they do not suffice.
/// The one place that knows the order of tenders.
Result<std::vector<Part>> share(std::span<const Payment> payments, Money amount);

/// Whether a drawer has to be open for it.
bool givesCash(std::span<const Part> parts);

/// What is left of a capture, counting refunds on their way as gone.
Money left(const Payment &capture, std::span<const Payment> payments);

/// What these payments have brought in and keep beyond `worth`, what the tickets left of them were charged: taken back, but on its way to
/// nobody, because a bank would not take it.
Money owed(std::span<const Payment> payments, Money worth);

/// The sale's line the other way, for a refund; ids are the caller's.
OrderLine mirrored(const OrderLine &line, OrderLineId id);

} // namespace foyer::refundplan
