#include "core/services/verifier.h"
#include "core/storage/terminal_store.h"
#include "tests/support/builders.h"
#include "tests/support/testmain.h"

#include <thread>

using namespace foyer;
using namespace foyer::test;

namespace {

/// Two seats at 27.00 and two standing places at 12.00, sold out, all in cash; either has a reduced price.
class FullHouse
{
public:
    explicit FullHouse(const QString &database) : box(database), office(box.open())
    {
        hamlet = anEvent(*office).withSeats(1, 2, 2700).withLevel(QStringLiteral("Reduced"), 2000).withGeneral(QStringLiteral("Standing"), 2, 1200)
                     .withLevel(QStringLiteral("Lounge"), 2000).withFee(100).add();
        const auto seats = seatsOf(*office, hamlet);
        sale = test::sell(*office, {seat(hamlet, 0, seats[0].id), seat(hamlet, 0, seats[1].id), places(hamlet, 1, 2)});
    }

    Actor system() const { return office->system(); }
    PriceLevelId level(int type, int number) const { return hamlet.ticketTypes[size_t(type)].priceLevels[size_t(number)].id; }
    LevelWish wish(const Order &order, std::vector<size_t> lines, PriceLevelId level, qint64 cash = 0) const
    {
        LevelWish out{order.id, {}, level, {}, {}};
        for (const size_t line : lines)
            out.tickets.push_back(order.lines[line].ticket.id);
        if (cash > 0)
            out.payment = PayRequest{{}, Tender::Cash, euro(cash), {}, QUuid::createUuid().toString()};
        return out;
    }
    Result<ExchangeMade> change(const LevelWish &wish) { return office->exchanges().changeLevel(system(), wish); }
    int free() { return must(office->inventory().availability(std::array{hamlet.id})).front().total().available(); }
    int sold() { return must(office->inventory().availability(std::array{hamlet.id})).front().total().sold; }
    QStringList breaches()
    {
        const auto db = Database::open(box.url(), Database::Mode::Read, box.clock());
        return must(Verifier(*db, KeyStore(box.keyFolder()).marks(terminal_store::all(*db))).verify()).breaches;
    }

    TestDatabase box;
    std::unique_ptr<BoxOffice> office;
    Event hamlet;
    Order sale;
};

} // namespace

class LevelChangesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSeatStaysAndGetsCheaper_data() { bothDatabases(); }
    void aSeatStaysAndGetsCheaper()
    {
        QFETCH(QString, database);
        FullHouse house(database);
        const auto made = must(house.change(house.wish(house.sale, {0}, house.level(0, 1))));
        const Order &order = *made.state.order;
        QCOMPARE(order.kind, OrderKind::Exchange);
        QCOMPARE(order.total, euro(2000));
        QCOMPARE(order.lines.front().ticket.seat, house.sale.lines[0].ticket.seat);
        QVERIFY(order.lines.front().ticket.id != house.sale.lines[0].ticket.id);
        QCOMPARE(made.given.size(), size_t(1));
        QCOMPARE(made.given.front().amount, euro(700));
        QCOMPARE(house.sold(), 4);
        QCOMPARE(house.free(), 0);
        QCOMPARE(must(house.office->orders().check(house.sale.lines[0].ticket.number.toString())).ticket.state, TicketState::Void);
        QCOMPARE(house.breaches(), QStringList());
        // And back, from the exchange.
        const auto again = must(house.change(house.wish(order, {0}, house.level(0, 0), 700)));
        QCOMPARE(again.state.order->total, euro(2700));
        QCOMPARE(house.breaches(), QStringList());
    }

    void standingPlacesOfAFullHouseGetDearer_data() { bothDatabases(); }
    void standingPlacesOfAFullHouseGetDearer()
    {
        QFETCH(QString, database);
        FullHouse house(database);
        const auto levels = must(house.office->exchanges().levels(house.sale.id, {house.sale.lines[2].ticket.id, house.sale.lines[3].ticket.id}));
        QCOMPARE(levels.size(), size_t(1));
        QCOMPARE(levels.front().name, QStringLiteral("Lounge"));
        QCOMPARE(levels.front().difference(), euro(1600));
        QCOMPARE(house.change(house.wish(house.sale, {2, 3}, house.level(1, 1))).error().code, ErrorCode::InvalidInput); // nothing was paid
        QCOMPARE(house.change(house.wish(house.sale, {2, 3}, house.level(1, 1), 1700)).error().code, ErrorCode::MoreThanDue);
        QCOMPARE(house.sold(), 4);
        const auto made = must(house.change(house.wish(house.sale, {2, 3}, house.level(1, 1), 1600)));
        QCOMPARE(made.state.order->total, euro(4200));
        QCOMPARE(made.state.order->lines.size(), size_t(2));
        QCOMPARE(house.sold(), 4);
        QCOMPARE(house.free(), 0);
        QCOMPARE(house.breaches(), QStringList());
    }

    void whatDoesNotFitIsRefused_data() { bothDatabases(); }
    void whatDoesNotFitIsRefused()
    {
        QFETCH(QString, database);
        FullHouse house(database);
        QCOMPARE(house.change(house.wish(house.sale, {0}, house.level(0, 0))).error().code, ErrorCode::InvalidInput); // it has this price
        QCOMPARE(house.change(house.wish(house.sale, {0}, house.level(1, 1))).error().code, ErrorCode::NotFound);     // of another type
        QCOMPARE(house.change(house.wish(house.sale, {0, 2}, house.level(0, 1))).error().code, ErrorCode::InvalidInput);
        QCOMPARE(house.office->exchanges().levels(house.sale.id, {}).error().code, ErrorCode::InvalidInput); // of several types
        QCOMPARE(house.office->exchanges().changeLevel(actorWith(*house.office, Role::Steward), house.wish(house.sale, {0}, house.level(0, 1))).error().code, ErrorCode::PermissionDenied);
        must(house.office->refunds().refund(house.system(), {house.sale.id, {house.sale.lines[0].ticket.id}, false, {}}));
        QCOMPARE(house.change(house.wish(house.sale, {0}, house.level(0, 1))).error().code, ErrorCode::AlreadyRefunded);
        house.box.advance(Milliseconds(48 * 3'600'000)); // the evening is over
        QCOMPARE(house.change(house.wish(house.sale, {1}, house.level(0, 1))).error().code, ErrorCode::NotOnSale);
        QCOMPARE(house.sold(), 3);
        QCOMPARE(house.breaches(), QStringList());
    }

    void theSameKeyChangesItOnce_data() { bothDatabases(); }
    void theSameKeyChangesItOnce()
    {
        QFETCH(QString, database);
        FullHouse house(database);
        LevelWish wish = house.wish(house.sale, {0}, house.level(0, 1));
        wish.key = QStringLiteral("once");
        const auto made = must(house.change(wish));
        QCOMPARE(must(house.change(wish)).state.order->id, made.state.order->id);
        wish.level = house.level(1, 1);
        QCOMPARE(house.change(wish).error().code, ErrorCode::KeyReused);
        QCOMPARE(house.breaches(), QStringList());
    }

    void ofTwoAtOnceOneChangesIt()
    {
        if (qEnvironmentVariableIsEmpty("FOYER_TEST_POSTGRES"))
            QSKIP("needs PostgreSQL: FOYER_TEST_POSTGRES names none; SQLite has one writer");
        FullHouse house(QStringLiteral("postgres"));
        const auto other = house.box.open(QStringLiteral("other"));
        const LevelWish wish = house.wish(house.sale, {0}, house.level(0, 1));
        std::optional<Result<ExchangeMade>> theirs;
        std::thread rival([&] { theirs = other->exchanges().changeLevel(other->system(), wish); });
        const auto ours = house.change(wish);
        rival.join();
        QCOMPARE(int(ours.has_value()) + int(theirs->has_value()), 1);
        QCOMPARE((ours ? theirs->error() : ours.error()).code, ErrorCode::AlreadyRefunded);
        QCOMPARE(house.sold(), 4);
    }
};

FOYER_TEST(LevelChangesTest, "levelchanges")
#include "test_levelchanges.moc"
