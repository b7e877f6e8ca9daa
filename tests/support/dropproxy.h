// DropProxy: stands between a program and PostgreSQL and cuts the line around a COMMIT, to lose its reply.
#pragma once

#include <QtCore/QThread>

#include <atomic>
#include <memory>

namespace foyer::test {

class DropProxy
{
public:
    enum class Cut {
        None,
        BeforeCommit, ///< the server never sees it
        AfterCommit,  ///< the server commits; the reply is lost
    };

    explicit DropProxy(quint16 serverPort);
    ~DropProxy();

    quint16 port() const { return m_port; }
    /// The next COMMIT that passes is cut, once.
    void arm(Cut cut) { m_cut = cut; }
    int cuts() const { return m_cuts; }

private:
    void serve(int client) const;

    const quint16 m_serverPort;
    quint16 m_port = 0;
    int m_listener = -1;
    mutable std::atomic<Cut> m_cut{Cut::None};
    mutable std::atomic<int> m_cuts{0};
    struct Threads;
    std::unique_ptr<Threads> m_threads;
};

} // namespace foyer::test
