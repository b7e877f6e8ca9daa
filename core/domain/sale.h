// The sale as values: reservations, payments, orders and tickets with their states (DESIGN section 5).
#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/money.h"
#include "core/domain/discount.h"
#include "core/domain/seatingplan.h"
#include "core/domain/ticketnumber.h"

#include <optional>
#include <vector>

namespace foyer {

enum class Channel { Counter, Web, Door };

enum class ReservationState { Active, Paying, Completed, Released, Expired };

struct ReservationLine {
    ReservationLineId id;
    EventId event;
    TicketTypeId ticketType;
    PriceLevelId priceLevel;
    SeatId seat; ///< null for general admission
    std::optional<SeatLabel> seatLabel;
    AllotmentId allotment; ///< general admission: where the places come from
    int quantity = 1;      ///< 1 for a seat
    Money unitPrice;       ///< as of the moment of reserving
    Money unitFee;         ///< per place, as of then
    Money orderFee;        ///< of the event, once for all its lines, as of then
    int taxBasisPoints = 0;
    QString eventName;
    QString ticketTypeName;
    QString priceLevelName;
    /// Of all its places: worked out by discountplan::apply() from what the reservation has.
    Money discount;

    /// Before discounts.
    Money price() const { return unitPrice * quantity; }
    /// Without the event's fee, which no single line owes.
    Money total() const { return (unitPrice + unitFee) * quantity - discount; }
};

/// The cart on the screen is one. `expired` is told by the clock as well as by the state: see isLive().
struct Reservation {
    ReservationId id;
    ReservationState state = ReservationState::Active;
    Channel channel = Channel::Counter;
    TerminalId terminal;
    StaffId staff; ///< who began it
    ShiftId shift;
    CustomerId customer; ///< null for most
    Currency currency;
    Instant createdAt;
    Instant expiresAt;
    Milliseconds lifetime{0};
    std::vector<ReservationLine> lines;
    std::vector<Discount> discounts; ///< as they were entered
    /// What tickets that are to be exchanged for this count: an exchange is planned. With no lines it is below zero: the same places
    /// at another price, and so much is to be paid for it.
    std::optional<Money> credit = {};

    Money total() const;
    /// Contained in total().
    Money fees() const;
    /// Taken off in total().
    Money discount() const;
    int places() const;
    /// What each event charges for the order as a whole; events without such a fee are left out.
    std::vector<std::pair<EventId, Money>> orderFees() const;
    /// How far extending and a failed payment may push expiresAt: twice the first lifetime.
    Instant limit() const { return createdAt + 2 * lifetime; }
    /// Valid while now < expiry; while it is being paid no clock ends it.
    bool isLive(Instant now) const
    {
        return state == ReservationState::Paying || (state == ReservationState::Active && now < expiresAt);
    }
};

/// The gateway name of a card machine that stands alone: the cashier types the amount into it and says what became of it.
inline constexpr char CardMachine[] = "external";

enum class Tender { Cash, Card, Wallet, GiftCard };
enum class PaymentKind { Capture, Refund };
enum class PaymentState { Created, Sent, Captured, Declined, Failed, Unknown };

/// One attempt to take or give back money with one tender.
struct Payment {
    PaymentId id;
    ReservationId reservation;
    Tender tender = Tender::Cash; ///< what it counts as: the latest correction, if there is one
    PaymentKind kind = PaymentKind::Capture;
    PaymentId refersTo; ///< a refund's capture
    Money amount;
    std::optional<Money> given; ///< cash handed over
    PaymentState state = PaymentState::Created;
    QString key;       ///< the gateway knows the attempt by it; asking again with it never charges twice
    QString reference; ///< the gateway's own
    QString message;
    QString gateway;   ///< who answers for a card; empty for the others
    AccountId wallet;  ///< the wallet or gift card it is taken from, or given back to
    bool isCorrected = false; ///< it was written down with another tender at first
    Instant createdAt;

    Money change() const { return given ? *given - amount : Money::zero(amount.currency()); }
    bool isLive() const { return state == PaymentState::Created || state == PaymentState::Sent || state == PaymentState::Unknown; }
    /// No program knows its outcome: a person at the card machine says it.
    bool isByHand() const { return gateway == QLatin1String(CardMachine); }
};

enum class TicketState { Valid, Revoked, Void };

struct Ticket {
    TicketId id;
    TicketNumber number;
    EventId event;
    TicketTypeId ticketType;
    SeatId seat;
    TicketState state = TicketState::Valid;
    int generation = 1;
    int issuer = 0; ///< the terminal's number
    CustomerId holder; ///< whom it was passed on to; null: whoever bought it
};

enum class OrderKind { Sale, Refund, Exchange, Comp };

/// One per ticket; keeps what was charged.
struct OrderLine {
    OrderLineId id;
    OrderLineId refunds; ///< of a refund: the line that it gives back
    Ticket ticket;
    PriceLevelId priceLevel;
    AllotmentId allotment;
    std::optional<SeatLabel> seatLabel;
    Money unitPrice;
    Money discount;
    Money fee;
    int taxBasisPoints = 0;
    Money tax; ///< contained in total()
    QString eventName;
    QString ticketTypeName;
    QString priceLevelName;

    Money total() const { return unitPrice - discount + fee; }
};

struct Order {
    OrderId id;
    QString number; ///< "A-10482"
    OrderKind kind = OrderKind::Sale;
    Channel channel = Channel::Counter;
    ReservationId reservation; ///< null for a refund
    OrderId refersTo;          ///< of a refund: the order that it gives back, or a part of it; of an exchange: the sale it began with
    OrderId exchange;          ///< of a refund that is one half of an exchange: the order with the new tickets
    std::optional<Money> credit; ///< of an exchange: what the tickets that were taken back for it count
    CustomerId customer; ///< the reservation's; null for most
    Currency currency;
    Money total; ///< below zero for a refund
    Instant createdAt;
    std::vector<OrderLine> lines;
    std::vector<Payment> payments;

    Money fees() const; ///< contained in total
    Money discount() const; ///< taken off in total
};

QString stateName(ReservationState state);
QString stateName(PaymentState state);
QString stateName(TicketState state);
QString channelName(Channel channel);
QString tenderName(Tender tender);
/// Money that moves inside the house's own books: no gateway is asked, and it is there or not.
inline bool isStored(Tender tender) { return tender == Tender::Wallet || tender == Tender::GiftCard; }
QString kindName(OrderKind kind);
QString kindName(PaymentKind kind);
// The stored text of a trusted column back to its value; aborts on text that the CHECKs refuse.
ReservationState reservationStateFrom(const QString &name);
PaymentState paymentStateFrom(const QString &name);
TicketState ticketStateFrom(const QString &name);
Channel channelFrom(const QString &name);
Tender tenderFrom(const QString &name);
OrderKind orderKindFrom(const QString &name);
PaymentKind paymentKindFrom(const QString &name);

} // namespace foyer
