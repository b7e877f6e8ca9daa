#include "app/desktop/dailybackup.h"

#include "core/domain/errortext.h"

#include <QtCore/QFileInfo>

namespace foyer {
namespace {

constexpr std::chrono::minutes LookEvery{10};
constexpr std::chrono::hours TellAgain{20};

QString folderBeside(const QString &path)
{
    const QFileInfo file(path);
    return file.absolutePath() + u'/' + file.completeBaseName() + QStringLiteral("-backups");
}

} // namespace

DailyBackup::DailyBackup(const DatabaseUrl &url, const Clock &clock, QObject *parent)
    : QObject(parent), m_url(url), m_clock(clock), m_folder(folderBeside(url.path), clock)
{
    connect(&m_timer, &QTimer::timeout, this, &DailyBackup::look);
}

DailyBackup::~DailyBackup()
{
    if (m_worker)
        m_worker->wait();
}

void DailyBackup::start()
{
    m_timer.start(LookEvery);
    look();
}

void DailyBackup::look()
{
    if (m_worker || !m_folder.isDue())
        return;
    m_worker.reset(QThread::create([this] {
        const auto report = m_folder.backUp(m_url);
        QMetaObject::invokeMethod(this, [this, report] { finish(report); }, Qt::QueuedConnection);
    }));
    m_worker->start(QThread::LowPriority);
}

void DailyBackup::finish(const Result<BackupReport> &report)
{
    m_worker->wait();
    m_worker.reset();
    if (report && report->proof.isSound()) {
        m_toldAt.reset();
        return Q_EMIT done();
    }
    if (m_toldAt && m_clock.now() - *m_toldAt < TellAgain)
        return;
    m_toldAt = m_clock.now();
    Q_EMIT failed(report ? tr("Today's backup was made, but the box office is not sound: %1 Earlier backups are kept in %2.")
                               .arg(report->proof.breaches.front(), m_folder.folder())
                         : tr("Today's backup did not work: %1 Earlier ones are kept in %2.").arg(sentence(report.error()), m_folder.folder()));
}

} // namespace foyer
