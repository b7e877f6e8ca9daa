#include "core/storage/writer.h"

#include "core/base/random.h"
#include "core/domain/journal.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QThread>

namespace foyer {

QString chainLetters(qint64 number)
{
    static constexpr char Alphabet[] = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    constexpr qint64 Size = sizeof Alphabet - 1;
    QString letters;
    for (qint64 n = number; n > 0; n = (n - 1) / Size)
        letters.prepend(QLatin1Char(Alphabet[(n - 1) % Size]));
    return letters;
}

Work::Work(Writer &writer) : m_writer(writer)
{
    db().postNow();
}

Instant Work::now() const
{
    if (!m_now)
        m_now = m_writer.m_db.postedNow();
    return *m_now;
}

Database &Work::db() { return m_writer.m_db; }
IdMaker &Work::ids() { return m_writer.m_ids; }
Random &Work::random() { return m_writer.m_random; }
ChainId Work::chain() const { return *m_writer.m_chain; }
qint64 Work::seq() const { return m_writer.m_head.seq + 1; }
TerminalId Work::terminal() const { return m_writer.m_terminal; }

void Work::fact(const char *what, const QJsonObject &data)
{
    addFact(what, QJsonDocument(data).toJson(QJsonDocument::Compact));
}

void Work::addFact(const char *what, const QByteArray &data)
{
    m_facts.append(JsonText().add("what", QLatin1String(what)).addAll(data));
}

Work::OrderNumber Work::nextOrderNumber()
{
    const qint64 counter = m_writer.m_orderCounter + ++m_orders;
    return {m_writer.m_letters + QLatin1Char('-') + QString::number(10'000 + counter), counter};
}

void Work::seal()
{
    if (!m_facts.isEmpty()) {
        JsonText body;
        if (seq() == 1)
            body.addAll(QJsonDocument(QJsonObject{{QStringLiteral("earlier_heads"), m_writer.m_earlierHeads}}).toJson(QJsonDocument::Compact));
        body.add("facts", m_facts);
        JournalRecord record{chain(), seq(), now(), body.text(),
                             m_writer.m_head.seq == 0 ? zeroHash() : m_writer.m_head.hash, {}, {}};
        record.hash = record.computedHash();
        record.signature = m_writer.m_key.sign(record.hash);
        db().post("INSERT INTO journal (chain_id, seq, at, body, previous_hash, hash, signature) VALUES (?, ?, ?, ?, ?, ?, ?)",
                  {record.chain, record.seq, record.at, QString::fromUtf8(record.body), record.previousHash, record.hash, record.signature});
        m_hash = record.hash;
    }
    for (const auto &body : m_last)
        body();
}

Writer::Writer(Database &database, const Clock &clock, Random &random, KeyStore keys, TerminalId terminal, crypto::SigningKey key)
    : m_db(database), m_random(random), m_ids(clock, random), m_keys(std::move(keys)), m_terminal(terminal), m_key(std::move(key))
{
}

Writer::~Writer() = default;

Result<void> Writer::attempt(const std::function<bool(Work &)> &body)
{
    int reconnects = 0;
    for (int number = 1;; ++number) {
        try {
            openChain();
            Transaction transaction(m_db);
            Work work(*this);
            if (!body(work))
                return {};
            work.seal();
            commit(transaction, work);
            advance(work);
            return {};
        } catch (const StorageError &error) {
            if (error.kind() == StorageError::Kind::Shortage)
                throw PlacesRanOut();
            const bool lost = error.kind() == StorageError::Kind::ConnectionLost;
            const bool again = !m_db.isGivenUp() && ((error.isTransient() && number < MaxAttempts) || (lost && ++reconnects <= MaxReconnects));
            if (!again)
                return fail(error.toError());
            pace(number);
            if (lost) {
                m_locked = false;
                if (const auto connected = guarded([&]() -> Result<void> { m_db.reconnect(); return {}; }); !connected)
                    return connected;
            }
        }
    }
}

Result<void> Writer::attemptRead(const std::function<void()> &body)
{
    for (int number = 1;; ++number) {
        try {
            body();
            return {};
        } catch (const StorageError &error) {
            const bool lost = error.kind() == StorageError::Kind::ConnectionLost;
            if (number > MaxReconnects || m_db.isGivenUp() || !(lost || error.isTransient()))
                return fail(error.toError());
            pace(number);
            if (lost) {
                m_locked = false;
                if (const auto connected = guarded([&]() -> Result<void> { m_db.reconnect(); return {}; }); !connected)
                    return connected;
            }
        }
    }
}

void Writer::commit(Transaction &transaction, const Work &work)
{
    try {
        transaction.commit();
    } catch (const StorageError &error) {
        if (error.kind() != StorageError::Kind::ConnectionLost || work.m_hash.isEmpty())
            throw;
        // Committed or not? The chain's lock keeps everybody else out while the record is looked for.
        m_locked = false;
        m_db.reconnect();
        if (!isCommitted(work))
            throw;
    }
}

bool Writer::isCommitted(const Work &work)
{
    for (int wait = 1; !m_locked; ++wait) { // the old session may take a moment to die
        m_locked = lockChain(*m_chain);
        if (!m_locked && wait >= MaxAttempts)
            throw StorageError(StorageError::Kind::Unavailable, QStringLiteral("the chain is still locked by the lost session"));
        if (!m_locked)
            pace(wait);
    }
    const Rows rows = m_db.run("SELECT hash FROM journal WHERE chain_id = ? AND seq = ?", {work.chain(), work.seq()});
    return !rows.empty() && rows.front().bytes(0) == work.m_hash;
}

void Writer::advance(const Work &work)
{
    m_orderCounter += work.m_orders;
    if (work.m_hash.isEmpty())
        return;
    m_head = {m_head.seq + 1, work.m_hash};
    m_mark->write(m_head);
    if (m_told)
        m_told();
}

void Writer::pace(int attempt)
{
    const int window = 1 << qMin(attempt, 8);
    QThread::usleep(1000ul * ulong(window / 2) + m_random.below(500u * quint32(window)));
}

bool Writer::lockChain(ChainId chain)
{
    if (!m_db.isPostgres())
        return true; // the file's lock already keeps other writers out
    return m_db.run("SELECT pg_try_advisory_lock(hashtextextended(?, 0))::int", {chain.toString()}).front().number(0) == 1;
}

void Writer::takeChain(ChainId chain)
{
    m_chain = chain;
    m_mark = m_keys.mark(m_terminal, chain);
}

void Writer::openChain()
{
    if (m_chain && m_locked)
        return;
    const Rows chains = m_db.run(
        "SELECT c.id, c.number FROM chain c JOIN terminal t ON t.id = c.terminal_id "
        "WHERE c.terminal_id = ? AND c.epoch = t.epoch ORDER BY c.number", {m_terminal});
    for (const Row &row : chains) {
        const auto id = row.id<ChainId>(0);
        if ((m_chain && id != *m_chain) || !lockChain(id))
            continue;
        takeChain(id);
        m_locked = true;
        m_letters = chainLetters(row.number(1));
        const Rows head = m_db.run("SELECT seq, hash FROM journal WHERE chain_id = ? ORDER BY seq DESC LIMIT 1", {id});
        m_head = head.empty() ? ChainHead{} : ChainHead{head.front().number(0), head.front().bytes(1)};
        m_orderCounter = m_db.run("SELECT coalesce(max(counter), 0) FROM orders WHERE chain_id = ?", {id}).front().number(0);
        return;
    }
    if (m_chain)
        throw StorageError(StorageError::Kind::Busy, QStringLiteral("this terminal's chain is locked by another session"));
    createChain();
}

void Writer::createChain()
{
    m_earlierHeads = {};
    const Rows heads = m_db.run(
        "SELECT j.chain_id, j.seq, j.hash FROM journal j JOIN chain c ON c.id = j.chain_id WHERE c.terminal_id = ? "
        "AND j.seq = (SELECT max(seq) FROM journal WHERE chain_id = j.chain_id)", {m_terminal});
    for (const Row &row : heads)
        m_earlierHeads.append(QJsonArray{row.uuid(0).toString(QUuid::WithoutBraces), row.number(1), QString::fromLatin1(row.bytes(2).toHex())});

    const auto id = m_ids.make<ChainId>();
    Transaction transaction(m_db);
    if (m_db.isPostgres()) // terminals that begin a chain at once must not pick the same number
        m_db.run("SELECT pg_advisory_xact_lock(hashtextextended('foyer chains', 0))");
    const Rows rows = m_db.run(
        "INSERT INTO chain (id, terminal_id, number, epoch, opened_at) "
        "SELECT ?, t.id, (SELECT max(n) + 1 FROM (SELECT coalesce(max(number), 0) AS n FROM chain "
        "    UNION ALL SELECT CAST(value AS BIGINT) FROM setting WHERE name = 'chains_after') AS known), " // see core/storage/life
        "t.epoch, ? FROM terminal t WHERE t.id = ? RETURNING number",
        {id, m_db.now(), m_terminal});
    if (rows.empty())
        throw StorageError(StorageError::Kind::Other, QStringLiteral("this terminal is not enrolled"));
    m_locked = lockChain(id);
    transaction.commit();
    takeChain(id);
    m_letters = chainLetters(rows.front().number(0));
    m_head = {};
    m_orderCounter = 0;
}

} // namespace foyer
