#include "core/services/salework.h"

#include "core/base/random.h"
#include "core/domain/businessday.h"
#include "core/domain/charges.h"
#include "core/domain/discountplan.h"
#include "core/services/cartdiscounts.h"
#include "core/services/release.h"
#include "core/services/shifts.h"
#include "core/storage/discount_store.h"
#include "core/storage/order_store.h"
#include "core/storage/payment_store.h"
#include "core/storage/terminal_store.h"
#include "core/storage/writer.h"

#include <algorithm>

namespace foyer {

namespace {

using ledger_store::AccountKey;
using ledger_store::AccountKind;

AccountKey house(AccountKind kind, Currency currency)
{
    return {kind, QUuid(), currency};
}

} // namespace

SaleWork::SaleWork(Work &work, const SaleMemory &memory, StaffId staff, ShiftId shift)
    : m_work(work), m_memory(memory), m_staff(staff), m_shift(shift), m_wallets(work, staff)
{
    m_learned.issuer = memory.issuer ? memory.issuer : terminal_store::numberOf(work.db(), work.terminal());
}

void SaleWork::load(std::span<const ReservationId> wanted)
{
    std::vector<ReservationId> reservations(wanted.begin(), wanted.end()); // a batch may name one twice
    std::sort(reservations.begin(), reservations.end());
    m_drawer = shift_store::openForSale(m_work.db(), m_work.terminal());
    reservations.erase(std::unique(reservations.begin(), reservations.end()), reservations.end());
    std::vector<ReservationId> completed;
    for (Reservation &reservation : reservation_store::load(m_work.db(), reservations, true)) {
        if (reservation.state == ReservationState::Completed)
            completed.push_back(reservation.id);
        const ReservationId id = reservation.id;
        m_sales[id].credit = reservation.credit;
        m_sales[id].reservation = std::move(reservation);
    }
    for (Payment &payment : payment_store::ofReservations(m_work.db(), reservations))
        if (CheckoutState *sale = find(payment.reservation))
            sale->payments.push_back(std::move(payment));
    for (Order &order : order_store::ofReservations(m_work.db(), completed))
        if (CheckoutState *sale = find(order.reservation))
            sale->order = std::move(order);
    loadZones();
}

void SaleWork::loadZones()
{
    std::vector<EventId> unknown;
    for (const auto &[id, sale] : m_sales)
        for (const ReservationLine &line : sale.reservation.lines)
            if (!m_memory.zones.contains(line.event) && m_learned.zones.try_emplace(line.event).second)
                unknown.push_back(line.event);
    for (auto &[event, zone] : sale_store::zones(m_work.db(), unknown))
        m_learned.zones[event] = std::move(zone);
}

CheckoutState *SaleWork::find(ReservationId reservation)
{
    const auto found = m_sales.find(reservation);
    return found == m_sales.end() ? nullptr : &found->second;
}

Result<void> SaleWork::mayTakeCash(Currency currency)
{
    if (!m_drawer && !m_cashNeedsShift)
        m_cashNeedsShift = Shifts::cashNeedsShift(m_work.db());
    if (!m_drawer)
        return *m_cashNeedsShift ? Result<void>(fail(ErrorCode::NoShift)) : Result<void>();
    if (m_drawer->currency != currency)
        return fail(ErrorCode::CurrencyMismatch, {m_drawer->currency.code(), currency.code()});
    return mayGiveCash();
}

Result<void> SaleWork::mayGiveCash() const
{
    return m_drawer && m_drawer->state == DrawerState::Counting ? Result<void>(fail(ErrorCode::DrawerCounted)) : Result<void>();
}

void SaleWork::addPayment(CheckoutState &sale, const PayRequest &request)
{
    Payment payment;
    payment.id = m_work.ids().make<PaymentId>();
    payment.reservation = sale.reservation.id;
    payment.tender = request.tender;
    payment.amount = request.amount;
    payment.key = request.key;
    payment.gateway = request.gateway;
    payment.wallet = request.wallet;
    payment.createdAt = m_work.now();
    payment.state = PaymentState::Sent;
    if (request.tender == Tender::Cash)
        payment.given = request.given.value_or(request.amount);
    if (request.tender != Tender::Card) {
        payment.state = PaymentState::Captured;
        moveMoney(payment);
    }
    journal(request.tender == Tender::Card ? "payment.sent" : "payment.captured", payment);
    m_newPayments.push_back(payment);
    sale.payments.push_back(payment);
}

void SaleWork::settle(CheckoutState &sale, Payment &payment, const GatewayOutcome &outcome)
{
    using Kind = GatewayOutcome::Kind;
    if (!payment.isLive() || (outcome.kind == Kind::Unknown && payment.state == PaymentState::Unknown))
        return;
    // Nothing waits for this money any more: the sale was given up, or paid in another way meanwhile.
    const bool isTooLate = payment.kind == PaymentKind::Capture
        && (sale.reservation.state != ReservationState::Paying || payment.amount > sale.due());
    payment.reference = outcome.reference;
    payment.message = outcome.message;
    switch (outcome.kind) {
    case Kind::Captured:
        payment.state = PaymentState::Captured;
        moveMoney(payment);
        journal("payment.captured", payment);
        break;
    case Kind::Declined:
        payment.state = PaymentState::Declined;
        journal("payment.declined", payment);
        break;
    case Kind::Failed:
        payment.state = PaymentState::Failed;
        journal("payment.failed", payment);
        break;
    case Kind::Unknown:
        payment.state = PaymentState::Unknown;
        journal("payment.unknown", payment);
        break;
    }
    m_changedPayments[payment.id] = payment;
    if (isTooLate && payment.state == PaymentState::Captured)
        giveBack(sale, payment);
}

void SaleWork::markSent(Payment &payment)
{
    payment.state = PaymentState::Sent;
    m_changedPayments[payment.id] = payment;
    journal("payment.sent", payment);
}

void SaleWork::advance(CheckoutState &sale)
{
    Reservation &reservation = sale.reservation;
    if (reservation.state != ReservationState::Active && reservation.state != ReservationState::Paying)
        return;
    if (sale.due().isZero() && !sale.isWaiting() && !reservation.credit) { // an exchange takes tickets back with it: ExchangePlans
        completeAs(sale, OrderKind::Sale);
    } else if (sale.live() || sale.paid().isPositive()) {
        if (reservation.state != ReservationState::Paying)
            setState(sale, ReservationState::Paying, reservation.expiresAt);
    } else if (reservation.state == ReservationState::Paying) {
        const Instant atLeast = std::min(m_work.now() + SecondChance, reservation.limit());
        setState(sale, ReservationState::Active, std::max(reservation.expiresAt, atLeast));
    }
}

void SaleWork::setState(CheckoutState &sale, ReservationState state, Instant expiresAt)
{
    Reservation &reservation = sale.reservation;
    reservation.state = state;
    reservation.expiresAt = expiresAt;
    m_states[reservation.id] = {reservation.id, state, expiresAt};
    if (state == ReservationState::Paying)
        m_expiries[reservation.id] = {reservation.id, std::nullopt};
    else if (state == ReservationState::Active)
        m_expiries[reservation.id] = {reservation.id, expiresAt};
}

void SaleWork::abandon(CheckoutState &sale)
{
    const std::vector<Payment> payments = sale.payments; // giveBack() adds to them
    lockWallets(walletsOf(payments));
    for (const Payment &payment : payments)
        if (payment.kind == PaymentKind::Capture && payment.state == PaymentState::Captured)
            giveBack(sale, payment);
    m_released.push_back(sale.reservation);
    sale.reservation.state = ReservationState::Released;
    m_work.fact("reservation.abandoned", {{QStringLiteral("id"), sale.reservation.id.toString()}, {QStringLiteral("by"), m_staff.toString()}});
}

void SaleWork::giveBack(CheckoutState &sale, PaymentId id, Money amount, Tender tender)
{
    const Payment capture = *std::find_if(sale.payments.begin(), sale.payments.end(), [&](const Payment &p) { return p.id == id; });
    Payment refund;
    refund.id = m_work.ids().make<PaymentId>();
    refund.reservation = capture.reservation;
    refund.tender = tender;
    refund.gateway = tender == Tender::Card ? capture.gateway : QString();
    refund.wallet = isStored(tender) ? capture.wallet : AccountId();
    refund.kind = PaymentKind::Refund;
    refund.refersTo = capture.id;
    refund.amount = amount;
    refund.key = QStringLiteral("refund-") + refund.id.toString();
    refund.createdAt = m_work.now();
    if (refund.tender != Tender::Card) {
        refund.state = PaymentState::Captured;
        moveMoney(refund);
    }
    journal(refund.tender == Tender::Card ? "payment.created" : "payment.captured", refund);
    m_newPayments.push_back(refund);
    sale.payments.push_back(refund);
}

void SaleWork::moveMoney(const Payment &payment)
{
    const Currency currency = payment.amount.currency();
    if (isStored(payment.tender))
        return moveStored(payment);
    const AccountKey outside = payment.tender == Tender::Cash ? AccountKey{AccountKind::Drawer, m_work.terminal().uuid(), currency}
                                                              : house(AccountKind::CardClearing, currency);
    const AccountKey clearing = house(AccountKind::OrderClearing, currency);
    if (payment.kind == PaymentKind::Capture)
        transfer(outside, clearing, payment.amount, payment.reservation, payment.id);
    else
        transfer(clearing, outside, payment.amount, payment.reservation, payment.id);
}

void SaleWork::moveStored(const Payment &payment)
{
    const AccountId clearing = account(house(AccountKind::OrderClearing, payment.amount.currency()));
    const bool isCapture = payment.kind == PaymentKind::Capture;
    const auto moved = m_wallets.move({.debit = isCapture ? payment.wallet : clearing, .credit = isCapture ? clearing : payment.wallet,
                                       .amount = payment.amount, .reservation = payment.reservation, .payment = payment.id});
    if (!moved) // whoever asked has looked at the wallet
        throw StorageError(StorageError::Kind::Check, QStringLiteral("a wallet did not hold what was to be paid from it"));
}

void SaleWork::transfer(const AccountKey &debit, const AccountKey &credit, Money amount, ReservationId reservation, PaymentId payment)
{
    const ledger_store::Transfer made{m_work.ids().make<TransferId>(), account(debit), account(credit), amount, reservation, payment};
    m_transfers.push_back(made);
    m_work.fact("transfer", JsonText().add("id", made.id).add("debit", made.debit).add("credit", made.credit)
                                .add("amount", amount.minor()).add("currency", amount.currency().code()));
}

AccountId SaleWork::account(const AccountKey &key)
{
    const auto name = std::tuple(int(key.kind), key.owner, key.currency.code());
    if (const auto known = m_memory.accounts.find(name); known != m_memory.accounts.end())
        return known->second;
    const auto [entry, fresh] = m_learned.accounts.try_emplace(name);
    if (fresh)
        entry->second = ledger_store::ensureAccount(m_work.db(), m_work.ids(), key);
    return entry->second;
}

void SaleWork::completeAs(CheckoutState &sale, OrderKind kind, OrderId refersTo)
{
    Reservation &reservation = sale.reservation;
    const Work::OrderNumber number = m_work.nextOrderNumber();
    Order order;
    order.id = m_work.ids().make<OrderId>();
    order.number = number.text;
    order.kind = kind;
    order.refersTo = refersTo;
    order.channel = reservation.channel;
    order.reservation = reservation.id;
    order.customer = reservation.customer;
    order.currency = reservation.currency;
    order.total = kind == OrderKind::Comp ? Money::zero(order.currency) : reservation.total();
    order.createdAt = m_work.now();
    sellPlaces(reservation, order);
    if (kind == OrderKind::Comp)
        makeFree(order);
    else
        charges::spread(order.lines, reservation);
    bookRevenue(order);
    countSales(order);
    journal(order);
    keepDiscounts(reservation, order);
    m_orders.push_back({order, number.counter, m_work.terminal(), reservation.staff, reservation.shift, drawer()});
    order.payments = sale.payments;
    sale.order = std::move(order);
    reservation.state = ReservationState::Completed;
    m_states[reservation.id] = {reservation.id, ReservationState::Completed, reservation.expiresAt};
    m_expiries.erase(reservation.id);
}

void SaleWork::makeFree(Order &order)
{
    for (OrderLine &line : order.lines)
        line.unitPrice = line.discount = line.fee = Money::zero(order.currency);
}

void SaleWork::sellPlaces(const Reservation &reservation, Order &order)
{
    for (const ReservationLine &line : reservation.lines) {
        for (int i = 0; i < line.quantity; ++i)
            order.lines.push_back(orderLine(line));
        if (line.discount.isPositive()) {
            const std::vector<Money> parts = discountplan::perPlace(line);
            for (size_t i = 0; i < parts.size(); ++i)
                order.lines[order.lines.size() - parts.size() + i].discount = parts[i];
        }
        if (line.seat.isNull()) {
            place_store::Delta &delta = m_places.try_emplace(line.allotment, place_store::Delta{line.allotment}).first->second;
            delta.held -= line.quantity;
            delta.sold += line.quantity;
        } else {
            m_seats.push_back({{line.event, line.seat}, reservation.id, order.lines.back().ticket.id});
        }
    }
}

/// What took something off is used for good; what did not goes back, and so does everything where nothing is charged at all.
void SaleWork::keepDiscounts(Reservation &reservation, const Order &order)
{
    const bool isFree = order.kind == OrderKind::Comp;
    cartdiscounts::remove(m_work, reservation, [isFree](const Discount &discount) { return isFree || !discount.amount.isPositive(); });
    for (const Discount &discount : reservation.discounts) {
        OrderDiscount kept{m_work.ids().make<DiscountId>(), order.id, discount.promo, discount.code, discount.reason, discount.amount, discount.by, discount.approver};
        m_work.fact("order.discounted", JsonText().add("id", kept.id).add("order", order.id).add("promo", kept.promo).add("amount", kept.amount.minor())
                                            .add("by", kept.by).add("approver", kept.approver));
        m_discounts.push_back(std::move(kept));
    }
}

OrderLine SaleWork::orderLine(const ReservationLine &line)
{
    const Currency currency = line.unitPrice.currency();
    OrderLine out;
    out.id = m_work.ids().make<OrderLineId>();
    out.ticket.id = m_work.ids().make<TicketId>();
    out.ticket.number = TicketNumber::make(m_work.random());
    out.ticket.event = line.event;
    out.ticket.ticketType = line.ticketType;
    out.ticket.seat = line.seat;
    out.ticket.issuer = m_learned.issuer;
    out.priceLevel = line.priceLevel;
    out.allotment = line.allotment;
    out.seatLabel = line.seatLabel;
    out.unitPrice = line.unitPrice;
    out.discount = Money::zero(currency);
    out.fee = line.unitFee;
    out.taxBasisPoints = line.taxBasisPoints;
    out.tax = Money::zero(currency);
    out.eventName = line.eventName;
    out.ticketTypeName = line.ticketTypeName;
    out.priceLevelName = line.priceLevelName;
    return out;
}

void SaleWork::bookRevenue(const Order &order)
{
    const charges::Earnings earned = charges::earnings(order.lines, order.currency);
    const AccountKey clearing = house(AccountKind::OrderClearing, order.currency);
    for (const auto &[event, amount] : earned.net)
        if (amount.isPositive())
            transfer(clearing, {AccountKind::Revenue, event.uuid(), order.currency}, amount, order.reservation, {});
    for (const auto &[event, amount] : earned.fees)
        if (amount.isPositive())
            transfer(clearing, {AccountKind::Fee, event.uuid(), order.currency}, amount, order.reservation, {});
    if (earned.tax.isPositive())
        transfer(clearing, house(AccountKind::Tax, order.currency), earned.tax, order.reservation, {});
}

const QTimeZone &SaleWork::zone(EventId event)
{
    const auto known = m_memory.zones.find(event);
    return known != m_memory.zones.end() ? known->second : m_learned.zones[event];
}

void SaleWork::countSales(const Order &order)
{
    for (const OrderLine &line : order.lines) {
        const int day = businessDay(order.createdAt, zone(line.ticket.event));
        auto &delta = m_rollup.try_emplace({line.ticket.event, line.ticket.ticketType, day},
                                           sale_store::RollupDelta{line.ticket.event, line.ticket.ticketType, day, 0, Money::zero(order.currency)}).first->second;
        ++delta.sold;
        delta.amount += line.total();
    }
}

void SaleWork::journal(const Order &order)
{
    JsonTexts tickets;
    for (const OrderLine &line : order.lines) {
        JsonText ticket;
        ticket.add("id", line.ticket.id).add("number", line.ticket.number.toString()).add("event", line.ticket.event)
            .add("type", line.ticket.ticketType).add("price", line.total().minor()).add("fee", line.fee.minor()).add("line", line.id);
        if (!line.ticket.seat.isNull())
            ticket.add("seat", line.ticket.seat);
        tickets.append(ticket);
    }
    JsonText fact;
    fact.add("id", order.id).add("number", order.number).add("total", order.total.minor()).add("reservation", order.reservation)
        .add("by", m_staff).add("tickets", tickets);
    if (order.kind != OrderKind::Sale)
        fact.add("kind", kindName(order.kind));
    if (!order.refersTo.isNull())
        fact.add("of", order.refersTo);
    m_work.fact("order.completed", fact);
}

void SaleWork::journal(const char *what, const Payment &payment)
{
    m_work.fact(what, JsonText().add("id", payment.id).add("reservation", payment.reservation).add("tender", tenderName(payment.tender))
                          .add("kind", kindName(payment.kind)).add("amount", payment.amount.minor()).add("by", m_staff));
}

void SaleWork::write()
{
    Database &db = m_work.db();
    std::vector<reservation_store::StateChange> states;
    for (const auto &[id, change] : m_states)
        states.push_back(change);
    reservation_store::setState(db, states);

    payment_store::insert(db, m_newPayments, m_work.terminal(), m_shift, drawer());
    std::vector<Payment> changed;
    for (const auto &[id, payment] : m_changedPayments)
        changed.push_back(payment);
    payment_store::update(db, changed, m_work.now(), drawer());

    std::vector<place_store::Expiry> expiries;
    for (const auto &[id, expiry] : m_expiries)
        expiries.push_back(expiry);
    place_store::setExpiry(db, expiries);
    if (!m_released.empty())
        release::end(m_work, m_released, ReservationState::Released);
    std::sort(m_seats.begin(), m_seats.end(), [](const auto &a, const auto &b) { return a.where < b.where; });
    if (place_store::sell(db, m_seats) != m_seats.size())
        throw StorageError(StorageError::Kind::Check, QStringLiteral("a held seat was not held any more"));
    sale_store::insert(db, m_orders, m_work.chain(), m_work.seq());
    discount_store::addToOrders(db, m_discounts, m_work.chain(), m_work.seq());
    m_wallets.write();
    ledger_store::addTransfers(db, m_transfers, m_work.now(), m_work.chain(), m_work.seq());
    std::vector<sale_store::RollupDelta> rollup;
    for (const auto &[key, delta] : m_rollup)
        rollup.push_back(delta);
    sale_store::addToRollup(db, rollup, m_work.chain());

    std::vector<place_store::Delta> places;
    for (const auto &[id, delta] : m_places)
        places.push_back(delta);
    m_work.last([&db, places] { place_store::apply(db, places, place_store::Shortfall::Bug); });
}

} // namespace foyer
