// Lives of a database: a restored copy is an older one. It must give no order number out twice, and terminals notice it by
// the marks that they keep outside it (DESIGN section 6.5).
#pragma once

#include "core/storage/database.h"
#include "core/storage/keystore.h"

namespace foyer {
class Random;
}

namespace foyer::life {

/// The name of the life that this database is in; empty: the first, nobody ever restored it.
QString current(Database &database);

/// Begins another life, inside the caller's transaction: all terminals get a new epoch, so that their next records go to
/// new chains, whose letters are beyond those that the life before may have used after the copy was made. `chainsBefore`:
/// the highest chain number of that life when it is known.
void beginNew(Database &database, Random &random, qint64 chainsBefore = 0);

/// The highest number of a chain.
qint64 lastChain(Database &database);

/// The marks that this database has to answer for: those of terminals that have not opened it since it was restored are
/// about another life.
QHash<ChainId, ChainHead> marks(Database &database, const KeyStore &keys);

/// Called when a terminal opens the database for writing. In another life than last time its marks of what was lost are
/// retired. In the same life a missing record means that a file was copied back without `restore`: the terminal begins a
/// new epoch by itself, and verify goes on telling.
void enter(Database &database, const KeyStore &keys, TerminalId terminal);

} // namespace foyer::life
