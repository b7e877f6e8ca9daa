// One connection to a server on this machine, with nothing between the test and the bytes.
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QJsonObject>
#include <QtCore/QMap>

namespace foyer::test {

class HttpClient
{
public:
    struct Answer {
        int status = 0; ///< 0: the connection ended instead
        QByteArray body;
        QMap<QByteArray, QByteArray> headers; ///< names in small letters

        QJsonObject json() const;
    };

    explicit HttpClient(quint16 port);
    ~HttpClient();
    HttpClient(const HttpClient &) = delete;
    HttpClient &operator=(const HttpClient &) = delete;

    bool isConnected() const { return m_socket >= 0; }
    int handle() const { return m_socket; }
    Answer ask(const QByteArray &method, const QByteArray &path, const QByteArray &body = {}, const QList<QByteArray> &headers = {});
    /// With the content type of plain JSON.
    Answer post(const QByteArray &path, const QByteArray &body, QList<QByteArray> headers = {});
    Answer get(const QByteArray &path, const QList<QByteArray> &headers = {}) { return ask("GET", path, {}, headers); }

    /// Bytes as they are; false when the line is closed.
    bool send(const QByteArray &bytes);
    /// Whether something came, or the end.
    bool hasAnswerWithin(int milliseconds);
    /// Nothing more will come from here.
    void finishSending();
    /// The next answer; waits ten seconds at most.
    Answer read(bool isHead = false);
    /// Whether the server ends the connection without another byte.
    bool isClosedByServer();

private:
    bool more();

    int m_socket = -1;
    QByteArray m_buffer;
};

} // namespace foyer::test
