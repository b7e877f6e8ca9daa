// PrintSpool: print jobs on disk, so that a restart prints what was paid for and is not on paper yet.
#pragma once

#include "core/base/error.h"
#include "core/domain/printjob.h"

#include <QtCore/QLockFile>

#include <memory>
#include <vector>

namespace foyer {

/// Two windows of one person share a folder: each has a lane in it that it alone prints, and takes over the lanes of
/// windows that are gone. Files can be read by their owner only, as tickets can be copied from them.
class PrintSpool
{
public:
    explicit PrintSpool(QString folder) : m_folder(std::move(folder)) {}

    /// The jobs that were left, oldest first. FileUnreadable when the folder cannot be made or used; FileInvalid is told
    /// by damaged() instead, as the other jobs are good.
    Result<std::vector<PrintJob>> open();
    /// Files that are no jobs; they are put aside under another name, never deleted.
    const QStringList &damaged() const { return m_damaged; }

    /// Writes it through to the disk, and gives it an id when it has none.
    Result<void> keep(PrintJob &job);
    void remove(const PrintJob &job);

private:
    static constexpr int MostLanes = 9;

    QString lane(int number) const;
    QString pathOf(const QString &id) const;
    QString nextId();
    bool takeLane();
    void takeOverAbandoned();

    QString m_folder;
    QString m_lane;
    std::unique_ptr<QLockFile> m_lock;
    QStringList m_damaged;
    quint64 m_last = 0;
};

} // namespace foyer
