// The rest of a web shop's day over HTTP on PostgreSQL: many options at random, best seats, paid orders, wallets, the waiting at half
// load, and memory. bench_server has the one hot option.
#include "tests/benchmarks/coreshop.h"
#include "tests/benchmarks/httpload.h"
#include "tests/benchmarks/measure.h"
#include "tests/benchmarks/outcome.h"
#include "tests/benchmarks/seller.h"

#include "app/server/server.h"
#include "core/payment/sandboxgateway.h"
#include "core/services/clerks.h"
#include "core/storage/database.h"
#include "tests/support/builders.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>
#include <QtCore/QFile>

#include <cstdio>
#include <future>
#include <random>
#include <thread>

#include <unistd.h>

using namespace foyer;
using namespace foyer::bench;
using test::HttpClient;
using test::must;

namespace {

constexpr double ManyOptionsTarget = 0.8;
constexpr double CoreTarget = 0.8; ///< of the core alone, per second of computing
constexpr double RandomTransfersTarget = 4'000; ///< a second
constexpr double HotTransfersTarget = 3'000;
constexpr int Connections = 256;
constexpr int ManyOptions = 100;
constexpr int Wallets = 1'000;
constexpr int Writers = 2; ///< as the server has them

struct DaySize {
    int rounds;
    int requests;      ///< of all connections together
    int carts;         ///< of best seats, and of paid orders
    double steadySeconds;
    int memorySeconds;
};

/// Hands out numbers below `count` to callers on several threads; then -1.
std::function<int()> upTo(int count)
{
    return [given = std::make_shared<std::atomic<int>>(0), count] {
        const int number = given->fetch_add(1);
        return number < count ? number : -1;
    };
}

std::vector<Caller> everyConnection(const std::function<QByteArray(int)> &request, int requests)
{
    const auto next = upTo(requests);
    return std::vector<Caller>(Connections, repeated(request, next));
}

double residentMegabytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("/proc cannot be read");
    return double(file.readAll().split(' ').at(1).toLongLong()) * double(::sysconf(_SC_PAGESIZE)) / 1e6;
}

QByteArray idOf(const HttpClient::Answer &answer)
{
    if (answer.status != 201)
        qFatal("answered %d: %s", answer.status, answer.body.constData());
    return answer.json().value(QStringLiteral("id")).toString().toLatin1();
}

/// A served box office of its own; ends with a proof that its books are sound.
class ServedHouse
{
public:
    explicit ServedHouse(const DatabaseUrl &url, const std::function<void(BoxOffice &)> &fill = {}) : m_url(url)
    {
        const BoxOfficeConfig office{url, m_keys.path(), QStringLiteral("Server"), m_clock, m_random, crypto::PinCost::Minimal};
        if (fill)
            fill(*must(BoxOffice::open(office)));
        server::ServerConfig config{.office = office, .transport = {}};
        config.needsToken = false;
        config.openReservations = 10'000'000;
        config.gateway = [this]() -> Result<std::unique_ptr<PaymentGateway>> {
            auto gateway = SandboxGateway::open({}, m_clock, eventLoopLater());
            (*gateway)->setBehaviour({.delay = Milliseconds(0)});
            return std::unique_ptr<PaymentGateway>(std::move(*gateway));
        };
        m_server = must(server::Server::start(config));
        client = std::make_unique<HttpClient>(port());
    }
    ~ServedHouse()
    {
        client.reset();
        m_server.reset();
        proveSound(m_url, m_keys.path());
    }

    quint16 port() const { return m_server->port(); }
    QByteArray option(int allocation) { return "/ticket_options/" + idOf(client->post("/ticket_options", "{\"name\":\"one\",\"allocation\":" + QByteArray::number(allocation) + "}")); }
    int left(const QByteArray &option) { return client->get(option).json().value(QStringLiteral("allocation")).toInt(-1); }

    std::unique_ptr<HttpClient> client;

private:
    const DatabaseUrl m_url;
    const SystemClock m_clock;
    SystemRandom m_random;
    QTemporaryDir m_keys;
    std::unique_ptr<server::Server> m_server;
};

class ShopBench
{
public:
    ShopBench(DatabaseUrl url, DaySize size) : m_admin(std::move(url)), m_size(size) {}

    static QStringList parts() { return QStringLiteral("options best paid transfers waiting memory").split(u' '); }

    void run(const QStringList &wanted)
    {
        double hot = 0;
        if (wanted.contains(QLatin1String("options")) || wanted.contains(QLatin1String("waiting")))
            hot = compareOptions();
        if (wanted.contains(QLatin1String("best")))
            compareBestSeats();
        if (wanted.contains(QLatin1String("paid")))
            comparePaidOrders();
        if (wanted.contains(QLatin1String("transfers"))) {
            timeTransfers(false);
            timeTransfers(true);
        }
        if (wanted.contains(QLatin1String("waiting")))
            timeSteadily(hot / 2);
        if (wanted.contains(QLatin1String("memory")))
            watchMemory();
    }

private:
    DatabaseUrl fresh() const
    {
        DatabaseUrl url = m_admin;
        url.database = QStringLiteral("foyer_shop");
        const auto admin = Database::open(m_admin, Database::Mode::Administer, m_clock);
        admin->execute(QStringLiteral("DROP DATABASE IF EXISTS foyer_shop WITH (FORCE)"));
        admin->execute(QStringLiteral("CREATE DATABASE foyer_shop"));
        must(BoxOffice::migrate(url, m_clock));
        return url;
    }

    static QByteArray purchase(const QByteArray &option)
    {
        return postRequest(option + "/purchases", "{\"quantity\":1,\"user_id\":\"406c1d05-bbb2-4e94-b183-7d208c2692e1\"}");
    }

    /// Seconds of the purchases, spread over so many options.
    double timeOptions(int count) const
    {
        ServedHouse house(fresh());
        std::vector<QByteArray> options, requests;
        for (int i = 0; i < count; ++i) {
            options.push_back(house.option(m_size.requests * 2));
            requests.push_back(purchase(options.back()));
        }
        std::mt19937 dice(1);
        std::vector<int> chosen;
        for (int i = 0; i < m_size.requests; ++i)
            chosen.push_back(int(dice() % unsigned(count)));
        const auto request = [&](int number) { return requests[size_t(chosen[size_t(number)])]; };
        loadWith(house.port(), everyConnection(request, m_size.requests / 10));
        const double seconds = loadWith(house.port(), everyConnection(request, m_size.requests));
        int sold = 0;
        for (const QByteArray &option : options)
            sold += m_size.requests * 2 - house.left(option);
        if (sold != m_size.requests + m_size.requests / 10)
            qFatal("%d places were sold", sold);
        return seconds;
    }

    double compareOptions() const
    {
        Contender many{QStringLiteral("%1 options at random").arg(ManyOptions), {}};
        Contender hot{QStringLiteral("one hot option"), {}};
        for (int round = 0; round < m_size.rounds; ++round) {
            many.seconds.push_back(timeOptions(ManyOptions));
            hot.seconds.push_back(timeOptions(1));
        }
        report(QStringLiteral("Purchases over HTTP, 256 connections"), m_size.requests, many, hot, ManyOptionsTarget, "purchases");
        return m_size.requests / median(hot.seconds);
    }

    /// `seconds` are those of one core that the machine computed, without what the callers did.
    struct Costs {
        Contender served{QStringLiteral("over HTTP"), {}};
        Contender core{QStringLiteral("the core alone"), {}};
        std::vector<double> perSecond; ///< over HTTP
    };

    struct Sale {
        const char *title;
        Admission admission;
        int places;
        std::function<std::vector<Caller>(const QByteArray &type)> callers;
        double (CoreShop::*core)(int, int);
    };

    void compareWithCore(const Sale &sale) const
    {
        Costs costs;
        for (int round = 0; round < m_size.rounds; ++round) {
            timeServed(sale, costs);
            timeCore(sale, costs);
        }
        std::printf("%s, 256 connections: %.0f a second\n", sale.title, median(costs.perSecond));
        report(QStringLiteral("The same, per second of computing"), m_size.carts, costs.served, costs.core, CoreTarget, "sales");
    }

    void timeServed(const Sale &sale, Costs &costs) const
    {
        QByteArray type;
        ServedHouse house(fresh(), [&](BoxOffice &office) {
            type = must(office.catalogue().event(addEvent(office, sale.admission, sale.places))).ticketTypes[0].id.toString().toLatin1();
        });
        double callers = 0;
        const double before = machineCpuSeconds();
        const double seconds = loadWith(house.port(), sale.callers(type), &callers);
        costs.served.seconds.push_back(machineCpuSeconds() - before - callers);
        costs.perSecond.push_back(m_size.carts / seconds);
    }

    void timeCore(const Sale &sale, Costs &costs) const
    {
        const DatabaseUrl url = fresh();
        const QTemporaryDir keys;
        SystemRandom random;
        const BoxOfficeConfig config{url, keys.path(), QStringLiteral("Server"), m_clock, random, crypto::PinCost::Minimal};
        {
            CoreShop shop(config, Writers, addEvent(*must(BoxOffice::open(config)), sale.admission, sale.places));
            const double before = machineCpuSeconds();
            (shop.*sale.core)(Connections, m_size.carts);
            costs.core.seconds.push_back(machineCpuSeconds() - before);
        }
        proveSound(url, keys.path());
    }

    void compareBestSeats() const
    {
        const auto callers = [this](const QByteArray &type) {
            const QByteArray request = postRequest("/v1/reservations", "{\"lines\":[{\"ticket_type_id\":\"" + type + "\",\"quantity\":2}]}");
            return everyConnection([request](int) { return request; }, m_size.carts);
        };
        compareWithCore({"Reservations of the best two seats over HTTP", Admission::Seated, m_size.carts * 3, callers, &CoreShop::reserveBest});
    }

    /// A cart and its payment are two requests.
    void comparePaidOrders() const
    {
        const auto callers = [this](const QByteArray &type) {
            const QByteArray reserve = postRequest("/v1/reservations", "{\"lines\":[{\"ticket_type_id\":\"" + type + "\",\"quantity\":2}]}");
            const auto next = upTo(m_size.carts);
            std::vector<Caller> all;
            for (int i = 0; i < Connections; ++i)
                all.push_back([reserve, next, isPaying = true](const HttpClient::Answer *before) mutable {
                    if (before && before->status != 201)
                        qFatal("answered %d: %s", before->status, before->body.constData());
                    isPaying = !isPaying;
                    if (isPaying)
                        return postRequest("/v1/reservations/" + idOf(*before) + "/payments", "{\"tender\":\"card\",\"amount\":\"50.00\",\"currency\":\"EUR\",\"token\":\"ok\"}");
                    return next() < 0 ? QByteArray() : reserve;
                });
            return all;
        };
        compareWithCore({"Orders of two places, reserved and paid by card over HTTP", Admission::General, m_size.carts * 2, callers, &CoreShop::sellByCard});
    }

    void timeTransfers(bool isHot) const
    {
        ServedHouse house(fresh());
        std::vector<QByteArray> wallets;
        for (int i = 0; i < Wallets; ++i) {
            const QJsonObject wallet = house.client->post("/v1/clients", "{\"name\":\"Ada\"}").json().value(QStringLiteral("wallet")).toObject();
            wallets.push_back(wallet.value(QStringLiteral("id")).toString().toLatin1());
            house.client->post("/v1/wallets/" + wallets.back() + "/deposits", "{\"amount\":\"1000.00\"}");
        }
        std::mt19937 dice(1);
        std::vector<QByteArray> requests;
        for (int i = 0; i < m_size.requests; ++i) {
            const size_t from = 1 + dice() % (Wallets - 1);
            const size_t to = isHot ? 0 : (from + 1 + dice() % (Wallets - 2)) % Wallets;
            requests.push_back(postRequest("/v1/transfers", "{\"from\":\"" + wallets[from] + "\",\"to\":\"" + wallets[to] + "\",\"amount\":\"0.01\"}"));
        }
        const double seconds = loadWith(house.port(), everyConnection([&](int number) { return requests[size_t(number)]; }, m_size.requests));
        const double perSecond = m_size.requests / seconds;
        const double target = isHot ? HotTransfersTarget : RandomTransfersTarget;
        qint64 cents = 0;
        for (const QByteArray &wallet : wallets)
            cents += qRound64(house.client->get("/v1/wallets/" + wallet).json().value(QStringLiteral("balance")).toString().toDouble() * 100);
        if (cents != qint64(Wallets) * 100'000)
            qFatal("the wallets hold %lld cents", static_cast<long long>(cents));
        tell(isHot ? "Transfers to one hot wallet over HTTP" : "Transfers between 1,000 wallets at random over HTTP", perSecond, "/s", target);
    }

    void timeSteadily(double perSecond) const
    {
        ServedHouse house(fresh());
        const QByteArray option = house.option(1'000'000'000);
        loadSteadily(house.port(), purchase(option), Connections, perSecond, m_size.steadySeconds / 4);
        const std::vector<double> waits = loadSteadily(house.port(), purchase(option), Connections, perSecond, m_size.steadySeconds);
        const QString folder = Database::open(m_admin, Database::Mode::Administer, m_clock)->run("SELECT current_setting('data_directory')").front().text(0);
        const double target = 10 + 2 * flushMicroseconds(folder, 0.99) / 1'000;
        const double p99 = waits[waits.size() * 99 / 100];
        std::printf("At half of the hot option's load, %.0f purchases/s: median %.1f ms, p99 %.1f ms, target under %.1f: %s\n", perSecond, waits[waits.size() / 2], p99, target,
                    p99 < target ? "met" : "MISSED");
        std::fflush(stdout);
    }

    void watchMemory() const
    {
        ServedHouse house(fresh());
        const QByteArray option = house.option(1'000'000'000);
        const auto loadFor = [&](int seconds) {
            const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(seconds);
            const auto next = [end] { return std::chrono::steady_clock::now() < end ? 0 : -1; };
            loadWith(house.port(), std::vector<Caller>(Connections, repeated([request = purchase(option)](int) { return request; }, next)));
        };
        std::printf("Memory of server and callers over %d s of load, MB:", m_size.memorySeconds);
        for (int part = 0; part < 10; ++part) {
            loadFor(m_size.memorySeconds / 10);
            std::printf(" %.0f", residentMegabytes());
            std::fflush(stdout);
        }
        std::printf("\n");
    }

    static void tell(const char *what, double speed, const char *unit, double target = 0)
    {
        std::printf("%s: %.0f %s", what, speed, unit);
        if (target > 0)
            std::printf(", target at least %.0f: %s", target, speed >= target ? "met" : "MISSED");
        std::printf("\n");
        std::fflush(stdout);
    }

    const DatabaseUrl m_admin;
    const DaySize m_size;
    const SystemClock m_clock;
};

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("A web shop's day over HTTP on the PostgreSQL that FOYER_TEST_POSTGRES names."));
    parser.addHelpOption();
    parser.addOption({QStringLiteral("small"), QStringLiteral("A quick check; the figures mean little.")});
    parser.addOption({QStringLiteral("only"), QStringLiteral("Some of: %1.").arg(ShopBench::parts().join(QStringLiteral(", "))), QStringLiteral("parts"), ShopBench::parts().join(u',')});
    parser.process(app);
    const DatabaseUrl url = must(DatabaseUrl::parse(qEnvironmentVariable("FOYER_TEST_POSTGRES")));
    ShopBench(url, parser.isSet(QStringLiteral("small")) ? DaySize{2, 4'000, 1'000, 3, 20} : DaySize{5, 40'000, 10'000, 20, 600}).run(parser.value(QStringLiteral("only")).split(u','));
}
