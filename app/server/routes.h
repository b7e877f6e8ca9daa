// Routes: which path leads where. The only list of them; OpenAPI tells the same, and a test compares both.
#pragma once

#include "app/server/call.h"

#include <span>

namespace foyer::server {

class Desk;

/// What a customer who signed in may do with an address. Anything of somebody else's is not there for them.
enum class Own {
    House,       ///< nothing: it is the house's to do
    Anybody,     ///< what it shows is nobody's, or the route itself sees to it that it is theirs
    Reservation, ///< its {id} names one, which must be theirs
    Payment,
    Customer,
    Order,
    Ticket,
    Wallet,
};

QString ownName(Own own); ///< "reservation"; empty for House

struct Route {
    enum class Body { None, Json };

    Method method;
    const char *pattern;        ///< "/ticket_options/{id}/purchases"; {id} is a UUID
    std::optional<Scope> scope; ///< empty: for everybody
    Body body = Body::None;
    void (*run)(Desk &desk, const CallPtr &call, Reply reply);
    Own own = Own::House;
    bool isTagged = true; ///< a GET whose answer carries an ETag
    bool isShared = false; ///< a GET whose answer is the same for all who may ask, for a moment
};

std::span<const Route> allRoutes();

/// Where a path leads.
struct Found {
    const Route *route = nullptr; ///< null: nowhere, or not with this method
    std::vector<QUuid> ids;
    QByteArray allowed; ///< the methods of the path, for a 405; empty: there is no such path
};

Found findRoute(Method method, const QByteArray &path);

// The routes themselves, by subject.
namespace routes {
void docs(Desk &desk, const CallPtr &call, Reply reply);
void openapi(Desk &desk, const CallPtr &call, Reply reply);
void health(Desk &desk, const CallPtr &call, Reply reply);
void metrics(Desk &desk, const CallPtr &call, Reply reply);

void addOption(Desk &desk, const CallPtr &call, Reply reply);
void showOption(Desk &desk, const CallPtr &call, Reply reply);
void purchaseOption(Desk &desk, const CallPtr &call, Reply reply);
void addPurchase(Desk &desk, const CallPtr &call, Reply reply);

void listEvents(Desk &desk, const CallPtr &call, Reply reply);
void showEvent(Desk &desk, const CallPtr &call, Reply reply);
void showAvailability(Desk &desk, const CallPtr &call, Reply reply);
void showStatistics(Desk &desk, const CallPtr &call, Reply reply);

void addReservation(Desk &desk, const CallPtr &call, Reply reply);
void showReservation(Desk &desk, const CallPtr &call, Reply reply);
void releaseReservation(Desk &desk, const CallPtr &call, Reply reply);
void extendReservation(Desk &desk, const CallPtr &call, Reply reply);
void addPayment(Desk &desk, const CallPtr &call, Reply reply);
void showPayment(Desk &desk, const CallPtr &call, Reply reply);

void addCustomer(Desk &desk, const CallPtr &call, Reply reply);
void showCustomer(Desk &desk, const CallPtr &call, Reply reply);
void showCustomerOrders(Desk &desk, const CallPtr &call, Reply reply);
void showCustomerTickets(Desk &desk, const CallPtr &call, Reply reply);
void showOrder(Desk &desk, const CallPtr &call, Reply reply);
void addRefund(Desk &desk, const CallPtr &call, Reply reply);
void revokeTicket(Desk &desk, const CallPtr &call, Reply reply);
void transferTicket(Desk &desk, const CallPtr &call, Reply reply);
void addComps(Desk &desk, const CallPtr &call, Reply reply);

void enrolDoor(Desk &desk, const CallPtr &call, Reply reply);
void uploadFromDoor(Desk &desk, const CallPtr &call, Reply reply);
void downloadToDoor(Desk &desk, const CallPtr &call, Reply reply);
void returnFromDoor(Desk &desk, const CallPtr &call, Reply reply);
void grantToDoor(Desk &desk, const CallPtr &call, Reply reply);
void acknowledgeByDoor(Desk &desk, const CallPtr &call, Reply reply);
void printTicket(Desk &desk, const CallPtr &call, Reply reply);
void login(Desk &desk, const CallPtr &call, Reply reply);
void logout(Desk &desk, const CallPtr &call, Reply reply);
void changePassword(Desk &desk, const CallPtr &call, Reply reply);
void addEmailProof(Desk &desk, const CallPtr &call, Reply reply);
void confirmEmailProof(Desk &desk, const CallPtr &call, Reply reply);

void addClient(Desk &desk, const CallPtr &call, Reply reply);
void showClient(Desk &desk, const CallPtr &call, Reply reply);
void addWallet(Desk &desk, const CallPtr &call, Reply reply);
void showWallet(Desk &desk, const CallPtr &call, Reply reply);
void showOperations(Desk &desk, const CallPtr &call, Reply reply);
void addDeposit(Desk &desk, const CallPtr &call, Reply reply);
void showDeposit(Desk &desk, const CallPtr &call, Reply reply);
void addTransfer(Desk &desk, const CallPtr &call, Reply reply);
} // namespace routes

} // namespace foyer::server
