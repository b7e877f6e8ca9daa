#include "app/server/call.h"

#include "core/base/crypto.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QUrlQuery>

namespace foyer::server {

std::optional<Once> Call::once(int status, std::function<QByteArray(const QUuid &made)> body) const
{
    if (request.idempotencyKey.isEmpty())
        return std::nullopt;
    const QByteArray asked = request.path + '\n' + mediaType(dialect) + '\n' + request.body;
    return Once{caller.owner(), QString::fromLatin1(request.idempotencyKey), crypto::sha256(asked), status, std::move(body)};
}

QString Call::parameter(const char *name) const
{
    return QUrlQuery(QString::fromUtf8(request.query)).queryItemValue(QLatin1String(name), QUrl::FullyDecoded);
}

Response answered(const Call &call, int status, const QByteArray &body)
{
    return Response{status, mediaType(call.dialect), body};
}

Response answered(const Call &call, const Replay &replay)
{
    return answered(call, replay.status, replay.body);
}

Response answered(const Call &call, int status, const QJsonObject &body)
{
    return answered(call, status, QJsonDocument(body).toJson(QJsonDocument::Compact));
}

} // namespace foyer::server
