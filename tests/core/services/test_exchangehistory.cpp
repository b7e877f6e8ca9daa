// Exchanges among everything else: at once with refunds, in random lives, and with a database that somebody has tampered with.
#include "tests/core/services/swap.h"
#include "tests/support/testmain.h"

#include <latch>
#include <thread>

using namespace foyer;
using namespace foyer::test;

class ExchangeHistoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// On SQLite one connection writes: there the two come one after the other.
    void anExchangeAndARefundOfTheSameTicketNeverBothHappen_data() { bothDatabases(); }
    void anExchangeAndARefundOfTheSameTicketNeverBothHappen()
    {
        QFETCH(QString, database);
        Swap swap(database);
        const auto tills = swap.box.isPostgres() ? 4 : 1;
        for (size_t round = 0; round < 5; ++round) {
            const auto one = swap.tickets(swap.sale, round, 1);
            std::vector<ExchangeWish> wishes;
            for (int i = 0; i < 2; ++i)
                wishes.push_back(swap.wish(swap.sale, one, hold(*swap.office, {places(swap.opera, 0, 1)}), euro(600)));
            std::vector<std::optional<ErrorCode>> answers(4); // empty: done
            const auto ask = [&](size_t i, BoxOffice &office) {
                if (i < 2) {
                    const auto made = office.exchanges().exchange(office.system(), wishes[i]);
                    answers[i] = made ? std::nullopt : std::optional(made.error().code);
                } else {
                    const auto made = office.refunds().refund(office.system(), {swap.sale.id, one, false, {}});
                    answers[i] = made ? std::nullopt : std::optional(made.error().code);
                }
            };
            if (tills > 1) {
                std::latch ready(4);
                std::vector<std::thread> threads;
                for (size_t i = 0; i < 4; ++i)
                    threads.emplace_back([&, i] {
                        const auto own = swap.box.open(QStringLiteral("till-%1").arg(i));
                        ready.arrive_and_wait();
                        ask(i, *own);
                    });
                for (std::thread &thread : threads)
                    thread.join();
            } else {
                for (size_t i = 0; i < 4; ++i)
                    ask((i + round) % 4, *swap.office);
            }
            QCOMPARE(std::count(answers.begin(), answers.end(), std::nullopt), 1);
            for (const auto &answer : answers)
                QVERIFY(!answer || *answer == ErrorCode::AlreadyRefunded);
            for (const ExchangeWish &wish : wishes)
                (void)swap.office->inventory().release(swap.office->system(), wish.reservation); // the losers' carts
        }
        QCOMPARE(swap.sold(swap.hamlet), 0);
        QCOMPARE(swap.breaches(), QStringList());
    }

    void theDatabaseItselfRefusesASecondHalf_data() { bothDatabases(); }
    void theDatabaseItselfRefusesASecondHalf()
    {
        QFETCH(QString, database);
        Swap swap(database);
        swap.twoForTheOpera();
        const auto refused = [&](const char *sql) {
            return swap.office->writer().write([&](Work &work) { work.db().execute(QString::fromLatin1(sql)); return true; }).error().code;
        };
        const QByteArray again = "INSERT INTO orders (id, number, counter, kind, channel, refers_to, terminal_id, currency, total, created_at, chain_id, seq, exchange_id) "
                                 "SELECT reservation_id, 'X-' || number, counter + 100, %1, channel, refers_to, terminal_id, currency, 0, 0, chain_id, seq, id FROM orders "
                                 "WHERE kind = 'exchange'";
        QCOMPARE(refused(QByteArray(again).replace("%1", "'refund'").constData()), ErrorCode::Internal); // one refund for an exchange
        QCOMPARE(refused(QByteArray(again).replace("%1", "'sale'").constData()), ErrorCode::Internal);   // and of no other kind
        QCOMPARE(swap.breaches(), QStringList());
    }

    void tamperingIsNamed_data()
    {
        QTest::addColumn<QString>("database");
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<QString>("breach");
        const auto add = [](const char *name, const char *sql, const char *breach) {
            QTest::addRow("%s, sqlite", name) << QStringLiteral("sqlite") << QByteArray(sql) << QString::fromLatin1(breach);
            if (!qEnvironmentVariableIsEmpty("FOYER_TEST_POSTGRES"))
                QTest::addRow("%s, postgres", name) << QStringLiteral("postgres") << QByteArray(sql) << QString::fromLatin1(breach);
        };
        add("half gone", "UPDATE orders SET exchange_id = NULL WHERE kind = 'refund'", "Exchange A-10003 of sale A-10001 stands for no tickets");
        add("half untold", "UPDATE orders SET exchange_id = NULL WHERE kind = 'refund'", "The journal tells of order A-10004");
        add("another sale", "UPDATE orders SET refers_to = (SELECT id FROM orders WHERE number = 'A-10002') WHERE kind = 'exchange'",
            "Exchange A-10003 of sale A-10002 stands for no tickets");
        add("no exchange any more", "UPDATE orders SET kind = 'sale' WHERE kind = 'exchange'", "Refund A-10004 is said to be half of an exchange, but order A-10003 is none");
        add("difference gone", "DELETE FROM payment WHERE amount = 1200 AND kind = 'capture' AND state = 'captured' AND tender = 'cash'", "Order A-10001 has a total of 14700, but 13500 was paid");
        add("revenue kept", "DELETE FROM transfer WHERE amount = 5046", "EUR in order clearing instead of zero");
        add("comp's reason gone", "DELETE FROM comp", "Order A-10002 was given free of charge, but nobody said why");
        add("comp sold", "UPDATE orders SET kind = 'sale' WHERE kind = 'comp'", "Order A-10002 is a sale of 0, but stands among those that were given free of charge");
        add("sale given", "UPDATE orders SET kind = 'comp' WHERE kind = 'sale'", "The journal tells of order A-10001");
    }

    void tamperingIsNamed()
    {
        QFETCH(QString, database);
        QFETCH(QByteArray, sql);
        QFETCH(QString, breach);
        Swap swap(database);
        must(swap.office->comps().give(swap.office->system(), {hold(*swap.office, {places(swap.club, 0, 1)}).id, QStringLiteral("press")}));
        swap.twoForTheOpera();
        QCOMPARE(swap.breaches(), QStringList());
        swap.office.reset();
        const auto db = swap.box.administrator();
        if (db->isPostgres()) {
            db->execute(QStringLiteral("SET session_replication_role = replica"));
        } else {
            db->execute(QStringLiteral("PRAGMA foreign_keys = OFF"));
            db->execute(QStringLiteral("PRAGMA ignore_check_constraints = ON"));
            for (const Row &row : db->run("SELECT name FROM sqlite_schema WHERE type = 'trigger'"))
                db->execute(QStringLiteral("DROP TRIGGER \"%1\"").arg(row.text(0)));
        }
        db->execute(QString::fromUtf8(sql));
        const QString said = swap.breaches().join(u'\n');
        QVERIFY2(said.contains(breach), qUtf8Printable(said));
    }

    void randomHistoriesAlwaysAddUp_data() { bothDatabases(); }
    void randomHistoriesAlwaysAddUp()
    {
        QFETCH(QString, database);
        Swap swap(database);
        const auto bob = must(swap.office->customers().add(swap.office->system(), {{}, QStringLiteral("Bob"), {}, {}}));
        quint32 seed = 11;
        const auto next = [&](size_t below) { return size_t((seed = seed * 1664525 + 1013904223) / 65536 % quint32(below)); };
        std::vector<OrderId> orders{swap.sale.id};
        int done = 0;
        for (int round = 0; round < 40; ++round) {
            const Order order = must(swap.office->orders().find(orders[next(orders.size())]));
            const auto some = swap.tickets(order, next(order.lines.size()), 1);
            std::optional<Error> refused;
            switch (next(6)) {
            case 0:
                orders.push_back(test::sell(*swap.office, {places(swap.club, 0, 2)}).id);
                break;
            case 1:
                if (const auto made = swap.office->refunds().refund(swap.office->system(), {order.id, some, false, {}}); !made)
                    refused = made.error();
                break;
            case 2:
                if (const auto made = swap.office->ticketChanges().give(swap.office->system(), some, bob.id); !made)
                    refused = made.error();
                break;
            case 3:
                if (const auto made = next(2) ? swap.office->ticketChanges().revoke(swap.office->system(), some)
                                              : swap.office->ticketChanges().reinstate(swap.office->system(), some); !made)
                    refused = made.error();
                break;
            default: {
                const auto cart = swap.office->inventory().reserve(swap.office->system(), ReserveRequest{{}, Channel::Counter, {places(next(2) ? swap.club : swap.opera, 0, int(1 + next(2)))}});
                if (!cart)
                    break; // sold out
                const auto quote = swap.office->exchanges().quote(order.id, some);
                const Money due = quote ? cart->total() - quote->worth : euro(0);
                const auto made = swap.exchange(swap.wish(order, some, *cart, due.isPositive() ? std::optional(due) : std::nullopt));
                if (made)
                    orders.push_back(made->state.order->id);
                else
                    must(swap.office->inventory().release(swap.office->system(), cart->id));
                if (!made)
                    refused = made.error();
                done += made ? 1 : 0;
            } break;
            }
            if (refused)
                QVERIFY2(refused->code == ErrorCode::AlreadyRefunded || refused->code == ErrorCode::InvalidInput, qUtf8Printable(refused->args.join(u' ')));
            if (next(4) == 0)
                answerCards(swap, next(3) == 0 ? GatewayOutcome::Kind::Declined : GatewayOutcome::Kind::Captured);
            QCOMPARE(swap.breaches(), QStringList());
        }
        QVERIFY(done > 3);
    }

private:
    /// The bank answers every refund that waits.
    static void answerCards(Swap &swap, GatewayOutcome::Kind outcome)
    {
        for (const Payment &payment : must(swap.office->checkout().unresolved())) {
            must(swap.office->checkout().markSent(payment.id));
            must(swap.office->checkout().settle({payment.id, {outcome, outcome == GatewayOutcome::Kind::Captured ? QStringLiteral("back") : QString(), {}}}));
        }
    }
};

FOYER_TEST(ExchangeHistoryTest, "exchangehistory")
#include "test_exchangehistory.moc"
