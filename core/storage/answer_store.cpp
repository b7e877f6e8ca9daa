#include "core/storage/answer_store.h"

#include <algorithm>

namespace foyer::answer_store {

namespace {

Batch nameBatch(std::span<const Name> names)
{
    Batch batch{{"o", ColumnType::Uuid}, {"k", ColumnType::Text}};
    for (const Name &name : names)
        batch.add({Param::uuidOrZeros(name.owner), name.key});
    return batch;
}

} // namespace

std::vector<Name> claim(Database &db, std::span<const Stored> answers, Instant at)
{
    std::vector<const Stored *> sorted; // keys are locked in their order
    for (const Stored &answer : answers)
        sorted.push_back(&answer);
    std::sort(sorted.begin(), sorted.end(), [](const Stored *a, const Stored *b) { return a->name < b->name; });
    Batch batch{{"o", ColumnType::Uuid}, {"k", ColumnType::Text}, {"h", ColumnType::Bytes}, {"s", ColumnType::Int}, {"b", ColumnType::Text}, {"t", ColumnType::Int}};
    for (const Stored *answer : sorted)
        batch.add({Param::uuidOrZeros(answer->name.owner), answer->name.key, answer->requestHash, answer->status, QString::fromUtf8(answer->body), at});
    std::vector<Name> claimed;
    for (const Row &row : db.run("INSERT INTO answer (owner, key, request_hash, status, body, at) SELECT o, k, h, s, b, t FROM {batch} WHERE true "
                                 "ON CONFLICT (owner, key) DO NOTHING RETURNING owner, key", batch))
        claimed.push_back({row.uuid(0), row.text(1)});
    return claimed;
}

std::vector<Stored> find(Database &db, std::span<const Name> names)
{
    std::vector<Stored> found;
    for (const Row &row : db.run("SELECT a.owner, a.key, a.request_hash, a.status, a.body FROM {batch} JOIN answer a ON a.owner = batch.o AND a.key = batch.k",
                                 nameBatch(names)))
        found.push_back({{row.uuid(0), row.text(1)}, row.bytes(2), int(row.number(3)), row.text(4).toUtf8()});
    return found;
}

void release(Database &db, std::span<const Name> names)
{
    db.post("DELETE FROM answer WHERE (owner, key) IN (SELECT o, k FROM {batch})", nameBatch(names));
}

int forget(Database &db, Instant before, int limit)
{
    return int(db.run("DELETE FROM answer WHERE (owner, key) IN (SELECT owner, key FROM answer WHERE at < ? ORDER BY at LIMIT ?) RETURNING status",
                      {before, limit}).size());
}

} // namespace foyer::answer_store
