// SerialScanner: a scanner at a serial port, or a USB one that poses as such; it comes back by itself when unplugged.
#pragma once

#include "ui/scan/scansetup.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>
#include <QtSerialPort/QSerialPort>

namespace foyer {

class SerialScanner final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds TryAgain{2000};

    explicit SerialScanner(const ScanSetup &setup, std::chrono::milliseconds tryAgain = TryAgain, QObject *parent = nullptr);

    bool isConnected() const { return m_port.isOpen(); }
    /// Why it is not.
    QString trouble() const { return m_trouble; }

Q_SIGNALS:
    void scanned(const QByteArray &code);
    void connectedChanged(bool connected);
    void bytesSeen(const QByteArray &bytes);

private:
    void open();
    void read();
    void lose();

    const ScanSetup m_setup;
    QSerialPort m_port;
    QTimer m_again;
    QByteArray m_line;
    QString m_trouble;
};

} // namespace foyer
