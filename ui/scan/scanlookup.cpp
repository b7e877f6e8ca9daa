#include "ui/scan/scanlookup.h"

#include "ui/backend/backend.h"

namespace foyer {
namespace {

/// Ticket numbers are shorter.
constexpr qsizetype ShortestCode = 31;

ScanAnswer answerTo(BoxOffice &office, const QByteArray &scanned)
{
    ScanAnswer answer;
    answer.scanned = scanned;
    const QString text = QString::fromLatin1(scanned).trimmed();
    answer.isCode = text.size() >= ShortestCode;
    const auto check = office.orders().check(text);
    const auto order = office.orders().findByNumber(check ? check->orderNumber : text);
    if (check)
        answer.ticket = *check;
    if (order)
        answer.order = *order;
    if (!check && !order) {
        const auto promo = office.discounts().check(text);
        if (promo)
            answer.promo = promo->code;
        if (promo || promo.error().code != ErrorCode::PromoUnknown) {
            if (!promo)
                answer.error = promo.error();
            return answer;
        }
    }
    // A code that is no ticket, and no order either, is told as what it looked like.
    if (!check && !order)
        answer.error = check.error().code == ErrorCode::InvalidInput && order.error().code != ErrorCode::NotFound ? order.error() : check.error();
    return answer;
}

} // namespace

bool ScanAnswer::isGood() const
{
    if (error || !ticket)
        return !error;
    return (!isCode || ticket->signatureValid) && ticket->generationCurrent && ticket->ticket.state == TicketState::Valid;
}

void ScanLookup::lookUp(const QByteArray &scanned)
{
    m_backend.run(this, [scanned](Desk &desk) -> Result<ScanAnswer> { return answerTo(desk.office, scanned); },
                  [this, scanned](const Result<ScanAnswer> &answer) {
        if (answer)
            return Q_EMIT found(*answer);
        ScanAnswer failed;
        failed.scanned = scanned;
        failed.error = answer.error();
        Q_EMIT found(failed);
    });
}

} // namespace foyer
