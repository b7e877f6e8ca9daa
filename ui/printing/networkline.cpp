#include "ui/printing/networkline.h"

#include <QtCore/QElapsedTimer>

namespace foyer::printing {

bool NetworkLine::open(std::stop_token stop)
{
    m_socket.abort();
    m_socket.connectToHost(m_address.host, m_address.port);
    QElapsedTimer waited;
    waited.start();
    while (!isOpen()) {
        const bool isTrying = m_socket.state() == QAbstractSocket::HostLookupState || m_socket.state() == QAbstractSocket::ConnectingState;
        if (!isTrying || stop.stop_requested() || waited.hasExpired(m_patience.connecting.count())) {
            m_socket.abort();
            return false;
        }
        m_socket.waitForConnected(SliceMs);
    }
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    return true;
}

bool NetworkLine::write(const QByteArray &bytes, std::stop_token stop)
{
    if (m_socket.write(bytes) != bytes.size())
        return false;
    QElapsedTimer stalled;
    stalled.start();
    for (qint64 left = m_socket.bytesToWrite(); left > 0; left = m_socket.bytesToWrite()) {
        m_socket.waitForBytesWritten(SliceMs);
        if (m_socket.bytesToWrite() < left)
            stalled.restart();
        if (!isOpen() || stop.stop_requested() || stalled.hasExpired(m_patience.stalling.count()))
            return false;
    }
    return true;
}

QByteArray NetworkLine::read(Milliseconds atMost)
{
    if (m_socket.bytesAvailable() == 0 && isOpen())
        m_socket.waitForReadyRead(int(atMost.count()));
    return m_socket.readAll();
}

bool NetworkLine::close(std::stop_token stop)
{
    if (!isOpen())
        return false;
    m_socket.disconnectFromHost();
    QElapsedTimer stalled;
    stalled.start();
    while (m_socket.state() != QAbstractSocket::UnconnectedState) {
        if (stop.stop_requested() || stalled.hasExpired(m_patience.stalling.count())) {
            m_socket.abort();
            return false;
        }
        m_socket.waitForDisconnected(SliceMs);
    }
    return true;
}

} // namespace foyer::printing
