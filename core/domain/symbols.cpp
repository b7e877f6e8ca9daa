#include "core/domain/symbols.h"

namespace foyer::symbols {

namespace {

constexpr char Alphabet[] = "0123456789ABCDEFGHJKLMNPQRSTUVWX";
constexpr int BitsPerSymbol = 5;
static_assert(sizeof Alphabet - 1 == 1 << BitsPerSymbol);

/// Multiplies by x in GF(32), modulo the primitive polynomial x^5 + x^2 + 1.
int timesX(int element)
{
    const int doubled = element << 1;
    return doubled & 32 ? doubled ^ 0b100101 : doubled;
}

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

int remainder(QStringView text)
{
    int sum = 0;
    for (const QChar c : text)
        sum = timesX(sum) ^ value(c);
    return sum;
}

QString withCheck(const QString &text)
{
    return text + symbol(timesX(remainder(text)));
}

QString cleaned(QStringView typed)
{
    QString out;
    for (const QChar c : typed) {
        if (c.isSpace() || c == QLatin1Char('-'))
            continue;
        const bool o = c == QLatin1Char('O') || c == QLatin1Char('o');
        const bool i = c == QLatin1Char('I') || c == QLatin1Char('i');
        out += o ? QLatin1Char('0') : i ? QLatin1Char('1') : c;
    }
    return out;
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
