#include "core/domain/printjob.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

namespace foyer {

QByteArray toBytes(const PrintJob &job)
{
    const QJsonObject object{
        {QStringLiteral("printer"), job.printer},   {QStringLiteral("title"), job.title},
        {QStringLiteral("pieces"), job.pieces},     {QStringLiteral("done"), job.done},
        {QStringLiteral("doubtful"), job.doubtful}, {QStringLiteral("copy"), job.copy},
        {QStringLiteral("id"), job.id},             {QStringLiteral("document"), QString::fromLatin1(job.document.toBase64())}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<PrintJob> printJobFrom(const QByteArray &bytes)
{
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    PrintJob job;
    job.id = object.value(QLatin1String("id")).toString();
    job.printer = object.value(QLatin1String("printer")).toString();
    job.title = object.value(QLatin1String("title")).toString();
    job.pieces = object.value(QLatin1String("pieces")).toInt();
    job.done = object.value(QLatin1String("done")).toInt(-1);
    job.doubtful = object.value(QLatin1String("doubtful")).toInt(-1);
    job.copy = object.value(QLatin1String("copy")).toInt();
    job.document = QByteArray::fromBase64(object.value(QLatin1String("document")).toString().toLatin1());
    const bool isWhole = job.pieces > 0 && job.done >= 0 && job.done < job.pieces && job.doubtful >= 0
        && job.doubtful <= job.pieces && job.copy > 0 && !job.document.isEmpty();
    return isWhole ? std::optional(job) : std::nullopt;
}

} // namespace foyer
