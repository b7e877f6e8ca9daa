#include "core/domain/sale.h"

#include <algorithm>
#include <array>
#include <map>

namespace foyer {

namespace {

template <typename T, size_t N>
using Names = std::array<std::pair<T, const char *>, N>;

constexpr Names<ReservationState, 5> ReservationStates{{{ReservationState::Active, "active"},
                                                        {ReservationState::Paying, "paying"},
                                                        {ReservationState::Completed, "completed"},
                                                        {ReservationState::Released, "released"},
                                                        {ReservationState::Expired, "expired"}}};
constexpr Names<PaymentState, 6> PaymentStates{{{PaymentState::Created, "created"},
                                                {PaymentState::Sent, "sent"},
                                                {PaymentState::Captured, "captured"},
                                                {PaymentState::Declined, "declined"},
                                                {PaymentState::Failed, "failed"},
                                                {PaymentState::Unknown, "unknown"}}};
constexpr Names<TicketState, 3> TicketStates{{{TicketState::Valid, "valid"}, {TicketState::Revoked, "revoked"}, {TicketState::Void, "void"}}};
constexpr Names<Channel, 3> Channels{{{Channel::Counter, "counter"}, {Channel::Web, "web"}, {Channel::Door, "door"}}};
constexpr Names<Tender, 4> Tenders{{{Tender::Cash, "cash"}, {Tender::Card, "card"}, {Tender::Wallet, "wallet"}, {Tender::GiftCard, "gift_card"}}};
constexpr Names<OrderKind, 4> OrderKinds{{{OrderKind::Sale, "sale"}, {OrderKind::Refund, "refund"}, {OrderKind::Exchange, "exchange"}, {OrderKind::Comp, "comp"}}};
constexpr Names<PaymentKind, 2> PaymentKinds{{{PaymentKind::Capture, "capture"}, {PaymentKind::Refund, "refund"}}};

template <typename T, size_t N>
QString nameIn(const Names<T, N> &names, T value)
{
    for (const auto &[entry, name] : names)
        if (entry == value)
            return QLatin1String(name);
    qFatal("a state without a name");
}

template <typename T, size_t N>
T valueIn(const Names<T, N> &names, const QString &text)
{
    for (const auto &[entry, name] : names)
        if (text == QLatin1String(name))
            return entry;
    qFatal("the database holds the unknown state %s", qUtf8Printable(text));
}

} // namespace

Money Reservation::total() const
{
    Money sum = Money::zero(currency);
    for (const ReservationLine &line : lines)
        sum += line.total();
    for (const auto &[event, fee] : orderFees())
        sum += fee;
    return sum;
}

Money Reservation::fees() const
{
    Money sum = total();
    for (const ReservationLine &line : lines)
        sum -= line.price() - line.discount;
    return sum;
}

Money Reservation::discount() const
{
    Money sum = Money::zero(currency);
    for (const ReservationLine &line : lines)
        sum += line.discount;
    return sum;
}

std::vector<std::pair<EventId, Money>> Reservation::orderFees() const
{
    std::map<EventId, Money> highest;
    for (const ReservationLine &line : lines)
        if (line.orderFee.isPositive()) {
            Money &fee = highest.try_emplace(line.event, line.orderFee).first->second;
            fee = std::max(fee, line.orderFee);
        }
    return {highest.begin(), highest.end()};
}

Money Order::fees() const
{
    Money sum = Money::zero(currency);
    for (const OrderLine &line : lines)
        sum += line.fee;
    return sum;
}

Money Order::discount() const
{
    Money sum = Money::zero(currency);
    for (const OrderLine &line : lines)
        sum += line.discount;
    return sum;
}

int Reservation::places() const
{
    int sum = 0;
    for (const ReservationLine &line : lines)
        sum += line.quantity;
    return sum;
}

QString stateName(ReservationState state) { return nameIn(ReservationStates, state); }
QString stateName(PaymentState state) { return nameIn(PaymentStates, state); }
QString stateName(TicketState state) { return nameIn(TicketStates, state); }
QString channelName(Channel channel) { return nameIn(Channels, channel); }
QString tenderName(Tender tender) { return nameIn(Tenders, tender); }
QString kindName(OrderKind kind) { return nameIn(OrderKinds, kind); }
QString kindName(PaymentKind kind) { return nameIn(PaymentKinds, kind); }
ReservationState reservationStateFrom(const QString &name) { return valueIn(ReservationStates, name); }
PaymentState paymentStateFrom(const QString &name) { return valueIn(PaymentStates, name); }
TicketState ticketStateFrom(const QString &name) { return valueIn(TicketStates, name); }
Channel channelFrom(const QString &name) { return valueIn(Channels, name); }
Tender tenderFrom(const QString &name) { return valueIn(Tenders, name); }
OrderKind orderKindFrom(const QString &name) { return valueIn(OrderKinds, name); }
PaymentKind paymentKindFrom(const QString &name) { return valueIn(PaymentKinds, name); }

} // namespace foyer
