// Charges: what an order's lines owe beyond their prices. Fees of a whole order are shared out to the minor unit, so that
// every ticket can be given back at exactly what was paid for it.
#pragma once

#include "core/domain/sale.h"

namespace foyer::charges {

/// Spreads the fees of the reservation's events over the lines of their tickets and sets the tax of every line.
void spread(std::vector<OrderLine> &lines, const Reservation &reservation);

/// What the house earns by the line's fee: the fee without the tax in it. The rest of the line's net is the event's.
Money netFee(const OrderLine &line);

/// One tax rate of an order.
struct TaxSum {
    int rateBasisPoints = 0;
    Money gross;
    Money tax; ///< contained in gross; the sum of the lines' taxes, as charged
};

/// By rate, the lowest first.
std::vector<TaxSum> taxes(const Order &order);

} // namespace foyer::charges
