#include "core/storage/payment_store.h"

#include <unordered_map>

namespace foyer::payment_store {

namespace {

Payment paymentFrom(const Row &row)
{
    const Currency currency = Currency::fromCode(row.text(6)).value_or(Currency());
    Payment payment;
    payment.id = row.id<PaymentId>(0);
    payment.reservation = row.id<ReservationId>(1);
    payment.tender = tenderFrom(row.text(2));
    payment.kind = paymentKindFrom(row.text(3));
    payment.refersTo = row.id<PaymentId>(4);
    payment.amount = Money(row.number(5), currency);
    if (!row.isNull(7))
        payment.given = Money(row.number(7), currency);
    payment.state = paymentStateFrom(row.text(8));
    payment.key = row.text(9);
    payment.reference = row.text(10);
    payment.message = row.text(11);
    payment.createdAt = row.instant(12);
    payment.gateway = row.text(13);
    payment.wallet = row.id<AccountId>(16);
    if (!row.isNull(14)) {
        payment.isCorrected = tenderFrom(row.text(14)) != payment.tender;
        payment.tender = tenderFrom(row.text(14));
        payment.reference = row.text(15);
        payment.gateway = payment.tender == Tender::Card ? QLatin1String(CardMachine) : QString();
    }
    return payment;
}

/// The columns of paymentFrom(), of a payment `p` and its latest correction `c`.
constexpr char Columns[] = "p.id, p.reservation_id, p.tender, p.kind, p.refers_to, p.amount, p.currency, p.given, p.state, p.key, p.reference, "
                           "p.message, p.created_at, p.gateway, c.tender, c.reference, p.wallet_id ";
constexpr char LatestCorrection[] = "LEFT JOIN tender_correction c ON c.payment_id = p.id "
                                    "AND c.number = (SELECT max(number) FROM tender_correction WHERE payment_id = p.id) ";

std::vector<Payment> paymentsFrom(const Rows &rows)
{
    std::vector<Payment> out;
    for (const Row &row : rows)
        out.push_back(paymentFrom(row));
    return out;
}

} // namespace

std::vector<Payment> ofReservations(Database &db, std::span<const ReservationId> reservations)
{
    Batch batch{{"r", ColumnType::Uuid}};
    for (const ReservationId id : reservations)
        batch.add({id});
    static const QByteArray sql = QByteArray("SELECT ") + Columns + "FROM {batch} JOIN payment p ON p.reservation_id = batch.r " + LatestCorrection
        + "ORDER BY p.created_at, p.id";
    return paymentsFrom(db.run(sql.constData(), batch));
}

std::vector<ReservationId> reservationsOf(Database &db, std::span<const PaymentId> payments)
{
    Batch batch{{"p", ColumnType::Uuid}};
    for (const PaymentId id : payments)
        batch.add({id});
    std::unordered_map<PaymentId, ReservationId> found;
    for (const Row &row : db.run("SELECT id, reservation_id FROM {batch} JOIN payment ON payment.id = batch.p", batch))
        found.emplace(row.id<PaymentId>(0), row.id<ReservationId>(1));
    std::vector<ReservationId> out;
    for (const PaymentId id : payments)
        out.push_back(found.contains(id) ? found.at(id) : ReservationId());
    return out;
}

QStringList usedElsewhere(Database &db, std::span<const KeyUse> uses)
{
    Batch batch{{"k", ColumnType::Text}, {"r", ColumnType::Uuid}};
    for (const KeyUse &use : uses)
        batch.add({use.key, use.reservation});
    QStringList out;
    for (const Row &row : db.run("SELECT p.key FROM {batch} JOIN payment p ON p.key = batch.k AND p.reservation_id <> batch.r", batch))
        out << row.text(0);
    return out;
}

void insert(Database &db, std::span<const Payment> payments, TerminalId terminal, ShiftId shift, DrawerShiftId drawer)
{
    Batch batch{{"id", ColumnType::Uuid}, {"reservation_id", ColumnType::Uuid}, {"tender", ColumnType::Text}, {"kind", ColumnType::Text},
                {"refers_to", ColumnType::Uuid}, {"amount", ColumnType::Int}, {"currency", ColumnType::Text}, {"given", ColumnType::Int},
                {"state", ColumnType::Text}, {"key", ColumnType::Text}, {"shift_id", ColumnType::Uuid}, {"terminal_id", ColumnType::Uuid},
                {"created_at", ColumnType::Int}, {"settled_at", ColumnType::Int}, {"gateway", ColumnType::Text}, {"wallet_id", ColumnType::Uuid},
                 {"drawer_shift_id", ColumnType::Uuid}};
    for (const Payment &p : payments)
        batch.add({p.id, p.reservation, tenderName(p.tender), kindName(p.kind), p.refersTo, p.amount.minor(), p.amount.currency().code(),
                   p.given ? Param(p.given->minor()) : Param(std::nullopt), stateName(p.state), p.key, shift, terminal, p.createdAt,
                   p.state == PaymentState::Captured ? Param(p.createdAt) : Param(std::nullopt), p.gateway, p.wallet, drawer});
    db.post("INSERT INTO payment (id, reservation_id, tender, kind, refers_to, amount, currency, given, state, key, shift_id, terminal_id, "
           "created_at, settled_at, gateway, wallet_id, drawer_shift_id) SELECT id, reservation_id, tender, kind, refers_to, amount, currency, given, state, key, shift_id, "
           "terminal_id, created_at, settled_at, gateway, wallet_id, drawer_shift_id FROM {batch}", batch);
}

void update(Database &db, std::span<const Payment> payments, Instant at, DrawerShiftId drawer)
{
    Batch batch{{"p", ColumnType::Uuid}, {"st", ColumnType::Text}, {"ref", ColumnType::Text}, {"msg", ColumnType::Text}, {"at", ColumnType::Int}, {"dr", ColumnType::Uuid}};
    for (const Payment &p : payments)
        batch.add({p.id, stateName(p.state), p.reference, p.message, p.isLive() ? Param(std::nullopt) : Param(at), drawer});
    db.post("UPDATE payment SET state = batch.st, reference = batch.ref, message = batch.msg, settled_at = batch.at, drawer_shift_id = batch.dr FROM {batch} WHERE id = batch.p", batch);
}

std::vector<Payment> unresolved(Database &db, TerminalId terminal)
{
    static const QByteArray sql = QByteArray("SELECT ") + Columns + "FROM payment p " + LatestCorrection
        + "WHERE p.terminal_id = ? AND p.state IN ('created', 'sent', 'unknown') ORDER BY p.created_at, p.id";
    return paymentsFrom(db.run(sql.constData(), {terminal}));
}

std::vector<ReservationId> withRefusedRefunds(Database &db, TerminalId terminal)
{
    std::vector<ReservationId> out;
    for (const Row &row : db.run("SELECT DISTINCT reservation_id FROM payment WHERE terminal_id = ? AND kind = 'refund' AND state IN ('failed', 'declined')", {terminal}))
        out.push_back(row.id<ReservationId>(0));
    return out;
}

} // namespace foyer::payment_store
