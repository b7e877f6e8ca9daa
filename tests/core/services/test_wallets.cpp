#include "core/services/verifier.h"
#include "core/services/walletbook.h"
#include "core/storage/terminal_store.h"
#include "core/storage/writer.h"
#include "tests/support/builders.h"
#include "tests/support/testmain.h"

using namespace foyer;
using namespace foyer::test;

namespace {

using WalletVerb = WalletRequest::Kind;

/// A box office with people and their wallets.
class Purse
{
public:
    explicit Purse(const QString &database) : m_box(database), m_office(m_box.open()) {}

    AccountId walletOf(const char *name, Currency currency = {})
    {
        const auto person = must(m_office->customers().add(actor(), {{}, QString::fromLatin1(name), {}, {}}));
        return must(m_office->wallets().open(actor(), person.id, currency)).id;
    }

    Result<WalletReceipt> deposit(AccountId wallet, Money amount, const QString &key = {}) { return move({WalletVerb::Deposit, wallet, {}, Tender::Cash, amount, named(key)}); }
    Result<WalletReceipt> withdraw(AccountId wallet, Money amount, const QString &key = {}) { return move({WalletVerb::Withdraw, wallet, {}, Tender::Cash, amount, named(key)}); }
    Result<WalletReceipt> send(AccountId from, AccountId to, Money amount, const QString &key = {}) { return move({WalletVerb::Transfer, from, to, {}, amount, named(key)}); }
    Result<WalletReceipt> move(const WalletRequest &request) { return m_office->wallets().move(actor(), request); }

    qint64 balance(AccountId wallet) { return must(m_office->wallets().get(wallet)).balance.minor(); }
    Actor actor() { return m_office->system(); }
    BoxOffice &office() { return *m_office; }
    TestDatabase &box() { return m_box; }

    /// Closes the box office and proves the laws.
    QStringList breaches()
    {
        m_office.reset();
        const auto db = Database::open(m_box.url(), Database::Mode::Read, m_box.clock());
        const auto found = must(Verifier(*db, KeyStore(m_box.keyFolder()).marks(terminal_store::all(*db))).verify()).breaches;
        m_office = m_box.open();
        return found;
    }

private:
    QString named(const QString &key) { return key.isEmpty() ? QStringLiteral("key %1").arg(++m_keys) : key; }

    TestDatabase m_box;
    std::unique_ptr<BoxOffice> m_office;
    int m_keys = 0;
};

QString lines(const WalletStatement &statement)
{
    QStringList out;
    for (const WalletEntry &e : statement.entries)
        out << QStringLiteral("%1 %2 %3 %4 %5").arg(e.number).arg(entryKindName(e.kind), e.amount.toString(), e.balance.toString(), e.counterparty).trimmed();
    return out.join(u'\n');
}

} // namespace

class WalletsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thereIsOneWalletForEachPersonAndCurrency_data() { bothDatabases(); }
    void thereIsOneWalletForEachPersonAndCurrency()
    {
        QFETCH(QString, database);
        Purse purse(database);
        Wallets &wallets = purse.office().wallets();
        const auto anna = must(purse.office().customers().add(purse.actor(), {{}, QStringLiteral("Anna"), {}, {}}));
        const Wallet euros = must(wallets.open(purse.actor(), anna.id, {}));
        QCOMPARE(must(wallets.open(purse.actor(), anna.id, {})).id, euros.id);
        const Wallet yen = must(wallets.open(purse.actor(), anna.id, *Currency::fromCode(u"JPY")));
        QVERIFY(yen.id != euros.id);
        QCOMPARE(must(wallets.ofCustomer(anna.id)).size(), 2u);
        QCOMPARE(euros.customer, anna.id);
        QVERIFY(euros.balance.isZero());
        QCOMPARE(wallets.open(purse.actor(), CustomerId(QUuid::createUuid()), {}).error().code, ErrorCode::NotFound);
        QCOMPARE(wallets.get(AccountId(QUuid::createUuid())).error().code, ErrorCode::NotFound);
        QCOMPARE(purse.breaches(), QStringList());
    }

    void theStatementTellsWhatHappenedAndWhatWasLeft_data() { bothDatabases(); }
    void theStatementTellsWhatHappenedAndWhatWasLeft()
    {
        QFETCH(QString, database);
        Purse purse(database);
        const AccountId anna = purse.walletOf("Anna"), bob = purse.walletOf("Bob");
        must(purse.deposit(anna, euro(10000)));
        must(purse.move({WalletVerb::Deposit, anna, {}, Tender::Card, euro(2000), QStringLiteral("card"), QStringLiteral(" 4711 ")}));
        must(purse.send(anna, bob, euro(150)));
        must(purse.withdraw(anna, euro(11850)));
        must(purse.send(bob, anna, euro(1)));
        const auto statement = must(purse.office().wallets().statement(anna));
        QCOMPARE(lines(statement), QStringLiteral("1 deposit 100.00 100.00\n2 deposit 20.00 120.00\n3 transfer_out -1.50 118.50 Bob\n"
                                                  "4 withdrawal -118.50 0.00\n5 transfer_in 0.01 0.01 Bob"));
        QCOMPARE(statement.owner, QStringLiteral("Anna"));
        QCOMPARE(statement.entries[1].tender, Tender::Card);
        QCOMPARE(statement.entries[1].reference, QStringLiteral("4711"));
        QCOMPARE(statement.wallet.balance, euro(1));
        QCOMPARE(purse.balance(bob), 149);
        const QByteArray csv = statementCsv(statement);
        QVERIFY2(csv.contains(",transfer_out,Bob,-1.50,118.50,EUR,\r\n"), csv);
        QCOMPARE(purse.breaches(), QStringList());
    }

    void whatCannotBeIsRefusedInASentence_data() { bothDatabases(); }
    void whatCannotBeIsRefusedInASentence()
    {
        QFETCH(QString, database);
        Purse purse(database);
        const AccountId anna = purse.walletOf("Anna"), bob = purse.walletOf("Bob"), yen = purse.walletOf("Yumi", *Currency::fromCode(u"JPY"));
        must(purse.deposit(anna, euro(1000)));
        const auto refused = [](const Result<WalletReceipt> &result) { return result ? ErrorCode::Internal : result.error().code; };
        QCOMPARE(refused(purse.send(anna, anna, euro(1))), ErrorCode::InvalidInput);
        QCOMPARE(refused(purse.send(anna, bob, euro(0))), ErrorCode::InvalidInput);
        QCOMPARE(refused(purse.send(anna, bob, euro(-1))), ErrorCode::InvalidInput);
        QCOMPARE(refused(purse.send(anna, yen, euro(1))), ErrorCode::CurrencyMismatch);
        QCOMPARE(refused(purse.deposit(yen, euro(1))), ErrorCode::CurrencyMismatch);
        QCOMPARE(refused(purse.send(anna, AccountId(QUuid::createUuid()), euro(1))), ErrorCode::NotFound);
        QCOMPARE(refused(purse.deposit(AccountId(), euro(1))), ErrorCode::NotFound);
        QCOMPARE(refused(purse.move({WalletVerb::Deposit, anna, {}, Tender::Card, euro(1), QStringLiteral("x"), QStringLiteral("  ")})), ErrorCode::InvalidInput);
        QCOMPARE(refused(purse.move({WalletVerb::Deposit, anna, {}, Tender::Wallet, euro(1), QStringLiteral("y")})), ErrorCode::InvalidInput);
        QCOMPARE(refused(purse.move({WalletVerb::Deposit, anna, {}, Tender::Cash, euro(1), QString()})), ErrorCode::InvalidInput);
        QCOMPARE(refused(purse.deposit(anna, euro(Money::MaxMinor))), ErrorCode::InvalidInput);
        const auto tooMuch = purse.withdraw(anna, euro(1001));
        QCOMPARE(refused(tooMuch), ErrorCode::InsufficientFunds);
        QCOMPARE(tooMuch.error().args, QStringList{QStringLiteral("10.00")});
        QCOMPARE(Money::parse(u"0.001", {}).error().code, ErrorCode::InvalidInput);
        QCOMPARE(purse.balance(anna), 1000);
        QCOMPARE(must(purse.office().wallets().statement(anna)).entries.size(), 1u);
        QCOMPARE(purse.breaches(), QStringList());
    }

    void aCashierFillsAWalletAndASupervisorEmptiesIt_data() { bothDatabases(); }
    void aCashierFillsAWalletAndASupervisorEmptiesIt()
    {
        QFETCH(QString, database);
        Purse purse(database);
        const AccountId anna = purse.walletOf("Anna"), bob = purse.walletOf("Bob");
        Wallets &wallets = purse.office().wallets();
        const Actor cashier = actorWith(purse.office(), Role::Cashier), supervisor = actorWith(purse.office(), Role::Supervisor);
        must(wallets.move(cashier, {WalletVerb::Deposit, anna, {}, Tender::Cash, euro(1000), QStringLiteral("1")}));
        const WalletRequest out{WalletVerb::Withdraw, anna, {}, Tender::Cash, euro(100), QStringLiteral("2")};
        const WalletRequest over{WalletVerb::Transfer, anna, bob, {}, euro(100), QStringLiteral("3")};
        QCOMPARE(wallets.move(cashier, out).error().code, ErrorCode::PermissionDenied);
        QCOMPARE(wallets.move(cashier, over).error().code, ErrorCode::PermissionDenied);
        must(wallets.move(supervisor, out));
        must(wallets.move(supervisor, over));
        QCOMPARE(purse.balance(anna), 800);
    }

    void whatIsSentTwiceMovesMoneyOnceAndIsAnsweredAlike_data() { bothDatabases(); }
    void whatIsSentTwiceMovesMoneyOnceAndIsAnsweredAlike()
    {
        QFETCH(QString, database);
        Purse purse(database);
        const AccountId anna = purse.walletOf("Anna"), bob = purse.walletOf("Bob");
        const auto first = must(purse.deposit(anna, euro(1000), QStringLiteral("a")));
        must(purse.send(anna, bob, euro(400), QStringLiteral("b")));
        const auto refusal = purse.send(anna, bob, euro(700), QStringLiteral("c"));
        must(purse.deposit(anna, euro(500)));
        purse.box().advance(Milliseconds(1000));
        const auto again = must(purse.deposit(anna, euro(1000), QStringLiteral("a")));
        QCOMPARE(again.transfer, first.transfer);
        QCOMPARE(again.balance, first.balance);
        QCOMPARE(again.at.ms, first.at.ms);
        QCOMPARE(must(purse.send(anna, bob, euro(400), QStringLiteral("b"))).balance, euro(600));
        // There would be enough now; but whoever asked was told no.
        const auto refusedAgain = purse.send(anna, bob, euro(700), QStringLiteral("c"));
        QCOMPARE(refusedAgain.error().code, ErrorCode::InsufficientFunds);
        QCOMPARE(refusedAgain.error().args, refusal.error().args);
        QCOMPARE(purse.send(anna, bob, euro(401), QStringLiteral("b")).error().code, ErrorCode::KeyReused);
        QCOMPARE(purse.send(bob, anna, euro(400), QStringLiteral("b")).error().code, ErrorCode::KeyReused);
        QCOMPARE(purse.deposit(bob, euro(1000), QStringLiteral("a")).error().code, ErrorCode::KeyReused);
        QCOMPARE(purse.balance(anna), 1100);
        QCOMPARE(purse.balance(bob), 400);
        QCOMPARE(purse.breaches(), QStringList());
    }

    void aBatchIsDecidedInItsOrder_data() { bothDatabases(); }
    void aBatchIsDecidedInItsOrder()
    {
        QFETCH(QString, database);
        Purse purse(database);
        const AccountId a = purse.walletOf("Anna"), b = purse.walletOf("Bob"), c = purse.walletOf("Carla");
        must(purse.deposit(a, euro(100)));
        const auto sent = [](AccountId from, AccountId to, qint64 cents, const char *key) {
            return WalletRequest{WalletVerb::Transfer, from, to, {}, euro(cents), QString::fromLatin1(key)};
        };
        const std::vector<WalletRequest> requests{sent(a, b, 60, "1"), sent(a, c, 60, "2"), sent(b, a, 30, "3"), sent(a, c, 60, "4"), sent(a, b, 60, "1"),
                                                  sent(a, b, 61, "1"), sent(a, c, 60, "2"), sent(c, c, 1, "5"), sent(c, b, 60, "6")};
        const auto before = purse.office().writer().read([](Database &db) { return db.run("SELECT count(*) FROM journal").front().number(0); });
        const auto answers = purse.office().wallets().move(purse.actor(), requests);
        QStringList said;
        for (const auto &answer : answers)
            said << (answer ? answer->balance.toString() : QString::number(int(answer.error().code)));
        const QString poor = QString::number(int(ErrorCode::InsufficientFunds));
        QCOMPARE(said, (QStringList{QStringLiteral("0.40"), poor, QStringLiteral("0.30"), QStringLiteral("0.10"), QStringLiteral("0.40"),
                                    QString::number(int(ErrorCode::KeyReused)), poor, QString::number(int(ErrorCode::InvalidInput)), QStringLiteral("0.00")}));
        QCOMPARE(answers[0]->transfer, answers[4]->transfer);
        const auto after = purse.office().writer().read([](Database &db) { return db.run("SELECT count(*) FROM journal").front().number(0); });
        QCOMPARE(*after, *before + 1); // one record for the batch
        QCOMPARE(lines(must(purse.office().wallets().statement(b))), QStringLiteral("1 transfer_in 0.60 0.60 Anna\n2 transfer_out -0.30 0.30 Anna\n3 transfer_in 0.60 0.90 Carla"));
        QCOMPARE(purse.balance(a), 10);
        QCOMPARE(purse.breaches(), QStringList());
    }

    void theDatabaseItselfRefusesToGoBelowZero_data() { bothDatabases(); }
    void theDatabaseItselfRefusesToGoBelowZero()
    {
        QFETCH(QString, database);
        Purse purse(database);
        const AccountId anna = purse.walletOf("Anna"), bob = purse.walletOf("Bob");
        must(purse.deposit(anna, euro(100)));
        const auto forced = purse.office().writer().write([&](Work &work) {
            const std::array wrong{ledger_store::Transfer{work.ids().make<TransferId>(), anna, bob, euro(101), {}, {}}};
            ledger_store::addTransfers(work.db(), wrong, work.now(), work.chain(), work.seq());
            work.fact("test", QJsonObject());
            return true;
        });
        QVERIFY(!forced.has_value());
        QCOMPARE(purse.balance(anna), 100);
        QCOMPARE(purse.balance(bob), 0);
    }

    void aGiftCardIsAWalletWithACode_data() { bothDatabases(); }
    void aGiftCardIsAWalletWithACode()
    {
        QFETCH(QString, database);
        Purse purse(database);
        Wallets &wallets = purse.office().wallets();
        const Wallet card = must(wallets.issueGiftCard(purse.actor(), {}));
        QVERIFY(card.isGiftCard);
        QCOMPARE(card.code.size(), GiftCardCode::Length + 3);
        must(purse.deposit(card.id, euro(2500)));
        const Wallet found = must(wallets.byCode(card.code.toLower().remove(u'-')));
        QCOMPARE(found.id, card.id);
        QCOMPARE(found.balance, euro(2500));
        QString wrong = card.code;
        wrong[0] = wrong[0] == u'A' ? u'B' : u'A';
        QCOMPARE(wallets.byCode(wrong).error().code, ErrorCode::InvalidInput);
        SystemRandom random;
        QCOMPARE(wallets.byCode(GiftCardCode::make(random).toString()).error().code, ErrorCode::NotFound);
        QCOMPARE(must(wallets.statement(card.id)).owner, card.code);
        for (const Row &row : Database::open(purse.box().url(), Database::Mode::Read, purse.box().clock())->run("SELECT body FROM journal"))
            QVERIFY(!row.text(0).contains(QString(card.code).remove(u'-')));
        QCOMPARE(purse.breaches(), QStringList());
    }

    void aWalletPaysWithTheSaleAndGetsBackWhatWasAbandoned_data() { bothDatabases(); }
    void aWalletPaysWithTheSaleAndGetsBackWhatWasAbandoned()
    {
        QFETCH(QString, database);
        Purse purse(database);
        BoxOffice &office = purse.office();
        const Event event = anEvent(office).withGeneral(QStringLiteral("Standing"), 10, 1500).add();
        const AccountId anna = purse.walletOf("Anna"), yen = purse.walletOf("Yumi", *Currency::fromCode(u"JPY"));
        const Wallet card = must(office.wallets().issueGiftCard(purse.actor(), {}));
        must(purse.deposit(anna, euro(4000)));
        must(purse.deposit(card.id, euro(1000)));
        const auto pay = [&](const Reservation &cart, Tender tender, qint64 cents, AccountId wallet, const char *key) {
            return office.checkout().pay(purse.actor(), PayRequest{cart.id, tender, euro(cents), {}, QString::fromLatin1(key), {}, wallet});
        };
        const Reservation cart = hold(office, {places(event, 0, 2)});
        QVERIFY(!must(pay(cart, Tender::GiftCard, 1000, card.id, "1")).order);
        QCOMPARE(pay(cart, Tender::Wallet, 500, card.id, "2").error().code, ErrorCode::NotFound);
        QCOMPARE(pay(cart, Tender::Wallet, 500, {}, "2").error().code, ErrorCode::NotFound);
        QCOMPARE(pay(cart, Tender::Wallet, 500, yen, "2").error().code, ErrorCode::CurrencyMismatch);
        QCOMPARE(pay(cart, Tender::GiftCard, 1, card.id, "3").error().code, ErrorCode::InsufficientFunds);
        const CheckoutState sold = must(pay(cart, Tender::Wallet, 2000, anna, "4"));
        QVERIFY(sold.order);
        QCOMPARE(must(pay(cart, Tender::Wallet, 2000, anna, "4")).payments.size(), 2u);
        QCOMPARE(must(office.checkout().find(cart.id)).payments.back().wallet, anna);
        QCOMPARE(purse.balance(anna), 2000);
        QCOMPARE(lines(must(office.wallets().statement(card.id))), QStringLiteral("1 deposit 10.00 10.00\n2 payment -10.00 0.00 %1").arg(sold.order->number));

        const Reservation second = hold(office, {places(event, 0, 2)});
        must(pay(second, Tender::Wallet, 1700, anna, "5"));
        QCOMPARE(purse.balance(anna), 300);
        must(office.checkout().abandon(purse.actor(), second.id));
        QCOMPARE(purse.balance(anna), 2000);
        QCOMPARE(lines(must(office.wallets().statement(anna))), QStringLiteral("1 deposit 40.00 40.00\n2 payment -20.00 20.00 %1\n3 payment -17.00 3.00\n4 refund 17.00 20.00").arg(sold.order->number));
        const auto mistake = office.tenders().correct(purse.actor(), {sold.order->id, sold.order->payments.back().id, Tender::Cash, {}});
        QCOMPARE(mistake.error().code, ErrorCode::InvalidInput);
        QCOMPARE(purse.breaches(), QStringList());
    }

    void oneBatchOfSalesSpendsAWalletOnce_data() { bothDatabases(); }
    void oneBatchOfSalesSpendsAWalletOnce()
    {
        QFETCH(QString, database);
        Purse purse(database);
        BoxOffice &office = purse.office();
        const Event event = anEvent(office).withGeneral(QStringLiteral("Standing"), 10, 1500).add();
        const AccountId anna = purse.walletOf("Anna");
        must(purse.deposit(anna, euro(1600)));
        std::vector<PayRequest> requests;
        for (int i = 0; i < 3; ++i)
            requests.push_back({hold(office, {places(event, 0, 1)}).id, Tender::Wallet, euro(1500), {}, QStringLiteral("pay %1").arg(i), {}, anna});
        const auto answers = office.checkout().pay(purse.actor(), requests);
        QVERIFY(answers[0] && answers[0]->order);
        QCOMPARE(answers[1].error().code, ErrorCode::InsufficientFunds);
        QCOMPARE(answers[2].error().code, ErrorCode::InsufficientFunds);
        QCOMPARE(purse.balance(anna), 100);
        QCOMPARE(purse.breaches(), QStringList());
    }

    void aRefundCanBePutIntoAWalletInsideAnotherUnitOfWork_data() { bothDatabases(); }
    void aRefundCanBePutIntoAWalletInsideAnotherUnitOfWork()
    {
        QFETCH(QString, database);
        Purse purse(database);
        const auto bob = must(purse.office().customers().add(purse.actor(), {{}, QStringLiteral("Bob"), {}, {}}));
        const auto given = purse.office().writer().write([&](Work &work) -> Result<AccountId> {
            const AccountId wallet = foyer::walletOf(work, bob.id, {});
            const AccountId clearing = ledger_store::ensureAccount(work.db(), work.ids(), {ledger_store::AccountKind::OrderClearing, {}, {}});
            WalletBook book(work, {});
            book.lock(std::array{wallet});
            if (const auto moved = book.move({.debit = clearing, .credit = wallet, .amount = euro(750)}); !moved)
                return fail(moved.error());
            book.write();
            return wallet;
        });
        QVERIFY(given);
        QCOMPARE(lines(must(purse.office().wallets().statement(*given))), QStringLiteral("1 refund 7.50 7.50"));
        QCOMPARE(purse.breaches(), QStringList());
    }
};

FOYER_TEST(WalletsTest, "wallets")
#include "test_wallets.moc"
