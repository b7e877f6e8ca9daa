#include "core/services/archiveproof.h"

#include "core/domain/inputtext.h"
#include "core/storage/archive_store.h"
#include "core/storage/catalogue_store.h"

namespace foyer {

void ArchiveProof::read(const QString &what, const QJsonObject &fact)
{
    const bool in = what == QLatin1String("event.archived");
    if (!in && what != QLatin1String("event.unarchived"))
        return;
    Story &story = m_stories[EventId(QUuid::fromString(fact.value(QLatin1String("event")).toString()))];
    story.in += in ? 1 : -1;
    if (in)
        story.latest = std::max(story.latest, Instant{fact.value(QLatin1String("at")).toInteger()});
}

void ArchiveProof::finish()
{
    QHash<EventId, Instant> archived;
    for (const auto &[event, at] : archive_store::all(m_db))
        archived.insert(event, at);
    std::vector<EventId> wrong;
    for (auto story = m_stories.cbegin(); story != m_stories.cend(); ++story) {
        const auto row = archived.constFind(story.key());
        const bool isIn = row != archived.constEnd();
        if (story->in != (isIn ? 1 : 0) || (isIn && *row != story->latest))
            wrong.push_back(story.key());
    }
    for (auto row = archived.cbegin(); row != archived.cend(); ++row)
        if (!m_stories.contains(row.key()))
            wrong.push_back(row.key());
    for (const Event &event : catalogue_store::eventHeads(m_db, wrong))
        m_breaches.add(event.archivedAt ? translate("Verify", "%1 is archived, but the journal says otherwise.").arg(event.name)
                                        : translate("Verify", "%1 is not archived, but the journal says that it is.").arg(event.name));
}

} // namespace foyer
