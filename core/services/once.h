// Once: a request that carries a key is answered once; whoever repeats it reads the first answer (DESIGN section 4).
#pragma once

#include "core/storage/answer_store.h"
#include "core/storage/writer.h"

#include <functional>
#include <map>
#include <optional>

namespace foyer {

/// How a request that names a key wants to be remembered.
struct Once {
    QUuid owner;     ///< the token that asks; null: nobody's
    QString key;     ///< 1 to MaxLength characters
    QByteArray hash; ///< of the request: the same key with another one is refused
    int status = 0;  ///< of the answer when it is done
    std::function<QByteArray(const QUuid &made)> body; ///< of that answer; `made`: the id of what came of it

    static constexpr int MaxLength = 200;
};

/// What was answered before.
struct Replay {
    int status = 0;
    QByteArray body;
};

/// The keys of one batch inside its unit of work. Claims come first, in lock order; a claim whose member is refused is given
/// back, so that the request may be tried again.
class OnceBatch
{
public:
    /// Remembers member number `member`, which would make `made`. Members without a key need not be added.
    void add(size_t member, const Once &once, const QUuid &made);
    /// Claims all that was added.
    void claim(Work &work);

    enum class Verdict { First, Repeated, Reused };
    /// First also for what was not added. Repeated: see replay(); within one batch the repeated member stands later.
    Verdict verdict(size_t member) const;
    /// The first answer of a repeated member; empty when the first one was refused in this very batch.
    std::optional<Replay> replay(size_t member) const;
    /// Nothing came of this member.
    void refuse(size_t member);
    /// Gives the claims of refused members back; once, after all were decided.
    void settle(Work &work);

private:
    struct Entry {
        answer_store::Stored answer;
        size_t first = 0; ///< the member of this batch that claimed it
        bool isOld = false;
        bool isRefused = false;
    };

    std::map<answer_store::Name, Entry> m_entries;
    std::map<size_t, std::pair<answer_store::Name, QByteArray>> m_members; ///< name and request hash
};

/// Remembers a single request of any verb: stores the answer that `body` makes of its outcome in the unit of work that
/// brings it about. When the request was answered before, the verb does not run and fails; replay() then has the answer.
class OnceOnly final : public Companion
{
public:
    /// Empty for an outcome that is not the request's own.
    using Body = std::function<std::optional<QByteArray>(const std::type_info &type, const void *outcome)>;

    OnceOnly(Once once, Body body) : m_once(std::move(once)), m_body(std::move(body)) {}

    Result<void> before(Work &work) override;
    void after(Work &work, const std::type_info &type, const void *outcome) override;
    const std::optional<Replay> &replay() const { return m_replay; }

private:
    const Once m_once;
    const Body m_body;
    std::optional<Replay> m_replay;
    bool m_isStored = false; ///< later units of work of the same request go on
};

} // namespace foyer
