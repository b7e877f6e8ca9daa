#include "ui/sell/archivedesk.h"

#include "core/domain/errortext.h"
#include "ui/format.h"

namespace foyer {
namespace {

constexpr int MostPastEvents = 500;

} // namespace

Result<std::vector<Event>> ArchiveDesk::events(BoxOffice &office, EventScope scope, Instant now)
{
    if (scope == EventScope::OnSale)
        return std::vector<Event>();
    EventFilter filter;
    filter.to = now;
    filter.limit = MostPastEvents;
    filter.shelf = scope == EventScope::Archived ? EventShelf::Archived : EventShelf::Live;
    filter.latestFirst = true;
    auto found = office.catalogue().events(filter);
    if (found)
        std::erase_if(*found, [now](const Event &event) { return event.endsAt > now; });
    return found;
}

void ArchiveDesk::present(const ListedEvent &event)
{
    const QString name = event.event.name;
    const QString when = formatMoment(event.startsAt);
    const bool mayMove = may(m_actor.role, Permission::ManageCatalogue);
    const bool in = event.scope == EventScope::Over;
    const QString sentence = in ? tr("%1 (%2) is over. Its tickets can be refunded or exchanged until it is archived.").arg(name, when)
                                : tr("%1 (%2) is archived and read-only. Its orders are found on the page Orders, its figures in Statistics.").arg(name, when);
    Q_EMIT said(sentence, !mayMove ? QString() : in ? tr("Archive it") : tr("Bring it back"), [this, id = event.event.id, name, in] { move(id, name, in); });
}

void ArchiveDesk::move(EventId event, const QString &name, bool in)
{
    m_backend.run(this, [actor = m_actor, event, in](Desk &desk) {
        Archive &archive = desk.office.archive();
        return in ? archive.archive(actor, std::array{event}) : archive.bringBack(actor, std::array{event});
    }, [this, event, name, in](const Result<void> &done) {
        if (!done)
            return Q_EMIT said(sentence(done.error()), {}, {});
        Q_EMIT moved();
        Q_EMIT said(in ? tr("%1 is in the archive now.").arg(name) : tr("%1 is back from the archive.").arg(name), tr("Undo"),
                    [this, event, name, in] { move(event, name, !in); });
    });
}

} // namespace foyer
