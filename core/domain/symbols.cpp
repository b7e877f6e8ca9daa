#include "core/domain/symbols.h"

namespace foyer::symbols {

namespace {

constexpr char Alphabet[] = "0123456789ABCDEFGHJKLMNPQRSTUVWX";
constexpr int BitsPerSymbol = 5;
static_assert(sizeof Alphabet - 1 == 1 << BitsPerSymbol);

} // namespace

QChar symbol(int value)
{
    Q_ASSERT(value >= 0 && value < 1 << BitsPerSymbol);
    return QLatin1Char(Alphabet[value]);
}

int value(QChar symbol)
{
    // By hand: QChar::toUpper would also accept letters that only look Latin once they are upper case.
    const char16_t c = symbol.unicode();
    const char16_t upper = c >= u'a' && c <= u'z' ? char16_t(c - u'a' + u'A') : c;
    for (int i = 0; i < 1 << BitsPerSymbol; ++i) {
        if (char16_t(Alphabet[i]) == upper)
            return i;
    }
    return -1;
}

QString encode(const QByteArray &bytes)
{
    QString text;
    text.reserve((bytes.size() * 8 + BitsPerSymbol - 1) / BitsPerSymbol);
    quint32 bits = 0;
    int count = 0;
    for (const char byte : bytes) {
        bits = bits << 8 | quint8(byte);
        for (count += 8; count >= BitsPerSymbol; count -= BitsPerSymbol)
            text += symbol(int(bits >> (count - BitsPerSymbol) & 31));
    }
    if (count > 0)
        text += symbol(int(bits << (BitsPerSymbol - count) & 31));
    return text;
}

std::optional<QByteArray> decode(QStringView text)
{
    QByteArray bytes;
    bytes.reserve(text.size() * BitsPerSymbol / 8);
    quint32 bits = 0;
    int count = 0;
    for (const QChar c : text) {
        const int five = value(c);
        if (five < 0)
            return std::nullopt;
        bits = bits << BitsPerSymbol | quint32(five);
        count += BitsPerSymbol;
        if (count >= 8) {
            count -= 8;
            bytes += char(bits >> count & 0xff);
        }
    }
    const bool canonical = count < BitsPerSymbol && (bits & ((1u << count) - 1)) == 0;
    return canonical ? std::optional(bytes) : std::nullopt;
}

} // namespace foyer::symbols
