#include "tests/support/testmain.h"
#include "ui/printing/printtext.h"

#include <QtCore/QTimeZone>

using namespace foyer;
using namespace foyer::printing;

namespace {

QString plainSpaces(QString text)
{
    return text.replace(QChar(0x00a0), u' ').replace(QChar(0x202f), u' ');
}

} // namespace

class PrintTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void amountsFollowLanguageAndCurrency_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("currency");
        QTest::addColumn<qlonglong>("minor");
        QTest::addColumn<QString>("text");
        QTest::newRow("English") << "en_GB" << "EUR" << 5900LL << "€59.00";
        QTest::newRow("American") << "en_US" << "EUR" << 123456789LL << "€1,234,567.89";
        QTest::newRow("German") << "de_DE" << "EUR" << 123456789LL << "1.234.567,89 €";
        QTest::newRow("cents") << "de_DE" << "EUR" << 5LL << "0,05 €";
        QTest::newRow("negative") << "en_GB" << "EUR" << -5905LL << "-€59.05";
        QTest::newRow("yen") << "de_DE" << "JPY" << 1200LL << "1.200 JPY";
        QTest::newRow("dinars") << "en_GB" << "KWD" << 1005LL << "KWD 1.005";
        QTest::newRow("largest") << "en_GB" << "EUR" << qlonglong(Money::MaxMinor) << "€10,000,000,000.00";
    }

    void amountsFollowLanguageAndCurrency()
    {
        QFETCH(QString, locale);
        QFETCH(QString, currency);
        QFETCH(qlonglong, minor);
        QFETCH(QString, text);
        QCOMPARE(plainSpaces(moneyText(Money(minor, *Currency::fromCode(currency)), QLocale(locale))), text);
    }

    void amountsUseTheDigitsOfTheLocale()
    {
        const QLocale arabic(QLocale::Arabic, QLocale::Egypt);
        const QString text = amountText(Money(1234, Currency()), arabic);
        QVERIFY(text.startsWith(arabic.toString(12)) && text.endsWith(arabic.toString(4)));
    }

    void ratesKeepTheirFractions()
    {
        const QLocale english(QStringLiteral("en_GB"));
        QCOMPARE(rateText(0, english), QStringLiteral("0%"));
        QCOMPARE(rateText(1900, english), QStringLiteral("19%"));
        QCOMPARE(rateText(550, english), QStringLiteral("5.5%"));
        QCOMPARE(rateText(705, english), QStringLiteral("7.05%"));
        QCOMPARE(rateText(1275, english), QStringLiteral("12.75%"));
    }

    void timesAreThoseOfTheVenue()
    {
        const QDateTime at({2026, 11, 20}, {19, 30}, QTimeZone("Asia/Tokyo"));
        QCOMPARE(timeText(at, QLocale(QStringLiteral("de_DE"))), QStringLiteral("19:30"));
        QCOMPARE(dateText(at, QLocale(QStringLiteral("de_DE"))), QStringLiteral("Freitag, 20. November 2026"));
        QCOMPARE(stampText(at, QLocale(QStringLiteral("en_GB"))), QStringLiteral("20/11/2026 19:30"));
        QCOMPARE(stampText(at, QLocale(QStringLiteral("de_DE"))), QStringLiteral("20.11.2026 19:30"));
        QVERIFY(timeText({}, QLocale()).isEmpty() && dateText({}, QLocale()).isEmpty() && stampText({}, QLocale()).isEmpty());
    }
};

FOYER_TEST(PrintTextTest, "printtext")
#include "test_printtext.moc"
