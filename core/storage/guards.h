// Guards: triggers and foreign keys of a database, taken down while rows are copied and put up again as they were.
#pragma once

#include "core/storage/database.h"

#include <QtCore/QStringList>

namespace foyer {

/// Within one transaction. Putting up checks that every reference leads somewhere and throws Corrupt if one does not;
/// whoever fails in between rolls back.
class Guards
{
public:
    explicit Guards(Database &database);

    void takeDown();
    void putUp();

    /// SQLite heeds it outside a transaction only, and checks references row by row unless told so.
    static void beforeTransaction(Database &database);

private:
    void takeDownPostgres();
    void takeDownSqlite();

    Database &m_database;
    QStringList m_putUp;
};

/// The tables of a box office but `migration`.
QStringList boxOfficeTables(Database &database);

} // namespace foyer
