// OrderAnswer: an order as foyerctl tells of it, and what the verbs about orders share.
#pragma once

#include "app/ctl/call.h"

namespace foyer {
class SandboxGateway;
}

namespace foyer::ctl {

QJsonObject detailJson(const OrderDetail &detail);
QString detailText(const OrderDetail &detail);
Result<OrderDetail> orderByNumber(BoxOffice &office, const QString &number);

/// Those that --ticket names; none means all.
QCommandLineOption ticketOption();
QCommandLineOption creditOption();
/// The wallet or gift card that --credit names; null without it: what goes back goes to the tenders used.
Result<AccountId> creditOf(Call &call, BoxOffice &office, Currency currency);
Result<std::vector<TicketId>> namedTickets(Call &call, const Order &order);

/// The order that the call's argument names, with its tickets that --ticket names.
struct NamedOrder {
    OrderDetail detail;
    std::vector<TicketId> tickets;
};
Result<NamedOrder> namedOrder(Call &call, BoxOffice &office);

/// --admitted: whoever calls answers for it that somebody came in with the tickets already.
QCommandLineOption admittedOption();
/// AlreadyAdmitted without it; no tickets means all of the order.
Result<void> mayUndoAdmitted(Call &call, const OrderDetail &detail, const std::vector<TicketId> &tickets);

/// This terminal's sandbox bank, answering at once.
Result<std::unique_ptr<SandboxGateway>> promptBank(Call &call);
/// The sandbox bank answers for its cards; what a card machine has to give back stays open for whoever stands there.
void sendRefunds(Call &call, BoxOffice &office, SandboxGateway &bank, const std::vector<Payment> &given);

} // namespace foyer::ctl
