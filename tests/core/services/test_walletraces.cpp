// Money that many want at once: nothing is lost, nothing is made, nothing goes below zero, at no moment.
#include "core/services/clerks.h"
#include "core/services/verifier.h"
#include "core/storage/terminal_store.h"
#include "tests/support/builders.h"
#include "tests/support/testmain.h"

#include <atomic>
#include <future>
#include <set>
#include <thread>

using namespace foyer;
using namespace foyer::test;

namespace {

constexpr int WalletCount = 50;
constexpr qint64 EachHolds = 100'00;
constexpr int Connections = 8;

std::vector<AccountId> fillWallets(BoxOffice &office)
{
    std::vector<AccountId> wallets;
    std::vector<WalletRequest> deposits;
    for (int i = 0; i < WalletCount; ++i) {
        const auto person = must(office.customers().add(office.system(), {{}, QStringLiteral("Person %1").arg(i), {}, {}}));
        wallets.push_back(must(office.wallets().open(office.system(), person.id, {})).id);
        deposits.push_back({WalletRequest::Kind::Deposit, wallets.back(), {}, Tender::Cash, euro(EachHolds), QStringLiteral("deposit %1").arg(i)});
    }
    for (const auto &answer : office.wallets().move(office.system(), deposits))
        must(answer);
    return wallets;
}

/// The n-th request of everybody together; its twin is the same.
WalletRequest wish(const std::vector<AccountId> &wallets, SeededRandom &random, int n)
{
    const quint32 from = random.below(WalletCount);
    const quint32 to = (from + 1 + random.below(WalletCount - 1)) % WalletCount;
    return {WalletRequest::Kind::Transfer, wallets[from], wallets[to], {}, euro(1 + random.below(150'00)), QStringLiteral("transfer %1").arg(n)};
}

/// What one was told, comparable with what its twin was told.
QString answerText(const Result<WalletReceipt> &answer)
{
    return answer ? answer->transfer.toString() + u' ' + answer->balance.toString() : QString::number(int(answer.error().code)) + answer.error().args.join(u' ');
}

/// Sums all the time, from outside, until it is stopped.
class Outsider
{
public:
    explicit Outsider(TestDatabase &box)
        : m_thread([this, &box] {
            const auto db = Database::open(box.url(), Database::Mode::Read, box.clock());
            while (!m_stop) {
                const Row row = db->run("SELECT CAST(sum(balance) AS BIGINT), min(balance) FROM account WHERE kind = 'wallet'").front();
                m_wrong += row.number(0) != WalletCount * EachHolds || row.number(1) < 0 ? 1 : 0;
                ++m_looks;
            }
        })
    {
    }
    ~Outsider() { stop(); }

    void stop()
    {
        m_stop = true;
        if (m_thread.joinable())
            m_thread.join();
    }
    int looks() const { return m_looks; }
    int wrong() const { return m_wrong; }

private:
    std::atomic<bool> m_stop = false;
    std::atomic<int> m_looks = 0;
    std::atomic<int> m_wrong = 0;
    std::thread m_thread;
};

} // namespace

class WalletRacesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// On PostgreSQL each of eight tills has a connection of its own; on SQLite, which has one writer, eight callers share
    /// a clerk. Every request is sent twice, the second time by the next caller, and both are told the same.
    void tenThousandTransfersKeepEveryCent_data() { bothDatabases(); }
    void tenThousandTransfersKeepEveryCent()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        const int count = 10'000;
        std::vector<AccountId> wallets;
        {
            const auto office = box.open(QStringLiteral("office"));
            wallets = fillWallets(*office);
        }
        SeededRandom random(20261121);
        std::vector<WalletRequest> requests;
        for (int n = 0; n < count; ++n)
            requests.push_back(wish(wallets, random, n));
        std::vector<QString> first(requests.size()), second(requests.size());
        Outsider outsider(box);
        box.isPostgres() ? byTills(box, requests, first, second) : byClerk(box, requests, first, second);
        outsider.stop();
        QVERIFY(outsider.looks() > 10);
        QCOMPARE(outsider.wrong(), 0);
        QCOMPARE(first, second);
        check(box, wallets, requests, first);
    }

private:
    using Texts = std::vector<QString>;

    /// Caller c sends its own share, and as twins that of its neighbour: both run at the same time.
    static void byTills(TestDatabase &box, const std::vector<WalletRequest> &requests, Texts &first, Texts &second)
    {
        constexpr size_t BatchSize = 50;
        std::vector<std::thread> tills;
        for (size_t c = 0; c < Connections; ++c)
            tills.emplace_back([&, c] {
                const auto office = box.open(QStringLiteral("till %1").arg(c));
                const auto send = [&](size_t caller, Texts &told) {
                    const size_t begin = requests.size() * caller / Connections, end = requests.size() * (caller + 1) / Connections;
                    for (size_t at = begin; at < end; at += BatchSize) {
                        const auto part = std::span(requests).subspan(at, std::min(BatchSize, end - at));
                        const auto answers = office->wallets().move(office->system(), part);
                        for (size_t i = 0; i < part.size(); ++i)
                            told[at + i] = answerText(answers[i]);
                    }
                };
                send(c, first);
                send((c + 1) % Connections, second);
            });
        for (std::thread &till : tills)
            till.join();
    }

    static void byClerk(TestDatabase &box, const std::vector<WalletRequest> &requests, Texts &first, Texts &second)
    {
        const auto clerks = must(Clerks::start(1, [&]() -> Result<std::unique_ptr<BoxOffice>> { return box.open(QStringLiteral("clerk")); }));
        const Actor actor{StaffId(), Role::Administrator, TerminalId(), ShiftId()};
        std::vector<std::thread> callers;
        for (size_t c = 0; c < Connections; ++c)
            callers.emplace_back([&, c] {
                for (size_t i = c; i < requests.size(); i += Connections)
                    for (Texts *told : {&first, &second}) {
                        std::promise<QString> answer;
                        clerks->move(actor, requests[i], [&](const Result<WalletReceipt> &result) { answer.set_value(answerText(result)); });
                        (*told)[i] = answer.get_future().get();
                    }
            });
        for (std::thread &caller : callers)
            caller.join();
    }

    static void check(TestDatabase &box, const std::vector<AccountId> &wallets, const std::vector<WalletRequest> &requests, const Texts &told)
    {
        std::set<QString> done;
        for (const QString &text : told)
            if (text.contains(u'-'))
                done.insert(text.section(u' ', 0, 0));
        QVERIFY(done.size() > requests.size() / 10); // neither all refused…
        QVERIFY(done.size() < requests.size());      // …nor none
        {
            const auto office = box.open(QStringLiteral("office"));
            qint64 sum = 0;
            for (const AccountId id : wallets) {
                const auto statement = must(office->wallets().statement(id));
                const qint64 balance = must(office->wallets().get(id)).balance.minor();
                QCOMPARE(statement.entries.back().balance.minor(), balance);
                QCOMPARE(statement.entries.size(), size_t(must(office->wallets().get(id)).operations));
                sum += balance;
            }
            QCOMPARE(sum, WalletCount * EachHolds);
        }
        const auto db = Database::open(box.url(), Database::Mode::Read, box.clock());
        QCOMPARE(size_t(db->run("SELECT count(*) FROM transfer WHERE key LIKE 'transfer %'").front().number(0)), done.size());
        QCOMPARE(must(Verifier(*db, {}).verify()).breaches, QStringList());
    }
};

FOYER_TEST(WalletRacesTest, "walletraces")
#include "test_walletraces.moc"
