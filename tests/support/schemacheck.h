// SchemaCheck: whether a JSON value is what an OpenAPI 3.0 schema says; as much of it as our own description uses.
#pragma once

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QRegularExpression>
#include <QtCore/QStringList>

namespace foyer::test {

class SchemaCheck
{
public:
    explicit SchemaCheck(QJsonObject api) : m_api(std::move(api)) {}

    /// The schema behind a reference; itself when it is none.
    QJsonObject resolved(const QJsonObject &schema) const
    {
        const QString ref = schema.value(QStringLiteral("$ref")).toString();
        return ref.isEmpty() ? schema
                             : m_api.value(QStringLiteral("components")).toObject().value(QStringLiteral("schemas")).toObject().value(ref.section(u'/', -1)).toObject();
    }

    /// The first fault with its place; empty when there is none.
    QString fault(const QJsonValue &value, const QJsonObject &given, const QString &at = QStringLiteral("$")) const
    {
        const QJsonObject schema = resolved(given);
        if (schema.isEmpty())
            return at + QStringLiteral(": no schema");
        if (value.isNull())
            return schema.value(QStringLiteral("nullable")).toBool() ? QString() : at + QStringLiteral(": is null");
        if (const QJsonArray several = schema.value(QStringLiteral("oneOf")).toArray(); !several.isEmpty())
            return std::any_of(several.begin(), several.end(), [&](const QJsonValue &one) { return fault(value, one.toObject(), at).isEmpty(); })
                ? QString() : at + QStringLiteral(": none of oneOf");
        const QString type = schema.value(QStringLiteral("type")).toString();
        if (type == QLatin1String("object"))
            return objectFault(value, schema, at);
        if (type == QLatin1String("array"))
            return arrayFault(value, schema, at);
        if (type == QLatin1String("string"))
            return stringFault(value, schema, at);
        if (type == QLatin1String("boolean"))
            return value.isBool() ? QString() : at + QStringLiteral(": no boolean");
        const bool isWhole = value.isDouble() && value.toDouble() == double(value.toInteger());
        if (!value.isDouble() || (type == QLatin1String("integer") && !isWhole))
            return at + QStringLiteral(": no ") + type;
        if (schema.contains(QStringLiteral("minimum")) && value.toDouble() < schema.value(QStringLiteral("minimum")).toDouble())
            return at + QStringLiteral(": too small");
        return {};
    }

private:
    QString objectFault(const QJsonValue &value, const QJsonObject &schema, const QString &at) const
    {
        if (!value.isObject())
            return at + QStringLiteral(": no object");
        const QJsonObject object = value.toObject();
        for (const QJsonValue name : schema.value(QStringLiteral("required")).toArray())
            if (!object.contains(name.toString()))
                return at + u'.' + name.toString() + QStringLiteral(": is missing");
        const QJsonObject properties = schema.value(QStringLiteral("properties")).toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (!properties.contains(it.key())) {
                if (!properties.isEmpty())
                    return at + u'.' + it.key() + QStringLiteral(": is not described");
                continue;
            }
            if (const QString inner = fault(it.value(), properties.value(it.key()).toObject(), at + u'.' + it.key()); !inner.isEmpty())
                return inner;
        }
        return {};
    }

    QString arrayFault(const QJsonValue &value, const QJsonObject &schema, const QString &at) const
    {
        if (!value.isArray())
            return at + QStringLiteral(": no array");
        const QJsonArray array = value.toArray();
        if (array.size() < schema.value(QStringLiteral("minItems")).toInt(0))
            return at + QStringLiteral(": too short");
        for (qsizetype i = 0; i < array.size(); ++i)
            if (const QString inner = fault(array.at(i), schema.value(QStringLiteral("items")).toObject(), at + QStringLiteral("[%1]").arg(i)); !inner.isEmpty())
                return inner;
        return {};
    }

    QString stringFault(const QJsonValue &value, const QJsonObject &schema, const QString &at) const
    {
        if (!value.isString())
            return at + QStringLiteral(": no string");
        const QJsonArray allowed = schema.value(QStringLiteral("enum")).toArray();
        if (!allowed.isEmpty() && !allowed.contains(value))
            return at + QStringLiteral(": not one of the enum");
        const QString format = schema.value(QStringLiteral("format")).toString();
        static const QRegularExpression uuid(QStringLiteral("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"));
        static const QRegularExpression time(QStringLiteral("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)$"));
        if (format == QLatin1String("uuid") && !uuid.match(value.toString()).hasMatch())
            return at + QStringLiteral(": no UUID");
        if (format == QLatin1String("date-time") && !time.match(value.toString()).hasMatch())
            return at + QStringLiteral(": no time: ") + value.toString();
        const QString pattern = schema.value(QStringLiteral("pattern")).toString();
        if (!pattern.isEmpty() && !QRegularExpression(pattern).match(value.toString()).hasMatch())
            return at + QStringLiteral(": does not fit ") + pattern;
        return {};
    }

    QJsonObject m_api;
};

} // namespace foyer::test
