#include "core/services/chainproof.h"

#include "core/domain/inputtext.h"
#include "core/storage/writer.h"

#include <QtCore/QJsonDocument>

#include <future>
#include <thread>

namespace foyer {

namespace {

/// For each record whether it is as it was sealed. Signatures cost most of a proof, so all processors share them.
std::vector<char> sealedOnAllProcessors(const std::vector<JournalRecord> &page, const std::function<bool(const JournalRecord &)> &isSealed)
{
    std::vector<char> sealed(page.size());
    const size_t workers = std::max(1u, std::thread::hardware_concurrency());
    std::vector<std::future<void>> running;
    for (size_t worker = 0; worker < workers; ++worker) {
        running.push_back(std::async(std::launch::async, [&, worker] {
            for (size_t i = worker; i < page.size(); i += workers)
                sealed[i] = isSealed(page[i]);
        }));
    }
    for (auto &each : running)
        each.get();
    return sealed;
}

} // namespace

ChainProof::ChainProof(Breaches &breaches, std::vector<verify_store::Chain> chains) : m_breaches(breaches)
{
    crypto::initialise();
    for (const auto &chain : chains)
        m_chains[chain.id] = {chainLetters(chain.number), crypto::PublicKey::fromBytes(chain.publicKey)};
}

QString ChainProof::nameOf(ChainId chain, qint64 seq) const
{
    const auto known = m_chains.find(chain);
    return translate("Verify", "chain %1, record %2").arg(known == m_chains.end() ? chain.toString() : known->second.letters).arg(seq);
}

void ChainProof::check(const std::vector<JournalRecord> &page)
{
    const auto sealed = sealedOnAllProcessors(page, [this](const JournalRecord &record) { return isSealed(record); });
    for (size_t i = 0; i < page.size(); ++i) {
        if (!sealed[i])
            m_breaches.add(translate("Verify", "The journal was changed: %1 is not as it was signed.").arg(nameOf(page[i].chain, page[i].seq)));
        link(page[i]);
    }
}

bool ChainProof::isSealed(const JournalRecord &record) const
{
    const auto chain = m_chains.find(record.chain);
    return chain != m_chains.end() && chain->second.key && record.computedHash() == record.hash
        && chain->second.key->verifies(record.hash, record.signature);
}

void ChainProof::link(const JournalRecord &record)
{
    if (record.chain != m_chain) {
        m_chain = record.chain;
        m_head = {0, zeroHash()};
    }
    if (record.seq != m_head.seq + 1)
        m_breaches.add(translate("Verify", "The journal has a gap: %1 is missing.").arg(nameOf(record.chain, m_head.seq + 1)));
    else if (record.previousHash != m_head.hash)
        m_breaches.add(translate("Verify", "The journal was changed: %1 does not follow the one before it.").arg(nameOf(record.chain, record.seq)));
    if (record.seq == 1)
        readEarlierHeads(record);
    m_head = {record.seq, record.hash};
}

void ChainProof::readEarlierHeads(const JournalRecord &record)
{
    const QJsonArray heads = QJsonDocument::fromJson(record.body).object().value(QLatin1String("earlier_heads")).toArray();
    for (const QJsonValue value : heads) {
        const QJsonArray head = value.toArray();
        if (const auto named = ChainId::fromString(head.at(0).toString()))
            m_earlier.push_back({*named, {head.at(1).toInteger(), QByteArray::fromHex(head.at(2).toString().toLatin1())}, record.chain});
    }
}

void ChainProof::finish(Database &db, const QHash<ChainId, ChainHead> &marks)
{
    for (const EarlierHead &earlier : m_earlier)
        if (verify_store::hashOf(db, earlier.named, earlier.head.seq) != earlier.head.hash)
            m_breaches.add(translate("Verify", "The journal was cut: %1 names %2, which is not there as it was.")
                               .arg(nameOf(earlier.by, 1), nameOf(earlier.named, earlier.head.seq)));
    for (auto mark = marks.begin(); mark != marks.end(); ++mark)
        if (verify_store::hashOf(db, mark.key(), mark->seq) != mark->hash)
            m_breaches.add(translate("Verify", "The journal was cut or restored: this machine wrote %1, which is not there as it was.")
                               .arg(nameOf(mark.key(), mark->seq)));
}

} // namespace foyer
