#include "app/server/fields.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QLocale>

#include <limits>

namespace foyer::server {

std::optional<QUuid> uuidFrom(QStringView text)
{
    if (text.size() != 36)
        return std::nullopt;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text[i].unicode();
        const bool isDash = i == 8 || i == 13 || i == 18 || i == 23;
        const bool isHex = (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
        if (isDash ? c != u'-' : !isHex)
            return std::nullopt;
    }
    return QUuid::fromString(text);
}

tl::expected<Money, Fault> amountFrom(const QString &digits, Currency currency, const QString &field)
{
    const auto invalid = [&](const QString &what) {
        return tl::unexpected(Fault{400, QStringLiteral("invalid"), QStringLiteral("The field %1 %2.").arg(field, what), field});
    };
    const auto money = Money::parse(digits, currency);
    if (!money)
        return invalid(QStringLiteral("must be an amount in %1 such as \"25.50\"").arg(currency.code()));
    if (!money->isPositive())
        return invalid(QStringLiteral("must be above zero"));
    return *money;
}

Fields Fields::parse(const QByteArray &body, std::optional<Fault> *firstFault)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    if (error.error != QJsonParseError::NoError || body.contains('\0'))
        *firstFault = Fault{400, QStringLiteral("malformed_json"), QStringLiteral("The body is not JSON: %1 at byte %2.")
                                                                       .arg(error.error == QJsonParseError::NoError ? QStringLiteral("a NUL") : error.errorString())
                                                                       .arg(error.offset)};
    else if (!document.isObject())
        *firstFault = Fault{400, QStringLiteral("malformed_json"), QStringLiteral("The body is not a JSON object.")};
    return Fields(document.object(), {}, firstFault);
}

QString Fields::path(const char *name) const
{
    return m_prefix.isEmpty() ? QLatin1String(name) : m_prefix + QLatin1Char('.') + QLatin1String(name);
}

void Fields::refuse(const char *name, const QString &what) const
{
    if (!*m_fault)
        *m_fault = Fault{400, QStringLiteral("invalid"), QStringLiteral("The field %1 %2.").arg(path(name), what), path(name)};
}

bool Fields::has(const char *name) const
{
    const QJsonValue found = m_object.value(QLatin1String(name));
    return !found.isUndefined() && !found.isNull();
}

QJsonValue Fields::value(const char *name, Need need) const
{
    if (has(name))
        return m_object.value(QLatin1String(name));
    if (need == Need::Required)
        refuse(name, QStringLiteral("is missing"));
    return QJsonValue(QJsonValue::Undefined);
}

QString Fields::checked(const char *name, const QString &text, qsizetype longest) const
{
    if (text.size() > longest)
        refuse(name, QStringLiteral("is longer than %1 characters").arg(longest));
    else if (text.contains(QChar(QChar::Null)) || !text.isValidUtf16())
        refuse(name, QStringLiteral("holds a character that is none"));
    else
        return text;
    return {};
}

QString Fields::text(const char *name, Need need, qsizetype longest) const
{
    const QJsonValue found = value(name, need);
    if (found.isUndefined())
        return {};
    if (!found.isString()) {
        refuse(name, QStringLiteral("must be a text"));
        return {};
    }
    return checked(name, found.toString(), longest);
}

qint64 Fields::whole(const char *name, Need need, qint64 least, qint64 most, qint64 otherwise) const
{
    const QJsonValue found = value(name, need);
    if (found.isUndefined())
        return otherwise;
    constexpr qint64 None = std::numeric_limits<qint64>::min();
    const qint64 number = found.isDouble() ? found.toInteger(None) : None;
    if (number == None) {
        refuse(name, QStringLiteral("must be a whole number"));
        return otherwise;
    }
    if (number >= least && number <= most)
        return number;
    refuse(name, QStringLiteral("must lie between %1 and %2").arg(least).arg(most));
    return otherwise;
}

QUuid Fields::uuid(const char *name, Need need) const
{
    const QString found = text(name, need, 200);
    if (!has(name))
        return {};
    const auto id = uuidFrom(found);
    if (!id)
        refuse(name, QStringLiteral("must be a UUID"));
    return id.value_or(QUuid());
}

QString Fields::decimal(const char *name) const
{
    const QJsonValue found = value(name, Need::Required);
    if (found.isString())
        return found.toString().left(40);
    if (found.isDouble())
        return QString::number(found.toDouble(), 'f', QLocale::FloatingPointShortest);
    if (!found.isUndefined())
        refuse(name, QStringLiteral("must be an amount such as \"25.50\""));
    return {};
}

Fields Fields::object(const char *name) const
{
    const QJsonValue found = value(name, Need::Required);
    if (!found.isUndefined() && !found.isObject())
        refuse(name, QStringLiteral("must be an object"));
    return Fields(found.toObject(), path(name), m_fault);
}

std::vector<Fields> Fields::objects(const char *name, Need need, qsizetype most) const
{
    std::vector<Fields> out;
    const QJsonValue found = value(name, need);
    if (found.isUndefined())
        return out;
    const QJsonArray members = found.toArray();
    if (!found.isArray())
        refuse(name, QStringLiteral("must be a list"));
    else if (members.size() > most)
        refuse(name, QStringLiteral("has more than %1 members").arg(most));
    for (qsizetype i = 0; i < qMin(members.size(), most); ++i) {
        if (!members.at(i).isObject())
            refuse(name, QStringLiteral("must hold objects"));
        out.push_back(Fields(members.at(i).toObject(), path(name) + QLatin1Char('.') + QString::number(i), m_fault));
    }
    return out;
}

std::vector<QString> Fields::texts(const char *name, Need need, qsizetype most) const
{
    std::vector<QString> out;
    const QJsonValue found = value(name, need);
    if (found.isUndefined())
        return out;
    const QJsonArray members = found.toArray();
    if (!found.isArray())
        refuse(name, QStringLiteral("must be a list"));
    else if (members.size() > most)
        refuse(name, QStringLiteral("has more than %1 members").arg(most));
    for (qsizetype i = 0; i < qMin(members.size(), most); ++i) {
        if (!members.at(i).isString())
            refuse(name, QStringLiteral("must hold texts"));
        out.push_back(checked(name, members.at(i).toString(), 200));
    }
    return out;
}

} // namespace foyer::server
