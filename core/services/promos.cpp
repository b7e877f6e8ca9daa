#include "core/services/promos.h"

#include "core/domain/inputtext.h"
#include "core/storage/catalogue_store.h"
#include "core/storage/discount_store.h"
#include "core/storage/promo_store.h"
#include "core/storage/writer.h"

namespace foyer {

namespace {

Result<void> checkTerms(const PromoTerms &terms)
{
    const auto invalid = [](const QString &what) { return fail(ErrorCode::InvalidInput, {what}); };
    if (terms.value <= 0)
        return invalid(translate("Input", "the discount is not above zero"));
    if (terms.kind == DiscountKind::Percent && terms.value > 10'000)
        return invalid(translate("Input", "a discount is at most 100 %"));
    if (terms.isPerTicket && terms.kind != DiscountKind::Amount)
        return invalid(translate("Input", "only an amount can be taken off each ticket"));
    if (terms.value > Money::MaxMinor || terms.floor < 0 || terms.floor > Money::MaxMinor)
        return invalid(translate("Input", "the discount is too large"));
    if (!terms.currency && (terms.kind == DiscountKind::Amount || terms.floor > 0))
        return invalid(translate("Input", "the currency is missing"));
    if (terms.validFrom && terms.validUntil && *terms.validFrom >= *terms.validUntil)
        return invalid(translate("Input", "the code would end before it begins"));
    if ((terms.totalLimit && *terms.totalLimit < 1) || (terms.customerLimit && *terms.customerLimit < 1))
        return invalid(translate("Input", "a limit is at least one"));
    return {};
}

Result<void> checkScope(Database &db, const std::vector<PromoScope> &scope)
{
    for (const PromoScope &part : scope) {
        if (catalogue_store::eventHeads(db, std::array{part.event}).empty())
            return fail(ErrorCode::NotFound, {translate("Input", "this event")});
        const auto type = part.type.isNull() ? std::nullopt : catalogue_store::ticketType(db, part.type);
        if (!part.type.isNull() && (!type || type->event != part.event))
            return fail(ErrorCode::NotFound, {translate("Input", "this ticket type")});
    }
    return {};
}

Result<PromoCode> known(Database &db, const QString &typed)
{
    const auto code = promoText(typed);
    auto promo = code ? promo_store::find(db, *code) : std::nullopt;
    if (!promo)
        return fail(ErrorCode::PromoUnknown, {code ? *code : typed.simplified().left(40)});
    return std::move(*promo);
}

QJsonObject termsFact(const PromoCode &promo)
{
    const PromoTerms &terms = promo.terms;
    const auto number = [](const auto &value) { return value ? QJsonValue(*value) : QJsonValue(); };
    QJsonArray scope;
    for (const PromoScope &part : terms.scope) {
        QJsonObject one{{QStringLiteral("event"), part.event.toString()}};
        if (!part.type.isNull())
            one.insert(QStringLiteral("type"), part.type.toString());
        scope.append(one);
    }
    return {{QStringLiteral("id"), promo.id.toString()}, {QStringLiteral("code"), promo.code}, {QStringLiteral("kind"), kindName(terms.kind)},
            {QStringLiteral("value"), terms.value}, {QStringLiteral("currency"), terms.currency ? QJsonValue(terms.currency->code()) : QJsonValue()},
            {QStringLiteral("floor"), terms.floor}, {QStringLiteral("stackable"), terms.isStackable ? 1 : 0}, {QStringLiteral("per_ticket"), terms.isPerTicket ? 1 : 0}, {QStringLiteral("scope"), scope},
            {QStringLiteral("from"), terms.validFrom ? QJsonValue(terms.validFrom->ms) : QJsonValue()},
            {QStringLiteral("until"), terms.validUntil ? QJsonValue(terms.validUntil->ms) : QJsonValue()},
            {QStringLiteral("total_limit"), number(terms.totalLimit)}, {QStringLiteral("customer_limit"), number(terms.customerLimit)}};
}

PromoUse useOf(const PromoCode &promo, const std::vector<promo_store::UseCount> &uses)
{
    for (const auto &use : uses)
        if (use.promo == promo.id)
            return {promo, use.held, use.used};
    return {promo};
}

} // namespace

Result<PromoCode> Promos::add(const Actor &actor, const QString &typed, const PromoTerms &terms)
{
    if (const auto allowed = require(actor, Permission::ManageCatalogue); !allowed)
        return fail(allowed.error());
    const auto code = promoText(typed);
    if (!code)
        return fail(code.error());
    if (const auto good = checkTerms(terms); !good)
        return fail(good.error());
    return m_writer.write([&](Work &work) -> Result<PromoCode> {
        if (promo_store::find(work.db(), *code))
            return fail(ErrorCode::InvalidInput, {translate("Input", "there is a promo code %1 already").arg(*code)});
        if (const auto good = checkScope(work.db(), terms.scope); !good)
            return fail(good.error());
        const PromoCode promo{work.ids().make<PromoId>(), *code, terms, std::nullopt, work.now()};
        promo_store::add(work.db(), promo, work.chain(), work.seq());
        work.fact("promo.added", signedBy(actor, termsFact(promo)));
        return promo;
    });
}

Result<std::vector<PromoUse>> Promos::list()
{
    return m_writer.read([](Database &db) {
        const auto uses = promo_store::uses(db);
        std::vector<PromoUse> out;
        for (const PromoCode &promo : promo_store::list(db))
            out.push_back(useOf(promo, uses));
        return out;
    });
}

Result<PromoDetail> Promos::show(const QString &code)
{
    return m_writer.read([&](Database &db) -> Result<PromoDetail> {
        const auto promo = known(db, code);
        if (!promo)
            return fail(promo.error());
        PromoDetail detail{useOf(*promo, promo_store::uses(db)), {}};
        for (const auto &order : discount_store::ordersOf(db, promo->id, MaxOrders))
            detail.orders.push_back({order.order, order.number, order.at, order.total, order.amount});
        return detail;
    });
}

Result<PromoCode> Promos::revoke(const Actor &actor, const QString &code)
{
    if (const auto allowed = require(actor, Permission::ManageCatalogue); !allowed)
        return fail(allowed.error());
    return m_writer.write([&](Work &work) -> Result<PromoCode> {
        auto promo = known(work.db(), code);
        if (!promo || promo->revokedAt)
            return promo;
        if (promo_store::revoke(work.db(), promo->id, work.now()))
            work.fact("promo.revoked", signedBy(actor, {{QStringLiteral("id"), promo->id.toString()}}));
        promo->revokedAt = work.now();
        return promo;
    });
}

} // namespace foyer
