// The pages about the server itself.
#include "app/server/desk.h"
#include "app/server/docspage.h"
#include "app/server/routes.h"
#include "core/services/boxoffice.h"

namespace foyer::server {

void routes::openapi(Desk &, const CallPtr &call, Reply reply)
{
    reply(answered(*call, 200, openApiDocument()));
}

void routes::docs(Desk &, const CallPtr &, Reply reply)
{
    static const QByteArray page = docsPage();
    reply({200, QByteArrayLiteral("text/html; charset=utf-8"), page});
}

void routes::health(Desk &desk, const CallPtr &call, Reply reply)
{
    desk.readers().run([call, reply = std::move(reply)](BoxOffice &office) {
        const auto now = office.now();
        if (!now)
            return reply(refused(*call, faultFrom(now.error())));
        reply(answered(*call, 200, QByteArrayLiteral("{\"status\":\"ok\"}")));
    });
}

void routes::metrics(Desk &desk, const CallPtr &, Reply reply)
{
    reply({200, QByteArrayLiteral("text/plain; version=0.0.4; charset=utf-8"), desk.metrics().text(desk.gauges())});
}

} // namespace foyer::server
