#include "core/services/doorsettlement.h"

#include "core/domain/inputtext.h"
#include "core/domain/refundplan.h"
#include "core/services/doorspeaker.h"
#include "core/services/refundwork.h"
#include "core/storage/archive_store.h"
#include "core/storage/order_store.h"
#include "core/storage/writer.h"

#include <QtCore/QJsonDocument>

#include <array>

namespace foyer {

namespace {

tl::unexpected<Error> noSuchSale()
{
    return fail(ErrorCode::NotFound, {translate("Input", "this sale among those that nobody has looked at")});
}

SaleConflict saleFrom(const doorsale_store::Conflict &conflict)
{
    return {conflict.order, conflict.kind, conflict.number, conflict.total, conflict.currency, conflict.doorName, conflict.at};
}

Result<DoorSale> readSale(Database &db, const doorsale_store::Conflict &conflict, const doorcentre_store::Door &door)
{
    const QByteArray body = doorsale_store::recordBody(db, conflict.chain, conflict.seq);
    const QJsonArray facts = QJsonDocument::fromJson(body).object().value(QLatin1String("facts")).toArray();
    return DoorSales::read(facts, conflict.order.toString(), door, conflict.at);
}

Result<void> unlessArchived(Database &db, const DoorSale &sale)
{
    for (const OrderLine &line : sale.order.lines)
        if (const QStringList archived = archive_store::archivedAmong(db, std::array{line.ticket.event}, true); !archived.isEmpty())
            return fail(ErrorCode::EventArchived, {archived.front()});
    return {};
}

/// Tickets that are void from the beginning, and what was paid for them.
Result<void> refundVoid(Work &work, const Actor &actor, OrderId order, AccountId credit)
{
    const Order sale = order_store::byIds(work.db(), std::array{order}).front();
    auto parts = refundplan::share(sale.payments, sale.total);
    if (!parts)
        return fail(parts.error());
    RefundWork refund(work, actor, sale, sale.payments, credit);
    if (const auto credited = refund.credit(*parts); !credited)
        return credited;
    if (refundplan::givesCash(*parts)) {
        const auto allowed = require(actor, Permission::GiveCash);
        if (const auto open = allowed ? refund.mayGiveCash() : allowed; !open)
            return open;
    }
    refund.takeBack({sale.lines, *parts, false, {}, {}, true});
    refund.write();
    return {};
}

} // namespace

Result<std::vector<SaleConflict>> DoorSettlement::conflicts()
{
    return m_writer.read([](Database &db) {
        std::vector<SaleConflict> out;
        for (const auto &conflict : doorsale_store::openConflicts(db))
            out.push_back(saleFrom(conflict));
        return out;
    });
}

Result<SaleConflictDetail> DoorSettlement::about(OrderId sale)
{
    return m_writer.read([sale](Database &db) -> Result<SaleConflictDetail> {
        const auto conflict = doorsale_store::openConflict(db, sale);
        const auto door = conflict ? doorcentre_store::find(db, conflict->door) : std::nullopt;
        if (!conflict || !door)
            return noSuchSale();
        const auto told = readSale(db, *conflict, *door);
        return SaleConflictDetail{saleFrom(*conflict), doorsale_store::placesOf(db, sale), told ? told->payments : std::vector<Payment>()};
    });
}

Result<void> DoorSettlement::settle(const Actor &actor, OrderId sale, const char *as, const Decision &decision)
{
    if (const auto allowed = require(actor, Permission::GrantPlaces); !allowed)
        return allowed;
    return m_writer.write([&](Work &work) -> Result<void> {
        Database &db = work.db();
        const auto conflict = doorsale_store::lockConflict(db, sale);
        const auto door = conflict ? doorspeaker::door(db, conflict->door) : fail(ErrorCode::NotFound);
        if (!conflict || !door)
            return noSuchSale();
        if (decision) {
            const auto told = readSale(db, *conflict, *door);
            const auto live = told ? unlessArchived(db, *told) : Result<void>(fail(told.error()));
            if (!live)
                return live;
            DoorSales sales(work, *door);
            if (const auto decided = decision(work, sales, *told, *conflict); !decided)
                return decided;
            sales.write();
        }
        doorsale_store::resolve(db, sale, QLatin1String(as), actor.staff, work.now());
        work.fact("conflict.settled", signedBy(actor, {{QStringLiteral("id"), sale.toString()}, {QStringLiteral("as"), QLatin1String(as)}}));
        return {};
    });
}

Result<void> DoorSettlement::accept(const Actor &actor, OrderId sale)
{
    return settle(actor, sale, "accepted", [](Work &, DoorSales &sales, const DoorSale &told, const doorsale_store::Conflict &conflict) {
        return sales.takeAfterAll(told, conflict.chain, conflict.seq);
    });
}

Result<void> DoorSettlement::giveBack(const Actor &actor, OrderId sale, AccountId credit)
{
    if (const auto allowed = require(actor, Permission::Refund); !allowed)
        return allowed;
    return settle(actor, sale, credit.isNull() ? "refunded" : "credited", [&](Work &work, DoorSales &sales, const DoorSale &told, const doorsale_store::Conflict &conflict) -> Result<void> {
        if (const auto taken = sales.takeAsVoid(told, conflict.chain, conflict.seq); !taken)
            return taken;
        return refundVoid(work, actor, sale, credit);
    });
}

Result<void> DoorSettlement::dismiss(const Actor &actor, OrderId sale)
{
    return settle(actor, sale, "dismissed", {});
}

} // namespace foyer
