// Front: takes each request in: limits, route, token, content type; then the route answers. Counts and logs what was answered.
#pragma once

#include "app/server/accesslog.h"
#include "app/server/desk.h"
#include "app/server/gate.h"
#include "app/server/readcache.h"
#include "app/server/routes.h"

#include <atomic>

namespace foyer::server {

class Front
{
public:
    struct Limits {
        qsizetype body = 64 * 1024;
        Milliseconds sharedFor{1'000}; ///< how old an answer may be that many share
        size_t waiting = 20'000; ///< requests that may wait for their answers; more are told to come again
    };

    Front(Limits limits, Desk &desk, Gate &gate, AccessLog &log)
        : m_limits(limits), m_desk(desk), m_gate(gate), m_log(log), m_cache(desk.clock(), limits.sharedFor)
    {
    }

    /// Must not throw and does not block; `reply` is called once.
    void take(Request request, Reply reply);

    size_t waiting() const { return m_waiting; }

private:
    void answer(CallPtr call, const Route &route, Reply reply);
    void run(CallPtr call, const Route &route, Reply reply);
    Reply counted(const Request &request, const Route *route, Reply reply);
    std::optional<Fault> faultBeforeRoute(const Request &request, const Found &found) const;

    const Limits m_limits;
    Desk &m_desk;
    Gate &m_gate;
    AccessLog &m_log;
    ReadCache m_cache;
    std::atomic<size_t> m_waiting{0};
};

} // namespace foyer::server
