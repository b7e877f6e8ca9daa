#include "tests/support/dropproxy.h"

#include "tests/support/sockets.h"

#include <QtCore/QByteArray>

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <mutex>
#include <thread>
#include <vector>

namespace foyer::test {

namespace {

/// Empty when the line is closed.
QByteArray receive(int socket)
{
    QByteArray buffer(65536, Qt::Uninitialized);
    const ssize_t n = ::recv(socket, buffer.data(), size_t(buffer.size()), 0);
    return n <= 0 ? QByteArray() : buffer.left(n);
}

} // namespace

struct DropProxy::Threads {
    std::mutex mutex;
    std::vector<std::thread> all;
};

DropProxy::DropProxy(quint16 serverPort) : m_serverPort(serverPort), m_threads(std::make_unique<Threads>())
{
    m_listener = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address = loopback(0);
    socklen_t length = sizeof address;
    if (::bind(m_listener, reinterpret_cast<sockaddr *>(&address), length) != 0 || ::listen(m_listener, 16) != 0)
        qFatal("the proxy cannot listen");
    ::getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &length);
    m_port = ntohs(address.sin_port);
    m_threads->all.emplace_back([this] {
        for (;;) {
            const int client = ::accept(m_listener, nullptr, nullptr);
            if (client < 0)
                return;
            const std::lock_guard lock(m_threads->mutex);
            m_threads->all.emplace_back([this, client] { serve(client); });
        }
    });
}

DropProxy::~DropProxy()
{
    ::shutdown(m_listener, SHUT_RDWR); // ends accept(); lines end with the programs that hold them
    m_threads->all.front().join();
    for (size_t i = 1; i < m_threads->all.size(); ++i)
        m_threads->all[i].join();
    ::close(m_listener);
}

void DropProxy::serve(int client) const
{
    const int server = ::socket(AF_INET, SOCK_STREAM, 0);
    const sockaddr_in address = loopback(m_serverPort);
    bool open = ::connect(server, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    while (open) {
        pollfd lines[2]{{client, POLLIN, 0}, {server, POLLIN, 0}};
        ::poll(lines, 2, -1);
        if (lines[1].revents) {
            const QByteArray data = receive(server);
            open = !data.isEmpty() && sendAll(client, data);
        }
        if (open && lines[0].revents) {
            const QByteArray data = receive(client);
            Cut cut = Cut::None;
            if (data.contains("COMMIT"))
                cut = m_cut.exchange(Cut::None);
            if (cut != Cut::None)
                ++m_cuts;
            open = !data.isEmpty() && cut != Cut::BeforeCommit && sendAll(server, data);
            if (cut == Cut::AfterCommit) {
                receive(server); // the reply that nobody gets
                open = false;
            }
        }
    }
    ::close(server);
    ::close(client);
}

} // namespace foyer::test
