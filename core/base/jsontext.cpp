#include "core/base/jsontext.h"

namespace foyer {

namespace {

/// Quoted, with what JSON must escape escaped.
void appendQuoted(QByteArray &to, const QByteArray &utf8)
{
    static constexpr char Digits[] = "0123456789abcdef";
    to += '"';
    for (const char c : utf8) {
        if (c == '"' || c == '\\') {
            to += '\\';
            to += c;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            to += "\\u00";
            to += Digits[c >> 4];
            to += Digits[c & 15];
        } else {
            to += c;
        }
    }
    to += '"';
}

} // namespace

void JsonText::addName(const char *name)
{
    m_members += m_members.isEmpty() ? "{\"" : ",\"";
    m_members += name;
    m_members += "\":";
}

JsonText &JsonText::add(const char *name, const QString &text)
{
    addName(name);
    appendQuoted(m_members, text.toUtf8());
    return *this;
}

JsonText &JsonText::add(const char *name, const JsonTexts &list)
{
    addName(name);
    m_members += list.text();
    return *this;
}

JsonText &JsonText::addAll(const QByteArray &object)
{
    if (object.size() > 2) {
        m_members += m_members.isEmpty() ? '{' : ',';
        m_members += QByteArrayView(object).sliced(1).chopped(1);
    }
    return *this;
}

JsonText &JsonText::addNumber(const char *name, qint64 number)
{
    addName(name);
    m_members += QByteArray::number(number);
    return *this;
}

JsonText &JsonText::addId(const char *name, const QUuid &id)
{
    const UuidText text(id);
    addName(name);
    m_members += '"';
    m_members.append(text.view().data(), text.view().size());
    m_members += '"';
    return *this;
}

void JsonTexts::appendText(const QByteArray &object)
{
    m_items += m_items.isEmpty() ? '[' : ',';
    m_items += object;
}

} // namespace foyer
