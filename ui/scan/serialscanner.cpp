#include "ui/scan/serialscanner.h"

#include <utility>

namespace foyer {
namespace {

/// Longer than any code: what comes without an end is noise.
constexpr qsizetype LongestLine = 4096;

} // namespace

SerialScanner::SerialScanner(const ScanSetup &setup, std::chrono::milliseconds tryAgain, QObject *parent) : QObject(parent), m_setup(setup)
{
    m_port.setPortName(setup.port);
    m_port.setBaudRate(setup.baud);
    m_again.setSingleShot(true);
    m_again.setInterval(tryAgain);
    connect(&m_again, &QTimer::timeout, this, &SerialScanner::open);
    connect(&m_port, &QSerialPort::readyRead, this, &SerialScanner::read);
    connect(&m_port, &QSerialPort::errorOccurred, this, [this](QSerialPort::SerialPortError error) {
        if (error != QSerialPort::NoError && m_port.isOpen())
            lose();
    });
    QTimer::singleShot(0, this, &SerialScanner::open); // whoever made this listens by then
}

void SerialScanner::open()
{
    if (m_setup.port.isEmpty())
        return;
    m_line.clear();
    if (m_port.open(QIODevice::ReadOnly)) {
        m_trouble.clear();
        Q_EMIT connectedChanged(true);
        return;
    }
    const QString trouble = m_port.errorString();
    if (std::exchange(m_trouble, trouble) != trouble)
        Q_EMIT connectedChanged(false);
    m_again.start();
}

void SerialScanner::read()
{
    const QByteArray bytes = m_port.readAll();
    Q_EMIT bytesSeen(bytes);
    for (const char byte : bytes) {
        const bool isEnd = byte == '\r' || byte == '\n' || (byte == '\t' && m_setup.end == ScanSetup::End::Tab);
        if (!isEnd) {
            m_line += byte;
            continue;
        }
        const QByteArray line = std::exchange(m_line, {});
        if (line.size() > m_setup.prefix.size() && line.startsWith(m_setup.prefix))
            Q_EMIT scanned(line.mid(m_setup.prefix.size()));
    }
    if (m_line.size() > LongestLine)
        m_line.clear();
}

void SerialScanner::lose()
{
    m_trouble = m_port.errorString();
    m_port.close();
    Q_EMIT connectedChanged(false);
    m_again.start();
}

} // namespace foyer
