#include "core/base/money.h"
#include "tests/support/testmain.h"

using namespace foyer;

class MoneyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parsesWhatTheCurrencyCanHold_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("valid");
        QTest::addColumn<qlonglong>("minor");
        QTest::newRow("euros") << "EUR" << "59.5" << true << 5950LL;
        QTest::newRow("whole euros") << "EUR" << "59" << true << 5900LL;
        QTest::newRow("negative") << "EUR" << "-0.01" << true << -1LL;
        QTest::newRow("yen have no decimals") << "JPY" << "1200" << true << 1200LL;
        QTest::newRow("a fraction of a yen") << "JPY" << "1200.5" << false << 0LL;
        QTest::newRow("dinars have three") << "KWD" << "1.234" << true << 1234LL;
        QTest::newRow("too many decimals") << "EUR" << "1.234" << false << 0LL;
        QTest::newRow("comma") << "EUR" << "1,20" << false << 0LL;
        QTest::newRow("empty") << "EUR" << "" << false << 0LL;
        QTest::newRow("lone point") << "EUR" << "." << false << 0LL;
        QTest::newRow("trailing point") << "EUR" << "1." << false << 0LL;
        QTest::newRow("exponent") << "EUR" << "1e5" << false << 0LL;
        QTest::newRow("largest") << "EUR" << "10000000000.00" << true << Money::MaxMinor;
        QTest::newRow("beyond the largest") << "EUR" << "10000000000.01" << false << 0LL;
        QTest::newRow("overflow") << "EUR" << "99999999999999999999" << false << 0LL;
    }

    void parsesWhatTheCurrencyCanHold()
    {
        QFETCH(QString, code);
        QFETCH(QString, text);
        QFETCH(bool, valid);
        QFETCH(qlonglong, minor);
        const auto money = Money::parse(text, *Currency::fromCode(code));
        QCOMPARE(money.has_value(), valid);
        if (valid)
            QCOMPARE(money->minor(), minor);
    }

    void printsAllDecimalsOfTheCurrency()
    {
        QCOMPARE(Money(5, *Currency::fromCode(u"EUR")).toString(), QStringLiteral("0.05"));
        QCOMPARE(Money(-1205, *Currency::fromCode(u"EUR")).toString(), QStringLiteral("-12.05"));
        QCOMPARE(Money(7, *Currency::fromCode(u"JPY")).toString(), QStringLiteral("7"));
        QCOMPARE(Money(7, *Currency::fromCode(u"KWD")).toString(), QStringLiteral("0.007"));
    }

    void knowsOnlyRealCurrencies()
    {
        QVERIFY(!Currency::fromCode(u"XXX"));
        QVERIFY(!Currency::fromCode(u"eur"));
        QVERIFY(!Currency::fromCode(u"R U"));
        QVERIFY(!Currency::fromCode(u""));
    }

    void sharesOutToTheCent()
    {
        const Currency eur;
        const std::vector<qint64> equal(20, 1);
        const auto parts = shareOut(Money(-1001, eur), equal);
        Money sum = Money::zero(eur);
        for (const Money part : parts)
            sum += part;
        QCOMPARE(sum.minor(), -1001);
        QCOMPARE(parts.front().minor(), -51);
        QCOMPARE(parts.back().minor(), -50);

        const std::vector<qint64> none{0, 0};
        QCOMPARE(shareOut(Money::zero(eur), none).size(), size_t(2));
    }

    void containsTheTaxOfItsRate()
    {
        QCOMPARE(taxContained(Money(10700, Currency()), 700).minor(), 700);
        QCOMPARE(taxContained(Money(5900, Currency()), 1900).minor(), 942);
        QCOMPARE(taxContained(Money(-5900, Currency()), 1900).minor(), -942);
        QCOMPARE(taxContained(Money(5900, Currency()), 0).minor(), 0);
    }
};

FOYER_TEST(MoneyTest, "money")
#include "test_money.moc"
