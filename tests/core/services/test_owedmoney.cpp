#include "core/services/verifier.h"
#include "core/storage/terminal_store.h"
#include "tests/support/builders.h"
#include "tests/support/testmain.h"

using namespace foyer;
using namespace foyer::test;

namespace {

using BankSays = GatewayOutcome::Kind;

/// A sale of 50.00, 40.00 of it paid by card, that was given up; the bank would not take the 40.00 back.
struct RefusedSale {
    explicit RefusedSale(const QString &database) : box(database), office(box.open())
    {
        event = anEvent(*office).withGeneral(QStringLiteral("Standing"), 10, 5000).add();
        cart = hold(*office, {places(event, 0, 1)}).id;
        payCard(4000);
        must(office->checkout().abandon(office->system(), cart));
        refuseRefund();
    }

    void payCard(qint64 cents)
    {
        const auto sent = must(office->checkout().pay(office->system(), {cart, Tender::Card, euro(cents), {}, QStringLiteral("card %1").arg(++keys)}));
        answer(sent.payments.back(), BankSays::Captured);
    }
    void answer(const Payment &payment, BankSays kind)
    {
        must(office->checkout().settle({payment.id, {kind, QStringLiteral("ref"), kind == BankSays::Captured ? QString() : QStringLiteral("account closed")}}));
    }
    void refuseRefund() { answer(must(office->checkout().markSent(state().payments.back().id)), BankSays::Failed); }
    CheckoutState state() { return must(office->checkout().find(cart)); }
    std::vector<Owed> owed() { return must(office->owedMoney().list()); }
    Result<CheckoutState> giveBack(Tender how) { return office->owedMoney().giveBack(office->system(), cart, how); }
    QStringList breaches()
    {
        const auto db = Database::open(box.url(), Database::Mode::Read, box.clock());
        return must(Verifier(*db, KeyStore(box.keyFolder()).marks(terminal_store::all(*db))).verify()).breaches;
    }

    TestDatabase box;
    std::unique_ptr<BoxOffice> office;
    Event event;
    ReservationId cart;
    int keys = 0;
};

} // namespace

class OwedMoneyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatTheBankRefusedIsListedUntilItIsGivenInCash_data() { bothDatabases(); }
    void whatTheBankRefusedIsListedUntilItIsGivenInCash()
    {
        QFETCH(QString, database);
        RefusedSale sale(database);
        QCOMPARE(sale.owed().size(), size_t(1));
        QCOMPARE(sale.owed()[0].amount, euro(4000));
        QCOMPARE(sale.owed()[0].reason, QStringLiteral("account closed"));
        const auto given = must(sale.giveBack(Tender::Cash));
        QCOMPARE(given.payments.back().tender, Tender::Cash);
        QCOMPARE(given.payments.back().state, PaymentState::Captured);
        QVERIFY(given.paid().isZero());
        QVERIFY(sale.owed().empty());
        QCOMPARE(sale.giveBack(Tender::Cash).error().code, ErrorCode::InvalidInput); // once
        QCOMPARE(sale.breaches(), QStringList());
    }

    void theCardIsTriedAgainAndMayRefuseAgain_data() { bothDatabases(); }
    void theCardIsTriedAgainAndMayRefuseAgain()
    {
        QFETCH(QString, database);
        RefusedSale sale(database);
        must(sale.giveBack(Tender::Card));
        QVERIFY(sale.owed().empty()); // on its way
        QCOMPARE(must(sale.office->checkout().unresolved()).size(), size_t(1));
        sale.refuseRefund();
        QCOMPARE(sale.owed().at(0).amount, euro(4000));
        must(sale.giveBack(Tender::Card));
        sale.answer(must(sale.office->checkout().markSent(sale.state().payments.back().id)), BankSays::Captured);
        QVERIFY(sale.owed().empty());
        QVERIFY(sale.state().paid().isZero());
        QCOMPARE(sale.breaches(), QStringList());
    }

    void whatCameTooLateForAnOrderIsOwedToo_data() { bothDatabases(); }
    void whatCameTooLateForAnOrderIsOwedToo()
    {
        QFETCH(QString, database);
        RefusedSale sale(database);
        sale.cart = hold(*sale.office, {places(sale.event, 0, 1)}).id;
        const auto sent = must(sale.office->checkout().pay(sale.office->system(), {sale.cart, Tender::Card, euro(5000), {}, QStringLiteral("slow")}));
        must(sale.office->checkout().settle({sent.payments.back().id, {}})); // nobody knows
        QVERIFY(must(sale.office->checkout().pay(sale.office->system(), {sale.cart, Tender::Cash, euro(5000), {}, QStringLiteral("notes")})).order);
        sale.answer(sent.payments.back(), BankSays::Captured); // after all: it goes back by itself
        QCOMPARE(sale.owed().size(), size_t(1)); // the other sale's
        sale.refuseRefund();
        QCOMPARE(sale.owed().size(), size_t(2));
        const auto given = must(sale.giveBack(Tender::Cash));
        QCOMPARE(given.payments.back().amount, euro(5000));
        QCOMPARE(sale.owed().size(), size_t(1));
        QCOMPARE(sale.breaches(), QStringList());
    }

    void onlyASupervisorGivesItBackAndNotWhileTheDrawerIsCounted()
    {
        RefusedSale sale(QStringLiteral("sqlite"));
        const auto as = [&](Role role, Tender how) { return sale.office->owedMoney().giveBack(actorWith(*sale.office, role), sale.cart, how); };
        QCOMPARE(as(Role::Cashier, Tender::Cash).error().code, ErrorCode::PermissionDenied);
        QCOMPARE(as(Role::Cashier, Tender::Card).error().code, ErrorCode::PermissionDenied);
        const Actor clara = actorWith(*sale.office, Role::Supervisor);
        must(sale.office->shifts().open(clara, euro(0)));
        must(sale.office->shifts().count(clara, {}));
        QCOMPARE(sale.office->owedMoney().giveBack(clara, sale.cart, Tender::Cash).error().code, ErrorCode::DrawerCounted);
        QCOMPARE(sale.owed().size(), size_t(1));
        QCOMPARE(sale.office->owedMoney().giveBack(clara, ReservationId(QUuid::createUuid()), Tender::Cash).error().code, ErrorCode::InvalidInput);
    }

    void aSaleThatIsStillBeingPaidOwesNothing()
    {
        RefusedSale sale(QStringLiteral("sqlite"));
        must(sale.giveBack(Tender::Cash));
        sale.cart = hold(*sale.office, {places(sale.event, 0, 1)}).id;
        sale.payCard(2000);
        QVERIFY(sale.owed().empty());
        QCOMPARE(sale.giveBack(Tender::Cash).error().code, ErrorCode::InvalidInput);
    }
};

FOYER_TEST(OwedMoneyTest, "owedmoney")
#include "test_owedmoney.moc"
