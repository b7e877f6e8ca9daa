// Writer: runs units of work on one connection, each one transaction with its journal record, retried as a whole.
#pragma once

#include "core/base/crypto.h"
#include "core/base/jsontext.h"
#include "core/storage/database.h"
#include "core/storage/keystore.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

#include <concepts>
#include <functional>
#include <optional>
#include <type_traits>
#include <typeinfo>

namespace foyer {

class Writer;

template <typename T>
inline constexpr bool isResult = false;
template <typename T>
inline constexpr bool isResult<Result<T>> = true;

/// Thrown through Writer::write() when the optimistic way met an allotment without enough places, or by a body that holds the locks and met
/// places of expired reservations that nobody swept yet: rolled back; sweep, come again.
struct PlacesRanOut {};

/// What a unit of work sees while its transaction is open. Nothing outside the database may be called through it.
class Work
{
public:
    Database &db();
    IdMaker &ids();
    Random &random();
    /// The database's time when this attempt began. It comes along with the first answer: asked for before, it costs a trip.
    Instant now() const;
    /// Where the journal record of this commit will stand.
    ChainId chain() const;
    qint64 seq() const;
    TerminalId terminal() const;

    /// Adds to the commit's journal record. Personal data never goes in here.
    template <std::same_as<JsonText> Text> // so that braces mean a QJsonObject
    void fact(const char *what, const Text &data) { addFact(what, data.text()); }
    void fact(const char *what, const QJsonObject &data);
    /// Runs right before COMMIT, after the journal record: guarded counters, whose row locks should live shortly.
    void last(std::function<void()> body) { m_last.push_back(std::move(body)); }
    /// "A-10482": the chain's letters and a counter of its own.
    struct OrderNumber {
        QString text;
        qint64 counter;
    };
    OrderNumber nextOrderNumber();

private:
    friend class Writer;
    explicit Work(Writer &writer);
    void addFact(const char *what, const QByteArray &data);
    void seal();

    Writer &m_writer;
    mutable std::optional<Instant> m_now;
    JsonTexts m_facts;
    QByteArray m_hash; ///< of the record, once sealed
    qint64 m_orders = 0;
    std::vector<std::function<void()>> m_last;
};

/// Goes along with the units of work of one request, and sees what comes of them before they are committed.
class Companion
{
public:
    virtual ~Companion() = default;
    /// Before the body runs. An error keeps it from running and is the outcome.
    virtual Result<void> before(Work &work) = 0;
    /// After the body succeeded: `outcome` is a value of that type. May throw StorageError.
    virtual void after(Work &work, const std::type_info &type, const void *outcome) = 0;
};

/// One connection with one chain. Belongs to one thread. The chain's head is kept in memory and advances after a
/// known commit. A lost reply to COMMIT is settled by looking for the record under the chain's lock.
class Writer
{
public:
    static constexpr int MaxAttempts = 12;
    static constexpr int MaxReconnects = 3;

    Writer(Database &database, const Clock &clock, Random &random, KeyStore keys, TerminalId terminal, crypto::SigningKey key);
    ~Writer();

    Database &db() { return m_db; }
    IdMaker &ids() { return m_ids; }
    Random &random() { return m_random; }
    TerminalId terminal() const { return m_terminal; }
    const crypto::SigningKey &key() const { return m_key; }
    const KeyStore &keys() const { return m_keys; }
    /// Called on this thread after each commit that left a journal record. Must not use the writer.
    void onCommit(std::function<void()> told) { m_told = std::move(told); }

    /// `body(Work &)` returns a Result<T>, and a failed one rolls back; or any other value, and is committed.
    /// Transient errors run the whole body again; other exceptions of the body pass through after a rollback.
    template <typename Body>
    auto write(Body &&body)
    {
        using Answer = std::invoke_result_t<Body, Work &>;
        using Outcome = std::conditional_t<isResult<Answer>, Answer, Result<Answer>>;
        std::optional<Outcome> outcome;
        const Result<void> run = attempt([&](Work &work) {
            if (const auto goes = m_companion ? m_companion->before(work) : Result<void>(); !goes) {
                outcome.emplace(tl::unexpected<Error>(goes.error()));
                return false;
            }
            outcome.emplace(body(work));
            if constexpr (!std::is_void_v<typename Outcome::value_type>)
                if (m_companion && outcome->has_value())
                    m_companion->after(work, typeid(typename Outcome::value_type), &**outcome);
            return outcome->has_value();
        });
        return run ? std::move(*outcome) : Outcome(tl::unexpected<Error>(run.error()));
    }

    /// With every unit of work until it is taken away again (nullptr). Must outlive them.
    void setCompanion(Companion *companion) { m_companion = companion; }

    /// Reads outside a unit of work, with a reconnection when the server went away.
    template <typename Body>
    auto read(Body &&body)
    {
        using Answer = std::invoke_result_t<Body, Database &>;
        using Outcome = std::conditional_t<isResult<Answer>, Answer, Result<Answer>>;
        std::optional<Outcome> outcome;
        const Result<void> run = attemptRead([&] { outcome.emplace(body(m_db)); });
        return run ? std::move(*outcome) : Outcome(tl::unexpected<Error>(run.error()));
    }

private:
    friend class Work;

    Result<void> attempt(const std::function<bool(Work &)> &body);
    Result<void> attemptRead(const std::function<void()> &body);
    void commit(Transaction &transaction, const Work &work);
    void openChain();
    void takeChain(ChainId chain);
    bool lockChain(ChainId chain);
    void createChain();
    bool isCommitted(const Work &work);
    void advance(const Work &work);
    void pace(int attempt);

    Database &m_db;
    Random &m_random;
    IdMaker m_ids;
    KeyStore m_keys;
    TerminalId m_terminal;
    crypto::SigningKey m_key;

    std::optional<ChainId> m_chain;
    std::unique_ptr<HeadMark> m_mark; ///< of that chain
    QString m_letters;
    ChainHead m_head;
    qint64 m_orderCounter = 0;
    bool m_locked = false; ///< the session holds the chain's lock
    std::function<void()> m_told;
    Companion *m_companion = nullptr;
    QJsonArray m_earlierHeads; ///< for a new chain's first record
};

/// The n-th chain's letters: A…Z without I and O, then AA…
QString chainLetters(qint64 number);

} // namespace foyer
