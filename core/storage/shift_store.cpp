#include "core/storage/shift_store.h"

namespace foyer::shift_store {

namespace {

#define SHIFT_COLUMNS \
    "SELECT s.id, s.terminal_id, t.name, s.number, s.staff_id, coalesce(p.name, ''), s.state, s.day, s.opening, s.currency, s.opened_at, s.closed_at " \
    "FROM drawer_shift s JOIN terminal t ON t.id = s.terminal_id LEFT JOIN staff p ON p.id = s.staff_id "

std::optional<DrawerShift> shiftFrom(const Rows &rows)
{
    if (rows.empty())
        return std::nullopt;
    const Row &row = rows.front();
    DrawerShift shift;
    shift.id = row.id<DrawerShiftId>(0);
    shift.terminal = row.id<TerminalId>(1);
    shift.till = row.text(2);
    shift.number = row.number(3);
    shift.staff = row.id<StaffId>(4);
    shift.cashier = row.text(5);
    shift.state = drawerStateFrom(row.text(6));
    shift.day = int(row.number(7));
    shift.opening = row.money(8, 9);
    shift.openedAt = row.instant(10);
    shift.closedAt = row.optionalInstant(11);
    return shift;
}

} // namespace

std::optional<SaleDrawer> openForSale(Database &db, TerminalId terminal)
{
    const Rows rows = db.isPostgres()
        ? db.run("SELECT id, state, currency FROM drawer_shift WHERE terminal_id = ? AND state <> 'closed' FOR KEY SHARE", {terminal})
        : db.run("SELECT id, state, currency FROM drawer_shift WHERE terminal_id = ? AND state <> 'closed'", {terminal});
    if (rows.empty())
        return std::nullopt;
    return SaleDrawer{rows.front().id<DrawerShiftId>(0), drawerStateFrom(rows.front().text(1)), rows.front().currency(2)};
}

std::optional<DrawerShift> lock(Database &db, DrawerShiftId shift)
{
    // FOR UPDATE, because a sale's share does not stand in the way of anything weaker. Read again after the wait.
    if (db.isPostgres())
        db.post("SELECT id FROM drawer_shift WHERE id = ? FOR UPDATE", {shift});
    return find(db, shift);
}

std::optional<DrawerShift> lockOpen(Database &db, TerminalId terminal)
{
    if (db.isPostgres())
        db.post("SELECT id FROM drawer_shift WHERE terminal_id = ? AND state <> 'closed' FOR UPDATE", {terminal});
    return open(db, terminal);
}

bool isFinal(Database &db, PaymentId payment)
{
    const Rows rows = db.isPostgres()
        ? db.run("SELECT s.state FROM payment p JOIN drawer_shift s ON s.id = p.drawer_shift_id WHERE p.id = ? FOR KEY SHARE OF s", {payment})
        : db.run("SELECT s.state FROM payment p JOIN drawer_shift s ON s.id = p.drawer_shift_id WHERE p.id = ?", {payment});
    return !rows.empty() && drawerStateFrom(rows.front().text(0)) == DrawerState::Closed;
}

std::optional<DrawerShift> open(Database &db, TerminalId terminal)
{
    return shiftFrom(db.run(SHIFT_COLUMNS "WHERE s.terminal_id = ? AND s.state <> 'closed'", {terminal}));
}

std::optional<DrawerShift> find(Database &db, DrawerShiftId shift)
{
    return shiftFrom(db.run(SHIFT_COLUMNS "WHERE s.id = ?", {shift}));
}

#undef SHIFT_COLUMNS

bool add(Database &db, DrawerShift &shift, const Record &record)
{
    const Rows rows = db.run(
        "INSERT INTO drawer_shift (id, terminal_id, number, staff_id, opened_by, state, day, opening, currency, opened_at, chain_id, seq) "
        "VALUES (?, ?, (SELECT coalesce(max(number), 0) + 1 FROM drawer_shift WHERE terminal_id = ?), ?, ?, 'open', ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT DO NOTHING RETURNING number",
        {shift.id, shift.terminal, shift.terminal, shift.staff, shift.staff, shift.day, shift.opening.minor(), shift.opening.currency().code(),
         shift.openedAt, record.chain, record.seq});
    if (rows.empty())
        return false;
    shift.number = rows.front().number(0);
    return true;
}

void setState(Database &db, DrawerShiftId shift, DrawerState state, std::optional<Instant> closedAt)
{
    db.post("UPDATE drawer_shift SET state = ?, closed_at = ? WHERE id = ?", {stateName(state), closedAt, shift});
}

void setStaff(Database &db, DrawerShiftId shift, StaffId staff)
{
    db.post("UPDATE drawer_shift SET staff_id = ? WHERE id = ?", {staff, shift});
}

void addMove(Database &db, const NewMove &move, const Record &record)
{
    db.post("INSERT INTO cash_movement (id, drawer_shift_id, kind, amount, reason, staff_id, approver_id, at, chain_id, seq) "
           "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
           {move.id, move.shift, kindName(move.kind), move.amount, move.reason, move.staff, move.approver, record.at, record.chain, record.seq});
}

void addHandover(Database &db, HandoverId id, DrawerShiftId shift, StaffId from, StaffId to, const Record &record)
{
    db.post("INSERT INTO drawer_handover (id, drawer_shift_id, from_id, to_id, at, chain_id, seq) VALUES (?, ?, ?, ?, ?, ?, ?)",
           {id, shift, from, to, record.at, record.chain, record.seq});
}

void addCount(Database &db, Counted &count, const Record &record)
{
    count.number = 1 + db.run("SELECT coalesce(max(number), 0) FROM drawer_count WHERE drawer_shift_id = ?", {count.shift}).front().number(0);
    db.post("INSERT INTO drawer_count (id, drawer_shift_id, number, total, pieces, staff_id, at, chain_id, seq) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
           {count.id, count.shift, count.number, count.total, count.pieces, count.staff, record.at, record.chain, record.seq});
}

std::optional<Counted> latestCount(Database &db, DrawerShiftId shift)
{
    const Rows rows = db.run("SELECT id, number, total, pieces, staff_id FROM drawer_count WHERE drawer_shift_id = ? ORDER BY number DESC LIMIT 1", {shift});
    if (rows.empty())
        return std::nullopt;
    const Row &row = rows.front();
    return Counted{row.id<CashCountId>(0), shift, row.number(1), row.number(2), row.text(3), row.id<StaffId>(4)};
}

void addZ(Database &db, const NewZ &z, const Record &record)
{
    db.post("INSERT INTO z_report (id, drawer_shift_id, terminal_id, number, counted, expected, grand_sales, grand_refunds, currency, body, at, chain_id, seq) "
           "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
           {z.id, z.shift, z.terminal, z.number, z.counted, z.expected, z.grandSales, z.grandRefunds, z.currency, z.body, record.at, record.chain, record.seq});
}

ZBefore beforeZ(Database &db, TerminalId terminal, const QString &currency)
{
    const Row numbers = db.run("SELECT coalesce(max(number), 0) + 1 FROM z_report WHERE terminal_id = ?", {terminal}).front();
    const Rows totals = db.run("SELECT grand_sales, grand_refunds FROM z_report WHERE terminal_id = ? AND currency = ? ORDER BY number DESC LIMIT 1",
                               {terminal, currency});
    ZBefore before{numbers.number(0), 0, 0};
    if (!totals.empty()) {
        before.grandSales = totals.front().number(0);
        before.grandRefunds = totals.front().number(1);
    }
    return before;
}

QString zBody(Database &db, DrawerShiftId shift)
{
    const Rows rows = db.run("SELECT body FROM z_report WHERE drawer_shift_id = ?", {shift});
    return rows.empty() ? QString() : rows.front().text(0);
}

QString zBody(Database &db, TerminalId terminal, qint64 number)
{
    const Rows rows = db.run("SELECT body FROM z_report WHERE terminal_id = ? AND number = ?", {terminal, number});
    return rows.empty() ? QString() : rows.front().text(0);
}

std::vector<ZLine> zs(Database &db, TerminalId terminal, int limit)
{
    std::vector<ZLine> out;
    for (const Row &row : db.run("SELECT z.number, z.at, s.day, coalesce(p.name, ''), z.counted, z.expected, z.currency FROM z_report z "
                                 "JOIN drawer_shift s ON s.id = z.drawer_shift_id LEFT JOIN staff p ON p.id = s.staff_id "
                                 "WHERE z.terminal_id = ? ORDER BY z.number DESC LIMIT ?", {terminal, limit}))
        out.push_back({row.number(0), row.instant(1), int(row.number(2)), row.text(3), row.money(4, 6), row.money(5, 6)});
    return out;
}

QTimeZone houseZone(Database &db)
{
    const Rows rows = db.run("SELECT time_zone FROM venue ORDER BY name LIMIT 1");
    return rows.empty() ? QTimeZone::utc() : QTimeZone(rows.front().text(0).toUtf8());
}

Currency houseCurrency(Database &db)
{
    const Rows rows = db.run("SELECT currency FROM venue ORDER BY name LIMIT 1");
    return rows.empty() ? Currency() : rows.front().currency(0);
}

} // namespace foyer::shift_store
