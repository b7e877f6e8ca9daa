#include "tests/benchmarks/walletcallers.h"

#include "tests/benchmarks/measure.h"

#include "core/services/clerks.h"
#include "core/services/walletbook.h"
#include "core/storage/customer_store.h"
#include "core/storage/database.h"
#include "core/storage/writer.h"
#include "tests/support/builders.h"

#include <latch>
#include <thread>

namespace foyer::bench {

using test::must;

namespace {

const SystemClock systemClock;

std::unique_ptr<BoxOffice> openTill(const DatabaseUrl &url, const QString &keys)
{
    static SystemRandom random;
    return must(BoxOffice::open({url, keys, QStringLiteral("till"), systemClock, random, crypto::PinCost::Minimal}));
}

/// A thousand people with a wallet each, in one unit of work.
std::vector<AccountId> addPeople(BoxOffice &office, int from)
{
    return must(office.writer().write([&](Work &work) {
        std::vector<AccountId> wallets;
        for (int i = from; i < from + 1000; ++i) {
            const auto person = work.ids().make<CustomerId>();
            const QString name = QStringLiteral("Person %1").arg(i);
            customer_store::add(work.db(), {person, name, {}, {}}, name.toLower(), work.now());
            work.fact("customer.added", JsonText().add("id", person));
            wallets.push_back(walletOf(work, person, {}));
        }
        return wallets;
    }));
}

/// Lets all callers go at once, and waits for them.
class Start
{
public:
    explicit Start(int callers) : m_ready(callers + 1), m_end(callers) {}

    void callerIsReady() { m_ready.arrive_and_wait(); }
    void callerIsDone() { m_end.count_down(); }
    double time(const WalletCallers::WarmedUp &warmedUp, std::latch &warm)
    {
        warm.wait();
        if (warmedUp)
            warmedUp();
        return secondsOf([&] { m_ready.arrive_and_wait(); m_end.wait(); });
    }

private:
    std::latch m_ready;
    std::latch m_end;
};

/// Sends all of them and waits for every answer.
void ask(Clerks &clerks, const Actor &actor, std::vector<WalletRequest> requests)
{
    const auto answered = std::make_shared<std::latch>(std::ptrdiff_t(requests.size())); // a clerk lets go of it last
    for (WalletRequest &request : requests)
        clerks.move(actor, std::move(request), [answered](const Result<WalletReceipt> &result) {
            must(result);
            answered->count_down();
        });
    answered->wait();
}

} // namespace

WalletCallers WalletCallers::fill(const DatabaseUrl &url, const QString &keys, int chains)
{
    WalletCallers out;
    std::vector<std::unique_ptr<BoxOffice>> tills;
    for (int i = 0; i < chains; ++i)
        tills.push_back(openTill(url, keys));
    out.m_actor = tills.front()->system();
    for (int from = 0; from < Accounts; from += 1000)
        for (const AccountId wallet : addPeople(*tills.front(), from))
            out.m_wallets.push_back(wallet);
    constexpr int Batch = 100;
    for (int from = 0; from < Accounts; from += Batch) {
        std::vector<WalletRequest> deposits;
        for (int i = from; i < from + Batch; ++i)
            deposits.push_back({WalletRequest::Kind::Deposit, out.m_wallets[size_t(i)], {}, Tender::Cash, test::euro(Each), QStringLiteral("deposit %1").arg(i)});
        BoxOffice &till = *tills[size_t(from / Batch % chains)];
        for (const auto &answer : till.wallets().move(out.m_actor, deposits))
            must(answer);
    }
    return out;
}

WalletRequest WalletCallers::wish(int caller, int number) const
{
    SeededRandom random(quint64(caller) << 32 | quint64(number));
    const quint32 from = random.below(Accounts);
    const quint32 to = (from + 1 + random.below(Accounts - 1)) % Accounts;
    return {WalletRequest::Kind::Transfer, m_wallets[from], m_wallets[to], {}, test::euro(1 + random.below(999)), QStringLiteral("transfer %1-%2").arg(caller).arg(number)};
}

double WalletCallers::time(const DatabaseUrl &url, const QString &keys, Asking asking, int callers, int connections, int perCaller, int warmUp, const WarmedUp &warmedUp) const
{
    return asking == Asking::Alone ? alone(url, keys, callers, perCaller, warmUp, warmedUp)
                                   : throughClerks(url, keys, asking, callers, connections, perCaller, warmUp, warmedUp);
}

double WalletCallers::throughClerks(const DatabaseUrl &url, const QString &keys, Asking asking, int callers, int clerkCount, int perCaller, int warmUp, const WarmedUp &warmedUp) const
{
    const auto clerks = must(Clerks::start(clerkCount, [&]() -> Result<std::unique_ptr<BoxOffice>> { return openTill(url, keys); }));
    Start start(callers);
    std::latch warm(callers);
    std::vector<std::thread> threads;
    for (int caller = 0; caller < callers; ++caller)
        threads.emplace_back([&, caller] {
            const int step = asking == Asking::Bursts ? Burst : 1;
            std::vector<std::vector<WalletRequest>> all; // made before the clock starts: they come from the callers' own machines
            for (int at = 0; at < warmUp + perCaller; at += step) {
                all.emplace_back();
                for (int i = at; i < at + step; ++i)
                    all.back().push_back(wish(caller, i));
            }
            const size_t timedFrom = size_t(warmUp / step);
            for (size_t i = 0; i < timedFrom; ++i)
                ask(*clerks, m_actor, std::move(all[i]));
            warm.count_down();
            start.callerIsReady();
            for (size_t i = timedFrom; i < all.size(); ++i)
                ask(*clerks, m_actor, std::move(all[i]));
            start.callerIsDone();
        });
    const double seconds = start.time(warmedUp, warm);
    for (std::thread &thread : threads)
        thread.join();
    return seconds;
}

double WalletCallers::alone(const DatabaseUrl &url, const QString &keys, int callers, int perCaller, int warmUp, const WarmedUp &warmedUp) const
{
    Start start(callers);
    std::latch warm(callers);
    std::vector<std::thread> threads;
    for (int caller = 0; caller < callers; ++caller)
        threads.emplace_back([&, caller] {
            std::vector<WalletRequest> all;
            for (int i = 0; i < warmUp + perCaller; ++i)
                all.push_back(wish(caller, i));
            const auto office = openTill(url, keys);
            const auto send = [&](int from, int to) {
                for (int i = from; i < to; ++i)
                    must(office->wallets().move(m_actor, all[size_t(i)]));
            };
            send(0, warmUp);
            warm.count_down();
            start.callerIsReady();
            send(warmUp, warmUp + perCaller);
            start.callerIsDone();
        });
    const double seconds = start.time(warmedUp, warm);
    for (std::thread &thread : threads)
        thread.join();
    return seconds;
}

void WalletCallers::prove(const DatabaseUrl &url, qint64 transfers)
{
    const auto db = Database::open(url, Database::Mode::Read, systemClock);
    const Row sums = db->run("SELECT CAST(sum(balance) AS BIGINT), min(balance), count(*) FROM account WHERE kind = 'wallet'").front();
    const Row keys = db->run("SELECT count(*), count(DISTINCT key) FROM transfer WHERE key LIKE 'transfer %'").front();
    const qint64 wrong = db->run(
        "SELECT count(*) FROM account a LEFT JOIN (SELECT id, CAST(sum(n) AS BIGINT) AS n FROM (SELECT credit_id AS id, amount AS n FROM transfer "
        "UNION ALL SELECT debit_id, -amount FROM transfer) side GROUP BY id) entered ON entered.id = a.id "
        "WHERE a.kind = 'wallet' AND a.balance <> coalesce(entered.n, 0)").front().number(0);
    if (sums.number(0) != Accounts * Each || sums.number(1) < 0 || sums.number(2) != Accounts || keys.number(0) != transfers || keys.number(1) != transfers || wrong != 0)
        qFatal("%lld wallets hold %lld, the least %lld; %lld transfers with %lld keys, not %lld; %lld wallets differ from their statements",
               sums.number(2), sums.number(0), sums.number(1), keys.number(0), keys.number(1), transfers, wrong);
}

} // namespace foyer::bench
