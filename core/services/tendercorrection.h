// TenderCorrection: a sale was paid in cash and written down as a card, or the other way round. The payment stays as it is;
// a correction says what it counts as, and two transfers move its amount: minus where it was booked, plus where it belongs.
#pragma once

#include "core/domain/sale.h"
#include "core/services/permission.h"

namespace foyer {

class Writer;

struct CorrectionRequest {
    OrderId order;
    PaymentId payment;
    Tender tender = Tender::Cash; ///< what it really was
    QString receipt;              ///< the card machine's; for cards only, and needed there
};

class TenderCorrection
{
public:
    explicit TenderCorrection(Writer &writer) : m_writer(writer) {}

    /// Whoever sold it may, on the till that took the money, for a day; later and for others CorrectTenders is needed.
    /// Money of a closed shift stays as its Z says: ShiftClosed.
    /// A card that a bank has charged by itself is no mistake of writing: InvalidInput. NotFound, PermissionDenied.
    /// Correcting to what it already counts as changes nothing.
    Result<Order> correct(const Actor &actor, const CorrectionRequest &request);

private:
    Writer &m_writer;
};

} // namespace foyer
