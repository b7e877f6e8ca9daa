// ArchiveProof: proves that the events in the archive are those which the journal says were put there and not brought back.
#pragma once

#include "core/services/breaches.h"
#include "core/storage/database.h"

#include <QtCore/QHash>
#include <QtCore/QJsonObject>

namespace foyer {

class ArchiveProof
{
public:
    ArchiveProof(Breaches &breaches, Database &db) : m_breaches(breaches), m_db(db) {}

    /// Facts about events, in any order: one goes in and out by turns, so that counting tells where it is.
    void read(const QString &what, const QJsonObject &fact);
    void finish();

private:
    struct Story {
        int in = 0; ///< times archived, less times brought back
        Instant latest{0};
    };

    Breaches &m_breaches;
    Database &m_db;
    QHash<EventId, Story> m_stories;
};

} // namespace foyer
