#include "core/services/tendercorrection.h"
#include "core/services/verifier.h"
#include "core/storage/database.h"
#include "core/storage/terminal_store.h"
#include "core/storage/writer.h"
#include "tests/support/builders.h"
#include "tests/support/testmain.h"

using namespace foyer;
using namespace foyer::test;

namespace {

struct CorrectionBooth {
    explicit CorrectionBooth(const QString &database) : box(database), office(box.open())
    {
        show = anEvent(*office).withGeneral(QStringLiteral("Standing"), 50, 1000).add();
        anna = somebody(QStringLiteral("Anna"));
    }

    Actor somebody(const QString &name)
    {
        const auto member = must(office->staff().add(office->system(), name, Role::Cashier, QStringLiteral("246802")));
        return {member.id, Role::Cashier, office->terminal(), ShiftId()};
    }

    Order sold(const Actor &by, Tender tender, const QString &gateway = {})
    {
        const auto cart = must(office->inventory().reserve(by, ReserveRequest{{}, Channel::Counter, {places(show, 0, 2)}}));
        auto state = must(office->checkout().pay(by, PayRequest{cart.id, tender, cart.total(), {}, cart.id.toString(), gateway}));
        if (tender == Tender::Card)
            state = must(office->checkout().settle({state.payments.back().id, {GatewayOutcome::Kind::Captured, QStringLiteral("0815"), {}}}));
        return *state.order;
    }

    Result<Order> correct(const Actor &by, const Order &order, Tender to, const QString &receipt = QStringLiteral("4711"))
    {
        return office->tenders().correct(by, {order.id, order.payments.front().id, to, receipt});
    }

    /// What lies there: debits less credits.
    qint64 in(const char *kind)
    {
        return *office->writer().read([&](Database &db) {
            return db.run("SELECT CAST(coalesce(sum(CASE WHEN a.id = t.debit_id THEN t.amount ELSE -t.amount END), 0) AS BIGINT) FROM transfer t "
                          "JOIN account a ON a.id IN (t.debit_id, t.credit_id) WHERE a.kind = ?", {QString::fromLatin1(kind)}).front().number(0);
        });
    }

    QStringList breaches()
    {
        office.reset();
        const auto db = Database::open(box.url(), Database::Mode::Read, box.clock());
        return must(Verifier(*db, KeyStore(box.keyFolder()).marks(terminal_store::all(*db))).verify()).breaches;
    }

    TestDatabase box;
    std::unique_ptr<BoxOffice> office;
    Event show;
    Actor anna;
};

} // namespace

class TenderCorrectionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cashThatWasReallyACardMovesOver_data() { bothDatabases(); }
    void cashThatWasReallyACardMovesOver()
    {
        QFETCH(QString, database);
        CorrectionBooth booth(database);
        const auto order = booth.sold(booth.anna, Tender::Cash);
        QCOMPARE(booth.in("drawer"), 2000);
        const auto corrected = must(booth.correct(booth.anna, order, Tender::Card));
        QCOMPARE(corrected.payments.front().tender, Tender::Card);
        QCOMPARE(corrected.payments.front().reference, QStringLiteral("4711"));
        QVERIFY(corrected.payments.front().isCorrected);
        QCOMPARE(booth.in("drawer"), 0);
        QCOMPARE(booth.in("card_clearing"), 2000);
        QCOMPARE(booth.in("order_clearing"), 0);
        QVERIFY(must(booth.correct(booth.anna, order, Tender::Card)).payments.front().isCorrected); // again: nothing more happens
        QCOMPARE(booth.in("card_clearing"), 2000);
        const auto back = must(booth.correct(booth.anna, order, Tender::Cash));
        QCOMPARE(back.payments.front().tender, Tender::Cash);
        QVERIFY(!back.payments.front().isCorrected);
        QCOMPARE(booth.in("drawer"), 2000);
        QCOMPARE(booth.breaches(), QStringList());
    }

    void aCardOfTheMachineThatWasReallyCash_data() { bothDatabases(); }
    void aCardOfTheMachineThatWasReallyCash()
    {
        QFETCH(QString, database);
        CorrectionBooth booth(database);
        const auto order = booth.sold(booth.anna, Tender::Card, QLatin1String(CardMachine));
        QCOMPARE(must(booth.correct(booth.anna, order, Tender::Cash, QString())).payments.front().tender, Tender::Cash);
        QCOMPARE(booth.in("drawer"), 2000);
        QCOMPARE(booth.in("card_clearing"), 0);
        QCOMPARE(booth.breaches(), QStringList());
    }

    void aCardThatTheBankChargedStaysACard()
    {
        CorrectionBooth booth(QStringLiteral("sqlite"));
        const auto order = booth.sold(booth.anna, Tender::Card, QStringLiteral("sandbox"));
        QCOMPARE(booth.correct(booth.anna, order, Tender::Cash, QString()).error().code, ErrorCode::InvalidInput);
        QCOMPARE(booth.in("drawer"), 0);
    }

    void aCardNeedsItsReceipt()
    {
        CorrectionBooth booth(QStringLiteral("sqlite"));
        const auto order = booth.sold(booth.anna, Tender::Cash);
        QCOMPARE(booth.correct(booth.anna, order, Tender::Card, QStringLiteral("  ")).error().code, ErrorCode::InvalidInput);
        QCOMPARE(booth.in("drawer"), 2000);
    }

    void onesOwnSalesOfTheDayOnly_data() { bothDatabases(); }
    void onesOwnSalesOfTheDayOnly()
    {
        QFETCH(QString, database);
        CorrectionBooth booth(database);
        const auto order = booth.sold(booth.anna, Tender::Cash);
        const Actor ben = booth.somebody(QStringLiteral("Ben"));
        QCOMPARE(booth.correct(ben, order, Tender::Card).error().code, ErrorCode::PermissionDenied);
        Actor elsewhere = booth.anna;
        elsewhere.terminal = TerminalId(QUuid::createUuid());
        QCOMPARE(booth.correct(elsewhere, order, Tender::Card).error().code, ErrorCode::PermissionDenied);
        booth.box.advance(std::chrono::hours(24));
        QCOMPARE(booth.correct(booth.anna, order, Tender::Card).error().code, ErrorCode::PermissionDenied);
        QVERIFY(booth.correct(actorWith(*booth.office, Role::Supervisor), order, Tender::Card));
    }

    void aPaymentOfAnotherOrderIsNotFound()
    {
        CorrectionBooth booth(QStringLiteral("sqlite"));
        const auto one = booth.sold(booth.anna, Tender::Cash);
        const auto two = booth.sold(booth.anna, Tender::Cash);
        const auto answer = booth.office->tenders().correct(booth.anna, {one.id, two.payments.front().id, Tender::Card, QStringLiteral("1")});
        QCOMPARE(answer.error().code, ErrorCode::NotFound);
    }
};

FOYER_TEST(TenderCorrectionTest, "tendercorrection")
#include "test_tendercorrection.moc"
