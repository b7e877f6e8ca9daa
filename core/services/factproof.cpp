#include "core/services/factproof.h"

#include "core/domain/inputtext.h"
#include "core/domain/sale.h"
#include "core/services/reasons.h"
#include "core/storage/discountproof_store.h"
#include "core/storage/reason_store.h"
#include "core/storage/shiftproof_store.h"

#include <QtCore/QJsonDocument>

#include <unordered_map>

namespace foyer {

namespace {

using verify_store::Told;

QUuid uuidOf(const QJsonObject &fact, const char *key)
{
    return QUuid::fromString(fact.value(QLatin1String(key)).toString());
}

QString textOf(const QJsonObject &fact, const char *key)
{
    return fact.value(QLatin1String(key)).toString();
}

qint64 numberOf(const QJsonObject &fact, const char *key)
{
    return fact.value(QLatin1String(key)).toInteger();
}

/// A state that a payment has passed may be followed by these.
bool mayBecome(const QString &told, const QString &now)
{
    const auto rank = [](const QString &state) {
        return state == QLatin1String("created") ? 0 : state == QLatin1String("sent") ? 1 : state == QLatin1String("unknown") ? 2 : 3;
    };
    return told == now || rank(told) < rank(now);
}

} // namespace

void FactProof::check(const std::vector<JournalRecord> &page)
{
    for (const JournalRecord &record : page)
        read(record);
    if (m_told.size() + m_payments.size() + m_reservations.size() + m_wallets.size() + m_reasons.size() + m_segments.size() >= BatchSize)
        compare();
}

void FactProof::compare()
{
    compareRows();
    comparePayments();
    compareReservations();
    compareWallets();
    compareReasons();
    m_segments.clear();
    m_told.clear();
    m_payments.clear();
    m_reservations.clear();
    m_wallets.clear();
    m_reasons.clear();
}

void FactProof::read(const JournalRecord &record)
{
    if (m_segments.empty() || m_segments.back().chain != record.chain)
        m_segments.push_back({record.chain, record.seq, record.seq});
    m_segments.back().last = record.seq;
    const QJsonDocument body = QJsonDocument::fromJson(record.body);
    if (!body.isObject())
        m_breaches.add(translate("Verify", "The journal cannot be read: %1 is not a record.").arg(m_nameOf(record.chain, record.seq)));
    const QJsonArray facts = body.object().value(QLatin1String("facts")).toArray();
    for (const QJsonValue fact : facts)
        readFact(fact.toObject().value(QLatin1String("what")).toString(), fact.toObject(), record);
}

void FactProof::readFact(const QString &what, const QJsonObject &fact, const JournalRecord &record)
{
    const bool isOrder = what == QLatin1String("order.completed") || what == QLatin1String("order.refunded");
    if (m_doors.contains(record.chain) && what != QLatin1String("ticket.admitted") && !isOrder)
        return; // it happened in the door's own database
    const qsizetype dot = what.indexOf(u'.');
    const QStringView subject = QStringView(what).left(dot);
    const QString verb = what.mid(dot + 1);
    if (what == QLatin1String("transfer"))
        tell(verify_store::transferTold(uuidOf(fact, "id"), uuidOf(fact, "debit"), uuidOf(fact, "credit"), numberOf(fact, "amount"), textOf(fact, "currency")), record);
    else if (what == QLatin1String("allotment.moved"))
        tell(verify_store::moveTold(uuidOf(fact, "id"), uuidOf(fact, "from"), uuidOf(fact, "to"), numberOf(fact, "n")), record);
    else if (what == QLatin1String("tender.corrected"))
        tell(verify_store::correctionTold(uuidOf(fact, "id"), uuidOf(fact, "payment"), numberOf(fact, "number"), textOf(fact, "to")), record);
    else if (subject == QLatin1String("event"))
        m_archive.read(what, fact);
    else if (subject == QLatin1String("drawer"))
        readDrawer(verb, fact, record);
    else if (what == QLatin1String("ticket.changed"))
        tell(verify_store::changeTold(uuidOf(fact, "id"), uuidOf(fact, "ticket"), numberOf(fact, "number"), textOf(fact, "kind"), numberOf(fact, "generation")), record);
    else if (what == QLatin1String("ticket.admitted"))
        tell(verify_store::admissionTold(uuidOf(fact, "id"), textOf(fact, "ticket"), uuidOf(fact, "event"), numberOf(fact, "number"), textOf(fact, "direction"), numberOf(fact, "generation")), record);
    else if (isOrder)
        readOrder(fact, record);
    else if (what == QLatin1String("door.granted"))
        tell(verify_store::grantTold(uuidOf(fact, "id"), numberOf(fact, "number"), uuidOf(fact, "door"), uuidOf(fact, "type"), numberOf(fact, "n")), record);
    else if (what == QLatin1String("door.returned"))
        m_facts[QStringLiteral("returned place")] += fact.value(QLatin1String("tickets")).toArray().size();
    else if (what == QLatin1String("order.discounted"))
        tell(discountproof_store::chargedTold(uuidOf(fact, "id"), uuidOf(fact, "order"), uuidOf(fact, "promo"), numberOf(fact, "amount"),
                                              uuidOf(fact, "by"), uuidOf(fact, "approver")), record);
    else if (what == QLatin1String("promo.added"))
        tell(discountproof_store::promoTold(uuidOf(fact, "id"), textOf(fact, "code"), discountproof_store::termsOf(fact)), record);
    else if (subject == QLatin1String("payment"))
        readPayment(verb, fact, record);
    else if (what == QLatin1String("reason.given"))
        m_reasons.push_back({record.chain, record.seq, textOf(fact, "hash")});
    else if (what == QLatin1String("wallet.opened"))
        readWallet(fact, record);
    else if (what == QLatin1String("reservation.made"))
        readReservation({}, fact.value(QLatin1String("id")), record);
    else if (what == QLatin1String("reservation.released") || what == QLatin1String("reservation.abandoned"))
        readReservation(QStringLiteral("released"), fact.value(QLatin1String("id")), record);
    else if (what == QLatin1String("reservation.expired"))
        for (const QJsonValue id : fact.value(QLatin1String("ids")).toArray())
            readReservation(QStringLiteral("expired"), id, record);
}

void FactProof::readOrder(const QJsonObject &fact, const JournalRecord &record)
{
    const QUuid order = uuidOf(fact, "id");
    const QString number = textOf(fact, "number");
    const QString kind = fact.value(QLatin1String("kind")).toString(kindName(OrderKind::Sale));
    tell(verify_store::orderTold({order, number, kind, numberOf(fact, "total"), uuidOf(fact, "reservation"), uuidOf(fact, "of"), uuidOf(fact, "exchange")}), record);
    const QJsonArray tickets = fact.value(QLatin1String("tickets")).toArray();
    for (const QJsonValue value : tickets) {
        const QJsonObject ticket = value.toObject();
        tell(verify_store::ticketTold({uuidOf(ticket, "line"), order, number, uuidOf(ticket, "id"), textOf(ticket, "number"), uuidOf(ticket, "event"),
                                       uuidOf(ticket, "type"), uuidOf(ticket, "seat"), numberOf(ticket, "price"), numberOf(ticket, "fee"), uuidOf(ticket, "refunds")}), record);
    }
}

void FactProof::readDrawer(const QString &verb, const QJsonObject &fact, const JournalRecord &record)
{
    namespace store = shiftproof_store;
    const QUuid id = uuidOf(fact, "id");
    const QUuid shift = uuidOf(fact, "shift");
    if (verb == QLatin1String("opened"))
        tell(store::openedTold(shift, uuidOf(fact, "terminal"), numberOf(fact, "number"), numberOf(fact, "float"), textOf(fact, "currency")), record);
    else if (verb == QLatin1String("moved"))
        tell(store::movedTold(id, shift, textOf(fact, "kind"), numberOf(fact, "amount")), record);
    else if (verb == QLatin1String("handed_over"))
        tell(store::handedOverTold(id, shift, uuidOf(fact, "from"), uuidOf(fact, "to")), record);
    else if (verb == QLatin1String("counted"))
        tell(store::countedTold(id, shift, numberOf(fact, "number"), numberOf(fact, "total"), textOf(fact, "pieces")), record);
    else if (verb == QLatin1String("closed"))
        tell(store::closedTold(id, shift, numberOf(fact, "number"), numberOf(fact, "counted"), numberOf(fact, "expected"), textOf(fact, "body")), record);
}

void FactProof::readPayment(const QString &state, const QJsonObject &fact, const JournalRecord &record)
{
    const QString tender = textOf(fact, "tender");
    const QString kind = textOf(fact, "kind");
    ++m_facts[state];
    // What a payment begins with: a card is sent to, its refund is decided first; all else is captured at once.
    const bool begins = tender != QLatin1String("card") || state == (kind == QLatin1String("refund") ? QLatin1String("created") : QLatin1String("sent"));
    if (begins)
        ++m_facts[tender + u' ' + kind];
    m_payments.push_back({PaymentId(uuidOf(fact, "id")), state, tender + u' ' + kind + u' ' + QString::number(numberOf(fact, "amount")),
                          m_nameOf(record.chain, record.seq)});
}

void FactProof::readWallet(const QJsonObject &fact, const JournalRecord &record)
{
    ++m_facts[textOf(fact, "kind")];
    m_wallets.push_back({AccountId(uuidOf(fact, "id")), verify_store::walletValues(textOf(fact, "kind"), uuidOf(fact, "owner"), textOf(fact, "currency")),
                         m_nameOf(record.chain, record.seq)});
}

void FactProof::readReservation(const QString &state, const QJsonValue &id, const JournalRecord &record)
{
    ++m_facts[QStringLiteral("reservation ") + state];
    m_reservations.push_back({ReservationId(QUuid::fromString(id.toString())), state, m_nameOf(record.chain, record.seq)});
}

void FactProof::tell(Told told, const JournalRecord &record)
{
    told.chain = record.chain;
    told.seq = record.seq;
    m_told.push_back(std::move(told));
}

void FactProof::compareRows()
{
    QHash<QUuid, Told> rows;
    for (Told &row : verify_store::rowsOf(m_db, m_segments))
        rows.insert(row.id, std::move(row));
    for (Told &row : shiftproof_store::rowsOf(m_db, m_segments))
        rows.insert(row.id, std::move(row));
    for (Told &row : discountproof_store::rowsOf(m_db, m_segments))
        rows.insert(row.id, std::move(row));
    for (const Told &told : m_told) {
        const QString where = m_nameOf(told.chain, told.seq);
        const auto row = rows.find(told.id);
        if (row == rows.end()) {
            m_breaches.add(translate("Verify", "The journal tells of %1 (%2), which is not there.").arg(told.words, where));
            continue;
        }
        const Told &found = *row;
        if (found.kind != told.kind || found.values != told.values || found.chain != told.chain || found.seq != told.seq)
            m_breaches.add(translate("Verify", "The journal tells of %1 (%2), but what stands there is different: %3.").arg(told.words, where, found.words));
        rows.erase(row);
    }
    for (const Told &row : std::as_const(rows))
        m_breaches.add(translate("Verify", "The journal does not tell of %1, which names %2.").arg(row.words, m_nameOf(row.chain, row.seq)));
}

void FactProof::comparePayments()
{
    std::vector<PaymentId> ids;
    for (const PaymentFact &fact : m_payments)
        ids.push_back(fact.id);
    std::unordered_map<PaymentId, verify_store::PaymentRow> rows;
    for (auto &row : verify_store::payments(m_db, ids))
        rows.emplace(row.id, std::move(row));
    for (const PaymentFact &fact : m_payments) {
        const auto row = rows.find(fact.id);
        if (row == rows.end()) {
            m_breaches.add(translate("Verify", "The journal tells of a payment (%1, %2), which is not there.").arg(fact.values, fact.where));
            continue;
        }
        const auto &found = row->second;
        const QString values = found.tender + u' ' + found.kind + u' ' + QString::number(found.amount);
        const QString owner = found.kind == QLatin1String("deposit") ? translate("Verify", "a wallet")
            : found.orderNumber.isEmpty() ? translate("Verify", "a reservation without an order") : translate("Verify", "order %1").arg(found.orderNumber);
        if (values != fact.values)
            m_breaches.add(translate("Verify", "A payment for %1 is %2, but the journal says %3 (%4).").arg(owner, values, fact.values, fact.where));
        else if (!mayBecome(fact.state, found.state))
            m_breaches.add(translate("Verify", "A payment for %1 is %2, but the journal says %3 (%4).").arg(owner, found.state, fact.state, fact.where));
    }
}

void FactProof::compareReservations()
{
    std::vector<ReservationId> ids;
    for (const EndFact &fact : m_reservations)
        ids.push_back(fact.id);
    std::unordered_map<ReservationId, QString> states;
    for (const auto &row : verify_store::reservations(m_db, ids))
        states.emplace(row.id, row.state);
    for (const EndFact &fact : m_reservations) {
        const auto row = states.find(fact.id);
        if (row == states.end())
            m_breaches.add(translate("Verify", "The journal tells of a reservation (%1), which is not there.").arg(fact.where));
        else if (!fact.state.isEmpty() && row->second != fact.state)
            m_breaches.add(translate("Verify", "A reservation is %1, but the journal says %2 (%3).").arg(row->second, fact.state, fact.where));
    }
}

void FactProof::compareWallets()
{
    std::vector<AccountId> ids;
    for (const WalletFact &fact : m_wallets)
        ids.push_back(fact.id);
    std::unordered_map<AccountId, QString> rows;
    for (const auto &[id, values] : verify_store::wallets(m_db, ids))
        rows.emplace(id, values);
    for (const WalletFact &fact : m_wallets) {
        const auto row = rows.find(fact.id);
        if (row == rows.end())
            m_breaches.add(translate("Verify", "The journal tells of a wallet (%1, %2), which is not there.").arg(fact.values, fact.where));
        else if (row->second != fact.values)
            m_breaches.add(translate("Verify", "A wallet is %1, but the journal says %2 (%3).").arg(row->second, fact.values, fact.where));
    }
}

/// A reason that is gone was forgotten, as its person may ask; one that stands there is the one that was given.
void FactProof::compareReasons()
{
    if (!reason_store::mayRead(m_db))
        return;
    for (const verify_store::Segment &segment : m_segments) {
        for (const auto &told : reason_store::of(m_db, segment.chain, segment.first, segment.last)) {
            const auto given = std::find_if(m_reasons.begin(), m_reasons.end(), [&](const ReasonFact &fact) { return fact.chain == told.chain && fact.seq == told.seq; });
            if (given == m_reasons.end() || given->mark != reasons::mark(told.salt, told.text))
                m_breaches.add(translate("Verify", "The reason that stands at %1 is not the one that the journal knows.").arg(m_nameOf(told.chain, told.seq)));
        }
    }
}

void FactProof::finish()
{
    compare();
    m_archive.finish();
    for (const auto &[sort, count] : verify_store::countRows(m_db)) {
        m_rows[sort] = count;
        if (sort.startsWith(QLatin1String("reservation ")))
            m_rows[QStringLiteral("reservation ")] += count;
    }
    const auto compare = [this](const QString &words, const char *sort) { compareCounts(words, QLatin1String(sort)); };
    compare(translate("Verify", "captured payments"), "captured");
    compare(translate("Verify", "declined payments"), "declined");
    compare(translate("Verify", "failed payments"), "failed");
    compare(translate("Verify", "cash payments"), "cash capture");
    compare(translate("Verify", "cash refunds"), "cash refund");
    compare(translate("Verify", "card payments"), "card capture");
    compare(translate("Verify", "card refunds"), "card refund");
    compare(translate("Verify", "card deposits to wallets"), "card deposit");
    compare(translate("Verify", "wallet payments"), "wallet capture");
    compare(translate("Verify", "wallet refunds"), "wallet refund");
    compare(translate("Verify", "gift card payments"), "gift_card capture");
    compare(translate("Verify", "gift card refunds"), "gift_card refund");
    compare(translate("Verify", "places that doors gave back"), "returned place");
    compare(translate("Verify", "wallets"), "wallet");
    compare(translate("Verify", "gift cards"), "gift_card");
    compare(translate("Verify", "reservations"), "reservation ");
    compare(translate("Verify", "released reservations"), "reservation released");
    compare(translate("Verify", "expired reservations"), "reservation expired");
}

void FactProof::compareCounts(const QString &words, const QString &sort)
{
    if (m_facts.value(sort) != m_rows.value(sort))
        m_breaches.add(translate("Verify", "The journal tells of %1 %2, but there are %3.").arg(m_facts.value(sort)).arg(words).arg(m_rows.value(sort)));
}

} // namespace foyer
