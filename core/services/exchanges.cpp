#include "core/services/exchanges.h"

#include "core/domain/inputtext.h"
#include "core/services/admissionrules.h"
#include "core/services/archiverules.h"
#include "core/services/orderfamily.h"
#include "core/services/payrules.h"
#include "core/services/refundwork.h"
#include "core/services/reservebatch.h"
#include "core/services/salework.h"
#include "core/storage/catalogue_store.h"
#include "core/storage/order_store.h"
#include "core/storage/payment_store.h"
#include "core/storage/refund_store.h"
#include "core/storage/reservation_store.h"
#include "core/storage/writer.h"

#include <algorithm>
#include <array>

namespace foyer {

namespace {

tl::unexpected<Error> notExchanged(const QString &why)
{
    return fail(ErrorCode::InvalidInput, {why});
}

Result<ExchangeQuote> exchangeable(const Order &order, const std::vector<TicketId> &tickets)
{
    if (order.kind == OrderKind::Comp)
        return notExchanged(translate("Input", "%1 was given free of charge; take it back and give other tickets").arg(order.number));
    auto lines = refundplan::chosen(order, tickets);
    if (!lines)
        return fail(lines.error());
    for (const OrderLine &line : *lines)
        if (line.ticket.state == TicketState::Revoked)
            return notExchanged(translate("Input", "the ticket %1 is revoked").arg(line.ticket.number.grouped()));
    const Money worth = refundplan::worth(*lines, order.currency);
    return ExchangeQuote{order.id, order.number, std::move(*lines), worth};
}

/// Whether the cart can take tickets of this order as a tender.
Result<void> takesTickets(const CheckoutState &cart, const Order &order, Instant now)
{
    if (const auto payable = payrules::payable(cart.reservation, now); !payable)
        return payable;
    if (cart.live())
        return fail(ErrorCode::PaymentUnresolved);
    if (cart.reservation.currency != order.currency)
        return fail(ErrorCode::CurrencyMismatch, {order.currency.code(), cart.reservation.currency.code()});
    return {};
}

/// The difference, when it is paid here and now.
Result<void> payRest(Work &work, SaleWork &sales, CheckoutState &cart, const ExchangeWish &wish)
{
    if (wish.payment) {
        const PayRequest &payment = *wish.payment;
        if (payment.tender == Tender::Card || payment.reservation != cart.reservation.id)
            return notExchanged(translate("Input", "a card pays for the new places first, before the tickets are exchanged"));
        if (const auto checked = payrules::check(cart, payment, work.now()); !checked)
            return checked;
        if (!payment_store::usedElsewhere(work.db(), std::array{payment_store::KeyUse{payment.key, cart.reservation.id}}).isEmpty())
            return fail(ErrorCode::KeyReused);
        sales.lockWallets(std::array{payment.wallet});
        if (const auto wallet = payrules::checkWallet(sales.wallets(), payment); !wallet)
            return wallet;
        if (const auto cash = payment.tender == Tender::Cash ? sales.mayTakeCash(payment.amount.currency()) : Result<void>(); !cash)
            return cash;
        sales.addPayment(cart, payment);
    }
    if (cart.due().isPositive())
        return notExchanged(translate("Input", "%1 is still to be paid").arg(cart.due().toString()));
    return {};
}

/// A cart that nobody has put a name to is for whoever the tickets were for.
void keepCustomer(Work &work, CheckoutState &cart, const Order &order)
{
    if (!cart.reservation.customer.isNull() || order.customer.isNull())
        return;
    cart.reservation.customer = order.customer;
    reservation_store::setCustomer(work.db(), cart.reservation.id, order.customer);
}

ExchangeMade exchangeMade(Database &db, OrderId refund, OrderId exchange)
{
    ExchangeMade made;
    made.refund = order_store::byIds(db, std::array{refund}).front();
    Order order = order_store::byIds(db, std::array{exchange}).front();
    made.given = orderfamily::givenAt(orderfamily::of(db, order), made.refund.createdAt);
    made.state = {reservation_store::load(db, std::array{order.reservation}, false).front(), order.payments, std::nullopt, order.credit};
    made.state.order = std::move(order);
    return made;
}

/// Under the key of this refund; of the same order?
Result<ExchangeMade> exchangedBefore(Database &db, OrderId earlier, OrderId order)
{
    const Order refund = order_store::byIds(db, std::array{earlier}).front();
    if (refund.exchange.isNull() || refund.refersTo != order)
        return fail(ErrorCode::KeyReused);
    return exchangeMade(db, earlier, refund.exchange);
}

/// The same key, and the same wish?
Result<ExchangeMade> sameCart(Result<ExchangeMade> made, ReservationId cart)
{
    if (made && made->state.reservation.id != cart)
        return fail(ErrorCode::KeyReused);
    return made;
}

/// Sells the cart for the tickets, and takes them back.
Result<ExchangeMade> swapTickets(Work &work, const Actor &actor, const orderfamily::Locked &locked, const ExchangeQuote &quote, const ExchangeWish &wish, bool placesAreFree)
{
    const Order &order = locked.order;
    SaleMemory nothing;
    SaleWork sales(work, nothing, actor.staff, actor.shift);
    sales.load(std::array{wish.reservation});
    CheckoutState *cart = sales.find(wish.reservation);
    if (!cart)
        return fail(ErrorCode::NotFound, {translate("Input", "this reservation")});
    if (const auto takes = takesTickets(*cart, order, work.now()); !takes)
        return fail(takes.error());
    cart->credit = quote.worth;
    if (const auto paid = payRest(work, sales, *cart, wish); !paid)
        return fail(paid.error());

    std::vector<Payment> payments = locked.family.payments;
    payments.insert(payments.end(), cart->payments.begin(), cart->payments.end());
    auto parts = refundplan::share(payments, -cart->due());
    if (!parts)
        return fail(parts.error());
    RefundWork back(work, actor, order, payments, wish.credit);
    if (const auto credited = back.credit(*parts); !credited)
        return fail(credited.error());
    if (const auto allowed = refundplan::givesCash(*parts) ? require(actor, Permission::GiveCash) : Result<void>(); !allowed)
        return fail(allowed.error());
    if (const auto open = refundplan::givesCash(*parts) ? sales.mayGiveCash() : Result<void>(); !open)
        return fail(open.error());
    keepCustomer(work, *cart, order);
    const OrderId first = order.kind == OrderKind::Exchange ? order.refersTo : order.id;
    sales.completeAs(*cart, OrderKind::Exchange, first);
    const OrderId made = cart->order->id;
    sales.write();
    const OrderId refund = back.takeBack({quote.lines, *parts, false, wish.key, made, placesAreFree}).id;
    back.write();
    return exchangeMade(work.db(), refund, made);
}

/// The type that all of them are of.
Result<TicketTypeId> onlyType(std::span<const OrderLine> lines)
{
    for (const OrderLine &line : lines)
        if (line.ticket.ticketType != lines.front().ticket.ticketType)
            return notExchanged(translate("Input", "the tickets are of several types; choose those of one"));
    return lines.front().ticket.ticketType;
}

std::vector<ReserveLine> sameLines(std::span<const OrderLine> lines, PriceLevelId level)
{
    std::vector<ReserveLine> out;
    for (const OrderLine &line : lines) {
        if (line.ticket.seat.isNull() && !out.empty())
            ++out.back().quantity; // a type has seats or it has none
        else
            out.push_back({line.ticket.event, level, line.ticket.seat, 1});
    }
    return out;
}

/// Whether these tickets may change to the level.
Result<void> levelFits(Database &db, std::span<const OrderLine> lines, PriceLevelId level)
{
    const auto type = onlyType(lines);
    if (!type)
        return fail(type.error());
    const auto offers = reservation_store::offers(db, std::array{level});
    if (offers.empty() || offers.front().ticketType != *type)
        return fail(ErrorCode::NotFound, {translate("Input", "this price")});
    for (const OrderLine &line : lines)
        if (line.priceLevel == level)
            return notExchanged(translate("Input", "the ticket %1 has this price already").arg(line.ticket.number.grouped()));
    return {};
}

/// A reservation that was made for the money alone gets its places now, in the unit of work that completes it.
Result<void> readyForLines(Work &work, ReservationId id)
{
    if (id.isNull())
        return {};
    const auto found = reservation_store::load(work.db(), std::array{id}, false);
    if (found.empty() || !found.front().credit || !found.front().lines.empty())
        return fail(ErrorCode::NotFound, {translate("Input", "this reservation")});
    if (const auto payable = payrules::payable(found.front(), work.now()); !payable)
        return payable;
    const reservation_store::StateChange active{id, ReservationState::Active, work.now() + found.front().lifetime};
    reservation_store::setState(work.db(), std::span(&active, 1));
    return {};
}

/// The same key, and the same level?
Result<ExchangeMade> levelChangedBefore(Database &db, OrderId earlier, const LevelWish &wish)
{
    const Order refund = order_store::byIds(db, std::array{earlier}).front();
    if (refund.exchange.isNull() || refund.refersTo != wish.order)
        return fail(ErrorCode::KeyReused);
    ExchangeMade made = exchangeMade(db, earlier, refund.exchange);
    const auto &lines = made.state.order->lines;
    const bool same = std::all_of(lines.begin(), lines.end(), [&](const OrderLine &line) { return line.priceLevel == wish.level; });
    return same ? Result<ExchangeMade>(std::move(made)) : fail(ErrorCode::KeyReused);
}

} // namespace

Result<std::optional<ExchangeMade>> Exchanges::earlier(OrderId order, const QString &key)
{
    if (key.isEmpty())
        return std::nullopt;
    return m_writer.read([&](Database &db) -> Result<std::optional<ExchangeMade>> {
        const auto refund = refund_store::byKey(db, key);
        if (!refund)
            return std::nullopt;
        auto made = exchangedBefore(db, *refund, order);
        return made ? Result<std::optional<ExchangeMade>>(std::move(*made)) : fail(made.error());
    });
}

Result<ExchangeQuote> Exchanges::quote(OrderId order, const std::vector<TicketId> &tickets)
{
    return m_writer.read([&](Database &db) -> Result<ExchangeQuote> {
        const auto found = orderfamily::refundable(db, order);
        auto quote = found ? exchangeable(*found, tickets) : fail(found.error());
        const auto live = quote ? archiverules::wouldChange(db, quote->lines) : Result<void>();
        return live ? quote : fail(live.error());
    });
}

Result<ExchangeMade> Exchanges::exchange(const Actor &actor, const ExchangeWish &wish)
{
    for (const Permission permission : {Permission::Sell, Permission::Refund})
        if (const auto allowed = require(actor, permission); !allowed)
            return fail(allowed.error());
    return m_writer.write([&](Work &work) -> Result<ExchangeMade> {
        const auto locked = orderfamily::lock(work, wish.order, std::array{wish.reservation});
        if (!locked)
            return fail(locked.error());
        if (const auto earlier = wish.key.isEmpty() ? std::nullopt : refund_store::byKey(work.db(), wish.key))
            return sameCart(exchangedBefore(work.db(), *earlier, wish.order), wish.reservation);
        const Order &order = locked->order;
        const auto quote = exchangeable(order, wish.tickets);
        if (!quote)
            return fail(quote.error());
        if (const auto live = archiverules::mayChange(work.db(), quote->lines); !live)
            return fail(live.error());
        if (const auto outside = admissionrules::mayUndo(work.db(), actor, quote->lines); !outside)
            return fail(outside.error());
        return swapTickets(work, actor, *locked, *quote, wish, false);
    });
}

Result<std::vector<LevelOffer>> Exchanges::levels(OrderId order, const std::vector<TicketId> &tickets)
{
    return m_writer.read([&](Database &db) -> Result<std::vector<LevelOffer>> {
        const auto found = orderfamily::refundable(db, order);
        const auto quote = found ? exchangeable(*found, tickets) : fail(found.error());
        if (!quote)
            return fail(quote.error());
        if (const auto live = archiverules::wouldChange(db, quote->lines); !live)
            return fail(live.error());
        const auto typeId = onlyType(quote->lines);
        if (!typeId)
            return fail(typeId.error());
        auto events = catalogue_store::eventHeads(db, std::array{quote->lines.front().ticket.event});
        catalogue_store::loadTicketTypes(db, events);
        const TicketType *type = events.front().type(*typeId);
        std::vector<LevelOffer> out;
        for (const PriceLevel &level : type->priceLevels) {
            const bool isTheirs = std::any_of(quote->lines.begin(), quote->lines.end(), [&](const OrderLine &line) { return line.priceLevel == level.id; });
            if (!isTheirs)
                out.push_back({level.id, level.name, (level.price + type->fee) * qint64(quote->lines.size()) + events.front().orderFee, quote->worth});
        }
        return out;
    });
}

Result<ExchangeMade> Exchanges::changeLevel(const Actor &actor, const LevelWish &wish)
{
    for (const Permission permission : {Permission::Sell, Permission::Refund})
        if (const auto allowed = require(actor, permission); !allowed)
            return fail(allowed.error());
    const auto body = [&](Work &work) -> Result<ExchangeMade> {
        const std::array also{wish.reservation};
        const auto locked = orderfamily::lock(work, wish.order, wish.reservation.isNull() ? std::span<const ReservationId>() : also);
        if (!locked)
            return fail(locked.error());
        if (const auto earlier = wish.key.isEmpty() ? std::nullopt : refund_store::byKey(work.db(), wish.key))
            return levelChangedBefore(work.db(), *earlier, wish);
        const auto quote = exchangeable(locked->order, wish.tickets);
        if (!quote)
            return fail(quote.error());
        if (const auto live = archiverules::mayChange(work.db(), quote->lines); !live)
            return fail(live.error());
        if (const auto outside = admissionrules::mayUndo(work.db(), actor, quote->lines); !outside)
            return fail(outside.error());
        if (const auto fits = levelFits(work.db(), quote->lines, wish.level); !fits)
            return fail(fits.error());
        if (const auto ready = readyForLines(work, wish.reservation); !ready)
            return fail(ready.error());
        // Free and reserved again before anybody else can see them: the claims' rows stay locked in between.
        RefundWork(work, actor, locked->order, {}).freePlaces(quote->lines);
        const ReserveRequest places{wish.reservation, Channel::Counter, sameLines(quote->lines, wish.level)};
        const auto reserved = std::move(ReserveBatch(actor, std::span(&places, 1)).run(work, ReserveBatch::Mode::Optimistic, false).front());
        if (!reserved)
            return fail(reserved.error());
        ExchangeWish exchange{wish.order, wish.tickets, reserved->id, wish.payment, wish.key, wish.credit};
        if (exchange.payment)
            exchange.payment->reservation = reserved->id;
        return swapTickets(work, actor, *locked, *quote, exchange, true);
    };
    try {
        return m_writer.write(body);
    } catch (const PlacesRanOut &) { // the allotment was closed meanwhile
        return fail(ErrorCode::SoldOut);
    }
}

} // namespace foyer
