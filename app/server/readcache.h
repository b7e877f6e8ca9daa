// ReadCache: answers to questions that many ask alike, shared by all connections for a moment. Whoever asks while the same question
// is on its way is answered with it. What this process writes makes all of it old at once.
#pragma once

#include "app/server/message.h"
#include "core/base/clock.h"

#include <QtCore/QHash>

#include <memory>
#include <mutex>
#include <vector>

namespace foyer::server {

class ReadCache
{
public:
    /// Bytes of bodies that are kept; then all is forgotten.
    static constexpr qsizetype MaxBytes = 64 * 1024 * 1024;
    static constexpr qsizetype MaxEntries = 10'000;

    /// `lifetime`: how old an answer may be, counted from when it was asked for. Zero: only who asks at the same time shares.
    ReadCache(const Clock &clock, Milliseconds lifetime) : m_clock(clock), m_lifetime(lifetime) {}

    /// Answers from what is known, or lets `ask` find out. Only for answers that are the same for everybody who may ask: `key`
    /// names the question whole.
    void get(const QByteArray &key, Reply reply, const std::function<void(Reply)> &ask);
    /// Something was written: nobody is answered with what was read before.
    void forget();

private:
    struct Entry {
        Instant askedAt;
        bool isDone = false;
        Response response = {};
        std::vector<Reply> waiting = {};
    };
    using EntryPtr = std::shared_ptr<Entry>;

    /// What is known, with `reply` left to the caller; else `reply` waits there.
    EntryPtr find(const QByteArray &key, Reply &reply, bool *mustAsk);
    void makeRoom(const QByteArray &key, const EntryPtr &entry, qsizetype bytes);
    void fill(const QByteArray &key, const EntryPtr &entry, Response response);

    const Clock &m_clock;
    const Milliseconds m_lifetime;
    std::mutex m_mutex; ///< guards what follows
    QHash<QByteArray, EntryPtr> m_entries;
    qsizetype m_bytes = 0;
};

/// Names the body by its hash, so that the same answer needs not be sent twice. Nothing when it has a name already.
void addTag(Response &response);
/// 304 without a body for whoever shows the name of what they have.
void matchTag(const QByteArray &ifNoneMatch, Response &response);

} // namespace foyer::server
