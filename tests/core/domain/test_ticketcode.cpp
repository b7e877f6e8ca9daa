#include "core/base/random.h"
#include "core/domain/symbols.h"
#include "core/domain/ticketcode.h"
#include "tests/support/testmain.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QSet>

#include <limits>

using namespace foyer;

namespace {

crypto::SigningKey aKey(quint64 seed = 7)
{
    SeededRandom random(seed);
    return crypto::SigningKey::generate(random);
}

TicketCode aCode()
{
    SeededRandom random(11);
    TicketCode code;
    code.issuer = 3;
    code.number = TicketNumber::make(random);
    code.eventNumber = 4'021;
    code.type = 2;
    code.seat = 731;
    code.generation = 1;
    return code;
}

TicketCode theLargestCode()
{
    TicketCode code;
    code.issuer = std::numeric_limits<quint16>::max();
    code.number = *TicketNumber::fromValue((1ULL << TicketNumber::Bits) - 1);
    code.eventNumber = code.seat = code.grant = std::numeric_limits<quint32>::max();
    code.type = code.generation = std::numeric_limits<quint16>::max();
    return code;
}

quint32 anyMagnitude(Random &random)
{
    return random.below(std::numeric_limits<quint32>::max()) >> random.below(32);
}

bool isBelieved(QStringView text, const crypto::PublicKey &key)
{
    const auto read = ticketcode::decode(text);
    return read && ticketcode::verify(*read, key);
}

/// A payload that the owner of the key would have signed if somebody had made them.
QString asText(const QByteArray &payload)
{
    return symbols::encode(payload + QByteArray(crypto::SignatureSize, 's'));
}

} // namespace

class TicketCodeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatWasSigned()
    {
        const crypto::SigningKey key = aKey();
        SeededRandom random(5);
        for (int i = 0; i < 300; ++i) {
            TicketCode code;
            code.issuer = quint16(anyMagnitude(random));
            code.number = TicketNumber::make(random);
            code.eventNumber = anyMagnitude(random);
            code.type = quint16(anyMagnitude(random));
            code.seat = anyMagnitude(random);
            code.grant = anyMagnitude(random);
            code.generation = quint16(anyMagnitude(random));
            const QString text = ticketcode::encode(code, key);
            const auto read = ticketcode::decode(text);
            QVERIFY(read);
            QCOMPARE(read->code, code);
            QVERIFY(ticketcode::verify(*read, key.publicKey()));
            QCOMPARE(ticketcode::encode(code, key), text);
        }
    }

    void staysShort()
    {
        const auto bytes = [](const TicketCode &code) {
            return symbols::decode(ticketcode::encode(code, aKey()))->size();
        };
        QCOMPARE(bytes(theLargestCode()), TicketCode::MaxBytes);
        QVERIFY(bytes(aCode()) <= 82);
        QVERIFY(ticketcode::encode(theLargestCode(), aKey()).size() <= 152);
        QVERIFY(ticketcode::decode(ticketcode::encode(theLargestCode(), aKey()))->code == theLargestCode());
    }

    void usesOnlySymbolsOfTheAlphanumericMode()
    {
        static const QRegularExpression allowed(QStringLiteral("^[0-9A-HJ-NP-X]+$"));
        QVERIFY(allowed.match(ticketcode::encode(aCode(), aKey())).hasMatch());
    }

    void toleratesLowerCaseAndSpaces()
    {
        const QString text = ticketcode::encode(aCode(), aKey());
        QString typed = QStringLiteral(" \t") + text.toLower() + QStringLiteral("\r\n");
        typed.insert(40, u' ');
        const auto read = ticketcode::decode(typed);
        QVERIFY(read);
        QCOMPARE(read->code, aCode());
        QVERIFY(ticketcode::verify(*read, aKey().publicKey()));
    }

    void refusesEveryChangedSymbol()
    {
        const QString text = ticketcode::encode(aCode(), aKey());
        const crypto::PublicKey key = aKey().publicKey();
        for (qsizetype at = 0; at < text.size(); ++at) {
            for (int value = 0; value < 32; ++value) {
                QString changed = text;
                changed[at] = symbols::symbol(value);
                QCOMPARE(isBelieved(changed, key), changed == text);
            }
        }
    }

    void refusesEveryChangedByte()
    {
        const QByteArray bytes = *symbols::decode(ticketcode::encode(aCode(), aKey()));
        const crypto::PublicKey key = aKey().publicKey();
        QVERIFY(isBelieved(symbols::encode(bytes), key));
        for (qsizetype at = 0; at < bytes.size(); ++at) {
            for (int flip = 1; flip < 256; ++flip) {
                QByteArray changed = bytes;
                changed[at] = char(quint8(changed[at]) ^ flip);
                QVERIFY(!isBelieved(symbols::encode(changed), key));
            }
        }
    }

    void refusesACodeThatIsCutOrExtended()
    {
        const QString text = ticketcode::encode(aCode(), aKey());
        const crypto::PublicKey key = aKey().publicKey();
        for (qsizetype size = 0; size < text.size(); ++size) {
            QVERIFY(!isBelieved(text.left(size), key));
            QVERIFY(!isBelieved(text.mid(text.size() - size), key));
        }
        QVERIFY(!isBelieved(text + u'0', key));
        QVERIFY(!isBelieved(text + text, key));
    }

    void refusesAnotherKey()
    {
        const auto read = ticketcode::decode(ticketcode::encode(aCode(), aKey(7)));
        QVERIFY(read);
        QVERIFY(!ticketcode::verify(*read, aKey(8).publicKey()));
    }

    void refusesASignatureOverThePayloadAlone()
    {
        const QByteArray payload = ticketcode::decode(ticketcode::encode(aCode(), aKey()))->payload;
        QVERIFY(!isBelieved(symbols::encode(payload + aKey().sign(payload)), aKey().publicKey()));
    }

    void refusesAFreshSignatureUnderAnotherTicket()
    {
        TicketCode other = aCode();
        other.seat = 732;
        const auto read = ticketcode::decode(ticketcode::encode(aCode(), aKey()));
        auto swapped = *ticketcode::decode(ticketcode::encode(other, aKey()));
        swapped.signature = read->signature;
        QVERIFY(!ticketcode::verify(swapped, aKey().publicKey()));
    }

    void hasOneTextForEachCode_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<bool>("valid");
        const QByteArray number("\0\0\0\0\0\1", 6);
        QTest::newRow("shortest spelling") << QByteArray("\1\1", 2) + number + QByteArray(5, '\1') << true;
        QTest::newRow("issuer spelled longer") << QByteArray("\1\x81\0", 3) + number + QByteArray(5, '\1') << false;
        QTest::newRow("version spelled longer") << QByteArray("\x81\0\1", 3) + number + QByteArray(5, '\1') << false;
        QTest::newRow("generation spelled longer") << QByteArray("\1\1", 2) + number + QByteArray("\1\1\1\1\x80\0", 6) << false;
        QTest::newRow("issuer beyond 16 bits") << QByteArray("\1\x80\x80\x04", 4) + number + QByteArray(5, '\1') << false;
        QTest::newRow("largest issuer") << QByteArray("\1\xff\xff\x03", 4) + number + QByteArray(5, '\1') << true;
        QTest::newRow("event beyond 32 bits") << QByteArray("\1\1", 2) + number + QByteArray("\xff\xff\xff\xff\x10\1\1\1\1", 9) << false;
        QTest::newRow("event without an end") << QByteArray("\1\1", 2) + number + QByteArray(20, '\xff') << false;
        QTest::newRow("null number") << QByteArray("\1\1", 2) + QByteArray(6, '\0') + QByteArray(5, '\1') << false;
        QTest::newRow("number beyond 45 bits") << QByteArray("\1\1", 2) + QByteArray(6, '\xff') + QByteArray(5, '\1') << false;
        QTest::newRow("trailing byte") << QByteArray("\1\1", 2) + number + QByteArray(6, '\1') << false;
        QTest::newRow("missing byte") << QByteArray("\1\1", 2) + number + QByteArray(4, '\1') << false;
        QTest::newRow("version nought") << QByteArray("\0\1", 2) + number + QByteArray(5, '\1') << false;
        QTest::newRow("a later version") << QByteArray("\2\1", 2) + number + QByteArray(5, '\1') << false;
        QTest::newRow("nothing") << QByteArray() << false;
    }

    void hasOneTextForEachCode()
    {
        QFETCH(QByteArray, payload);
        QFETCH(bool, valid);
        const auto read = ticketcode::decode(asText(payload));
        QCOMPARE(read.has_value(), valid);
        if (!valid)
            QCOMPARE(read.error().code, ErrorCode::InvalidInput);
    }

    void refusesFillingBitsThatAreNotZero()
    {
        const QString text = symbols::encode(QByteArray(1, '\0'));
        QCOMPARE(text, QStringLiteral("00"));
        QVERIFY(symbols::decode(text));
        QVERIFY(!symbols::decode(u"01"));
        QVERIFY(!symbols::decode(u"000"));
        QVERIFY(!symbols::decode(u"0"));
    }

    void believesNoGarbage()
    {
        SeededRandom random(99);
        const crypto::PublicKey key = aKey().publicKey();
        for (int i = 0; i < 20'000; ++i) {
            const QByteArray bytes = random.bytes(int(random.below(120)));
            QVERIFY(!isBelieved(symbols::encode(bytes), key));
            QVERIFY(!isBelieved(QString::fromUtf8(bytes), key));
        }
        QVERIFY(!isBelieved(QString(1'000'000, u'A'), key));
    }
};

FOYER_TEST(TicketCodeTest, "ticketcode")
#include "test_ticketcode.moc"
