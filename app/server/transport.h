// Transport: HTTP on a socket. The only class that knows the HTTP library, with all of its limits set.
#pragma once

#include "app/server/message.h"
#include "core/base/clock.h"
#include "core/base/error.h"

#include <QtCore/QString>

#include <functional>
#include <memory>

namespace foyer::server {

/// A limit on everything that a client can make grow.
struct TransportLimits {
    size_t urlBytes = 4'096;
    size_t headerBytes = 8'192;  ///< of one field's value
    size_t headers = 64;
    size_t bodyBytes = 64 * 1024; ///< more is answered 413
    size_t readBytes = 1024 * 1024 + 64 * 1024; ///< a body beyond this is not even read: the connection ends
    size_t connections = 12'000;
    size_t pipelined = 32;       ///< requests of one connection that may wait for their answers
    Milliseconds request{30'000}; ///< to send one whole request; also how long a connection may be silent
    Milliseconds response{15'000}; ///< to take an answer
    Milliseconds handling{60'000}; ///< until the connection is given up
};

struct TransportConfig {
    QString address = QStringLiteral("127.0.0.1");
    quint16 port = 0; ///< 0: any free one
    QString certificate; ///< PEM files; both, or neither
    QString key;
    TransportLimits limits = {};
};

class Transport
{
public:
    /// Called on the transport's thread, one at a time; it must not block.
    using Handler = std::function<void(Request, Reply)>;

    virtual ~Transport() = default;

    /// Listens and serves from then on. InvalidInput says why it cannot.
    static Result<std::unique_ptr<Transport>> open(const TransportConfig &config, Handler handler);

    virtual quint16 port() const = 0;
    virtual size_t connections() const = 0;
    /// Calls `body` on the transport's thread again and again.
    virtual void every(Milliseconds interval, std::function<void()> body) = 0;
    /// Accepts nobody any more and waits until what came in was answered and sent. False when `within` was too short.
    virtual bool drain(Milliseconds within) = 0;
    /// Ends all connections, and the thread.
    virtual void stop() = 0;
};

} // namespace foyer::server
