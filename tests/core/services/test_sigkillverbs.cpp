// Power cuts in the middle of what comes after the sale: it is done, or nothing of it is, and asking again brings it about once.
#include "tests/support/afterpowercut.h"
#include "tests/support/testmain.h"
#include "tests/support/verbs.h"

#include <QtCore/QProcess>

using namespace foyer;
using namespace foyer::test;

namespace {

/// Every so-manieth call that writes is the last one, which keeps the test short. SQLite writes a page at a time.
int callsBetween(const TestDatabase &box)
{
    return box.isPostgres() ? 6 : 12;
}

using Tally = std::vector<qint64>;

/// What there is of everything that a verb leaves behind. Records of the journal are left out: after a power cut the bank may be
/// asked once more, which is on record too; that they say what happened is verify's to prove.
Tally tallyOf(BoxOffice &office)
{
    static const char *const Queries[] = {
        "SELECT count(*) FROM orders", "SELECT CAST(coalesce(sum(total), 0) AS BIGINT) FROM orders", "SELECT count(*) FROM order_line", "SELECT count(*) FROM comp",
        "SELECT count(*) FROM ticket WHERE state = 'valid'", "SELECT count(*) FROM ticket WHERE state = 'void'",
        "SELECT count(*) FROM reservation WHERE state = 'completed'", "SELECT count(*) FROM claim WHERE state = 'sold'", "SELECT count(*) FROM claim",
        "SELECT CAST(sum(held) AS BIGINT) FROM allotment", "SELECT CAST(sum(sold) AS BIGINT) FROM allotment",
        "SELECT count(*) FROM payment", "SELECT count(*) FROM payment WHERE state = 'captured'", "SELECT CAST(coalesce(sum(amount), 0) AS BIGINT) FROM payment",
        "SELECT count(*) FROM transfer", "SELECT CAST(coalesce(sum(amount), 0) AS BIGINT) FROM transfer",
        "SELECT CAST(coalesce(sum(balance), 0) AS BIGINT) FROM account", "SELECT CAST(coalesce(sum(operations), 0) AS BIGINT) FROM account",
        "SELECT CAST(coalesce(sum(sold), 0) AS BIGINT) FROM sales_rollup", "SELECT CAST(coalesce(sum(amount), 0) AS BIGINT) FROM sales_rollup",
        "SELECT count(*) FROM ticket WHERE state = 'revoked'", "SELECT CAST(sum(generation) AS BIGINT) FROM ticket", "SELECT count(*) FROM ticket_change", "SELECT count(*) FROM ticket_waiting",
        "SELECT count(*) FROM private_text", "SELECT count(*) FROM cash_movement",
        "SELECT count(*) FROM drawer_shift WHERE state = 'closed'", "SELECT count(*) FROM card_deposit WHERE state = 'captured'"};
    return *office.writer().read([](Database &db) {
        Tally tally;
        for (const char *query : Queries)
            tally.push_back(db.run(query).front().number(0));
        return tally;
    });
}

Tally growth(const Tally &after, const Tally &before)
{
    Tally out;
    for (size_t i = 0; i < after.size(); ++i)
        out.push_back(after[i] - before[i]);
    return out;
}

QByteArray tallyText(const Tally &tally)
{
    QByteArray out;
    for (const qint64 n : tally)
        out += QByteArray::number(n) + ' ';
    return out;
}

/// A box office with two events and two wallets, and what each verb needs, fresh every time.
class DarkHouse
{
public:
    explicit DarkHouse(const QString &database) : box(database), books(folder.filePath(QStringLiteral("bank.json")))
    {
        box.useSystemClock();
        const auto office = box.open();
        const Instant tomorrow = SystemClock().now() + std::chrono::hours(24);
        seats = anEvent(*office).startingAt(tomorrow).withSeats(10, 40, 5900).withLevel(QStringLiteral("Lounge"), 7900).withGeneral(QStringLiteral("Standing"), 500, 1500).add();
        other = anEvent(*office).named(QStringLiteral("Opera")).startingAt(tomorrow).withGeneral(QStringLiteral("Circle"), 500, 9900).add();
        staff = must(office->staff().add(office->system(), QStringLiteral("Clara"), Role::Supervisor, QStringLiteral("333333"))).id;
        for (AccountId *wallet : {&first, &second}) {
            const auto person = must(office->customers().add(office->system(), {{}, QStringLiteral("Somebody"), {}, {}}));
            friendly = person.id;
            *wallet = must(office->wallets().open(office->system(), person.id, {})).id;
            must(office->wallets().move(office->system(), WalletRequest{WalletRequest::Kind::Deposit, *wallet, {}, Tender::Cash, euro(100'000'00), nextKey()}));
        }
    }

    Actor actor(BoxOffice &office) const { return {staff, Role::Administrator, office.terminal(), ShiftId()}; }

    /// The words for one more of that verb.
    QStringList next(BoxOffice &office, const QString &verb)
    {
        if (verb == QLatin1String("refund"))
            return {verb, sold(office).toString()};
        if (verb == QLatin1String("exchange") || verb == QLatin1String("cardexchange")) {
            const OrderId order = sold(office);
            const Reservation cart = hold(office, {places(other, 0, 2)});
            return {verb, order.toString(), cart.id.toString(), QString::number(2 * 9900 - (2 * 5900 + 1500))};
        }
        if (verb == QLatin1String("comp"))
            return {verb, hold(office, {nextSeat(office), places(seats, 1, 1)}).id.toString()};
        if (verb == QLatin1String("deposit") || verb == QLatin1String("carddeposit"))
            return {verb, first.toString(), QStringLiteral("1234"), nextKey()};
        if (verb == QLatin1String("withdraw"))
            return {verb, first.toString(), QStringLiteral("321"), nextKey()};
        if (verb == QLatin1String("level"))
            return {verb, sold(office).toString(), seats.ticketTypes[0].priceLevels[1].id.toString(), QString::number(2 * 2000)};
        if (verb == QLatin1String("revoke"))
            return {verb, sold(office).toString()};
        if (verb == QLatin1String("give"))
            return {verb, sold(office).toString(), friendly.toString()};
        if (verb == QLatin1String("mail"))
            return {verb, sold(office).toString(), nextKey().replace(u' ', u'@') + QStringLiteral(".example.org")};
        if (verb == QLatin1String("transfer"))
            return {verb, first.toString(), second.toString(), QStringLiteral("4321"), nextKey()};
        if (!must(office.shifts().current()))
            must(office.shifts().open(actor(office), euro(100'00)));
        if (verb == QLatin1String("paidin"))
            return {verb, QStringLiteral("2500"), nextKey()};
        return {verb, must(office.shifts().count(actor(office), {{2000, 5}, {500, 1}})).id.toString()};
    }

    Money banked() const { return must(SandboxGateway::open(books, SystemClock(), [](Milliseconds, const std::function<void()> &) {}))->books().balance(Currency()); }

    /// Does what the words say, and waits for the bank.
    void ask(BoxOffice &office, const QStringList &words) const
    {
        if (words.at(0) != QLatin1String("carddeposit"))
            return must(doVerb(office, actor(office), words));
        DepositCharge charge = depositCharge(words);
        if (chargeDeposit(office, charge).state == PaymentState::Failed) { // it never reached the bank: somebody tries anew
            charge.key += QStringLiteral(" anew");
            QCOMPARE(chargeDeposit(office, charge).state, PaymentState::Captured);
        }
    }

    TestDatabase box;
    QTemporaryDir folder;
    const QString books; ///< the bank's
    StaffId staff;

private:
    QString nextKey() { return QStringLiteral("key %1").arg(++m_keys); }
    ReserveLine nextSeat(BoxOffice &office) { return seat(seats, 0, seatsOf(office, seats).at(size_t(m_taken++)).id); }

    /// Two seats and a standing place: 40.00 from a wallet, 50.00 by card, the rest in cash.
    OrderId sold(BoxOffice &office)
    {
        const ReserveLine one = nextSeat(office), two = nextSeat(office);
        const Reservation cart = hold(office, {one, two, places(seats, 1, 1)});
        const auto pay = [&](Tender tender, Money amount, AccountId wallet = {}) {
            return must(office.checkout().pay(office.system(), {cart.id, tender, amount, {}, nextKey(), {}, wallet}));
        };
        pay(Tender::Wallet, euro(4000), first);
        payByCard(office, cart.id, euro(5000));
        return pay(Tender::Cash, cart.total() - euro(9000)).order->id;
    }

    void payByCard(BoxOffice &office, ReservationId cart, Money amount)
    {
        QVector<std::function<void()>> queue;
        const auto later = [&](Milliseconds, std::function<void()> body) { queue << std::move(body); };
        const SetClock clock(SystemClock().now());
        const auto bank = must(SandboxGateway::open(books, clock, later));
        CardPayments cards(office.checkout(), *bank, clock, later);
        const auto owner = std::make_shared<char>();
        cards.charge(office.system(), {cart, amount, {}, nextKey()}, owner, [](const Result<CheckoutState> &state) { must(state); });
        while (cards.pending() > 0 && !queue.isEmpty())
            queue.takeFirst()();
    }

    CardDeposit chargeDeposit(BoxOffice &office, const DepositCharge &charge) const
    {
        QVector<std::function<void()>> queue;
        const auto later = [&](Milliseconds, std::function<void()> body) { queue << std::move(body); };
        const SetClock clock(SystemClock().now());
        const auto bank = must(SandboxGateway::open(books, clock, later));
        CardDeposits deposits(office.deposits(), *bank, clock, later);
        std::optional<CardDeposit> answer;
        const auto owner = std::make_shared<char>();
        deposits.charge(actor(office), charge, owner, [&](const Result<CardDeposit> &deposit) { answer = must(deposit); });
        while (!answer && !queue.isEmpty())
            queue.takeFirst()();
        return *answer;
    }

    Event seats;
    Event other;
    CustomerId friendly;
    AccountId first;
    AccountId second;
    int m_keys = 0;
    int m_taken = 0;
};

} // namespace

class SigkillVerbsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killedAtAnyStepItIsDoneOrNot_data()
    {
        QTest::addColumn<QString>("database");
        QTest::addColumn<QString>("verb");
        for (const char *verb : {"refund", "exchange", "comp", "deposit", "carddeposit", "transfer", "withdraw", "level", "give", "mail", "revoke", "paidin", "close"}) {
            QTest::addRow("sqlite %s", verb) << QStringLiteral("sqlite") << QString::fromLatin1(verb);
            if (!qEnvironmentVariableIsEmpty("FOYER_TEST_POSTGRES"))
                QTest::addRow("postgres %s", verb) << QStringLiteral("postgres") << QString::fromLatin1(verb);
        }
    }
    void killedAtAnyStepItIsDoneOrNot()
    {
        QFETCH(QString, database);
        QFETCH(QString, verb);
        DarkHouse house(database);
        const Tally whole = undisturbed(house, verb);
        bool finished = false;
        int killed = 0;
        int undone = 0;
        for (int step = 1; !finished && step < 2000; step += callsBetween(house.box)) {
            const auto [words, before] = prepare(house, verb);
            QProcess till;
            start(till, house, step, words);
            QVERIFY(till.waitForFinished(30000));
            finished = till.exitStatus() == QProcess::NormalExit;
            QVERIFY2(!finished || (till.exitCode() == 0 && till.readAllStandardOutput().startsWith("done")), till.readAllStandardError());
            killed += finished ? 0 : 1;

            const auto office = house.box.open();
            recover(house.box, *office, house.books);
            const Tally done = growth(tallyOf(*office), before);
            const bool isUndone = done == Tally(done.size(), 0);
            QVERIFY2(isUndone || done == whole, (tallyText(done) + "instead of " + tallyText(whole)).constData());
            undone += isUndone ? 1 : 0;
            // Whoever asks again does not know whether it was done.
            house.ask(*office, words);
            recover(house.box, *office, house.books);
            const Tally again = growth(tallyOf(*office), before);
            QVERIFY2(again == whole, (tallyText(again) + "instead of " + tallyText(whole)).constData());
        }
        QVERIFY(finished);
        QVERIFY2(killed >= 2 && undone >= 1, qPrintable(QStringLiteral("%1 killed, %2 undone").arg(killed).arg(undone)));
    }

    /// Between the card's money and the exchange: it is made, or the money is back with the card, and the tickets are what they were.
    void killedInAnExchangeByCardNoMoneyIsLost_data() { bothDatabases(); }
    void killedInAnExchangeByCardNoMoneyIsLost()
    {
        QFETCH(QString, database);
        DarkHouse house(database);
        bool finished = false;
        int made = 0, undone = 0;
        for (int step = 1; !finished && step < 2000; step += callsBetween(house.box)) {
            const QStringList words = prepare(house, QStringLiteral("cardexchange")).first;
            const Money before = house.banked();
            QProcess till;
            start(till, house, step, words);
            QVERIFY(till.waitForFinished(30000));
            finished = till.exitStatus() == QProcess::NormalExit;
            QVERIFY2(!finished || till.exitCode() == 0, till.readAllStandardError());
            const auto office = house.box.open();
            recover(house.box, *office, house.books);
            const auto sale = must(office->orders().find(OrderId(QUuid::fromString(words.at(1)))));
            const auto state = must(office->checkout().find(ReservationId(QUuid::fromString(words.at(2)))));
            const auto valid = std::count_if(sale.lines.begin(), sale.lines.end(), [](const OrderLine &line) { return line.ticket.state == TicketState::Valid; });
            QCOMPARE(house.banked() - before, state.order ? Money(words.at(3).toLongLong(), Currency()) : euro(0));
            QCOMPARE(valid, state.order ? 0 : 3);
            QVERIFY(state.order || state.reservation.state != ReservationState::Paying);
            ++(state.order ? made : undone);
        }
        QVERIFY(finished);
        QVERIFY2(made >= 2 && undone >= 1, qPrintable(QStringLiteral("%1 made, %2 undone").arg(made).arg(undone)));
    }

private:
    static std::pair<QStringList, Tally> prepare(DarkHouse &house, const QString &verb)
    {
        const auto office = house.box.open();
        const QStringList words = house.next(*office, verb);
        return {words, tallyOf(*office)};
    }

    static void start(QProcess &till, const DarkHouse &house, int step, const QStringList &words)
    {
        till.start(QStringLiteral(FOYER_KILLED_VERB), QStringList{urlText(house.box), house.box.keyFolder(), house.books, QString::number(step), house.staff.toString()} + words);
    }

    /// What one of them leaves behind when nothing happens.
    static Tally undisturbed(DarkHouse &house, const QString &verb)
    {
        const auto [words, before] = prepare(house, verb);
        const auto office = house.box.open();
        house.ask(*office, words);
        recover(house.box, *office, house.books);
        return growth(tallyOf(*office), before);
    }
};

FOYER_TEST(SigkillVerbsTest, "sigkillverbs")
#include "test_sigkillverbs.moc"
