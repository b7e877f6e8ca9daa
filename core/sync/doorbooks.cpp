#include "core/sync/doorbooks.h"

#include "core/base/random.h"
#include "core/domain/doormessage.h"
#include "core/domain/inputtext.h"
#include "core/services/doorcentre.h"
#include "core/storage/doordata_store.h"
#include "core/storage/keystore.h"
#include "core/storage/migrator.h"
#include "core/storage/setting_store.h"
#include "core/storage/writer.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

namespace foyer {

namespace {

QString centreSetting() { return QStringLiteral("door_centre"); }
QString acknowledgedSetting() { return QStringLiteral("door_acknowledged"); }
QString cursorSetting() { return QStringLiteral("door_cursor"); }
QString heardSetting() { return QStringLiteral("door_heard"); }
QString centreTerminalSetting() { return QStringLiteral("door_centre_terminal"); } // whom it enrolled with
QString centreKeySetting() { return QStringLiteral("door_centre_key"); }
QString clockSetting() { return QStringLiteral("door_clock_off"); }
QString storedSetting() { return QStringLiteral("door_stored_grants"); } // not acknowledged
QString terminalSetting() { return QStringLiteral("door_terminal"); }

qint64 numberSetting(Database &db, const QString &name)
{
    return setting_store::find(db, name).value_or(QString()).toLongLong();
}

tl::unexpected<Error> strangeAnswer()
{
    return fail(ErrorCode::InvalidInput, {translate("Input", "the centre's answer is not one that this door understands")});
}

/// The key of a terminal of the centre: one that it enrolled with, or was told of since.
std::optional<crypto::PublicKey> centreKey(Database &db, TerminalId terminal)
{
    if (terminal.toString() == setting_store::find(db, centreTerminalSetting()))
        return crypto::PublicKey::fromBytes(QByteArray::fromHex(setting_store::find(db, centreKeySetting()).value_or(QString()).toLatin1()));
    const Rows rows = db.run("SELECT public_key FROM terminal WHERE id = ? AND kind <> 'door'", {terminal});
    return rows.empty() ? std::nullopt : crypto::PublicKey::fromBytes(rows.front().bytes(0));
}

/// Makes each message another one, so that no answer fits two.
QString freshNonce(Writer &writer)
{
    return QString::fromLatin1(writer.random().bytes(16).toHex());
}

/// This door's records after the last that was acknowledged.
Rows unsent(Database &db, TerminalId door, int limit)
{
    return db.run("SELECT j.chain_id, j.seq, j.at, j.body, j.previous_hash, j.hash, j.signature FROM chain c JOIN terminal t ON t.id = c.terminal_id AND t.epoch = c.epoch "
                  "JOIN journal j ON j.chain_id = c.id WHERE t.id = ? AND j.seq > ? ORDER BY j.seq LIMIT ?", {door, numberSetting(db, acknowledgedSetting()), limit});
}

} // namespace

Result<DoorStanding> DoorBooks::standing()
{
    return m_office.writer().read([&](Database &db) {
        DoorStanding standing;
        standing.centre = doordata_store::centre(db);
        if (standing.centre.isEmpty())
            return standing;
        standing.waiting = db.run("SELECT count(*) FROM chain c JOIN terminal t ON t.id = c.terminal_id AND t.epoch = c.epoch JOIN journal j ON j.chain_id = c.id "
                                  "WHERE t.id = ? AND j.seq > ?", {m_office.terminal(), numberSetting(db, acknowledgedSetting())}).front().number(0);
        standing.sales = db.run("SELECT count(*) FROM orders o JOIN chain c ON c.id = o.chain_id JOIN terminal t ON t.id = c.terminal_id AND t.epoch = c.epoch WHERE t.id = ? AND o.seq > ?",
                                {m_office.terminal(), numberSetting(db, acknowledgedSetting())}).front().number(0);
        standing.places = db.run("SELECT count(*) FROM door_place p WHERE p.state = 'granted'").front().number(0);
        standing.clockOff = Milliseconds(numberSetting(db, clockSetting()));
        if (const qint64 heard = numberSetting(db, heardSetting()); heard > 0)
            standing.heard = Instant{heard};
        return standing;
    });
}

Result<void> DoorBooks::keep(const DoorStep &step, const QJsonObject &answer)
{
    const auto isBelieved = m_office.writer().read([&](Database &db) {
        const auto key = centreKey(db, answeredBy(answer));
        return key && isAnswerTo(step.envelope, step.path, answer, *key);
    });
    if (!isBelieved || !*isBelieved)
        return isBelieved ? Result<void>(fail(ErrorCode::CentreRefused, {translate("Input", "the answer is not signed by the box office that this door belongs to")})) : fail(isBelieved.error());
    if (step.path == DoorCentre::DownloadPath)
        return downloaded(answer);
    if (step.path == DoorGrants::GrantPath)
        return granted(answer);
    return step.path == DoorGrants::AcknowledgePath ? acknowledged(answer) : uploaded(answer);
}

Result<std::optional<DoorStep>> DoorBooks::upload()
{
    return records(DoorCentre::UploadPath);
}

Result<std::optional<DoorStep>> DoorBooks::giveBack()
{
    return records(DoorCentre::ReturnPath);
}

Result<std::optional<DoorStep>> DoorBooks::records(const char *path)
{
    Writer &writer = m_office.writer();
    return writer.read([&](Database &db) -> std::optional<DoorStep> {
        QJsonArray records;
        qsizetype size = 0;
        for (const Row &row : unsent(db, writer.terminal(), MostRecords)) {
            const JournalRecord record{row.id<ChainId>(0), row.number(1), row.instant(2), row.text(3).toUtf8(), row.bytes(4), row.bytes(5), row.bytes(6)};
            const QJsonObject json = recordJson(record);
            size += json.contains(QLatin1String("packed")) ? json.value(QLatin1String("packed")).toString().size() + 512
                                                           : 2 * record.body.size() + 512; // a body is quoted twice on its way
            if (size > LargestUpload && !records.isEmpty())
                break;
            records.append(json);
        }
        if (records.isEmpty())
            return std::nullopt;
        return DoorStep{path, DoorMessage::seal(path, writer.terminal(), {{QStringLiteral("records"), records}}, writer.key())};
    });
}

Result<void> DoorBooks::uploaded(const QJsonObject &answer)
{
    const QJsonValue acknowledged = answer.value(QLatin1String("acknowledged"));
    if (!acknowledged.isDouble() || acknowledged.toInteger(-1) < 0)
        return strangeAnswer();
    return m_office.writer().write([&](Work &work) -> Result<void> {
        setting_store::put(work.db(), acknowledgedSetting(), QString::number(acknowledged.toInteger()));
        return {};
    });
}

Result<DoorStep> DoorBooks::download()
{
    Writer &writer = m_office.writer();
    return writer.read([&](Database &db) {
        const QJsonObject body{{QStringLiteral("nonce"), freshNonce(writer)}, {QStringLiteral("plans"), QJsonArray::fromStringList(doordata_store::plans(db))},
                               {QStringLiteral("cursor"), QJsonDocument::fromJson(setting_store::find(db, cursorSetting()).value_or(QString()).toUtf8()).object()}};
        return DoorStep{DoorCentre::DownloadPath, DoorMessage::seal(DoorCentre::DownloadPath, writer.terminal(), body, writer.key())};
    });
}

Result<void> DoorBooks::downloaded(const QJsonObject &answer)
{
    if (!answer.value(QLatin1String("at")).isDouble())
        return strangeAnswer();
    return m_office.writer().write([&](Work &work) -> Result<void> {
        Database &db = work.db();
        if (const auto kept = doordata_store::write(db, answer); !kept)
            return kept;
        QJsonObject cursor = QJsonDocument::fromJson(setting_store::find(db, cursorSetting()).value_or(QString()).toUtf8()).object();
        const QJsonObject ends = answer.value(QLatin1String("read_to")).toObject();
        for (auto end = ends.begin(); end != ends.end(); ++end)
            cursor.insert(end.key(), end.value());
        setting_store::put(db, cursorSetting(), QString::fromUtf8(QJsonDocument(cursor).toJson(QJsonDocument::Compact)));
        const qint64 at = answer.value(QLatin1String("at")).toInteger();
        setting_store::put(db, heardSetting(), QString::number(at));
        setting_store::put(db, clockSetting(), QString::number(work.now().ms - at));
        return {};
    });
}

Result<DoorStep> DoorBooks::grant()
{
    Writer &writer = m_office.writer();
    const QJsonObject body{{QStringLiteral("nonce"), freshNonce(writer)}};
    return DoorStep{DoorGrants::GrantPath, DoorMessage::seal(DoorGrants::GrantPath, writer.terminal(), body, writer.key())};
}

Result<void> DoorBooks::granted(const QJsonObject &answer)
{
    if (!answer.value(QLatin1String("grants")).isArray())
        return strangeAnswer();
    std::vector<DoorGrant> grants;
    for (const QJsonValue value : answer.value(QLatin1String("grants")).toArray()) {
        auto grant = grantFrom(value.toObject(), m_office.terminal());
        if (!grant)
            return fail(grant.error());
        grants.push_back(std::move(*grant));
    }
    const auto kept = m_office.doorStock().keep(grants);
    if (!kept)
        return fail(kept.error());
    return m_office.writer().write([&](Work &work) -> Result<void> {
        QStringList stored;
        for (const DoorGrantId id : *kept)
            stored << id.toString();
        setting_store::put(work.db(), storedSetting(), stored.join(u' '));
        return {};
    });
}

Result<std::optional<DoorStep>> DoorBooks::acknowledge()
{
    Writer &writer = m_office.writer();
    return writer.read([&](Database &db) -> std::optional<DoorStep> {
        const QStringList stored = setting_store::find(db, storedSetting()).value_or(QString()).split(u' ', Qt::SkipEmptyParts);
        if (stored.isEmpty())
            return std::nullopt;
        return DoorStep{DoorGrants::AcknowledgePath, DoorMessage::seal(DoorGrants::AcknowledgePath, writer.terminal(),
                                                                       {{QStringLiteral("grants"), QJsonArray::fromStringList(stored)}}, writer.key())};
    });
}

Result<void> DoorBooks::acknowledged(const QJsonObject &answer)
{
    if (!answer.value(QLatin1String("acknowledged")).isDouble())
        return strangeAnswer();
    return m_office.writer().write([&](Work &work) -> Result<void> {
        setting_store::put(work.db(), storedSetting(), {});
        return {};
    });
}

Result<DoorEnrolment> DoorEnrolment::begin(const DatabaseUrl &url, const QString &keyFolder, const Clock &clock, Random &random)
{
    return guarded([&]() -> Result<DoorEnrolment> {
        const auto db = Database::open(url, Database::Mode::Administer, clock);
        migrator::migrate(*db, migrator::knownVersion());
        const auto before = setting_store::find(*db, terminalSetting());
        if (!before && !db->run("SELECT 1 FROM terminal LIMIT 1").empty())
            return fail(ErrorCode::InvalidInput, {translate("Input", "this database is a box office already; a door needs one of its own")});
        IdMaker ids(clock, random);
        const TerminalId terminal = before ? TerminalId::fromString(*before).value_or(TerminalId()) : ids.make<TerminalId>();
        const auto key = KeyStore(keyFolder).findOrCreate(terminal, random);
        if (!key)
            return fail(key.error());
        if (!before)
            setting_store::put(*db, terminalSetting(), terminal.toString());
        return DoorEnrolment(url, clock, terminal, *key);
    });
}

DoorStep DoorEnrolment::message(const QString &code) const
{
    const QJsonObject body{{QStringLiteral("code"), code}, {QStringLiteral("public_key"), QString::fromLatin1(m_key.publicKey().bytes().toHex())}};
    return {DoorCentre::EnrolPath, DoorMessage::seal(DoorCentre::EnrolPath, m_terminal, body, m_key)};
}

Result<void> DoorEnrolment::finish(const QJsonObject &answer, const QString &centre)
{
    const auto chain = ChainId::fromString(answer.value(QLatin1String("chain")).toString());
    const qint64 number = answer.value(QLatin1String("number")).toInteger();
    const qint64 chainNumber = answer.value(QLatin1String("chain_number")).toInteger();
    const QJsonObject centreTerminal = answer.value(QLatin1String("centre")).toObject();
    const auto centreId = TerminalId::fromString(centreTerminal.value(QLatin1String("terminal")).toString());
    const auto centreKey = crypto::PublicKey::fromBytes(QByteArray::fromHex(centreTerminal.value(QLatin1String("public_key")).toString().toLatin1()));
    if (!centreId || !centreKey || !chain || number < 1 || chainNumber < 1 || answer.value(QLatin1String("terminal")).toString() != m_terminal.toString())
        return strangeAnswer();
    return guarded([&]() -> Result<void> {
        const auto db = Database::open(m_url, Database::Mode::Administer, *m_clock);
        Transaction transaction(*db);
        const qint64 at = answer.value(QLatin1String("at")).toInteger();
        db->run("INSERT INTO terminal (id, number, name, kind, public_key, created_at) VALUES (?, ?, ?, 'door', ?, ?) ON CONFLICT (id) DO NOTHING",
                {m_terminal, number, answer.value(QLatin1String("name")).toString(), m_key.publicKey().bytes(), at});
        db->run("INSERT INTO chain (id, terminal_id, number, epoch, opened_at) VALUES (?, ?, ?, 1, ?) ON CONFLICT (id) DO NOTHING", {*chain, m_terminal, chainNumber, at});
        if (const auto known = doordata_store::write(*db, answer.value(QLatin1String("told")).toObject()); !known)
            return known;
        setting_store::put(*db, centreTerminalSetting(), centreId->toString());
        setting_store::put(*db, centreKeySetting(), QString::fromLatin1(centreKey->bytes().toHex()));
        setting_store::put(*db, centreSetting(), centre);
        transaction.commit();
        return {};
    });
}

} // namespace foyer
