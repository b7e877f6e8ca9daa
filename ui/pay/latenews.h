// lateNews: what a gateway's late answer means for a sale that nobody looks at any more, in one sentence.
#pragma once

#include "core/services/checkout.h"

namespace foyer {

/// Empty when there is nothing to tell.
QString lateNews(const CheckoutState &state);
/// Nobody has to do anything about it.
bool isGoodNews(const CheckoutState &state);

} // namespace foyer
