#include "tests/support/testmain.h"
#include "ui/format.h"

using namespace foyer;
using namespace std::chrono_literals;

class FormatTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void moneyIsWrittenAsTheCountryDoes_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("currency");
        QTest::addColumn<qlonglong>("minor");
        QTest::addColumn<QString>("plain");
        QTest::addColumn<QString>("signedText");
        QTest::newRow("english") << "en_GB" << "EUR" << 5900LL << "59.00" << "€59.00";
        QTest::newRow("german") << "de_DE" << "EUR" << 123456LL << "1.234,56" << "1.234,56\u00a0€";
        QTest::newRow("cents only") << "en_GB" << "EUR" << 5LL << "0.05" << "€0.05";
        QTest::newRow("negative cents") << "en_GB" << "EUR" << -5LL << "\u22120.05" << "\u2212€0.05";
        QTest::newRow("yen") << "en_GB" << "JPY" << 1200LL << "1,200" << "¥1,200";
        QTest::newRow("dinar") << "en_GB" << "KWD" << 1234567LL << "1,234.567" << "KWD\u00a01,234.567";
        QTest::newRow("largest") << "en_GB" << "EUR" << qlonglong(Money::MaxMinor) << "10,000,000,000.00" << "€10,000,000,000.00";
    }

    void moneyIsWrittenAsTheCountryDoes()
    {
        QFETCH(QString, locale);
        QFETCH(QString, currency);
        QFETCH(qlonglong, minor);
        QFETCH(QString, plain);
        QFETCH(QString, signedText);
        const Money money(minor, *Currency::fromCode(currency));
        QCOMPARE(formatMoney(money, MoneySign::None, QLocale(locale)), plain);
        QCOMPARE(formatMoney(money, MoneySign::Show, QLocale(locale)), signedText);
    }

    void daysAreNamedAsPeopleDo()
    {
        const QLocale english(QLocale::English, QLocale::UnitedKingdom);
        const QDate today(2026, 11, 20);
        QCOMPARE(formatDay(today, today, english), QStringLiteral("Today"));
        QCOMPARE(formatDay(today.addDays(1), today, english), QStringLiteral("Tomorrow"));
        QCOMPARE(formatDay(today.addDays(-1), today, english), QStringLiteral("Yesterday"));
        QCOMPARE(formatDay(today.addDays(7), today, english), QStringLiteral("Fri 27 Nov"));
        QCOMPARE(formatDay(QDate(2027, 1, 2), today, english), QStringLiteral("Sat 2 Jan 2027"));
    }

    void timesFollowTheCountry()
    {
        QCOMPARE(formatTime(QTime(19, 30), QLocale(QStringLiteral("en_GB"))), QStringLiteral("19:30"));
        QCOMPARE(formatTime(QTime(19, 30), QLocale(QStringLiteral("de_DE"))), QStringLiteral("19:30"));
        QCOMPARE(formatTime(QTime(19, 30), QLocale::c()), QStringLiteral("19:30"));
        QVERIFY(formatTime(QTime(19, 30), QLocale(QStringLiteral("en_US"))).startsWith(QStringLiteral("7:30")));
    }

    void aCountdownShowsZeroOnlyWhenItIsOver()
    {
        QCOMPARE(formatCountdown(15min), QStringLiteral("15:00"));
        QCOMPARE(formatCountdown(15min - 1ms), QStringLiteral("15:00"));
        QCOMPARE(formatCountdown(15min - 1s), QStringLiteral("14:59"));
        QCOMPARE(formatCountdown(1ms), QStringLiteral("0:01"));
        QCOMPARE(formatCountdown(0ms), QStringLiteral("0:00"));
        QCOMPARE(formatCountdown(-5s), QStringLiteral("0:00"));
    }
};

FOYER_TEST(FormatTest, "format")
#include "test_format.moc"
