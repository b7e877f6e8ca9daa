// What the verifier reads: the journal page by page, and the rows that its records must account for.
#pragma once

#include "core/domain/journal.h"
#include "core/storage/database.h"

#include <QtCore/QSet>
#include <QtCore/QStringList>

#include <span>

namespace foyer::verify_store {

/// Everything read in its lifetime is of one moment; nothing is written.
class Snapshot
{
public:
    explicit Snapshot(Database &database);
    ~Snapshot();
    Snapshot(const Snapshot &) = delete;
    Snapshot &operator=(const Snapshot &) = delete;

private:
    Database &m_database;
};

struct Chain {
    ChainId id;
    qint64 number = 0;
    QByteArray publicKey; ///< of its terminal
};

std::vector<Chain> chains(Database &db);
/// Those that doors write in databases of their own: of what they tell, passages and orders alone stand here under their records.
QSet<ChainId> doorChains(Database &db);

/// The next records by chain and sequence, after this one; a null chain begins.
std::vector<JournalRecord> records(Database &db, ChainId after, qint64 afterSeq, int limit);
/// The hash of one record; empty when it is not there.
QByteArray hashOf(Database &db, ChainId chain, qint64 seq);

/// A stretch of one chain.
struct Segment {
    ChainId chain;
    qint64 first = 0;
    qint64 last = 0;
};

/// A row that a record must tell of, or what a record tells of a row; both sides are made equal by the same functions.
struct Told {
    char kind = ' ';
    QUuid id;
    ChainId chain;
    qint64 seq = 0;
    QString values; ///< what has to agree
    QString words;  ///< "order A-10482"
};

Told transferTold(const QUuid &id, const QUuid &debit, const QUuid &credit, qint64 amount, const QString &currency);
Told moveTold(const QUuid &id, const QUuid &from, const QUuid &to, qint64 n);
Told correctionTold(const QUuid &id, const QUuid &payment, qint64 number, const QString &tender);
struct OrderHead {
    QUuid id;
    QString number;
    QString kind;
    qint64 total = 0;
    QUuid reservation;
    QUuid of;       ///< what a refund gives back, what an exchange began with; null for a sale
    QUuid exchange; ///< of a refund: the order that stands for it
};

Told orderTold(const OrderHead &order);
Told admissionTold(const QUuid &id, const QString &ticket, const QUuid &event, qint64 number, const QString &direction, qint64 generation);
Told changeTold(const QUuid &id, const QUuid &ticket, qint64 number, const QString &kind, qint64 generation);

Told grantTold(const QUuid &id, qint64 number, const QUuid &door, const QUuid &type, qint64 places);

struct TicketLine {
    QUuid line;
    QUuid order;
    QString orderNumber;
    QUuid ticket;
    QString ticketNumber;
    QUuid event;
    QUuid type;
    QUuid seat;
    qint64 price = 0;
    qint64 fee = 0; ///< contained in price
    QUuid refunds;  ///< the line that it gives back; null for a sale
};

Told ticketTold(const TicketLine &line);

/// The transfers, moves, corrections, changes of tickets, admissions, orders and tickets written under these records.
std::vector<Told> rowsOf(Database &db, std::span<const Segment> segments);

struct PaymentRow {
    PaymentId id;
    QString tender;
    QString kind;
    qint64 amount = 0;
    QString state;
    QString orderNumber; ///< empty while there is none
};

std::vector<PaymentRow> payments(Database &db, std::span<const PaymentId> ids);

struct StateOf {
    ReservationId id;
    QString state;
};

std::vector<StateOf> reservations(Database &db, std::span<const ReservationId> ids);

/// "wallet OWNER EUR"
QString walletValues(const QString &kind, const QUuid &owner, const QString &currency);
/// Those of these accounts that are wallets, with walletValues().
std::vector<std::pair<AccountId, QString>> wallets(Database &db, std::span<const AccountId> ids);

/// How many rows there are: places that doors gave back, payments by "state", by "tender kind", reservations by "reservation state", wallets by their kind.
std::vector<std::pair<QString, qint64>> countRows(Database &db);

/// Sales of a quarter of an hour: no business day ends within one, whatever the time zone.
struct SaleCount {
    ChainId chain;
    EventId event;
    TicketTypeId type;
    QString currency;
    QString eventName;
    QString typeName;
    QString timeZone;
    Instant at;
    qint64 sold = 0;
    qint64 amount = 0;
};

inline constexpr qint64 QuarterHourMs = 15 * 60'000;

std::vector<SaleCount> saleCounts(Database &db);

struct RollupRow {
    ChainId chain;
    EventId event;
    TicketTypeId type;
    QString currency;
    int day = 0;
    qint64 sold = 0;
    qint64 amount = 0;
    QString eventName;
    QString typeName;
};

std::vector<RollupRow> rollups(Database &db);

/// Every combination of price, rate and tax that was charged, with one order as an example.
struct TaxCharged {
    qint64 gross = 0;
    int rate = 0;
    qint64 tax = 0;
    QString currency;
    QString orderNumber;
};

std::vector<TaxCharged> taxes(Database &db);

qint64 ticketCount(Database &db);
qint64 transferCount(Database &db);

} // namespace foyer::verify_store
