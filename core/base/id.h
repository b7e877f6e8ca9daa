// Typed identifiers: a TicketId cannot be passed where an OrderId is wanted.
#pragma once

#include <QtCore/QHashFunctions>
#include <QtCore/QLatin1StringView>
#include <QtCore/QUuid>

#include <array>
#include <compare>
#include <optional>

namespace foyer {

class Clock;
class Random;

/// A UUID's 36 characters without an allocation: bodies and batches hold them by the thousand.
class UuidText
{
public:
    explicit UuidText(const QUuid &uuid);
    QLatin1StringView view() const { return {m_text.data(), qsizetype(m_text.size())}; }

private:
    std::array<char, 36> m_text;
};

/// A UUID that says what it names. Null by default.
template <typename Tag>
class Id
{
public:
    Id() = default;
    explicit Id(const QUuid &uuid) : m_uuid(uuid) {}

    /// Empty when the text is not a UUID, with or without braces.
    static std::optional<Id> fromString(QStringView text)
    {
        const QUuid uuid = QUuid::fromString(text);
        return uuid.isNull() ? std::nullopt : std::optional<Id>(Id(uuid));
    }

    const QUuid &uuid() const { return m_uuid; }
    bool isNull() const { return m_uuid.isNull(); }
    QString toString() const { return m_uuid.toString(QUuid::WithoutBraces); }

    bool operator==(const Id &other) const { return m_uuid == other.m_uuid; }
    bool operator<(const Id &other) const { return m_uuid < other.m_uuid; }
    friend size_t qHash(const Id &id, size_t seed = 0) { return qHash(id.m_uuid, seed); }

private:
    QUuid m_uuid;
};

using VenueId = Id<struct VenueTag>;
using PlanId = Id<struct PlanTag>;
using SeatId = Id<struct SeatTag>;
using EventId = Id<struct EventTag>;
using TicketTypeId = Id<struct TicketTypeTag>;
using PriceLevelId = Id<struct PriceLevelTag>;
using AllotmentId = Id<struct AllotmentTag>;
using MoveId = Id<struct MoveTag>;
using ReservationId = Id<struct ReservationTag>;
using ReservationLineId = Id<struct ReservationLineTag>;
using OrderId = Id<struct OrderTag>;
using OrderLineId = Id<struct OrderLineTag>;
using TicketId = Id<struct TicketTag>;
using PaymentId = Id<struct PaymentTag>;
using AccountId = Id<struct AccountTag>;
using TransferId = Id<struct TransferTag>;
using DepositId = Id<struct DepositTag>;
using CorrectionId = Id<struct CorrectionTag>;
using GiftCardId = Id<struct GiftCardTag>;
using TicketChangeId = Id<struct TicketChangeTag>;
using AdmissionId = Id<struct AdmissionTag>;
using StaffId = Id<struct StaffTag>;
using TerminalId = Id<struct TerminalTag>;
using ShiftId = Id<struct ShiftTag>;
using DrawerShiftId = Id<struct DrawerShiftTag>;
using CashMoveId = Id<struct CashMoveTag>;
using HandoverId = Id<struct HandoverTag>;
using CashCountId = Id<struct CashCountTag>;
using ZReportId = Id<struct ZReportTag>;
using CustomerId = Id<struct CustomerTag>;
using PromoId = Id<struct PromoTag>;
using DiscountId = Id<struct DiscountTag>;
using DoorGrantId = Id<struct DoorGrantTag>;
using ChainId = Id<struct ChainTag>;
using TokenId = Id<struct TokenTag>;

/// Makes UUIDv7: the time first, then a counter within the millisecond, so that neighbours in time are neighbours in an
/// index and two rows of one maker and one moment keep their order. Belongs to one thread.
class IdMaker
{
public:
    IdMaker(const Clock &clock, Random &random) : m_clock(clock), m_random(random) {}

    template <typename I>
    I make() { return I(makeUuid()); }

private:
    QUuid makeUuid();

    const Clock &m_clock;
    Random &m_random;
    quint64 m_lastMs = 0;
    quint16 m_counter = 0; ///< 12 bits
};

} // namespace foyer

template <typename Tag>
struct std::hash<foyer::Id<Tag>> {
    size_t operator()(const foyer::Id<Tag> &id) const { return qHash(id.uuid()); }
};
