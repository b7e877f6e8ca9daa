// DoorBooks: the door's side of its talk with the centre: what it has to send, and what it does with the answers. No network in it.
#pragma once

#include "core/base/error.h"
#include "core/domain/doorgrant.h"
#include "core/services/boxoffice.h"

#include <QtCore/QJsonObject>

namespace foyer {

/// One message, ready to be posted.
struct DoorStep {
    QByteArray path;
    QByteArray envelope;
};

/// How a door stands with its centre.
struct DoorStanding {
    QString centre;      ///< its address; empty: this is no door
    qint64 waiting = 0;  ///< records that the centre has not acknowledged
    qint64 sales = 0;    ///< orders among them
    qint64 places = 0;   ///< left to sell here
    std::optional<Instant> heard; ///< when the centre was heard last, by its own clock
    Milliseconds clockOff{0};     ///< how far this machine's clock was ahead of the centre's then
};

class DoorBooks
{
public:
    /// Bytes of records in one message; the server takes bodies up to 64 KiB.
    static constexpr qsizetype LargestUpload = 40'000;
    static constexpr int MostRecords = 200;

    explicit DoorBooks(BoxOffice &office) : m_office(office) {}

    Result<DoorStanding> standing();

    /// What the centre answered to that message is kept, when the centre signed it for this message: CentreRefused otherwise.
    Result<void> keep(const DoorStep &step, const QJsonObject &answer);

    /// Records that the centre has not acknowledged, oldest first; nothing when there are none.
    Result<std::optional<DoorStep>> upload();
    /// What the centre answered to it. It may ask for records that it once had: it was restored from a backup.
    Result<void> uploaded(const QJsonObject &answer);

    Result<DoorStep> download();
    Result<void> downloaded(const QJsonObject &answer);

    /// What was granted to this door, and not acknowledged.
    Result<DoorStep> grant();
    /// Stores it. A grant about something that the door was not told of yet waits for the next time.
    Result<void> granted(const QJsonObject &answer);
    /// Tells the centre of grants that are stored here; nothing when there are none to tell of.
    Result<std::optional<DoorStep>> acknowledge();
    Result<void> acknowledged(const QJsonObject &answer);

    /// Like upload(), after places were given back.
    Result<std::optional<DoorStep>> giveBack();

private:
    Result<std::optional<DoorStep>> records(const char *path);

    BoxOffice &m_office;
};

/// A machine that is about to become a door: its database has tables, and nothing else yet.
class DoorEnrolment
{
public:
    /// Migrates the database. InvalidInput when it is a box office already.
    static Result<DoorEnrolment> begin(const DatabaseUrl &url, const QString &keyFolder, const Clock &clock, Random &random);

    /// The same machine sends the same again, whatever became of the first time.
    DoorStep message(const QString &code) const;
    Result<void> finish(const QJsonObject &answer, const QString &centre);

private:
    DoorEnrolment(DatabaseUrl url, const Clock &clock, TerminalId terminal, crypto::SigningKey key)
        : m_url(std::move(url)), m_clock(&clock), m_terminal(terminal), m_key(std::move(key))
    {
    }

    DatabaseUrl m_url;
    const Clock *m_clock;
    TerminalId m_terminal;
    crypto::SigningKey m_key;
};

} // namespace foyer
