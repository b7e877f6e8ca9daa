#include "app/server/routes.h"

#include "app/server/accesslog.h"

#include <QtCore/QList>

namespace foyer::server {

namespace {

constexpr auto Json = Route::Body::Json;
constexpr auto NoBody = Route::Body::None;

constexpr Route Table[] = {
    {Method::Get, "/", std::nullopt, NoBody, routes::docs},
    {Method::Get, "/docs", std::nullopt, NoBody, routes::docs},
    {Method::Get, "/openapi.json", std::nullopt, NoBody, routes::openapi},
    {Method::Get, "/health", std::nullopt, NoBody, routes::health, Own::House, false},
    {Method::Get, "/metrics", std::nullopt, NoBody, routes::metrics, Own::House, false},
    {Method::Post, "/ticket_options", Scope::Sell, Json, routes::addOption},
    {Method::Get, "/ticket_options/{id}", Scope::Read, NoBody, routes::showOption, Own::Anybody},
    {Method::Post, "/ticket_options/{id}/purchases", Scope::Sell, Json, routes::purchaseOption},
    {Method::Post, "/purchases", Scope::Sell, Json, routes::addPurchase},
    {Method::Get, "/v1/events", Scope::Read, NoBody, routes::listEvents, Own::Anybody, true, true},
    {Method::Get, "/v1/events/{id}", Scope::Read, NoBody, routes::showEvent, Own::Anybody, true, true},
    {Method::Get, "/v1/events/{id}/availability", Scope::Read, NoBody, routes::showAvailability, Own::Anybody, true, true},
    {Method::Post, "/v1/reservations", Scope::Sell, Json, routes::addReservation, Own::Anybody},
    {Method::Get, "/v1/reservations/{id}", Scope::Read, NoBody, routes::showReservation, Own::Reservation},
    {Method::Delete, "/v1/reservations/{id}", Scope::Sell, NoBody, routes::releaseReservation, Own::Reservation},
    {Method::Post, "/v1/reservations/{id}/extend", Scope::Sell, NoBody, routes::extendReservation, Own::Reservation},
    {Method::Post, "/v1/reservations/{id}/payments", Scope::Sell, Json, routes::addPayment, Own::Reservation},
    {Method::Get, "/v1/payments/{id}", Scope::Read, NoBody, routes::showPayment, Own::Payment},
    {Method::Post, "/v1/customers", Scope::Wallet, Json, routes::addCustomer},
    {Method::Get, "/v1/customers/{id}", Scope::Wallet, NoBody, routes::showCustomer, Own::Customer},
    {Method::Post, "/v1/customers/{id}/password", Scope::Wallet, Json, routes::changePassword, Own::Customer},
    {Method::Get, "/v1/customers/{id}/orders", Scope::Wallet, NoBody, routes::showCustomerOrders, Own::Customer},
    {Method::Get, "/v1/customers/{id}/tickets", Scope::Wallet, NoBody, routes::showCustomerTickets, Own::Customer},
    {Method::Get, "/v1/orders/{id}", Scope::Read, NoBody, routes::showOrder, Own::Order},
    {Method::Post, "/v1/orders/{id}/refunds", Scope::Manage, Json, routes::addRefund},
    {Method::Post, "/v1/tickets/{id}/revoke", Scope::Manage, Json, routes::revokeTicket},
    {Method::Post, "/v1/tickets/{id}/transfer", Scope::Manage, Json, routes::transferTicket, Own::Ticket},
    {Method::Get, "/v1/tickets/{id}.pdf", Scope::Read, NoBody, routes::printTicket, Own::Ticket, false},
    {Method::Post, "/v1/comps", Scope::Manage, Json, routes::addComps},
    {Method::Post, "/v1/login", std::nullopt, Json, routes::login},
    {Method::Post, "/v1/logout", Scope::Read, NoBody, routes::logout, Own::Anybody},
    {Method::Post, "/v1/email_proofs", Scope::Wallet, Json, routes::addEmailProof},
    {Method::Post, "/v1/email_proofs/confirm", std::nullopt, Json, routes::confirmEmailProof},
    {Method::Get, "/v1/statistics/reservations", Scope::Manage, NoBody, routes::showStatistics},
    {Method::Post, "/v1/clients", Scope::Wallet, Json, routes::addClient},
    {Method::Get, "/v1/clients/{id}", Scope::Wallet, NoBody, routes::showClient, Own::Customer},
    {Method::Post, "/v1/clients/{id}/wallets", Scope::Wallet, Json, routes::addWallet, Own::Customer},
    {Method::Get, "/v1/wallets/{id}", Scope::Wallet, NoBody, routes::showWallet, Own::Wallet},
    {Method::Get, "/v1/wallets/{id}/operations", Scope::Wallet, NoBody, routes::showOperations, Own::Wallet},
    {Method::Post, "/v1/wallets/{id}/deposits", Scope::Wallet, Json, routes::addDeposit},
    {Method::Get, "/v1/deposits/{id}", Scope::Wallet, NoBody, routes::showDeposit},
    {Method::Post, "/v1/transfers", Scope::Wallet, Json, routes::addTransfer, Own::Anybody},
    {Method::Post, "/v1/door/enrol", std::nullopt, Json, routes::enrolDoor},
    {Method::Post, "/v1/door/upload", std::nullopt, Json, routes::uploadFromDoor},
    {Method::Post, "/v1/door/download", std::nullopt, Json, routes::downloadToDoor},
    {Method::Post, "/v1/door/return", std::nullopt, Json, routes::returnFromDoor},
    {Method::Post, "/v1/door/grant", std::nullopt, Json, routes::grantToDoor},
    {Method::Post, "/v1/door/acknowledge", std::nullopt, Json, routes::acknowledgeByDoor},
};

/// The table with its patterns cut into parts, once.
const std::vector<QList<QByteArray>> &patterns()
{
    static const std::vector<QList<QByteArray>> cut = [] {
        std::vector<QList<QByteArray>> out;
        for (const Route &route : Table)
            out.push_back(QByteArray(route.pattern).split('/'));
        return out;
    }();
    return cut;
}

/// The ids of the path when it fits the pattern.
std::optional<std::vector<QUuid>> fits(const QList<QByteArray> &parts, const QList<QByteArray> &path)
{
    if (parts.size() != path.size())
        return std::nullopt;
    constexpr QByteArrayView Id("{id}");
    std::vector<QUuid> ids;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (!parts[i].startsWith(Id)) {
            if (parts[i] != path[i])
                return std::nullopt;
            continue;
        }
        const QByteArray ending = parts[i].mid(Id.size()); // ".pdf"
        if (!path[i].endsWith(ending))
            return std::nullopt;
        const auto id = uuidFrom(QString::fromLatin1(path[i].chopped(ending.size())));
        if (!id)
            return std::nullopt;
        ids.push_back(*id);
    }
    return ids;
}

} // namespace

QString ownName(Own own)
{
    static constexpr const char *Names[] = {"", "anybody", "reservation", "payment", "customer", "order", "ticket", "wallet"};
    return QLatin1String(Names[int(own)]);
}

std::span<const Route> allRoutes()
{
    return Table;
}

Found findRoute(Method method, const QByteArray &path)
{
    const QList<QByteArray> parts = path.split('/');
    Found found;
    for (size_t i = 0; i < std::size(Table); ++i) {
        const Route &route = Table[i];
        auto ids = fits(patterns()[i], parts);
        if (!ids)
            continue;
        found.allowed += (found.allowed.isEmpty() ? "" : ", ") + methodName(route.method);
        if (route.method == Method::Get)
            found.allowed += ", HEAD";
        if (route.method == method || (route.method == Method::Get && method == Method::Head)) {
            found.route = &route;
            found.ids = std::move(*ids);
        }
    }
    return found;
}

} // namespace foyer::server
