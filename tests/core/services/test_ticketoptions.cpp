// Ticket options: they count down exactly, whoever asks at once, and an answer with a key is given once.
#include "core/services/clerks.h"
#include "core/services/ticketoptions.h"
#include "core/services/verifier.h"
#include "core/storage/database.h"
#include "core/storage/writer.h"
#include "tests/support/builders.h"
#include "tests/support/testmain.h"

#include <atomic>
#include <future>
#include <latch>
#include <thread>

using namespace foyer;
using namespace foyer::test;

namespace {

TicketTypeId anOption(BoxOffice &office, int allocation, const QString &name = QStringLiteral("example"))
{
    return must(office.options().add(office.system(), NewOption{name, QStringLiteral("sample description"), allocation})).id;
}

qint64 leftOf(BoxOffice &office, TicketTypeId option)
{
    return must(office.options().find(option)).left;
}

PurchaseRequest buying(TicketTypeId option, int quantity, const QUuid &user = QUuid::createUuid())
{
    return {option, quantity, user};
}

PurchaseRequest keyed(TicketTypeId option, int quantity, const char *key, const QByteArray &hash = "same")
{
    PurchaseRequest request = buying(option, quantity);
    request.once = Once{{}, QString::fromLatin1(key), hash, 201, [](const QUuid &order) { return order.toByteArray(QUuid::WithoutBraces); }};
    return request;
}

/// For looking beside the box office that is open.
std::unique_ptr<Database> reader(TestDatabase &box)
{
    return Database::open(box.url(), Database::Mode::Read, box.clock());
}

/// Of the database itself, as no verb does.
void change(BoxOffice &office, TestDatabase &box, const char *sql)
{
    if (box.isPostgres())
        box.administrator()->execute(QString::fromLatin1(sql));
    else
        must(office.writer().write([&](Work &work) { work.db().execute(QString::fromLatin1(sql)); return true; }));
}

std::vector<int> codesOf(const std::vector<Result<Purchase>> &answers)
{
    std::vector<int> out;
    for (const auto &answer : answers)
        out.push_back(answer ? 0 : int(answer.error().code));
    return out;
}

constexpr int Bought = 0;
constexpr int TooMany = int(ErrorCode::SoldOut);

} // namespace

class TicketOptionsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itCountsDownAndIsAnOrderWithoutMoney_data() { bothDatabases(); }
    void itCountsDownAndIsAnOrderWithoutMoney()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        const auto office = box.open();
        const TicketTypeId option = anOption(*office, 10);
        const QUuid user = QUuid::createUuid();
        const auto made = must(office->options().purchase(office->system(), buying(option, 3, user)));
        const auto shown = must(office->options().find(option));
        QCOMPARE(shown.name, QStringLiteral("example"));
        QCOMPARE(shown.description, QStringLiteral("sample description"));
        QCOMPARE(shown.left, 7);
        const Order order = must(office->orders().find(made.order));
        QCOMPARE(order.channel, Channel::Web);
        QVERIFY(order.total.isZero() && order.payments.empty());
        QCOMPARE(order.lines.size(), size_t(3));
        QCOMPARE(must(office->orders().codes(order)).size(), 3);
        const Rows rows = reader(box)->run("SELECT user_id FROM orders WHERE id = ?", {made.order});
        QCOMPARE(rows.front().uuid(0), user);
        const auto figures = must(office->statistics().report(office->system(), {}));
        QCOMPARE(figures.events.front().sold, 3);
        QVERIFY(figures.events.front().revenue.isZero());
    }

    void anyUuidMayBuyTheNullOneToo_data() { bothDatabases(); }
    void anyUuidMayBuyTheNullOneToo()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        const auto office = box.open();
        must(office->options().purchase(office->system(), buying(anOption(*office, 1), 1, QUuid())));
        QCOMPARE(reader(box)->run("SELECT count(*) FROM orders WHERE user_id IS NOT NULL").front().number(0), 1);
    }

    void whatIsTooLargeDoesNotStopTheNextSmallerOne_data() { bothDatabases(); }
    void whatIsTooLargeDoesNotStopTheNextSmallerOne()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        const auto office = box.open();
        const TicketTypeId option = anOption(*office, 10);
        const std::vector<PurchaseRequest> batch{buying(option, 6), buying(option, 5), buying(option, 4), buying(option, 1)};
        QCOMPARE(codesOf(office->options().purchase(office->system(), batch)), (std::vector{Bought, TooMany, Bought, TooMany}));
        QCOMPARE(leftOf(*office, option), 0);
    }

    void aBatchOverSeveralOptionsDecidesEachByItself_data() { bothDatabases(); }
    void aBatchOverSeveralOptionsDecidesEachByItself()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        const auto office = box.open();
        const TicketTypeId small = anOption(*office, 1);
        const TicketTypeId large = anOption(*office, 1000);
        const TicketTypeId none = anOption(*office, 0);
        const std::vector<PurchaseRequest> batch{buying(small, 1), buying(large, 500), buying(small, 1), buying(none, 1), buying(large, 500),
                                                 buying(TicketTypeId(QUuid::createUuid()), 1), buying(large, 0), buying(large, TicketOptions::MaxQuantity + 1)};
        QCOMPARE(codesOf(office->options().purchase(office->system(), batch)),
                 (std::vector{Bought, Bought, TooMany, TooMany, Bought, int(ErrorCode::NotFound), int(ErrorCode::InvalidInput), TooMany}));
        QCOMPARE(leftOf(*office, small), 0);
        QCOMPARE(leftOf(*office, large), 0);
    }

    void thousandsAtOnceBuyWhatThereIsAndNotOneMore_data() { bothDatabases(); }
    void thousandsAtOnceBuyWhatThereIsAndNotOneMore()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        constexpr int Allocation = 3000, Requests = 2500;
        TicketTypeId option;
        {
            const auto office = box.open();
            option = anOption(*office, Allocation);
        }
        std::atomic<int> bought = 0, refused = 0, other = 0;
        {
            const auto clerks = must(Clerks::start(box.isPostgres() ? 3 : 1, [&]() -> Result<std::unique_ptr<BoxOffice>> { return box.open(QStringLiteral("clerks")); }));
            const Actor actor{StaffId(), Role::Administrator, TerminalId(), ShiftId()};
            std::latch ready(4);
            std::vector<std::thread> callers;
            for (int caller = 0; caller < 4; ++caller)
                callers.emplace_back([&, caller] {
                    ready.arrive_and_wait();
                    for (int i = caller; i < Requests; i += 4) {
                        const int quantity = 1 + i % 3;
                        clerks->purchase(actor, buying(option, quantity), [&, quantity](const Result<Purchase> &made) {
                            if (made)
                                bought += quantity;
                            else
                                ++(made.error().code == ErrorCode::SoldOut ? refused : other);
                        });
                    }
                });
            for (std::thread &caller : callers)
                caller.join();
        }
        QCOMPARE(bought.load(), Allocation);
        QVERIFY(refused > 0);
        QCOMPARE(other.load(), 0);
        const auto office = box.open();
        QCOMPARE(leftOf(*office, option), 0);
        const Rows sold = reader(box)->run("SELECT count(*) FROM ticket");
        QCOMPARE(sold.front().number(0), Allocation);
        const auto db = reader(box);
        const auto report = must(Verifier(*db, {}).verify());
        QVERIFY2(report.breaches.isEmpty(), qPrintable(report.breaches.join(u'\n')));
    }

    void whatAnExpiredReservationHoldsCanBeBought_data() { bothDatabases(); }
    void whatAnExpiredReservationHoldsCanBeBought()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        const auto office = box.open();
        const TicketTypeId option = anOption(*office, 5);
        const auto events = must(office->catalogue().events({}));
        hold(*office, {places(events.front(), 0, 4)});
        QCOMPARE(codesOf(office->options().purchase(office->system(), std::vector{buying(option, 2)})), std::vector{TooMany});
        QCOMPARE(leftOf(*office, option), 1);
        box.advance(std::chrono::hours(1));
        QCOMPARE(leftOf(*office, option), 5);
        QCOMPARE(codesOf(office->options().purchase(office->system(), std::vector{buying(option, 5)})), std::vector{Bought});
    }

    /// The lock says that there are places, and the guard refuses them all the same: only a broken database does that, and whoever
    /// buys hears so instead of waiting for ever.
    void placesThatCannotBeCountedAreGivenUp_data() { bothDatabases(); }
    void placesThatCannotBeCountedAreGivenUp()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        const auto office = box.open();
        const TicketTypeId option = anOption(*office, 10);
        const auto records = [&] { return reader(box)->run("SELECT count(*) FROM journal").front().number(0); };
        const qint64 before = records();
        const bool isPostgres = box.isPostgres();
        change(*office, box, isPostgres ? "CREATE FUNCTION deaf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'" : "SELECT 1");
        change(*office, box, isPostgres ? "CREATE TRIGGER deaf BEFORE UPDATE ON allotment FOR EACH ROW EXECUTE FUNCTION deaf()"
                                        : "CREATE TRIGGER deaf BEFORE UPDATE ON allotment BEGIN SELECT RAISE(IGNORE); END");
        const std::vector<PurchaseRequest> batch{buying(option, 2), buying(option, 3)};
        const auto answers = office->options().purchase(office->system(), batch);
        QCOMPARE(codesOf(answers), (std::vector{int(ErrorCode::DatabaseBusy), int(ErrorCode::DatabaseBusy)}));
        QCOMPARE(records(), before); // nothing of it is left
        change(*office, box, isPostgres ? "DROP TRIGGER deaf ON allotment" : "DROP TRIGGER deaf");
        QCOMPARE(leftOf(*office, option), 10);
        QVERIFY(office->options().purchase(office->system(), buying(option, 10)));
    }

    /// Expired places that nobody can sweep, because somebody else has them in hand: they are waited for a few times, and then not there.
    void whatCannotBeSweptIsNotWaitedForForEver()
    {
        if (qEnvironmentVariableIsEmpty("FOYER_TEST_POSTGRES"))
            QSKIP("on SQLite nobody else writes");
        TestDatabase box(QStringLiteral("postgres"));
        const auto office = box.open();
        const TicketTypeId option = anOption(*office, 10);
        hold(*office, {places(must(office->catalogue().events({})).front(), 0, 10)});
        box.advance(Milliseconds(86'400'000));
        {
            const auto elsewhere = box.administrator();
            Transaction transaction(*elsewhere);
            elsewhere->run("SELECT id FROM reservation FOR UPDATE");
            QCOMPARE(office->options().purchase(office->system(), buying(option, 1)).error().code, ErrorCode::SoldOut);
        }
        QVERIFY(office->options().purchase(office->system(), buying(option, 1)));
    }

    void aPausedOptionIsNotSold_data() { bothDatabases(); }
    void aPausedOptionIsNotSold()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        const auto office = box.open();
        const TicketTypeId option = anOption(*office, 5);
        const EventId event = must(office->catalogue().events({})).front().id;
        EventChange pause{event, {}, {}, {}, {}, {}, EventStatus::Paused};
        must(office->catalogue().changeEvents(office->system(), std::span(&pause, 1)));
        QCOMPARE(codesOf(office->options().purchase(office->system(), std::vector{buying(option, 1)})), std::vector{int(ErrorCode::NotOnSale)});
    }

    void theSameKeyIsAnsweredOnce_data() { bothDatabases(); }
    void theSameKeyIsAnsweredOnce()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        const auto office = box.open();
        const TicketTypeId option = anOption(*office, 10);
        const auto first = must(office->options().purchase(office->system(), keyed(option, 2, "k")));
        QVERIFY(!first.replay);
        const auto again = must(office->options().purchase(office->system(), keyed(option, 2, "k")));
        QVERIFY(again.replay);
        QCOMPARE(again.replay->status, 201);
        QCOMPARE(again.replay->body, first.order.toString().toLatin1());
        QCOMPARE(leftOf(*office, option), 8);
        const auto other = office->options().purchase(office->system(), keyed(option, 3, "k", "other"));
        QCOMPARE(other.error().code, ErrorCode::KeyReused);
        PurchaseRequest ofAnother = keyed(option, 1, "k");
        ofAnother.once->owner = QUuid::createUuid(); // keys of two tokens have nothing to do with each other
        QVERIFY(!must(office->options().purchase(office->system(), ofAnother)).replay);
        QCOMPARE(leftOf(*office, option), 7);
    }

    void theSameKeyTwiceInOneBatchBuysOnce_data() { bothDatabases(); }
    void theSameKeyTwiceInOneBatchBuysOnce()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        const auto office = box.open();
        const TicketTypeId option = anOption(*office, 10);
        const auto answers = office->options().purchase(office->system(), std::vector{keyed(option, 2, "k"), keyed(option, 2, "k"), keyed(option, 2, "k", "other")});
        QVERIFY(answers[0] && !answers[0]->replay);
        QVERIFY(answers[1] && answers[1]->replay);
        QCOMPARE(answers[1]->replay->body, answers[0]->order.toString().toLatin1());
        QCOMPARE(answers[2].error().code, ErrorCode::KeyReused);
        QCOMPARE(leftOf(*office, option), 8);
    }

    void aRefusalIsNotRemembered_data() { bothDatabases(); }
    void aRefusalIsNotRemembered()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        const auto office = box.open();
        const TicketTypeId option = anOption(*office, 1);
        QCOMPARE(codesOf(office->options().purchase(office->system(), std::vector{keyed(option, 2, "k"), keyed(option, 2, "k"), buying(option, 1)})),
                 (std::vector{TooMany, TooMany, Bought}));
        must(office->catalogue().setCapacity(office->system(), option, 3));
        QVERIFY(!must(office->options().purchase(office->system(), keyed(option, 2, "k"))).replay);
        QCOMPARE(leftOf(*office, option), 0);
    }

    void theSameKeyAtTwoServersAtOnceBuysOnce_data() { bothDatabases(); }
    void theSameKeyAtTwoServersAtOnceBuysOnce()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        if (!box.isPostgres())
            QSKIP("SQLite has one writer");
        const auto office = box.open();
        const TicketTypeId option = anOption(*office, 1000);
        constexpr int Rounds = 40;
        std::atomic<int> fresh = 0, repeated = 0;
        std::latch ready(2);
        std::vector<std::thread> servers;
        for (const QString &name : {QStringLiteral("one"), QStringLiteral("two")})
            servers.emplace_back([&, name] {
                const auto own = box.open(name);
                ready.arrive_and_wait();
                for (int i = 0; i < Rounds; ++i) {
                    const auto made = own->options().purchase(own->system(), keyed(option, 1, QByteArray::number(i).constData()));
                    if (made)
                        ++(made->replay ? repeated : fresh);
                }
            });
        for (std::thread &server : servers)
            server.join();
        QCOMPARE(fresh.load(), Rounds);
        QCOMPARE(repeated.load(), Rounds);
        QCOMPARE(leftOf(*office, option), 1000 - Rounds);
    }

    void anOptionWithAKeyIsMadeOnce_data() { bothDatabases(); }
    void anOptionWithAKeyIsMadeOnce()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        const auto office = box.open();
        NewOption wanted{QStringLiteral("example"), {}, 5};
        wanted.once = Once{{}, QStringLiteral("k"), "hash", 201, [](const QUuid &id) { return id.toByteArray(QUuid::WithoutBraces); }};
        const auto first = must(office->options().add(office->system(), wanted));
        const auto again = must(office->options().add(office->system(), wanted));
        QVERIFY(again.replay);
        QCOMPARE(again.replay->body, first.id.toString().toLatin1());
        wanted.once->hash = "other";
        QCOMPARE(office->options().add(office->system(), wanted).error().code, ErrorCode::KeyReused);
        QCOMPARE(must(office->catalogue().events({})).size(), size_t(1));
    }

    void oldAnswersAreForgotten()
    {
        TestDatabase box(QStringLiteral("sqlite"));
        const auto office = box.open();
        const TicketTypeId option = anOption(*office, 10);
        must(office->options().purchase(office->system(), keyed(option, 1, "k")));
        box.advance(std::chrono::hours(24));
        QCOMPARE(must(office->options().forgetAnswers(std::chrono::hours(24), 10)), 0);
        QVERIFY(must(office->options().purchase(office->system(), keyed(option, 1, "k"))).replay);
        box.advance(Milliseconds(1));
        QCOMPARE(must(office->options().forgetAnswers(std::chrono::hours(24), 10)), 1);
        QVERIFY(!must(office->options().purchase(office->system(), keyed(option, 1, "k"))).replay);
    }

    void whatIsNoOptionIsRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("allocation");
        QTest::newRow("no name") << QString() << 1;
        QTest::newRow("two lines") << QStringLiteral("a\nb") << 1;
        QTest::newRow("below zero") << QStringLiteral("a") << -1;
        QTest::newRow("too large") << QStringLiteral("a") << TicketOptions::MaxAllocation + 1;
    }
    void whatIsNoOptionIsRefused()
    {
        QFETCH(QString, name);
        QFETCH(int, allocation);
        TestDatabase box(QStringLiteral("sqlite"));
        const auto office = box.open();
        QCOMPARE(office->options().add(office->system(), NewOption{name, {}, allocation}).error().code, ErrorCode::InvalidInput);
        QVERIFY(must(office->catalogue().events({})).empty());
    }

    void onlyWhoMaySellSells()
    {
        TestDatabase box(QStringLiteral("sqlite"));
        const auto office = box.open();
        const TicketTypeId option = anOption(*office, 10);
        const Actor steward = actorWith(*office, Role::Steward);
        QVERIFY(!may(Role::Cashier, Permission::ManageCatalogue));
        QCOMPARE(office->options().add(actorWith(*office, Role::Cashier), NewOption{QStringLiteral("a"), {}, 1}).error().code, ErrorCode::PermissionDenied);
        if (!may(Role::Steward, Permission::Sell))
            QCOMPARE(office->options().purchase(steward, buying(option, 1)).error().code, ErrorCode::PermissionDenied);
    }

    void theLargestOptionAndTheLargestPurchase()
    {
        TestDatabase box(QStringLiteral("sqlite"));
        const auto office = box.open();
        const TicketTypeId option = anOption(*office, TicketOptions::MaxAllocation);
        QCOMPARE(leftOf(*office, option), TicketOptions::MaxAllocation);
        must(office->options().purchase(office->system(), buying(option, TicketOptions::TicketsAtOnce + 1)));
        QCOMPARE(leftOf(*office, option), TicketOptions::MaxAllocation - TicketOptions::TicketsAtOnce - 1);
        QCOMPARE(office->options().purchase(office->system(), buying(option, TicketOptions::MaxQuantity + 1)).error().code, ErrorCode::LimitExceeded);
    }

    void ofTwoWhoTakeTheSameTicketsBackOneIsToldSo_data() { bothDatabases(); }
    void ofTwoWhoTakeTheSameTicketsBackOneIsToldSo()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        auto office = box.open();
        const TicketTypeId option = anOption(*office, 10);
        const Purchase bought = must(office->options().purchase(office->system(), buying(option, 3)));
        std::vector<Result<RefundMade>> answers(4, fail(ErrorCode::Internal));
        const auto takeBack = [&](BoxOffice &own, size_t i) { answers[i] = own.refunds().refund(own.system(), RefundWish{bought.order, {}, false, {}}); };
        if (box.isPostgres()) {
            std::latch ready(3);
            std::vector<std::thread> cashiers;
            for (size_t i = 0; i < 3; ++i)
                cashiers.emplace_back([&, i] {
                    const auto own = box.open(QStringLiteral("own-%1").arg(i));
                    ready.arrive_and_wait();
                    takeBack(*own, i);
                });
            for (std::thread &cashier : cashiers)
                cashier.join();
            takeBack(*office, 3);
        } else {
            for (size_t i = 0; i < answers.size(); ++i)
                takeBack(*office, i);
        }
        int made = 0;
        for (const auto &answer : answers) {
            made += answer ? 1 : 0;
            if (!answer)
                QCOMPARE(answer.error().code, ErrorCode::AlreadyRefunded);
        }
        QCOMPARE(made, 1);
        QCOMPARE(leftOf(*office, option), 10);
    }
};

FOYER_TEST(TicketOptionsTest, "ticketoptions")
#include "test_ticketoptions.moc"
