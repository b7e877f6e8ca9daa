#include "app/server/front.h"

#include "core/services/boxoffice.h"

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

bool isReading(Method method)
{
    return method == Method::Get || method == Method::Head;
}

/// Whether what the path names is the customer's.
Result<void> mustOwn(Owners &owners, CustomerId customer, Own own, const QUuid &id)
{
    switch (own) {
    case Own::Reservation: return owners.mustBe(customer, ReservationId(id));
    case Own::Payment: return owners.mustBe(customer, PaymentId(id));
    case Own::Order: return owners.mustBe(customer, OrderId(id));
    case Own::Ticket: return owners.mustBe(customer, TicketId(id));
    case Own::Wallet: return owners.mustBe(customer, AccountId(id));
    case Own::Customer: return id == customer.uuid() ? Result<void>() : fail(ErrorCode::NotFound, {QStringLiteral("this customer")});
    case Own::Anybody: return {};
    case Own::House: break;
    }
    return fail(ErrorCode::PermissionDenied, {QStringLiteral("do what is the house's to do")});
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
        if (!isReading(logged->method) && response.status < 400)
            m_cache.forget();
        if (response.status == 200 && isReading(logged->method) && route && route->isTagged) {
            addTag(response);
            matchTag(logged->ifNoneMatch, response);
        }
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
    const bool needsOwner = !call->caller.customer.isNull() && route.own != Own::Anybody;
    if (!needsOwner)
        return run(call, route, std::move(reply));
    if (route.own == Own::House)
        return reply(refused(*call, Fault{403, QStringLiteral("forbidden"), QStringLiteral("That is the house's to do, not a customer's.")}));
    m_desk.ifTheirs(call, [own = route.own, id = call->ids.front()](Owners &owners, CustomerId customer) { return mustOwn(owners, customer, own, id); },
                    reply, [this, call, &route, reply] { run(call, route, reply); });
}

void Front::run(CallPtr call, const Route &route, Reply reply)
{
    if (!route.isShared)
        return route.run(m_desk, call, std::move(reply));
    const QByteArray key = call->request.path + '?' + call->request.query + ' ' + mediaType(call->dialect);
    m_cache.get(key, std::move(reply), [this, call, &route](Reply filled) { route.run(m_desk, call, std::move(filled)); });
}

} // namespace foyer::server
