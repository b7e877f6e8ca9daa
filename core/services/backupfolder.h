// BackupFolder: the daily backups of a box office in one folder: when the next is due, and how long each is kept.
#pragma once

#include "core/services/backup.h"

#include <QtCore/QDateTime>

#include <optional>

namespace foyer {

class BackupFolder
{
public:
    static constexpr int Kept = 14;
    /// A little less than a day, so that a till that opens at nine every morning makes one every morning.
    static constexpr std::chrono::hours Interval{20};

    /// Made when the first backup is.
    BackupFolder(QString folder, const Clock &clock) : m_folder(std::move(folder)), m_clock(clock) {}

    const QString &folder() const { return m_folder; }
    bool isDue() const;
    /// When the latest sound one was made.
    std::optional<QDateTime> latest() const;

    /// Makes one and, only if it is sound, removes those beyond the fourteen latest. An unsound one is kept under
    /// another name, counts for nothing and displaces no sound one.
    Result<BackupReport> backUp(const DatabaseUrl &from) const;

private:
    QStringList sound() const;
    void prune(const QString &pattern) const;

    QString m_folder;
    const Clock &m_clock;
};

} // namespace foyer
