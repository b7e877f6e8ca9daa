#include "core/services/ticketoptions.h"

#include "core/domain/inputtext.h"
#include "core/services/catalogue.h"
#include "core/services/eventrules.h"
#include "core/services/inventory.h"
#include "core/services/optionbatch.h"
#include "core/services/reservebatch.h"
#include "core/storage/catalogue_store.h"
#include "core/storage/plan_store.h"
#include "core/storage/writer.h"

namespace foyer {

namespace {

constexpr int OptionLockedAttempts = 8;
constexpr int OptionAttempts = 24; ///< then those who wait are told to come again
/// TicketOptions have no date: 2099-12-31 12:00 UTC keeps them on sale and at the end of every list.
constexpr Instant NoDate{4'102'401'600'000};

/// The venue of everything that is sold without a place and a date; made with the first option.
Venue optionVenue(Work &work)
{
    const QString name = QStringLiteral("Ticket options");
    const auto venues = plan_store::venues(work.db());
    for (const Venue &venue : venues)
        if (venue.name == name)
            return venue;
    Venue venue{work.ids().make<VenueId>(), name, QTimeZone::utc(), Currency()};
    if (!venues.empty()) {
        venue.timeZone = venues.front().timeZone;
        venue.currency = venues.front().currency;
    }
    plan_store::addVenue(work.db(), venue);
    work.fact("venue.added", {{QStringLiteral("venue"), venue.id.toString()}, {QStringLiteral("name"), name},
                              {QStringLiteral("currency"), venue.currency.code()}});
    return venue;
}

NewEvent eventOf(const NewOption &option, const Venue &venue)
{
    NewTicketType type;
    type.name = option.name;
    type.capacity = option.allocation;
    type.maxPerOrder = TicketOptions::MaxQuantity;
    type.priceLevels = {{QStringLiteral("Free"), Money::zero(venue.currency), 0}};
    NewEvent event;
    event.venue = venue.id;
    event.name = option.name;
    event.description = option.description;
    event.startsAt = NoDate;
    event.ticketTypes = {type};
    return event;
}

Result<OptionMade> addOne(Work &work, const NewOption &option, const Venue &venue)
{
    const NewEvent event = eventOf(option, venue);
    const auto made = Catalogue::addEvents(work, std::span(&event, 1));
    if (!made)
        return fail(made.error());
    const TicketType &type = made->front().ticketTypes.front();
    const option_store::NewRow row{type.id, made->front().id, type.priceLevels.front().id};
    option_store::insert(work.db(), std::span(&row, 1));
    return OptionMade{type.id};
}

/// An option with a key: the answer is stored with it, or read again.
Result<OptionMade> addOnce(Work &work, const NewOption &option, const Venue &venue)
{
    const auto name = answer_store::Name{option.once->owner, option.once->key};
    for (const auto &earlier : answer_store::find(work.db(), std::array{name}))
        return earlier.requestHash == option.once->hash ? Result<OptionMade>(OptionMade{{}, Replay{earlier.status, earlier.body}}) : fail(ErrorCode::KeyReused);
    auto made = addOne(work, option, venue);
    if (!made)
        return made;
    const answer_store::Stored stored{name, option.once->hash, option.once->status, option.once->body ? option.once->body(made->id.uuid()) : QByteArray()};
    if (answer_store::claim(work.db(), std::array{stored}, work.now()).empty()) // under the catalogue's lock nobody else adds
        throw StorageError(StorageError::Kind::Unique, QStringLiteral("the key of an option was used elsewhere meanwhile"));
    return made;
}

Result<void> checkOption(const NewOption &option)
{
    if (!eventrules::isName(option.name))
        return fail(ErrorCode::InvalidInput, {translate("Input", "a ticket option needs a name of one line")});
    if (option.description.size() > eventrules::MaxDescriptionLength)
        return fail(ErrorCode::InvalidInput, {translate("Input", "the description is longer than %1 characters").arg(eventrules::MaxDescriptionLength)});
    if (option.allocation < 0 || option.allocation > TicketOptions::MaxAllocation)
        return fail(ErrorCode::InvalidInput, {translate("Input", "an allocation is between 0 and %1").arg(TicketOptions::MaxAllocation)});
    return {};
}

} // namespace

std::vector<Result<OptionMade>> TicketOptions::add(const Actor &actor, std::span<const NewOption> wanted)
{
    if (const auto allowed = require(actor, Permission::ManageCatalogue); !allowed)
        return std::vector<Result<OptionMade>>(wanted.size(), Result<OptionMade>(fail(allowed.error())));
    auto answers = m_writer.write([&](Work &work) {
        catalogue_store::lock(work.db());
        const Venue venue = optionVenue(work);
        std::vector<Result<OptionMade>> out;
        for (const NewOption &option : wanted) {
            const auto good = checkOption(option);
            out.push_back(!good ? Result<OptionMade>(fail(good.error())) : option.once ? addOnce(work, option, venue) : addOne(work, option, venue));
        }
        return out;
    });
    if (!answers)
        return std::vector<Result<OptionMade>>(wanted.size(), Result<OptionMade>(fail(answers.error())));
    return std::move(*answers);
}

Result<OptionMade> TicketOptions::add(const Actor &actor, const NewOption &wanted)
{
    return std::move(add(actor, std::span(&wanted, 1)).front());
}

std::vector<Result<TicketOption>> TicketOptions::find(std::span<const TicketTypeId> options)
{
    const auto rows = m_writer.read([&](Database &db) {
        std::unordered_set<TicketTypeId> wanted(options.begin(), options.end());
        std::unordered_map<TicketTypeId, TicketOption> found;
        for (auto &row : option_store::left(db, std::vector(wanted.begin(), wanted.end()), db.now()))
            found.emplace(row.type, TicketOption{row.type, row.name, row.description, row.left});
        return found;
    });
    std::vector<Result<TicketOption>> out;
    for (const TicketTypeId id : options) {
        if (!rows)
            out.push_back(fail(rows.error()));
        else if (const auto found = rows->find(id); found != rows->end())
            out.push_back(found->second);
        else
            out.push_back(fail(ErrorCode::NotFound, {translate("Input", "this ticket option")}));
    }
    return out;
}

Result<TicketOption> TicketOptions::find(TicketTypeId option)
{
    return std::move(find(std::span(&option, 1)).front());
}

std::vector<Result<Purchase>> TicketOptions::purchase(const Actor &actor, std::span<const PurchaseRequest> requests)
{
    if (const auto allowed = require(actor, Permission::Sell); !allowed)
        return std::vector<Result<Purchase>>(requests.size(), Result<Purchase>(fail(allowed.error())));
    std::vector<Result<Purchase>> answers;
    for (size_t begin = 0; begin < requests.size();) {
        size_t end = begin;
        for (qint64 tickets = 0; end < requests.size() && (end == begin || tickets + requests[end].quantity <= TicketsAtOnce); ++end)
            tickets += requests[end].quantity;
        for (auto &answer : purchaseTogether(actor, requests.subspan(begin, end - begin)))
            answers.push_back(std::move(answer));
        begin = end;
    }
    return answers;
}

Result<Purchase> TicketOptions::purchase(const Actor &actor, const PurchaseRequest &request)
{
    return std::move(purchase(actor, std::span(&request, 1)).front());
}

Result<int> TicketOptions::forgetAnswers(Milliseconds age, int limit)
{
    return m_writer.write([&](Work &work) { return answer_store::forget(work.db(), work.now() - age, limit); });
}

std::vector<Result<Purchase>> TicketOptions::purchaseTogether(const Actor &actor, std::span<const PurchaseRequest> requests)
{
    const auto all = [&](const Error &error) { return std::vector<Result<Purchase>>(requests.size(), Result<Purchase>(fail(error))); };
    OptionBatch batch(actor, requests, m_issuer);
    const bool isNearEnd = std::any_of(requests.begin(), requests.end(), [&](const PurchaseRequest &r) { return m_nearEnd.contains(r.option); });
    auto mode = isNearEnd ? OptionBatch::Mode::Locked : OptionBatch::Mode::Optimistic;
    for (int attempt = 0; attempt < OptionAttempts; ++attempt) {
        try {
            auto answers = m_writer.write([&](Work &work) { return batch.run(work, mode, attempt < OptionLockedAttempts); });
            for (const auto &[option, left] : batch.left()) {
                if (left < NearEnd)
                    m_nearEnd.insert(option);
                else
                    m_nearEnd.erase(option);
            }
            if (answers)
                return std::move(*answers);
            if (requests.size() == 1 || answers.error().code != ErrorCode::Internal)
                return all(answers.error());
            // A constraint spoke, which is a bug: find the member that trips it and let the others pass.
            std::vector<Result<Purchase>> singly;
            for (const PurchaseRequest &request : requests)
                singly.push_back(std::move(purchaseTogether(actor, std::span(&request, 1)).front()));
            return singly;
        } catch (const PlacesRanOut &) {
            // The first time there may just be too few places; only the lock tells.
            const bool wasLocked = mode == OptionBatch::Mode::Locked;
            mode = OptionBatch::Mode::Locked;
            if (!wasLocked)
                continue;
            if (const auto swept = m_inventory.sweep(); !swept)
                return all(swept.error());
        }
    }
    return all(Error{ErrorCode::DatabaseBusy, {}, QStringLiteral("the places of a ticket option could not be counted in %1 attempts").arg(OptionAttempts)});
}

} // namespace foyer
