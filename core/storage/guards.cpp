#include "core/storage/guards.h"

namespace foyer {

Guards::Guards(Database &database) : m_database(database) {}

void Guards::beforeTransaction(Database &database)
{
    if (!database.isPostgres())
        database.execute(QStringLiteral("PRAGMA foreign_keys = OFF"));
}

void Guards::takeDown()
{
    m_database.isPostgres() ? takeDownPostgres() : takeDownSqlite();
}

void Guards::takeDownPostgres()
{
    const Rows keys = m_database.run(
        "SELECT c.relname::text, k.conname::text, pg_get_constraintdef(k.oid) FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid "
        "WHERE k.contype = 'f' AND c.relnamespace = current_schema()::regnamespace");
    for (const Row &key : keys) {
        m_database.execute(QStringLiteral("ALTER TABLE \"%1\" DROP CONSTRAINT \"%2\"").arg(key.text(0), key.text(1)));
        m_putUp << QStringLiteral("ALTER TABLE \"%1\" ADD CONSTRAINT \"%2\" %3").arg(key.text(0), key.text(1), key.text(2));
    }
    for (const QString &table : boxOfficeTables(m_database)) {
        m_database.execute(QStringLiteral("ALTER TABLE \"%1\" DISABLE TRIGGER USER").arg(table));
        m_putUp << QStringLiteral("ALTER TABLE \"%1\" ENABLE TRIGGER USER").arg(table);
    }
}

void Guards::takeDownSqlite()
{
    for (const Row &trigger : m_database.run("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")) {
        m_database.execute(QStringLiteral("DROP TRIGGER \"%1\"").arg(trigger.text(0)));
        m_putUp << trigger.text(1);
    }
}

void Guards::putUp()
{
    for (const QString &statement : m_putUp)
        m_database.execute(statement);
    m_putUp.clear();
    if (m_database.isPostgres())
        return; // adding the keys has checked them
    const Rows broken = m_database.read(QStringLiteral("PRAGMA foreign_key_check"));
    if (!broken.empty())
        throw StorageError(StorageError::Kind::Corrupt, QStringLiteral("a row of %1 refers to a missing one of %2").arg(broken.front().text(0), broken.front().text(2)));
}

QStringList boxOfficeTables(Database &database)
{
    const Rows rows = database.isPostgres()
        ? database.run("SELECT tablename::text FROM pg_tables WHERE schemaname = current_schema() AND tablename <> 'migration' ORDER BY tablename")
        : database.run("SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'migration' AND name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY name");
    QStringList out;
    for (const Row &row : rows)
        out << row.text(0);
    return out;
}

} // namespace foyer
