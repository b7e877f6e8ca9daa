#include "tests/support/lineproxy.h"

#include "tests/support/sockets.h"

#include <QtCore/QByteArray>

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <vector>

namespace foyer::test {

namespace {

/// How long the loop sleeps when nothing arrives: its state is looked at as often.
constexpr int LookMs = 5;

} // namespace

struct LineProxy::Lines {
    struct Line {
        int client;
        int server;
        bool isMute = false; ///< nothing goes back to the client
    };

    ~Lines() { cut(); }

    void cut()
    {
        for (const Line &line : all) {
            ::close(line.client);
            ::close(line.server);
        }
        all.clear();
    }

    int listener = -1;
    std::vector<Line> all;
};

LineProxy::LineProxy(quint16 serverPort) : m_serverPort(serverPort), m_lines(std::make_unique<Lines>())
{
    m_lines->listener = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address = loopback(0);
    socklen_t length = sizeof address;
    if (::bind(m_lines->listener, reinterpret_cast<sockaddr *>(&address), length) != 0 || ::listen(m_lines->listener, 64) != 0)
        qFatal("the proxy cannot listen");
    ::getsockname(m_lines->listener, reinterpret_cast<sockaddr *>(&address), &length);
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { serve(); });
}

LineProxy::~LineProxy()
{
    m_over = true;
    m_thread.join();
    ::close(m_lines->listener);
}

void LineProxy::set(Weather weather)
{
    m_weather = weather;
}

void LineProxy::serve()
{
    const auto open = [this](int client) {
        const int server = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address = loopback(m_serverPort);
        const int yes = 1;
        ::setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
        ::setsockopt(server, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
        if (m_weather == Weather::Cut || ::connect(server, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0) {
            ::close(server);
            ::close(client);
            return;
        }
        m_lines->all.push_back({client, server});
    };
    const auto pass = [this](Lines::Line &line, bool fromClient) {
        QByteArray buffer(65536, Qt::Uninitialized);
        const ssize_t n = ::recv(fromClient ? line.client : line.server, buffer.data(), size_t(buffer.size()), 0);
        if (n <= 0)
            return false;
        buffer.truncate(n);
        if (fromClient && buffer.contains("COMMIT") && m_armed.exchange(false)) {
            line.isMute = true;
            ++m_held;
        }
        return (!fromClient && line.isMute) || sendAll(fromClient ? line.server : line.client, buffer);
    };
    while (!m_over) {
        if (m_weather == Weather::Cut)
            m_lines->cut();
        std::vector<pollfd> polled{{m_lines->listener, POLLIN, 0}};
        for (const Lines::Line &line : m_lines->all) {
            const short events = m_weather == Weather::Silent ? 0 : POLLIN;
            polled.push_back({line.client, events, 0});
            polled.push_back({line.server, events, 0});
        }
        if (::poll(polled.data(), polled.size(), LookMs) <= 0)
            continue;
        std::vector<Lines::Line> kept;
        const size_t known = m_lines->all.size();
        for (size_t i = 0; i < known; ++i) {
            Lines::Line &line = m_lines->all[i];
            const bool alive = (polled[1 + 2 * i].revents == 0 || pass(line, true)) && (polled[2 + 2 * i].revents == 0 || pass(line, false));
            if (alive) {
                kept.push_back(line);
            } else {
                ::close(line.client);
                ::close(line.server);
            }
        }
        m_lines->all = std::move(kept);
        if ((polled[0].revents & POLLIN) && m_weather != Weather::Silent)
            open(::accept(m_lines->listener, nullptr, nullptr));
    }
    m_lines->cut();
}

} // namespace foyer::test
