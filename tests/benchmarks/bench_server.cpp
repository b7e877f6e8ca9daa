// One hot ticket option over HTTP on PostgreSQL: 32 and 256 connections that each wait for their answer before they ask again.
// Against the same server in front of a straightforward shop, which locks the option's row and commits for each request, and
// against the same server answering without a database.
#include "tests/benchmarks/httpload.h"
#include "tests/benchmarks/measure.h"
#include "tests/benchmarks/outcome.h"

#include "app/server/server.h"
#include "core/storage/database.h"
#include "tests/support/builders.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>

#include <atomic>
#include <condition_variable>
#include <cstdio>
#include <deque>
#include <thread>

using namespace foyer;
using namespace foyer::bench;
using test::HttpClient;
using test::must;

namespace {

constexpr double RowLockTarget = 8;
constexpr double NoDatabaseTarget = 0.2;
constexpr int ShopConnections = 4; ///< of the straightforward shop

struct LoadSize {
    int rounds;
    int requests; ///< of all connections together
};

/// Asks the same over and over from so many connections; every answer has to be 201.
void load(quint16 port, const QByteArray &request, int connections, int requests)
{
    std::atomic<int> given = 0;
    loadWith(port, std::vector<Caller>(size_t(connections), repeated([&](int) { return request; }, [&] { return given.fetch_add(1) < requests ? 0 : -1; })));
}

QByteArray purchaseRequest(const QByteArray &path)
{
    return postRequest(path, "{\"quantity\":1,\"user_id\":\"406c1d05-bbb2-4e94-b183-7d208c2692e1\"}");
}

/// How one would write it at first: a connection takes a request, locks the row, looks, writes, commits, answers.
class RowLockShop
{
public:
    RowLockShop(const DatabaseUrl &url, const Clock &clock)
    {
        for (int i = 0; i < ShopConnections; ++i)
            m_threads.emplace_back([this, url, &clock] { work(*Database::open(url, Database::Mode::Administer, clock)); });
    }
    ~RowLockShop()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_closing = true;
        }
        m_arrived.notify_all();
        for (std::thread &thread : m_threads)
            thread.join();
    }

    void buy(server::Reply reply)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_waiting.push_back(std::move(reply));
        }
        m_arrived.notify_one();
    }

private:
    void work(Database &db)
    {
        std::unique_lock lock(m_mutex);
        while (true) {
            m_arrived.wait(lock, [this] { return m_closing || !m_waiting.empty(); });
            if (m_waiting.empty())
                return;
            const server::Reply reply = std::move(m_waiting.front());
            m_waiting.pop_front();
            lock.unlock();
            Transaction transaction(db);
            const qint64 left = db.run("SELECT allocation FROM shop_option WHERE id = 1 FOR UPDATE").front().number(0);
            if (left > 0) {
                db.run("UPDATE shop_option SET allocation = allocation - 1 WHERE id = 1");
                db.run("INSERT INTO shop_purchase (id, option_id, quantity, user_id) VALUES (?, 1, 1, ?)", {QUuid::createUuid(), QUuid::createUuid()});
            }
            transaction.commit();
            reply({left > 0 ? 201 : 400});
            lock.lock();
        }
    }

    std::mutex m_mutex;
    std::condition_variable m_arrived;
    std::deque<server::Reply> m_waiting;
    bool m_closing = false;
    std::vector<std::thread> m_threads;
};

class ServerBench
{
public:
    ServerBench(DatabaseUrl url, LoadSize size) : m_server(std::move(url)), m_size(size) {}
    void run()
    {
        for (const int connections : {32, 256})
            compare(connections);
    }

private:
    DatabaseUrl fresh()
    {
        DatabaseUrl url = m_server;
        url.database = QStringLiteral("foyer_http");
        const auto admin = Database::open(m_server, Database::Mode::Administer, m_clock);
        admin->execute(QStringLiteral("DROP DATABASE IF EXISTS foyer_http WITH (FORCE)"));
        admin->execute(QStringLiteral("CREATE DATABASE foyer_http"));
        must(BoxOffice::migrate(url, m_clock));
        return url;
    }

    double timeOurs(int connections)
    {
        const DatabaseUrl url = fresh();
        QTemporaryDir keys;
        server::ServerConfig config{.office = {url, keys.path(), QStringLiteral("Server"), m_clock, m_random, crypto::PinCost::Minimal}, .transport = {}};
        config.needsToken = false;
        double seconds = 0;
        {
            const auto server = must(server::Server::start(config));
            HttpClient client(server->port());
            const int warmUp = m_size.requests / 10;
            const auto made = client.post("/ticket_options", "{\"name\":\"hot\",\"allocation\":" + QByteArray::number(m_size.requests + warmUp) + "}");
            const QByteArray path = "/ticket_options/" + made.json().value(QStringLiteral("id")).toString().toLatin1();
            load(server->port(), purchaseRequest(path + "/purchases"), connections, warmUp);
            seconds = secondsOf([&] { load(server->port(), purchaseRequest(path + "/purchases"), connections, m_size.requests); });
            if (const int left = client.get(path).json().value(QStringLiteral("allocation")).toInt(-1); left != 0)
                qFatal("%d places are left instead of none", left);
            if (client.post(path + "/purchases", "{\"quantity\":1,\"user_id\":\"406c1d05-bbb2-4e94-b183-7d208c2692e1\"}").status != 400)
                qFatal("one place too many was sold");
        }
        proveSound(url, keys.path());
        return seconds;
    }

    double timeRowLock(int connections)
    {
        const DatabaseUrl url = fresh();
        const auto db = Database::open(url, Database::Mode::Administer, m_clock);
        db->execute(QStringLiteral("CREATE TABLE shop_option (id BIGINT PRIMARY KEY, allocation BIGINT NOT NULL)"));
        db->execute(QStringLiteral("CREATE TABLE shop_purchase (id UUID PRIMARY KEY, option_id BIGINT NOT NULL REFERENCES shop_option, quantity BIGINT NOT NULL, user_id UUID NOT NULL)"));
        db->execute(QStringLiteral("INSERT INTO shop_option VALUES (1, 1000000000)"));
        RowLockShop shop(url, m_clock);
        const int requests = m_size.requests / 4; // it is slow, and as slow with fewer
        const double seconds = timeTransport([&](server::Request, server::Reply reply) { shop.buy(std::move(reply)); }, connections, requests);
        const qint64 sold = db->run("SELECT count(*) FROM shop_purchase").front().number(0);
        if (sold != requests || db->run("SELECT allocation FROM shop_option").front().number(0) != 1'000'000'000 - sold)
            qFatal("the straightforward shop sold %lld instead of %d", static_cast<long long>(sold), requests);
        return seconds * 4;
    }

    double timeNoDatabase(int connections)
    {
        return timeTransport([](server::Request, server::Reply reply) { reply({201}); }, connections, m_size.requests);
    }

    static double timeTransport(server::Transport::Handler handler, int connections, int requests)
    {
        const auto transport = must(server::Transport::open({}, std::move(handler)));
        const double seconds = secondsOf([&] { load(transport->port(), purchaseRequest("/x"), connections, requests); });
        transport->stop();
        return seconds;
    }

    void compare(int connections)
    {
        Contender ours{QStringLiteral("foyerctl serve, %1 connections").arg(connections), {}};
        Contender row{QStringLiteral("one transaction and a row lock per request"), {}};
        Contender none{QStringLiteral("no database"), {}};
        const QString folder = Database::open(m_server, Database::Mode::Administer, m_clock)->run("SELECT current_setting('data_directory')").front().text(0);
        std::vector<double> flushes;
        for (int round = 0; round < m_size.rounds; ++round) {
            flushes.push_back(flushMicroseconds(folder));
            ours.seconds.push_back(timeOurs(connections));
            row.seconds.push_back(timeRowLock(connections));
            none.seconds.push_back(timeNoDatabase(connections));
        }
        report(QStringLiteral("Purchases of one hot option over HTTP"), m_size.requests, ours, row, RowLockTarget);
        report(QStringLiteral("The same, and answering without a database"), m_size.requests, ours, none, NoDatabaseTarget);
        reportFlushes(flushes);
    }

    const DatabaseUrl m_server;
    const LoadSize m_size;
    const SystemClock m_clock;
    SystemRandom m_random;
};

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Purchases over HTTP on the PostgreSQL that FOYER_TEST_POSTGRES names."));
    parser.addHelpOption();
    parser.addOption({QStringLiteral("small"), QStringLiteral("A quick check; the figures mean little.")});
    parser.process(app);
    const DatabaseUrl url = must(DatabaseUrl::parse(qEnvironmentVariable("FOYER_TEST_POSTGRES")));
    ServerBench(url, parser.isSet(QStringLiteral("small")) ? LoadSize{2, 4'000} : LoadSize{5, 60'000}).run();
}
