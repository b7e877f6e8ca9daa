// Terminals: installations with a key of their own.
#pragma once

#include "core/storage/database.h"
#include "core/storage/keystore.h"

namespace foyer {
class Random;
}

namespace foyer::terminal_store {

struct Terminal {
    TerminalId id;
    crypto::SigningKey key;
};

/// The terminal whose key is in the folder and whose public key the database knows.
std::optional<Terminal> find(Database &database, const KeyStore &keys);
/// The same; a new one when there is none.
Result<Terminal> enrol(Database &database, const KeyStore &keys, const QString &name, const Clock &clock, Random &random);

struct Issuer {
    TerminalId id;
    int number;
    crypto::PublicKey key;
};

/// Whoever may have signed a ticket code with this number.
std::optional<Issuer> issuer(Database &database, int number);
/// All that this database knows.
QList<TerminalId> all(Database &database);
int numberOf(Database &database, TerminalId terminal);
/// Empty for an unknown one.
QString nameOf(Database &database, TerminalId terminal);

} // namespace foyer::terminal_store
