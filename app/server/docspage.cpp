#include "app/server/docspage.h"

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

static void initialiseServerResources()
{
    Q_INIT_RESOURCE(server);
}

namespace foyer::server {

namespace {

QByteArray resourceNamed(const char *name)
{
    initialiseServerResources();
    QFile file(QStringLiteral(":/server/") + QLatin1String(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("a page is missing from the program");
    return file.readAll();
}

QString escaped(const QJsonValue &text)
{
    return text.toString().toHtmlEscaped();
}

QString answersTable(const QJsonObject &responses)
{
    QString out = QStringLiteral("<table>");
    for (auto it = responses.begin(); it != responses.end(); ++it)
        out += QStringLiteral("<tr><th>%1</th><td>%2</td></tr>").arg(it.key().toHtmlEscaped(), escaped(it->toObject().value(QStringLiteral("description"))));
    return out + QStringLiteral("</table>");
}

QString examplesOf(const QJsonObject &operation)
{
    QString out;
    const QJsonObject content = operation.value(QStringLiteral("requestBody")).toObject().value(QStringLiteral("content")).toObject();
    for (auto it = content.begin(); it != content.end(); ++it) {
        const QJsonObject example = it->toObject().value(QStringLiteral("example")).toObject();
        if (!example.isEmpty())
            out += QStringLiteral("<p>%1</p><pre>%2</pre>").arg(it.key().toHtmlEscaped(), QString::fromUtf8(QJsonDocument(example).toJson()).toHtmlEscaped());
    }
    return out;
}

QString operationSection(const QString &method, const QString &path, const QJsonObject &operation)
{
    return QStringLiteral("<section><h2><b>%1</b> %2</h2><p>%3</p>%4%5</section>")
        .arg(method.toUpper(), path.toHtmlEscaped(), escaped(operation.value(QStringLiteral("summary"))), examplesOf(operation),
             answersTable(operation.value(QStringLiteral("responses")).toObject()));
}

} // namespace

QByteArray openApiDocument()
{
    static const QByteArray document = resourceNamed("openapi.json");
    return document;
}

QByteArray docsPage()
{
    const QJsonObject api = QJsonDocument::fromJson(openApiDocument()).object();
    const QJsonObject info = api.value(QStringLiteral("info")).toObject();
    QString body = QStringLiteral("<h1>%1</h1>").arg(escaped(info.value(QStringLiteral("title"))));
    for (const QString &paragraph : info.value(QStringLiteral("description")).toString().split(QStringLiteral("\n\n")))
        body += QStringLiteral("<p>%1</p>").arg(paragraph.toHtmlEscaped());
    body += QStringLiteral("<p>The same for programs: <a href=\"/openapi.json\">openapi.json</a></p>");
    const QJsonObject paths = api.value(QStringLiteral("paths")).toObject();
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        const QJsonObject operations = path->toObject();
        for (auto operation = operations.begin(); operation != operations.end(); ++operation)
            if (operation.key() != QLatin1String("parameters"))
                body += operationSection(operation.key(), path.key(), operation->toObject());
    }
    return QStringLiteral("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">"
                          "<title>%1</title><style>%2</style></head><body>%3</body></html>\n")
        .arg(escaped(info.value(QStringLiteral("title"))), QString::fromUtf8(resourceNamed("docs.css")), body)
        .toUtf8();
}

} // namespace foyer::server
