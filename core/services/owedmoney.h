// OwedMoney: what was taken for a sale that came to nothing, or taken twice, and what a bank then would not take back.
#pragma once

#include "core/services/checkout.h"

namespace foyer {

struct Owed {
    CheckoutState sale;
    Money amount;
    QString reason; ///< what the bank said
};

class OwedMoney
{
public:
    explicit OwedMoney(Writer &writer) : m_writer(writer) {}

    /// Of this terminal's refunds that did not work: the sales that still keep more than they are worth.
    Result<std::vector<Owed>> list();

    /// All that is owed of the sale: in cash, out of this terminal's drawer at once; or once more to the cards, as refunds in state
    /// `created` that CardPayments::sendRefunds() sends. SettlePayments is needed, and GiveCash for cash. InvalidInput when nothing
    /// is owed (any more), DrawerCounted.
    Result<CheckoutState> giveBack(const Actor &actor, ReservationId reservation, Tender how);

private:
    Writer &m_writer;
};

} // namespace foyer
