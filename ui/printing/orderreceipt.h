// OrderReceipt: what stands on the receipt of an order, read from the box office.
#pragma once

#include "core/services/checkout.h"
#include "ui/printing/printedreceipt.h"

namespace foyer {

struct Desk;

namespace printing {

/// Equal tickets are one line; taxes by rate. A verb: runs on the database thread.
Result<PrintedReceipt> printedReceipt(Desk &desk, const Order &order, const std::vector<Payment> &payments, bool reprint = false);

} // namespace printing
} // namespace foyer
