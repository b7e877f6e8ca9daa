#include "core/storage/shiftfigures_store.h"

#include "core/storage/writer.h"

namespace foyer::shiftfigures_store {

namespace {

void countTenders(Database &db, ShiftReport &report)
{
    const Rows rows = db.run(
        "SELECT x.kind, x.tender, x.currency, count(*), CAST(sum(x.amount) AS BIGINT) FROM (SELECT p.kind, p.currency, p.amount, coalesce("
        "(SELECT c.tender FROM tender_correction c WHERE c.payment_id = p.id ORDER BY c.number DESC LIMIT 1), p.tender) AS tender "
        "FROM payment p WHERE p.drawer_shift_id = ? AND p.state = 'captured') x GROUP BY x.kind, x.tender, x.currency ORDER BY x.kind, x.tender, x.currency",
        {report.shift.id});
    for (const Row &row : rows) {
        auto &side = row.text(0) == QLatin1String("capture") ? report.taken : report.givenBack;
        side.push_back({row.text(1), row.number(3), row.money(4, 2)});
    }
    for (const Row &row : db.run("SELECT currency, count(*), CAST(sum(amount) AS BIGINT) FROM card_deposit WHERE drawer_shift_id = ? AND state = 'captured' "
                                 "GROUP BY currency ORDER BY currency", {report.shift.id}))
        report.taken.push_back({QStringLiteral("card_deposit"), row.number(1), row.money(2, 0)});
}

void countOrders(Database &db, ShiftReport &report)
{
    const Currency currency = report.shift.opening.currency();
    const Rows rows = db.run(
        "SELECT o.kind, count(*), CAST(coalesce(sum(abs(o.total)), 0) AS BIGINT), "
        "CAST(coalesce(sum((SELECT count(*) FROM order_line l WHERE l.order_id = o.id)), 0) AS BIGINT) "
        "FROM orders o WHERE o.drawer_shift_id = ? AND o.currency = ? GROUP BY o.kind", {report.shift.id, currency.code()});
    for (const Row &row : rows) {
        if (row.text(0) == QLatin1String("refund"))
            report.refunds = {{}, row.number(1), Money(row.number(2), currency)};
        else if (row.text(0) == QLatin1String("comp"))
            report.comps = {{}, row.number(3), Money::zero(currency)};
        else
            report.orders += row.number(1);
    }
}

/// Lines of what was sold, together by a name; refunds and comps stand apart.
std::vector<ReportFigure> named(const Rows &rows, Currency currency)
{
    std::vector<ReportFigure> out;
    for (const Row &row : rows)
        out.push_back({row.text(0), row.number(1), Money(row.number(2), currency)});
    return out;
}

#define SOLD_LINES "FROM orders o JOIN order_line l ON l.order_id = o.id "
#define SOLD_WHERE "WHERE o.drawer_shift_id = ? AND o.currency = ? AND o.kind IN ('sale', 'exchange') "
#define LINE_TOTAL "CAST(coalesce(sum(l.unit_price - l.discount + l.fee), 0) AS BIGINT)"

void countLines(Database &db, ShiftReport &report)
{
    const Currency currency = report.shift.opening.currency();
    const DrawerShiftId shift = report.shift.id;
    const QString code = currency.code();
    report.sales = named(db.run("SELECT '', count(*), " LINE_TOTAL " " SOLD_LINES SOLD_WHERE, {shift, code}), currency).front();
    report.types = named(db.run("SELECT t.name, count(*), " LINE_TOTAL " " SOLD_LINES "JOIN ticket_type t ON t.id = l.ticket_type_id " SOLD_WHERE
                                "GROUP BY t.name ORDER BY t.name", {shift, code}), currency);
    report.levels = named(db.run("SELECT p.name, count(*), " LINE_TOTAL " " SOLD_LINES "JOIN price_level p ON p.id = l.price_level_id " SOLD_WHERE
                                 "GROUP BY p.name ORDER BY p.name", {shift, code}), currency);
    report.discounts = named(db.run("SELECT '', count(*), CAST(coalesce(sum(l.discount), 0) AS BIGINT) " SOLD_LINES SOLD_WHERE
                                    "AND l.discount > 0", {shift, code}), currency).front();
    for (const Row &row : db.run("SELECT l.tax_rate, " LINE_TOTAL ", CAST(sum(l.tax) AS BIGINT) " SOLD_LINES SOLD_WHERE
                                 "GROUP BY l.tax_rate ORDER BY l.tax_rate", {shift, code}))
        report.taxes.push_back({int(row.number(0)), Money(row.number(1), currency), Money(row.number(2), currency)});
}

#undef SOLD_LINES
#undef SOLD_WHERE
#undef LINE_TOTAL

void readMoves(Database &db, ShiftReport &report)
{
    for (const Row &row : db.run("SELECT m.kind, m.amount, s.currency, m.reason, coalesce(p.name, ''), coalesce(a.name, ''), m.at FROM cash_movement m "
                                 "JOIN drawer_shift s ON s.id = m.drawer_shift_id LEFT JOIN staff p ON p.id = m.staff_id "
                                 "LEFT JOIN staff a ON a.id = m.approver_id WHERE m.drawer_shift_id = ? ORDER BY m.at, m.id", {report.shift.id}))
        report.moves.push_back({cashMoveFrom(row.text(0)), row.money(1, 2), row.text(3), row.text(4), row.text(5), row.instant(6)});
    // Cash into and out of wallets: on this till's chain after the opening and before the Z, as no clock tells exactly.
    for (const Row &row : db.run("SELECT CASE WHEN d.kind = 'drawer' THEN 'paid_in' ELSE 'paid_out' END, t.amount, t.currency, t.at "
                                 "FROM drawer_shift s JOIN transfer t ON t.chain_id = s.chain_id AND t.seq > s.seq JOIN account d ON d.id = t.debit_id "
                                 "JOIN account c ON c.id = t.credit_id WHERE s.id = ? AND t.currency = s.currency "
                                 "AND ((d.kind = 'drawer' AND c.kind IN ('wallet', 'gift_card')) OR (c.kind = 'drawer' AND d.kind IN ('wallet', 'gift_card'))) "
                                 "AND t.seq <= coalesce((SELECT z.seq FROM z_report z WHERE z.drawer_shift_id = s.id), t.seq) ORDER BY t.seq, t.id", {report.shift.id}))
        report.moves.push_back({cashMoveFrom(row.text(0)), row.money(1, 2), QStringLiteral("Wallet"), {}, {}, row.instant(3)});
    for (const Row &row : db.run("SELECT coalesce(f.name, ''), t.name, h.at FROM drawer_handover h LEFT JOIN staff f ON f.id = h.from_id "
                                 "JOIN staff t ON t.id = h.to_id WHERE h.drawer_shift_id = ? ORDER BY h.at, h.id", {report.shift.id}))
        report.handovers.push_back({row.text(0), row.text(1), row.instant(2)});
}

Money cashOf(const std::vector<ReportFigure> &tenders, Currency currency)
{
    Money sum = Money::zero(currency);
    for (const ReportFigure &figure : tenders)
        if (figure.name == QLatin1String("cash") && figure.amount.currency() == currency)
            sum += figure.amount;
    return sum;
}

} // namespace

void count(Database &db, ShiftReport &report)
{
    const Currency currency = report.shift.opening.currency();
    report.refunds.amount = report.comps.amount = report.expected = Money::zero(currency);
    countTenders(db, report);
    countOrders(db, report);
    countLines(db, report);
    readMoves(db, report);
    report.expected = report.shift.opening + cashOf(report.taken, currency) - cashOf(report.givenBack, currency)
        + report.movedBy(CashMoveKind::PaidIn) - report.movedBy(CashMoveKind::PaidOut);
}

std::vector<ReportOpenPayment> openPayments(Database &db, TerminalId terminal)
{
    std::vector<ReportOpenPayment> out;
    for (const Row &row : db.run("SELECT tender, amount, currency, reference, created_at FROM payment WHERE terminal_id = ? "
                                 "AND state IN ('created', 'sent', 'unknown') ORDER BY created_at, id", {terminal}))
        out.push_back({row.text(0), row.money(1, 2), row.text(3), row.instant(4)});
    for (const Row &row : db.run("SELECT amount, currency, reference, created_at FROM card_deposit WHERE terminal_id = ? "
                                 "AND state IN ('sent', 'unknown') ORDER BY created_at, id", {terminal}))
        out.push_back({QStringLiteral("card"), row.money(0, 1), row.text(2), row.instant(3)});
    return out;
}

std::vector<ReportHead> heads(Database &db)
{
    std::vector<ReportHead> out;
    for (const Row &row : db.run("SELECT c.id, c.number, j.seq, j.hash FROM chain c JOIN journal j ON j.chain_id = c.id "
                                 "AND j.seq = (SELECT max(seq) FROM journal WHERE chain_id = c.id) ORDER BY c.number"))
        out.push_back({row.id<ChainId>(0), chainLetters(row.number(1)), row.number(2), QString::fromLatin1(row.bytes(3).toHex())});
    return out;
}

} // namespace foyer::shiftfigures_store
