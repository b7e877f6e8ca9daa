#include "core/domain/doormessage.h"

#include "core/domain/inputtext.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QtEndian>

namespace foyer {

namespace {

constexpr qsizetype PackedFrom = 4'096;
constexpr qsizetype LargestBody = 4'000'000;

QByteArray signedText(const QByteArray &path, TerminalId door, const QByteArray &body)
{
    return path + '\n' + door.toString().toLatin1() + '\n' + body;
}

/// Members stand in the order of their names on either side.
QByteArray answerText(const DoorMessage &message, const QByteArray &path, const QJsonObject &answer)
{
    return "answer\n" + path + '\n' + message.door.toString().toLatin1() + '\n' + message.signature.toHex() + '\n' + QJsonDocument(answer).toJson(QJsonDocument::Compact);
}

tl::unexpected<Error> noMessage()
{
    return fail(ErrorCode::InvalidInput, {translate("Input", "this is no message of a door")});
}

QString hexOf(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

QByteArray bytesOf(const QJsonObject &json, const char *name)
{
    return QByteArray::fromHex(json.value(QLatin1String(name)).toString().toLatin1());
}

/// A sale of many tickets would not fit into a message as it is.
void putBody(QJsonObject &json, const QByteArray &body)
{
    if (body.size() < PackedFrom)
        json.insert(QStringLiteral("body"), QString::fromUtf8(body));
    else
        json.insert(QStringLiteral("packed"), QString::fromLatin1(qCompress(body).toBase64()));
}

QByteArray bodyOf(const QJsonObject &json)
{
    const QByteArray packed = QByteArray::fromBase64(json.value(QLatin1String("packed")).toString().toLatin1());
    if (packed.isEmpty())
        return json.value(QLatin1String("body")).toString().toUtf8();
    const bool isSmallEnough = packed.size() > 4 && qFromBigEndian<quint32>(packed.constData()) <= quint32(LargestBody);
    return isSmallEnough ? qUncompress(packed) : QByteArray();
}

} // namespace

bool DoorMessage::isFrom(const crypto::PublicKey &key, const QByteArray &path) const
{
    return key.verifies(signedText(path, door, text), signature);
}

QByteArray DoorMessage::seal(const QByteArray &path, TerminalId door, const QJsonObject &body, const crypto::SigningKey &key)
{
    const QByteArray text = QJsonDocument(body).toJson(QJsonDocument::Compact);
    const QJsonObject envelope{{QStringLiteral("door"), door.toString()}, {QStringLiteral("message"), QString::fromUtf8(text)},
                               {QStringLiteral("signature"), hexOf(key.sign(signedText(path, door, text)))}};
    return QJsonDocument(envelope).toJson(QJsonDocument::Compact);
}

Result<DoorMessage> DoorMessage::open(const QByteArray &envelope)
{
    const QJsonObject outside = QJsonDocument::fromJson(envelope).object();
    const auto door = TerminalId::fromString(outside.value(QLatin1String("door")).toString());
    DoorMessage message;
    message.text = outside.value(QLatin1String("message")).toString().toUtf8();
    message.signature = bytesOf(outside, "signature");
    const QJsonDocument inside = QJsonDocument::fromJson(message.text);
    if (!door || !inside.isObject() || message.signature.size() != crypto::SignatureSize)
        return noMessage();
    message.door = *door;
    message.body = inside.object();
    return message;
}

QJsonObject sealedAnswer(const DoorMessage &message, const QByteArray &path, QJsonObject answer, TerminalId by, const crypto::SigningKey &key)
{
    const QByteArray text = answerText(message, path, answer);
    answer.insert(QStringLiteral("signed_by"), by.toString());
    answer.insert(QStringLiteral("signature"), hexOf(key.sign(text)));
    return answer;
}

TerminalId answeredBy(const QJsonObject &answer)
{
    return TerminalId::fromString(answer.value(QLatin1String("signed_by")).toString()).value_or(TerminalId());
}

bool isAnswerTo(const QByteArray &envelope, const QByteArray &path, const QJsonObject &answer, const crypto::PublicKey &key)
{
    const auto message = DoorMessage::open(envelope);
    QJsonObject bare = answer;
    bare.remove(QLatin1String("signed_by"));
    bare.remove(QLatin1String("signature"));
    return message && key.verifies(answerText(*message, path, bare), bytesOf(answer, "signature"));
}

QJsonObject recordJson(const JournalRecord &record)
{
    QJsonObject json{{QStringLiteral("seq"), record.seq}, {QStringLiteral("at"), record.at.ms},
            {QStringLiteral("previous"), hexOf(record.previousHash)}, {QStringLiteral("hash"), hexOf(record.hash)}, {QStringLiteral("signature"), hexOf(record.signature)}};
    putBody(json, record.body);
    return json;
}

Result<JournalRecord> recordFrom(const QJsonObject &json, ChainId chain)
{
    const JournalRecord record{chain, json.value(QLatin1String("seq")).toInteger(), Instant{json.value(QLatin1String("at")).toInteger(-1)},
                               bodyOf(json), bytesOf(json, "previous"), bytesOf(json, "hash"), bytesOf(json, "signature")};
    const bool isWhole = record.seq >= 1 && record.at.ms >= 0 && !record.body.isEmpty() && record.previousHash.size() == crypto::HashSize
        && record.hash.size() == crypto::HashSize && record.signature.size() == crypto::SignatureSize;
    return isWhole ? Result<JournalRecord>(record) : noMessage();
}

} // namespace foyer
