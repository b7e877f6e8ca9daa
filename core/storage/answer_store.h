// First answers to requests that carry a key: claimed before their effect, in the same transaction.
#pragma once

#include "core/storage/database.h"

#include <span>

namespace foyer::answer_store {

struct Name {
    QUuid owner; ///< the token that asked; null: nobody's
    QString key;

    bool operator==(const Name &) const = default;
    bool operator<(const Name &other) const { return owner != other.owner ? owner < other.owner : key < other.key; }
};

struct Stored {
    Name name;
    QByteArray requestHash;
    int status = 0;
    QByteArray body;
};

/// Stores those whose names are new and says which; one that another transaction is storing is waited for.
std::vector<Name> claim(Database &db, std::span<const Stored> answers, Instant at);
std::vector<Stored> find(Database &db, std::span<const Name> names);
/// Takes back claims of this transaction: nothing came of the request, so it may be asked anew.
void release(Database &db, std::span<const Name> names);
/// Forgets what is older; returns how many went, at most `limit`.
int forget(Database &db, Instant before, int limit);

} // namespace foyer::answer_store
