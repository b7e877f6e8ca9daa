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
    {Method::Get, "/health", std::nullopt, NoBody, routes::health, false},
    {Method::Get, "/metrics", std::nullopt, NoBody, routes::metrics, false},
    {Method::Post, "/ticket_options", Scope::Sell, Json, routes::addOption},
    {Method::Get, "/ticket_options/{id}", Scope::Read, NoBody, routes::showOption},
    {Method::Post, "/ticket_options/{id}/purchases", Scope::Sell, Json, routes::purchaseOption},
    {Method::Post, "/purchases", Scope::Sell, Json, routes::addPurchase},
    {Method::Get, "/v1/events", Scope::Read, NoBody, routes::listEvents},
    {Method::Get, "/v1/events/{id}", Scope::Read, NoBody, routes::showEvent},
    {Method::Get, "/v1/events/{id}/availability", Scope::Read, NoBody, routes::showAvailability},
    {Method::Post, "/v1/reservations", Scope::Sell, Json, routes::addReservation},
    {Method::Get, "/v1/reservations/{id}", Scope::Read, NoBody, routes::showReservation},
    {Method::Delete, "/v1/reservations/{id}", Scope::Sell, NoBody, routes::releaseReservation},
    {Method::Post, "/v1/reservations/{id}/extend", Scope::Sell, NoBody, routes::extendReservation},
    {Method::Post, "/v1/reservations/{id}/payments", Scope::Sell, Json, routes::addPayment},
    {Method::Get, "/v1/payments/{id}", Scope::Read, NoBody, routes::showPayment},
    {Method::Post, "/v1/customers", Scope::Wallet, Json, routes::addCustomer},
    {Method::Get, "/v1/customers/{id}", Scope::Wallet, NoBody, routes::showCustomer},
    {Method::Get, "/v1/customers/{id}/orders", Scope::Wallet, NoBody, routes::showCustomerOrders},
    {Method::Get, "/v1/customers/{id}/tickets", Scope::Wallet, NoBody, routes::showCustomerTickets},
    {Method::Get, "/v1/orders/{id}", Scope::Read, NoBody, routes::showOrder},
    {Method::Post, "/v1/orders/{id}/refunds", Scope::Manage, Json, routes::addRefund},
    {Method::Post, "/v1/tickets/{id}/revoke", Scope::Manage, Json, routes::revokeTicket},
    {Method::Post, "/v1/tickets/{id}/transfer", Scope::Manage, Json, routes::transferTicket},
    {Method::Get, "/v1/statistics/reservations", Scope::Manage, NoBody, routes::showStatistics},
    {Method::Post, "/v1/clients", Scope::Wallet, Json, routes::addClient},
    {Method::Get, "/v1/clients/{id}", Scope::Wallet, NoBody, routes::showClient},
    {Method::Post, "/v1/clients/{id}/wallets", Scope::Wallet, Json, routes::addWallet},
    {Method::Get, "/v1/wallets/{id}", Scope::Wallet, NoBody, routes::showWallet},
    {Method::Get, "/v1/wallets/{id}/operations", Scope::Wallet, NoBody, routes::showOperations},
    {Method::Post, "/v1/wallets/{id}/deposits", Scope::Wallet, Json, routes::addDeposit},
    {Method::Post, "/v1/transfers", Scope::Wallet, Json, routes::addTransfer},
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
    std::vector<QUuid> ids;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (parts[i] != "{id}") {
            if (parts[i] != path[i])
                return std::nullopt;
            continue;
        }
        const auto id = uuidFrom(QString::fromLatin1(path[i]));
        if (!id)
            return std::nullopt;
        ids.push_back(*id);
    }
    return ids;
}

} // namespace

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
