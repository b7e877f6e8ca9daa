#include "core/services/once.h"

#include "core/storage/writer.h"

namespace foyer {

void OnceBatch::add(size_t member, const Once &once, const QUuid &made)
{
    const answer_store::Name name{once.owner, once.key};
    m_members[member] = {name, once.hash};
    const auto [entry, fresh] = m_entries.try_emplace(name);
    if (fresh)
        entry->second = {{name, once.hash, once.status, once.body ? once.body(made) : QByteArray()}, member};
}

void OnceBatch::claim(Work &work)
{
    if (m_entries.empty())
        return;
    std::vector<answer_store::Stored> wanted;
    for (const auto &[name, entry] : m_entries)
        wanted.push_back(entry.answer);
    const auto claimed = answer_store::claim(work.db(), wanted, work.now());
    if (claimed.size() == wanted.size())
        return;
    for (auto &[name, entry] : m_entries)
        entry.isOld = true;
    for (const answer_store::Name &name : claimed)
        m_entries.at(name).isOld = false;
    std::vector<answer_store::Name> old;
    for (const auto &[name, entry] : m_entries)
        if (entry.isOld)
            old.push_back(name);
    for (const answer_store::Stored &stored : answer_store::find(work.db(), old))
        m_entries.at(stored.name).answer = stored;
}

OnceBatch::Verdict OnceBatch::verdict(size_t member) const
{
    const auto known = m_members.find(member);
    if (known == m_members.end())
        return Verdict::First;
    const auto &[name, hash] = known->second;
    const Entry &entry = m_entries.at(name);
    if (entry.answer.requestHash != hash)
        return Verdict::Reused;
    return entry.isOld || entry.first != member ? Verdict::Repeated : Verdict::First;
}

std::optional<Replay> OnceBatch::replay(size_t member) const
{
    const Entry &entry = m_entries.at(m_members.at(member).first);
    return entry.isRefused ? std::nullopt : std::optional(Replay{entry.answer.status, entry.answer.body});
}

void OnceBatch::refuse(size_t member)
{
    const auto known = m_members.find(member);
    if (known == m_members.end())
        return;
    Entry &entry = m_entries.at(known->second.first);
    if (!entry.isOld && entry.first == member)
        entry.isRefused = true;
}

void OnceBatch::settle(Work &work)
{
    std::vector<answer_store::Name> refused;
    for (const auto &[name, entry] : m_entries)
        if (entry.isRefused)
            refused.push_back(name);
    if (!refused.empty())
        answer_store::release(work.db(), refused);
}

Result<void> OnceOnly::before(Work &work)
{
    const answer_store::Name name{m_once.owner, m_once.key};
    const auto earlier = answer_store::find(work.db(), std::array{name});
    const bool isSame = !earlier.empty() && earlier.front().requestHash == m_once.hash;
    if (earlier.empty() || (isSame && m_isStored))
        return {};
    if (isSame)
        m_replay = Replay{earlier.front().status, earlier.front().body};
    return fail(ErrorCode::KeyReused);
}

void OnceOnly::after(Work &work, const std::type_info &type, const void *outcome)
{
    const auto body = m_body(type, outcome);
    if (!body)
        return;
    const answer_store::Stored stored{{m_once.owner, m_once.key}, m_once.hash, m_once.status, *body};
    if (answer_store::claim(work.db(), std::array{stored}, work.now()).empty()) // another server was quicker: its answer is read next time
        throw StorageError(StorageError::Kind::Busy, QStringLiteral("the same request is being answered elsewhere"));
    m_isStored = true;
}

} // namespace foyer
