// What orders, tickets and refunds are called on the screen.
#pragma once

#include "core/services/orderdetails.h"
#include "core/services/ordersearch.h"
#include "core/services/exchanges.h"
#include "core/services/refunds.h"
#include "ui/theme/stylesheet.h"

namespace foyer {

QString statusText(OrderStatus status);
Tone statusTone(OrderStatus status);

/// Two lines: number, total and how many tickets are left; what for, for whom and when.
QString hitText(const OrderHit &hit);
/// "Sold Fri 20 Nov 19:22 by Anna, Till 1"
QString soldByText(const OrderDetail &detail);
/// "valid", "refunded", "revoked"; how often it was printed again, and whose it is now.
QString ticketText(const OrderDetail &detail, const OrderLine &line);
/// "Fri 20 Nov 19:22   Refunded 47.50 (A-10490)   Anna, Till 1   record A 17"
QString stepText(const OrderStep &step);

/// What is to be taken or given after tickets got another price.
QString levelChangedText(const ExchangeMade &made, Money difference);
/// What goes back with one tender, and how it gets there.
QString partText(Tender tender, Money amount, bool byHand);
/// Who gets what back, in a few lines: by tender, and which holders lose their tickets.
QString givenBackText(const OrderDetail &detail, const RefundQuote &quote);
/// What was given back, and what hands still have to do about it.
QString refundMadeText(const RefundMade &made);

} // namespace foyer
