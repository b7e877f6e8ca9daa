// LineProxy: stands between programs and PostgreSQL and can be the network's or the server's bad day: the lines cut and new
// ones refused, or everything silent, as when a server is suspended.
#pragma once

#include <QtCore/QtGlobal>

#include <atomic>
#include <memory>
#include <thread>

namespace foyer::test {

class LineProxy
{
public:
    enum class Weather {
        Fine,
        Cut,   ///< lines are closed, new ones at once
        Silent ///< lines stay open and carry nothing
    };

    explicit LineProxy(quint16 serverPort);
    ~LineProxy();

    quint16 port() const { return m_port; }
    void set(Weather weather);
    /// The next COMMIT reaches the server, but its line carries nothing back any more.
    void holdReplyToCommit() { m_armed = true; }
    int held() const { return m_held; }

private:
    struct Lines;
    void serve();

    const quint16 m_serverPort;
    quint16 m_port = 0;
    std::atomic<Weather> m_weather{Weather::Fine};
    std::atomic<bool> m_armed{false};
    std::atomic<bool> m_over{false};
    std::atomic<int> m_held{0};
    std::unique_ptr<Lines> m_lines;
    std::thread m_thread;
};

} // namespace foyer::test
