#include "app/server/front.h"

#include "core/base/crypto.h"

namespace foyer::server {

namespace {

QByteArray mediaTypeOf(const QByteArray &field)
{
    return field.left(field.indexOf(';') < 0 ? field.size() : field.indexOf(';')).trimmed().toLower();
}

/// The request's content type chooses the dialect; where there is no body, what it accepts.
Dialect dialectOf(const Request &request)
{
    const QByteArray jsonApi = mediaType(Dialect::JsonApi);
    const bool isSaid = mediaTypeOf(request.contentType) == jsonApi
        || (request.contentType.isEmpty() && request.accept.toLower().contains(jsonApi));
    return isSaid ? Dialect::JsonApi : Dialect::Plain;
}

bool isJson(const QByteArray &contentType)
{
    const QByteArray type = mediaTypeOf(contentType);
    return type == mediaType(Dialect::Plain) || type == mediaType(Dialect::JsonApi);
}

bool isKey(const QByteArray &key)
{
    return key.size() <= Once::MaxLength && std::all_of(key.begin(), key.end(), [](char c) { return c > ' ' && c < 127; });
}

/// The same answer needs not be sent twice: what was read carries its hash, and whoever shows it gets 304.
void tag(const Request &request, Response &response)
{
    const QByteArray mark = '"' + crypto::sha256(response.body).toHex().left(24) + '"';
    response.headers.emplace_back("ETag", mark);
    response.headers.emplace_back("Cache-Control", "no-cache");
    for (const QByteArray &known : request.ifNoneMatch.split(',')) {
        if (known.trimmed() != mark && known.trimmed() != "W/" + mark)
            continue;
        response.status = 304;
        response.body.clear();
        return;
    }
}

} // namespace

std::optional<Fault> Front::faultBeforeRoute(const Request &request, const Found &found) const
{
    if (request.body.size() > m_limits.body)
        return Fault{413, QStringLiteral("too_large"), QStringLiteral("The body is larger than %1 bytes.").arg(m_limits.body)};
    if (m_waiting > m_limits.waiting)
        return Fault{503, QStringLiteral("busy"), QStringLiteral("Too many requests wait. Try again in a moment."), {}, 1};
    if (!found.route && found.allowed.isEmpty())
        return Fault{404, QStringLiteral("not_found"), QStringLiteral("There is nothing at this address.")};
    if (!found.route)
        return Fault{405, QStringLiteral("method_not_allowed"), QStringLiteral("This address takes %1.").arg(QString::fromLatin1(found.allowed)), {}, 0, found.allowed};
    if (request.method == Method::Post && !isKey(request.idempotencyKey))
        return Fault{400, QStringLiteral("invalid_key"), QStringLiteral("An Idempotency-Key has up to %1 printable characters.").arg(Once::MaxLength)};
    return std::nullopt;
}

Reply Front::counted(const Request &request, const Route *route, Reply reply)
{
    const auto began = std::chrono::steady_clock::now();
    ++m_waiting;
    // The body went to the route; for the log the rest is enough.
    auto logged = std::make_shared<Request>(request);
    logged->body.clear();
    return [this, began, logged, route, reply = std::move(reply)](Response response) {
        --m_waiting;
        if (response.status == 200 && (logged->method == Method::Get || logged->method == Method::Head) && route && route->isTagged)
            tag(*logged, response);
        if (logged->method == Method::Head)
            response.body.clear();
        const auto took = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - began);
        m_desk.metrics().answered(methodName(logged->method), route ? route->pattern : "none", response.status, took);
        m_log.add(m_desk.clock().now(), *logged, response, took);
        reply(std::move(response));
    };
}

void Front::take(Request request, Reply reply)
{
    Found found = findRoute(request.method, request.path);
    const Dialect dialect = dialectOf(request);
    const Reply counting = counted(request, found.route, std::move(reply));
    if (const auto fault = faultBeforeRoute(request, found)) {
        Response response = refused(dialect, *fault);
        response.closes = fault->status == 413;
        return counting(std::move(response));
    }
    auto call = std::make_shared<Call>(Call{std::move(request), std::move(found.ids), dialect});
    const Route &route = *found.route;
    if (!route.scope)
        return answer(call, route, counting);
    m_gate.admit(call->request.authorization, route.scope, [this, call, &route, counting](tl::expected<Caller, Fault> caller) {
        if (!caller)
            return counting(refused(*call, caller.error()));
        call->caller = *caller;
        answer(call, route, counting);
    });
}

void Front::answer(CallPtr call, const Route &route, Reply reply)
{
    if (route.body == Route::Body::Json && !isJson(call->request.contentType))
        return reply(refused(*call, Fault{415, QStringLiteral("not_json"), QStringLiteral("The body has to be application/json or application/vnd.api+json.")}));
    route.run(m_desk, call, std::move(reply));
}

} // namespace foyer::server
