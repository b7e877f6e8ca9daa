// Refunds against what somebody else does with the same wallet or the same ticket at the same moment.
#include "core/services/verifier.h"
#include "core/storage/terminal_store.h"
#include "tests/support/builders.h"
#include "tests/support/testmain.h"

#include <latch>
#include <thread>

using namespace foyer;
using namespace foyer::test;

namespace {

/// Orders of two places at 15.00, the half of each paid from Anna's wallet; Ben has a wallet, too.
class RefundDuel
{
public:
    static constexpr qint64 Filled = 500'00;

    explicit RefundDuel(const QString &database) : box(database), office(box.open())
    {
        event = anEvent(*office).withGeneral(QStringLiteral("Standing"), 100, 1500).add();
        ben = must(office->customers().add(office->system(), {{}, QStringLiteral("Ben"), {}, {}})).id;
        const auto anna = must(office->customers().add(office->system(), {{}, QStringLiteral("Anna"), {}, {}})).id;
        from = must(office->wallets().open(office->system(), anna, {})).id;
        to = must(office->wallets().open(office->system(), ben, {})).id;
        must(office->wallets().move(office->system(), WalletRequest{WalletRequest::Kind::Deposit, from, {}, Tender::Cash, euro(Filled), QStringLiteral("filled")}));
    }

    Order sold()
    {
        const Reservation cart = hold(*office, {places(event, 0, 2)});
        must(office->checkout().pay(office->system(), {cart.id, Tender::Wallet, euro(1500), {}, QStringLiteral("wallet ") + cart.id.toString(), {}, from}));
        return *must(office->checkout().pay(office->system(), {cart.id, Tender::Cash, euro(1500), {}, QStringLiteral("cash ") + cart.id.toString()})).order;
    }

    /// Two tills at once on PostgreSQL; on SQLite, which has one writer, one after the other, taking turns at being first.
    void atOnce(int round, const std::function<void(BoxOffice &)> &one, const std::function<void(BoxOffice &)> &other)
    {
        if (!box.isPostgres()) {
            (round % 2 == 0 ? one : other)(*office);
            (round % 2 == 0 ? other : one)(*office);
            return;
        }
        std::latch ready(2);
        const auto at = [&](const char *till, const std::function<void(BoxOffice &)> &body) {
            return std::thread([&, till] {
                const auto own = box.open(QLatin1String(till));
                ready.arrive_and_wait();
                body(*own);
            });
        };
        std::thread left = at("left", one), right = at("right", other);
        left.join();
        right.join();
    }

    qint64 balance(AccountId wallet) { return must(office->wallets().get(wallet)).balance.minor(); }

    QStringList breaches()
    {
        const auto db = Database::open(box.url(), Database::Mode::Read, box.clock());
        return must(Verifier(*db, KeyStore(box.keyFolder()).marks(terminal_store::all(*db))).verify()).breaches;
    }

    TestDatabase box;
    std::unique_ptr<BoxOffice> office;
    Event event;
    CustomerId ben;
    AccountId from;
    AccountId to;
};

/// Sends all that is there, again and again, until nothing is left or somebody was quicker.
int sendAllAway(BoxOffice &office, const RefundDuel &duel, int round)
{
    int sent = 0;
    for (int i = 0; i < 8; ++i) {
        const Money all = must(office.wallets().get(duel.from)).balance;
        if (all.isZero())
            continue;
        const auto moved = office.wallets().move(office.system(), WalletRequest{WalletRequest::Kind::Transfer, duel.from, duel.to, {}, all,
                                                                                QStringLiteral("away %1 %2").arg(round).arg(i)});
        if (!moved && moved.error().code != ErrorCode::InsufficientFunds)
            qFatal("it was refused: %d", int(moved.error().code));
        sent += moved ? 1 : 0;
    }
    return sent;
}

} // namespace

class RefundRacesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRefundReachesAWalletThatIsBeingEmptied_data() { bothDatabases(); }
    void aRefundReachesAWalletThatIsBeingEmptied()
    {
        QFETCH(QString, database);
        RefundDuel duel(database);
        std::vector<Order> orders;
        for (int round = 0; round < 8; ++round)
            orders.push_back(duel.sold());
        int sent = 0;
        for (int round = 0; round < 8; ++round) {
            std::optional<Result<RefundMade>> refund;
            duel.atOnce(round, [&](BoxOffice &office) { sent += sendAllAway(office, duel, round); },
                        [&](BoxOffice &office) { refund = office.refunds().refund(office.system(), {orders[size_t(round)].id, {}, false, {}}); });
            QVERIFY(refund->has_value());
            QVERIFY(duel.balance(duel.from) >= 0);
            // Everything that was on it once, but for what the orders still hold.
            QCOMPARE(duel.balance(duel.from) + duel.balance(duel.to), RefundDuel::Filled - 1500 * (7 - round));
        }
        QVERIFY(sent >= 1);
        for (const AccountId wallet : {duel.from, duel.to}) {
            const auto statement = must(duel.office->wallets().statement(wallet));
            QCOMPARE(statement.entries.back().balance.minor(), duel.balance(wallet));
        }
        QCOMPARE(duel.breaches(), QStringList());
    }

    void aTicketThatIsPassedOnWhileItIsRefundedIsVoid_data() { bothDatabases(); }
    void aTicketThatIsPassedOnWhileItIsRefundedIsVoid()
    {
        QFETCH(QString, database);
        RefundDuel duel(database);
        for (int round = 0; round < 8; ++round) {
            const Order order = duel.sold();
            const std::vector<TicketId> tickets{order.lines[0].ticket.id, order.lines[1].ticket.id};
            std::optional<Result<RefundMade>> refund;
            std::optional<Result<std::vector<Ticket>>> given;
            duel.atOnce(round, [&](BoxOffice &office) { given = office.ticketChanges().give(office.system(), tickets, duel.ben); },
                        [&](BoxOffice &office) { refund = office.refunds().refund(office.system(), {order.id, {}, false, {}}); });
            QVERIFY(refund->has_value());
            if (!*given)
                QCOMPARE(given->error().code, ErrorCode::InvalidInput);
            for (const OrderLine &line : must(duel.office->orders().find(order.id)).lines) {
                QCOMPARE(line.ticket.state, TicketState::Void);
                QCOMPARE(line.ticket.generation, *given ? 2 : 1);
                QCOMPARE(must(duel.office->orders().check(line.ticket.number.toString())).ticket.state, TicketState::Void);
            }
            QCOMPARE(duel.balance(duel.from), RefundDuel::Filled); // to the buyer, whoever holds the ticket
        }
        QCOMPARE(must(duel.office->inventory().availability(std::array{duel.event.id})).front().total().sold, 0);
        QCOMPARE(duel.breaches(), QStringList());
    }
};

FOYER_TEST(RefundRacesTest, "refundraces")
#include "test_refundraces.moc"
