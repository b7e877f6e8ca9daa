// Comps: tickets given free of charge by the house: an order with no money, with a reason and whoever issued it.
#pragma once

#include "core/services/checkout.h"

namespace foyer {

class Writer;

struct CompWish {
    ReservationId reservation; ///< the places; no money may be in
    QString reason;            ///< required; free text, which never enters the journal
};

class Comps
{
public:
    static constexpr int LongestReason = 200;

    explicit Comps(Writer &writer) : m_writer(writer) {}

    /// The tickets are like any others, but cost nothing: giving one back moves no money. A completed comp is answered
    /// again. PermissionDenied, InvalidInput, PaymentUnresolved while money is in, ReservationExpired, ReservationEnded, NotFound.
    Result<CheckoutState> give(const Actor &actor, const CompWish &wish);

private:
    Writer &m_writer;
};

} // namespace foyer
