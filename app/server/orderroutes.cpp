// After the sale: orders, refunds, tickets, and the people they belong to.
#include "app/server/carddesk.h"
#include "app/server/desk.h"
#include "app/server/eventjson.h"
#include "app/server/routes.h"
#include "core/base/crypto.h"

#include <QtCore/QJsonArray>

namespace foyer::server {

namespace {

using OrderNeed = Fields::Need;

constexpr qsizetype MostTickets = 1'000;
constexpr int MostOrders = 500;

QJsonObject personJson(const Customer &person)
{
    return {{QStringLiteral("id"), person.id.toString()}, {QStringLiteral("name"), person.name}, {QStringLiteral("email"), person.email}};
}

QJsonObject changedTicket(const Ticket &ticket)
{
    QJsonObject out{{QStringLiteral("id"), ticket.id.toString()}, {QStringLiteral("number"), ticket.number.toString()}, {QStringLiteral("state"), stateName(ticket.state)},
                    {QStringLiteral("generation"), ticket.generation}, {QStringLiteral("event_id"), ticket.event.toString()}};
    if (!ticket.holder.isNull())
        out.insert(QStringLiteral("customer_id"), ticket.holder.toString());
    return out;
}

/// A refund is known by a key of its own, too: asked twice, it is given once.
QString refundKey(const Call &call)
{
    if (call.request.idempotencyKey.isEmpty())
        return {};
    return QStringLiteral("web-") + QString::fromLatin1(crypto::sha256(call.request.path + ' ' + call.caller.token.toString().toLatin1() + ' ' + call.request.idempotencyKey).toHex());
}

Result<QJsonObject> ordersOf(BoxOffice &office, CustomerId customer, bool asTickets)
{
    const auto person = office.customers().get(customer);
    if (!person)
        return fail(person.error());
    const auto orders = office.orders().ofCustomer(person->id, MostOrders);
    if (!orders)
        return fail(orders.error());
    QJsonArray list;
    for (const Order &order : *orders) {
        const QJsonObject shown = orderJson(order, office.orders().codes(order).value_or(QStringList()));
        if (!asTickets) {
            list.append(shown);
            continue;
        }
        const QJsonArray tickets = shown.value(QStringLiteral("tickets")).toArray();
        for (const QJsonValue ticket : tickets)
            list.append(ticket);
    }
    return QJsonObject{{asTickets ? QStringLiteral("tickets") : QStringLiteral("orders"), list}};
}

} // namespace

void routes::addCustomer(Desk &desk, const CallPtr &call, Reply reply)
{
    std::optional<Fault> fault;
    const Fields fields = Fields::parse(call->request.body, &fault);
    Customer person;
    person.name = fields.text("name", OrderNeed::Required, Customers::MaxNameLength);
    person.email = fields.text("email", OrderNeed::Optional, 200);
    if (fault)
        return reply(refused(*call, *fault));
    desk.write<Customer>(call, 201, [&desk, person](BoxOffice &office) { return office.customers().add(desk.actor(), person); }, personJson, std::move(reply));
}

void routes::showCustomer(Desk &desk, const CallPtr &call, Reply reply)
{
    desk.read(call, [id = CustomerId(call->ids.front())](BoxOffice &office) -> Result<QJsonObject> {
        const auto person = office.customers().get(id);
        return person ? Result<QJsonObject>(personJson(*person)) : fail(person.error());
    }, std::move(reply));
}

void routes::showCustomerOrders(Desk &desk, const CallPtr &call, Reply reply)
{
    desk.read(call, [id = CustomerId(call->ids.front())](BoxOffice &office) { return ordersOf(office, id, false); }, std::move(reply));
}

void routes::showCustomerTickets(Desk &desk, const CallPtr &call, Reply reply)
{
    desk.read(call, [id = CustomerId(call->ids.front())](BoxOffice &office) { return ordersOf(office, id, true); }, std::move(reply));
}

void routes::showOrder(Desk &desk, const CallPtr &call, Reply reply)
{
    desk.read(call, [id = OrderId(call->ids.front())](BoxOffice &office) -> Result<QJsonObject> {
        const auto order = office.orders().find(id);
        if (!order)
            return fail(order.error());
        return orderJson(*order, office.orders().codes(*order).value_or(QStringList()));
    }, std::move(reply));
}

void routes::addRefund(Desk &desk, const CallPtr &call, Reply reply)
{
    std::optional<Fault> fault;
    const Fields fields = Fields::parse(call->request.body, &fault);
    RefundWish wish;
    wish.order = OrderId(call->ids.front());
    wish.key = refundKey(*call);
    fields.text("reason", OrderNeed::Optional, 500);
    for (const QString &text : fields.texts("tickets", OrderNeed::Required, MostTickets)) {
        const auto id = uuidFrom(text);
        if (!id)
            fields.refuse("tickets", QStringLiteral("must hold UUIDs"));
        else
            wish.tickets.push_back(TicketId(*id));
    }
    if (wish.tickets.empty())
        fields.refuse("tickets", QStringLiteral("names no ticket"));
    if (fault)
        return reply(refused(*call, *fault));
    const auto owner = std::make_shared<Reply>([&desk, reply = std::move(reply)](Response response) {
        if (response.status == 201 && desk.cards())
            desk.cards()->pursue(); // what goes back to a card is sent now
        reply(std::move(response));
    });
    desk.write<RefundMade>(call, 201, [&desk, wish](BoxOffice &office) { return office.refunds().refund(desk.actor(), wish); },
                           [](const RefundMade &made) { return orderJson(made.refund, {}); }, [owner](Response response) { (*owner)(std::move(response)); });
}

void routes::revokeTicket(Desk &desk, const CallPtr &call, Reply reply)
{
    std::optional<Fault> fault;
    Fields::parse(call->request.body, &fault).text("reason", OrderNeed::Required, 500);
    if (fault)
        return reply(refused(*call, *fault));
    using Tickets = std::vector<Ticket>;
    desk.write<Tickets>(call, 200, [&desk, id = TicketId(call->ids.front())](BoxOffice &office) { return office.ticketChanges().revoke(desk.actor(), std::array{id}); },
                        [](const Tickets &tickets) { return changedTicket(tickets.front()); }, std::move(reply));
}

void routes::transferTicket(Desk &desk, const CallPtr &call, Reply reply)
{
    std::optional<Fault> fault;
    const Fields fields = Fields::parse(call->request.body, &fault);
    const CustomerId customer = fields.has("customer_id") ? CustomerId(fields.uuid("customer_id")) : CustomerId();
    const QString email = customer.isNull() ? fields.text("email", OrderNeed::Required, 200).trimmed() : QString();
    if (fault)
        return reply(refused(*call, *fault));
    using Tickets = std::vector<Ticket>;
    desk.write<Tickets>(call, 200, [&desk, id = TicketId(call->ids.front()), customer, email](BoxOffice &office) -> Result<Tickets> {
        if (customer.isNull())
            return office.ticketChanges().giveToEmail(desk.actor(), std::array{id}, email);
        if (const auto known = office.customers().get(customer); !known)
            return fail(known.error());
        return office.ticketChanges().give(desk.actor(), std::array{id}, customer);
    }, [](const Tickets &tickets) { return changedTicket(tickets.front()); }, std::move(reply));
}

} // namespace foyer::server
