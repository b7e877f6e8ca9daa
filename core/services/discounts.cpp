#include "core/services/discounts.h"

#include "core/domain/discountplan.h"
#include "core/domain/inputtext.h"
#include "core/services/cartdiscounts.h"
#include "core/services/doorstock.h"
#include "core/services/inventory.h"
#include "core/services/livereservation.h"
#include "core/storage/discount_store.h"
#include "core/storage/promo_store.h"
#include "core/storage/writer.h"

#include <QtCore/QLocale>

#include <algorithm>

namespace foyer {

namespace {

constexpr int SweepAttempts = 8;

Result<PromoCode> findPromo(Database &db, const QString &typed)
{
    const auto code = promoText(typed);
    if (!code)
        return fail(ErrorCode::PromoUnknown, {typed.simplified().left(40)});
    auto promo = promo_store::find(db, *code);
    if (!promo)
        return fail(ErrorCode::PromoUnknown, {*code});
    return std::move(*promo);
}

Result<void> isValidNow(const PromoCode &promo, Instant now)
{
    if (promo.revokedAt || (promo.terms.validUntil && now >= *promo.terms.validUntil))
        return fail(ErrorCode::PromoOver, {promo.code});
    if (promo.terms.validFrom && now < *promo.terms.validFrom) {
        const QDateTime from = QDateTime::fromMSecsSinceEpoch(promo.terms.validFrom->ms);
        return fail(ErrorCode::PromoNotYet, {promo.code, QLocale().toString(from, QLocale::ShortFormat)});
    }
    return {};
}

Discount entryOf(const PromoCode &promo, DiscountId id, StaffId by)
{
    Discount entry;
    entry.id = id;
    entry.promo = promo.id;
    entry.code = promo.code;
    entry.kind = promo.terms.kind;
    entry.value = promo.terms.value;
    entry.currency = promo.terms.currency;
    entry.floor = promo.terms.floor;
    entry.isStackable = promo.terms.isStackable;
    entry.isPerTicket = promo.terms.isPerTicket;
    entry.scope = promo.terms.scope;
    entry.by = by;
    return entry;
}

/// Whether the code does anything for the tickets that are there. A cart without any waits for what comes.
Result<void> fits(const Reservation &before, const Reservation &after, const Discount &entry)
{
    if (entry.currency && *entry.currency != before.currency)
        return fail(ErrorCode::CurrencyMismatch, {before.currency.code(), entry.currency->code()});
    if (before.lines.empty())
        return {};
    if (std::none_of(before.lines.begin(), before.lines.end(), [&](const ReservationLine &line) { return discountplan::isFor(entry, line); }))
        return fail(ErrorCode::PromoNotForThese, {entry.code});
    const bool hasCodes = std::any_of(before.discounts.begin(), before.discounts.end(), [](const Discount &d) { return !d.isByHand(); });
    const bool isAlone = !entry.isStackable || std::any_of(before.discounts.begin(), before.discounts.end(), [](const Discount &d) { return !d.isStackable; });
    if (hasCodes && isAlone && after.discount() <= before.discount())
        return fail(ErrorCode::PromoAlone, {entry.code});
    return {};
}

/// The use, or why there is none. Two who want the last one wait for each other here.
Result<void> takeUse(Work &work, const PromoCode &promo, const Reservation &cart)
{
    const auto &limit = promo.terms.customerLimit;
    if (limit && cart.customer.isNull())
        return fail(ErrorCode::PromoNeedsCustomer, {promo.code});
    if (promo.terms.totalLimit && !promo_store::take(work.db(), promo.id))
        return fail(ErrorCode::PromoUsedUp, {promo.code});
    if (!limit)
        return {};
    promo_store::lock(work.db(), promo.id);
    if (promo_store::usesOf(work.db(), promo.id, cart.customer, cart.id) >= *limit)
        return fail(ErrorCode::PromoCustomerUsedUp, {promo.code});
    return {};
}

Result<void> checkGiven(const GivenDiscount &given, const Reservation &cart)
{
    const auto invalid = [](const QString &what) { return fail(ErrorCode::InvalidInput, {what}); };
    if (given.reason.trimmed().isEmpty())
        return invalid(translate("Input", "a reason is missing"));
    if (given.reason.size() > Discounts::MaxReasonLength)
        return invalid(translate("Input", "a reason has up to %1 letters").arg(Discounts::MaxReasonLength));
    if (given.value <= 0)
        return invalid(translate("Input", "the discount is not above zero"));
    if (given.kind == DiscountKind::Percent && given.value > 10'000)
        return invalid(translate("Input", "a discount is at most 100 %"));
    if (given.kind == DiscountKind::Amount && given.value > Money::MaxMinor)
        return invalid(translate("Input", "the discount is too large"));
    if (!given.line.isNull() && std::none_of(cart.lines.begin(), cart.lines.end(), [&](const ReservationLine &line) { return line.id == given.line; }))
        return fail(ErrorCode::NotFound, {translate("Input", "this ticket in the cart")});
    return {};
}

Result<void> hasRoom(const Reservation &cart)
{
    return int(cart.discounts.size()) < Discounts::MaxEntries
        ? Result<void>() : fail(ErrorCode::LimitExceeded, {translate("Input", "discounts"), QString::number(Discounts::MaxEntries)});
}

QJsonObject entryFact(const Reservation &cart, const Discount &entry, const Actor &actor)
{
    QJsonObject fact = signedBy(actor, {{QStringLiteral("id"), cart.id.toString()}, {QStringLiteral("discount"), entry.id.toString()},
                                        {QStringLiteral("kind"), kindName(entry.kind)}, {QStringLiteral("value"), entry.value}});
    if (!entry.isByHand())
        fact.insert(QStringLiteral("promo"), entry.promo.toString());
    if (!entry.line.isNull())
        fact.insert(QStringLiteral("line"), entry.line.toString());
    return fact;
}

} // namespace

Result<PromoCode> Discounts::check(const QString &code)
{
    return m_writer.read([&](Database &db) -> Result<PromoCode> {
        auto promo = findPromo(db, code);
        if (!promo)
            return promo;
        const Instant now = db.now();
        if (const auto valid = isValidNow(*promo, now); !valid)
            return fail(valid.error());
        qint64 taken = 0;
        for (const auto &use : promo_store::uses(db))
            if (use.promo == promo->id)
                taken = use.held + use.used;
        if (promo->terms.totalLimit && taken >= *promo->terms.totalLimit && !promo_store::expiredHold(db, promo->id, now))
            return fail(ErrorCode::PromoUsedUp, {promo->code});
        return promo;
    });
}

Result<Reservation> Discounts::enter(const Actor &actor, ReservationId reservation, const QString &code)
{
    if (const auto allowed = require(actor, Permission::Sell); !allowed)
        return fail(allowed.error());
    for (int attempt = 0;; ++attempt) {
        auto entered = tryToEnter(actor, reservation, code);
        if (entered || entered.error().code != ErrorCode::PromoUsedUp || attempt == SweepAttempts || !sweptFor(code))
            return entered;
    }
}

/// Uses of carts whose time is over count no more: true when there were some, and they were given back.
bool Discounts::sweptFor(const QString &code)
{
    const auto held = m_writer.read([&](Database &db) -> Result<bool> {
        const auto promo = findPromo(db, code);
        return promo && promo_store::expiredHold(db, promo->id, db.now());
    });
    return held && *held && m_inventory.sweep();
}

Result<Reservation> Discounts::tryToEnter(const Actor &actor, ReservationId reservation, const QString &code)
{
    return m_writer.write([&](Work &work) -> Result<Reservation> {
        if (const auto here = DoorStock::onlyAtCentre(work.db()); !here)
            return fail(here.error());
        auto cart = lockActive(work, reservation);
        if (!cart)
            return cart;
        const auto promo = findPromo(work.db(), code);
        if (!promo)
            return fail(promo.error());
        if (std::any_of(cart->discounts.begin(), cart->discounts.end(), [&](const Discount &d) { return d.promo == promo->id; }))
            return cart;
        if (const auto valid = isValidNow(*promo, work.now()); !valid)
            return fail(valid.error());
        if (const auto room = hasRoom(*cart); !room)
            return fail(room.error());
        Reservation after = *cart;
        after.discounts.push_back(entryOf(*promo, work.ids().make<DiscountId>(), actor.staff));
        discountplan::apply(after);
        const Discount &entry = after.discounts.back();
        if (const auto good = fits(*cart, after, entry); !good)
            return fail(good.error());
        if (const auto use = takeUse(work, *promo, *cart); !use)
            return fail(use.error());
        discount_store::add(work.db(), reservation, entry);
        work.fact("discount.entered", entryFact(after, entry, actor));
        return after;
    });
}

Result<Reservation> Discounts::give(const Actor &actor, const GivenDiscount &given)
{
    if (const auto allowed = require(actor, Permission::GiveDiscount); !allowed)
        return fail(allowed.error());
    return m_writer.write([&](Work &work) -> Result<Reservation> {
        if (const auto here = DoorStock::onlyAtCentre(work.db()); !here)
            return fail(here.error());
        auto cart = lockActive(work, given.reservation);
        if (!cart)
            return cart;
        if (const auto good = checkGiven(given, *cart); !good)
            return fail(good.error());
        if (const auto room = hasRoom(*cart); !room)
            return fail(room.error());
        Discount entry;
        entry.id = work.ids().make<DiscountId>();
        entry.reason = given.reason.simplified();
        entry.line = given.line;
        entry.kind = given.kind;
        entry.value = given.value;
        entry.by = actor.staff;
        if (actor.approval)
            entry.approver = actor.approval->by;
        cart->discounts.push_back(entry);
        discountplan::apply(*cart);
        discount_store::add(work.db(), cart->id, entry);
        work.fact("discount.given", entryFact(*cart, entry, actor));
        return cart;
    });
}

Result<Reservation> Discounts::takeOff(const Actor &actor, ReservationId reservation, DiscountId discount)
{
    if (const auto allowed = require(actor, Permission::Sell); !allowed)
        return fail(allowed.error());
    return m_writer.write([&](Work &work) -> Result<Reservation> {
        auto cart = lockActive(work, reservation);
        if (!cart)
            return cart;
        for (const Discount &gone : cartdiscounts::remove(work, *cart, [&](const Discount &d) { return d.id == discount; }))
            work.fact("discount.removed", entryFact(*cart, gone, actor));
        return cart;
    });
}

} // namespace foyer
