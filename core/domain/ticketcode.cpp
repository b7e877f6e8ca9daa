#include "core/domain/ticketcode.h"

#include "core/domain/symbols.h"

#include <QtCore/QCoreApplication>

#include <limits>
#include <optional>

namespace foyer::ticketcode {

namespace {

constexpr int NumberBytes = 6;
constexpr qsizetype MaxTextLength = 1000;

/// Part of what is signed but not of what is printed, so that no other signature of the same key passes for a ticket's.
QByteArray signedMessage(const QByteArray &payload)
{
    return QByteArrayLiteral("foyer ticket\n") + payload;
}

void appendVarint(QByteArray &out, quint32 value)
{
    for (; value >= 0x80; value >>= 7)
        out += char(value | 0x80);
    out += char(value);
}

QByteArray payloadOf(const TicketCode &code)
{
    QByteArray out;
    appendVarint(out, quint32(code.version));
    appendVarint(out, code.issuer);
    for (int i = NumberBytes - 1; i >= 0; --i)
        out += char(code.number.value() >> (8 * i) & 0xff);
    for (const quint32 value : {code.eventNumber, quint32(code.type), code.seat, code.grant, quint32(code.generation)})
        appendVarint(out, value);
    return out;
}

/// Takes values off the front; one fault makes all that follows empty.
class Reader
{
public:
    explicit Reader(const QByteArray &bytes) : m_bytes(bytes) {}

    template <typename T>
    T varint()
    {
        quint64 value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            const int byte = next();
            value |= quint64(byte & 0x7f) << shift;
            if (byte & 0x80)
                continue;
            // A last byte of zero after others adds nothing: a second spelling of the same value.
            m_ok = m_ok && (byte != 0 || shift == 0) && value <= std::numeric_limits<T>::max();
            return T(value);
        }
        m_ok = false;
        return 0;
    }

    TicketNumber number()
    {
        quint64 value = 0;
        for (int i = 0; i < NumberBytes; ++i)
            value = value << 8 | quint64(next());
        const std::optional<TicketNumber> number = TicketNumber::fromValue(value);
        m_ok = m_ok && number;
        return number.value_or(TicketNumber());
    }

    bool ok() const { return m_ok; }
    bool finished() const { return m_ok && m_at == m_bytes.size(); }

private:
    int next()
    {
        m_ok = m_ok && m_at < m_bytes.size();
        return m_ok ? quint8(m_bytes[m_at++]) : 0;
    }

    const QByteArray &m_bytes;
    qsizetype m_at = 0;
    bool m_ok = true;
};

std::optional<TicketCode> readPayload(const QByteArray &payload)
{
    Reader reader(payload);
    TicketCode code;
    code.version = int(reader.varint<quint16>());
    code.issuer = reader.varint<quint16>();
    code.number = reader.number();
    code.eventNumber = reader.varint<quint32>();
    code.type = reader.varint<quint16>();
    code.seat = reader.varint<quint32>();
    code.grant = reader.varint<quint32>();
    code.generation = reader.varint<quint16>();
    return reader.finished() ? std::optional(code) : std::nullopt;
}

tl::unexpected<Error> invalid(const QString &why)
{
    return fail(ErrorCode::InvalidInput, {why});
}

QString withoutSpaces(QStringView text)
{
    QString out;
    out.reserve(text.size());
    for (const QChar c : text) {
        if (!c.isSpace())
            out += c;
    }
    return out;
}

} // namespace

QString encode(const TicketCode &code, const crypto::SigningKey &key)
{
    Q_ASSERT(code.version == TicketCode::CurrentVersion && !code.number.isNull());
    const QByteArray payload = payloadOf(code);
    return symbols::encode(payload + key.sign(signedMessage(payload)));
}

Result<ReadCode> decode(QStringView text)
{
    if (text.size() > MaxTextLength)
        return invalid(QCoreApplication::translate("Input", "this is not the code of a ticket"));
    const std::optional<QByteArray> bytes = symbols::decode(withoutSpaces(text));
    if (!bytes || bytes->size() <= crypto::SignatureSize)
        return invalid(QCoreApplication::translate("Input", "this is not the code of a ticket"));
    const QByteArray payload = bytes->chopped(crypto::SignatureSize);
    Reader reader(payload);
    const int version = reader.varint<quint16>();
    if (reader.ok() && version > TicketCode::CurrentVersion)
        return invalid(QCoreApplication::translate("Input", "this ticket needs a newer version of Foyer"));
    const std::optional<TicketCode> code = readPayload(payload);
    if (!code || code->version != TicketCode::CurrentVersion)
        return invalid(QCoreApplication::translate("Input", "the code of this ticket is incomplete or damaged"));
    return ReadCode{*code, payload, bytes->right(crypto::SignatureSize)};
}

bool verify(const ReadCode &read, const crypto::PublicKey &key)
{
    return key.verifies(signedMessage(read.payload), read.signature);
}

} // namespace foyer::ticketcode
