#include "core/services/verifier.h"
#include "core/storage/database.h"
#include "core/storage/writer.h"
#include "core/storage/terminal_store.h"
#include "tests/support/builders.h"
#include "tests/support/testmain.h"

using namespace foyer;
using namespace foyer::test;

namespace {

/// Sells from a box office in every way that there is, and closes it again.
void sellInEveryWay(TestDatabase &box)
{
    int keys = 0;
    auto office = box.open();
    const auto show = anEvent(*office).withGeneral(QStringLiteral("Standing"), 50, 2500).withSeats(2, 10).add();
    const auto other = anEvent(*office).named(QStringLiteral("Faust")).withGeneral(QStringLiteral("Free"), 5, 0).add();
    const auto seats = seatsOf(*office, show);
    const auto standing = show.ticketTypes[0].priceLevels[0].id;
    const auto stalls = show.ticketTypes[1].priceLevels[0].id;
    const auto reserve = [&](std::vector<ReserveLine> lines) {
        return must(office->inventory().reserve(office->system(), ReserveRequest{{}, Channel::Counter, std::move(lines)}));
    };
    const auto pay = [&](const Reservation &cart, Tender tender, Money amount) {
        return must(office->checkout().pay(office->system(), PayRequest{cart.id, tender, amount, {}, QStringLiteral("key %1").arg(++keys)}));
    };
    const auto settle = [&](const CheckoutState &state, GatewayOutcome::Kind kind) {
        return must(office->checkout().settle({state.payments.back().id, {kind, QStringLiteral("ref"), {}}}));
    };
    using Kind = GatewayOutcome::Kind;

    const auto mixed = reserve({{show.id, standing, {}, 3}, {show.id, stalls, seats[0].id, 1}, {show.id, stalls, seats[1].id, 1}});
    pay(mixed, Tender::Cash, euro(5000));
    settle(pay(mixed, Tender::Card, mixed.total() - euro(5000)), Kind::Declined);
    settle(pay(mixed, Tender::Card, mixed.total() - euro(5000)), Kind::Captured);
    const auto free = reserve({{other.id, other.ticketTypes[0].priceLevels[0].id, {}, 1}});
    must(office->checkout().completeFree(office->system(), free.id));
    const auto given = reserve({{show.id, standing, {}, 2}, {show.id, stalls, seats[2].id, 1}});
    settle(pay(given, Tender::Card, euro(3000)), Kind::Captured);
    pay(given, Tender::Cash, euro(1000));
    const auto abandoned = must(office->checkout().abandon(office->system(), given.id));
    for (const Payment &payment : abandoned.payments)
        if (payment.kind == PaymentKind::Refund && payment.tender == Tender::Card) {
            must(office->checkout().markSent(payment.id));
            must(office->checkout().settle({payment.id, {Kind::Captured, QStringLiteral("back"), {}}}));
        }
    must(office->inventory().release(office->system(), reserve({{show.id, standing, {}, 4}}).id));
    reserve({{show.id, stalls, seats[3].id, 1}, {show.id, standing, {}, 1}});
    box.advance(Milliseconds(16 * 60'000));
    must(office->inventory().sweep());
    settle(pay(reserve({{show.id, stalls, seats[4].id, 1}}), Tender::Card, euro(5900)), Kind::Unknown);
    reserve({{show.id, stalls, seats[5].id, 1}, {show.id, standing, {}, 6}});
    const std::array killed{seats[6].id};
    must(office->inventory().block(office->system(), show.id, killed, {ClaimState::Killed, QStringLiteral("broken"), {}}));
    must(office->catalogue().setCapacity(office->system(), show.ticketTypes[0].id, 45));
    // Fees, and cash that was really a card.
    const auto opera = anEvent(*office).named(QStringLiteral("Opera")).withGeneral(QStringLiteral("Pit"), 20, 1000).withFee(150).withOrderFee(101).add();
    const auto corrected = sell(*office, {places(opera, 0, 2)});
    must(office->tenders().correct(office->system(), {corrected.id, corrected.payments.front().id, Tender::Card, QStringLiteral("4711")}));
    // Tickets given back, one of them on its way to a card; one revoked and one passed on.
    const auto back = reserve({{opera.id, opera.ticketTypes[0].priceLevels[0].id, {}, 4}});
    settle(pay(back, Tender::Card, euro(2000)), Kind::Captured);
    const Order returned = *pay(back, Tender::Cash, back.total() - euro(2000)).order;
    must(office->refunds().refund(office->system(), {returned.id, {returned.lines[0].ticket.id}, false, {}}));
    must(office->ticketChanges().revoke(office->system(), std::array{returned.lines[1].ticket.id}));
    const auto friendly = must(office->customers().add(office->system(), {{}, QStringLiteral("Frieda"), {}, {}}));
    must(office->ticketChanges().give(office->system(), std::array{returned.lines[2].ticket.id}, friendly.id));
    // A wallet and a gift card that pay together, one that gets its money back, and money that moves between them.
    const auto anna = must(office->customers().add(office->system(), {{}, QStringLiteral("Anna"), {}, {}}));
    const auto purse = must(office->wallets().open(office->system(), anna.id, {}));
    const auto gift = must(office->wallets().issueGiftCard(office->system(), {}));
    const auto stored = [&](WalletRequest::Kind kind, AccountId to, qint64 cents) {
        must(office->wallets().move(office->system(), WalletRequest{kind, purse.id, to, Tender::Cash, euro(cents), QStringLiteral("key %1").arg(++keys)}));
    };
    stored(WalletRequest::Kind::Deposit, {}, 7777);
    stored(WalletRequest::Kind::Transfer, gift.id, 1234);
    stored(WalletRequest::Kind::Withdraw, {}, 333);
    const auto byWallet = [&](const Reservation &cart, Tender tender, qint64 cents) {
        must(office->checkout().pay(office->system(), PayRequest{cart.id, tender, euro(cents), {}, QStringLiteral("key %1").arg(++keys), {},
                                                                 tender == Tender::Wallet ? purse.id : gift.id}));
    };
    const auto ballet = anEvent(*office).named(QStringLiteral("Ballet")).withGeneral(QStringLiteral("Gallery"), 20, 1610).add();
    const auto gallery = reserve({places(ballet, 0, 1)});
    byWallet(gallery, Tender::GiftCard, 1000);
    byWallet(gallery, Tender::Wallet, gallery.total().minor() - 1000);
    const auto regretted = reserve({places(ballet, 0, 2)});
    byWallet(regretted, Tender::Wallet, 555);
    must(office->checkout().abandon(office->system(), regretted.id));
    // Somebody who came in, went out and came in again, and their companion.
    const auto scan = [&](size_t line, Passing passing) {
        const auto verdict = must(office->admissions().scan(office->system(), {corrected.lines[line].ticket.number.toString(), opera.id, passing}));
        if (!verdict.isPassage())
            qFatal("a scan was refused");
    };
    scan(0, Passing::In);
    scan(0, Passing::Out);
    scan(0, Passing::In);
    scan(1, Passing::In);
    // A shift with a sale, cash out, a handover and a count that is 0.44 short.
    const auto recital = anEvent(*office).named(QStringLiteral("Recital")).withGeneral(QStringLiteral("Hall"), 10, 1000).add();
    const auto bea = must(office->staff().add(office->system(), QStringLiteral("Bea"), Role::Cashier, QStringLiteral("222222")));
    must(office->shifts().open(office->system(), euro(12300)));
    sell(*office, {places(recital, 0, 1)});
    must(office->shifts().move(office->system(), CashMoveKind::PaidOut, euro(456), QStringLiteral("milk")));
    must(office->shifts().handOver(office->system(), must(office->staff().prove(bea.id, QStringLiteral("222222")))));
    const auto shift = must(office->shifts().count(office->system(), {{5000, 2}, {2000, 1}, {500, 1}, {200, 1}, {100, 1}}));
    must(office->shifts().close(office->system(), shift.id));
    // An expired reservation that nobody swept, and whose seat somebody else took since.
    reserve({{show.id, stalls, seats[7].id, 1}});
    box.advance(Milliseconds(16 * 60'000));
    reserve({{show.id, stalls, seats[7].id, 1}});
}

/// A box office that was sold from, in a copy of its own: the sale itself happens once for each database.
class House
{
public:
    explicit House(const QString &database) : m_box(sold(database)) {}

    /// Drops the models: a server outlives the test.
    static void forget() { models().clear(); }

    VerifyReport verify()
    {
        const auto db = Database::open(m_box.url(), Database::Mode::Read, m_box.clock());
        return must(Verifier(*db, KeyStore(m_box.keyFolder()).marks(terminal_store::all(*db))).verify());
    }

    /// Does what no program may, past every trigger and key.
    void tamper(const QByteArray &sql)
    {
        const auto db = m_box.administrator();
        if (db->isPostgres()) {
            db->execute(QStringLiteral("SET session_replication_role = replica"));
        } else {
            db->execute(QStringLiteral("PRAGMA foreign_keys = OFF"));
            db->execute(QStringLiteral("PRAGMA ignore_check_constraints = ON"));
            for (const Row &row : db->run("SELECT name FROM sqlite_schema WHERE type = 'trigger'"))
                db->execute(QStringLiteral("DROP TRIGGER \"%1\"").arg(row.text(0)));
        }
        db->execute(QString::fromUtf8(sql));
    }

    TestDatabase &box() { return m_box; }

private:
    static std::map<QString, std::unique_ptr<TestDatabase>> &models()
    {
        static std::map<QString, std::unique_ptr<TestDatabase>> all;
        return all;
    }

    static const TestDatabase &sold(const QString &database)
    {
        auto &model = models()[database];
        if (!model) {
            model = std::make_unique<TestDatabase>(database);
            sellInEveryWay(*model);
        }
        return *model;
    }

    TestDatabase m_box;
};

} // namespace

class VerifierTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanupTestCase() { House::forget(); }

    void aHouseThatWasSoldFromIsSound_data() { bothDatabases(); }
    void aHouseThatWasSoldFromIsSound()
    {
        QFETCH(QString, database);
        House house(database);
        const auto report = house.verify();
        QCOMPARE(report.breaches, QStringList());
        QVERIFY(report.isSound());
        QVERIFY(report.records > 15);
        QCOMPARE(report.tickets, 14);
        QVERIFY(report.transfers > 5);
    }

    void anEmptyBoxOfficeIsSound_data() { bothDatabases(); }
    void anEmptyBoxOfficeIsSound()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        const auto db = Database::open(box.url(), Database::Mode::Read, box.clock());
        QCOMPARE(must(Verifier(*db, {}).verify()).breaches, QStringList());
    }

    void tamperingIsNamed_data()
    {
        QTest::addColumn<QString>("database");
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<QString>("breach"); ///< part of a sentence that must be among the breaches
        const auto add = [](const char *name, const char *sql, const char *breach) {
            QTest::newRow(QByteArray("sqlite ") + name) << QStringLiteral("sqlite") << QByteArray(sql) << QString::fromUtf8(breach);
            if (!qEnvironmentVariableIsEmpty("FOYER_TEST_POSTGRES"))
                QTest::newRow(QByteArray("postgres ") + name) << QStringLiteral("postgres") << QByteArray(sql) << QString::fromUtf8(breach);
        };
        add("held counter", "UPDATE allotment SET held = held + 1 WHERE owner = 'house' AND held > 0", "Hamlet, Standing: the house allotment counts 7 held places, but reservations hold 6");
        add("sold counter", "UPDATE allotment SET sold = sold - 1 WHERE owner = 'house' AND sold = 3", "counts 2 sold places, but 3 tickets");
        add("capacity", "UPDATE allotment SET capacity = capacity + 5 WHERE owner = 'house' AND capacity = 45", "has a capacity of 50, but its moves add up to 45");
        add("move", "UPDATE allotment_move SET n = 49 WHERE n = 50", "The journal tells of the move of 50 places");
        add("deleted move", "DELETE FROM allotment_move WHERE n = 50", "The journal tells of the move of 50 places (chain A");
        add("balance", "INSERT INTO account (id, kind, owner, currency, balance) SELECT id, 'wallet', id, 'EUR', 500 FROM terminal", "A wallet account in EUR has a balance of 500, but its transfers add up to 0");
        add("transfer amount", "UPDATE transfer SET amount = amount + 1 WHERE amount = 5000", "The journal tells of the transfer of 5000 EUR");
        add("deleted transfer", "DELETE FROM transfer WHERE amount = 5000", "The journal tells of the transfer of 5000 EUR");
        add("order total", "UPDATE orders SET total = total - 100 WHERE total > 0", "has a total of 19200, but its lines add up to 19300");
        add("deleted order", "DELETE FROM orders WHERE number = 'A-10001'", "The journal tells of order A-10001");
        add("line price", "UPDATE order_line SET unit_price = 100 WHERE unit_price = 2500", "Order A-10001 has a total of 19300");
        add("tax", "UPDATE order_line SET tax = tax + 1 WHERE unit_price = 5900", "contains 386 of tax, but it says 387");
        add("payment amount", "UPDATE payment SET amount = 4999, given = 4999 WHERE tender = 'cash' AND amount = 5000", "A payment for order A-10001 is cash capture 4999, but the journal says cash capture 5000");
        add("payment state", "UPDATE payment SET state = 'captured' WHERE state = 'declined'", "A payment for order A-10001 is captured, but the journal says declined");
        add("invented payment", "UPDATE payment SET state = 'captured' WHERE state = 'unknown'", "A card capture of 5900 EUR for a reservation without an order is captured, but its transfers move 0");
        add("deleted payment", "DELETE FROM payment WHERE state = 'declined'", "The journal tells of a payment (card capture 14300");
        add("journal body", "UPDATE journal SET body = replace(body, '5000', '5001')", "is not as it was signed");
        add("journal time", "UPDATE journal SET at = at + 1 WHERE seq = 3", "chain A, record 3 is not as it was signed");
        add("journal signature", "UPDATE journal SET signature = (SELECT signature FROM journal WHERE seq = 1) WHERE seq = 3", "chain A, record 3 is not as it was signed");
        add("journal gap", "DELETE FROM journal WHERE seq = 5", "chain A, record 5 is missing");
        add("ticket gone", "DELETE FROM ticket WHERE seat_id IS NULL", "Order A-10001 has lost one of its tickets for Hamlet");
        add("claim gone", "DELETE FROM claim WHERE state = 'sold'", "stands for seat 1, row 1, Stalls, which is not marked as sold to it");
        add("claim of nobody", "UPDATE claim SET ticket_id = event_id WHERE state = 'sold'", "seat 1, row 1, Stalls is marked as sold, but no ticket stands for it");
        add("held claim gone", "DELETE FROM claim WHERE state = 'held' AND expires_at IS NULL", "a reservation has seat 5, row 1, Stalls, which is not held for it");
        add("held for ever", "UPDATE claim SET expires_at = NULL WHERE state = 'held'", "is held, but no living reservation holds it");
        add("foreign category", "UPDATE seat SET category = 'Box' WHERE number = '7'", "is claimed as Stalls, which does not sell its category");
        add("reservation revived", "UPDATE reservation SET state = 'active' WHERE state = 'released'", "A reservation is active, but the journal says released");
        add("rollup", "UPDATE sales_rollup SET sold = sold + 1 WHERE amount = 7500", "Hamlet, Standing on 2026-03-20: the statistics say 4 sold for 7500, but the orders say 3 for 7500");
        add("rollup gone", "DELETE FROM sales_rollup WHERE amount = 7500", "the statistics say 0 sold for 0, but the orders say 3 for 7500");
        add("fee made a price", "UPDATE order_line SET fee = fee - 1, unit_price = unit_price + 1 WHERE fee = 201", "The journal tells of ticket");
        add("fee not as agreed", "UPDATE reservation_line SET unit_fee = 151 WHERE unit_fee = 150", "Order A-10003 charges fees of 401, but 403 were agreed");
        add("fee not booked", "DELETE FROM transfer WHERE credit_id IN (SELECT id FROM account WHERE kind = 'fee')",
            "Opera: its order lines charge fees of 1031 EUR without tax, but 0 was booked as fees");
        add("fee booked elsewhere", "UPDATE account SET kind = 'float' WHERE kind = 'fee'", "Opera: its order lines charge fees of 1031 EUR without tax, but 0 was booked as fees");
        add("correction gone", "DELETE FROM tender_correction", "A capture of 2401 EUR for order A-10003 counts as cash, but its transfers put 0 into the drawer");
        add("correction untold", "DELETE FROM tender_correction", "The journal tells of the correction of a payment to card");
        add("correction invented", "INSERT INTO tender_correction (id, payment_id, number, tender, reference, at, chain_id, seq) "
            "SELECT p.id, p.id, 1, 'card', 'x', 0, c.id, 2 FROM payment p, chain c WHERE p.amount = 5000", "The journal does not tell of the correction of a payment to card");
        add("correction turned", "UPDATE tender_correction SET tender = 'cash', reference = ''", "The journal tells of the correction of a payment to card");
        add("wallet line", "UPDATE transfer SET credit_balance = credit_balance + 1 WHERE amount = 7777", "Line 1 on the statement of a wallet account in EUR should be number 1 and leave 7777, but says 7778");
        add("wallet line numbered anew", "UPDATE transfer SET debit_number = 17 WHERE amount = 333", "Line 17 on the statement of a wallet account in EUR should be number");
        add("wallet line gone", "UPDATE transfer SET debit_number = NULL, debit_balance = NULL WHERE amount = 333", "A wallet account in EUR counts 6 operations, but its statement has 5");
        add("wallet operations", "UPDATE account SET operations = operations + 1 WHERE kind = 'gift_card'", "A gift_card account in EUR counts 3 operations, but its statement has 2");
        add("wallet given away", "UPDATE account SET owner = id WHERE kind = 'wallet'", "A wallet is wallet ");
        add("wallet invented", "INSERT INTO account (id, kind, owner, currency, balance) SELECT id, 'wallet', id, 'EUR', 0 FROM terminal", "The journal tells of 1 wallets, but there are 2");
        add("payment of another wallet", "UPDATE payment SET wallet_id = (SELECT id FROM account WHERE kind = 'wallet') WHERE tender = 'gift_card'",
            "A gift_card capture of 1000 EUR names a wallet, but its transfers move 0 out of it");
        add("wallet payment gone", "DELETE FROM payment WHERE amount = 1000 AND tender = 'gift_card'", "The journal tells of a payment (gift_card capture 1000");
        add("float", "UPDATE drawer_shift SET opening = 12400", "shift 1 began with a float of 12400, but 12300 were put into the drawer");
        add("float untold", "UPDATE drawer_shift SET opening = 12400", "The journal tells of shift 1 with a float of 12300");
        add("paid out less", "UPDATE cash_movement SET amount = 455", "The journal tells of the paid_out of 456");
        add("paid out unbooked", "UPDATE cash_movement SET amount = 455", "a paid_out of 455 moved -456 into the drawer");
        add("movement gone", "DELETE FROM cash_movement", "The journal tells of the paid_out of 456");
        add("handover gone", "DELETE FROM drawer_handover", "The journal tells of the handover of a drawer");
        add("count", "UPDATE drawer_count SET total = 12844", "The journal tells of the count of 12800");
        add("count of the Z", "UPDATE drawer_count SET total = 12844", "Z 1 counts 12800, but the latest count of its shift says 12844");
        add("Z body", "UPDATE z_report SET body = replace(body, '12844', '12800')", "The journal tells of Z 1");
        add("Z gone", "DELETE FROM z_report", "shift 1 is closed, but has no Z");
        add("Z expected", "UPDATE z_report SET expected = 12800", "Z 1 expected 12800 in the drawer, but its transfers take 12844 out of it");
        add("Z number", "UPDATE z_report SET number = 2", "Z 2 follows Z 0");
        add("grand total", "UPDATE z_report SET grand_sales = 999", "says of the grand total of sales: 999, but a recount gives 1000");
        add("payment left its shift", "UPDATE payment SET drawer_shift_id = NULL", "says of the cash expected: 12844, but a recount gives 11844");
        add("order left its shift", "UPDATE orders SET drawer_shift_id = NULL", "says of its sales: 1 × 1000, but a recount gives 0 × 0");
        add("shift reopened", "UPDATE drawer_shift SET state = 'open', closed_at = NULL", "Z 1 belongs to a shift that is not closed");
        add("head of the Z cut", "UPDATE journal SET hash = previous_hash WHERE seq = (SELECT max(j.seq) - 3 FROM journal j)", "names chain A");
        add("refund gone", "DELETE FROM orders WHERE kind = 'refund'", "is void, but nothing gave it back");
        add("refund untold", "DELETE FROM order_line WHERE refunds IS NOT NULL", "The journal tells of ticket");
        add("refund of another price", "UPDATE order_line SET unit_price = 900 WHERE refunds IS NOT NULL", "does not give back what order A-10004 charged for ticket");
        add("refunded ticket revived", "UPDATE ticket SET state = 'valid' WHERE state = 'void'", "was given back with refund A-10005, but is still valid");
        add("ticket void by itself", "UPDATE ticket SET state = 'void' WHERE state = 'revoked'", "is void, but nothing gave it back");
        add("refund payment gone", "DELETE FROM payment WHERE kind = 'refund' AND state = 'created' AND amount > 1000", "Order A-10004 has a total of");
        add("refund beyond capture", "UPDATE payment SET amount = 2001 WHERE kind = 'refund' AND state = 'created'", "A payment of 2000 EUR for order A-10004 was given back beyond its amount: 2001");
        add("refund not unbooked", "DELETE FROM transfer WHERE debit_id IN (SELECT id FROM account WHERE kind = 'revenue')", "EUR in order clearing instead of zero");
        add("refund's tax kept", "DELETE FROM transfer WHERE debit_id IN (SELECT id FROM account WHERE kind = 'tax')", "The refunds of order A-10004 contain 77 EUR of tax, but 0 was booked back");
        add("refund of elsewhere", "UPDATE orders SET refers_to = (SELECT id FROM orders WHERE number = 'A-10001') WHERE kind = 'refund'", "The journal tells of order A-10005");
        add("revocation undone", "UPDATE ticket SET state = 'valid' WHERE state = 'revoked'", "is valid of generation 1, which is not what its changes add up to");
        add("generation lowered", "UPDATE ticket SET generation = 1 WHERE generation = 2", "is valid of generation 1, which is not what its changes add up to");
        add("change gone", "DELETE FROM ticket_change", "The journal tells of the change of a ticket (revoked)");
        add("change invented", "INSERT INTO ticket_change (id, ticket_id, number, kind, generation, at, chain_id, seq) "
            "SELECT t.id, t.id, 9, 'reprinted', 1, 0, c.id, 2 FROM ticket t, chain c WHERE t.state = 'revoked'", "The changes of ticket");
        add("admission gone", "DELETE FROM admission WHERE number = 3", "The journal tells of passage 3 of ticket");
        add("exit gone", "DELETE FROM admission WHERE number = 2", "passage 3 (entry) does not follow the one before it");
        add("admission of nobody", "UPDATE admission SET ticket_number = '0000000000' WHERE ticket_number NOT IN (SELECT ticket_number FROM admission WHERE number = 2)",
            "Opera: somebody came in with ticket 0000000000, but there is no such ticket for it");
        add("admission invented", "INSERT INTO admission (id, ticket_number, event_id, number, direction, generation, terminal_id, at, chain_id, seq) "
            "SELECT t.id, t.number, t.event_id, 1, 'entry', 1, c.terminal_id, 0, c.id, 2 FROM ticket t, chain c WHERE t.state = 'revoked'",
            "The journal does not tell of passage 1 of ticket");
        add("admission of a later code", "UPDATE admission SET generation = 2", "was scanned as generation 2, but has only come to 1");
        add("admission at another time", "UPDATE admission SET at = at + 1 WHERE number = 3", "passage 3 is dated otherwise than its door's journal");
        add("admission at another door", "UPDATE admission SET terminal_id = event_id WHERE number = 3", "passage 3 stands for another door than the one whose journal tells of it");
        add("admission untold", "UPDATE admission SET seq = 999999 WHERE number = 3", "points at a journal record that is not there");
        add("admission to an archived event", "UPDATE event SET archived_at = 1 WHERE name = 'Opera'", "Opera is archived, but ticket");
        add("moved chain", "UPDATE orders SET seq = 1", "The journal tells of order A-10001");
    }

    void tamperingIsNamed()
    {
        QFETCH(QString, database);
        QFETCH(QByteArray, sql);
        QFETCH(QString, breach);
        House house(database);
        house.tamper(sql);
        const auto report = house.verify();
        const bool named = std::any_of(report.breaches.begin(), report.breaches.end(), [&](const QString &said) { return said.contains(breach); });
        QVERIFY2(named, qUtf8Printable(report.breaches.join(u'\n')));
    }

    void aCutTailIsNoticedByTheMark_data() { bothDatabases(); }
    void aCutTailIsNoticedByTheMark()
    {
        QFETCH(QString, database);
        House house(database);
        // The last record made a reservation: cut off together with all that it did, the rest is whole.
        house.tamper("DELETE FROM journal WHERE seq = (SELECT max(seq) FROM journal)");
        const auto report = house.verify();
        QVERIFY2(report.breaches.join(u'\n').contains(QStringLiteral("The journal was cut or restored: this machine wrote chain A")),
                 qUtf8Printable(report.breaches.join(u'\n')));
    }

    void aRecordThatAnotherKeySignedIsNoticed_data() { bothDatabases(); }
    void aRecordThatAnotherKeySignedIsNoticed()
    {
        QFETCH(QString, database);
        House house(database);
        auto stranger = house.box().open(QStringLiteral("door"));
        QVERIFY(stranger->writer().write([](Work &work) { work.fact("test", {}); return true; }));
        stranger.reset();
        QCOMPARE(house.verify().breaches, QStringList());
        house.tamper("UPDATE chain SET terminal_id = (SELECT id FROM terminal WHERE number = 2)");
        QVERIFY(house.verify().breaches.join(u'\n').contains(QStringLiteral("chain A, record 1 is not as it was signed")));
    }

    void aNewChainHoldsItsPredecessorFast_data() { bothDatabases(); }
    void aNewChainHoldsItsPredecessorFast()
    {
        QFETCH(QString, database);
        House house(database);
        house.tamper("UPDATE terminal SET epoch = 2"); // a new epoch begins a new chain
        auto office = house.box().open();
        QVERIFY(office->writer().write([](Work &work) { work.fact("test", {}); return true; }));
        office.reset();
        QCOMPARE(house.verify().breaches, QStringList());
        house.tamper("DELETE FROM journal WHERE chain_id = (SELECT id FROM chain WHERE number = 1) "
                      "AND seq = (SELECT max(seq) FROM journal)");
        QVERIFY(house.verify().breaches.join(u'\n').contains(QStringLiteral("The journal was cut: chain B, record 1 names chain A")));
    }

    void itNamesAHundredBreachesAtMost()
    {
        House house(QStringLiteral("sqlite"));
        house.tamper("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300) INSERT INTO ticket (id, number, event_id, "
                      "ticket_type_id, issuer) SELECT randomblob(16), 1000000000 + i, e.id, t.id, 1 FROM n, event e JOIN ticket_type t "
                      "ON t.event_id = e.id WHERE e.name = 'Faust'");
        QCOMPARE(house.verify().breaches.size(), Verifier::MaxBreaches);
    }
};

FOYER_TEST(VerifierTest, "verifier")
#include "test_verifier.moc"
