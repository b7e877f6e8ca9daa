// DoorUpload: takes the journal records of one door into the centre, each once, with what they did.
#pragma once

#include "core/domain/journal.h"
#include "core/services/doorsales.h"
#include "core/storage/doorcentre_store.h"

#include <QtCore/QJsonObject>

namespace foyer {

class Work;

class DoorUpload
{
public:
    enum class Taken {
        Now,
        Before,        ///< it is here already
        Gap,           ///< those before it are missing
        Contradiction, ///< another record of this number is here
    };

    /// Within a unit of work that holds the door.
    DoorUpload(Work &work, const doorcentre_store::Door &door);

    /// InvalidInput when the record is not sealed by the door's key, or tells of an event that is not there.
    Result<Taken> take(const JournalRecord &record);
    /// After the last one: {acknowledged, conflicts, returned}
    QJsonObject answer();

private:
    Result<void> apply(const JournalRecord &record);
    Result<void> admit(const QJsonObject &fact, const JournalRecord &record);
    QString objectionTo(const Passage &passage, const std::vector<DoorTicket> &known) const;

    Work &m_work;
    const doorcentre_store::Door &m_door;
    ChainHead m_head;
    DoorSales m_sales;
    bool m_isMoved = false;
    int m_conflicts = 0;
    qint64 m_returned = 0;
};

} // namespace foyer
