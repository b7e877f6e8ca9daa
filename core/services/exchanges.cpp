#include "core/services/exchanges.h"

#include "core/domain/inputtext.h"
#include "core/services/orderfamily.h"
#include "core/services/payrules.h"
#include "core/services/refundwork.h"
#include "core/services/salework.h"
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
        return found ? exchangeable(*found, tickets) : fail(found.error());
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
        SaleMemory nothing;
        SaleWork sales(work, nothing, actor.staff, actor.shift);
        sales.load(std::array{wish.reservation});
        CheckoutState *cart = sales.find(wish.reservation);
        if (!cart)
            return fail(ErrorCode::NotFound, {translate("Input", "this reservation")});
        if (const auto takes = takesTickets(*cart, order, work.now()); !takes)
            return fail(takes.error());
        cart->credit = quote->worth;
        if (const auto paid = payRest(work, sales, *cart, wish); !paid)
            return fail(paid.error());

        std::vector<Payment> payments = locked->family.payments;
        payments.insert(payments.end(), cart->payments.begin(), cart->payments.end());
        const auto parts = refundplan::share(payments, -cart->due());
        if (!parts)
            return fail(parts.error());
        if (const auto allowed = refundplan::givesCash(*parts) ? require(actor, Permission::GiveCash) : Result<void>(); !allowed)
            return fail(allowed.error());
        if (const auto open = refundplan::givesCash(*parts) ? sales.mayGiveCash() : Result<void>(); !open)
            return fail(open.error());
        keepCustomer(work, *cart, order);
        const OrderId first = order.kind == OrderKind::Exchange ? order.refersTo : order.id;
        sales.completeAs(*cart, OrderKind::Exchange, first);
        const OrderId made = cart->order->id;
        sales.write();
        RefundWork back(work, actor, order, payments);
        const OrderId refund = back.takeBack({quote->lines, *parts, false, wish.key, made}).id;
        back.write();
        return exchangeMade(work.db(), refund, made);
    });
}

} // namespace foyer
