// The leave to exchange what somebody came in with: given on the spot with a second person's PIN, it is kept with the exchange that
// waits for its money. Nobody is asked again after a crash, and both names are on record.
#include "tests/core/services/plantill.h"
#include "tests/support/testmain.h"

using namespace foyer;
using namespace foyer::test;

namespace {

/// A cashier and a supervisor; with the first ticket of the sale somebody came in already.
struct LeaveTill : PlanTill
{
    explicit LeaveTill(const QString &database) : PlanTill(database)
    {
        const auto add = [&](const QString &name, Role role) { return must(office->staff().add(system(), name, role, QStringLiteral("333333"))).id; };
        cashier = {add(QStringLiteral("Carl"), Role::Cashier), Role::Cashier, office->terminal(), {}};
        clara = add(QStringLiteral("Clara"), Role::Supervisor);
        letIn(0);
    }

    void letIn(size_t line)
    {
        QVERIFY(must(office->admissions().scan(system(), {sale.lines[line].ticket.number.toString(), hamlet.id})).isPassage());
    }
    Actor withLeave() { return must(office->staff().approve(cashier, Permission::UndoAdmitted, clara, QStringLiteral("333333"))); }
    ExchangePlans &plans() { return office->exchangePlans(); }

    /// Records of this kind that name the cashier and the supervisor.
    qint64 toldOfBoth(const QString &fact)
    {
        const QStringList parts{QString(), fact, QStringLiteral("by\":\"") + cashier.staff.toString(), QStringLiteral("approver\":\"") + clara.toString(), QString()};
        return office->writer().db().run("SELECT count(*) FROM journal WHERE body LIKE ?", {parts.join(u'%')}).front().number(0);
    }

    Actor cashier;
    StaffId clara;
};

} // namespace

class ExchangeLeaveTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCrashWhileTheCardIsAskedNeedsNoSecondLeave_data() { bothDatabases(); }
    void aCrashWhileTheCardIsAskedNeedsNoSecondLeave()
    {
        QFETCH(QString, database);
        LeaveTill till(database);
        const auto cart = till.twoForTheOpera();
        QCOMPARE(till.plans().plan(till.cashier, till.wish(cart)).error().code, ErrorCode::AlreadyAdmitted);
        must(till.plans().plan(till.withLeave(), till.wish(cart)));
        must(till.plans().plan(till.cashier, till.wish(cart))); // the same is asked again by whoever goes on
        QCOMPARE(must(till.plans().find(cart.id))->approval, (Approval{till.clara, Permission::UndoAdmitted}));
        QCOMPARE(till.toldOfBoth(QStringLiteral("exchange.planned")), 1);
        till.charge(cart.id, 1000);
        till.restart();
        till.resume();
        QCOMPARE(till.find(cart.id).order->kind, OrderKind::Exchange);
        QCOMPARE(till.validTickets(till.sale.id), 0);
        QCOMPARE(till.toldOfBoth(QStringLiteral("order.refunded")), 1);
        const auto history = must(till.office->orderDetails().of(till.sale.id)).history;
        QCOMPARE(history.back().what, OrderStep::What::Exchanged);
        QCOMPARE(history.back().staff, QStringLiteral("Carl"));
        QCOMPARE(history.back().approver, QStringLiteral("Clara"));
        QCOMPARE(history.front().approver, QString());
        QCOMPARE(till.banked(), euro(1000));
        QCOMPARE(till.breaches(), QString());
    }

    void aCashierWhoComesBackFinishesItAlone_data() { bothDatabases(); }
    void aCashierWhoComesBackFinishesItAlone()
    {
        QFETCH(QString, database);
        LeaveTill till(database);
        const ReservationId cart = must(till.plans().planLevel(till.withLeave(), till.lounge())).reservation.id;
        must(till.office->checkout().pay(till.cashier, {cart, Tender::Cash, euro(1400), {}, QStringLiteral("part")}));
        till.restart();
        till.resume();
        QCOMPARE(till.find(cart).due(), euro(1000));
        const auto made = must(till.plans().complete(till.cashier, cart, PayRequest{cart, Tender::Cash, euro(1000), {}, QStringLiteral("rest")}));
        QCOMPARE(made.state.order->total, euro(7800));
        QCOMPARE(till.toldOfBoth(QStringLiteral("order.refunded")), 1);
        QCOMPARE(till.breaches(), QString());
    }

    void leaveForOnePlanIsNoneForAnother_data() { bothDatabases(); }
    void leaveForOnePlanIsNoneForAnother()
    {
        QFETCH(QString, database);
        LeaveTill till(database);
        const auto cart = till.twoForTheOpera();
        must(till.plans().plan(till.withLeave(), till.wish(cart)));
        QCOMPARE(till.plans().plan(till.cashier, till.wish(cart, QStringLiteral("another"))).error().code, ErrorCode::AlreadyAdmitted);
        QCOMPARE(must(till.plans().find(cart.id))->key, QStringLiteral("x")); // it stays as it was
        ExchangeWish second = till.wish(cart, QStringLiteral("second"));
        second.tickets = {till.sale.lines[1].ticket.id};
        must(till.plans().plan(till.cashier, second)); // nobody came in with that one
        QVERIFY(!must(till.plans().find(cart.id))->approval);
        QCOMPARE(till.plans().planLevel(till.cashier, till.lounge()).error().code, ErrorCode::AlreadyAdmitted);
        Actor other = till.cashier;
        other.approval = Approval{till.clara, Permission::GiveComps}; // leave for something else
        QCOMPARE(till.plans().planLevel(other, till.lounge()).error().code, ErrorCode::AlreadyAdmitted);
        QCOMPARE(till.breaches(), QString());
    }

    /// What nobody allowed is not made behind everybody's back either: the money goes back.
    void whoComesInWhileTheCardIsAskedStaysIn_data() { bothDatabases(); }
    void whoComesInWhileTheCardIsAskedStaysIn()
    {
        QFETCH(QString, database);
        LeaveTill till(database);
        const auto cart = hold(*till.office, {places(till.opera, 0, 1)});
        ExchangeWish second = till.wish(cart);
        second.tickets = {till.sale.lines[1].ticket.id};
        must(till.plans().plan(till.cashier, second));
        till.charge(cart.id, 500);
        till.letIn(1);
        till.restart();
        till.resume();
        QVERIFY(!till.find(cart.id).order);
        QCOMPARE(till.find(cart.id).reservation.state, ReservationState::Released);
        QVERIFY(till.banked().isZero());
        QCOMPARE(till.validTickets(till.sale.id), 2);
        QCOMPARE(till.breaches(), QString());
    }

    void aSupervisorsOwnPlanNeedsNobody_data() { bothDatabases(); }
    void aSupervisorsOwnPlanNeedsNobody()
    {
        QFETCH(QString, database);
        LeaveTill till(database);
        const auto cart = till.twoForTheOpera();
        must(till.plans().plan({till.clara, Role::Supervisor, till.office->terminal(), {}}, till.wish(cart)));
        till.charge(cart.id, 1000);
        till.restart();
        till.resume();
        QCOMPARE(till.find(cart.id).order->kind, OrderKind::Exchange);
        QCOMPARE(till.breaches(), QString());
    }
};

FOYER_TEST(ExchangeLeaveTest, "exchangeleave")
#include "test_exchangeleave.moc"
