// Request and Response: what goes in and out over HTTP, as plain values.
#pragma once

#include <QtCore/QByteArray>

#include <functional>
#include <utility>
#include <vector>

namespace foyer::server {

enum class Method { Get, Post, Put, Patch, Delete, Head, Options, Other };

struct Request {
    Method method = Method::Get;
    QByteArray path;  ///< as it was sent, without the query
    QByteArray query; ///< behind the question mark
    QByteArray contentType;
    QByteArray accept;
    QByteArray authorization;
    QByteArray idempotencyKey;
    QByteArray ifNoneMatch;
    QByteArray body = {};
    QByteArray peer; ///< "127.0.0.1:51234"
};

struct Response {
    int status = 200;
    QByteArray type = QByteArrayLiteral("application/json"); ///< not sent without a body
    QByteArray body = {};
    std::vector<std::pair<QByteArray, QByteArray>> headers = {};
    bool closes = false; ///< the connection ends after it
};

/// Called once, from any thread.
using Reply = std::function<void(Response)>;

} // namespace foyer::server
