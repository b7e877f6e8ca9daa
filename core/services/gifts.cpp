#include "core/services/gifts.h"

#include "core/services/salelocks.h"
#include "core/storage/gift_store.h"
#include "core/storage/ticketchange_store.h"
#include "core/storage/writer.h"

#include <algorithm>

namespace foyer::gifts {

QString folded(const QString &email)
{
    return email.trimmed().toLower();
}

void beginRegistering(Work &work)
{
    gift_store::lock(work.db(), gift_store::Turn::Registering);
}

int claim(Work &work, StaffId by, CustomerId customer, const QString &email)
{
    const QString wanted = folded(email);
    if (wanted.isEmpty())
        return 0;
    const auto waiting = gift_store::waitingFor(work.db(), wanted);
    if (waiting.empty())
        return 0;
    lockSales(work.db(), waiting);
    auto known = ticketchange_store::lock(work.db(), waiting);
    const auto taken = gift_store::take(work.db(), waiting, wanted);
    std::vector<ticketchange_store::Change> changes;
    for (auto &one : known) {
        const bool isTheirs = std::find(taken.begin(), taken.end(), one.ticket.id) != taken.end();
        if (!isTheirs || one.ticket.state == TicketState::Void)
            continue;
        one.ticket.holder = customer;
        const ticketchange_store::Change made{work.ids().make<TicketChangeId>(), one.ticket, one.changes + 1, QStringLiteral("claimed")};
        work.fact("ticket.changed", ticketchange_store::fact(made, one.order, by).add("holder", customer));
        changes.push_back(made);
    }
    ticketchange_store::add(work.db(), changes, by, work.now(), work.chain(), work.seq());
    return int(changes.size());
}

} // namespace foyer::gifts
