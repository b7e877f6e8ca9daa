#include "tests/support/testdatabase.h"

#include "core/storage/database.h"
#include "core/storage/setclock.h"
#include "tests/support/builders.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDir>

#include <filesystem>

namespace foyer::test {

namespace {

QString postgresUrl()
{
    return qEnvironmentVariable("FOYER_TEST_POSTGRES");
}

std::unique_ptr<Database> maintenance()
{
    static const SystemClock clock;
    return Database::open(must(DatabaseUrl::parse(postgresUrl())), Database::Mode::Administer, clock);
}

void makeEmptyHouse(const DatabaseUrl &url)
{
    const SetClock clock{Evening};
    must(BoxOffice::migrate(url, clock));
    setclock::install(*Database::open(url, Database::Mode::Administer, clock), clock.now());
}

/// Named after the migrations: a server that outlives a change of them keeps one for each.
QString templateName()
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const QDir migrations(QStringLiteral(":/migrations"));
    for (const QString &name : migrations.entryList(QDir::Files, QDir::Name)) {
        QFile file(migrations.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("a migration cannot be read");
        hash.addData(file.readAll());
    }
    return QStringLiteral("foyer_template_") + QString::fromLatin1(hash.result().toHex().left(16));
}

/// An empty house on the server, from which every test's is copied; the first test that needs it makes it.
const DatabaseUrl &emptyHouseOnServer()
{
    static const DatabaseUrl model = [] {
        DatabaseUrl wanted = must(DatabaseUrl::parse(postgresUrl()));
        wanted.database = templateName();
        const auto server = maintenance();
        server->run("SELECT pg_advisory_lock(hashtextextended('foyer_template', 0))"); // until this connection ends
        if (server->run("SELECT 1 FROM pg_database WHERE datname = ?", {wanted.database}).empty()) {
            DatabaseUrl url = must(DatabaseUrl::parse(postgresUrl()));
            url.database = QStringLiteral("foyer_test_") + QUuid::createUuid().toString(QUuid::Id128);
            server->execute(QStringLiteral("CREATE DATABASE %1").arg(url.database));
            makeEmptyHouse(url);
            server->execute(QStringLiteral("ALTER DATABASE %1 RENAME TO %2").arg(url.database, wanted.database)); // whole or not at all
        }
        return wanted;
    }();
    return model;
}

/// The same as a file.
const DatabaseUrl &emptyHouseOnDisk()
{
    static const QTemporaryDir folder;
    static const DatabaseUrl model = [] {
        const DatabaseUrl url = must(DatabaseUrl::parse(QStringLiteral("sqlite:") + folder.filePath(QStringLiteral("empty.db"))));
        makeEmptyHouse(url);
        return url;
    }();
    return model;
}

} // namespace

void bothDatabases()
{
    QTest::addColumn<QString>("database");
    QTest::newRow("sqlite") << QStringLiteral("sqlite");
    if (!postgresUrl().isEmpty())
        QTest::newRow("postgres") << QStringLiteral("postgres");
}

TestDatabase::TestDatabase(const QString &kind)
{
    makeFrom(kind == QLatin1String("postgres") ? emptyHouseOnServer() : emptyHouseOnDisk());
}

TestDatabase::TestDatabase(const TestDatabase &model)
{
    makeFrom(model.m_url);
    m_clock.set(model.m_clock.now());
    for (const QString &keys : QDir(model.m_folder.path()).entryList({QStringLiteral("keys-*")}, QDir::Dirs))
        std::filesystem::copy(model.m_folder.filePath(keys).toStdString(), m_folder.filePath(keys).toStdString(), std::filesystem::copy_options::recursive);
}

/// Nobody may be connected to the model.
void TestDatabase::makeFrom(const DatabaseUrl &model)
{
    m_url = model;
    if (isPostgres()) {
        m_url.database = QStringLiteral("foyer_test_") + QUuid::createUuid().toString(QUuid::Id128);
        maintenance()->execute(QStringLiteral("CREATE DATABASE %1 TEMPLATE %2").arg(m_url.database, model.database));
    } else {
        m_url.path = m_folder.filePath(QStringLiteral("foyer.db"));
        if (!QFile::copy(model.path, m_url.path))
            qFatal("the house cannot be copied");
    }
}

TestDatabase::~TestDatabase()
{
    if (isPostgres())
        maintenance()->execute(QStringLiteral("DROP DATABASE %1 WITH (FORCE)").arg(m_url.database));
}

void TestDatabase::setTime(Instant at)
{
    m_clock.set(at);
    if (isPostgres())
        setclock::set(*administrator(), at);
}

void TestDatabase::useSystemClock()
{
    setTime(SystemClock().now());
    if (isPostgres())
        administrator()->execute(QStringLiteral("CREATE OR REPLACE FUNCTION foyer_now() RETURNS BIGINT LANGUAGE sql VOLATILE AS "
                                                "$$ SELECT (extract(epoch FROM clock_timestamp()) * 1000)::BIGINT $$"));
}

QString TestDatabase::keyFolder(const QString &terminal) const
{
    return m_folder.filePath(QStringLiteral("keys-") + terminal);
}

std::unique_ptr<BoxOffice> TestDatabase::open(const QString &terminal)
{
    return must(BoxOffice::open({m_url, keyFolder(terminal), terminal, m_clock, m_random, crypto::PinCost::Minimal}));
}

std::unique_ptr<Database> TestDatabase::administrator()
{
    return Database::open(m_url, Database::Mode::Administer, m_clock);
}

} // namespace foyer::test
