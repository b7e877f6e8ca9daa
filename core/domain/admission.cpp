#include "core/domain/admission.h"

namespace foyer {

namespace {

bool isCountedAlready(const DoorCase &scan, const Passage &latest)
{
    return latest.terminal == scan.door && scan.now >= latest.at && scan.now - latest.at < admission::CountedOnce;
}

/// Why the ticket itself admits nobody.
RefusedFor objectionTo(const DoorCase &scan)
{
    const Ticket &ticket = scan.ticket->ticket;
    if (ticket.event != scan.event)
        return RefusedFor::OtherEvent;
    if (scan.passing == Passing::Out)
        return RefusedFor::Nothing; // whoever is inside may leave
    if (scan.scanned.code && scan.scanned.code->code.generation < ticket.generation)
        return RefusedFor::PassedOn;
    if (ticket.state == TicketState::Void)
        return RefusedFor::Void;
    return ticket.state == TicketState::Revoked ? RefusedFor::Revoked : RefusedFor::Nothing;
}

ScanVerdict refusedScan(ScanVerdict verdict, RefusedFor reason)
{
    verdict.admittance = Admittance::Refused;
    verdict.refusedFor = reason;
    return verdict;
}

} // namespace

ScanVerdict admission::unreadable()
{
    return refusedScan({}, RefusedFor::Unreadable);
}

ScanVerdict admission::judge(const DoorCase &scan)
{
    ScanVerdict verdict;
    verdict.number = scan.scanned.number;
    verdict.isProven = scan.scanned.code && scan.isSigned;
    if (scan.scanned.code && !scan.isSigned)
        return refusedScan(verdict, RefusedFor::Forged);
    if (!scan.ticket)
        return refusedScan(verdict, RefusedFor::Unknown);
    verdict.ticket = *scan.ticket;
    verdict.before = scan.ticket->latest;
    if (const RefusedFor reason = objectionTo(scan); reason != RefusedFor::Nothing)
        return refusedScan(verdict, reason);
    const auto &latest = scan.ticket->latest;
    const bool isInside = latest && latest->passing() == Passing::In;
    if (isInside == (scan.passing == Passing::In)) {
        if (latest && isCountedAlready(scan, *latest))
            verdict.admittance = Admittance::CountedAlready;
        else if (isInside)
            verdict.admittance = Admittance::AlreadyUsed;
        else
            return refusedScan(verdict, RefusedFor::NotInside);
        return verdict;
    }
    verdict.admittance = scan.passing == Passing::In ? Admittance::Welcome : Admittance::Goodbye;
    if (scan.passing == Passing::In)
        verdict.note = scan.now < scan.doorsAt ? DoorNote::BeforeDoors : scan.now >= scan.endsAt ? DoorNote::AfterEnd : DoorNote::Nothing;
    return verdict;
}

QString passingName(Passing passing)
{
    return passing == Passing::In ? QStringLiteral("entry") : QStringLiteral("exit");
}

QString admittanceName(Admittance verdict)
{
    switch (verdict) {
    case Admittance::Welcome:
        return QStringLiteral("welcome");
    case Admittance::Goodbye:
        return QStringLiteral("goodbye");
    case Admittance::CountedAlready:
        return QStringLiteral("counted_already");
    case Admittance::AlreadyUsed:
        return QStringLiteral("already_used");
    case Admittance::Refused:
        break;
    }
    return QStringLiteral("refused");
}

QString refusedForName(RefusedFor reason)
{
    switch (reason) {
    case RefusedFor::Nothing:
        break;
    case RefusedFor::Unreadable:
        return QStringLiteral("unreadable");
    case RefusedFor::Forged:
        return QStringLiteral("forged");
    case RefusedFor::Unknown:
        return QStringLiteral("unknown");
    case RefusedFor::OtherEvent:
        return QStringLiteral("other_event");
    case RefusedFor::PassedOn:
        return QStringLiteral("passed_on");
    case RefusedFor::Void:
        return QStringLiteral("void");
    case RefusedFor::Revoked:
        return QStringLiteral("revoked");
    case RefusedFor::NeedsCode:
        return QStringLiteral("needs_code");
    case RefusedFor::NotInside:
        return QStringLiteral("not_inside");
    }
    return {};
}

} // namespace foyer
