#include "core/services/exchangeplans.h"

#include "core/domain/inputtext.h"
#include "core/services/admissionrules.h"
#include "core/services/payrules.h"
#include "core/storage/exchangeplan_store.h"
#include "core/storage/order_store.h"
#include "core/storage/payment_store.h"
#include "core/storage/reservation_store.h"
#include "core/storage/staff_store.h"
#include "core/storage/writer.h"

#include <algorithm>
#include <array>

namespace foyer {

namespace {

using exchangeplan_store::Plan;

/// Money for a price that is about to change is taken within the usual time, or not at all.
constexpr Milliseconds PaidWithin{15 * 60'000};

Result<void> mayExchange(const Actor &actor)
{
    for (const Permission permission : {Permission::Sell, Permission::Refund})
        if (const auto allowed = require(actor, permission); !allowed)
            return allowed;
    return {};
}

std::vector<TicketId> ticketsOf(const ExchangeQuote &quote)
{
    std::vector<TicketId> tickets;
    for (const OrderLine &line : quote.lines)
        tickets.push_back(line.ticket.id);
    std::sort(tickets.begin(), tickets.end());
    return tickets;
}

void tellPlan(Work &work, const Plan &plan, Money credit)
{
    JsonText fact;
    fact.add("reservation", plan.reservation).add("order", plan.order).add("credit", credit.minor()).add("tickets", int(plan.tickets.size())).add("by", plan.by);
    if (!plan.level.isNull())
        fact.add("level", plan.level);
    if (!plan.approver.isNull())
        fact.add("approver", plan.approver);
    work.fact("exchange.planned", fact);
}

bool hasMoney(Database &db, ReservationId reservation)
{
    const auto payments = payment_store::ofReservations(db, std::array{reservation});
    return std::any_of(payments.begin(), payments.end(), [](const Payment &payment) { return payment.isLive() || payment.state == PaymentState::Captured; });
}

StaffId approverOf(const Actor &actor)
{
    return actor.approval && actor.approval->permission == Permission::UndoAdmitted ? actor.approval->by : StaffId();
}

std::optional<Approval> approvalOf(const Plan &plan)
{
    return plan.approver.isNull() ? std::nullopt : std::optional(Approval{plan.approver, Permission::UndoAdmitted});
}

/// Whoever goes on with a plan needs no leave that was given for it already.
Actor withLeaveOf(Actor actor, const std::optional<Approval> &planned)
{
    if (!actor.approval)
        actor.approval = planned;
    return actor;
}

/// Of nobody, which is a program: everything.
Role roleOfPlanner(Database &db, StaffId who)
{
    const auto member = who.isNull() ? std::nullopt : staff_store::find(db, who);
    const auto role = member ? roleFromName(member->role) : Result<Role>(Role::Administrator);
    return role ? *role : Role::Cashier;
}

/// Whether the reservation takes this plan; the one it has when that is the same.
Result<std::optional<Plan>> takesPlan(Database &db, const Reservation &cart, const Plan &plan, Currency currency, Instant now)
{
    if (const auto payable = payrules::payable(cart, now); !payable)
        return fail(payable.error());
    if (cart.currency != currency)
        return fail(ErrorCode::CurrencyMismatch, {currency.code(), cart.currency.code()});
    const auto earlier = exchangeplan_store::of(db, cart.id);
    if (!earlier)
        return std::nullopt;
    if (earlier->order == plan.order && earlier->tickets == plan.tickets && earlier->level == plan.level && earlier->key == plan.key)
        return earlier;
    if (hasMoney(db, cart.id))
        return fail(ErrorCode::KeyReused);
    return std::nullopt;
}

/// Made for the difference alone: it has no places until the exchange gives it those of the tickets.
Reservation placeless(Work &work, const Actor &actor, const Order &order)
{
    Reservation made;
    made.id = work.ids().make<ReservationId>();
    made.channel = Channel::Counter;
    made.terminal = work.terminal();
    made.staff = actor.staff;
    made.shift = actor.shift;
    made.currency = order.currency;
    made.createdAt = work.now();
    made.lifetime = PaidWithin;
    made.expiresAt = work.now() + PaidWithin;
    reservation_store::insert(work.db(), std::span(&made, 1));
    if (!order.customer.isNull())
        reservation_store::setCustomer(work.db(), made.id, order.customer);
    work.fact("reservation.made", JsonText().add("id", made.id).add("by", actor.staff).add("lines", JsonTexts()));
    return made;
}

} // namespace

Result<CheckoutState> ExchangePlans::plan(const Actor &actor, const ExchangeWish &wish)
{
    if (const auto allowed = mayExchange(actor); !allowed)
        return fail(allowed.error());
    const auto quote = m_exchanges.quote(wish.order, wish.tickets);
    if (!quote)
        return fail(quote.error());
    const Plan plan{wish.reservation, wish.order, ticketsOf(*quote), {}, wish.key, actor.staff, approverOf(actor)};
    const auto planned = m_writer.write([&](Work &work) -> Result<void> {
        const auto carts = reservation_store::load(work.db(), std::array{wish.reservation}, true);
        if (carts.empty())
            return fail(ErrorCode::NotFound, {translate("Input", "this reservation")});
        const auto known = takesPlan(work.db(), carts.front(), plan, quote->worth.currency(), work.now());
        if (!known)
            return fail(known.error());
        const Actor allowed = *known ? withLeaveOf(actor, approvalOf(**known)) : actor;
        if (const auto outside = admissionrules::mayUndo(work.db(), allowed, quote->lines); !outside) // before any money is in
            return outside;
        if (*known)
            return {};
        exchangeplan_store::drop(work.db(), wish.reservation);
        exchangeplan_store::add(work.db(), plan, quote->worth, work.now());
        tellPlan(work, plan, quote->worth);
        return {};
    });
    return planned ? m_checkout.find(wish.reservation) : Result<CheckoutState>(fail(planned.error()));
}

Result<CheckoutState> ExchangePlans::planLevel(const Actor &actor, const LevelWish &wish)
{
    if (const auto allowed = mayExchange(actor); !allowed)
        return fail(allowed.error());
    const auto quote = m_exchanges.quote(wish.order, wish.tickets);
    const auto levels = m_exchanges.levels(wish.order, wish.tickets);
    if (!quote || !levels)
        return fail(quote ? levels.error() : quote.error());
    const auto level = std::find_if(levels->begin(), levels->end(), [&](const LevelOffer &offer) { return offer.level == wish.level; });
    if (level == levels->end())
        return fail(ErrorCode::NotFound, {translate("Input", "this price")});
    if (!level->difference().isPositive())
        return fail(ErrorCode::InvalidInput, {translate("Input", "nothing is to be paid for this price")});
    const auto made = m_writer.write([&](Work &work) -> Result<ReservationId> {
        if (const auto outside = admissionrules::mayUndo(work.db(), actor, quote->lines); !outside)
            return fail(outside.error());
        const Order order = std::move(order_store::byIds(work.db(), std::array{wish.order}).front());
        const Reservation cart = placeless(work, actor, order);
        const Plan plan{cart.id, wish.order, ticketsOf(*quote), wish.level, wish.key, actor.staff, approverOf(actor)};
        exchangeplan_store::add(work.db(), plan, -level->difference(), work.now());
        tellPlan(work, plan, -level->difference());
        return cart.id;
    });
    return made ? m_checkout.find(*made) : Result<CheckoutState>(fail(made.error()));
}

Result<std::optional<PlannedExchange>> ExchangePlans::find(ReservationId reservation)
{
    return m_writer.read([&](Database &db) -> Result<std::optional<PlannedExchange>> {
        const auto plan = exchangeplan_store::of(db, reservation);
        const auto carts = plan ? reservation_store::load(db, std::array{reservation}, false) : std::vector<Reservation>();
        const auto head = plan ? order_store::headOf(db, plan->order) : std::nullopt;
        if (carts.empty() || !carts.front().credit || !head)
            return std::nullopt;
        PlannedExchange found{plan->order, head->number, plan->tickets, *carts.front().credit, plan->level, {}, plan->key, plan->by, roleOfPlanner(db, plan->by), approvalOf(*plan)};
        if (!plan->level.isNull())
            for (const auto &offer : reservation_store::offers(db, std::array{plan->level}))
                found.levelName = offer.priceLevelName;
        return found;
    });
}

Result<ExchangeMade> ExchangePlans::complete(const Actor &actor, ReservationId reservation, const std::optional<PayRequest> &payment, AccountId credit)
{
    const auto plan = find(reservation);
    if (!plan)
        return fail(plan.error());
    if (!*plan)
        return fail(ErrorCode::NotFound, {translate("Input", "this exchange")});
    const PlannedExchange &planned = **plan;
    const Actor allowed = withLeaveOf(actor, planned.approval);
    if (planned.level.isNull())
        return m_exchanges.exchange(allowed, {planned.order, planned.tickets, reservation, payment, planned.key, credit});
    return m_exchanges.changeLevel(allowed, {planned.order, planned.tickets, planned.level, payment, planned.key, credit, reservation});
}

Result<CheckoutState> ExchangePlans::forget(const Actor &actor, ReservationId reservation)
{
    if (const auto allowed = mayExchange(actor); !allowed)
        return fail(allowed.error());
    const auto forgotten = m_writer.write([&](Work &work) -> Result<void> {
        const auto carts = reservation_store::load(work.db(), std::array{reservation}, true);
        if (carts.empty() || carts.front().lines.empty())
            return fail(ErrorCode::InvalidInput, {translate("Input", "there are no places to pay for")});
        if (const auto payable = payrules::payable(carts.front(), work.now()); !payable)
            return payable;
        if (!carts.front().credit)
            return {};
        exchangeplan_store::drop(work.db(), reservation);
        work.fact("exchange.forgotten", JsonText().add("reservation", reservation).add("by", actor.staff));
        return {};
    });
    return forgotten ? m_checkout.find(reservation) : Result<CheckoutState>(fail(forgotten.error()));
}

} // namespace foyer
