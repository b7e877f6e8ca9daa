// Ticket options, in plain JSON and in JSON:API.
#include "app/server/desk.h"
#include "app/server/routes.h"
#include "core/services/boxoffice.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

namespace foyer::server {

namespace {

using Need = Fields::Need;

constexpr qsizetype LongestName = 200;
constexpr qsizetype LongestText = 20'000;

QString plainId(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces);
}

/// {"data": {"id", "type", "attributes"}}
QJsonObject resource(const char *type, const QUuid &id, const QJsonObject &attributes, const QJsonObject &relationships = {})
{
    QJsonObject data{{QStringLiteral("id"), plainId(id)}, {QStringLiteral("type"), QLatin1String(type)}, {QStringLiteral("attributes"), attributes}};
    if (!relationships.isEmpty())
        data.insert(QStringLiteral("relationships"), relationships);
    return {{QStringLiteral("data"), data}};
}

QJsonObject optionJson(Dialect dialect, const QUuid &id, const QString &name, const QString &description, qint64 allocation)
{
    QJsonObject out{{QStringLiteral("name"), name}, {QStringLiteral("allocation"), allocation}};
    out.insert(dialect == Dialect::JsonApi ? QStringLiteral("description") : QStringLiteral("desc"), description);
    if (dialect == Dialect::JsonApi)
        return resource("ticket_options", id, out);
    out.insert(QStringLiteral("id"), plainId(id));
    return out;
}

/// The attributes of a JSON:API document of this type, or the body itself.
Fields attributesOf(const Fields &body, Dialect dialect, const char *type)
{
    if (dialect == Dialect::Plain)
        return body;
    const Fields data = body.object("data");
    if (data.text("type", Need::Required, LongestName) != QLatin1String(type))
        data.refuse("type", QStringLiteral("must be %1").arg(QLatin1String(type)));
    return data.object("attributes");
}

/// The id behind a relationship: {"data": {"type", "id"}}.
QUuid related(const Fields &relationships, const char *name, const char *type)
{
    const Fields data = relationships.object(name).object("data");
    if (data.text("type", Need::Required, LongestName) != QLatin1String(type))
        data.refuse("type", QStringLiteral("must be %1").arg(QLatin1String(type)));
    return data.uuid("id");
}

/// A purchase that cannot be made is an invalid request here: 400, with the field that is too large.
Fault purchaseFault(const Error &error, Dialect dialect)
{
    const bool isTooMany = error.code == ErrorCode::SoldOut || error.code == ErrorCode::LimitExceeded || error.code == ErrorCode::InvalidInput;
    Fault fault = faultFrom(error, isTooMany ? (dialect == Dialect::JsonApi ? QStringLiteral("data.attributes.quantity") : QStringLiteral("quantity")) : QString());
    if (isTooMany)
        fault.status = 400;
    return fault;
}

/// More than can ever be bought at once is still a number: it is refused as too many, whatever is left.
int quantityOf(const Fields &fields)
{
    return int(fields.whole("quantity", Need::Required, 1, std::numeric_limits<int>::max(), 1));
}

void purchase(Desk &desk, const CallPtr &call, PurchaseRequest request, std::function<QByteArray(const QUuid &)> document, Reply reply)
{
    request.once = call->once(201, document);
    desk.writers().purchase(desk.actor(), std::move(request), [call, document, reply = std::move(reply)](const Result<Purchase> &made) {
        if (!made)
            reply(refused(*call, purchaseFault(made.error(), call->dialect)));
        else
            reply(made->replay ? answered(*call, *made->replay) : answered(*call, 201, document(made->order.uuid())));
    });
}

} // namespace

void routes::addOption(Desk &desk, const CallPtr &call, Reply reply)
{
    std::optional<Fault> fault;
    const bool isPlain = call->dialect == Dialect::Plain;
    const Fields fields = attributesOf(Fields::parse(call->request.body, &fault), call->dialect, "ticket_options");
    NewOption option;
    option.name = fields.text("name", Need::Required, LongestName);
    option.description = fields.text(isPlain ? "desc" : "description", Need::Optional, LongestText);
    option.allocation = int(fields.whole("allocation", Need::Required, 0, TicketOptions::MaxAllocation));
    if (fault)
        return reply(refused(*call, *fault));
    const auto document = [dialect = call->dialect, option](const QUuid &id) {
        return QJsonDocument(optionJson(dialect, id, option.name, option.description, option.allocation)).toJson(QJsonDocument::Compact);
    };
    option.once = call->once(201, document);
    const QString nameField = fields.path("name");
    desk.writers().run([&desk, call, option, document, nameField, reply = std::move(reply)](BoxOffice &office) {
        const auto made = office.options().add(desk.actor(), option);
        if (!made)
            reply(refused(*call, faultFrom(made.error(), made.error().code == ErrorCode::InvalidInput ? nameField : QString())));
        else
            reply(made->replay ? answered(*call, *made->replay) : answered(*call, 201, document(made->id.uuid())));
    });
}

void routes::showOption(Desk &desk, const CallPtr &call, Reply reply)
{
    desk.options().ask(TicketTypeId(call->ids.front()), [call, reply = std::move(reply)](const Result<TicketOption> &found) {
        if (!found)
            reply(refused(*call, faultFrom(found.error())));
        else
            reply(answered(*call, 200, optionJson(call->dialect, found->id.uuid(), found->name, found->description, found->left)));
    });
}

void routes::purchaseOption(Desk &desk, const CallPtr &call, Reply reply)
{
    std::optional<Fault> fault;
    const Fields fields = Fields::parse(call->request.body, &fault);
    PurchaseRequest request;
    request.option = TicketTypeId(call->ids.front());
    request.quantity = quantityOf(fields);
    request.user = fields.uuid("user_id");
    if (fault)
        return reply(refused(*call, *fault));
    purchase(desk, call, std::move(request), [](const QUuid &) { return QByteArray(); }, std::move(reply));
}

void routes::addPurchase(Desk &desk, const CallPtr &call, Reply reply)
{
    std::optional<Fault> fault;
    const Fields data = Fields::parse(call->request.body, &fault).object("data");
    if (data.text("type", Need::Required, LongestName) != QLatin1String("purchases"))
        data.refuse("type", QStringLiteral("must be purchases"));
    const Fields relationships = data.object("relationships");
    PurchaseRequest request;
    request.quantity = quantityOf(data.object("attributes"));
    request.user = related(relationships, "user", "users");
    request.option = TicketTypeId(related(relationships, "ticket_option", "ticket_options"));
    if (fault)
        return reply(refused(*call, *fault));
    const auto document = [quantity = request.quantity, user = request.user, option = request.option](const QUuid &order) {
        const auto link = [](const char *type, const QUuid &id) {
            return QJsonObject{{QStringLiteral("data"), QJsonObject{{QStringLiteral("type"), QLatin1String(type)}, {QStringLiteral("id"), plainId(id)}}}};
        };
        return QJsonDocument(resource("purchases", order, {{QStringLiteral("quantity"), quantity}},
                                      {{QStringLiteral("user"), link("users", user)}, {QStringLiteral("ticket_option"), link("ticket_options", option.uuid())}}))
            .toJson(QJsonDocument::Compact);
    };
    purchase(desk, call, std::move(request), document, std::move(reply));
}

} // namespace foyer::server
