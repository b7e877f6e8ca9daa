// Shifts: what goes into a drawer and comes out of it, counted blind, and a Z that is final.
#include "core/services/verifier.h"
#include "core/storage/keystore.h"
#include "core/storage/ledger_store.h"
#include "core/storage/terminal_store.h"
#include "core/storage/writer.h"
#include "tests/support/builders.h"
#include "tests/support/testmain.h"

#include <latch>
#include <thread>

using namespace foyer;
using namespace foyer::test;

namespace {

/// A till with one event, Anna who sells, Bea who sells, Clara who supervises.
struct ShiftHouse {
    explicit ShiftHouse(const QString &database) : box(database), office(box.open())
    {
        event = anEvent(*office).named(QStringLiteral("Hamlet")).withGeneral(QStringLiteral("Standing"), 500, 1000)
                    .withLevel(QStringLiteral("Reduced"), 700, 1900).add();
        anna = member(QStringLiteral("Anna"), Role::Cashier, QStringLiteral("111111"));
        bea = member(QStringLiteral("Bea"), Role::Cashier, QStringLiteral("222222"));
        clara = member(QStringLiteral("Clara"), Role::Supervisor, QStringLiteral("333333"));
    }

    Actor member(const QString &name, Role role, const QString &pin)
    {
        return {must(office->staff().add(office->system(), name, role, pin)).id, role, office->terminal(), ShiftId()};
    }

    Reservation cart(int level = 0, int quantity = 1)
    {
        return must(office->inventory().reserve(anna, ReserveRequest{{}, Channel::Counter, {{event.id, event.ticketTypes[0].priceLevels[size_t(level)].id, {}, quantity}}}));
    }
    Result<CheckoutState> pay(const Reservation &reservation, Tender tender)
    {
        return office->checkout().pay(anna, PayRequest{reservation.id, tender, reservation.total(), {}, QStringLiteral("key %1").arg(++keys)});
    }
    CheckoutState sellCash(int level = 0, int quantity = 1) { return must(pay(cart(level, quantity), Tender::Cash)); }
    CheckoutState settle(const CheckoutState &state, GatewayOutcome::Kind kind)
    {
        return must(office->checkout().settle({state.payments.back().id, {kind, QStringLiteral("ref"), {}}}));
    }

    /// Counts this much in coins of 1 cent up to notes of 50.00, and closes.
    ShiftReport countAndClose(qint64 total, const Actor &by)
    {
        const auto shift = must(office->shifts().count(by, pieces(total)));
        return must(office->shifts().close(by, shift.id));
    }
    static CashCount pieces(qint64 total)
    {
        CashCount count;
        for (const qint64 value : denominations(Currency())) {
            count.push_back({value, total / value});
            total %= value;
        }
        return count;
    }

    AccountId wallet(const char *name)
    {
        const auto person = must(office->customers().add(anna, {{}, QString::fromLatin1(name), {}, {}}));
        return must(office->wallets().open(anna, person.id, {})).id;
    }
    Result<WalletReceipt> move(WalletRequest::Kind kind, AccountId wallet, Money amount)
    {
        return office->wallets().move(clara, {kind, wallet, {}, Tender::Cash, amount, QStringLiteral("key %1").arg(++keys)});
    }
    Result<RefundMade> refund(const Order &order) { return office->refunds().refund(clara, {order.id, {order.lines[0].ticket.id}, false, {}}); }

    qint64 balance(ledger_store::AccountKind kind, const QUuid &owner = {})
    {
        return must(office->writer().write([&](Work &work) {
                   return ledger_store::balance(work.db(), ledger_store::ensureAccount(work.db(), work.ids(), {kind, owner, Currency()}), Currency());
               })).minor();
    }
    QStringList breaches()
    {
        const auto db = Database::open(box.url(), Database::Mode::Read, box.clock());
        return must(Verifier(*db, KeyStore(box.keyFolder()).marks(terminal_store::all(*db))).verify()).breaches;
    }
    QString journal()
    {
        QString all;
        const auto db = Database::open(box.url(), Database::Mode::Read, box.clock());
        for (const Row &row : db->run("SELECT body FROM journal ORDER BY chain_id, seq"))
            all += row.text(0) + u'\n';
        return all;
    }

    TestDatabase box;
    std::unique_ptr<BoxOffice> office;
    Event event;
    Actor anna;
    Actor bea;
    Actor clara;
    int keys = 0;
};

const ReportFigure *figureOf(const std::vector<ReportFigure> &figures, const char *name)
{
    const auto found = std::find_if(figures.begin(), figures.end(), [&](const ReportFigure &f) { return f.name == QLatin1String(name); });
    return found == figures.end() ? nullptr : &*found;
}

} // namespace

class ShiftsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aShiftFromFloatToZ_data() { bothDatabases(); }
    void aShiftFromFloatToZ()
    {
        QFETCH(QString, database);
        ShiftHouse house(database);
        using Kind = ledger_store::AccountKind;
        auto &shifts = house.office->shifts();
        QVERIFY(!must(shifts.current()));
        const auto opened = must(shifts.open(house.anna, euro(15000)));
        QCOMPARE(opened.number, 1);
        QCOMPARE(opened.cashier, QStringLiteral("Anna"));
        house.sellCash(0, 3); // 30.00
        house.sellCash(1, 2); // 14.00
        house.settle(must(house.pay(house.cart(), Tender::Card)), GatewayOutcome::Kind::Captured);
        must(shifts.move(house.clara, CashMoveKind::PaidIn, euro(2000), QStringLiteral("change from the bar")));
        must(shifts.move(house.clara, CashMoveKind::PaidOut, euro(1250), QStringLiteral("light bulbs")));
        must(shifts.move(house.clara, CashMoveKind::NoSale, euro(0), QStringLiteral("changed a note")));

        const auto x = must(shifts.x(house.clara));
        QCOMPARE(x.number, 0);
        QCOMPARE(x.expected, euro(15000 + 3000 + 1400 + 2000 - 1250));
        QVERIFY(!x.counted);
        QCOMPARE(house.breaches(), QStringList());

        const auto z = house.countAndClose(20100, house.anna); // 0.50 short
        QCOMPARE(z.number, 1);
        QCOMPARE(z.difference(), euro(-50));
        QCOMPARE(*figureOf(z.taken, "cash"), (ReportFigure{QStringLiteral("cash"), 2, euro(4400)}));
        QCOMPARE(*figureOf(z.taken, "card"), (ReportFigure{QStringLiteral("card"), 1, euro(1000)}));
        QVERIFY(z.givenBack.empty());
        QCOMPARE(z.orders, 3);
        QCOMPARE(z.sales, (ReportFigure{{}, 6, euro(5400)}));
        QCOMPARE(*figureOf(z.types, "Standing"), (ReportFigure{QStringLiteral("Standing"), 6, euro(5400)}));
        QCOMPARE(*figureOf(z.levels, "Reduced"), (ReportFigure{QStringLiteral("Reduced"), 2, euro(1400)}));
        QCOMPARE(z.taxes, (std::vector<ReportTax>{{700, euro(4000), euro(260)}, {1900, euro(1400), euro(224)}})); // by line, rounded
        QCOMPARE(z.times(CashMoveKind::NoSale), 1);
        QCOMPARE(z.grandSales, euro(5400));
        QVERIFY(!z.heads.empty());
        QCOMPARE(house.balance(Kind::Drawer, house.office->terminal().uuid()), 0); // it is empty
        QCOMPARE(house.balance(Kind::CashDifference), -50);
        QCOMPARE(house.balance(Kind::PaidInOut), 750);
        QCOMPARE(house.balance(Kind::Float), 15000 - 20100);
        QVERIFY(!must(shifts.current()));
        QCOMPARE(house.breaches(), QStringList());
    }

    void zsAreNumberedWithoutGapsGrowAndAreReadAgainAsTheyWere_data() { bothDatabases(); }
    void zsAreNumberedWithoutGapsGrowAndAreReadAgainAsTheyWere()
    {
        QFETCH(QString, database);
        ShiftHouse house(database);
        auto &shifts = house.office->shifts();
        std::vector<QByteArray> printed;
        for (int i = 1; i <= 3; ++i) {
            must(shifts.open(house.anna, euro(0)));
            house.sellCash(0, i);
            const auto z = house.countAndClose(1000 * i, house.anna);
            QCOMPARE(z.number, i);
            printed.push_back(toBytes(z));
        }
        QCOMPARE(must(shifts.z(house.clara, 3)).grandSales, euro(6000));
        for (int i = 1; i <= 3; ++i)
            QCOMPARE(toBytes(must(shifts.z(house.clara, i))), printed[size_t(i - 1)]);
        const auto list = must(shifts.zs(house.clara));
        QCOMPARE(list.size(), size_t(3));
        QCOMPARE(list.front().number, 3);
        QCOMPARE(shifts.z(house.clara, 4).error().code, ErrorCode::NotFound);
        QCOMPARE(shifts.zs(house.anna).error().code, ErrorCode::PermissionDenied);
        QCOMPARE(house.breaches(), QStringList());
    }

    void aTillHasOneOpenShift_data() { bothDatabases(); }
    void aTillHasOneOpenShift()
    {
        QFETCH(QString, database);
        ShiftHouse house(database);
        must(house.office->shifts().open(house.anna, euro(100)));
        const auto again = house.office->shifts().open(house.bea, euro(100));
        QCOMPARE(again.error().code, ErrorCode::ShiftOpen);
        QCOMPARE(again.error().args, QStringList{QStringLiteral("Anna")});
        QCOMPARE(house.office->shifts().open(house.anna, euro(-1)).error().code, ErrorCode::InvalidInput);
    }

    void theCountIsBlindAndStopsTheCash_data() { bothDatabases(); }
    void theCountIsBlindAndStopsTheCash()
    {
        QFETCH(QString, database);
        ShiftHouse house(database);
        auto &shifts = house.office->shifts();
        const auto shift = must(shifts.open(house.anna, euro(5000)));
        QCOMPARE(shifts.x(house.anna).error().code, ErrorCode::PermissionDenied);
        QCOMPARE(shifts.close(house.anna, shift.id).error().code, ErrorCode::InvalidInput); // not counted yet
        const auto split = house.cart(0, 2);
        must(house.office->checkout().pay(house.anna, PayRequest{split.id, Tender::Cash, euro(500), {}, QStringLiteral("half")}));
        must(shifts.count(house.anna, ShiftHouse::pieces(5000)));
        QCOMPARE(house.pay(house.cart(), Tender::Cash).error().code, ErrorCode::DrawerCounted);
        QCOMPARE(house.office->checkout().abandon(house.anna, split.id).error().code, ErrorCode::DrawerCounted);
        QCOMPARE(shifts.move(house.clara, CashMoveKind::PaidIn, euro(100), QStringLiteral("x")).error().code, ErrorCode::DrawerCounted);
        must(house.pay(house.cart(), Tender::Card)); // cards go on
        QCOMPARE(must(shifts.leaveCount(house.anna)).state, DrawerState::Open);
        must(house.office->checkout().abandon(house.anna, split.id));
        house.sellCash();
        const auto z = house.countAndClose(6000, house.anna);
        QCOMPARE(z.difference(), euro(0));
        QCOMPARE(figureOf(z.givenBack, "cash")->amount, euro(500));
        QCOMPARE(house.breaches(), QStringList());
    }

    void countsAreOfNotesAndCoinsThatThereAre_data() { bothDatabases(); }
    void countsAreOfNotesAndCoinsThatThereAre()
    {
        QFETCH(QString, database);
        ShiftHouse house(database);
        auto &shifts = house.office->shifts();
        QCOMPARE(shifts.count(house.anna, {}).error().code, ErrorCode::NoShift);
        must(shifts.open(house.anna, euro(0)));
        QCOMPARE(shifts.count(house.anna, {{300, 1}}).error().code, ErrorCode::InvalidInput);
        QCOMPARE(shifts.count(house.anna, {{200, -1}}).error().code, ErrorCode::InvalidInput);
        QCOMPARE(shifts.count(house.anna, {{200, 1}, {200, 1}}).error().code, ErrorCode::InvalidInput);
        must(shifts.count(house.anna, {{200, 9}}));
        must(shifts.count(house.anna, {{200, 1}})); // counted again
        const auto z = must(shifts.close(house.anna, must(shifts.current())->id));
        QCOMPARE(*z.counted, euro(200));
        QCOMPARE(z.pieces, (CashCount{{200, 1}}));
    }

    void othersNeedTheRightToCountOrCloseAShift_data() { bothDatabases(); }
    void othersNeedTheRightToCountOrCloseAShift()
    {
        QFETCH(QString, database);
        ShiftHouse house(database);
        auto &shifts = house.office->shifts();
        const auto shift = must(shifts.open(house.anna, euro(0)));
        QCOMPARE(shifts.count(house.bea, {}).error().code, ErrorCode::PermissionDenied);
        QCOMPARE(shifts.handOver(house.bea, house.bea).error().code, ErrorCode::PermissionDenied);
        QCOMPARE(must(shifts.handOver(house.anna, house.bea)).cashier, QStringLiteral("Bea"));
        QCOMPARE(shifts.count(house.anna, {}).error().code, ErrorCode::PermissionDenied);
        must(shifts.count(house.bea, {}));
        QCOMPARE(shifts.close(house.anna, shift.id).error().code, ErrorCode::PermissionDenied);
        const auto z = must(shifts.close(house.clara, shift.id));
        QCOMPARE(z.handovers.size(), size_t(1));
        QCOMPARE(z.handovers.front().to, QStringLiteral("Bea"));
        QCOMPARE(house.breaches(), QStringList());
    }

    void aSecondPersonAllowsOneVerbAndBothAreRecorded_data() { bothDatabases(); }
    void aSecondPersonAllowsOneVerbAndBothAreRecorded()
    {
        QFETCH(QString, database);
        ShiftHouse house(database);
        auto &shifts = house.office->shifts();
        auto &staff = house.office->staff();
        must(shifts.open(house.anna, euro(1000)));
        const QString why = QStringLiteral("flowers for Mrs Miller");
        QCOMPARE(shifts.move(house.anna, CashMoveKind::PaidOut, euro(300), why).error().code, ErrorCode::PermissionDenied);
        QCOMPARE(staff.approve(house.anna, Permission::MoveCash, house.clara.staff, QStringLiteral("999999")).error().code, ErrorCode::WrongPin);
        QCOMPARE(staff.approve(house.anna, Permission::MoveCash, house.bea.staff, QStringLiteral("222222")).error().code, ErrorCode::PermissionDenied);
        QCOMPARE(staff.approve(house.clara, Permission::MoveCash, house.clara.staff, QStringLiteral("333333")).error().code, ErrorCode::InvalidInput);
        const Actor allowed = must(staff.approve(house.anna, Permission::MoveCash, house.clara.staff, QStringLiteral("333333")));
        QCOMPARE(shifts.x(allowed).error().code, ErrorCode::PermissionDenied); // this verb alone
        must(shifts.move(allowed, CashMoveKind::PaidOut, euro(300), why));
        QCOMPARE(shifts.move(house.anna, CashMoveKind::PaidOut, euro(300), why).error().code, ErrorCode::PermissionDenied); // not kept
        const auto moves = must(shifts.x(house.clara)).moves;
        QCOMPARE(moves.size(), size_t(1));
        QCOMPARE(moves.front().by, QStringLiteral("Anna"));
        QCOMPARE(moves.front().approver, QStringLiteral("Clara"));
        QCOMPARE(moves.front().reason, why);
        const QString journal = house.journal();
        const QString both = QStringLiteral("\"approver\":\"%1\"").arg(house.clara.staff.toString());
        QCOMPARE(journal.count(both), 2);
        QVERIFY(journal.contains(QStringLiteral("\"permission\":\"move_cash\"")));
        QVERIFY(!journal.contains(QStringLiteral("Miller"))); // free text stays out
    }

    void wrongPinsOfAnApproverCountAndLock()
    {
        ShiftHouse house(QStringLiteral("sqlite"));
        auto &staff = house.office->staff();
        for (int i = 0; i < Staff::LockAfter; ++i)
            QVERIFY(!staff.approve(house.anna, Permission::MoveCash, house.clara.staff, QStringLiteral("000000")));
        QCOMPARE(staff.approve(house.anna, Permission::MoveCash, house.clara.staff, QStringLiteral("333333")).error().code, ErrorCode::LockedOut);
    }

    void cashNeedsAShiftWhereTheHouseSaysSo_data() { bothDatabases(); }
    void cashNeedsAShiftWhereTheHouseSaysSo()
    {
        QFETCH(QString, database);
        ShiftHouse house(database);
        auto &shifts = house.office->shifts();
        house.sellCash(); // off unless somebody sets it
        QCOMPARE(shifts.demandForCash(house.clara, true).error().code, ErrorCode::PermissionDenied);
        must(shifts.demandForCash(actorWith(*house.office, Role::Manager), true));
        const auto cart = house.cart();
        QCOMPARE(house.pay(cart, Tender::Cash).error().code, ErrorCode::NoShift);
        must(house.pay(house.cart(), Tender::Card));
        must(shifts.open(house.anna, euro(0)));
        must(house.pay(cart, Tender::Cash));
        QCOMPARE(must(shifts.x(house.clara)).expected, euro(1000)); // the sale before the shift is not the shift's
    }

    void unknownPaymentsAreNamedAndCountWhenTheyAreKnown_data() { bothDatabases(); }
    void unknownPaymentsAreNamedAndCountWhenTheyAreKnown()
    {
        QFETCH(QString, database);
        ShiftHouse house(database);
        auto &shifts = house.office->shifts();
        must(shifts.open(house.anna, euro(0)));
        const auto unknown = house.settle(must(house.pay(house.cart(0, 4), Tender::Card)), GatewayOutcome::Kind::Unknown);
        const auto first = house.countAndClose(0, house.anna);
        QCOMPARE(first.open.size(), size_t(1));
        QCOMPARE(first.open.front().amount, euro(4000));
        QVERIFY(first.taken.empty());
        must(shifts.open(house.bea, euro(0)));
        house.settle(unknown, GatewayOutcome::Kind::Captured);
        const auto second = house.countAndClose(0, house.bea);
        QVERIFY(second.open.empty());
        QCOMPARE(figureOf(second.taken, "card")->amount, euro(4000));
        QCOMPARE(second.sales.amount, euro(4000));
        QCOMPARE(house.breaches(), QStringList());
    }

    void aCorrectionCountsInAnOpenShiftAndIsRefusedInAClosedOne_data() { bothDatabases(); }
    void aCorrectionCountsInAnOpenShiftAndIsRefusedInAClosedOne()
    {
        QFETCH(QString, database);
        ShiftHouse house(database);
        auto &shifts = house.office->shifts();
        must(shifts.open(house.anna, euro(0)));
        const auto wrong = house.sellCash();
        const CorrectionRequest wasCard{wrong.order->id, wrong.order->payments.front().id, Tender::Card, QStringLiteral("4711")};
        must(house.office->tenders().correct(house.anna, wasCard));
        const auto z = house.countAndClose(0, house.anna);
        QCOMPARE(z.difference(), euro(0));
        QCOMPARE(figureOf(z.taken, "card")->amount, euro(1000));
        const auto late = house.office->tenders().correct(house.clara, {wasCard.order, wasCard.payment, Tender::Cash, {}});
        QCOMPARE(late.error().code, ErrorCode::ShiftClosed);
        QCOMPARE(house.breaches(), QStringList());
    }

    void aShiftPastMidnightBelongsToItsEvening()
    {
        ShiftHouse house(QStringLiteral("sqlite"));
        house.box.setTime({Evening.ms + 8 * 3'600'000}); // 02:00 UTC, 03:00 in Berlin
        QCOMPARE(must(house.office->shifts().open(house.anna, euro(0))).day, 20260320);
        house.box.advance(Milliseconds(3 * 3'600'000)); // 06:00 in Berlin
        const auto z = house.countAndClose(0, house.anna);
        QCOMPARE(z.shift.day, 20260320);
        QCOMPARE(must(house.office->shifts().open(house.anna, euro(0))).day, 20260321);
    }

    void twoClosingsAtOnceCloseOnce_data() { bothDatabases(); }
    void twoClosingsAtOnceCloseOnce()
    {
        QFETCH(QString, database);
        ShiftHouse house(database);
        must(house.office->shifts().open(house.anna, euro(500)));
        house.sellCash();
        const auto shift = must(house.office->shifts().count(house.anna, ShiftHouse::pieces(1600)));
        constexpr int Closers = 8;
        std::vector<Result<ShiftReport>> answers(Closers, fail(ErrorCode::Internal));
        if (house.box.isPostgres()) { // each on a connection of its own
            std::latch ready(Closers);
            std::vector<std::thread> threads;
            for (int i = 0; i < Closers; ++i)
                threads.emplace_back([&, i] {
                    const auto own = house.box.open();
                    ready.arrive_and_wait();
                    answers[size_t(i)] = own->shifts().close(house.anna, shift.id);
                });
            for (std::thread &thread : threads)
                thread.join();
        } else { // one connection writes there: one after the other
            for (auto &answer : answers)
                answer = house.office->shifts().close(house.anna, shift.id);
        }
        for (const auto &answer : answers)
            QCOMPARE(toBytes(must(answer)), toBytes(must(answers.front())));
        QCOMPARE(must(house.office->shifts().zs(house.clara)).size(), size_t(1));
        QCOMPARE(house.balance(ledger_store::AccountKind::CashDifference), 100);
        QCOMPARE(house.breaches(), QStringList());
    }

    void nothingSoldAtTheMomentOfClosingIsLost()
    {
        if (qEnvironmentVariableIsEmpty("FOYER_TEST_POSTGRES"))
            QSKIP("needs PostgreSQL: FOYER_TEST_POSTGRES names none");
        ShiftHouse house(QStringLiteral("postgres"));
        must(house.office->shifts().open(house.anna, euro(0)));
        constexpr int Sellers = 4;
        std::latch ready(Sellers + 1);
        std::vector<std::thread> threads;
        for (int i = 0; i < Sellers; ++i)
            threads.emplace_back([&, i] {
                const auto own = house.box.open();
                ready.arrive_and_wait();
                for (int n = 0; n < 25; ++n) {
                    const auto cart = own->inventory().reserve(house.anna, ReserveRequest{{}, Channel::Counter, {places(house.event, 0, 1)}});
                    if (cart) // while the drawer is counted cash is refused, and the cart stays
                        (void)own->checkout().pay(house.anna, PayRequest{cart->id, Tender::Cash, euro(1000), {}, QStringLiteral("s%1-%2").arg(i).arg(n)});
                }
            });
        ready.arrive_and_wait();
        for (int round = 0; round < 6; ++round) {
            const auto shift = must(house.office->shifts().count(house.clara, {}));
            must(house.office->shifts().close(house.clara, shift.id));
            must(house.office->shifts().open(house.anna, euro(0)));
        }
        for (std::thread &thread : threads)
            thread.join();
        must(house.office->shifts().count(house.clara, {}));
        must(house.office->shifts().close(house.clara, must(house.office->shifts().current())->id));
        QCOMPARE(house.breaches(), QStringList());
    }

    void aClosedShiftIsFinalInTheDatabase_data() { bothDatabases(); }
    void aClosedShiftIsFinalInTheDatabase()
    {
        QFETCH(QString, database);
        ShiftHouse house(database);
        must(house.office->shifts().open(house.anna, euro(0)));
        house.countAndClose(0, house.anna);
        house.office.reset();
        const auto db = house.box.administrator();
        for (const char *sql : {"UPDATE drawer_shift SET state = 'open', closed_at = NULL", "DELETE FROM drawer_shift", "UPDATE z_report SET number = 7",
                                "DELETE FROM z_report", "DELETE FROM drawer_count"})
            QVERIFY_THROWS_EXCEPTION(StorageError, db->execute(QLatin1String(sql)));
    }

    void whatIsRefundedInCashComesOutOfTheOpenShift_data() { bothDatabases(); }
    void whatIsRefundedInCashComesOutOfTheOpenShift()
    {
        QFETCH(QString, database);
        ShiftHouse house(database);
        auto &shifts = house.office->shifts();
        must(shifts.open(house.anna, euro(10000)));
        const Order order = *house.sellCash(0, 3).order; // 30.00
        must(house.refund(order));
        QCOMPARE(must(shifts.x(house.clara)).expected, euro(10000 + 3000 - 1000));
        must(shifts.count(house.anna, ShiftHouse::pieces(12000)));
        const Order left = must(house.office->orders().find(order.id));
        QCOMPARE(house.office->refunds().refund(house.clara, {order.id, {left.lines[1].ticket.id}, false, {}}).error().code, ErrorCode::DrawerCounted);
        const auto z = must(shifts.close(house.anna, must(shifts.current())->id));
        QCOMPARE(z.difference(), euro(0));
        QCOMPARE(*figureOf(z.givenBack, "cash"), (ReportFigure{QStringLiteral("cash"), 1, euro(1000)}));
        QCOMPARE(z.refunds.count, 1);
        QCOMPARE(z.grandRefunds, euro(1000));
        QCOMPARE(house.balance(ledger_store::AccountKind::Drawer, house.office->terminal().uuid()), 0);
        QCOMPARE(house.breaches(), QStringList());
    }

    void cashIntoAndOutOfWalletsBelongsToTheOpenShift_data() { bothDatabases(); }
    void cashIntoAndOutOfWalletsBelongsToTheOpenShift()
    {
        QFETCH(QString, database);
        ShiftHouse house(database);
        auto &shifts = house.office->shifts();
        using Kind = WalletRequest::Kind;
        const AccountId frieda = house.wallet("Frieda");
        must(house.move(Kind::Deposit, frieda, euro(400))); // before any shift: on nobody's Z
        must(shifts.open(house.anna, euro(10000)));
        must(house.move(Kind::Deposit, frieda, euro(5000)));
        must(house.move(Kind::Withdraw, frieda, euro(1200)));
        const auto x = must(shifts.x(house.clara));
        QCOMPARE(x.movedBy(CashMoveKind::PaidIn), euro(5000));
        QCOMPARE(x.movedBy(CashMoveKind::PaidOut), euro(1200));
        QCOMPARE(x.expected, euro(10000 + 5000 - 1200));
        must(shifts.count(house.anna, ShiftHouse::pieces(13800)));
        QCOMPARE(house.move(Kind::Deposit, frieda, euro(100)).error().code, ErrorCode::DrawerCounted);
        QCOMPARE(house.move(Kind::Withdraw, frieda, euro(100)).error().code, ErrorCode::DrawerCounted);
        const auto z = must(shifts.close(house.anna, must(shifts.current())->id));
        QCOMPARE(z.difference(), euro(0));
        must(house.move(Kind::Deposit, frieda, euro(300)));
        QCOMPARE(toBytes(must(shifts.z(house.clara, 1))), toBytes(z)); // what comes after it changes nothing
        QCOMPARE(house.breaches(), QStringList());
    }
};

FOYER_TEST(ShiftsTest, "shifts")
#include "test_shifts.moc"
