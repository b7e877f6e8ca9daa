// Discounts: what is taken off a cart: promo codes that are entered into it, and discounts that somebody gives by hand.
//
// A code takes a use when it is entered, before or after the tickets that it is for, and the cart keeps it until it ends, whatever
// happens to the code meanwhile. The use goes back when the cart expires, is released or abandoned, loses its last ticket, or is paid
// without the code having taken anything off. An order that was charged with a code has used it for good, also when its tickets are
// taken back, one by one or all of them: a use that came back could be had again and again by buying and giving back. Whoever deserves
// another one gets another code.
#pragma once

#include "core/domain/sale.h"
#include "core/services/permission.h"

namespace foyer {

class Inventory;
class Writer;

/// What somebody gives by hand.
struct GivenDiscount {
    ReservationId reservation;
    ReservationLineId line; ///< null: the whole cart
    DiscountKind kind = DiscountKind::Percent;
    qint64 value = 0; ///< as in PromoTerms
    QString reason;
};

class Discounts
{
public:
    static constexpr int MaxReasonLength = 200;
    /// Of one cart.
    static constexpr int MaxEntries = 20;

    /// `inventory`: sweeps carts whose time is over before a code is refused as used up.
    Discounts(Writer &writer, Inventory &inventory) : m_writer(writer), m_inventory(inventory) {}

    /// As it would be entered into an empty cart now: for a till that waits with it until the first ticket.
    /// PromoUnknown, PromoNotYet, PromoOver, PromoUsedUp.
    Result<PromoCode> check(const QString &code);
    /// Entered twice, it counts once. As check(), and PromoNotForThese for a cart with tickets none of which it is for, PromoAlone when
    /// other codes of the cart take off as much, PromoNeedsCustomer, PromoCustomerUsedUp, CurrencyMismatch, LimitExceeded, and what
    /// keeps a cart from being changed. The cart stays as it is then.
    Result<Reservation> enter(const Actor &actor, ReservationId reservation, const QString &code);
    /// PermissionDenied without the right or an approval; InvalidInput for no reason, no value, more than all.
    Result<Reservation> give(const Actor &actor, const GivenDiscount &given);
    Result<Reservation> takeOff(const Actor &actor, ReservationId reservation, DiscountId discount);

private:
    Result<Reservation> tryToEnter(const Actor &actor, ReservationId reservation, const QString &code);
    bool sweptFor(const QString &code);

    Writer &m_writer;
    Inventory &m_inventory;
};

} // namespace foyer
