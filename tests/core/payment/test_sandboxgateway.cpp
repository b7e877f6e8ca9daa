#include "core/payment/sandboxgateway.h"
#include "tests/support/settimer.h"
#include "tests/support/testmain.h"

#include <QtCore/QTemporaryDir>

using namespace foyer;
using namespace std::chrono_literals;
using Kind = GatewayOutcome::Kind;

namespace {

Money euros(qint64 cents)
{
    return {cents, Currency()};
}

} // namespace

class SandboxGatewayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_clock = std::make_unique<SetClock>(Instant{1'000'000});
        m_timer = std::make_unique<test::SetTimer>(m_clock->now(), [this](Instant at) { m_clock->set(at); });
        m_answers.clear();
        reopen(QString());
    }

    void chargesAfterTheDelay()
    {
        charge(QStringLiteral("k"), euros(5900));
        m_timer->advance(299ms);
        QVERIFY(m_answers.empty());
        m_timer->advance(1ms);
        QCOMPARE(m_answers.size(), size_t(1));
        QCOMPARE(m_answers[0].kind, Kind::Captured);
        QVERIFY(!m_answers[0].reference.isEmpty());
        QCOMPARE(m_gateway->books().balance(Currency()), euros(5900));
    }

    void refusesAsTheTokenSays()
    {
        charge(QStringLiteral("a"), euros(100), QStringLiteral("card_error"));
        charge(QStringLiteral("b"), euros(100), QStringLiteral("payment_error"));
        m_timer->advance(1s);
        QCOMPARE(m_answers[0].kind, Kind::Declined);
        QCOMPARE(m_answers[0].message, QStringLiteral("Your card has been declined"));
        QCOMPARE(m_answers[1].kind, Kind::Failed);
        QCOMPARE(m_answers[1].message, QStringLiteral("Something went wrong with your transaction"));
        QCOMPARE(m_gateway->books().captures(), 0);
    }

    void chargesEurosOnly()
    {
        const Currency dollars = *Currency::fromCode(u"USD");
        QVERIFY(!m_gateway->supports(dollars));
        QVERIFY(m_gateway->supports(Currency()));
        charge(QStringLiteral("a"), Money(100, dollars));
        m_timer->advance(1s);
        QCOMPARE(m_answers[0].kind, Kind::Failed);
        QCOMPARE(m_answers[0].message, QStringLiteral("Currency USD not supported"));
        QVERIFY(m_gateway->books().balance(dollars).isZero());
    }

    void theSameKeyNeverChargesTwice()
    {
        charge(QStringLiteral("k"), euros(5900));
        charge(QStringLiteral("k"), euros(5900));
        charge(QStringLiteral("k"), euros(100), QStringLiteral("card_error"));
        m_timer->advance(1s);
        QCOMPARE(m_answers.size(), size_t(3));
        for (const GatewayOutcome &answer : m_answers) {
            QCOMPARE(answer.kind, Kind::Captured);
            QCOMPARE(answer.reference, m_answers[0].reference);
        }
        QCOMPARE(m_gateway->books().balance(Currency()), euros(5900));
    }

    void aLostReplyIsFoundByAsking()
    {
        m_gateway->setBehaviour({.loseReply = true});
        charge(QStringLiteral("k"), euros(5900));
        m_timer->advance(1h);
        QVERIFY(m_answers.empty());
        ask(QStringLiteral("k"));
        QCOMPARE(m_answers.at(0).kind, Kind::Captured);
        QCOMPARE(m_gateway->books().captures(), 1);
    }

    void whatNeverArrivedChargesNothing()
    {
        m_gateway->setBehaviour({.neverArrives = true});
        charge(QStringLiteral("k"), euros(5900));
        m_timer->advance(1h);
        QVERIFY(m_answers.empty());
        ask(QStringLiteral("k"));
        QCOMPARE(m_answers.at(0).kind, Kind::Failed);
        QVERIFY(m_answers[0].reference.isEmpty());
        QCOMPARE(m_gateway->books().captures(), 0);
    }

    void aLateSuccessShowsAfterSomeQuestions()
    {
        m_gateway->setBehaviour({.lateSuccess = SandboxBehaviour::Late{2, 0ms}});
        charge(QStringLiteral("k"), euros(5900));
        for (int i = 0; i < 3; ++i)
            ask(QStringLiteral("k"));
        QCOMPARE(m_answers.at(0).kind, Kind::Unknown);
        QCOMPARE(m_answers.at(1).kind, Kind::Unknown);
        QCOMPARE(m_answers.at(2).kind, Kind::Captured);
    }

    void aLateSuccessShowsAfterSomeTime()
    {
        m_gateway->setBehaviour({.lateSuccess = SandboxBehaviour::Late{0, 10s}});
        charge(QStringLiteral("k"), euros(5900));
        m_timer->advance(9s);
        ask(QStringLiteral("k"));
        QCOMPARE(m_answers.at(0).kind, Kind::Unknown);
        m_timer->advance(10s);
        ask(QStringLiteral("k"));
        QCOMPARE(m_answers.at(1).kind, Kind::Captured);
    }

    void theLateCardAnswersWhenItIsAskedLater()
    {
        charge(QStringLiteral("k"), euros(5900), QStringLiteral("late_answer"));
        m_timer->advance(29s);
        QVERIFY(m_answers.empty());
        ask(QStringLiteral("k"));
        m_timer->advance(1s);
        ask(QStringLiteral("k"));
        QCOMPARE(m_answers.at(0).kind, Kind::Unknown);
        QCOMPARE(m_answers.at(1).kind, Kind::Captured);
    }

    void givesBackNoMoreThanItTook()
    {
        charge(QStringLiteral("k"), euros(5900));
        m_timer->advance(1s);
        const QString reference = m_answers[0].reference;
        refund(QStringLiteral("r1"), reference, euros(5000));
        refund(QStringLiteral("r1"), reference, euros(5000));
        refund(QStringLiteral("r2"), reference, euros(901));
        refund(QStringLiteral("r3"), QStringLiteral("nobody's"), euros(1));
        m_timer->advance(1s);
        QCOMPARE(m_answers.at(1).kind, Kind::Captured);
        QCOMPARE(m_answers.at(2).reference, m_answers.at(1).reference);
        QCOMPARE(m_answers.at(3).kind, Kind::Failed);
        QCOMPARE(m_answers.at(4).kind, Kind::Failed);
        QCOMPARE(m_gateway->books().balance(Currency()), euros(900));
    }

    void remembersAcrossARestart()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("bank.json"));
        reopen(path);
        m_gateway->setBehaviour({.lateSuccess = SandboxBehaviour::Late{1, 0ms}});
        charge(QStringLiteral("k"), euros(5900));
        reopen(path);
        ask(QStringLiteral("k"));
        reopen(path);
        ask(QStringLiteral("k"));
        charge(QStringLiteral("k"), euros(5900));
        m_timer->advance(1s);
        QCOMPARE(m_answers.at(0).kind, Kind::Unknown);
        QCOMPARE(m_answers.at(1).kind, Kind::Captured);
        QCOMPARE(m_answers.at(2).reference, m_answers.at(1).reference);
        QCOMPARE(m_gateway->books().balance(Currency()), euros(5900));
    }

    void refusesBooksThatAreNone()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("bank.json")));
        for (const QByteArray text : {"", "{}", "[1]", R"([{"key":"k","currency":"EUR","outcome":"maybe"}])"}) {
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text);
            file.close();
            const auto opened = SandboxGateway::open(file.fileName(), *m_clock, m_timer->later());
            QVERIFY2(!opened, text);
            QCOMPARE(opened.error().code, ErrorCode::FileInvalid);
        }
    }

    void chargesNothingThatItCannotWriteDown()
    {
        reopen(QStringLiteral("/no/such/folder/bank.json"));
        charge(QStringLiteral("k"), euros(5900));
        m_timer->advance(1s);
        QCOMPARE(m_answers.at(0).kind, Kind::Failed);
        QCOMPARE(m_gateway->books().captures(), 0);
    }

private:
    void reopen(const QString &path)
    {
        auto opened = SandboxGateway::open(path, *m_clock, m_timer->later());
        QVERIFY(opened);
        m_gateway = std::move(*opened);
    }

    PaymentGateway::Reply listen()
    {
        return [this](const GatewayOutcome &outcome) { m_answers.push_back(outcome); };
    }

    void charge(const QString &key, Money amount, const QString &token = {}) { m_gateway->charge({key, amount, token}, listen()); }
    void refund(const QString &key, const QString &reference, Money amount) { m_gateway->refund({key, reference, amount}, listen()); }

    void ask(const QString &key)
    {
        m_gateway->ask(key, listen());
        m_timer->advance(1s);
    }

    std::unique_ptr<SetClock> m_clock;
    std::unique_ptr<test::SetTimer> m_timer;
    std::unique_ptr<SandboxGateway> m_gateway;
    std::vector<GatewayOutcome> m_answers;
};

FOYER_TEST(SandboxGatewayTest, "sandboxgateway")
#include "test_sandboxgateway.moc"
