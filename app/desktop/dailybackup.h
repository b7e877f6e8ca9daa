// DailyBackup: backs the embedded file up every day while the window is open, on a thread of its own.
#pragma once

#include "core/base/clock.h"
#include "core/services/backupfolder.h"

#include <QtCore/QThread>
#include <QtCore/QTimer>

#include <memory>

namespace foyer {

class DailyBackup final : public QObject
{
    Q_OBJECT

public:
    /// Beside the data: "house.db" is backed up to the folder "house-backups". The clock must outlive it.
    DailyBackup(const DatabaseUrl &url, const Clock &clock, QObject *parent = nullptr);
    /// Waits for the backup that runs.
    ~DailyBackup() override;

    /// Looks whether one is due, now and every ten minutes.
    void start();
    const BackupFolder &folder() const { return m_folder; }

Q_SIGNALS:
    void done();
    /// A sentence; once for each day on which it does not work.
    void failed(const QString &sentence);

private:
    void look();
    void finish(const Result<BackupReport> &report);

    const DatabaseUrl m_url;
    const Clock &m_clock;
    BackupFolder m_folder;
    QTimer m_timer;
    std::unique_ptr<QThread> m_worker;
    std::optional<Instant> m_toldAt; ///< of the latest failure
};

} // namespace foyer
