#include "ui/sell/holds.h"

#include "ui/format.h"

#include <QtCore/QCoreApplication>

#include <map>

namespace foyer {
namespace {

QString reasonOf(const SeatClaim &claim, const QDateTime &eventStart)
{
    if (!claim.releaseAt)
        return claim.reason;
    const QDateTime until = QDateTime::fromMSecsSinceEpoch(claim.releaseAt->ms, eventStart.timeZone());
    return QCoreApplication::translate("Holds", "%1, until %2")
        .arg(claim.reason, until.date() == eventStart.date() ? formatTime(until.time()) : formatMoment(until));
}

} // namespace

Holds holdsOf(const std::vector<SeatClaim> &claims, const QHash<SeatId, int> &indexOf, const QDateTime &eventStart)
{
    std::map<QString, std::vector<int>> seats; // sorted, so that a reason keeps its colour while others come and go
    for (const SeatClaim &claim : claims) {
        const bool kept = claim.state == ClaimState::House || claim.state == ClaimState::Killed;
        if (const int seat = indexOf.value(claim.seat, -1); kept && seat >= 0)
            seats[reasonOf(claim, eventStart)].push_back(seat);
    }
    Holds holds;
    for (const auto &[reason, of] : seats) {
        for (const int seat : of)
            holds.ofSeat.insert(seat, quint16(holds.reasons.size()));
        holds.reasons.push_back({reason, QColor()});
    }
    return holds;
}

} // namespace foyer
