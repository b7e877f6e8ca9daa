#include "core/storage/setclock.h"

#include "core/storage/database.h"

namespace foyer::setclock {

void install(Database &database, Instant at)
{
    if (!database.isPostgres())
        return;
    Transaction transaction(database);
    database.execute(QStringLiteral("CREATE TABLE set_clock (ms BIGINT NOT NULL)"));
    database.execute(QStringLiteral("GRANT SELECT ON set_clock TO foyer_terminal, foyer_read, foyer_owner"));
    database.execute(QStringLiteral("INSERT INTO set_clock VALUES (%1)").arg(at.ms));
    database.execute(QStringLiteral("ALTER FUNCTION foyer_now() RENAME TO foyer_real_now"));
    database.execute(QStringLiteral("CREATE FUNCTION foyer_now() RETURNS BIGINT LANGUAGE sql VOLATILE AS $$ SELECT ms FROM set_clock $$"));
    transaction.commit();
}

void set(Database &database, Instant at)
{
    if (database.isPostgres())
        database.run("UPDATE set_clock SET ms = ?", {at});
}

void remove(Database &database)
{
    if (!database.isPostgres())
        return;
    const Rows installed = database.run("SELECT 1 FROM pg_tables WHERE schemaname = current_schema() AND tablename = 'set_clock'");
    if (installed.empty())
        return;
    Transaction transaction(database);
    database.execute(QStringLiteral("DROP FUNCTION foyer_now()"));
    database.execute(QStringLiteral("ALTER FUNCTION foyer_real_now() RENAME TO foyer_now"));
    database.execute(QStringLiteral("DROP TABLE set_clock"));
    transaction.commit();
}

} // namespace foyer::setclock
