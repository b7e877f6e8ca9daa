// JsonNode: one place in a JSON file, read with checks; the first fault is kept with its path.
#pragma once

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>
#include <QtCore/QString>

#include <functional>
#include <optional>

namespace foyer {

/// Reading goes on after a fault with harmless values, so that readers need not test every step; the result is
/// thrown away when there is a fault. JSON's null counts as missing everywhere.
class JsonNode
{
public:
    enum class Need { Required, Optional };
    struct Range {
        double least;
        double most;
    };

    /// The top of the file. `firstFault` must outlive every node; it is written once.
    JsonNode(const QJsonObject &object, QString *firstFault) : m_object(object), m_fault(firstFault) {}

    bool has(QLatin1String key) const;
    bool isText(QLatin1String key) const { return m_object.value(key).isString(); }
    /// The path of a key here: `zones[2].rows[0].row_number`.
    QString path(QLatin1String key = {}) const;
    void fault(QLatin1String key, const QString &what) const;
    bool failed() const { return !m_fault->isEmpty(); }

    /// At most `longest` characters; no control characters but line breaks and tabs.
    QString text(QLatin1String key, Need need, int longest = 200) const;
    double number(QLatin1String key, Need need, Range range, double otherwise = 0) const;
    bool flag(QLatin1String key) const;
    /// Empty when it is missing (a fault when it is required) or no object.
    std::optional<JsonNode> object(QLatin1String key, Need need) const;
    /// Calls `each` with every member until there is a fault; members must be objects. Returns their number.
    qsizetype forEach(QLatin1String key, Need need, const std::function<void(const JsonNode &)> &each) const;
    qsizetype index() const { return m_index; }

private:
    JsonNode(const QJsonObject &object, const JsonNode *parent, QLatin1String key, qsizetype index);

    /// Undefined when missing.
    QJsonValue value(QLatin1String key, Need need) const;

    QJsonObject m_object;
    const JsonNode *m_parent = nullptr;
    QLatin1String m_key;
    qsizetype m_index = -1;
    QString *m_fault;
};

} // namespace foyer
