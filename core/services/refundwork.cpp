#include "core/services/refundwork.h"

#include "core/domain/businessday.h"
#include "core/domain/charges.h"
#include "core/storage/payment_store.h"
#include "core/storage/refund_store.h"
#include "core/storage/sale_store.h"
#include "core/storage/writer.h"

#include <algorithm>

namespace foyer {

namespace {

using ledger_store::AccountKey;
using ledger_store::AccountKind;

AccountKey accountOfHouse(AccountKind kind, Currency currency)
{
    return {kind, QUuid(), currency};
}

/// What a killed seat says of itself; seen by whoever may open it again.
constexpr char ClosedByRefund[] = "refunded, kept closed";

[[noreturn]] void refuseAsBug(const char *what)
{
    throw StorageError(StorageError::Kind::Check, QLatin1String(what));
}

} // namespace

RefundWork::RefundWork(Work &work, const Actor &actor, const Order &sale, std::span<const Payment> payments, AccountId credit)
    : m_work(work), m_actor(actor), m_sale(sale), m_captures(payments), m_drawer(shift_store::openForSale(work.db(), work.terminal())), m_credit(credit), m_wallets(work, actor.staff)
{
    std::vector<AccountId> wallets = walletsOf(payments);
    wallets.push_back(credit);
    m_wallets.lock(wallets);
}

Result<void> RefundWork::credit(std::vector<refundplan::Part> &parts) const
{
    if (m_credit.isNull())
        return {};
    const auto wallet = m_wallets.need(m_credit);
    if (!wallet)
        return fail(wallet.error());
    if (wallet->balance.currency() != m_sale.currency)
        return fail(ErrorCode::CurrencyMismatch, {wallet->balance.currency().code(), m_sale.currency.code()});
    for (refundplan::Part &part : parts) {
        part.tender = wallet->isGiftCard ? Tender::GiftCard : Tender::Wallet;
        part.isByHand = false;
    }
    return {};
}

Result<void> RefundWork::mayGiveCash() const
{
    return m_drawer && m_drawer->state == DrawerState::Counting ? Result<void>(fail(ErrorCode::DrawerCounted)) : Result<void>();
}

Order RefundWork::takeBack(const Wish &wish)
{
    const Work::OrderNumber number = m_work.nextOrderNumber();
    Order refund;
    refund.id = m_work.ids().make<OrderId>();
    refund.number = number.text;
    refund.kind = OrderKind::Refund;
    refund.channel = m_sale.channel;
    refund.refersTo = m_sale.id;
    refund.exchange = wish.exchange;
    refund.customer = m_sale.customer;
    refund.currency = m_sale.currency;
    refund.total = -refundplan::worth(wish.lines, m_sale.currency);
    refund.createdAt = m_work.now();
    for (const OrderLine &line : wish.lines)
        refund.lines.push_back(refundplan::mirrored(line, m_work.ids().make<OrderLineId>()));
    for (const refundplan::Part &part : wish.parts)
        giveBack(part, part.tender);
    writePayments(); // before the claims: the order of locks
    if (!wish.placesAreFree)
        freePlaces(refund.lines, wish.keepPlacesClosed);
    refund_store::insert(m_work.db(), {refund, number.counter, m_work.terminal(), m_actor.staff, m_actor.shift, drawer(), wish.key}, m_work.chain(), m_work.seq());
    unbookRevenue(refund);
    countBack(refund);
    journal(refund, wish.keepPlacesClosed);
    for (OrderLine &line : refund.lines)
        line.ticket.state = TicketState::Void;
    return refund;
}

void RefundWork::freePlaces(const std::vector<OrderLine> &lines, bool keepClosed)
{
    takePlaces(lines, keepClosed);
    if (refund_store::voidTickets(m_work.db(), lines) != lines.size())
        refuseAsBug("a ticket that is taken back was void already");
}

void RefundWork::giveBack(const refundplan::Part &part, Tender tender)
{
    const auto capture = std::find_if(m_captures.begin(), m_captures.end(), [&](const Payment &p) { return p.id == part.capture; });
    Payment refund;
    refund.id = m_work.ids().make<PaymentId>();
    refund.reservation = capture->reservation;
    refund.tender = tender;
    refund.gateway = tender == Tender::Card ? capture->gateway : QString();
    refund.kind = PaymentKind::Refund;
    refund.refersTo = capture->id;
    refund.amount = part.amount;
    refund.key = QStringLiteral("refund-") + refund.id.toString();
    refund.createdAt = m_work.now();
    const Currency currency = refund.amount.currency();
    if (tender != Tender::Card)
        refund.state = PaymentState::Captured;
    if (isStored(tender)) {
        refund.wallet = m_credit.isNull() ? capture->wallet : m_credit;
        const AccountId clearing = ledger_store::ensureAccount(m_work.db(), m_work.ids(), accountOfHouse(AccountKind::OrderClearing, currency));
        if (!m_wallets.move({.debit = clearing, .credit = refund.wallet, .amount = refund.amount, .reservation = refund.reservation, .payment = refund.id}))
            refuseAsBug("a wallet did not take back what was paid from it");
    } else if (tender == Tender::Cash) {
        transfer(accountOfHouse(AccountKind::OrderClearing, currency), {AccountKind::Drawer, m_work.terminal().uuid(), currency}, refund);
    }
    m_work.fact(tender != Tender::Card ? "payment.captured" : "payment.created",
                JsonText().add("id", refund.id).add("reservation", refund.reservation).add("tender", tenderName(tender))
                    .add("kind", kindName(refund.kind)).add("amount", refund.amount.minor()).add("by", m_actor.staff));
    m_payments.push_back(refund);
}

void RefundWork::writePayments()
{
    payment_store::insert(m_work.db(), m_payments, m_work.terminal(), m_actor.shift, drawer());
    m_payments.clear();
}

void RefundWork::takePlaces(const std::vector<OrderLine> &lines, bool keepClosed)
{
    const auto seats = size_t(std::count_if(lines.begin(), lines.end(), [](const OrderLine &line) { return !line.ticket.seat.isNull(); }));
    if (refund_store::takeBackSeats(m_work.db(), lines, keepClosed ? QLatin1String(ClosedByRefund) : QString()) != seats)
        refuseAsBug("a seat that is taken back was not sold to its ticket");
    std::map<AllotmentId, std::pair<TicketTypeId, qint64>> counted;
    for (const OrderLine &line : lines)
        if (line.ticket.seat.isNull())
            counted.try_emplace(line.allotment, line.ticket.ticketType, 0).first->second.second += 1;
    std::vector<place_store::Delta> deltas;
    for (const auto &[allotment, count] : counted)
        deltas.push_back({allotment, 0, -count.second});
    if (deltas.empty())
        return;
    m_work.last([&db = m_work.db(), deltas] { place_store::apply(db, deltas, place_store::Shortfall::Bug); });
    if (keepClosed)
        for (const auto &[allotment, count] : counted)
            closePlaces(count.first, allotment, count.second);
}

/// General places have no seat to kill: the type gets smaller by them.
void RefundWork::closePlaces(TicketTypeId type, AllotmentId allotment, qint64 count)
{
    const auto house = allotment_store::lockHouse(m_work.db(), type);
    if (!house)
        refuseAsBug("a ticket type without allotments");
    const allotment_store::Move move{m_work.ids().make<MoveId>(), allotment, house->allotments.unissued, int(count)};
    m_work.fact("allotment.moved", {{QStringLiteral("id"), move.id.toString()}, {QStringLiteral("from"), move.from.toString()},
                                    {QStringLiteral("to"), move.to.toString()}, {QStringLiteral("n"), move.n},
                                    {QStringLiteral("by"), m_actor.staff.toString()}});
    m_work.last([&work = m_work, move] { allotment_store::move(work.db(), std::span(&move, 1), work.chain(), work.seq()); });
}

/// The sale's bookings the other way: see SaleWork::bookRevenue.
void RefundWork::unbookRevenue(const Order &refund)
{
    const charges::Earnings earned = charges::earnings(refund.lines, refund.currency);
    const AccountKey clearing = accountOfHouse(AccountKind::OrderClearing, refund.currency);
    for (const auto &[event, amount] : earned.net)
        transfer({AccountKind::Revenue, event.uuid(), refund.currency}, clearing, amount);
    for (const auto &[event, amount] : earned.fees)
        transfer({AccountKind::Fee, event.uuid(), refund.currency}, clearing, amount);
    transfer(accountOfHouse(AccountKind::Tax, refund.currency), clearing, earned.tax);
}

void RefundWork::countBack(const Order &refund)
{
    std::vector<EventId> events;
    for (const OrderLine &line : refund.lines)
        events.push_back(line.ticket.event);
    std::sort(events.begin(), events.end());
    events.erase(std::unique(events.begin(), events.end()), events.end());
    std::map<EventId, int> days;
    for (const auto &[event, zone] : sale_store::zones(m_work.db(), events))
        days.emplace(event, businessDay(refund.createdAt, zone));
    std::map<std::pair<EventId, TicketTypeId>, sale_store::RollupDelta> rollup;
    for (const OrderLine &line : refund.lines) {
        const sale_store::RollupDelta none{line.ticket.event, line.ticket.ticketType, days.at(line.ticket.event), 0, Money::zero(refund.currency)};
        sale_store::RollupDelta &delta = rollup.try_emplace({line.ticket.event, line.ticket.ticketType}, none).first->second;
        --delta.sold;
        delta.amount -= line.total();
    }
    std::vector<sale_store::RollupDelta> deltas;
    for (const auto &[key, delta] : rollup)
        deltas.push_back(delta);
    sale_store::addToRollup(m_work.db(), deltas, m_work.chain());
}

void RefundWork::transfer(const AccountKey &debit, const AccountKey &credit, Money amount)
{
    if (!amount.isPositive())
        return;
    m_accounts.push_back(debit);
    m_accounts.push_back(credit);
    m_transfers.push_back({m_work.ids().make<TransferId>(), {}, {}, amount, m_sale.reservation, {}});
}

void RefundWork::transfer(const AccountKey &debit, const AccountKey &credit, const Payment &payment)
{
    m_accounts.push_back(debit);
    m_accounts.push_back(credit);
    m_transfers.push_back({m_work.ids().make<TransferId>(), {}, {}, payment.amount, payment.reservation, payment.id});
}

void RefundWork::journal(const Order &refund, bool keptClosed)
{
    JsonTexts tickets;
    for (const OrderLine &line : refund.lines) {
        JsonText ticket;
        ticket.add("id", line.ticket.id).add("number", line.ticket.number.toString()).add("event", line.ticket.event)
            .add("type", line.ticket.ticketType).add("price", line.total().minor()).add("fee", line.fee.minor()).add("line", line.id)
            .add("refunds", line.refunds);
        if (!line.ticket.seat.isNull())
            ticket.add("seat", line.ticket.seat);
        tickets.append(ticket);
    }
    JsonText fact;
    fact.add("id", refund.id).add("number", refund.number).add("kind", kindName(refund.kind)).add("total", refund.total.minor())
        .add("of", refund.refersTo).add("kept_closed", keptClosed ? 1 : 0).add("by", m_actor.staff).add("tickets", tickets);
    if (!refund.exchange.isNull())
        fact.add("exchange", refund.exchange);
    if (m_actor.approval)
        fact.add("approver", m_actor.approval->by);
    m_work.fact("order.refunded", fact);
}

void RefundWork::write()
{
    writePayments();
    m_wallets.write();
    const auto accounts = ledger_store::ensureAccounts(m_work.db(), m_work.ids(), m_accounts);
    for (size_t i = 0; i < m_transfers.size(); ++i) {
        ledger_store::Transfer &made = m_transfers[i];
        made.debit = accounts[2 * i];
        made.credit = accounts[2 * i + 1];
        m_work.fact("transfer", JsonText().add("id", made.id).add("debit", made.debit).add("credit", made.credit)
                                    .add("amount", made.amount.minor()).add("currency", made.amount.currency().code()));
    }
    ledger_store::addTransfers(m_work.db(), m_transfers, m_work.now(), m_work.chain(), m_work.seq());
}

} // namespace foyer
