#include "core/base/random.h"
#include "core/domain/symbols.h"
#include "core/domain/ticketnumber.h"
#include "tests/support/testmain.h"

using namespace foyer;

class TicketNumberTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackFromWhatIsPrinted()
    {
        SeededRandom random(1);
        for (int i = 0; i < 500; ++i) {
            const TicketNumber number = TicketNumber::make(random);
            QCOMPARE(number.grouped().size(), TicketNumber::Length + 1);
            QCOMPARE(TicketNumber::parse(number.toString()).value_or(TicketNumber()), number);
            QCOMPARE(TicketNumber::parse(number.grouped()).value_or(TicketNumber()), number);
            QCOMPARE(TicketNumber::fromValue(number.value()), std::optional(number));
        }
    }

    void toleratesHowPeopleType()
    {
        SeededRandom random(2);
        TicketNumber number = TicketNumber::make(random);
        while (!number.toString().contains(u'0') || !number.toString().contains(u'1'))
            number = TicketNumber::make(random);
        QString typed = QStringLiteral("  ") + number.grouped().toLower() + u'\n';
        QCOMPARE(TicketNumber::parse(typed).value_or(TicketNumber()), number);
        typed.replace(u'0', u'o').replace(u'1', u'I').insert(5, u' ');
        QCOMPARE(TicketNumber::parse(typed).value_or(TicketNumber()), number);
    }

    void noticesEverySingleWrongSymbol()
    {
        SeededRandom random(3);
        for (int n = 0; n < 20; ++n) {
            const QString right = TicketNumber::make(random).toString();
            for (int at = 0; at < TicketNumber::Length; ++at) {
                for (int value = 0; value < 32; ++value) {
                    QString wrong = right;
                    wrong[at] = symbols::symbol(value);
                    QCOMPARE(TicketNumber::parse(wrong).has_value(), wrong == right);
                }
            }
        }
    }

    void noticesEveryTwoSymbolsThatChangedPlaces()
    {
        SeededRandom random(4);
        for (int n = 0; n < 200; ++n) {
            const QString right = TicketNumber::make(random).toString();
            for (int a = 0; a < TicketNumber::Length; ++a) {
                for (int b = a + 1; b < TicketNumber::Length; ++b) {
                    QString wrong = right;
                    std::swap(wrong[a], wrong[b]);
                    QCOMPARE(TicketNumber::parse(wrong).has_value(), wrong == right);
                }
            }
        }
    }

    void refusesWhatIsNoNumber_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << "";
        QTest::newRow("only dashes") << "----------";
        QTest::newRow("nobody's number") << "0000000000";
        QTest::newRow("short") << "ABCDE1234";
        QTest::newRow("long") << "ABCDE123456";
        QTest::newRow("very long") << QString(100'000, u'A');
        QTest::newRow("a symbol that is not used") << "ABCDZ12345";
        QTest::newRow("Kelvin sign") << QStringLiteral("ABCDE1234") + QChar(0x212a);
        QTest::newRow("Arabic digits") << QString(10, QChar(0x0661));
    }

    void refusesWhatIsNoNumber()
    {
        QFETCH(QString, text);
        const auto number = TicketNumber::parse(text);
        QVERIFY(!number);
        QCOMPARE(number.error().code, ErrorCode::InvalidInput);
        QVERIFY(number.error().args.value(0).size() < 120);
    }

    void refusesValuesThatNoNumberHas()
    {
        QVERIFY(!TicketNumber::fromValue(0));
        QVERIFY(TicketNumber::fromValue((1ULL << TicketNumber::Bits) - 1));
        QVERIFY(!TicketNumber::fromValue(1ULL << TicketNumber::Bits));
    }
};

FOYER_TEST(TicketNumberTest, "ticketnumber")
#include "test_ticketnumber.moc"
