#include "tests/support/httpclient.h"

#include "tests/support/sockets.h"

#include <QtCore/QJsonDocument>

#include <netinet/tcp.h>
#include <poll.h>
#include <unistd.h>

namespace foyer::test {

QJsonObject HttpClient::Answer::json() const
{
    return QJsonDocument::fromJson(body).object();
}

HttpClient::HttpClient(quint16 port)
{
    m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const timeval patience{10, 0};
    ::setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    const int on = 1;
    ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    const sockaddr_in address = loopback(port);
    if (::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
        ::close(m_socket);
        m_socket = -1;
    }
}

HttpClient::~HttpClient()
{
    if (m_socket >= 0)
        ::close(m_socket);
}

HttpClient::Answer HttpClient::ask(const QByteArray &method, const QByteArray &path, const QByteArray &body, const QList<QByteArray> &headers)
{
    QByteArray request = method + ' ' + path + " HTTP/1.1\r\nHost: localhost\r\n";
    for (const QByteArray &header : headers)
        request += header + "\r\n";
    if (!body.isEmpty() || method == "POST")
        request += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    return send(request + "\r\n" + body) ? read(method == "HEAD") : read();
}

HttpClient::Answer HttpClient::post(const QByteArray &path, const QByteArray &body, QList<QByteArray> headers)
{
    headers.prepend("Content-Type: application/json");
    return ask("POST", path, body, headers);
}

bool HttpClient::send(const QByteArray &bytes)
{
    return sendAll(m_socket, bytes);
}

bool HttpClient::hasAnswerWithin(int milliseconds)
{
    pollfd line{m_socket, POLLIN, 0};
    return ::poll(&line, 1, milliseconds) == 1;
}

void HttpClient::finishSending()
{
    ::shutdown(m_socket, SHUT_WR);
}

bool HttpClient::more()
{
    char part[16 * 1024];
    const ssize_t n = ::recv(m_socket, part, sizeof part, 0);
    if (n > 0)
        m_buffer.append(part, n);
    return n > 0;
}

HttpClient::Answer HttpClient::read(bool isHead)
{
    Answer answer;
    qsizetype end;
    while ((end = m_buffer.indexOf("\r\n\r\n")) < 0)
        if (!more())
            return answer;
    const QList<QByteArray> lines = m_buffer.left(end).split('\n');
    m_buffer.remove(0, end + 4);
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const qsizetype colon = lines[i].indexOf(':');
        answer.headers.insert(lines[i].left(colon).trimmed().toLower(), lines[i].mid(colon + 1).trimmed());
    }
    const qsizetype length = isHead ? 0 : answer.headers.value("content-length").toLongLong();
    while (m_buffer.size() < length)
        if (!more())
            return {};
    answer.status = lines[0].split(' ').value(1).toInt();
    answer.body = m_buffer.left(length);
    m_buffer.remove(0, length);
    return answer;
}

bool HttpClient::isClosedByServer()
{
    char byte;
    return m_buffer.isEmpty() && ::recv(m_socket, &byte, 1, 0) == 0;
}

} // namespace foyer::test
