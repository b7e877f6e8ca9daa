// Server: the box office over HTTP, put together: clerks, gate, routes, transport.
#pragma once

#include "app/server/carddesk.h"
#include "app/server/papers.h"
#include "app/server/transport.h"
#include "core/services/boxoffice.h"
#include "core/services/clerks.h"

namespace foyer::server {

class AccessLog;
class Desk;
class Front;
class Gate;
class Metrics;
class PasswordDesk;
class Workers;

struct ServerConfig {
    BoxOfficeConfig office;
    TransportConfig transport;
    bool needsToken = true;
    int writers = 2; ///< connections that write; SQLite has one
    int readers = 2;
    QString accessLog = {}; ///< a file, "-" for standard error, empty for none
    int requestsPerSecond = 20'000; ///< of one token
    std::optional<Currency> currency = {}; ///< of wallets that name none; the first venue's unless given
    CardDesk::Open gateway = {}; ///< who charges cards; none: cards are not taken
    Milliseconds cardDeadline{20'000}; ///< without an answer for so long nobody knows whether a card was charged
    int openReservations = 1'000; ///< of one token at a time
    Milliseconds sharedFor{1'000}; ///< how old an answer may be that many who read share
    ReadPaper readPaper = {}; ///< who draws tickets; none: there are no PDFs
    Milliseconds sweep{10'000}; ///< how often expired reservations are tidied up
};

/// "127.0.0.1:3000", "[::1]:3000", "localhost:3000". InvalidInput.
Result<TransportConfig> listenAt(const QString &text);
/// Without tokens only this machine may ask, unless `isTrial` says that no other can reach the address. InvalidInput.
Result<void> mayServeOpenly(const QString &address, bool isTrial);

class Server
{
public:
    static Result<std::unique_ptr<Server>> start(const ServerConfig &config);
    /// Ends at once what is still there; see stop().
    ~Server();

    quint16 port() const;
    /// Accepts nothing new, answers what was accepted, then ends. False when that took longer.
    bool stop(Milliseconds within);

private:
    explicit Server(const ServerConfig &config);
    Result<void> open();
    void tidy();

    const ServerConfig m_config;
    std::unique_ptr<Metrics> m_metrics;
    std::unique_ptr<AccessLog> m_log;
    std::unique_ptr<Clerks> m_writers;
    std::unique_ptr<Clerks> m_readers;
    std::unique_ptr<CardDesk> m_cards;
    std::unique_ptr<PasswordDesk> m_passwords;
    std::unique_ptr<Workers> m_drawers;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<Gate> m_gate;
    std::unique_ptr<Front> m_front;
    std::unique_ptr<Transport> m_transport; ///< goes first: nothing comes in while the rest ends
};

} // namespace foyer::server
