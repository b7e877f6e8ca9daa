// ExchangePlans: exchanges that money is taken for before they happen: by card, or in parts. The reservation knows from then on
// what the tickets count, and which exchange it waits for; whoever finds it paid finishes it, also after a crash.
#pragma once

#include "core/services/exchanges.h"

namespace foyer {

struct PlannedExchange {
    OrderId order;
    QString number; ///< of the order
    std::vector<TicketId> tickets;
    Money worth;        ///< counts towards the new places; below zero: is owed for the same ones
    PriceLevelId level; ///< of the same places; null: others were chosen
    QString levelName;
    QString key;
    StaffId by;
    Role role = Role::Cashier;             ///< of whoever planned it, today
    std::optional<Approval> approval = {}; ///< that it was planned with; holds until it is made
};

class ExchangePlans
{
public:
    ExchangePlans(Writer &writer, Exchanges &exchanges, Checkout &checkout) : m_writer(writer), m_exchanges(exchanges), m_checkout(checkout) {}

    /// Before the first payment that is not the last; the actor's approval is kept with it. Asked again nothing changes; another wish takes its place while no money is in,
    /// else KeyReused. What Exchanges::quote() says; ReservationExpired, ReservationEnded, CurrencyMismatch, PermissionDenied.
    Result<CheckoutState> plan(const Actor &actor, const ExchangeWish &wish);

    /// The same places at a higher price: makes a reservation that is good for nothing but the difference, which can be paid by any
    /// tender. What Exchanges::levels() says; InvalidInput when nothing is to be paid.
    Result<CheckoutState> planLevel(const Actor &actor, const LevelWish &wish);

    /// Nothing for a reservation that waits for no exchange.
    Result<std::optional<PlannedExchange>> find(ReservationId reservation);

    /// The exchange, with the rest of the money if some is still due; the approval it was planned with counts. What Exchanges::exchange() and changeLevel() say.
    Result<ExchangeMade> complete(const Actor &actor, ReservationId reservation, const std::optional<PayRequest> &payment = {}, AccountId credit = {});

    /// The tickets are gone: the reservation's places are paid in another way from now on. InvalidInput when it has none.
    Result<CheckoutState> forget(const Actor &actor, ReservationId reservation);

private:
    Writer &m_writer;
    Exchanges &m_exchanges;
    Checkout &m_checkout;
};

} // namespace foyer
