// FactProof: proves that the journal and the tables tell the same story: every fact has its row, every row its fact.
#pragma once

#include "core/services/archiveproof.h"
#include "core/services/breaches.h"
#include "core/storage/verify_store.h"

#include <functional>

namespace foyer {

class FactProof
{
public:
    using NameOf = std::function<QString(ChainId, qint64)>;

    FactProof(Breaches &breaches, Database &db, NameOf nameOf) : m_breaches(breaches), m_db(db), m_nameOf(std::move(nameOf)), m_archive(breaches, db), m_doors(verify_store::doorChains(db)) {}

    /// Pages of records in the order of chain and sequence.
    void check(const std::vector<JournalRecord> &page);
    /// After the last page: as many rows as facts.
    void finish();

private:
    /// Facts compared at a time: bounds the memory, and the times that the tables are walked through.
    static constexpr size_t BatchSize = 100'000;

    struct PaymentFact {
        PaymentId id;
        QString state;
        QString values; ///< tender, kind, amount
        QString where;
    };
    struct WalletFact {
        AccountId id;
        QString values; ///< kind, owner, currency
        QString where;
    };
    struct ReasonFact {
        ChainId chain;
        qint64 seq = 0;
        QString mark;
    };
    struct EndFact {
        ReservationId id;
        QString state; ///< empty: it was made
        QString where;
    };

    void read(const JournalRecord &record);
    void readFact(const QString &what, const QJsonObject &fact, const JournalRecord &record);
    void readOrder(const QJsonObject &fact, const JournalRecord &record);
    void readDrawer(const QString &verb, const QJsonObject &fact, const JournalRecord &record);
    void readPayment(const QString &state, const QJsonObject &fact, const JournalRecord &record);
    void readWallet(const QJsonObject &fact, const JournalRecord &record);
    void readReservation(const QString &state, const QJsonValue &id, const JournalRecord &record);
    void tell(verify_store::Told told, const JournalRecord &record);
    void compare();
    void compareRows();
    void comparePayments();
    void compareReservations();
    void compareWallets();
    void compareReasons();
    void compareCounts(const QString &words, const QString &sort);

    Breaches &m_breaches;
    Database &m_db;
    NameOf m_nameOf;

    ArchiveProof m_archive;
    const QSet<ChainId> m_doors;

    // Not compared yet
    std::vector<verify_store::Segment> m_segments;
    std::vector<verify_store::Told> m_told;
    std::vector<PaymentFact> m_payments;
    std::vector<EndFact> m_reservations;
    std::vector<WalletFact> m_wallets;
    std::vector<ReasonFact> m_reasons;
    // Of the whole journal
    QHash<QString, qint64> m_facts; ///< how many there are of each sort
    QHash<QString, qint64> m_rows;
};

} // namespace foyer
