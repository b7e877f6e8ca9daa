#include "core/domain/seatlist.h"
#include "tests/support/testmain.h"

using namespace foyer;

namespace {

SeatId seatId(int n)
{
    return SeatId(QUuid(uint(n), 0, 0, 0, 0, 0, 0, 0, 0, 0, 1));
}

/// Stalls 5-1 to 5-9 are seats 1 to 9, Box A-1 is seat 10.
SeatingPlan hall()
{
    SeatingPlan plan;
    for (int n = 1; n <= 9; ++n)
        plan.seats.push_back({seatId(n), {}, {QStringLiteral("Stalls"), QStringLiteral("5"), QString::number(n)}, {}, {}});
    plan.seats.push_back({seatId(10), {}, {QStringLiteral("Box"), QStringLiteral("A"), QStringLiteral("1")}, {}, {}});
    return plan;
}

} // namespace

class SeatListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void seatsAreReadAsPeopleWriteThem()
    {
        const auto seats = seatlist::read(hall(), QStringLiteral("Stalls 5-2..4, box  a-1; Stalls 5-4\nstalls 5-9"));
        QVERIFY(seats);
        QCOMPARE(*seats, (std::vector{seatId(2), seatId(3), seatId(4), seatId(10), seatId(9)}));
    }

    void whatThePlanHasNotIsNamed()
    {
        const auto seats = seatlist::read(hall(), QStringLiteral("Stalls 5-8..11"));
        QVERIFY(!seats);
        QCOMPARE(seats.error().code, ErrorCode::NotFound);
        QVERIFY(seats.error().args.front().contains(QStringLiteral("Stalls 5-10")));
    }

    void nothingAndRangesThatGoBackwardsAreRefused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << QString();
        QTest::newRow("commas") << QStringLiteral(" , ;\n");
        QTest::newRow("backwards") << QStringLiteral("Stalls 5-4..2");
        QTest::newRow("endless") << QStringLiteral("Stalls 5-1..999999999");
        QTest::newRow("beyond numbers") << QStringLiteral("Stalls 5-1..99999999999999999999");
    }
    void nothingAndRangesThatGoBackwardsAreRefused()
    {
        QFETCH(QString, text);
        const auto seats = seatlist::read(hall(), text);
        QVERIFY(!seats);
        QCOMPARE(seats.error().code, ErrorCode::InvalidInput);
    }
};

FOYER_TEST(SeatListTest, "seatlist")
#include "test_seatlist.moc"
