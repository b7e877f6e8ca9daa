#include "tests/support/testdatabase.h"

#include "core/storage/database.h"
#include "core/storage/setclock.h"
#include "tests/support/builders.h"

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
        maintenance()->execute(QStringLiteral("CREATE DATABASE %1").arg(m_url.database));
    } else {
        m_url = must(DatabaseUrl::parse(QStringLiteral("sqlite:") + m_folder.filePath(QStringLiteral("foyer.db"))));
    }
    must(BoxOffice::migrate(m_url, m_clock));
    setclock::install(*administrator(), m_clock.now());
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
