#include "app/desktop/singleinstance.h"

#include "core/base/crypto.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtNetwork/QLocalSocket>

namespace foyer {
namespace {

constexpr int PatienceMs = 1'000;

/// The same for every way of writing the path.
QString nameFor(const QString &path)
{
    const QFileInfo file(path);
    const QDir folder(QFileInfo(file.absolutePath()).canonicalFilePath());
    const QString place = QDir::homePath() + u'\n' + folder.filePath(file.fileName());
    return QStringLiteral("foyer-") + QString::fromLatin1(crypto::sha256(place.toUtf8()).toHex().left(32));
}

} // namespace

SingleInstance::SingleInstance(const QString &path, QObject *parent) : QObject(parent), m_name(nameFor(path))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *socket = m_server.nextPendingConnection()) {
            connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
            socket->disconnectFromServer();
            Q_EMIT raised();
        }
    });
}

bool SingleInstance::raiseOther()
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    return socket.waitForConnected(PatienceMs);
}

void SingleInstance::listen()
{
    QLocalServer::removeServer(m_name); // left by a program that was killed: nobody answered on it
    if (!m_server.listen(m_name))
        qWarning("a second start cannot find this window: %s", qUtf8Printable(m_server.errorString()));
}

} // namespace foyer
