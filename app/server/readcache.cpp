#include "app/server/readcache.h"

#include "core/base/crypto.h"

#include <algorithm>

namespace foyer::server {

namespace {

const QByteArray *tagOf(const Response &response)
{
    const auto found = std::find_if(response.headers.begin(), response.headers.end(), [](const auto &header) { return header.first == "ETag"; });
    return found == response.headers.end() ? nullptr : &found->second;
}

} // namespace

ReadCache::EntryPtr ReadCache::find(const QByteArray &key, Reply &reply, bool *mustAsk)
{
    const Instant now = m_clock.now();
    const std::lock_guard lock(m_mutex);
    EntryPtr &entry = m_entries[key];
    if (entry && entry->isDone && now - entry->askedAt < m_lifetime)
        return entry;
    *mustAsk = !entry || entry->isDone;
    if (*mustAsk) {
        m_bytes -= entry ? entry->response.body.size() : 0;
        entry = std::make_shared<Entry>(Entry{now});
    }
    entry->waiting.push_back(std::move(reply));
    return entry;
}

void ReadCache::get(const QByteArray &key, Reply reply, const std::function<void(Reply)> &ask)
{
    bool mustAsk = false;
    const EntryPtr entry = find(key, reply, &mustAsk);
    if (mustAsk)
        ask([this, key, entry](Response response) { fill(key, entry, std::move(response)); });
    else if (reply) // not waiting: what is done does not change any more
        reply(entry->response);
}

void ReadCache::fill(const QByteArray &key, const EntryPtr &entry, Response response)
{
    if (response.status == 200)
        addTag(response);
    std::vector<Reply> waiting;
    {
        const std::lock_guard lock(m_mutex);
        waiting.swap(entry->waiting);
        const auto known = m_entries.constFind(key);
        const bool isCurrent = known != m_entries.constEnd() && *known == entry; // nothing was written meanwhile
        if (isCurrent && response.status == 200 && response.body.size() <= MaxBytes) {
            makeRoom(key, entry, response.body.size());
            entry->response = response;
            entry->isDone = true;
        } else if (isCurrent) {
            m_entries.erase(known);
        }
    }
    for (const Reply &reply : waiting)
        reply(response);
}

void ReadCache::makeRoom(const QByteArray &key, const EntryPtr &entry, qsizetype bytes)
{
    if (m_bytes + bytes > MaxBytes || m_entries.size() > MaxEntries) {
        m_entries.clear();
        m_entries.insert(key, entry);
        m_bytes = 0;
    }
    m_bytes += bytes;
}

/// Questions on their way are answered to those who wait, and to nobody who comes later.
void ReadCache::forget()
{
    const std::lock_guard lock(m_mutex);
    m_entries.clear();
    m_bytes = 0;
}

void addTag(Response &response)
{
    if (tagOf(response))
        return;
    response.headers.emplace_back("ETag", '"' + crypto::sha256(response.body).toHex().left(24) + '"');
    response.headers.emplace_back("Cache-Control", "no-cache");
}

void matchTag(const QByteArray &ifNoneMatch, Response &response)
{
    const QByteArray *mark = tagOf(response);
    for (const QByteArray &known : ifNoneMatch.split(',')) {
        if (!mark || (known.trimmed() != *mark && known.trimmed() != "W/" + *mark))
            continue;
        response.status = 304;
        response.body.clear();
        return;
    }
}

} // namespace foyer::server
