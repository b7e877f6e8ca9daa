#include "core/domain/doorsale.h"

#include "core/domain/charges.h"
#include "core/domain/inputtext.h"

#include <QtCore/QJsonArray>

namespace foyer {

namespace {

constexpr qint64 MostInSale = 100'000;

/// Reads members of one object; remembers whether all were there.
class SoldMembers
{
public:
    explicit SoldMembers(const QJsonObject &object) : m_object(object) {}

    QString text(const char *name) { return m_object.value(QLatin1String(name)).toString(); }
    qint64 number(const char *name, qint64 least, qint64 most)
    {
        const qint64 value = m_object.value(QLatin1String(name)).toInteger(least - 1);
        m_isWhole = m_isWhole && value >= least && value <= most;
        return value;
    }
    Money money(const char *name, Currency currency) { return Money(number(name, 0, Money::MaxMinor), currency); }
    template <typename I>
    I id(const char *name)
    {
        const auto found = I::fromString(text(name));
        m_isWhole = m_isWhole && found;
        return found.value_or(I());
    }
    template <typename I>
    I idOrNull(const char *name) { return I::fromString(text(name)).value_or(I()); }
    void need(bool condition) { m_isWhole = m_isWhole && condition; }
    bool isWhole() const { return m_isWhole; }

private:
    const QJsonObject &m_object;
    bool m_isWhole = true;
};

template <typename I>
void putId(QJsonObject &json, const char *name, I id)
{
    if (!id.isNull())
        json.insert(QLatin1String(name), id.toString());
}

/// Places of one price, one after the other in the order.
QJsonObject reservedJson(const ReservationLine &line, int places)
{
    return {{QStringLiteral("level"), line.priceLevel.toString()}, {QStringLiteral("n"), places}, {QStringLiteral("price"), line.unitPrice.minor()},
            {QStringLiteral("rate"), line.taxBasisPoints}, {QStringLiteral("fee"), line.unitFee.minor()}, {QStringLiteral("order_fee"), line.orderFee.minor()}};
}

bool costTheSame(const ReservationLine &a, const ReservationLine &b)
{
    return a.priceLevel == b.priceLevel && a.unitPrice == b.unitPrice && a.taxBasisPoints == b.taxBasisPoints && a.unitFee == b.unitFee && a.orderFee == b.orderFee;
}

QJsonObject paidJson(const Payment &payment)
{
    QJsonObject json{{QStringLiteral("tender"), tenderName(payment.tender)}, {QStringLiteral("kind"), kindName(payment.kind)}, {QStringLiteral("amount"), payment.amount.minor()},
                     {QStringLiteral("gateway"), payment.gateway}, {QStringLiteral("reference"), payment.reference}, {QStringLiteral("key"), payment.key},
                     {QStringLiteral("at"), payment.createdAt.ms}};
    putId(json, "id", payment.id);
    putId(json, "refers_to", payment.refersTo);
    if (payment.given)
        json.insert(QStringLiteral("given"), payment.given->minor());
    return json;
}

/// The next ticket of the order.
bool readTicket(const QJsonObject &json, const ReservationLine &price, DoorSale &sale)
{
    SoldMembers members(json);
    OrderLine line;
    const auto number = TicketNumber::parse(members.text("number"));
    members.need(number.has_value());
    line.id = members.id<OrderLineId>("line");
    line.ticket.id = members.id<TicketId>("id");
    line.ticket.number = number.value_or(TicketNumber());
    line.ticket.event = members.id<EventId>("event");
    line.ticket.ticketType = members.id<TicketTypeId>("type");
    line.ticket.seat = members.idOrNull<SeatId>("seat");
    line.priceLevel = price.priceLevel;
    line.unitPrice = price.unitPrice;
    line.discount = Money::zero(sale.order.currency);
    line.fee = members.money("fee", sale.order.currency);
    line.taxBasisPoints = price.taxBasisPoints;
    line.tax = taxContained(line.total(), line.taxBasisPoints);
    members.need(line.total() == members.money("price", sale.order.currency));
    sale.order.lines.push_back(line);
    return members.isWhole();
}

/// The same as a line of its reservation: a seat has one, general places of a kind share one.
void reserveAlike(const OrderLine &sold, ReservationLine price, DoorSale &sale)
{
    auto &lines = sale.reservation.lines;
    if (sold.ticket.seat.isNull() && !lines.empty() && lines.back().seat.isNull() && lines.back().ticketType == sold.ticket.ticketType && costTheSame(lines.back(), price)) {
        ++lines.back().quantity;
        return;
    }
    price.event = sold.ticket.event;
    price.ticketType = sold.ticket.ticketType;
    price.seat = sold.ticket.seat;
    price.quantity = 1;
    lines.push_back(price);
}

/// The tickets stand in the order's fact, their prices in the sale's.
bool readTickets(const QJsonArray &tickets, const QJsonArray &reserved, DoorSale &sale)
{
    qsizetype next = 0;
    for (const QJsonValue value : reserved) {
        const QJsonObject json = value.toObject();
        SoldMembers members(json);
        ReservationLine price;
        price.priceLevel = members.id<PriceLevelId>("level");
        price.unitPrice = members.money("price", sale.order.currency);
        price.unitFee = members.money("fee", sale.order.currency);
        price.orderFee = members.money("order_fee", sale.order.currency);
        price.discount = Money::zero(sale.order.currency);
        price.taxBasisPoints = int(members.number("rate", 0, 10'000));
        const qint64 places = members.number("n", 1, MostInSale);
        if (!members.isWhole() || places > tickets.size() - next)
            return false;
        for (qint64 i = 0; i < places; ++i) {
            if (!readTicket(tickets[next++].toObject(), price, sale))
                return false;
            reserveAlike(sale.order.lines.back(), price, sale);
        }
    }
    return next == tickets.size() && next > 0;
}

bool readPaid(const QJsonObject &json, DoorSale &sale)
{
    SoldMembers members(json);
    Payment payment;
    payment.id = members.id<PaymentId>("id");
    payment.reservation = sale.reservation.id;
    const QString tender = members.text("tender"), kind = members.text("kind");
    members.need((tender == QLatin1String("cash") || tender == QLatin1String("card")) && (kind == QLatin1String("capture") || kind == QLatin1String("refund")));
    payment.tender = tender == QLatin1String("card") ? Tender::Card : Tender::Cash;
    payment.kind = kind == QLatin1String("refund") ? PaymentKind::Refund : PaymentKind::Capture;
    payment.refersTo = members.idOrNull<PaymentId>("refers_to");
    members.need((payment.kind == PaymentKind::Refund) == !payment.refersTo.isNull());
    payment.amount = Money(members.number("amount", 1, Money::MaxMinor), sale.order.currency);
    if (json.contains(QLatin1String("given")))
        payment.given = Money(members.number("given", payment.amount.minor(), Money::MaxMinor), sale.order.currency);
    payment.key = members.text("key");
    payment.gateway = members.text("gateway");
    payment.reference = members.text("reference");
    payment.createdAt = Instant{members.number("at", 0, std::numeric_limits<qint64>::max())};
    payment.state = PaymentState::Captured;
    members.need(!payment.key.isEmpty());
    sale.payments.push_back(payment);
    return members.isWhole();
}

bool readPayments(const QJsonArray &paid, DoorSale &sale)
{
    return std::all_of(paid.begin(), paid.end(), [&](const QJsonValue &value) { return readPaid(value.toObject(), sale); });
}

bool addsUp(const DoorSale &sale)
{
    Money lines = Money::zero(sale.order.currency), paid = lines, fees = lines;
    for (const OrderLine &line : sale.order.lines) {
        lines += line.total();
        fees += line.fee;
    }
    for (const Payment &payment : sale.payments)
        paid += payment.kind == PaymentKind::Capture ? payment.amount : -payment.amount;
    return lines == sale.order.total && paid == sale.order.total && fees == sale.reservation.fees();
}

} // namespace

QJsonObject doorSaleFact(const DoorSale &sale)
{
    QJsonArray reserved, paid;
    const auto &lines = sale.reservation.lines;
    for (size_t i = 0; i < lines.size();) {
        const size_t first = i;
        int places = 0;
        for (; i < lines.size() && costTheSame(lines[first], lines[i]); ++i)
            places += lines[i].quantity;
        reserved.append(reservedJson(lines[first], places));
    }
    for (const Payment &payment : sale.payments)
        paid.append(paidJson(payment));
    QJsonObject fact{{QStringLiteral("counter"), sale.counter}, {QStringLiteral("currency"), sale.order.currency.code()}, {QStringLiteral("reserved_at"), sale.reservation.createdAt.ms},
                     {QStringLiteral("lifetime"), qint64(sale.reservation.lifetime.count())}, {QStringLiteral("reserved"), reserved}, {QStringLiteral("paid"), paid}};
    putId(fact, "order", sale.order.id);
    return fact;
}

Result<DoorSale> doorSaleFrom(const QJsonObject &order, const QJsonObject &sold, Instant at)
{
    SoldMembers heads(order), members(sold);
    DoorSale sale;
    const auto currency = Currency::fromCode(members.text("currency"));
    members.need(currency.has_value());
    sale.order.currency = sale.reservation.currency = currency.value_or(Currency());
    sale.order.id = heads.id<OrderId>("id");
    sale.order.number = heads.text("number");
    sale.order.kind = OrderKind::Sale;
    sale.order.channel = sale.reservation.channel = Channel::Door;
    sale.order.total = heads.money("total", sale.order.currency);
    sale.order.createdAt = at;
    sale.order.reservation = sale.reservation.id = heads.id<ReservationId>("reservation");
    sale.staff = sale.reservation.staff = heads.idOrNull<StaffId>("by");
    sale.counter = members.number("counter", 1, std::numeric_limits<qint64>::max());
    sale.reservation.createdAt = Instant{members.number("reserved_at", 0, std::numeric_limits<qint64>::max())};
    sale.reservation.lifetime = Milliseconds(members.number("lifetime", 1, 86'400'000));
    sale.reservation.expiresAt = sale.reservation.createdAt + sale.reservation.lifetime;
    members.need(!order.contains(QLatin1String("kind")) && members.text("order") == sale.order.id.toString());
    const bool isWhole = heads.isWhole() && members.isWhole()
        && readTickets(order.value(QLatin1String("tickets")).toArray(), sold.value(QLatin1String("reserved")).toArray(), sale)
        && readPayments(sold.value(QLatin1String("paid")).toArray(), sale);
    if (!isWhole || !addsUp(sale))
        return fail(ErrorCode::InvalidInput, {translate("Input", "a sale of this door does not add up")});
    return sale;
}

} // namespace foyer
