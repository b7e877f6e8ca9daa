#include "core/domain/bestseats.h"
#include "tests/support/testmain.h"

using namespace foyer;

namespace {

/// Rows drawn as text, front first: '.' free, 'x' taken, ' ' an aisle.
std::vector<SeatChoice> house(const QStringList &rows)
{
    std::vector<SeatChoice> seats;
    for (int row = 0; row < rows.size(); ++row)
        for (int column = 0; column < rows[row].size(); ++column)
            if (rows[row][column] != QLatin1Char(' '))
                seats.push_back({SeatId(QUuid::createUuid()), row, {column * 24.0, row * 30.0}, rows[row][column] == QLatin1Char('.')});
    return seats;
}

std::vector<size_t> list(std::initializer_list<size_t> indexes) { return indexes; }

} // namespace

class BestSeatsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void prefersTheMiddleOfTheFront()
    {
        QCOMPARE(bestSeats(house({QStringLiteral("......."), QStringLiteral(".......")}), 3), list({2, 3, 4}));
    }

    void leavesNobodyAlone()
    {
        // In front any two of the five would leave one or three; two at an end leave three, which is no orphan.
        const auto best = bestSeats(house({QStringLiteral(".....")}), 2);
        QVERIFY(best == list({0, 1}) || best == list({3, 4}));
    }

    void takesAnOrphanWhenItMust()
    {
        QCOMPARE(bestSeats(house({QStringLiteral("x...x")}), 2).size(), size_t(2));
    }

    void neighboursDoNotSitAcrossAnAisle()
    {
        QVERIFY(bestSeats(house({QStringLiteral(".. ..")}), 3).empty());
        QCOMPARE(bestSeats(house({QStringLiteral(".. ..")}), 2).size(), size_t(2));
    }

    void neighboursSitInOneRow()
    {
        QVERIFY(bestSeats(house({QStringLiteral("xx."), QStringLiteral(".xx")}), 2).empty());
    }

    void nothingComesOfNothing()
    {
        QVERIFY(bestSeats({}, 1).empty());
        QVERIFY(bestSeats(house({QStringLiteral("...")}), 0).empty());
        QVERIFY(bestSeats(house({QStringLiteral("xxx")}), 1).empty());
        QVERIFY(bestSeats(house({QStringLiteral("...")}), 4).empty());
    }
};

FOYER_TEST(BestSeatsTest, "bestseats")
#include "test_bestseats.moc"
