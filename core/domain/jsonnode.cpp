#include "core/domain/jsonnode.h"

#include "core/domain/inputtext.h"


#include <algorithm>
#include <cmath>

namespace foyer {

JsonNode::JsonNode(const QJsonObject &object, const JsonNode *parent, QLatin1String key, qsizetype index)
    : m_object(object), m_parent(parent), m_key(key), m_index(index), m_fault(parent->m_fault)
{
}

bool JsonNode::has(QLatin1String key) const
{
    const QJsonValue found = m_object.value(key);
    return !found.isUndefined() && !found.isNull();
}

QString JsonNode::path(QLatin1String key) const
{
    QString own = m_parent ? m_parent->path(m_key) : QString();
    if (m_index >= 0)
        own += QStringLiteral("[%1]").arg(m_index);
    if (key.isEmpty())
        return own;
    return own.isEmpty() ? QString(key) : own + QLatin1Char('.') + key;
}

void JsonNode::fault(QLatin1String key, const QString &what) const
{
    if (m_fault->isEmpty())
        *m_fault = path(key) + QStringLiteral(": ") + what;
}

QJsonValue JsonNode::value(QLatin1String key, Need need) const
{
    const QJsonValue found = m_object.value(key);
    if (!found.isNull() && !found.isUndefined())
        return found;
    if (need == Need::Required)
        fault(key, translate("Input", "is missing"));
    return QJsonValue(QJsonValue::Undefined);
}

QString JsonNode::text(QLatin1String key, Need need, int longest) const
{
    const QJsonValue found = value(key, need);
    if (found.isUndefined())
        return {};
    if (!found.isString()) {
        fault(key, translate("Input", "must be a text"));
        return {};
    }
    const QString text = found.toString();
    if (text.size() > longest)
        fault(key, translate("Input", "is longer than %1 characters").arg(longest));
    if (std::any_of(text.begin(), text.end(), [](QChar c) { return c.category() == QChar::Other_Control && !c.isSpace(); }))
        fault(key, translate("Input", "holds a control character"));
    return text;
}

double JsonNode::number(QLatin1String key, Need need, Range range, double otherwise) const
{
    const QJsonValue found = value(key, need);
    if (found.isUndefined())
        return otherwise;
    if (!found.isDouble()) {
        fault(key, translate("Input", "must be a number"));
        return otherwise;
    }
    const double number = found.toDouble();
    if (std::isfinite(number) && number >= range.least && number <= range.most)
        return number;
    fault(key, translate("Input", "must lie between %1 and %2").arg(range.least, 0, 'g', 9).arg(range.most, 0, 'g', 9));
    return otherwise;
}

bool JsonNode::flag(QLatin1String key) const
{
    const QJsonValue found = value(key, Need::Optional);
    if (!found.isUndefined() && !found.isBool())
        fault(key, translate("Input", "must be true or false"));
    return found.toBool();
}

std::optional<JsonNode> JsonNode::object(QLatin1String key, Need need) const
{
    const QJsonValue found = value(key, need);
    if (found.isObject())
        return JsonNode(found.toObject(), this, key, -1);
    if (!found.isUndefined())
        fault(key, translate("Input", "must be an object"));
    return {};
}

qsizetype JsonNode::forEach(QLatin1String key, Need need, const std::function<void(const JsonNode &)> &each) const
{
    const QJsonValue found = value(key, need);
    if (found.isUndefined())
        return 0;
    if (!found.isArray()) {
        fault(key, translate("Input", "must be a list"));
        return 0;
    }
    const QJsonArray members = found.toArray();
    for (qsizetype i = 0; i < members.size() && !failed(); ++i) {
        const QJsonValue member = members.at(i);
        const JsonNode node(member.toObject(), this, key, i);
        if (member.isObject())
            each(node);
        else
            node.fault({}, translate("Input", "must be an object"));
    }
    return members.size();
}

} // namespace foyer
