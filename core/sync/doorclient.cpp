#include "core/sync/doorclient.h"

#include <QtCore/QEventLoop>
#include <QtCore/QJsonDocument>
#include <QtNetwork/QNetworkReply>
#include <QtNetwork/QNetworkRequest>

namespace foyer {

namespace {

/// The centre's refusal as one of ours.
Error refusalFrom(int status, const QJsonObject &answer, const QString &network)
{
    const QJsonObject error = answer.value(QLatin1String("error")).toObject();
    const QString said = error.value(QLatin1String("message")).toString();
    if (error.value(QLatin1String("code")).toString() == QLatin1String("door_stopped"))
        return {ErrorCode::DoorStopped, {}, said};
    if (status == 400 || status == 403 || status == 404)
        return {ErrorCode::CentreRefused, {said}, {}};
    return {ErrorCode::CentreUnavailable, {said.isEmpty() ? network : said}, {}};
}

/// Message by message, until nothing waits.
Result<void> sendAll(DoorBooks &books, DoorClient &client, Result<std::optional<DoorStep>> (DoorBooks::*next)())
{
    for (;;) {
        const auto step = (books.*next)();
        if (!step || !*step)
            return step ? Result<void>() : fail(step.error());
        const auto answer = client.ask(**step);
        const auto noted = answer ? books.keep(**step, *answer) : Result<void>(fail(answer.error()));
        if (!noted)
            return noted;
    }
}

Result<void> exchangeOnce(DoorBooks &books, DoorClient &client, Result<DoorStep> (DoorBooks::*ask)())
{
    const auto step = (books.*ask)();
    const auto answer = step ? client.ask(*step) : Result<QJsonObject>(fail(step.error()));
    return answer ? books.keep(*step, *answer) : fail(answer.error());
}

} // namespace

DoorClient::DoorClient(QUrl centre, QObject *parent) : QObject(parent), m_centre(std::move(centre)) {}

void DoorClient::post(const DoorStep &step, std::function<void(Result<QJsonObject>)> then)
{
    QUrl url = m_centre;
    url.setPath(QString::fromLatin1(step.path));
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    request.setTransferTimeout(int(Patience.count()));
    QNetworkReply *reply = m_network.post(request, step.envelope);
    connect(reply, &QNetworkReply::finished, this, [reply, then = std::move(then)] {
        reply->deleteLater();
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        const QJsonObject answer = QJsonDocument::fromJson(reply->readAll()).object();
        if (status != 200)
            return then(fail(refusalFrom(status, answer, reply->errorString())));
        then(answer);
    });
}

Result<QJsonObject> DoorClient::ask(const DoorStep &step)
{
    QEventLoop loop;
    Result<QJsonObject> answer = fail(ErrorCode::CentreUnavailable);
    post(step, [&](Result<QJsonObject> got) {
        answer = std::move(got);
        loop.quit();
    });
    loop.exec();
    return answer;
}

Result<void> sendReturns(BoxOffice &office, DoorClient &client)
{
    DoorBooks books(office);
    return sendAll(books, client, &DoorBooks::giveBack);
}

Result<void> syncDoor(BoxOffice &office, DoorClient &client)
{
    DoorBooks books(office);
    if (const auto sent = sendAll(books, client, &DoorBooks::upload); !sent)
        return sent;
    if (const auto told = exchangeOnce(books, client, &DoorBooks::download); !told)
        return told;
    if (const auto granted = exchangeOnce(books, client, &DoorBooks::grant); !granted)
        return granted;
    const auto step = books.acknowledge();
    if (!step || !*step)
        return step ? Result<void>() : fail(step.error());
    const auto answer = client.ask(**step);
    return answer ? books.keep(**step, *answer) : fail(answer.error());
}

} // namespace foyer
