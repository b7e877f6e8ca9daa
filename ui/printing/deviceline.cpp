#include "ui/printing/deviceline.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

namespace foyer::printing {

namespace {

bool isReady(int file, short events, int ms)
{
    pollfd waiting{file, events, 0};
    return ::poll(&waiting, 1, ms) > 0 && (waiting.revents & events) != 0;
}

} // namespace

DeviceLine::~DeviceLine()
{
    if (m_file >= 0)
        ::close(m_file);
}

bool DeviceLine::open(std::stop_token)
{
    // Never blocking: a printer that takes nothing must not hold the thread, and through it the end of the program.
    m_file = ::open(QFile::encodeName(m_path).constData(), O_RDWR | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    return m_file >= 0;
}

bool DeviceLine::write(const QByteArray &bytes, std::stop_token stop)
{
    QElapsedTimer stalled;
    stalled.start();
    qsizetype sent = 0;
    while (sent < bytes.size()) {
        if (stop.stop_requested() || stalled.hasExpired(m_patience.stalling.count()))
            return false;
        if (!isReady(m_file, POLLOUT, SliceMs))
            continue;
        const ssize_t taken = ::write(m_file, bytes.constData() + sent, size_t(bytes.size() - sent));
        if (taken < 0 && errno != EAGAIN && errno != EINTR)
            return false;
        if (taken > 0) {
            sent += taken;
            stalled.restart();
        }
    }
    return true;
}

QByteArray DeviceLine::read(Milliseconds atMost)
{
    std::array<char, 64> buffer;
    if (!isReady(m_file, POLLIN, int(atMost.count())))
        return {};
    const ssize_t got = ::read(m_file, buffer.data(), buffer.size());
    return QByteArray(buffer.data(), std::max<ssize_t>(0, got));
}

bool DeviceLine::close(std::stop_token)
{
    const int file = std::exchange(m_file, -1);
    return file >= 0 && ::close(file) == 0;
}

} // namespace foyer::printing
