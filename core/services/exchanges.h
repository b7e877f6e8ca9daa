// Exchanges: tickets are taken back at what was paid for them, which counts towards other places at today's price; the
// difference is paid or given back. One transaction, or nothing.
//
// The new places come from a live reservation, so nobody else can take them meanwhile. Cash, wallets and gift cards may be
// paid within exchange() itself. What a card pays is money in first, as in any split tender: Checkout::pay takes it for the
// reservation, which is `paying` from then on, and exchange() is the last tender: see ExchangePlans, which keep what is to
// happen. If the tickets are gone by then, the reservation stays as it is: the rest is paid in another way, or it is abandoned
// and the money given back.
#pragma once

#include "core/services/refunds.h"
#include "core/services/checkout.h"

namespace foyer {

class Writer;

struct ExchangeWish {
    OrderId order;
    std::vector<TicketId> tickets;     ///< of that order; empty: all that are left
    ReservationId reservation;         ///< the new places
    std::optional<PayRequest> payment; ///< exactly what is still due; no card
    QString key;                       ///< the same key brings the first answer; empty: asked for once
    AccountId credit = {};             ///< what goes back goes into this wallet or onto this gift card; null: to the tenders used
};

/// What tickets count towards others. Nothing is given back before there are others.
struct ExchangeQuote {
    OrderId order;
    QString number; ///< of the order
    std::vector<OrderLine> lines;
    Money worth;
};

struct ExchangeMade {
    CheckoutState state;        ///< of the new places, with their order
    Order refund;               ///< of the tickets before
    std::vector<Payment> given; ///< what goes back; cards are on their way: CardPayments::sendRefunds() sends them
};

/// The same places at another price level of their ticket type.
struct LevelWish {
    OrderId order;
    std::vector<TicketId> tickets;     ///< of that order and of one type; empty: all that are left
    PriceLevelId level;
    std::optional<PayRequest> payment; ///< exactly the difference, of no reservation yet; cash, wallet or gift card
    QString key;                       ///< as in ExchangeWish
    AccountId credit = {};             ///< as in ExchangeWish
    ReservationId reservation = {};    ///< for which money was taken already; null: made on the spot
};

/// What these tickets would cost at another level today.
struct LevelOffer {
    PriceLevelId level;
    QString name;
    Money total; ///< with fees
    Money worth; ///< what the tickets count towards it

    Money difference() const { return total - worth; } ///< below zero: it goes back
};

class Exchanges
{
public:
    explicit Exchanges(Writer &writer) : m_writer(writer) {}

    /// AlreadyRefunded, NotFound, InvalidInput: for a refund, a comp, a revoked ticket.
    Result<ExchangeQuote> quote(OrderId order, const std::vector<TicketId> &tickets);

    /// The tickets become void and their places free; the new ones are sold with an order of kind `exchange`. More than they
    /// cost goes back to the tenders used, in the refund's order. Of two who ask at once, for a refund or an exchange, one is
    /// answered AlreadyRefunded. AlreadyAdmitted unless the actor may undo that. What quote() and Checkout::pay() say; CurrencyMismatch, PermissionDenied, KeyReused.
    Result<ExchangeMade> exchange(const Actor &actor, const ExchangeWish &wish);

    /// Every other level that the tickets could have been bought at. InvalidInput for tickets of several types; as quote().
    Result<std::vector<LevelOffer>> levels(OrderId order, const std::vector<TicketId> &tickets);
    /// The places stay, with new tickets: at no moment could somebody else have taken them. NotFound for a level of another type, NotOnSale,
    /// and what exchange() says.
    Result<ExchangeMade> changeLevel(const Actor &actor, const LevelWish &wish);

    /// What exchange() answered when it was asked under this key for tickets of this order; for whoever has no cart before that.
    /// Nothing for an empty key. KeyReused.
    Result<std::optional<ExchangeMade>> earlier(OrderId order, const QString &key);

private:
    Writer &m_writer;
};

} // namespace foyer
