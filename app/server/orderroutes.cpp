// After the sale: orders, refunds, tickets, and the people they belong to.
#include "app/server/carddesk.h"
#include "app/server/desk.h"
#include "app/server/eventjson.h"
#include "app/server/passworddesk.h"
#include "app/server/routes.h"
#include "core/base/crypto.h"
#include "core/services/reasons.h"

#include <QtCore/QJsonArray>

namespace foyer::server {

namespace {

using OrderNeed = Fields::Need;

constexpr qsizetype MostTickets = 1'000;
constexpr int MostOrders = 500;

QJsonObject personJson(const Customer &person)
{
    return {{QStringLiteral("id"), person.id.toString()}, {QStringLiteral("name"), person.name}, {QStringLiteral("email"), person.email},
            {QStringLiteral("email_proved"), person.isEmailProved}};
}

QJsonObject changedTicket(const Ticket &ticket)
{
    QJsonObject out{{QStringLiteral("id"), ticket.id.toString()}, {QStringLiteral("number"), ticket.number.toString()}, {QStringLiteral("state"), stateName(ticket.state)},
                    {QStringLiteral("generation"), ticket.generation}, {QStringLiteral("event_id"), ticket.event.toString()}};
    if (!ticket.holder.isNull())
        out.insert(QStringLiteral("customer_id"), ticket.holder.toString());
    return out;
}

/// Over HTTP nobody stands by who could allow more than a cashier may: to undo that somebody came in.
Actor withoutLeave(Actor actor)
{
    actor.role = Role::Cashier;
    return actor;
}

/// A refund is known by a key of its own, too: asked twice, it is given once.
QString refundKey(const Call &call)
{
    if (call.request.idempotencyKey.isEmpty())
        return {};
    return QStringLiteral("web-") + QString::fromLatin1(crypto::sha256(call.request.path + ' ' + call.caller.owner().toByteArray(QUuid::WithoutBraces) + ' ' + call.request.idempotencyKey).toHex());
}

/// A customer does not see the codes of tickets that they passed on: those admit somebody else now.
QStringList codesFor(BoxOffice &office, const Caller &caller, const Order &order)
{
    QStringList codes = office.orders().codes(order).value_or(QStringList());
    for (qsizetype i = 0; !caller.customer.isNull() && i < codes.size(); ++i)
        if (!office.owners().mustBe(caller.customer, order.lines[size_t(i)].ticket.id))
            codes[i].clear();
    return codes;
}

Result<QJsonObject> ordersOf(BoxOffice &office, const Caller &caller, CustomerId customer)
{
    const auto person = office.customers().get(customer);
    if (!person)
        return fail(person.error());
    const auto orders = office.orders().ofCustomer(person->id, MostOrders);
    if (!orders)
        return fail(orders.error());
    QJsonArray list;
    for (const Order &order : *orders)
        list.append(orderJson(order, codesFor(office, caller, order)));
    return QJsonObject{{QStringLiteral("orders"), list}};
}

/// Those that are theirs now, bought or passed on to them.
Result<QJsonObject> ticketsHeldBy(BoxOffice &office, CustomerId customer)
{
    const auto person = office.customers().get(customer);
    if (!person)
        return fail(person.error());
    const auto orders = office.orders().ofHolder(person->id, MostOrders);
    if (!orders)
        return fail(orders.error());
    QJsonArray list;
    for (const Order &order : *orders) {
        const QJsonArray tickets = orderJson(order, office.orders().codes(order).value_or(QStringList())).value(QStringLiteral("tickets")).toArray();
        for (const QJsonValue ticket : tickets)
            list.append(ticket);
    }
    return QJsonObject{{QStringLiteral("tickets"), list}};
}

/// The request without its password: the key of a request is kept with its hash, which must not tell of a password.
CallPtr withoutPassword(const Call &call)
{
    auto kept = std::make_shared<Call>(call);
    QJsonObject body = QJsonDocument::fromJson(call.request.body).object();
    body.remove(QStringLiteral("password"));
    kept->request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return kept;
}

Customer personFrom(const Fields &fields, QString *password)
{
    Customer person;
    person.name = fields.text("name", OrderNeed::Required, Customers::MaxNameLength);
    person.email = fields.text("email", OrderNeed::Optional, 200);
    if (!fields.has("password"))
        return person;
    *password = newPassword(fields);
    if (person.email.trimmed().isEmpty())
        fields.refuse("email", QStringLiteral("is needed to sign in with"));
    return person;
}

} // namespace

void routes::addCustomer(Desk &desk, const CallPtr &call, Reply reply)
{
    std::optional<Fault> fault;
    QString password;
    const Customer person = personFrom(Fields::parse(call->request.body, &fault), &password);
    if (fault)
        return reply(refused(*call, *fault));
    const auto add = [&desk, person, reply](const CallPtr &kept, const QByteArray &hash) {
        desk.write<Customer>(kept, 201, [&desk, person, hash](BoxOffice &office) { return office.customers().add(desk.actor(), person, hash); }, personJson, reply);
    };
    if (password.isEmpty())
        return add(call, {});
    auto place = desk.passwords().place();
    if (!place)
        return reply(refused(*call, Desk::passwordsBusy()));
    desk.passwords().hash(std::move(place), password, [add, kept = withoutPassword(*call)](const QByteArray &hash) { add(kept, hash); });
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
    desk.read(call, [caller = call->caller, id = CustomerId(call->ids.front())](BoxOffice &office) { return ordersOf(office, caller, id); }, std::move(reply));
}

void routes::showCustomerTickets(Desk &desk, const CallPtr &call, Reply reply)
{
    desk.read(call, [id = CustomerId(call->ids.front())](BoxOffice &office) { return ticketsHeldBy(office, id); }, std::move(reply));
}

void routes::showOrder(Desk &desk, const CallPtr &call, Reply reply)
{
    desk.read(call, [caller = call->caller, id = OrderId(call->ids.front())](BoxOffice &office) -> Result<QJsonObject> {
        const auto order = office.orders().find(id);
        if (!order)
            return fail(order.error());
        return orderJson(*order, codesFor(office, caller, *order));
    }, std::move(reply));
}

void routes::addRefund(Desk &desk, const CallPtr &call, Reply reply)
{
    std::optional<Fault> fault;
    const Fields fields = Fields::parse(call->request.body, &fault);
    RefundWish wish;
    wish.order = OrderId(call->ids.front());
    wish.key = refundKey(*call);
    wish.reason = fields.text("reason", OrderNeed::Optional, reasons::Longest);
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
    desk.write<RefundMade>(call, 201, [&desk, wish](BoxOffice &office) { return office.refunds().refund(withoutLeave(desk.actor()), wish); },
                           [](const RefundMade &made) { return orderJson(made.refund, {}); }, [owner](Response response) { (*owner)(std::move(response)); });
}

void routes::revokeTicket(Desk &desk, const CallPtr &call, Reply reply)
{
    std::optional<Fault> fault;
    const QString reason = Fields::parse(call->request.body, &fault).text("reason", OrderNeed::Required, reasons::Longest);
    if (fault)
        return reply(refused(*call, *fault));
    using Tickets = std::vector<Ticket>;
    desk.write<Tickets>(call, 200, [&desk, reason, id = TicketId(call->ids.front())](BoxOffice &office) { return office.ticketChanges().revoke(desk.actor(), std::array{id}, reason); },
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
    desk.write<Tickets>(call, 200, [&desk, id = TicketId(call->ids.front()), from = call->caller.customer, customer, email](BoxOffice &office) -> Result<Tickets> {
        if (customer.isNull())
            return office.ticketChanges().giveToEmail(withoutLeave(desk.actor()), std::array{id}, email, from);
        if (const auto known = office.customers().get(customer); !known)
            return fail(known.error());
        return office.ticketChanges().give(withoutLeave(desk.actor()), std::array{id}, customer, from);
    }, [](const Tickets &tickets) { return changedTicket(tickets.front()); }, std::move(reply));
}

} // namespace foyer::server
