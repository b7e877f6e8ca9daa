#include "app/server/server.h"

#include "app/server/front.h"
#include "app/server/passworddesk.h"
#include "core/domain/inputtext.h"

#include <QtCore/QRegularExpression>

#include <future>

namespace foyer::server {

namespace {

/// Answers are kept twice as long as promised.
constexpr Milliseconds ArchiveEvery{60 * 60'000};
constexpr Milliseconds AnswersKept{48 * 60 * 60'000};
constexpr int ForgottenAtOnce = 1'000;
constexpr int Drawers = 1; ///< one thread draws some hundred tickets a second
constexpr int DrawnAtOnce = 64;

bool isLoopback(const QString &address)
{
    return address == QLatin1String("::1") || address.startsWith(QLatin1String("127."));
}

/// Who sells: the house itself; and in what currency.
struct HouseRules {
    Actor actor;
    Currency currency;
};

/// Of several hosts the one that writes: what was answered 201 is there for whoever reads next, and a replica may lag.
BoxOfficeConfig readingConfig(BoxOfficeConfig office)
{
    const QString attribute = QStringLiteral("target_session_attrs");
    if (office.url.kind == DatabaseUrl::Kind::Postgres && !office.url.options.contains(attribute))
        office.url.options += (office.url.options.isEmpty() ? QString() : QStringLiteral(";")) + attribute + QStringLiteral("=primary");
    return office;
}

/// Asked of a clerk, as a connection of its own would be one more.
HouseRules rulesOf(Clerks &writers)
{
    std::promise<HouseRules> told;
    writers.run([&](BoxOffice &office) {
        const auto venues = office.catalogue().venues();
        told.set_value({office.system(), venues && !venues->empty() ? venues->front().currency : Currency()});
    });
    return told.get_future().get();
}

} // namespace

Result<TransportConfig> listenAt(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("^(?:\\[([0-9a-fA-F:]+)\\]|([0-9.]+)|(localhost)):([0-9]{1,5})$"));
    const auto match = pattern.match(text);
    const int port = match.captured(4).toInt();
    if (!match.hasMatch() || port > 65'535)
        return fail(ErrorCode::InvalidInput, {translate("Input", "\"%1\" is no address to listen at, such as 127.0.0.1:3000").arg(text.left(80))});
    TransportConfig config;
    config.address = !match.captured(1).isEmpty() ? match.captured(1) : !match.captured(2).isEmpty() ? match.captured(2) : QStringLiteral("127.0.0.1");
    config.port = quint16(port);
    return config;
}

Result<void> mayServeOpenly(const QString &address, bool isTrial)
{
    if (isTrial || isLoopback(address))
        return {};
    return fail(ErrorCode::InvalidInput, {translate("Input", "without tokens the server listens on this machine alone; %1 can be reached from others").arg(address)});
}

Server::Server(const ServerConfig &config) : m_config(config), m_metrics(std::make_unique<Metrics>()) {}

Server::~Server()
{
    if (m_transport)
        m_transport->stop();
    if (m_cards)
        m_cards->close(); // nothing new is asked of the clerks
    if (m_passwords)
        m_passwords->close();
    if (m_drawers)
        m_drawers->close();
    m_readers.reset(); // what they still answer goes to nobody, but must find everything there
    m_writers.reset();
}

Result<std::unique_ptr<Server>> Server::start(const ServerConfig &config)
{
    std::unique_ptr<Server> server(new Server(config));
    if (const auto opened = server->open(); !opened)
        return fail(opened.error());
    return server;
}

Result<void> Server::open()
{
    auto log = AccessLog::open(m_config.accessLog);
    if (!log)
        return fail(log.error());
    m_log = std::move(*log);
    const bool isFile = m_config.office.url.kind == DatabaseUrl::Kind::Sqlite;
    auto writers = Clerks::start(isFile ? 1 : m_config.writers, [this] { return BoxOffice::open(m_config.office); }, [this](size_t size) { m_metrics->batch(size); });
    if (!writers)
        return fail(writers.error());
    m_writers = std::move(*writers);
    auto readers = Clerks::start(m_config.readers, [office = readingConfig(m_config.office)] { return BoxOffice::openReading(office); });
    if (!readers)
        return fail(readers.error());
    m_readers = std::move(*readers);

    const Clock &clock = m_config.office.clock;
    const HouseRules house = rulesOf(*m_writers);
    m_desk = std::make_unique<Desk>(*m_writers, *m_readers, house.actor, m_config.currency.value_or(house.currency), *m_metrics, clock);
    if (m_config.gateway) {
        auto cards = CardDesk::start(*m_writers, m_config.gateway, m_config.cardDeadline);
        if (!cards)
            return fail(cards.error());
        m_cards = std::move(*cards);
        m_desk->setCards(m_cards.get());
    }
    m_passwords = std::make_unique<PasswordDesk>(m_config.office.pinCost);
    m_desk->setPasswords(m_passwords.get());
    m_desk->setOpenCarts({.ofToken = m_config.openReservations});
    if (m_config.readPaper) {
        m_drawers = std::make_unique<Workers>(Drawers, DrawnAtOnce);
        m_desk->setPapers(m_drawers.get(), m_config.readPaper);
    }
    m_gate = std::make_unique<Gate>(Gate::Rules{!m_config.needsToken, m_config.requestsPerSecond}, *m_readers, clock);
    m_front = std::make_unique<Front>(Front::Limits{qsizetype(m_config.transport.limits.bodyBytes), m_config.sharedFor}, *m_desk, *m_gate, *m_log);
    auto transport = Transport::open(m_config.transport, [this](Request request, Reply reply) { m_front->take(std::move(request), std::move(reply)); });
    if (!transport)
        return fail(transport.error());
    m_transport = std::move(*transport);
    m_desk->setGauges([this] { return Metrics::Gauges{m_transport ? m_transport->connections() : 0, m_front->waiting()}; });
    m_transport->every(Milliseconds(1'000), [this] { m_log->flush(); });
    m_transport->every(m_config.sweep, [this] { tidy(); });
    m_transport->every(ArchiveEvery, [this] { m_writers->run([](BoxOffice &office) { (void)office.archive().sweep(office.system()); }); });
    return {};
}

quint16 Server::port() const
{
    return m_transport->port();
}

bool Server::stop(Milliseconds within)
{
    return m_transport->drain(within);
}

/// Expired reservations give their places back, and answers that nobody asks for any more go.
void Server::tidy()
{
    if (m_cards)
        m_cards->pursue();
    m_writers->run([](BoxOffice &office) {
        (void)office.inventory().sweep(); // tried again in a while
        (void)office.options().forgetAnswers(AnswersKept, ForgottenAtOnce);
        (void)office.logins().tidy(ForgottenAtOnce);
        (void)office.emailProofs().tidy(ForgottenAtOnce);
    });
}

} // namespace foyer::server
