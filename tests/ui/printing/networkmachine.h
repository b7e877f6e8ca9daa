// NetworkMachine: a receipt machine at a port of this computer, that can hang up, or never read what it is sent.
#pragma once

#include "tests/ui/printing/receiptmachine.h"

#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>

namespace foyer::test {

class NetworkMachine : public QObject
{
public:
    NetworkMachine()
    {
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("the fake printer found no port");
        m_port = m_server.serverPort();
        connect(&m_server, &QTcpServer::newConnection, this, &NetworkMachine::accept);
        machine.answer = [this](const QByteArray &bytes) {
            if (m_client)
                m_client->write(bytes);
        };
    }

    QString address() const { return QStringLiteral("127.0.0.1:%1").arg(m_port); }
    /// Loses its power, and everything it has been sent.
    void switchOff()
    {
        m_server.close();
        hangUp();
    }
    void switchOn()
    {
        if (!m_server.listen(QHostAddress::LocalHost, m_port))
            qFatal("the fake printer lost its port");
    }

    ReceiptMachine machine;
    qint64 hangUpAfter = -1; ///< bytes of one connection
    bool readsNothing = false;
    int connections = 0;

private:
    void accept()
    {
        m_client = m_server.nextPendingConnection();
        ++connections;
        m_got = 0;
        if (readsNothing) {
            m_client->setSocketOption(QAbstractSocket::ReceiveBufferSizeSocketOption, 4096);
            return m_client->setReadBufferSize(1);
        }
        connect(m_client, &QTcpSocket::readyRead, this, &NetworkMachine::read);
        read();
    }
    void read()
    {
        auto *client = m_client.data();
        if (!client)
            return;
        const QByteArray bytes = client->readAll();
        m_got += bytes.size();
        if (hangUpAfter >= 0 && m_got > hangUpAfter)
            return hangUp();
        machine.feed(bytes);
    }
    void hangUp()
    {
        if (m_client)
            m_client->abort();
        machine.forget();
    }

    QTcpServer m_server;
    QPointer<QTcpSocket> m_client;
    quint16 m_port = 0;
    qint64 m_got = 0;
};

} // namespace foyer::test
