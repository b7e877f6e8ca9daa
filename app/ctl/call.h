// Call: one run of a verb: what was asked, and the box office it is asked of.
#pragma once

#include "app/ctl/verb.h"
#include "core/base/random.h"
#include "core/services/boxoffice.h"

namespace foyer::ctl {

class Call
{
public:
    Call(const QCommandLineParser &parser, QStringList arguments, DatabaseUrl url, QString keyFolder)
        : m_parser(parser), m_arguments(std::move(arguments)), m_url(std::move(url)), m_keyFolder(std::move(keyFolder))
    {
    }

    const QCommandLineParser &parser() const { return m_parser; }
    QString argument(int index) const { return m_arguments.value(index); }
    QString value(const char *option) const { return m_parser.value(QLatin1String(option)); }
    bool has(const char *option) const { return m_parser.isSet(QLatin1String(option)); }

    const DatabaseUrl &url() const { return m_url; }
    const QString &keyFolder() const { return m_keyFolder; }
    const Clock &clock() const { return m_clock; }
    BoxOfficeConfig config();

    /// For writing, and for looking beside a program that writes. The box office must not outlive the call.
    Result<std::unique_ptr<BoxOffice>> open() { return BoxOffice::open(config()); }
    Result<std::unique_ptr<BoxOffice>> openReading() { return BoxOffice::openReading(config()); }

    /// The file named by the first argument. FileUnreadable.
    Result<QByteArray> readFile() const;
    /// To --output, or as the outcome's document.
    Answer document(const QByteArray &bytes, QJsonObject about) const;
    /// One line on standard error that replaces the one before: on a terminal, or with --progress.
    void progress(const QString &text) const;

private:
    const QCommandLineParser &m_parser;
    QStringList m_arguments;
    DatabaseUrl m_url;
    QString m_keyFolder;
    SystemClock m_clock;
    SystemRandom m_random;
};

/// By its name. The only one when the name is empty. NotFound.
Result<Venue> findVenue(BoxOffice &office, const QString &name);
Result<PlanSummary> findPlan(BoxOffice &office, const QString &name, const std::optional<VenueId> &venue);

} // namespace foyer::ctl
