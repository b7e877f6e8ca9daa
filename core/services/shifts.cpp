#include "core/services/shifts.h"

#include "core/domain/businessday.h"
#include "core/domain/inputtext.h"
#include "core/services/shiftbooks.h"
#include "core/storage/setting_store.h"
#include "core/storage/shift_store.h"
#include "core/storage/shiftfigures_store.h"
#include "core/storage/verify_store.h"
#include "core/storage/writer.h"

#include <algorithm>

namespace foyer {

namespace {

constexpr int MaxReasonLength = 200;
constexpr qint64 MaxPieces = 100'000;

QString cashRule() { return QStringLiteral("cash_needs_shift"); }

tl::unexpected<Error> noShift()
{
    return fail(ErrorCode::NoShift);
}

tl::unexpected<Error> badShiftInput(const QString &what)
{
    return fail(ErrorCode::InvalidInput, {what});
}

shift_store::Record recordOf(Work &work)
{
    return {work.now(), work.chain(), work.seq()};
}

/// One's own shift, or the right to those of others.
Result<void> mayAnswerFor(const Actor &actor, const DrawerShift &shift)
{
    return require(actor, !actor.staff.isNull() && actor.staff == shift.staff ? Permission::Sell : Permission::CloseShifts);
}

Result<void> checkMove(CashMoveKind kind, Money amount, const QString &reason)
{
    if (kind == CashMoveKind::NoSale ? !amount.isZero() : !amount.isPositive())
        return badShiftInput(translate("Input", "the amount is not above zero"));
    if (amount.minor() > Money::MaxMinor)
        return badShiftInput(translate("Input", "the amount is too large"));
    if (reason.isEmpty() || reason.size() > MaxReasonLength)
        return badShiftInput(translate("Input", "a reason of up to %1 letters is needed").arg(MaxReasonLength));
    return {};
}

Result<void> checkCount(const CashCount &pieces, Currency currency)
{
    const auto known = denominations(currency);
    std::vector<qint64> seen;
    for (const CashPieces &one : pieces) {
        if (std::find(known.begin(), known.end(), one.value) == known.end() || std::find(seen.begin(), seen.end(), one.value) != seen.end())
            return badShiftInput(translate("Input", "there is no note or coin of %1, or it was named twice").arg(Money(one.value, currency).toString()));
        if (one.count < 0 || one.count > MaxPieces)
            return badShiftInput(translate("Input", "%1 pieces of %2 cannot be").arg(QString::number(one.count), Money(one.value, currency).toString()));
        seen.push_back(one.value);
    }
    return {};
}

QJsonObject shiftFact(const Actor &actor, const DrawerShift &shift)
{
    return signedBy(actor, {{QStringLiteral("shift"), shift.id.toString()}});
}

/// The open shift, locked, for somebody who answers for it.
Result<DrawerShift> ownShift(Work &work, const Actor &actor)
{
    const auto shift = shift_store::lockOpen(work.db(), work.terminal());
    if (!shift)
        return noShift();
    if (const auto allowed = mayAnswerFor(actor, *shift); !allowed)
        return fail(allowed.error());
    return *shift;
}

ShiftReport readReport(Database &db, const DrawerShift &shift, Instant at)
{
    ShiftReport report;
    report.shift = shift;
    report.at = at;
    shiftfigures_store::count(db, report);
    report.open = shiftfigures_store::openPayments(db, shift.terminal);
    const auto before = shift_store::beforeZ(db, shift.terminal, shift.opening.currency().code());
    report.grandSales = Money(before.grandSales, shift.opening.currency()) + report.sales.amount;
    report.grandRefunds = Money(before.grandRefunds, shift.opening.currency()) + report.refunds.amount;
    return report;
}

Result<ShiftReport> writtenZ(const QString &body)
{
    const auto report = shiftReportFrom(body.toUtf8());
    if (!report)
        throw StorageError(StorageError::Kind::Corrupt, QStringLiteral("a Z report cannot be read"));
    return *report;
}

} // namespace

Result<std::optional<DrawerShift>> Shifts::current()
{
    return m_writer.read([this](Database &db) { return shift_store::open(db, m_writer.terminal()); });
}

Result<DrawerShift> Shifts::open(const Actor &actor, Money opening)
{
    if (const auto allowed = require(actor, Permission::Sell); !allowed)
        return fail(allowed.error());
    if (opening.isNegative() || opening.minor() > Money::MaxMinor)
        return badShiftInput(translate("Input", "a float is zero or more"));
    return m_writer.write([&](Work &work) -> Result<DrawerShift> {
        DrawerShift shift;
        shift.id = work.ids().make<DrawerShiftId>();
        shift.terminal = work.terminal();
        shift.staff = actor.staff;
        shift.day = businessDay(work.now(), shift_store::houseZone(work.db()));
        shift.opening = opening;
        shift.openedAt = work.now();
        if (!shift_store::add(work.db(), shift, recordOf(work))) {
            const auto other = shift_store::open(work.db(), work.terminal());
            return fail(ErrorCode::ShiftOpen, {other ? other->cashier : QString()});
        }
        shiftbooks::post(work, shiftbooks::floatIn(shift));
        QJsonObject fact = shiftFact(actor, shift);
        fact.insert(QStringLiteral("terminal"), shift.terminal.toString());
        fact.insert(QStringLiteral("number"), shift.number);
        fact.insert(QStringLiteral("float"), opening.minor());
        fact.insert(QStringLiteral("currency"), opening.currency().code());
        work.fact("drawer.opened", fact);
        return shift_store::find(work.db(), shift.id).value();
    });
}

Result<void> Shifts::move(const Actor &actor, CashMoveKind kind, Money amount, const QString &reason)
{
    if (const auto allowed = require(actor, Permission::MoveCash); !allowed)
        return allowed;
    if (const auto good = checkMove(kind, amount, reason.trimmed()); !good)
        return good;
    return m_writer.write([&](Work &work) -> Result<void> {
        const auto shift = shift_store::lockOpen(work.db(), work.terminal());
        if (!shift)
            return noShift();
        if (shift->state == DrawerState::Counting)
            return fail(ErrorCode::DrawerCounted);
        const Currency currency = shift->opening.currency();
        if (kind != CashMoveKind::NoSale && amount.currency() != currency)
            return fail(ErrorCode::CurrencyMismatch, {currency.code(), amount.currency().code()});
        const auto id = work.ids().make<CashMoveId>();
        shift_store::addMove(work.db(), {id, shift->id, kind, amount.minor(), reason.trimmed(), actor.staff, actor.approval ? actor.approval->by : StaffId()},
                             recordOf(work));
        if (kind != CashMoveKind::NoSale)
            shiftbooks::post(work, shiftbooks::moved(*shift, kind, amount));
        QJsonObject fact = shiftFact(actor, *shift); // without the reason: free text may name people
        fact.insert(QStringLiteral("id"), id.toString());
        fact.insert(QStringLiteral("kind"), kindName(kind));
        fact.insert(QStringLiteral("amount"), amount.minor());
        work.fact("drawer.moved", fact);
        return {};
    });
}

Result<DrawerShift> Shifts::handOver(const Actor &actor, const Actor &to)
{
    if (to.staff.isNull())
        return badShiftInput(translate("Input", "a drawer is handed over to somebody"));
    return m_writer.write([&](Work &work) -> Result<DrawerShift> {
        const auto shift = ownShift(work, actor);
        if (!shift)
            return fail(shift.error());
        if (shift->staff == to.staff)
            return *shift;
        const auto id = work.ids().make<HandoverId>();
        shift_store::setStaff(work.db(), shift->id, to.staff);
        shift_store::addHandover(work.db(), id, shift->id, shift->staff, to.staff, recordOf(work));
        QJsonObject fact = shiftFact(actor, *shift);
        fact.insert(QStringLiteral("id"), id.toString());
        fact.insert(QStringLiteral("from"), shift->staff.toString());
        fact.insert(QStringLiteral("to"), to.staff.toString());
        work.fact("drawer.handed_over", fact);
        return shift_store::find(work.db(), shift->id).value();
    });
}

Result<DrawerShift> Shifts::count(const Actor &actor, const CashCount &pieces)
{
    return m_writer.write([&](Work &work) -> Result<DrawerShift> {
        const auto shift = ownShift(work, actor);
        if (!shift)
            return fail(shift.error());
        if (const auto good = checkCount(pieces, shift->opening.currency()); !good)
            return fail(good.error());
        shift_store::Counted counted{work.ids().make<CashCountId>(), shift->id, 0, totalOf(pieces, shift->opening.currency()).minor(),
                                     countText(pieces), actor.staff};
        shift_store::addCount(work.db(), counted, recordOf(work));
        shift_store::setState(work.db(), shift->id, DrawerState::Counting, std::nullopt);
        QJsonObject fact = shiftFact(actor, *shift);
        fact.insert(QStringLiteral("id"), counted.id.toString());
        fact.insert(QStringLiteral("number"), counted.number);
        fact.insert(QStringLiteral("total"), counted.total);
        fact.insert(QStringLiteral("pieces"), counted.pieces);
        work.fact("drawer.counted", fact);
        return shift_store::find(work.db(), shift->id).value();
    });
}

Result<DrawerShift> Shifts::leaveCount(const Actor &actor)
{
    return m_writer.write([&](Work &work) -> Result<DrawerShift> {
        const auto shift = ownShift(work, actor);
        if (!shift || shift->state == DrawerState::Open)
            return shift;
        shift_store::setState(work.db(), shift->id, DrawerState::Open, std::nullopt);
        work.fact("drawer.count_left", shiftFact(actor, *shift));
        return shift_store::find(work.db(), shift->id).value();
    });
}

Result<ShiftReport> Shifts::close(const Actor &actor, DrawerShiftId id)
{
    return m_writer.write([&](Work &work) -> Result<ShiftReport> {
        auto shift = shift_store::lock(work.db(), id);
        if (!shift || shift->terminal != work.terminal())
            return noShift();
        if (const auto allowed = mayAnswerFor(actor, *shift); !allowed)
            return fail(allowed.error());
        if (shift->state == DrawerState::Closed)
            return writtenZ(shift_store::zBody(work.db(), id));
        const auto counted = shift_store::latestCount(work.db(), id);
        if (shift->state != DrawerState::Counting || !counted)
            return badShiftInput(translate("Input", "the drawer was not counted yet"));

        shift->state = DrawerState::Closed;
        shift->closedAt = work.now();
        ShiftReport report = readReport(work.db(), *shift, work.now());
        report.number = shift_store::beforeZ(work.db(), shift->terminal, QString()).number;
        report.counted = Money(counted->total, shift->opening.currency());
        report.pieces = countFrom(counted->pieces);
        report.heads = shiftfigures_store::heads(work.db());

        shiftbooks::post(work, shiftbooks::closed(report));
        shift_store::setState(work.db(), id, DrawerState::Closed, work.now());
        const QByteArray body = toBytes(report);
        const auto z = work.ids().make<ZReportId>();
        shift_store::addZ(work.db(), {z, id, shift->terminal, report.number, report.counted->minor(), report.expected.minor(), report.grandSales.minor(),
                                      report.grandRefunds.minor(), shift->opening.currency().code(), QString::fromUtf8(body)}, recordOf(work));
        QJsonObject fact = shiftFact(actor, *shift);
        fact.insert(QStringLiteral("id"), z.toString());
        fact.insert(QStringLiteral("number"), report.number);
        fact.insert(QStringLiteral("counted"), report.counted->minor());
        fact.insert(QStringLiteral("expected"), report.expected.minor());
        fact.insert(QStringLiteral("body"), QString::fromLatin1(crypto::sha256(body).toHex()));
        work.fact("drawer.closed", fact);
        return report;
    });
}

Result<ShiftReport> Shifts::x(const Actor &actor)
{
    if (const auto allowed = require(actor, Permission::ReadShifts); !allowed)
        return fail(allowed.error());
    return m_writer.read([this](Database &db) -> Result<ShiftReport> {
        const verify_store::Snapshot snapshot(db); // figures of one moment, while others sell
        const auto shift = shift_store::open(db, m_writer.terminal());
        return shift ? Result<ShiftReport>(readReport(db, *shift, db.now())) : noShift();
    });
}

Result<ShiftReport> Shifts::z(const Actor &actor, qint64 number)
{
    if (const auto allowed = require(actor, Permission::ReadShifts); !allowed)
        return fail(allowed.error());
    return m_writer.read([&](Database &db) -> Result<ShiftReport> {
        const QString body = shift_store::zBody(db, m_writer.terminal(), number);
        return body.isEmpty() ? Result<ShiftReport>(fail(ErrorCode::NotFound, {translate("Input", "the Z %1 of this till").arg(number)})) : writtenZ(body);
    });
}

Result<std::vector<ZLine>> Shifts::zs(const Actor &actor, int limit)
{
    if (const auto allowed = require(actor, Permission::ReadShifts); !allowed)
        return fail(allowed.error());
    return m_writer.read([&](Database &db) { return shift_store::zs(db, m_writer.terminal(), limit); });
}

Result<void> Shifts::demandForCash(const Actor &actor, bool demanded)
{
    if (const auto allowed = require(actor, Permission::SetHouseRules); !allowed)
        return allowed;
    return m_writer.write([&](Work &work) -> Result<void> {
        setting_store::put(work.db(), cashRule(), demanded ? QStringLiteral("yes") : QStringLiteral("no"));
        work.fact("drawer.rule_set", signedBy(actor, {{QStringLiteral("cash_needs_shift"), demanded}}));
        return {};
    });
}

Result<bool> Shifts::isDemandedForCash()
{
    return m_writer.read([](Database &db) { return cashNeedsShift(db); });
}

bool Shifts::cashNeedsShift(Database &db)
{
    return setting_store::find(db, cashRule()).value_or(QString()) == QLatin1String("yes");
}

Result<Shifts::House> Shifts::house()
{
    return m_writer.read([](Database &db) { return House{shift_store::houseCurrency(db), shift_store::houseZone(db)}; });
}

} // namespace foyer
