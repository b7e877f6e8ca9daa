#include "core/domain/escapedlist.h"

namespace foyer {

namespace {
constexpr QChar EscapeMark = u'\\';
}

QString joinEscaped(const QStringList &parts, QChar separator)
{
    QString out;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (i > 0)
            out += separator;
        for (const QChar c : parts[i]) {
            if (c == separator || c == EscapeMark)
                out += EscapeMark;
            out += c;
        }
    }
    return out;
}

QStringList splitEscaped(QStringView text, QChar separator)
{
    QStringList parts{QString()};
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == separator)
            parts.append(QString());
        else if (text[i] == EscapeMark && i + 1 < text.size())
            parts.last() += text[++i];
        else
            parts.last() += text[i];
    }
    return parts;
}

} // namespace foyer
