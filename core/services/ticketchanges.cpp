#include "core/services/ticketchanges.h"

#include "core/domain/inputtext.h"
#include "core/services/admissionrules.h"
#include "core/services/archiverules.h"
#include "core/services/customerrules.h"
#include "core/services/doorstock.h"
#include "core/services/gifts.h"
#include "core/services/reasons.h"
#include "core/services/salelocks.h"
#include "core/storage/customer_store.h"
#include "core/storage/gift_store.h"
#include "core/storage/owner_store.h"
#include "core/storage/ticketchange_store.h"
#include "core/storage/writer.h"

#include <algorithm>

namespace foyer {

namespace {

constexpr int LastGeneration = 65535; ///< the code has no room for more

std::vector<EventId> eventsOfTickets(const std::vector<ticketchange_store::Known> &known)
{
    std::vector<EventId> events;
    for (const auto &one : known)
        events.push_back(one.ticket.event);
    return events;
}

tl::unexpected<Error> isVoid(const Ticket &ticket)
{
    return fail(ErrorCode::InvalidInput, {translate("Input", "the ticket %1 is void").arg(ticket.number.grouped())});
}

} // namespace

/// Whether anything changes.
Result<bool> TicketChanges::apply(Kind kind, Ticket &ticket, const Receiver &to)
{
    if (ticket.state == TicketState::Void)
        return kind == Kind::Reprinted ? Result<bool>(false) : isVoid(ticket);
    switch (kind) {
    case Kind::Revoked:
        return std::exchange(ticket.state, TicketState::Revoked) != TicketState::Revoked;
    case Kind::Reinstated:
        return std::exchange(ticket.state, TicketState::Valid) != TicketState::Valid;
    case Kind::Given:
        if (ticket.state == TicketState::Revoked)
            return fail(ErrorCode::InvalidInput, {translate("Input", "the ticket %1 is revoked").arg(ticket.number.grouped())});
        if (ticket.generation >= LastGeneration)
            return fail(ErrorCode::InvalidInput, {translate("Input", "the ticket %1 was passed on too often").arg(ticket.number.grouped())});
        ticket.generation += 1;
        ticket.holder = to.holder;
        return true;
    case Kind::Reprinted:
        return true;
    }
    return false;
}

Result<std::vector<Ticket>> TicketChanges::change(const Actor &actor, const Wish &wish, std::span<const TicketId> tickets)
{
    const auto allowed = require(actor, Permission::ChangeTickets);
    if (!allowed)
        return fail(allowed.error());
    return m_writer.write([&](Work &work) { return change(work, actor, wish, {tickets.begin(), tickets.end()}); });
}

Result<std::vector<Ticket>> TicketChanges::change(Work &work, const Actor &actor, const Wish &wish, std::vector<TicketId> tickets)
{
    const auto &[kind, to, from, reason] = wish;
    std::sort(tickets.begin(), tickets.end());
    tickets.erase(std::unique(tickets.begin(), tickets.end()), tickets.end());
    static constexpr const char *Names[] = {"revoked", "reinstated", "given", "reprinted"};
    const QString name = QLatin1String(Names[int(kind)]);
    lockSales(work.db(), tickets);
    auto known = ticketchange_store::lock(work.db(), tickets);
    if (known.size() != tickets.size())
        return fail(ErrorCode::NotFound, {translate("Input", "one of these tickets")});
    if (const auto here = kind == Kind::Reprinted ? Result<void>() : DoorStock::onlyAtCentre(work.db()); !here)
        return fail(here.error());
    if (const auto live = kind == Kind::Reprinted ? Result<void>() : archiverules::mayChange(work.db(), eventsOfTickets(known)); !live)
        return fail(live.error());
    if (kind == Kind::Given && !to.isEmail() && !customer_store::get(work.db(), to.holder))
        return fail(ErrorCode::NotFound, {translate("Input", "this customer")});
    for (const TicketId ticket : from.isNull() ? std::vector<TicketId>() : tickets)
        if (owner_store::ofTicket(work.db(), ticket) != from)
            return fail(ErrorCode::NotFound, {translate("Input", "one of these tickets")});
    if (const auto outside = kind == Kind::Given ? admissionrules::mayUndo(work.db(), actor, tickets) : Result<void>(); !outside)
        return fail(outside.error());
    std::vector<Ticket> out;
    std::vector<ticketchange_store::Change> changes;
    for (auto &one : known) {
        const auto changed = apply(kind, one.ticket, to);
        if (!changed)
            return fail(changed.error());
        out.push_back(one.ticket);
        if (!*changed)
            continue;
        const ticketchange_store::Change made{work.ids().make<TicketChangeId>(), one.ticket, one.changes + 1, name};
        JsonText fact = ticketchange_store::fact(made, one.order, actor.staff);
        if (kind == Kind::Given && !to.isEmail())
            fact.add("holder", to.holder);
        if (actor.approval)
            fact.add("approver", actor.approval->by);
        work.fact("ticket.changed", fact);
        changes.push_back(made);
    }
    ticketchange_store::add(work.db(), changes, actor.staff, work.now(), work.chain(), work.seq());
    if (to.isEmail())
        gift_store::wait(work.db(), tickets, to.email, work.now());
    else if (kind == Kind::Given)
        gift_store::forget(work.db(), tickets);
    if (!changes.empty())
        reasons::keep(work, reason);
    return out;
}

Result<std::vector<Ticket>> TicketChanges::revoke(const Actor &actor, std::span<const TicketId> tickets, const QString &reason)
{
    const auto said = reasons::read(reason);
    return said ? change(actor, {.kind = Kind::Revoked, .reason = *said}, tickets) : fail(said.error());
}

Result<std::vector<Ticket>> TicketChanges::reinstate(const Actor &actor, std::span<const TicketId> tickets)
{
    return change(actor, {.kind = Kind::Reinstated}, tickets);
}

Result<std::vector<Ticket>> TicketChanges::give(const Actor &actor, std::span<const TicketId> tickets, CustomerId holder, CustomerId from)
{
    return change(actor, {.kind = Kind::Given, .to = {holder, {}}, .from = from}, tickets);
}

Result<std::vector<Ticket>> TicketChanges::giveToEmail(const Actor &actor, std::span<const TicketId> tickets, const QString &typed, CustomerId from)
{
    if (const auto allowed = require(actor, Permission::ChangeTickets); !allowed)
        return fail(allowed.error());
    const QString email = gifts::folded(typed);
    if (!customer_rules::isEmail(email))
        return fail(ErrorCode::InvalidInput, {translate("Input", "\"%1\" is no e-mail address").arg(typed.left(60))});
    return m_writer.write([&](Work &work) {
        gift_store::lock(work.db(), gift_store::Turn::Giving);
        const auto person = customer_store::personOf(work.db(), email);
        return change(work, actor, {.kind = Kind::Given, .to = person ? Receiver{*person, {}} : Receiver{{}, email}, .from = from}, {tickets.begin(), tickets.end()});
    });
}

Result<std::vector<Ticket>> TicketChanges::noteReprint(Work &work, const Actor &actor, std::span<const TicketId> tickets)
{
    return change(work, actor, {.kind = Kind::Reprinted}, {tickets.begin(), tickets.end()});
}

} // namespace foyer
