// Parking: carts that are set aside while somebody fetches a friend or their purse, and taken up again at any till.
#pragma once

#include "core/domain/sale.h"
#include "core/services/permission.h"

namespace foyer {

class Writer;

/// One entry of the list.
struct ParkedCart {
    Reservation reservation;
    QString label;        ///< what the cashier called it; may be empty
    QString staffName;    ///< who parked it
    QString terminalName; ///< where
    Instant parkedAt;
    Milliseconds left{0}; ///< by the database's clock; zero: its time is over and its places are free again
};

class Parking
{
public:
    static constexpr int MaxLabelLength = 60;
    static constexpr int MaxListed = 200;
    /// So long a cart whose time is over can still be brought back.
    static constexpr Milliseconds KeptAfterExpiry{12 * 60 * 60'000};

    explicit Parking(Writer &writer) : m_writer(writer) {}

    /// The reservation lives on with its own countdown. InvalidInput for an empty cart, PaymentUnresolved,
    /// ReservationExpired, ReservationEnded, NotFound.
    Result<void> park(const Actor &actor, ReservationId reservation, const QString &label);
    /// Of the whole house, oldest first.
    Result<std::vector<ParkedCart>> list();
    /// Takes it up at this till, for whoever is first: CartTaken for all others. One whose time is over is answered in
    /// the state `Expired`, with the lines it had, so that they can be reserved anew.
    Result<ParkedCart> recall(const Actor &actor, ReservationId reservation);
    /// Gives its places back for good. CartTaken.
    Result<void> discard(const Actor &actor, ReservationId reservation);

private:
    Writer &m_writer;
};

} // namespace foyer
