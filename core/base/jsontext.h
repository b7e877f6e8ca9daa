// JsonText: one JSON object written as text while it is filled, for the bodies that a busy till makes by the thousand
// (QJsonObject keeps its keys sorted and is printed afterwards, which costs a tenth of a sale).
#pragma once

#include "core/base/id.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <concepts>

namespace foyer {

class JsonTexts;

/// Names are literals of plain ASCII; each is added once.
class JsonText
{
public:
    JsonText &add(const char *name, const QString &text);
    template <std::integral Number>
    JsonText &add(const char *name, Number number) { return addNumber(name, qint64(number)); }
    template <typename Tag>
    JsonText &add(const char *name, const Id<Tag> &id) { return addId(name, id.uuid()); }
    JsonText &add(const char *name, const JsonTexts &list);
    /// `object` is JSON already: "{…}".
    JsonText &addAll(const QByteArray &object);

    /// "{…}"
    QByteArray text() const { return m_members.isEmpty() ? QByteArrayLiteral("{}") : m_members + '}'; }

private:
    void addName(const char *name);
    JsonText &addNumber(const char *name, qint64 number);
    JsonText &addId(const char *name, const QUuid &id);

    QByteArray m_members; ///< "{…", without its end
};

/// An array of objects.
class JsonTexts
{
public:
    void append(const JsonText &object) { appendText(object.text()); }
    void appendText(const QByteArray &object);
    bool isEmpty() const { return m_items.isEmpty(); }

    /// "[…]"
    QByteArray text() const { return m_items.isEmpty() ? QByteArrayLiteral("[]") : m_items + ']'; }

private:
    QByteArray m_items; ///< "[…", without its end
};

} // namespace foyer
