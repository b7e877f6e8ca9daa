// Admission: what a scan at a door means, decided on plain values (DESIGN section 6).
#pragma once

#include "core/domain/sale.h"
#include "core/domain/scannedcode.h"

namespace foyer {

/// Which way somebody goes through the door.
enum class Passing { In, Out };

/// One passage of a ticket through a door.
struct Passage {
    AdmissionId id;
    TicketNumber ticket;
    EventId event;
    int number = 1; ///< of the ticket's passages: in and out by turns
    int generation = 1;
    TerminalId terminal;
    QString door; ///< the terminal's name
    Instant at;

    Passing passing() const { return number % 2 == 1 ? Passing::In : Passing::Out; }
};

/// A ticket as a door knows it.
struct DoorTicket {
    Ticket ticket;
    QString eventName;
    Instant startsAt;
    QString ticketTypeName;
    std::optional<SeatLabel> seatLabel;
    std::optional<Passage> latest;
};

enum class Admittance {
    Welcome,
    Goodbye,
    CountedAlready, ///< the same ticket at the same door a moment ago: no alarm
    AlreadyUsed,    ///< its holder is inside
    Refused
};

enum class RefusedFor {
    Nothing,
    Unreadable, ///< neither a code nor a number of a ticket
    Forged,     ///< nobody of this box office signed it
    Unknown,
    OtherEvent,
    PassedOn,   ///< the code is of an earlier generation
    Void,       ///< refunded or exchanged
    Revoked,
    NeedsCode,  ///< a number alone, at a door that knows tickets by their codes only
    NotInside,  ///< wants out, but never came in
};

/// Said beside a welcome; decides nothing, as the clock of a door may be wrong.
enum class DoorNote { Nothing, BeforeDoors, AfterEnd, OldData };

/// What a steward hears about one scan.
struct ScanVerdict {
    Admittance admittance = Admittance::Refused;
    RefusedFor refusedFor = RefusedFor::Nothing;
    DoorNote note = DoorNote::Nothing;
    bool isProven = false; ///< by a signed code, not by a number that anybody can type
    TicketNumber number;   ///< null when nothing could be read
    std::optional<DoorTicket> ticket; ///< known, and not forged
    std::optional<Passage> before;    ///< its latest passage before this scan

    bool isPassage() const { return admittance == Admittance::Welcome || admittance == Admittance::Goodbye; }
};

/// One scan at one door.
struct DoorCase {
    ScannedCode scanned;
    bool isSigned = false;       ///< by a terminal that this box office knows
    const DoorTicket *ticket = nullptr;
    EventId event;               ///< that the steward chose
    Instant doorsAt;
    Instant endsAt;
    Passing passing = Passing::In;
    TerminalId door;
    Instant now;
};

namespace admission {

/// A ticket that comes back to the same door within so long was held too long before the scanner.
inline constexpr Milliseconds CountedOnce{5'000};

ScanVerdict judge(const DoorCase &scan);
/// Nothing could be read.
ScanVerdict unreadable();

} // namespace admission

QString passingName(Passing passing);      ///< "entry": the stored form
QString admittanceName(Admittance verdict); ///< "welcome": for interfaces
QString refusedForName(RefusedFor reason);  ///< "passed_on"

} // namespace foyer
