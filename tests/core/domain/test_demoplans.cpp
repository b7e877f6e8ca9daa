#include "core/domain/demoplans.h"
#include "core/domain/seatingplan.h"
#include "tests/support/testmain.h"

#include <algorithm>
#include <cmath>
#include <map>

using namespace foyer;

namespace {

/// The smallest distance between two seats less both radii, found by a grid of 30 units.
double narrowestGap(const SeatingPlan &plan)
{
    std::map<std::pair<int, int>, std::vector<const PlanSeat *>> grid;
    double narrowest = 1e9;
    for (const PlanSeat &seat : plan.seats) {
        const int cx = int(std::floor(seat.position.x / 30));
        const int cy = int(std::floor(seat.position.y / 30));
        for (int x = cx - 1; x <= cx + 1; ++x) {
            for (int y = cy - 1; y <= cy + 1; ++y) {
                for (const PlanSeat *other : grid[{x, y}])
                    narrowest = std::min(narrowest, std::hypot(other->position.x - seat.position.x,
                                                               other->position.y - seat.position.y)
                                             - seat.radius - other->radius);
            }
        }
        grid[{cx, cy}].push_back(&seat);
    }
    return narrowest;
}

} // namespace

class DemoPlansTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTheatreIsAsDescribed()
    {
        const auto plan = SeatingPlan::fromJson(theatrePlan());
        QVERIFY2(plan, plan ? "" : qPrintable(plan.error().args.join(u' ')));
        QVERIFY2(plan->seats.size() > 1150 && plan->seats.size() < 1250, QByteArray::number(int(plan->seats.size())));
        QCOMPARE(plan->categories.size(), size_t(3));
        QCOMPARE(std::count_if(plan->seats.begin(), plan->seats.end(), [](const PlanSeat &s) { return s.accessible; }), 12);
        QCOMPARE(plan->seats.front().label.toString(), QStringLiteral("Stalls/1/1"));
        QVERIFY(std::any_of(plan->areas.begin(), plan->areas.end(),
                            [](const PlanArea &a) { return a.text && a.text->text == u"Stage"; }));
    }

    void theArenaIsAsDescribed()
    {
        const auto plan = SeatingPlan::fromJson(arenaPlan());
        QVERIFY2(plan, plan ? "" : qPrintable(plan.error().args.join(u' ')));
        QCOMPARE(plan->seats.size(), size_t(20'000));
        std::map<QString, int> byCategory;
        for (const PlanSeat &seat : plan->seats)
            ++byCategory[seat.category];
        QCOMPARE(byCategory.size(), size_t(3));
        QCOMPARE(plan->seats.back().label.toString(), QStringLiteral("Block 224/20/25"));
    }

    void noTwoSeatsTouchAndAllLieInside_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("theatre") << theatrePlan();
        QTest::newRow("arena") << arenaPlan();
    }

    void noTwoSeatsTouchAndAllLieInside()
    {
        QFETCH(QByteArray, json);
        const auto plan = SeatingPlan::fromJson(json);
        QVERIFY(plan);
        const double gap = narrowestGap(*plan);
        QVERIFY2(gap >= 1 && gap < 10, QByteArray::number(gap));
        for (const PlanSeat &seat : plan->seats) {
            QVERIFY(seat.position.x >= 2 * seat.radius && seat.position.x <= plan->width - 2 * seat.radius);
            QVERIFY(seat.position.y >= 2 * seat.radius && seat.position.y <= plan->height - 2 * seat.radius);
        }
    }

    void theSamePlanComesOutEveryTime()
    {
        QCOMPARE(theatrePlan(), theatrePlan());
        QCOMPARE(arenaPlan(), arenaPlan());
    }
};

FOYER_TEST(DemoPlansTest, "demoplans")
#include "test_demoplans.moc"
