// Migrator: brings a database to the schema this program knows, one numbered step after the other.
#pragma once

#include "core/storage/database.h"

#include <QtCore/QStringList>

namespace foyer::migrator {

/// The newest schema this program knows.
int knownVersion();

/// 0 when there is no box office yet.
int currentVersion(Database &database);

/// Applies what is missing; each step is one transaction. Returns how many steps ran. Needs Mode::Administer on
/// PostgreSQL. Throws SchemaTooNew when the database is ahead of this program. `upTo`: an older schema, for what was
/// written under it.
int migrate(Database &database, int upTo = knownVersion());

/// Throws SchemaMissing or SchemaTooNew unless this program can read the database, be it an older one.
void checkReadable(Database &database);

/// Throws SchemaMissing or SchemaTooNew unless this program can serve the database.
void check(Database &database);

/// The statements of a migration for one dialect, tokens replaced. Public for the tests.
QStringList statements(const QString &text, bool postgres);

} // namespace foyer::migrator
