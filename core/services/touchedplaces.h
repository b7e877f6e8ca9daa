// TouchedPlaces: reads journal records for what they changed: which seats, types, reservations. Says where to look, never
// what is there now; a fact that it does not know by name is searched all the same.
#pragma once

#include "core/base/id.h"
#include "core/storage/feed_store.h"

#include <QtCore/QJsonValue>

#include <unordered_set>

namespace foyer {

class TouchedPlaces
{
public:
    void read(const QByteArray &recordBody);
    void add(const feed_store::Touched &place);
    void add(TicketTypeId type) { m_types.insert(type); }

    const std::unordered_set<reservation_store::EventSeat> &seats() const { return m_seats; }
    const std::unordered_set<TicketTypeId> &types() const { return m_types; }
    const std::unordered_set<ReservationId> &reservations() const { return m_reservations; }
    const std::unordered_set<AllotmentId> &allotments() const { return m_allotments; }
    /// Events of which more than single known types changed.
    const std::unordered_set<EventId> &events() const { return m_events; }
    /// Events, prices or plans are not what they were.
    bool catalogue() const { return m_catalogue; }
    /// A record that cannot tell what it changed.
    bool isUnclear() const { return m_unclear; }

private:
    void readFact(const QJsonObject &fact);
    void readPlaces(const QJsonObject &fact);

    std::unordered_set<reservation_store::EventSeat> m_seats;
    std::unordered_set<TicketTypeId> m_types;
    std::unordered_set<ReservationId> m_reservations;
    std::unordered_set<AllotmentId> m_allotments;
    std::unordered_set<EventId> m_events;
    bool m_catalogue = false;
    bool m_unclear = false;
};

} // namespace foyer
