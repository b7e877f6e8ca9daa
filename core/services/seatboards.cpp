#include "core/services/seatboards.h"

#include "core/services/catalogue.h"
#include "core/services/inventory.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace foyer {

Result<SeatBoards::Entry *> SeatBoards::board(EventId event)
{
    const auto known = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry &entry) { return entry.event.id == event; });
    if (known == m_entries.end())
        return open(event);
    m_entries.splice(m_entries.begin(), m_entries, known);
    const Milliseconds age = m_clock.now() - known->readAt;
    const bool isFresh = m_fed || (age >= Milliseconds(0) && age < FreshFor);
    if (!isFresh)
        if (const auto read = refresh(*known); !read)
            return fail(read.error());
    return &*known;
}

Result<SeatBoards::Entry *> SeatBoards::open(EventId id)
{
    auto event = m_catalogue.event(id);
    if (!event)
        return fail(event.error());
    if (event->archivedAt)
        return fail(ErrorCode::EventArchived, {event->name});
    if (event->plan.isNull())
        return fail(ErrorCode::InvalidInput, {QCoreApplication::translate("Input", "%1 has no numbered seats").arg(event->name)});
    const auto plan = m_catalogue.plan(event->plan);
    if (!plan)
        return fail(plan.error());
    Entry entry{*event, SeatBoard(*plan, *event), {}, 0};
    if (const auto read = refresh(entry); !read)
        return fail(read.error());
    m_entries.push_front(std::move(entry));
    if (m_entries.size() > Most)
        m_entries.pop_back();
    return &m_entries.front();
}

Result<void> SeatBoards::refresh(Entry &entry)
{
    const auto claims = m_inventory.claims(entry.event.id);
    if (!claims)
        return fail(claims.error());
    std::vector<SeatId> taken;
    taken.reserve(claims->size());
    for (const SeatClaim &claim : *claims)
        taken.push_back(claim.seat);
    entry.board.setTaken(taken);
    entry.readAt = m_clock.now();
    return {};
}

void SeatBoards::apply(EventId event, SeatId seat, bool free)
{
    for (Entry &entry : m_entries)
        if (entry.event.id == event)
            entry.board.apply(seat, free);
}

} // namespace foyer
