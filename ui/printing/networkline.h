// NetworkLine: a receipt printer at a port of the network, as a rule 9100.
#pragma once

#include "ui/printing/printerline.h"

#include <QtNetwork/QTcpSocket>

namespace foyer::printing {

class NetworkLine final : public PrinterLine
{
public:
    NetworkLine(NetworkAddress address, LinePatience patience) : m_address(std::move(address)), m_patience(patience) {}

    bool isOpen() const override { return m_socket.state() == QAbstractSocket::ConnectedState; }
    bool open(std::stop_token stop) override;
    bool write(const QByteArray &bytes, std::stop_token stop) override;
    QByteArray read(Milliseconds atMost) override;
    bool close(std::stop_token stop) override;

private:
    NetworkAddress m_address;
    LinePatience m_patience;
    QTcpSocket m_socket;
};

} // namespace foyer::printing
