#include "core/storage/allotment_store.h"

#include "core/storage/chunks.h"

namespace foyer::allotment_store {

void open(Database &database, std::span<const Opening> openings)
{
    forEachChunk(openings, [&](std::span<const Opening> chunk) {
        Batch rows{{"id", ColumnType::Uuid}, {"ticket_type_id", ColumnType::Uuid}, {"owner", ColumnType::Text}};
        for (const Opening &opening : chunk) {
            rows.add({opening.unissued, opening.type, QStringLiteral("unissued")});
            rows.add({opening.house, opening.type, QStringLiteral("house")});
        }
        database.run("INSERT INTO allotment (id, ticket_type_id, owner) SELECT id, ticket_type_id, owner FROM {batch}", rows);
    });
}

void move(Database &database, std::span<const Move> moves, ChainId chain, qint64 seq)
{
    forEachChunk(moves, [&](std::span<const Move> chunk) {
        Batch rows{{"id", ColumnType::Uuid}, {"from_id", ColumnType::Uuid}, {"to_id", ColumnType::Uuid},
                   {"n", ColumnType::Int}, {"chain_id", ColumnType::Uuid}, {"seq", ColumnType::Int}};
        for (const Move &m : chunk)
            rows.add({m.id, m.from, m.to, m.n, chain, seq});
        database.run("INSERT INTO allotment_move (id, from_id, to_id, n, chain_id, seq) "
                     "SELECT id, from_id, to_id, n, chain_id, seq FROM {batch}", rows);
    });
}

std::optional<AllotmentId> houseOf(Database &database, TicketTypeId type)
{
    const Rows rows = database.run("SELECT id FROM allotment WHERE ticket_type_id = ? AND owner = 'house' AND owner <> 'terminal'", {type});
    return rows.empty() ? std::nullopt : std::optional(rows.front().id<AllotmentId>(0));
}

std::vector<std::pair<AllotmentId, AllotmentId>> ofDoors(Database &database, std::span<const AllotmentId> allotments)
{
    Batch batch{{"a", ColumnType::Uuid}};
    for (const AllotmentId id : allotments)
        batch.add({id});
    std::vector<std::pair<AllotmentId, AllotmentId>> out;
    for (const Row &row : database.run("SELECT d.id, h.id FROM {batch} JOIN allotment d ON d.id = batch.a AND d.owner = 'terminal' "
                                       "JOIN allotment h ON h.ticket_type_id = d.ticket_type_id AND h.owner = 'house'", batch))
        out.emplace_back(row.id<AllotmentId>(0), row.id<AllotmentId>(1));
    return out;
}

std::optional<House> lockHouse(Database &database, TicketTypeId type)
{
    // SQLite has one writer: its transaction is the lock.
    const Rows house = database.isPostgres()
        ? database.run("SELECT id, capacity, held + sold FROM allotment WHERE ticket_type_id = ? AND owner = 'house' FOR UPDATE", {type})
        : database.run("SELECT id, capacity, held + sold FROM allotment WHERE ticket_type_id = ? AND owner = 'house' AND owner <> 'terminal'", {type});
    const Rows unissued = database.run(
        "SELECT id, -capacity FROM allotment WHERE ticket_type_id = ? AND owner = 'unissued' AND owner <> 'terminal'", {type});
    if (house.empty() || unissued.empty())
        return std::nullopt;
    return House{{type, unissued.front().id<AllotmentId>(0), house.front().id<AllotmentId>(0)},
                 int(unissued.front().number(1)), int(house.front().number(1)), int(house.front().number(2))};
}

} // namespace foyer::allotment_store
