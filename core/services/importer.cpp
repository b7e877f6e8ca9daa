#include "core/services/importer.h"

#include "core/domain/inputtext.h"

#include <algorithm>
#include <limits>

namespace foyer {

namespace {

constexpr int ReportEvery = 500;
constexpr int AllEvents = std::numeric_limits<int>::max();

NewTicketType newType(const TicketTypeDraft &draft)
{
    NewTicketType type;
    type.name = draft.name;
    type.capacity = draft.capacity;
    type.categories = draft.categories;
    for (const PriceDraft &price : draft.prices)
        type.priceLevels.push_back({price.name, price.price, price.taxBasisPoints});
    return type;
}

NewTicketType newType(const TicketType &like)
{
    NewTicketType type;
    type.name = like.name;
    if (like.admission == AdmissionKind::General)
        type.capacity = like.capacity;
    type.categories = like.categories;
    type.maxPerOrder = like.maxPerOrder;
    for (const PriceLevel &level : like.priceLevels)
        type.priceLevels.push_back({level.name, level.price, level.taxBasisPoints});
    return type;
}

TicketTypeDraft draftOf(const TicketType &type)
{
    TicketTypeDraft draft;
    draft.name = type.name;
    if (type.admission == AdmissionKind::General)
        draft.capacity = type.capacity;
    draft.categories = type.categories;
    for (const PriceLevel &level : type.priceLevels)
        draft.prices.push_back({level.name, level.price, level.taxBasisPoints});
    return draft;
}

EventDraft draftOf(const Event &event, const QString &venue)
{
    EventDraft draft;
    draft.uid = event.uid;
    draft.name = event.name;
    draft.startsAt = event.startsAt;
    draft.doorsAt = event.doorsAt;
    draft.endsAt = event.endsAt;
    draft.venue = venue;
    draft.description = event.description;
    draft.status = event.status == EventStatus::Cancelled ? QStringLiteral("cancelled") : QStringLiteral("scheduled");
    for (const TicketType &type : event.ticketTypes)
        draft.ticketTypes.push_back(draftOf(type));
    return draft;
}

template <typename T>
void note(std::optional<T> &change, const T &before, const T &after, bool &any)
{
    if (before == after)
        return;
    change = after;
    any = true;
}

/// What the file says differently; empty when nothing.
std::optional<EventChange> difference(const Event &event, const EventDraft &draft, EventStatus statusOfScheduled)
{
    EventChange change;
    change.event = event.id;
    bool any = false;
    const Milliseconds moved = draft.startsAt - event.startsAt;
    note(change.name, event.name, draft.name.trimmed(), any);
    note(change.description, event.description, draft.description, any);
    note(change.startsAt, event.startsAt, draft.startsAt, any);
    note(change.doorsAt, event.doorsAt, draft.doorsAt.value_or(event.doorsAt + moved), any);
    note(change.endsAt, event.endsAt, draft.endsAt.value_or(event.endsAt + moved), any);
    const bool cancelled = draft.status == u"cancelled";
    const bool back = !cancelled && event.status == EventStatus::Cancelled;
    note(change.status, event.status, cancelled ? EventStatus::Cancelled : back ? statusOfScheduled : event.status, any);
    return any ? std::optional(change) : std::nullopt;
}

/// The sentence about one event, without its name: the line says which it is.
RowFault faultOf(int line, const Error &error)
{
    return {line, error.args.isEmpty() ? translate("Input", "the event cannot be used") : error.args.front()};
}

} // namespace

/// What the venue has already.
struct Importer::Known {
    QHash<QString, Event> events; ///< by uid
    std::vector<SeatingPlan> plans;
    std::optional<Event> like;

    /// The plan that has all these categories; null when none or several have.
    PlanId planWith(const QSet<QString> &categories) const
    {
        PlanId found;
        for (const SeatingPlan &plan : plans) {
            const auto has = [&](const QString &name) {
                return std::any_of(plan.categories.begin(), plan.categories.end(), [&](const PlanCategory &c) { return c.name == name; });
            };
            if (!std::all_of(categories.begin(), categories.end(), has))
                continue;
            if (!found.isNull())
                return {};
            found = plan.id;
        }
        return found;
    }
};

Result<EventFileContext> Importer::context(VenueId venue, Instant now)
{
    const auto venues = m_catalogue.venues();
    if (!venues)
        return fail(venues.error());
    for (const Venue &one : *venues)
        if (one.id == venue)
            return EventFileContext{one.timeZone, one.currency, std::nullopt, now};
    return fail(ErrorCode::NotFound, {translate("Input", "the venue")});
}

Result<PlanImport> Importer::importPlan(const Actor &actor, VenueId venue, const QByteArray &bytes, bool dryRun)
{
    if (const auto allowed = require(actor, Permission::ManageCatalogue); !allowed)
        return fail(allowed.error());
    const auto plan = SeatingPlan::fromJson(bytes);
    if (!plan)
        return fail(plan.error());
    PlanImport done{plan->name, int(plan->seats.size()), false};
    const auto plans = m_catalogue.plans();
    if (!plans)
        return fail(plans.error());
    for (const PlanSummary &one : *plans) {
        if (one.venue != venue || one.name != plan->name)
            continue;
        const auto stored = m_catalogue.plan(one.id);
        if (!stored)
            return fail(stored.error());
        if (stored->document != plan->document)
            return fail(ErrorCode::InvalidInput, {translate("Input", "the venue already has another seating plan named \"%1\"").arg(plan->name)});
        done.unchanged = true;
        return done;
    }
    if (dryRun)
        return done;
    const auto added = m_catalogue.addPlan(actor, venue, *plan);
    return added ? Result<PlanImport>(done) : fail(added.error());
}

Result<Importer::Known> Importer::known(VenueId venue, const EventFile &file, const EventImportOptions &options)
{
    Known known;
    QStringList uids;
    for (const EventDraft &draft : file.events)
        uids << draft.uid;
    const auto stored = m_catalogue.eventsByUid(venue, uids);
    if (!stored)
        return fail(stored.error());
    if (!stored->empty()) {
        EventFilter all;
        all.withDrafts = true;
        all.limit = AllEvents;
        auto events = m_catalogue.events(all);
        if (!events)
            return fail(events.error());
        for (Event &event : *events)
            if (event.venue == venue)
                known.events.insert(event.uid, std::move(event));
    }
    const auto plans = m_catalogue.plans();
    if (!plans)
        return fail(plans.error());
    for (const PlanSummary &one : *plans) {
        if (one.venue != venue)
            continue;
        auto plan = m_catalogue.plan(one.id);
        if (!plan)
            return fail(plan.error());
        known.plans.push_back(std::move(*plan));
    }
    if (!options.likeEvent.isNull()) {
        auto like = m_catalogue.event(options.likeEvent);
        if (!like)
            return fail(like.error());
        known.like = std::move(*like);
    }
    return known;
}

Result<ImportSummary> Importer::importEvents(const Actor &actor, VenueId venue, const EventFile &file, const EventImportOptions &options,
                                             bool dryRun, const Progress &progress)
{
    if (const auto allowed = require(actor, Permission::ManageCatalogue); !allowed)
        return fail(allowed.error());
    const auto here = known(venue, file, options);
    if (!here)
        return fail(here.error());

    ImportSummary summary;
    summary.faults = file.faults;
    EventMerge merge;
    std::vector<int> lines; // of the events to add
    const int all = int(file.events.size());
    for (int i = 0; i < all; ++i) {
        const EventDraft &draft = file.events[size_t(i)];
        if (progress && i % ReportEvery == 0)
            progress(i / 2, all); // the second half is the database's
        if (const auto stored = here->events.constFind(draft.uid); stored != here->events.constEnd()) {
            if (const auto change = difference(*stored, draft, options.status)) {
                merge.change.push_back(*change);
                merge.changeLines.push_back(file.lines[size_t(i)]);
            } else {
                ++summary.unchanged;
            }
            continue;
        }
        NewEvent event;
        event.venue = venue;
        event.plan = options.plan;
        event.uid = draft.uid;
        event.name = draft.name;
        event.description = draft.description;
        event.startsAt = draft.startsAt;
        event.doorsAt = draft.doorsAt;
        event.endsAt = draft.endsAt;
        QSet<QString> categories;
        for (const TicketTypeDraft &type : draft.ticketTypes) {
            event.ticketTypes.push_back(newType(type));
            categories.unite(QSet<QString>(type.categories.begin(), type.categories.end()));
        }
        if (draft.ticketTypes.empty() && here->like) {
            event.plan = here->like->plan;
            for (const TicketType &type : here->like->ticketTypes)
                event.ticketTypes.push_back(newType(type));
        } else if (event.plan.isNull() && !categories.isEmpty()) {
            event.plan = here->planWith(categories);
        }
        event.status = draft.status == u"cancelled" ? EventStatus::Cancelled : event.ticketTypes.empty() ? EventStatus::Draft : options.status;
        summary.withoutTickets += event.ticketTypes.empty();
        merge.add.push_back(std::move(event));
        merge.addLines.push_back(file.lines[size_t(i)]);
    }
    summary.added = int(merge.add.size());
    summary.updated = int(merge.change.size());

    return summary;
}

Result<QByteArray> Importer::exportPlan(PlanId plan)
{
    const auto stored = m_catalogue.plan(plan);
    return stored ? Result<QByteArray>(stored->document) : fail(stored.error());
}

Result<QByteArray> Importer::exportEvents(const Actor &actor, VenueId venue, Format format, Instant now)
{
    if (const auto allowed = require(actor, Permission::ManageCatalogue); !allowed)
        return fail(allowed.error());
    const auto where = context(venue, now);
    if (!where)
        return fail(where.error());
    return QByteArray();
}

} // namespace foyer
