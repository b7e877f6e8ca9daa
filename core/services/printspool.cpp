#include "core/services/printspool.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QSaveFile>

namespace foyer {
namespace {

const QString Suffix = QStringLiteral(".job");

std::unique_ptr<QLockFile> locked(const QString &lane)
{
    auto lock = std::make_unique<QLockFile>(lane + QStringLiteral("/lock"));
    lock->setStaleLockTime(0); // only the death of its owner ends it, however long he prints
    return lock->tryLock() ? std::move(lock) : nullptr;
}

QStringList jobFiles(const QString &lane)
{
    return QDir(lane).entryList({u'*' + Suffix}, QDir::Files, QDir::Name);
}

} // namespace

QString PrintSpool::lane(int number) const
{
    return QDir(m_folder).filePath(QString::number(number));
}

QString PrintSpool::pathOf(const QString &id) const
{
    return QDir(m_lane).filePath(id + Suffix);
}

QString PrintSpool::nextId()
{
    return QStringLiteral("%1").arg(++m_last, 10, 10, QLatin1Char('0'));
}

bool PrintSpool::takeLane()
{
    for (int number = 1; number <= MostLanes; ++number) {
        if (!QDir().mkpath(lane(number)))
            return false;
        if ((m_lock = locked(lane(number)))) {
            m_lane = lane(number);
            return true;
        }
    }
    return false;
}

void PrintSpool::takeOverAbandoned()
{
    for (int number = 1; number <= MostLanes; ++number) {
        const QString other = lane(number);
        if (other == m_lane || jobFiles(other).isEmpty())
            continue;
        if (const auto lock = locked(other)) {
            for (const QString &name : jobFiles(other))
                QFile::rename(QDir(other).filePath(name), pathOf(nextId()));
        }
    }
}

Result<std::vector<PrintJob>> PrintSpool::open()
{
    if (!takeLane())
        return fail(ErrorCode::FileUnreadable, {QDir::toNativeSeparators(m_folder),
                                                QCoreApplication::translate("Print", "the folder for print jobs cannot be used")});
    QFile::setPermissions(m_lane, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    if (const QStringList names = jobFiles(m_lane); !names.isEmpty())
        m_last = names.constLast().section(u'.', 0, 0).toULongLong();
    takeOverAbandoned();
    std::vector<PrintJob> jobs;
    for (const QString &name : jobFiles(m_lane)) {
        QFile file(QDir(m_lane).filePath(name));
        auto job = file.open(QIODevice::ReadOnly) ? printJobFrom(file.readAll()) : std::nullopt;
        file.close();
        if (job) {
            job->id = name.section(u'.', 0, 0); // a job that was taken over has a new one
            jobs.push_back(std::move(*job));
        } else {
            m_damaged << file.fileName() + QStringLiteral(".damaged");
            file.rename(m_damaged.constLast());
        }
    }
    return jobs;
}

Result<void> PrintSpool::keep(PrintJob &job)
{
    if (job.id.isEmpty())
        job.id = nextId();
    QSaveFile file(pathOf(job.id));
    const QByteArray bytes = toBytes(job);
    const bool isOpen = !m_lane.isEmpty() && file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (!isOpen || file.write(bytes) != bytes.size() || !file.commit())
        return fail(ErrorCode::FileUnreadable, {QDir::toNativeSeparators(pathOf(job.id)), file.errorString()});
    return {};
}

void PrintSpool::remove(const PrintJob &job)
{
    QFile::remove(pathOf(job.id));
}

} // namespace foyer
