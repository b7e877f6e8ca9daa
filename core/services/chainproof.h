// ChainProof: proves that the journal's chains are whole: nothing changed, left out, cut off or signed by somebody else.
#pragma once

#include "core/services/breaches.h"
#include "core/storage/keystore.h"
#include "core/storage/verify_store.h"

#include <map>

namespace foyer {

class ChainProof
{
public:
    ChainProof(Breaches &breaches, std::vector<verify_store::Chain> chains);

    /// Pages of records in the order of chain and sequence.
    void check(const std::vector<JournalRecord> &page);
    /// After the last page: what the chains' beginnings and this machine's marks name must be there.
    void finish(Database &db, const QHash<ChainId, ChainHead> &marks);

    /// "chain A, record 7"
    QString nameOf(ChainId chain, qint64 seq) const;

private:
    struct Known {
        QString letters;
        std::optional<crypto::PublicKey> key;
    };
    struct EarlierHead {
        ChainId named;
        ChainHead head;
        ChainId by;
    };

    bool isSealed(const JournalRecord &record) const;
    void link(const JournalRecord &record);
    void readEarlierHeads(const JournalRecord &record);

    Breaches &m_breaches;
    std::map<ChainId, Known> m_chains;
    ChainId m_chain; ///< the one that the last record belonged to
    ChainHead m_head;
    std::vector<EarlierHead> m_earlier;
};

} // namespace foyer
