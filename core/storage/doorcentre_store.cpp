#include "core/storage/doorcentre_store.h"

namespace foyer::doorcentre_store {

namespace {

constexpr char DoorColumns[] = "SELECT t.id, t.number, t.name, t.public_key, c.id, c.number, d.enrolled_at, d.seen_at, d.stopped_at FROM door d "
                               "JOIN terminal t ON t.id = d.terminal_id JOIN chain c ON c.id = d.chain_id ";

Door doorFrom(const Row &row)
{
    return {row.id<TerminalId>(0), int(row.number(1)), row.text(2), row.bytes(3), row.id<ChainId>(4), row.number(5), row.instant(6),
            row.optionalInstant(7), row.optionalInstant(8)};
}

} // namespace

void invite(Database &db, const QUuid &id, const QString &name, const QByteArray &codeHash, Instant until)
{
    db.run("INSERT INTO door_invitation (id, name, code_hash, expires_at) VALUES (?, ?, ?, ?)", {id, name, codeHash, until});
}

std::optional<Invitation> invitation(Database &db, const QByteArray &codeHash)
{
    const Rows rows = db.isPostgres()
        ? db.run("SELECT id, name, expires_at, terminal_id FROM door_invitation WHERE code_hash = ? FOR UPDATE", {codeHash})
        : db.run("SELECT id, name, expires_at, terminal_id FROM door_invitation WHERE code_hash = ?", {codeHash});
    if (rows.empty())
        return std::nullopt;
    const Row &row = rows.front();
    return Invitation{row.uuid(0), row.text(1), row.instant(2), row.id<TerminalId>(3)};
}

void enrol(Database &db, const Invitation &invitation, TerminalId door, const QByteArray &publicKey, ChainId chain)
{
    if (db.isPostgres()) { // as whoever enrols or begins a chain
        db.run("SELECT pg_advisory_xact_lock(hashtextextended('foyer terminals', 0))");
        db.run("SELECT pg_advisory_xact_lock(hashtextextended('foyer chains', 0))");
    }
    const Instant now = db.now();
    db.run("INSERT INTO terminal (id, number, name, kind, public_key, created_at) SELECT ?, coalesce(max(number), 0) + 1, ?, 'door', ?, ? FROM terminal",
           {door, invitation.name, publicKey, now});
    db.run("INSERT INTO chain (id, terminal_id, number, epoch, opened_at) SELECT ?, ?, max(n) + 1, 1, ? FROM (SELECT coalesce(max(number), 0) AS n FROM chain "
           "UNION ALL SELECT CAST(value AS BIGINT) FROM setting WHERE name = 'chains_after') known", {chain, door, now});
    db.run("INSERT INTO door (terminal_id, chain_id, enrolled_at) VALUES (?, ?, ?)", {door, chain, now});
    db.run("UPDATE door_invitation SET terminal_id = ? WHERE id = ?", {door, invitation.id});
}

std::optional<Door> find(Database &db, TerminalId door)
{
    static const QByteArray sql = QByteArray(DoorColumns) + "WHERE t.id = ?";
    const Rows rows = db.run(sql.constData(), {door});
    return rows.empty() ? std::nullopt : std::optional(doorFrom(rows.front()));
}

std::vector<Door> all(Database &db)
{
    static const QByteArray sql = QByteArray(DoorColumns) + "ORDER BY t.number";
    std::vector<Door> out;
    for (const Row &row : db.run(sql.constData()))
        out.push_back(doorFrom(row));
    return out;
}

void lock(Database &db, TerminalId door)
{
    if (db.isPostgres())
        db.run("SELECT terminal_id FROM door WHERE terminal_id = ? FOR NO KEY UPDATE", {door});
}

void noteSeen(Database &db, TerminalId door, Instant at)
{
    db.run("UPDATE door SET seen_at = ? WHERE terminal_id = ? AND enrolled_at <= ?", {at, door, at});
}

void stop(Database &db, TerminalId door, Instant at)
{
    db.run("UPDATE door SET stopped_at = ? WHERE terminal_id = ? AND stopped_at IS NULL", {at, door});
}

ChainHead headOf(Database &db, ChainId chain)
{
    const Rows rows = db.run("SELECT seq, hash FROM journal WHERE chain_id = ? ORDER BY seq DESC LIMIT 1", {chain});
    return rows.empty() ? ChainHead{} : ChainHead{rows.front().number(0), rows.front().bytes(1)};
}

QByteArray hashAt(Database &db, ChainId chain, qint64 seq)
{
    const Rows rows = db.run("SELECT hash FROM journal WHERE chain_id = ? AND seq = ?", {chain, seq});
    return rows.empty() ? QByteArray() : rows.front().bytes(0);
}

void addRecord(Database &db, const JournalRecord &record)
{
    db.run("INSERT INTO journal (chain_id, seq, at, body, previous_hash, hash, signature) VALUES (?, ?, ?, ?, ?, ?, ?)",
           {record.chain, record.seq, record.at, QString::fromUtf8(record.body), record.previousHash, record.hash, record.signature});
}

bool isStaff(Database &db, StaffId staff)
{
    return !db.run("SELECT 1 FROM staff WHERE id = ?", {staff}).empty();
}

void addConflict(Database &db, const Conflict &conflict)
{
    const Passage &passage = conflict.passage;
    db.run("INSERT INTO door_conflict (id, kind, ticket_number, event_id, number, direction, generation, terminal_id, at, chain_id, seq) "
           "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
           {passage.id, conflict.kind, passage.ticket.toString(), passage.event, passage.number, passingName(passage.passing()), passage.generation,
            passage.terminal, passage.at, conflict.chain, conflict.seq});
}

std::vector<Conflict> openConflicts(Database &db)
{
    std::vector<Conflict> out;
    for (const Row &row : db.run("SELECT d.id, d.ticket_number, d.event_id, d.number, d.generation, d.terminal_id, m.name, d.at, d.kind, e.name, d.chain_id, d.seq "
                                 "FROM door_conflict d JOIN event e ON e.id = d.event_id JOIN terminal m ON m.id = d.terminal_id WHERE d.accepted_at IS NULL ORDER BY d.at, d.id")) {
        const Passage passage{row.id<AdmissionId>(0), TicketNumber::parse(row.text(1)).value_or(TicketNumber()), row.id<EventId>(2), int(row.number(3)),
                              int(row.number(4)), row.id<TerminalId>(5), row.text(6), row.instant(7)};
        out.push_back({passage, row.text(8), row.text(9), row.id<ChainId>(10), row.number(11)});
    }
    return out;
}

bool accept(Database &db, AdmissionId conflict, StaffId by, Instant at)
{
    return !db.run("UPDATE door_conflict SET accepted_at = ?, accepted_by = ? WHERE id = ? AND accepted_at IS NULL RETURNING id", {at, by, conflict}).empty();
}

} // namespace foyer::doorcentre_store
