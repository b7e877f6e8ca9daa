#include "core/services/verifier.h"
#include "core/storage/terminal_store.h"
#include "core/storage/writer.h"
#include "tests/support/builders.h"
#include "tests/support/testmain.h"

using namespace foyer;
using namespace foyer::test;

namespace {

class FreeHouse
{
public:
    explicit FreeHouse(const QString &database) : box(database), office(box.open())
    {
        event = anEvent(*office).withSeats(2, 5, 2700).withGeneral(QStringLiteral("Standing"), 10, 1500).withOrderFee(300).add();
    }

    Reservation cart() { return hold(*office, {seat(event, 0, seatsOf(*office, event)[size_t(m_taken++)].id), places(event, 1, 2)}); }

    Order given() { return *must(office->comps().give(office->system(), {cart().id, QStringLiteral("  press,\n first row ")})).order; }

    QStringList breaches()
    {
        const auto db = Database::open(box.url(), Database::Mode::Read, box.clock());
        return must(Verifier(*db, KeyStore(box.keyFolder()).marks(terminal_store::all(*db))).verify()).breaches;
    }

    EventAvailability counts() { return must(office->inventory().availability(std::array{event.id})).front(); }

    TestDatabase box;
    std::unique_ptr<BoxOffice> office;
    Event event;

private:
    int m_taken = 0;
};

} // namespace

class CompsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void compsCostNothingAndSayWhy_data() { bothDatabases(); }
    void compsCostNothingAndSayWhy()
    {
        QFETCH(QString, database);
        FreeHouse house(database);
        const Order order = house.given();
        QCOMPARE(order.kind, OrderKind::Comp);
        QCOMPARE(order.total, euro(0));
        QCOMPARE(order.lines.size(), size_t(3));
        for (const OrderLine &line : order.lines) {
            QCOMPARE(line.total(), euro(0));
            QCOMPARE(line.ticket.state, TicketState::Valid);
        }
        QCOMPARE(house.counts().total().sold, 3);
        const auto detail = must(house.office->orderDetails().of(order.id));
        QCOMPARE(detail.status, OrderStatus::Comp);
        QCOMPARE(detail.history.front().what, OrderStep::What::Comped);
        QCOMPARE(detail.history.front().about, QStringList{QStringLiteral("press, first row")});
        QCOMPARE(must(house.office->orders().codes(order)).size(), 3);
        QCOMPARE(house.breaches(), QStringList());
    }

    void theReasonStaysOutOfTheJournal_data() { bothDatabases(); }
    void theReasonStaysOutOfTheJournal()
    {
        QFETCH(QString, database);
        FreeHouse house(database);
        house.given();
        const auto db = Database::open(house.box.url(), Database::Mode::Read, house.box.clock());
        QCOMPARE(db->run("SELECT count(*) FROM journal WHERE body LIKE '%press%'").front().number(0), 0);
        QCOMPARE(db->run("SELECT count(*) FROM comp WHERE reason LIKE '%press%'").front().number(0), 1);
    }

    void onlyASupervisorGivesOrAllowsThem_data() { bothDatabases(); }
    void onlyASupervisorGivesOrAllowsThem()
    {
        QFETCH(QString, database);
        FreeHouse house(database);
        const auto cart = house.cart();
        const CompWish wish{cart.id, QStringLiteral("press")};
        Actor cashier = actorWith(*house.office, Role::Cashier);
        QCOMPARE(house.office->comps().give(cashier, wish).error().code, ErrorCode::PermissionDenied);
        const auto bea = must(house.office->staff().add(house.office->system(), QStringLiteral("Bea"), Role::Supervisor, QStringLiteral("222222")));
        cashier.approval = Approval{bea.id, Permission::Refund};
        QCOMPARE(house.office->comps().give(cashier, wish).error().code, ErrorCode::PermissionDenied); // allowed something else
        cashier.approval = Approval{bea.id, Permission::GiveComps};
        must(house.office->comps().give(cashier, wish));
        const auto rows = Database::open(house.box.url(), Database::Mode::Read, house.box.clock())->run("SELECT approver_id FROM comp");
        QCOMPARE(rows.front().id<StaffId>(0), bea.id);
        QCOMPARE(house.breaches(), QStringList());
    }

    void whatCannotBeGivenIsRefused_data() { bothDatabases(); }
    void whatCannotBeGivenIsRefused()
    {
        QFETCH(QString, database);
        FreeHouse house(database);
        const auto code = [&](ReservationId cart, const QString &reason) { return house.office->comps().give(house.office->system(), {cart, reason}).error().code; };
        const QString reason = QStringLiteral("press");
        const auto cart = house.cart();
        QCOMPARE(code(cart.id, QStringLiteral(" \n")), ErrorCode::InvalidInput);
        QCOMPARE(code(cart.id, QString(201, u'x')), ErrorCode::InvalidInput);
        QCOMPARE(code(ReservationId(), reason), ErrorCode::NotFound);
        const auto card = must(house.office->checkout().pay(house.office->system(), {cart.id, Tender::Card, euro(500), {}, QStringLiteral("a")}));
        QCOMPARE(code(cart.id, reason), ErrorCode::PaymentUnresolved);
        must(house.office->checkout().settle({card.payments.front().id, {GatewayOutcome::Kind::Captured, QStringLiteral("r"), {}}}));
        QCOMPARE(code(cart.id, reason), ErrorCode::InvalidInput); // money is in
        const auto late = house.cart();
        house.box.advance(Milliseconds(16 * 60'000));
        QCOMPARE(code(late.id, reason), ErrorCode::ReservationExpired);
        const Order sold = test::sell(*house.office, {places(house.event, 1, 1)});
        QCOMPARE(code(sold.reservation, reason), ErrorCode::ReservationEnded);
        QCOMPARE(house.breaches(), QStringList());
    }

    void askedTwiceItIsGivenOnce_data() { bothDatabases(); }
    void askedTwiceItIsGivenOnce()
    {
        QFETCH(QString, database);
        FreeHouse house(database);
        const Order first = house.given();
        const auto again = must(house.office->comps().give(house.office->system(), {first.reservation, QStringLiteral("press")}));
        QCOMPARE(again.order->id, first.id);
        QCOMPARE(house.counts().total().sold, 3);
    }

    void takingACompBackGivesNoMoney_data() { bothDatabases(); }
    void takingACompBackGivesNoMoney()
    {
        QFETCH(QString, database);
        FreeHouse house(database);
        const Order order = house.given();
        const auto made = must(house.office->refunds().refund(house.office->system(), {order.id, {}, false, {}}));
        QCOMPARE(made.refund.total, euro(0));
        QVERIFY(made.given.empty());
        QCOMPARE(house.counts().total().sold, 0);
        QCOMPARE(must(house.office->orderDetails().of(order.id)).status, OrderStatus::Refunded);
        QCOMPARE(house.breaches(), QStringList());
    }

    void compsAreNotExchanged_data() { bothDatabases(); }
    void compsAreNotExchanged()
    {
        QFETCH(QString, database);
        FreeHouse house(database);
        const Order order = house.given();
        QCOMPARE(house.office->exchanges().quote(order.id, {}).error().code, ErrorCode::InvalidInput);
        const auto made = house.office->exchanges().exchange(house.office->system(), {order.id, {}, house.cart().id, {}, {}});
        QCOMPARE(made.error().code, ErrorCode::InvalidInput);
    }

    void compsAreCountedApartFromWhatWasSold_data() { bothDatabases(); }
    void compsAreCountedApartFromWhatWasSold()
    {
        QFETCH(QString, database);
        FreeHouse house(database);
        must(house.office->shifts().open(house.office->system(), euro(5000)));
        test::sell(*house.office, {places(house.event, 1, 4)}); // 60.00 and the fee of 3.00
        house.given();
        const auto figures = must(house.office->statistics().report(house.office->system(), {})).events.front();
        QCOMPARE(figures.sold, 4);
        QCOMPARE(figures.comps, 3);
        QCOMPARE(figures.going(), 7);
        QCOMPARE(figures.revenue, euro(6300));
        const auto report = must(house.office->shifts().x(house.office->system()));
        QCOMPARE(report.comps.count, 3);
        QCOMPARE(report.sales.count, 4);
        QCOMPARE(report.orders, 1);
        QCOMPARE(report.expected, euro(11300));
        QCOMPARE(house.breaches(), QStringList());
    }
};

FOYER_TEST(CompsTest, "comps")
#include "test_comps.moc"
