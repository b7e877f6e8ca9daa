// Gate: who may come in. Knows tokens for a moment, so that not every request asks the database, and counts how often they ask.
#pragma once

#include "app/server/call.h"
#include "core/services/clerks.h"

#include <QtCore/QHash>

#include <mutex>

namespace foyer::server {

class Gate
{
public:
    /// A token that was revoked, or whose customer was erased, is refused after this long at the latest.
    static constexpr Milliseconds Remembered{2'000};
    static constexpr int MaxRemembered = 10'000;

    struct Rules {
        bool open = false;      ///< nobody needs a token
        int perSecond = 20'000; ///< requests of one token
    };
    using Answer = std::function<void(tl::expected<Caller, Fault>)>;

    Gate(Rules rules, Clerks &readers, const Clock &clock) : m_rules(rules), m_readers(readers), m_clock(clock) {}

    /// `answer` is called at once when the token is known, else from a reading clerk's thread.
    void admit(const QByteArray &authorization, std::optional<Scope> wanted, Answer answer);

private:
    struct Known {
        std::optional<Caller> caller; ///< empty: no token of ours
        Instant until;
        qint64 second = 0; ///< in which `used` counts
        int used = 0;
    };

    struct Holder {
        Caller caller;
        std::optional<Instant> until; ///< of a session
    };

    static Result<Holder> look(BoxOffice &office, const QString &secret);
    tl::expected<Caller, Fault> judge(Known &known, std::optional<Scope> wanted) const;

    const Rules m_rules;
    Clerks &m_readers;
    const Clock &m_clock;
    std::mutex m_mutex; ///< guards what is known
    QHash<QByteArray, Known> m_known; ///< by the token's hash
};

} // namespace foyer::server
