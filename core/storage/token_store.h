// Tokens of the server: stored by their hash alone.
#pragma once

#include "core/storage/database.h"

namespace foyer::token_store {

struct Row {
    TokenId id;
    QString name;
    QString scopes; ///< "read,sell"
    Instant createdAt;
    std::optional<Instant> revokedAt;
};

void insert(Database &db, const Row &token, const QByteArray &hash);
/// Newest first, revoked ones too.
std::vector<Row> all(Database &db);
/// False when it is not there or revoked already.
bool revoke(Database &db, TokenId token, Instant at);

struct Found {
    TokenId id;
    QString scopes;
};

/// Of a token that is not revoked.
std::optional<Found> byHash(Database &db, const QByteArray &hash);

} // namespace foyer::token_store
