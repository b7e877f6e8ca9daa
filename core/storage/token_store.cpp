#include "core/storage/token_store.h"

namespace foyer::token_store {

void insert(Database &db, const Row &token, const QByteArray &hash)
{
    db.post("INSERT INTO api_token (id, name, hash, scopes, created_at) VALUES (?, ?, ?, ?, ?)",
           {token.id, token.name, hash, token.scopes, token.createdAt});
}

std::vector<Row> all(Database &db)
{
    std::vector<Row> out;
    for (const foyer::Row &row : db.run("SELECT id, name, scopes, created_at, revoked_at FROM api_token ORDER BY created_at DESC, name"))
        out.push_back({row.id<TokenId>(0), row.text(1), row.text(2), row.instant(3), row.optionalInstant(4)});
    return out;
}

bool revoke(Database &db, TokenId token, Instant at)
{
    return !db.run("UPDATE api_token SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL RETURNING id", {at, token}).empty();
}

std::optional<Found> byHash(Database &db, const QByteArray &hash)
{
    const Rows rows = db.isPostgres() ? db.run("SELECT id, scopes FROM foyer_token(?)", {hash})
                                      : db.run("SELECT id, scopes FROM api_token WHERE hash = ? AND revoked_at IS NULL", {hash});
    return rows.empty() ? std::nullopt : std::optional(Found{rows.front().id<TokenId>(0), rows.front().text(1)});
}

} // namespace foyer::token_store
