#include "core/services/archive.h"

#include "core/domain/inputtext.h"
#include "core/services/inventory.h"
#include "core/services/seatboards.h"
#include "core/storage/archive_store.h"
#include "core/storage/setting_store.h"
#include "core/storage/writer.h"

namespace foyer {

namespace {

constexpr int ArchivedAtOnce = 50; ///< for each commit of a sweep: sellers wait for the rows of none of them long
constexpr Milliseconds OneDay{24 * 60 * 60'000};

QString archiveRule()
{
    return QStringLiteral("archive_after_days");
}

int daysOfRule(Database &db)
{
    bool ok = false;
    const int days = setting_store::find(db, archiveRule()).value_or(QString()).toInt(&ok);
    return ok ? days : Archive::DefaultDays;
}

void archiveFact(Work &work, const Actor &actor, const char *what, EventId event, Instant at)
{
    work.fact(what, signedBy(actor, {{QStringLiteral("event"), event.toString()}, {QStringLiteral("at"), at.ms}}));
}

Result<void> mayBeArchived(Work &work, const archive_store::Known &event, Instant now)
{
    if (event.endsAt > now)
        return fail(ErrorCode::InvalidInput, {translate("Input", "%1 is not over yet").arg(event.name)});
    if (const qint64 open = archive_store::openThings(work.db(), event.event); open > 0)
        return fail(ErrorCode::InvalidInput, {translate("Input", "%1 has reservations, payments or places of doors that are still open (%2)").arg(event.name).arg(open)});
    return {};
}

tl::unexpected<Error> noSuchEvent()
{
    return fail(ErrorCode::NotFound, {translate("Input", "the event")});
}

} // namespace

Result<void> Archive::archive(const Actor &actor, std::span<const EventId> events)
{
    if (const auto allowed = require(actor, Permission::ManageCatalogue); !allowed)
        return allowed;
    if (const auto swept = m_inventory.sweep(); !swept) // what ran out is not open any more
        return fail(swept.error());
    const auto done = m_writer.write([&](Work &work) -> Result<void> {
        const auto known = archive_store::lock(work.db(), events);
        if (known.size() != events.size())
            return noSuchEvent();
        const Instant now = work.db().now(); // after every sale that the lock has waited for
        for (const auto &event : known) {
            if (event.archivedAt)
                continue;
            if (const auto may = mayBeArchived(work, event, now); !may)
                return may;
            archive_store::set(work.db(), event.event, now);
            archiveFact(work, actor, "event.archived", event.event, now);
        }
        return {};
    });
    for (const EventId event : events)
        m_inventory.boards().forget(event);
    return done;
}

Result<void> Archive::bringBack(const Actor &actor, std::span<const EventId> events)
{
    if (const auto allowed = require(actor, Permission::ManageCatalogue); !allowed)
        return allowed;
    return m_writer.write([&](Work &work) -> Result<void> {
        const auto known = archive_store::lock(work.db(), events);
        if (known.size() != events.size())
            return noSuchEvent();
        for (const auto &event : known) {
            if (!event.archivedAt)
                continue;
            archive_store::set(work.db(), event.event, std::nullopt);
            archiveFact(work, actor, "event.unarchived", event.event, work.db().now());
        }
        return {};
    });
}

Result<int> Archive::sweep(const Actor &actor)
{
    if (const auto allowed = require(actor, Permission::ManageCatalogue); !allowed)
        return fail(allowed.error());
    const auto days = daysAfter();
    if (!days || *days == 0)
        return days;
    if (const auto swept = m_inventory.sweep(); !swept)
        return fail(swept.error());
    int total = 0;
    for (;;) {
        const auto some = sweepSome(actor, *days);
        if (!some)
            return some;
        total += *some;
        if (*some < ArchivedAtOnce)
            return total;
    }
}

Result<int> Archive::sweepSome(const Actor &actor, int days)
{
    return m_writer.write([&](Work &work) -> Result<int> {
        const auto due = archive_store::due(work.db(), work.now() - days * OneDay, ArchivedAtOnce);
        int archived = 0;
        const auto known = archive_store::lock(work.db(), due);
        const Instant now = work.db().now();
        for (const auto &event : known) {
            if (event.archivedAt || archive_store::openThings(work.db(), event.event) > 0)
                continue; // somebody was quicker
            archive_store::set(work.db(), event.event, now);
            archiveFact(work, actor, "event.archived", event.event, now);
            m_inventory.boards().forget(event.event);
            ++archived;
        }
        return archived;
    });
}

Result<int> Archive::daysAfter()
{
    return m_writer.read([](Database &db) { return daysOfRule(db); });
}

Result<void> Archive::setDaysAfter(const Actor &actor, int days)
{
    if (const auto allowed = require(actor, Permission::SetHouseRules); !allowed)
        return allowed;
    if (days < 0 || days > MaxDays)
        return fail(ErrorCode::InvalidInput, {translate("Input", "the days are between 0 and %1").arg(MaxDays)});
    return m_writer.write([&](Work &work) -> Result<void> {
        setting_store::put(work.db(), archiveRule(), QString::number(days));
        work.fact("rule.archive", signedBy(actor, {{QStringLiteral("days"), days}}));
        return {};
    });
}

} // namespace foyer
