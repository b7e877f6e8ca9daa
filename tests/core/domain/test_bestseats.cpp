#include "core/domain/bestseats.h"
#include "core/domain/demoplans.h"
#include "tests/support/testmain.h"

#include <set>

using namespace foyer;

namespace {

/// A house drawn as text, front row first: '.' free, 'x' taken, 'a' a free accessible seat, 'b' free in another category,
/// ' ' an aisle.
struct House {
    explicit House(const QStringList &rows) : House(planOf(rows))
    {
        std::vector<SeatId> taken;
        size_t seat = 0;
        for (const QString &row : rows)
            for (const QChar drawn : row)
                if (drawn != QLatin1Char(' ') && (++seat, drawn == QLatin1Char('x')))
                    taken.push_back(plan.seats[seat - 1].id);
        board.setTaken(taken);
    }

    explicit House(SeatingPlan seats) : plan(std::move(seats)), event(eventOf(plan)), board(plan, event) {}

    static SeatingPlan planOf(const QStringList &rows)
    {
        SeatingPlan plan;
        plan.categories = {{QStringLiteral("A"), {}}, {QStringLiteral("B"), {}}};
        for (int row = 0; row < rows.size(); ++row) {
            for (int column = 0; column < rows[row].size(); ++column) {
                if (rows[row][column] == QLatin1Char(' '))
                    continue;
                PlanSeat seat;
                seat.label = {QStringLiteral("Stalls"), QString::number(row + 1), QString::number(column + 1)};
                seat.position = {column * 24.0, row * 30.0};
                seat.accessible = rows[row][column] == QLatin1Char('a');
                seat.category = rows[row][column] == QLatin1Char('b') ? QStringLiteral("B") : QStringLiteral("A");
                plan.seats.push_back(seat);
            }
        }
        for (PlanSeat &seat : plan.seats)
            seat.id = SeatId(QUuid::createUuid());
        return plan;
    }

    static Event eventOf(const SeatingPlan &plan)
    {
        Event event;
        for (const PlanCategory &category : plan.categories) {
            TicketType type;
            type.id = TicketTypeId(QUuid::createUuid());
            type.admission = AdmissionKind::Seated;
            type.categories = {category.name};
            event.ticketTypes.push_back(type);
        }
        return event;
    }

    BestWish wish(int count) const { return {{event.ticketTypes[0].id}, count, false, 0.5, 0}; }

    /// "1-3 1-4 | 2-3": groups parted by bars.
    QString best(int count) const { return spoken(bestSeats(board, wish(count))); }
    QString bestAccessible(int count) const
    {
        BestWish wanted = wish(count);
        wanted.accessible = true;
        return spoken(bestSeats(board, wanted));
    }
    QString spoken(const BestAnswer &answer) const
    {
        QStringList names;
        for (const size_t seat : answer.seats)
            names << plan.seats[seat].label.row + u'-' + plan.seats[seat].label.number;
        return names.join(u' ');
    }

    SeatingPlan plan;
    Event event;
    SeatBoard board;
};

QString best(const QStringList &rows, int count)
{
    return House(rows).best(count);
}

} // namespace

class BestSeatsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void prefersTheMiddleOfTheFront()
    {
        QCOMPARE(best({QStringLiteral("......."), QStringLiteral(".......")}, 3), QStringLiteral("1-3 1-4 1-5"));
    }

    void leavesNobodyAlone()
    {
        // In front any two of the middle would leave one alone; two at an end leave three, which is no orphan.
        const QString pair = best({QStringLiteral(".....")}, 2);
        QVERIFY(pair == QStringLiteral("1-1 1-2") || pair == QStringLiteral("1-4 1-5"));
        // 1-1 to 1-3 are left in front: two of them would leave one, so the second row it is.
        QVERIFY(best({QStringLiteral("...xxx"), QStringLiteral("......")}, 2).startsWith(QStringLiteral("2-")));
    }

    void takesAnOrphanWhenItMust()
    {
        QCOMPARE(best({QStringLiteral("x...x")}, 2).split(u' ').size(), 2);
    }

    void neighboursDoNotSitAcrossAnAisle()
    {
        const House house({QStringLiteral("... ...")});
        QCOMPARE(bestSeats(house.board, house.wish(3)).groups, 1);
        QCOMPARE(bestSeats(house.board, house.wish(4)).groups, 2);
    }

    void aGroupStaysInItsCategory()
    {
        QVERIFY(best({QStringLiteral("bbbb"), QStringLiteral("....")}, 2).startsWith(QStringLiteral("2-")));
        QCOMPARE(best({QStringLiteral("bb..")}, 3), QString());
    }

    void theFirstTypeThatHasThemTogetherIsTaken()
    {
        const House house({QStringLiteral("bbbbb"), QStringLiteral("x.x.x")});
        BestWish wish = house.wish(2);
        wish.types.push_back(house.event.ticketTypes[1].id);
        const BestAnswer answer = bestSeats(house.board, wish);
        QCOMPARE(answer.groups, 1);
        QCOMPARE(answer.type, house.event.ticketTypes[1].id);
    }

    void splitsIntoTheFewestGroupsCloseToEachOther()
    {
        // Two pairs one behind the other, not the pair far back, and nobody alone.
        QCOMPARE(best({QStringLiteral("xx..xxx"), QStringLiteral("xx..xxx"), QStringLiteral("xxxxxxx"), QStringLiteral("xxxxx..")}, 4),
                 QStringLiteral("1-3 1-4 2-3 2-4"));
        const House house({QStringLiteral("...x...x.x.x.")});
        QCOMPARE(bestSeats(house.board, house.wish(6)).groups, 2);
        QCOMPARE(bestSeats(house.board, house.wish(9)).groups, 5);
        QCOMPARE(bestSeats(house.board, house.wish(10)).groups, 0);
    }

    void aSplitLeavesNobodyAloneWhenItCanBeHelped()
    {
        const House house({QStringLiteral("...x...")});
        const BestAnswer answer = bestSeats(house.board, house.wish(4));
        QCOMPARE(answer.groups, 2);
        const auto inLeft = std::count_if(answer.seats.begin(), answer.seats.end(), [](size_t seat) { return seat < 3; });
        QCOMPARE(inLeft, 2);
    }

    void accessibleSeatsAreLeftToThoseWhoNeedThem()
    {
        QVERIFY(best({QStringLiteral("..aa.."), QStringLiteral("......")}, 4).startsWith(QStringLiteral("2-")));
        QCOMPARE(best({QStringLiteral("xaax")}, 2), QStringLiteral("1-2 1-3")); // nothing else is free
    }

    void anAccessibleSeatComesWithItsCompanions()
    {
        QCOMPARE(House({QStringLiteral("......"), QStringLiteral("a.....")}).bestAccessible(2), QStringLiteral("2-1 2-2"));
        const QString three = House({QStringLiteral("xa.x.."), QStringLiteral("xxxxxx")}).bestAccessible(3);
        QCOMPARE(three, QStringLiteral("1-2 1-3 1-5")); // the companion beside, the third as near as can be
        QCOMPARE(House({QStringLiteral("......")}).bestAccessible(2), QString());
        QCOMPARE(House({QStringLiteral("aax")}).bestAccessible(1).size(), 3); // one of them, not both
    }

    void nothingComesOfNothing()
    {
        QCOMPARE(best({}, 1), QString());
        QCOMPARE(best({QStringLiteral("...")}, 0), QString());
        QCOMPARE(best({QStringLiteral("xxx")}, 1), QString());
        QCOMPARE(best({QStringLiteral("...")}, 4), QString());
    }

    void terminalsPartWaysAmongEquals()
    {
        const House house({QStringLiteral("...................."), QStringLiteral("....................")});
        QSet<QString> firsts;
        for (quint64 salt = 0; salt < 32; ++salt) {
            BestWish wish = house.wish(2);
            wish.salt = salt;
            wish.slack = 8;
            const QString seats = house.spoken(bestSeats(house.board, wish));
            QCOMPARE(seats, house.spoken(bestSeats(house.board, wish))); // the same terminal asks twice
            firsts << seats;
        }
        QVERIFY2(firsts.size() >= 8, qPrintable(QString::number(firsts.size())));
    }

    void changesAreSeenAtOnce()
    {
        House house({QStringLiteral(".....")});
        const SeatId middle = house.plan.seats[2].id;
        house.board.apply(middle, false);
        QVERIFY(!house.board.isFree(middle));
        QVERIFY(!house.best(1).contains(QStringLiteral("1-3")));
        house.board.apply(middle, true);
        QVERIFY(house.board.isFree(middle));
        QCOMPARE(house.best(5), QStringLiteral("1-1 1-2 1-3 1-4 1-5"));
        house.board.apply(SeatId(QUuid::createUuid()), true); // of another house
        QCOMPARE(house.best(6), QString());
    }

    void rowsLongerThanAWordAreOneRow()
    {
        const House house({QString(200, u'.')});
        for (const int count : {1, 2, 63, 64, 65, 128, 200}) {
            const BestAnswer answer = bestSeats(house.board, house.wish(count));
            QCOMPARE(answer.groups, 1);
            QCOMPARE(answer.seats.size(), size_t(count));
            QCOMPARE(answer.seats.back() - answer.seats.front(), size_t(count - 1));
        }
        QString row(200, u'.');
        row[64] = u'x'; // right at the border of two words
        const House holed({row});
        QCOMPARE(bestSeats(holed.board, holed.wish(136)).groups, 2);
        QCOMPARE(bestSeats(holed.board, holed.wish(135)).seats.front(), size_t(65));
    }

    void everyAnswerIsFreeAndHasNoSeatTwice()
    {
        SeatingPlan plan = *SeatingPlan::fromJson(theatrePlan());
        for (PlanSeat &seat : plan.seats)
            seat.id = SeatId(QUuid::createUuid());
        House house(std::move(plan));
        quint32 state = 7;
        const auto next = [&state] { return (state = state * 1664525u + 1013904223u) >> 8; };
        for (int round = 0; round < 200; ++round) {
            house.board.apply(house.plan.seats[next() % house.plan.seats.size()].id, false);
            BestWish wish = house.wish(1 + round % 20);
            wish.accessible = round % 5 == 0;
            const BestAnswer answer = bestSeats(house.board, wish);
            QVERIFY(answer.seats.empty() || answer.seats.size() == size_t(wish.count));
            const std::set<size_t> distinct(answer.seats.begin(), answer.seats.end());
            QCOMPARE(distinct.size(), answer.seats.size());
            for (const size_t seat : answer.seats) {
                QVERIFY(house.board.isFree(house.board.id(seat)));
                house.board.apply(house.board.id(seat), false);
            }
        }
    }
};

FOYER_TEST(BestSeatsTest, "bestseats")
#include "test_bestseats.moc"
