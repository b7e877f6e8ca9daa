#include "app/desktop/firstsetup.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtCore/QSaveFile>
#include <QtCore/QTemporaryDir>

#include <array>

namespace foyer {
namespace {

NewEvent firstEvent(const FirstAnswers &answers, VenueId venue)
{
    NewTicketType type;
    type.name = answers.ticketType;
    type.capacity = answers.places;
    type.priceLevels.push_back({QCoreApplication::translate("FirstRun", "Full"), answers.price, answers.taxBasisPoints});
    NewEvent event;
    event.venue = venue;
    event.name = answers.event;
    event.startsAt = Instant{answers.startsAt.toMSecsSinceEpoch()};
    event.ticketTypes.push_back(std::move(type));
    return event;
}

Result<StaffId> fill(const BoxOfficeConfig &config, const FirstAnswers &answers)
{
    if (const auto migrated = BoxOffice::migrate(config.url, config.clock); !migrated)
        return fail(migrated.error());
    const auto office = BoxOffice::open(config);
    if (!office)
        return fail(office.error());
    const Actor house = (*office)->system();
    const auto venue = (*office)->catalogue().addVenue(house, answers.venue, answers.timeZone, answers.currency);
    if (!venue)
        return fail(venue.error());
    const auto events = (*office)->catalogue().addEvents(house, std::array{firstEvent(answers, venue->id)});
    if (!events)
        return fail(events.error());
    const auto administrator = (*office)->staff().add(house, answers.administrator, Role::Administrator, answers.pin);
    if (!administrator)
        return fail(administrator.error());
    return administrator->id;
}

/// A field of .pgpass: colons and backslashes are escaped.
QString escaped(QString text)
{
    return text.replace(u'\\', QLatin1String("\\\\")).replace(u':', QLatin1String("\\:"));
}

} // namespace

Result<StaffId> setUpHouse(const BoxOfficeConfig &config, const FirstAnswers &answers)
{
    const QTemporaryDir scratch;
    DatabaseUrl rehearsal;
    rehearsal.path = scratch.filePath(QStringLiteral("rehearsal.db"));
    const BoxOfficeConfig tried{rehearsal, scratch.filePath(QStringLiteral("keys")), config.terminalName, config.clock, config.random, crypto::PinCost::Minimal};
    if (const auto done = fill(tried, answers); !done)
        return done;
    return fill(config, answers);
}

Result<void> rememberPassword(const DatabaseUrl &url, const QString &path)
{
    const QStringList hosts = url.hosts.split(u',');
    const QStringList ports = url.ports.split(u',');
    QByteArray kept;
    if (QFile before(path); before.open(QIODevice::ReadOnly))
        kept = before.readAll();
    QByteArray fresh;
    for (qsizetype i = 0; i < hosts.size(); ++i) {
        const QString port = ports.value(i).isEmpty() ? QStringLiteral("5432") : ports.value(i);
        const QString where = QStringList{escaped(hosts[i]), port, escaped(url.database), escaped(url.user), QString()}.join(u':');
        fresh += (where + escaped(url.password)).toUtf8() + '\n';
        QByteArrayList others = kept.split('\n');
        others.removeIf([&](const QByteArray &line) { return line.isEmpty() || line.startsWith(where.toUtf8()); });
        kept = others.isEmpty() ? QByteArray() : others.join('\n') + '\n';
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) || file.write(fresh + kept) < 0 || !file.commit())
        return fail(ErrorCode::FileUnreadable, {path, file.errorString()});
    return {};
}

} // namespace foyer
