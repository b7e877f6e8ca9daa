#include "core/services/importer.h"

#include "core/domain/inputtext.h"

#include <algorithm>
#include <limits>

namespace foyer {

namespace {

constexpr int AllEvents = std::numeric_limits<int>::max();

NewTicketType newType(const TicketTypeDraft &draft)
{
    NewTicketType type;
    type.name = draft.name;
    type.capacity = draft.capacity;
    type.categories = draft.categories;
    for (const PriceDraft &price : draft.prices)
        type.priceLevels.push_back({price.name, price.price, price.taxBasisPoints});
    type.fee = draft.fee;
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
    type.fee = like.fee;
    for (const PriceLevel &level : like.priceLevels)
        type.priceLevels.push_back({level.name, level.basePrice, level.taxBasisPoints});
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
        draft.prices.push_back({level.name, level.basePrice, level.taxBasisPoints});
    if (type.fee.isPositive())
        draft.fee = type.fee;
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
    if (event.orderFee.isPositive())
        draft.orderFee = event.orderFee;
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

Result<std::vector<Event>> Importer::allEvents()
{
    EventFilter all;
    all.withDrafts = true;
    all.limit = AllEvents;
    all.shelf = EventShelf::All;
    return m_catalogue.events(all);
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
        auto events = allEvents();
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

NewEvent Importer::newEvent(VenueId venue, const EventDraft &draft, const Known &known, const EventImportOptions &options)
{
    NewEvent event;
    event.venue = venue;
    event.plan = options.plan;
    event.uid = draft.uid;
    event.name = draft.name;
    event.description = draft.description;
    event.startsAt = draft.startsAt;
    event.doorsAt = draft.doorsAt;
    event.endsAt = draft.endsAt;
    event.orderFee = draft.orderFee;
    QSet<QString> categories;
    for (const TicketTypeDraft &type : draft.ticketTypes) {
        event.ticketTypes.push_back(newType(type));
        categories.unite(QSet<QString>(type.categories.begin(), type.categories.end()));
    }
    if (draft.ticketTypes.empty() && known.like) {
        event.plan = known.like->plan;
        event.orderFee = known.like->orderFee;
        for (const TicketType &type : known.like->ticketTypes)
            event.ticketTypes.push_back(newType(type));
    } else if (event.plan.isNull() && !categories.isEmpty()) {
        event.plan = known.planWith(categories);
    }
    event.status = draft.status == u"cancelled" ? EventStatus::Cancelled : event.ticketTypes.empty() ? EventStatus::Draft : options.status;
    return event;
}

Result<ImportSummary> Importer::importEvents(const Actor &actor, VenueId venue, const EventFile &file, const EventImportOptions &options,
                                             bool dryRun)
{
    if (const auto allowed = require(actor, Permission::ManageCatalogue); !allowed)
        return fail(allowed.error());
    const auto here = known(venue, file, options);
    if (!here)
        return fail(here.error());

    ImportSummary summary;
    summary.faults = file.faults;
    EventMerge merge;
    std::vector<int> addLines;
    std::vector<int> changeLines;
    for (size_t i = 0; i < file.events.size(); ++i) {
        const EventDraft &draft = file.events[i];
        const auto stored = here->events.constFind(draft.uid);
        if (stored == here->events.constEnd()) {
            merge.add.push_back(newEvent(venue, draft, *here, options));
            addLines.push_back(file.lines[i]);
            summary.withoutTickets += merge.add.back().ticketTypes.empty();
        } else if (const auto change = difference(*stored, draft, options.status)) {
            merge.change.push_back(*change);
            changeLines.push_back(file.lines[i]);
        } else {
            ++summary.unchanged;
        }
    }
    summary.added = int(merge.add.size());
    summary.updated = int(merge.change.size());

    const auto refused = m_catalogue.checkMerge(merge);
    if (!refused)
        return fail(refused.error());
    for (const MergeFault &fault : *refused)
        summary.faults.push_back({(fault.isChange ? changeLines : addLines)[fault.index], fault.error.args.value(0)});
    std::stable_sort(summary.faults.begin(), summary.faults.end(), [](const RowFault &a, const RowFault &b) { return a.line < b.line; });
    if (!summary.isClean() || dryRun || (merge.add.empty() && merge.change.empty()))
        return summary;
    const auto merged = m_catalogue.mergeEvents(actor, merge);
    return merged ? Result<ImportSummary>(summary) : fail(merged.error());
}

Result<QByteArray> Importer::exportPlan(PlanId plan)
{
    const auto stored = m_catalogue.plan(plan);
    return stored ? Result<QByteArray>(stored->document) : fail(stored.error());
}

Result<QByteArray> Importer::exportEvents(std::optional<VenueId> venue, Format format, Instant now)
{
    const auto venues = m_catalogue.venues();
    const auto events = allEvents();
    if (!venues || !events)
        return fail(venues ? events.error() : venues.error());
    std::vector<EventDraft> drafts;
    EventFileContext context{QTimeZone::utc(), {}, std::nullopt, now};
    for (const Venue &one : *venues) {
        if (venue && one.id != *venue)
            continue;
        context.timeZone = one.timeZone;
        context.currency = one.currency;
        for (const Event &event : *events)
            if (event.venue == one.id)
                drafts.push_back(draftOf(event, one.name));
    }
    return format == Format::Csv ? writeEventsCsv(drafts, context) : writeEventsIcs(drafts, context);
}

} // namespace foyer
