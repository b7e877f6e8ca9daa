#include "app/common/paths.h"
#include "app/ctl/application.h"
#include "app/ctl/call.h"
#include "app/ctl/ticketpaper.h"
#include "app/server/server.h"
#include "core/domain/errortext.h"
#include "core/domain/inputtext.h"
#include "core/payment/sandboxgateway.h"

#include <csignal>
#include <cstdio>
#include <sys/resource.h>

namespace foyer::ctl {

namespace {

/// SIGTERM gives it this long to answer what it accepted.
constexpr Milliseconds LastAnswers{9'000};

/// Each connection is a file: as many as the system lets us have.
void raiseFileLimit()
{
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_NOFILE, &limit);
    }
}

/// A number of an option between one and `most`; empty for anything else.
std::optional<int> numberOf(const Call &call, const char *option, int most)
{
    bool isNumber = false;
    const int number = call.value(option).toInt(&isNumber);
    return isNumber && number >= 1 && number <= most ? std::optional(number) : std::nullopt;
}

Answer serve(Call &call)
{
    const auto listen = server::listenAt(call.value("listen"));
    if (!listen)
        return usage(sentence(listen.error()));
    const bool isTrial = qEnvironmentVariable("FOYER_TRIAL") == QLatin1String("1");
    if (const auto open = call.has("no-auth") ? server::mayServeOpenly(listen->address, isTrial) : Result<void>(); !open)
        return usage(sentence(open.error()));
    const auto writers = numberOf(call, "writers", 4);
    const auto readers = numberOf(call, "readers", 16);
    const auto connections = numberOf(call, "connections", 1'000'000);
    const auto rate = numberOf(call, "rate", 1'000'000);
    const auto openReservations = numberOf(call, "open-reservations", 1'000'000);
    if (!writers || !readers || !connections || !rate || !openReservations)
        return usage(translate("Ctl", "--writers takes 1 to 4, --readers 1 to 16, --connections, --rate and --open-reservations a number above zero."));

    const QString code = call.has("currency") ? call.value("currency") : qEnvironmentVariable("FOYER_CURRENCY");
    const auto currency = code.isEmpty() ? Result<Currency>(Currency()) : Currency::fromCode(code);
    if (!currency)
        return usage(sentence(currency.error()));

    const sigset_t signals = blockEndSignals(); // the server's threads inherit the mask
    std::signal(SIGPIPE, SIG_IGN);
    raiseFileLimit();
    server::ServerConfig config{.office = call.config(), .transport = *listen};
    config.office.terminalName = translate("Ctl", "Server");
    config.transport.certificate = call.value("tls-cert");
    config.transport.key = call.value("tls-key");
    config.transport.limits.connections = size_t(*connections);
    config.needsToken = !call.has("no-auth");
    config.writers = *writers;
    config.readers = *readers;
    config.requestsPerSecond = *rate;
    config.openReservations = *openReservations;
    config.readPaper = ticketPaper();
    config.accessLog = call.value("access-log");
    if (!code.isEmpty())
        config.currency = *currency;
    config.gateway = [&call]() -> Result<std::unique_ptr<PaymentGateway>> {
        auto gateway = SandboxGateway::open(paths::sandboxBooks(call.keyFolder()), call.clock(), eventLoopLater());
        if (!gateway)
            return fail(gateway.error());
        (*gateway)->setBehaviour({.delay = Milliseconds(0)});
        return std::unique_ptr<PaymentGateway>(std::move(*gateway));
    };
    const auto server = server::Server::start(config);
    if (!server)
        return failed(server.error());
    const QString scheme = config.transport.certificate.isEmpty() ? QStringLiteral("http") : QStringLiteral("https");
    const QString host = listen->address.contains(QLatin1Char(':')) ? QLatin1Char('[') + listen->address + QLatin1Char(']') : listen->address;
    std::fprintf(stderr, "%s\n", qUtf8Printable(translate("Ctl", "Serving %1 at %2://%3:%4").arg(call.url().display(), scheme, host).arg((*server)->port())));

    int signal = 0;
    sigwait(&signals, &signal);
    if (!(*server)->stop(LastAnswers))
        return tl::unexpected(Failure{Refused, translate("Ctl", "Some requests could not be answered before the end.")});
    return Outcome{translate("Ctl", "All that was asked is answered."), {{QStringLiteral("answered"), true}}, {}};
}

} // namespace

Verb serveVerb()
{
    Verb verb;
    verb.name = QStringLiteral("serve");
    verb.summary = translate("Ctl", "Open the box office to web shops over HTTP, until SIGTERM.");
    verb.options = {
        {QStringLiteral("listen"), translate("Ctl", "Where it listens."), translate("Ctl", "address:port"), QStringLiteral("127.0.0.1:3000")},
        {QStringLiteral("no-auth"), translate("Ctl", "Ask for no token: for trying things out, on this machine alone.")},
        {QStringLiteral("tls-cert"), translate("Ctl", "A certificate in PEM; with it and its key it speaks HTTPS."), translate("Ctl", "file")},
        {QStringLiteral("tls-key"), translate("Ctl", "The certificate's key in PEM."), translate("Ctl", "file")},
        {QStringLiteral("writers"), translate("Ctl", "Connections that write, 1 to 4; SQLite has one."), translate("Ctl", "n"), QStringLiteral("2")},
        {QStringLiteral("readers"), translate("Ctl", "Connections that only read, 1 to 16."), translate("Ctl", "n"), QStringLiteral("2")},
        {QStringLiteral("connections"), translate("Ctl", "Connections of clients at once."), translate("Ctl", "n"), QStringLiteral("12000")},
        {QStringLiteral("rate"), translate("Ctl", "Requests of one token in a second."), translate("Ctl", "n"), QStringLiteral("20000")},
        {QStringLiteral("open-reservations"), translate("Ctl", "Reservations of one token at a time."), translate("Ctl", "n"), QStringLiteral("1000")},
        {QStringLiteral("currency"), translate("Ctl", "Of wallets that name none; FOYER_CURRENCY, or the venue's, unless given."), translate("Ctl", "code")},
        {QStringLiteral("access-log"), translate("Ctl", "A line for each request goes there; - is standard error."), translate("Ctl", "file")},
    };
    verb.run = serve;
    verb.drawsPaper = true;
    return verb;
}

} // namespace foyer::ctl
