// Gathering: whom a free clerk waits for, and for how long.
#include "core/services/gathering.h"
#include "tests/support/testmain.h"

using namespace foyer;
using namespace std::chrono_literals;

class GatheringTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCallerWhoIsAloneIsTakenAtOnce()
    {
        Gathering gathering(2);
        for (int i = 0; i < 10; ++i) {
            QCOMPARE(gathering.enough(), size_t(1));
            gathering.began(1);
            gathering.ended(4ms);
        }
        QCOMPARE(gathering.enough(), size_t(1));
    }

    void eachClerkWaitsForItsShareOfTheCrowd()
    {
        Gathering two(2), one(1);
        two.began(32);
        one.began(32);
        QCOMPARE(two.enough(), size_t(16));
        QCOMPARE(one.enough(), size_t(32));
        two.began(20); // a clerk who began too early does not shrink the crowd
        QVERIFY(two.enough() >= 15);
    }

    void aCrowdThatWentIsForgotten()
    {
        Gathering gathering(2);
        gathering.began(128);
        for (int i = 0; i < 80; ++i)
            gathering.began(1);
        QCOMPARE(gathering.enough(), size_t(1));
    }

    void nobodyWaitsLongerThanHalfABatchOrFiveMilliseconds()
    {
        Gathering gathering(2);
        QCOMPARE(gathering.patience(), Gathering::Duration::zero()); // nothing is known yet
        for (int i = 0; i < 100; ++i)
            gathering.ended(4ms);
        QVERIFY(gathering.patience() <= 2ms);
        QVERIFY(gathering.patience() > 1900us);
        for (int i = 0; i < 100; ++i)
            gathering.ended(1s);
        QCOMPARE(gathering.patience(), Gathering::Duration(Gathering::LongestPatience));
    }
};

FOYER_TEST(GatheringTest, "gathering")
#include "test_gathering.moc"
