// Importer: seating plans and events from files into the catalogue, and back.
#pragma once

#include "core/domain/eventfile.h"
#include "core/services/catalogue.h"

namespace foyer {

/// What an import did, or would do.
struct ImportSummary {
    int added = 0;
    int updated = 0;
    int unchanged = 0;
    int withoutTickets = 0;       ///< of those added, without a ticket type: drafts until they get one
    std::vector<RowFault> faults; ///< not empty: nothing was changed

    bool isClean() const { return faults.empty(); }
};

/// What the file does not say.
struct EventImportOptions {
    PlanId plan;            ///< for numbered seats; unless given, the venue's one plan that has the categories
    EventId likeEvent;      ///< events without ticket types get those of this one, and its plan
    EventStatus status = EventStatus::OnSale; ///< of new events that have something to sell
};

struct PlanImport {
    QString name;
    int seats = 0;
    bool unchanged = false; ///< the venue has this very plan already
};

class Importer
{
public:
    explicit Importer(Catalogue &catalogue) : m_catalogue(catalogue) {}

    /// FileInvalid with the path of the first fault; InvalidInput when the venue has another plan of that name: tickets
    /// may hang on it. The same file again changes nothing.
    Result<PlanImport> importPlan(const Actor &actor, VenueId venue, const QByteArray &bytes, bool dryRun);

    /// All or nothing. Events that the venue knows by their uid get the name, description, times and status of the file;
    /// what is sold at them stays. A time that the file does not give moves along with the start. A cancelled event
    /// comes back on sale when the file calls it scheduled; a paused one or a draft stays so.
    Result<ImportSummary> importEvents(const Actor &actor, VenueId venue, const EventFile &file, const EventImportOptions &options,
                                       bool dryRun);

    enum class Format { Csv, Ics };
    /// Every event of the venue, or of all venues; drafts too.
    Result<QByteArray> exportEvents(std::optional<VenueId> venue, Format format, Instant now);
    /// The file that was imported, unknown keys included.
    Result<QByteArray> exportPlan(PlanId plan);

    /// The context in which a file for this venue is read. NotFound.
    Result<EventFileContext> context(VenueId venue, Instant now);

private:
    struct Known;

    Result<std::vector<Event>> allEvents();
    static NewEvent newEvent(VenueId venue, const EventDraft &draft, const Known &known, const EventImportOptions &options);
    Result<Known> known(VenueId venue, const EventFile &file, const EventImportOptions &options);

    Catalogue &m_catalogue;
};

} // namespace foyer
