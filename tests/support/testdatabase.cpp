#include "tests/support/testdatabase.h"

#include "core/storage/database.h"
#include "core/storage/setclock.h"
#include "tests/support/builders.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDir>

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
const QString &emptyHouseOnServer()
{
    static const QString name = [] {
        const QString wanted = templateName();
        const auto server = maintenance();
        server->run("SELECT pg_advisory_lock(hashtextextended('foyer_template', 0))"); // until this connection ends
        if (server->run("SELECT 1 FROM pg_database WHERE datname = ?", {wanted}).empty()) {
            DatabaseUrl url = must(DatabaseUrl::parse(postgresUrl()));
            url.database = QStringLiteral("foyer_test_") + QUuid::createUuid().toString(QUuid::Id128);
            server->execute(QStringLiteral("CREATE DATABASE %1").arg(url.database));
            makeEmptyHouse(url);
            server->execute(QStringLiteral("ALTER DATABASE %1 RENAME TO %2").arg(url.database, wanted)); // whole or not at all
        }
        return wanted;
    }();
    return name;
}

/// The same as a file.
const QString &emptyHouseOnDisk()
{
    static const QTemporaryDir folder;
    static const QString path = [] {
        const QString file = folder.filePath(QStringLiteral("empty.db"));
        makeEmptyHouse(must(DatabaseUrl::parse(QStringLiteral("sqlite:") + file)));
        return file;
    }();
    return path;
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
    if (kind == QLatin1String("postgres")) {
        m_url = must(DatabaseUrl::parse(postgresUrl()));
        m_url.database = QStringLiteral("foyer_test_") + QUuid::createUuid().toString(QUuid::Id128);
        maintenance()->execute(QStringLiteral("CREATE DATABASE %1 TEMPLATE %2").arg(m_url.database, emptyHouseOnServer()));
    } else {
        m_url = must(DatabaseUrl::parse(QStringLiteral("sqlite:") + m_folder.filePath(QStringLiteral("foyer.db"))));
        if (!QFile::copy(emptyHouseOnDisk(), m_url.path))
            qFatal("the empty house cannot be copied");
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
