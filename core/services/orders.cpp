#include "core/services/orders.h"

#include "core/domain/inputtext.h"
#include "core/domain/scannedcode.h"
#include "core/services/ticketchanges.h"
#include "core/storage/order_store.h"
#include "core/storage/owner_store.h"
#include "core/storage/terminal_store.h"
#include "core/storage/ticket_store.h"
#include "core/storage/writer.h"

#include <QtCore/QHash>

#include <array>

namespace foyer {

namespace {

tl::unexpected<Error> notFound(const QString &what)
{
    return fail(ErrorCode::NotFound, {what});
}

Result<Order> only(std::vector<Order> orders, const QString &what)
{
    if (orders.empty())
        return notFound(what);
    return std::move(orders.front());
}

/// Signing keys of the terminals that issued tickets, each looked up once.
class Signers
{
public:
    explicit Signers(const Writer &writer) : m_writer(writer) {}

    Result<crypto::SigningKey> of(TerminalId terminal)
    {
        if (terminal == m_writer.terminal())
            return m_writer.key();
        auto known = m_keys.find(terminal);
        if (known == m_keys.end())
            known = m_keys.insert(terminal, m_writer.keys().find(terminal));
        return *known;
    }

private:
    const Writer &m_writer;
    QHash<TerminalId, Result<crypto::SigningKey>> m_keys;
};

TicketCheck checkOf(const ticket_store::Found &found)
{
    TicketCheck check;
    check.ticket = found.ticket;
    check.eventName = found.eventName;
    check.startsAt = found.startsAt;
    check.ticketTypeName = found.ticketTypeName;
    check.seatLabel = found.seatLabel;
    check.orderNumber = found.orderNumber;
    return check;
}

} // namespace

Result<Order> Orders::find(OrderId order)
{
    return m_writer.read([&](Database &db) { return only(order_store::byIds(db, std::array{order}), translate("Input", "this order")); });
}

Result<Order> Orders::findByNumber(const QString &number)
{
    const QString wanted = number.trimmed();
    const QString what = translate("Input", "the order \"%1\"").arg(wanted.left(40));
    return m_writer.read([&](Database &db) -> Result<Order> {
        const auto id = order_store::idOfNumber(db, wanted);
        return id ? only(order_store::byIds(db, std::array{*id}), what) : notFound(what);
    });
}

Result<Order> Orders::findByReservation(ReservationId reservation)
{
    return m_writer.read([&](Database &db) {
        return only(order_store::ofReservations(db, std::array{reservation}), translate("Input", "the order of this reservation"));
    });
}

Result<Order> Orders::ofTicket(TicketId ticket)
{
    const QString what = translate("Input", "this ticket");
    return m_writer.read([&](Database &db) -> Result<Order> {
        const auto id = order_store::issuing(db, ticket);
        return id ? only(order_store::byIds(db, std::array{*id}), what) : notFound(what);
    });
}

Result<std::vector<Order>> Orders::ofCustomer(CustomerId customer, int limit)
{
    return m_writer.read([&](Database &db) {
        const auto ids = order_store::ofCustomer(db, customer, limit);
        std::vector<Order> orders = order_store::byIds(db, ids);
        const auto place = [&](const Order &order) { return std::find(ids.begin(), ids.end(), order.id); };
        std::sort(orders.begin(), orders.end(), [&](const Order &a, const Order &b) { return place(a) < place(b); });
        return orders;
    });
}

Result<std::vector<Order>> Orders::ofHolder(CustomerId customer, int limit)
{
    return m_writer.read([&](Database &db) {
        std::vector<OrderId> ids = order_store::ofCustomer(db, customer, limit);
        for (const OrderId id : order_store::heldBy(db, customer, limit))
            if (std::find(ids.begin(), ids.end(), id) == ids.end())
                ids.push_back(id);
        std::vector<Order> orders = order_store::byIds(db, ids);
        for (Order &order : orders)
            std::erase_if(order.lines, [&](const OrderLine &line) { return owner_store::ofTicket(db, line.ticket.id) != customer; });
        std::erase_if(orders, [](const Order &order) { return order.lines.empty(); });
        std::sort(orders.begin(), orders.end(), [](const Order &a, const Order &b) { return a.createdAt != b.createdAt ? a.createdAt > b.createdAt : b.id < a.id; });
        return orders;
    });
}

Result<QStringList> Orders::codes(const Order &order)
{
    return std::move(codes(std::span(&order, 1)).front());
}

std::vector<Result<QStringList>> Orders::codes(std::span<const Order> orders)
{
    std::vector<TicketId> tickets;
    for (const Order &order : orders)
        for (const OrderLine &line : order.lines)
            tickets.push_back(line.ticket.id);
    const auto sources = m_writer.read([&](Database &db) { return ticket_store::codes(db, tickets); });
    if (!sources)
        return std::vector<Result<QStringList>>(orders.size(), Result<QStringList>(fail(sources.error())));
    Signers signers(m_writer);
    QHash<TicketId, Result<QString>> codes;
    for (const auto &source : *sources) {
        if (source.ahead.isEmpty())
            codes.insert(source.ticket, signers.of(source.issuer).map([&](const crypto::SigningKey &key) { return ticketcode::encode(source.code, key); }));
        else
            codes.insert(source.ticket, source.ahead);
    }
    std::vector<Result<QStringList>> answers;
    for (const Order &order : orders) {
        Result<QStringList> inOrder;
        for (auto line = order.lines.begin(); inOrder && line != order.lines.end(); ++line) {
            const auto code = codes.constFind(line->ticket.id);
            if (code == codes.constEnd())
                inOrder = notFound(translate("Input", "a ticket of the order \"%1\"").arg(order.number));
            else if (!*code)
                inOrder = fail(code->error());
            else
                *inOrder << **code;
        }
        answers.push_back(std::move(inOrder));
    }
    return answers;
}

Result<OrderSeller> Orders::soldBy(OrderId order)
{
    return m_writer.read([&](Database &db) -> Result<OrderSeller> {
        const auto seller = order_store::sellerOf(db, order);
        return seller ? Result<OrderSeller>(OrderSeller{seller->terminal, seller->staff}) : notFound(translate("Input", "this order"));
    });
}

Result<void> Orders::noteReprint(const Actor &actor, OrderId order, Reprint what)
{
    if (const auto allowed = require(actor, Permission::Sell); !allowed)
        return allowed;
    return m_writer.write([&](Work &work) -> Result<void> {
        if (!order_store::sellerOf(work.db(), order))
            return notFound(translate("Input", "this order"));
        if (what == Reprint::Tickets)
            if (const auto counted = TicketChanges::noteReprint(work, actor, order_store::ticketsOf(work.db(), order)); !counted)
                return fail(counted.error());
        work.fact(what == Reprint::Tickets ? "ticket.reprinted" : "receipt.reprinted",
                  {{QStringLiteral("order"), order.toString()}, {QStringLiteral("by"), actor.staff.toString()}});
        return {};
    });
}

Result<TicketCheck> Orders::check(const QString &codeOrNumber)
{
    const auto asked = ScannedCode::read(codeOrNumber);
    if (!asked)
        return fail(asked.error());
    return m_writer.read([&](Database &db) -> Result<TicketCheck> {
        const auto found = ticket_store::find(db, asked->number);
        if (!found)
            return notFound(translate("Input", "the ticket %1").arg(asked->number.grouped()));
        TicketCheck check = checkOf(*found);
        if (asked->code) {
            const auto issuer = terminal_store::issuer(db, asked->code->code.issuer);
            check.signatureValid = issuer && ticketcode::verify(*asked->code, issuer->key);
            check.generationCurrent = asked->code->code.generation == found->ticket.generation;
        }
        return check;
    });
}

} // namespace foyer
