// A server on a fresh box office, at a port of its own.
#pragma once

#include "app/server/server.h"
#include "tests/support/builders.h"
#include "tests/support/httpclient.h"

namespace foyer::test {

class TestServer
{
public:
    explicit TestServer(const QString &database) : box(database) { config().needsToken = false; }

    /// To be changed before the start.
    server::ServerConfig &config() { return m_config; }
    void start() { m_server = must(server::Server::start(m_config)); }
    bool stop(Milliseconds within = std::chrono::seconds(10))
    {
        const bool done = m_server->stop(within);
        m_server.reset();
        return done;
    }
    quint16 port() const { return m_server->port(); }

    TestDatabase box;

private:
    SystemRandom m_random;
    server::ServerConfig m_config{.office = {box.url(), box.keyFolder(QStringLiteral("server")), QStringLiteral("Server"), box.clock(), m_random, crypto::PinCost::Minimal},
                                  .transport = {}};
    std::unique_ptr<server::Server> m_server;
};

} // namespace foyer::test
