#include "core/base/crypto.h"
#include "core/base/id.h"
#include "core/base/random.h"
#include "core/domain/businessday.h"
#include "core/domain/journal.h"
#include "tests/support/testmain.h"

#include <QtCore/QTimeZone>

using namespace foyer;

class FoundationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void idsCarryTheirTime()
    {
        const SetClock clock(Instant{0x0123456789abLL});
        SystemRandom random;
        IdMaker ids(clock, random);
        const QByteArray bytes = ids.make<TicketId>().uuid().toRfc4122();
        QCOMPARE(bytes.left(6).toHex(), QByteArray("0123456789ab"));
        QCOMPARE(bytes[6] & 0xf0, 0x70);
        QCOMPARE(bytes[8] & 0xc0, 0x80);
        QVERIFY(ids.make<TicketId>() != ids.make<TicketId>());
        QVERIFY(!TicketId::fromString(u"not a uuid"));
    }

    void idsOfOneMomentKeepTheirOrder()
    {
        const SetClock clock(Instant{1700000000000});
        SystemRandom random;
        IdMaker ids(clock, random);
        QByteArray last;
        for (int i = 0; i < 10000; ++i) {
            const QByteArray bytes = ids.make<TicketId>().uuid().toRfc4122();
            QVERIFY(last.isEmpty() || last < bytes);
            last = bytes;
        }
    }

    void seededBytesRepeat()
    {
        SeededRandom one(7), two(7), three(8);
        const QByteArray bytes = one.bytes(33);
        QCOMPARE(bytes, two.bytes(33));
        QVERIFY(bytes != three.bytes(33));
        for (int i = 0; i < 1000; ++i)
            QVERIFY(one.below(3) < 3);
    }

    void signaturesVerifyAndNothingElseDoes()
    {
        SystemRandom random;
        const auto key = crypto::SigningKey::generate(random);
        const QByteArray signature = key.sign("seat 12");
        QCOMPARE(signature, key.sign("seat 12"));
        QVERIFY(key.publicKey().verifies("seat 12", signature));
        QVERIFY(!key.publicKey().verifies("seat 13", signature));
        QVERIFY(!crypto::SigningKey::generate(random).publicKey().verifies("seat 12", signature));
        QVERIFY(!crypto::SigningKey::fromSeed("short"));
        QVERIFY(!crypto::PublicKey::fromBytes("short"));
        QCOMPARE(crypto::SigningKey::fromSeed(key.seed())->publicKey().bytes(), key.publicKey().bytes());
    }

    void pinsMatchTheirHashOnly()
    {
        const QByteArray hash = crypto::hashPin(QStringLiteral("123456"), crypto::PinCost::Minimal);
        QVERIFY(crypto::pinMatches(QStringLiteral("123456"), hash));
        QVERIFY(!crypto::pinMatches(QStringLiteral("123457"), hash));
        QVERIFY(!crypto::pinMatches(QStringLiteral("123456"), "nonsense"));
    }

    void everyPartOfARecordIsHashed()
    {
        JournalRecord record{ChainId(QUuid::createUuid()), 5, Instant{77}, "{}", zeroHash(), {}, {}};
        const QByteArray hash = record.computedHash();
        JournalRecord other = record;
        other.seq = 6;
        QVERIFY(other.computedHash() != hash);
        other = record;
        other.at = Instant{78};
        QVERIFY(other.computedHash() != hash);
        other = record;
        other.body = "{ }";
        QVERIFY(other.computedHash() != hash);
        other = record;
        other.previousHash[0] = 1;
        QVERIFY(other.computedHash() != hash);
        other = record;
        other.chain = ChainId(QUuid::createUuid());
        QVERIFY(other.computedHash() != hash);
    }

    void theBusinessDayEndsInTheMorning()
    {
        const QTimeZone berlin("Europe/Berlin");
        const auto at = [&](int hour, int minute) { return Instant{QDateTime(QDate(2026, 11, 21), QTime(hour, minute), berlin).toMSecsSinceEpoch()}; };
        QCOMPARE(businessDay(at(4, 59), berlin), 20261120);
        QCOMPARE(businessDay(at(5, 0), berlin), 20261121);
        QCOMPARE(businessDate(20261120), QDate(2026, 11, 20));
    }
};

FOYER_TEST(FoundationsTest, "foundations")
#include "test_foundations.moc"
