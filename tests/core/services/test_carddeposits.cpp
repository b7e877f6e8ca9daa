// Deposits by card: whatever the gateway, the machine or a power cut do, the wallet gets exactly what was captured, once.
#include "core/payment/externalterminal.h"
#include "core/payment/sandboxgateway.h"
#include "core/services/carddeposits.h"
#include "core/services/verifier.h"
#include "core/storage/keystore.h"
#include "core/storage/terminal_store.h"
#include "core/storage/writer.h"
#include "tests/support/builders.h"
#include "tests/support/settimer.h"
#include "tests/support/testmain.h"

using namespace foyer;
using namespace foyer::test;
using namespace std::chrono_literals;

namespace {

/// A till with a bank or a card machine, and Anna with an empty wallet.
struct DepositTill {
    explicit DepositTill(const QString &database, bool withMachine = false)
        : box(database), timer(Evening, [this](Instant at) { box.setTime(at); }), isByHand(withMachine), office(box.open())
    {
        bank = must(SandboxGateway::open({}, box.clock(), timer.later()));
        anna = must(office->customers().add(office->system(), {{}, QStringLiteral("Anna"), {}, {}})).id;
        wallet = must(office->wallets().open(office->system(), anna, {})).id;
        restart();
    }

    /// Another run of the program: what was in memory is gone, the database and the bank are as they were.
    void restart()
    {
        deposits.reset();
        office.reset();
        office = box.open();
        PaymentGateway &gateway = isByHand ? static_cast<PaymentGateway &>(machine) : *bank;
        deposits = std::make_unique<CardDeposits>(office->deposits(), gateway, box.clock(), timer.later());
        deposits->onChange([this](const CardDeposit &deposit) { changes.push_back(deposit); });
    }

    void charge(qint64 cents = 2500, const QString &token = {}, const QString &key = QStringLiteral("k"))
    {
        deposits->charge(office->system(), {wallet, euro(cents), token, key}, owner, [this](const Result<CardDeposit> &answer) { answers.push_back(answer); });
    }

    CardDeposit latest() { return must(office->deposits().find(changes.back().id)); }
    Money balance() { return must(office->wallets().get(wallet)).balance; }
    Money banked() const { return bank->books().balance(Currency()); }

    QString breaches()
    {
        const auto db = Database::open(box.url(), Database::Mode::Read, box.clock());
        return must(Verifier(*db, KeyStore(box.keyFolder()).marks(terminal_store::all(*db))).verify()).breaches.join(u'\n');
    }

    TestDatabase box;
    SetTimer timer;
    const bool isByHand;
    std::unique_ptr<BoxOffice> office;
    ExternalTerminal machine;
    std::unique_ptr<SandboxGateway> bank;
    std::unique_ptr<CardDeposits> deposits;
    CustomerId anna;
    AccountId wallet;
    std::shared_ptr<int> owner = std::make_shared<int>();
    std::vector<Result<CardDeposit>> answers;
    std::vector<CardDeposit> changes;
};

} // namespace

class CardDepositsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theMoneyComesInWithTheCapture_data() { bothDatabases(); }
    void theMoneyComesInWithTheCapture()
    {
        QFETCH(QString, database);
        DepositTill till(database);
        till.charge();
        QCOMPARE(till.latest().state, PaymentState::Sent); // on record before the bank was asked
        QVERIFY(till.balance().isZero());
        till.timer.advance(1s);
        QCOMPARE(till.answers.at(0)->state, PaymentState::Captured);
        QCOMPARE(till.answers[0]->balance, euro(2500));
        QCOMPARE(till.balance(), euro(2500));
        QCOMPARE(till.banked(), euro(2500));
        QCOMPARE(till.deposits->pending(), 0);
        const auto statement = must(till.office->wallets().statement(till.wallet));
        QCOMPARE(statement.entries.size(), size_t(1));
        QCOMPARE(statement.entries[0].kind, WalletEntryKind::Deposit);
        QCOMPARE(statement.entries[0].tender, Tender::Card);
        QCOMPARE(till.breaches(), QString());
    }

    void aRefusedCardBringsNothing_data() { bothDatabases(); }
    void aRefusedCardBringsNothing()
    {
        QFETCH(QString, database);
        DepositTill till(database);
        till.charge(2500, QStringLiteral("card_error"));
        till.charge(2500, QStringLiteral("payment_error"), QStringLiteral("k2"));
        till.timer.advance(1s);
        QCOMPARE(till.answers.at(0)->state, PaymentState::Declined);
        QCOMPARE(till.answers[0]->message, QStringLiteral("Your card has been declined"));
        QCOMPARE(till.answers.at(1)->state, PaymentState::Failed);
        QVERIFY(till.balance().isZero());
        till.charge(2500, {}, QStringLiteral("k")); // the same attempt stays declined
        till.timer.advance(1s);
        QCOMPARE(till.answers.at(2)->state, PaymentState::Declined);
        QCOMPARE(till.breaches(), QString());
    }

    void theSameKeyChargesOnceAndAnswersEverybody_data() { bothDatabases(); }
    void theSameKeyChargesOnceAndAnswersEverybody()
    {
        QFETCH(QString, database);
        DepositTill till(database);
        till.charge();
        till.charge();
        till.timer.advance(1s);
        till.charge();
        till.timer.advance(1s);
        QCOMPARE(till.answers.size(), size_t(3));
        for (const auto &answer : till.answers)
            QCOMPARE(answer->balance, euro(2500));
        QCOMPARE(till.bank->books().captures(), 1);
        till.charge(2600);
        till.timer.advance(1s);
        QCOMPARE(till.answers.at(3).error().code, ErrorCode::KeyReused);
        must(till.office->wallets().move(till.office->system(), WalletRequest{WalletRequest::Kind::Deposit, till.wallet, {}, Tender::Cash, euro(100), QStringLiteral("cash")}));
        till.charge(100, {}, QStringLiteral("cash"));
        till.timer.advance(1s);
        QCOMPARE(till.answers.at(4).error().code, ErrorCode::KeyReused);
        QCOMPARE(till.balance(), euro(2600));
    }

    void whatCannotGoThereIsNeverCharged_data() { bothDatabases(); }
    void whatCannotGoThereIsNeverCharged()
    {
        QFETCH(QString, database);
        DepositTill till(database);
        const Actor system = till.office->system();
        const auto ask = [&](AccountId wallet, Money amount, const QString &key) {
            till.deposits->charge(system, {wallet, amount, {}, key}, till.owner, [&](const Result<CardDeposit> &answer) { till.answers.push_back(answer); });
            till.timer.advance(1s);
            return till.answers.back() ? ErrorCode::Internal : till.answers.back().error().code;
        };
        const auto zloty = *Currency::fromCode(u"PLN");
        const auto foreign = must(till.office->wallets().open(system, till.anna, zloty)).id;
        QCOMPARE(ask(till.wallet, euro(0), QStringLiteral("a")), ErrorCode::InvalidInput);
        QCOMPARE(ask(till.wallet, euro(-5), QStringLiteral("b")), ErrorCode::InvalidInput);
        QCOMPARE(ask(till.wallet, euro(5), QString()), ErrorCode::InvalidInput);
        QCOMPARE(ask(foreign, euro(5), QStringLiteral("c")), ErrorCode::CurrencyMismatch);
        QCOMPARE(ask(foreign, Money(5, zloty), QStringLiteral("d")), ErrorCode::PaymentFailed); // the bank takes euros
        QCOMPARE(ask(AccountId(QUuid::createUuid()), euro(5), QStringLiteral("e")), ErrorCode::NotFound);
        QVERIFY(till.banked().isZero());
        QVERIFY(till.changes.empty());
        QCOMPARE(till.deposits->pending(), 0);
    }

    void aLostReplyIsFoundByAsking_data() { bothDatabases(); }
    void aLostReplyIsFoundByAsking()
    {
        QFETCH(QString, database);
        DepositTill till(database);
        till.bank->setBehaviour({.loseReply = true});
        till.charge();
        till.timer.advance(60s);
        QCOMPARE(till.latest().state, PaymentState::Unknown);
        QVERIFY(till.balance().isZero());
        till.timer.advance(3s);
        QCOMPARE(till.answers.at(0)->state, PaymentState::Captured);
        QCOMPARE(till.balance(), euro(2500));
        QCOMPARE(till.bank->books().captures(), 1);
    }

    void whatNeverArrivedBringsNothing_data() { bothDatabases(); }
    void whatNeverArrivedBringsNothing()
    {
        QFETCH(QString, database);
        DepositTill till(database);
        till.bank->setBehaviour({.neverArrives = true});
        till.charge();
        till.timer.advance(63s);
        QCOMPARE(till.answers.at(0)->state, PaymentState::Failed);
        QVERIFY(till.balance().isZero());
        QCOMPARE(till.deposits->pending(), 0);
    }

    void acrossRestartsItIsAskedUntilTheBankKnows_data() { bothDatabases(); }
    void acrossRestartsItIsAskedUntilTheBankKnows()
    {
        QFETCH(QString, database);
        DepositTill till(database);
        till.bank->setBehaviour({.delay = 0ms, .lateSuccess = SandboxBehaviour::Late{5, 0ms}});
        till.charge();
        till.restart(); // before the answer
        must(till.deposits->resume());
        must(till.deposits->resume());
        QCOMPARE(till.deposits->pending(), 1);
        till.timer.advance(30s);
        QVERIFY(till.balance().isZero());
        till.restart();
        must(till.deposits->resume());
        till.timer.advance(1h);
        QCOMPARE(till.latest().state, PaymentState::Captured);
        QCOMPARE(till.balance(), euro(2500));
        QCOMPARE(till.bank->books().captures(), 1);
        QVERIFY(till.answers.empty()); // who asked is gone with the program
        till.restart();
        must(till.deposits->resume());
        till.timer.advance(1h);
        QCOMPARE(till.balance(), euro(2500));
        QCOMPARE(till.breaches(), QString());
    }

    void whoStopsWaitingGoesOnAtOnce_data() { bothDatabases(); }
    void whoStopsWaitingGoesOnAtOnce()
    {
        QFETCH(QString, database);
        DepositTill till(database);
        till.bank->setBehaviour({.loseReply = true});
        till.charge();
        till.deposits->stopWaiting(till.latest().id);
        till.timer.advance(0ms);
        QCOMPARE(till.answers.at(0)->state, PaymentState::Unknown);
        till.timer.advance(10s);
        QCOMPARE(till.balance(), euro(2500));
        QCOMPARE(till.answers.size(), size_t(1));
    }

    /// The person became part of another entry while the bank was thinking.
    void aLateCaptureFollowsItsPerson_data() { bothDatabases(); }
    void aLateCaptureFollowsItsPerson()
    {
        QFETCH(QString, database);
        DepositTill till(database);
        const auto bea = must(till.office->customers().add(till.office->system(), {{}, QStringLiteral("Bea"), {}, {}}));
        till.bank->setBehaviour({.loseReply = true});
        till.charge();
        must(till.office->customerRecords().merge(till.office->system(), till.anna, bea.id));
        till.timer.advance(2min);
        QVERIFY(till.balance().isZero());
        QCOMPARE(must(till.office->wallets().ofCustomer(bea.id)).front().balance, euro(2500));
        QCOMPARE(till.breaches(), QString());
    }

    void aPersonIsNotErasedWhileMoneyIsOnItsWay_data() { bothDatabases(); }
    void aPersonIsNotErasedWhileMoneyIsOnItsWay()
    {
        QFETCH(QString, database);
        DepositTill till(database);
        till.charge(2500, QStringLiteral("card_error"));
        const auto refused = till.office->customerRecords().erase(till.office->system(), till.anna);
        QVERIFY(!refused && refused.error().args.join(u' ').contains(QStringLiteral("25.00 EUR")));
        till.timer.advance(1s);
        must(till.office->customerRecords().erase(till.office->system(), till.anna));
        till.charge(2500, {}, QStringLiteral("k2"));
        till.timer.advance(1s);
        QCOMPARE(till.answers.back().error().code, ErrorCode::NotFound);
    }

    void aPersonAnswersForTheCardMachine_data() { bothDatabases(); }
    void aPersonAnswersForTheCardMachine()
    {
        QFETCH(QString, database);
        DepositTill till(database, true);
        till.charge();
        till.restart(); // the till was interrupted meanwhile
        must(till.deposits->resume());
        till.timer.advance(1h);
        QCOMPARE(till.latest().state, PaymentState::Sent);
        const Actor cashier = actorWith(*till.office, Role::Cashier);
        const DepositId id = till.latest().id;
        QCOMPARE(till.deposits->tell(cashier, id, {GatewayOutcome::Kind::Captured, QStringLiteral(" "), {}}).error().code, ErrorCode::InvalidInput);
        must(till.deposits->tell(cashier, id, {GatewayOutcome::Kind::Unknown, {}, {}}));
        QCOMPARE(till.deposits->tell(cashier, id, {GatewayOutcome::Kind::Captured, QStringLiteral("4711"), {}}).error().code, ErrorCode::PermissionDenied);
        const Actor supervisor = actorWith(*till.office, Role::Supervisor);
        QCOMPARE(must(till.deposits->tell(supervisor, id, {GatewayOutcome::Kind::Captured, QStringLiteral("4711"), {}})).state, PaymentState::Captured);
        QCOMPARE(must(till.deposits->tell(supervisor, id, {GatewayOutcome::Kind::Declined, {}, {}})).state, PaymentState::Captured); // said once
        QCOMPARE(till.balance(), euro(2500));
        QCOMPARE(must(till.office->wallets().statement(till.wallet)).entries[0].reference, QStringLiteral("4711"));
        QCOMPARE(till.deposits->pending(), 0);
        QCOMPARE(till.breaches(), QString());
    }

    void theBankItselfAnswersForItsCards()
    {
        DepositTill till(QStringLiteral("sqlite"));
        till.charge();
        const auto told = till.deposits->tell(till.office->system(), till.latest().id, {GatewayOutcome::Kind::Captured, QStringLiteral("1"), {}});
        QCOMPARE(told.error().code, ErrorCode::InvalidInput);
        QVERIFY(till.balance().isZero());
    }

    void theShiftCountsItAndNamesWhatIsOpen_data() { bothDatabases(); }
    void theShiftCountsItAndNamesWhatIsOpen()
    {
        QFETCH(QString, database);
        DepositTill till(database);
        const StaffId clara = must(till.office->staff().add(till.office->system(), QStringLiteral("Clara"), Role::Manager, QStringLiteral("333333"))).id;
        const Actor manager{clara, Role::Manager, till.office->terminal(), {}};
        must(till.office->shifts().open(manager, euro(10000)));
        till.charge();
        till.timer.advance(1s);
        till.bank->setBehaviour({.loseReply = true});
        till.charge(700, {}, QStringLiteral("k2"));
        const auto shift = must(till.office->shifts().count(manager, {{10000, 1}}));
        const auto z = must(till.office->shifts().close(manager, shift.id));
        const auto figure = std::find_if(z.taken.begin(), z.taken.end(), [](const ReportFigure &f) { return f.name == QLatin1String("card_deposit"); });
        QVERIFY(figure != z.taken.end());
        QCOMPARE(figure->amount, euro(2500));
        QCOMPARE(z.expected, euro(10000)); // no cash moved
        QCOMPARE(z.open.size(), size_t(1));
        QCOMPARE(z.open[0].amount, euro(700));
        till.timer.advance(2min); // known after the Z: it belongs to no shift
        QCOMPARE(till.balance(), euro(3200));
        QCOMPARE(till.breaches(), QString());
    }

    void whoTampersIsFound_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("said");
        QTest::newRow("amount") << QStringLiteral("UPDATE card_deposit SET amount = 9999") << QStringLiteral("9999");
        QTest::newRow("undone") << QStringLiteral("UPDATE card_deposit SET state = 'declined', transfer_id = NULL") << QStringLiteral("declined");
        QTest::newRow("gone") << QStringLiteral("DELETE FROM card_deposit") << QStringLiteral("not there");
        QTest::newRow("another wallet") << QStringLiteral("UPDATE card_deposit SET wallet_id = transfer_id") << QStringLiteral("brought 0");
    }
    void whoTampersIsFound()
    {
        QFETCH(QString, sql);
        QFETCH(QString, said);
        DepositTill till(QStringLiteral("sqlite"));
        till.charge();
        till.timer.advance(1s);
        QCOMPARE(till.breaches(), QString());
        till.deposits.reset();
        till.office.reset();
        {
            const auto db = till.box.administrator();
            db->execute(QStringLiteral("PRAGMA foreign_keys = OFF"));
            QVERIFY_THROWS_EXCEPTION(StorageError, db->execute(sql)); // the database guards itself
            for (const char *trigger : {"card_deposit_final", "card_deposit_stays"})
                db->execute(QStringLiteral("DROP TRIGGER %1").arg(QLatin1String(trigger)));
            db->execute(sql);
        }
        till.office = till.box.open();
        QVERIFY2(till.breaches().contains(said), qPrintable(till.breaches()));
    }
};

FOYER_TEST(CardDepositsTest, "carddeposits")
#include "test_carddeposits.moc"
