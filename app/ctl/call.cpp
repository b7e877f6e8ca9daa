#include "app/ctl/call.h"

#include "core/domain/inputtext.h"

#include <QtCore/QFile>
#include <QtCore/QSaveFile>

#include <cstdio>
#include <unistd.h>

namespace foyer::ctl {

namespace {

/// More than any plan or calendar that Foyer takes.
constexpr qint64 LargestFile = 512LL * 1024 * 1024;

} // namespace

BoxOfficeConfig Call::config()
{
    return {m_url, m_keyFolder, translate("Ctl", "Command line"), m_clock, m_random};
}

Result<QByteArray> Call::readFile() const
{
    QFile file(argument(0));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, {file.fileName(), file.errorString()});
    if (file.size() > LargestFile)
        return fail(ErrorCode::FileInvalid, {translate("Ctl", "it is larger than 512 MB")});
    const QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return fail(ErrorCode::FileUnreadable, {file.fileName(), file.errorString()});
    return bytes;
}

Answer Call::document(const QByteArray &bytes, QJsonObject about) const
{
    if (!has("output")) {
        about.insert(QStringLiteral("document"), QString::fromUtf8(bytes));
        return Outcome{{}, about, bytes};
    }
    QSaveFile file(value("output"));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return failed(Error{ErrorCode::FileUnreadable, {file.fileName(), file.errorString()}, {}});
    about.insert(QStringLiteral("file"), file.fileName());
    return Outcome{translate("Ctl", "Written to %1.").arg(file.fileName()), about, {}};
}

void Call::progress(const QString &text) const
{
    if (has("progress") || isatty(STDERR_FILENO))
        std::fprintf(stderr, "\r%s\x1b[K", qUtf8Printable(text));
}

Result<Venue> findVenue(BoxOffice &office, const QString &name)
{
    const auto venues = office.catalogue().venues();
    if (!venues)
        return fail(venues.error());
    QStringList names;
    for (const Venue &venue : *venues) {
        if (venue.name.compare(name, Qt::CaseInsensitive) == 0 || (name.isEmpty() && venues->size() == 1))
            return venue;
        names << venue.name;
    }
    if (name.isEmpty())
        return fail(ErrorCode::InvalidInput, {names.isEmpty() ? translate("Ctl", "there is no venue yet")
                                                             : translate("Ctl", "--venue has to name one of these: %1").arg(names.join(QStringLiteral(", ")))});
    return fail(ErrorCode::NotFound, {translate("Ctl", "the venue \"%1\"").arg(name)});
}

Result<PlanSummary> findPlan(BoxOffice &office, const QString &name, const std::optional<VenueId> &venue)
{
    const auto plans = office.catalogue().plans();
    if (!plans)
        return fail(plans.error());
    const PlanSummary *found = nullptr;
    for (const PlanSummary &plan : *plans) {
        if (plan.name.compare(name, Qt::CaseInsensitive) != 0 || (venue && plan.venue != *venue))
            continue;
        if (found)
            return fail(ErrorCode::InvalidInput, {translate("Ctl", "several venues have a seating plan \"%1\"; name one with --venue").arg(name)});
        found = &plan;
    }
    return found ? Result<PlanSummary>(*found) : fail(ErrorCode::NotFound, {translate("Ctl", "the seating plan \"%1\"").arg(name)});
}

} // namespace foyer::ctl
