// The verbs of Catalogue about prices.
#include "core/domain/inputtext.h"
#include "core/services/archiverules.h"
#include "core/services/catalogue.h"
#include "core/services/eventrules.h"
#include "core/storage/catalogue_store.h"
#include "core/storage/writer.h"

#include <array>

namespace foyer {

namespace {

/// Whether the level may cost that.
Result<catalogue_store::PriceOf> priceToChange(Work &work, PriceLevelId level, Money price)
{
    const auto found = catalogue_store::priceLevel(work.db(), level);
    if (!found)
        return fail(ErrorCode::NotFound, {translate("Input", "the price to change")});
    if (const auto live = archiverules::mayChange(work.db(), std::array{found->event}); !live)
        return fail(live.error());
    if (const auto good = eventrules::checkPrice(price, found->currency, translate("Input", "the new price")); !good)
        return fail(good.error());
    return *found;
}

} // namespace

Result<void> Catalogue::setPrice(const Actor &actor, PriceLevelId level, Money price)
{
    if (const auto allowed = require(actor, Permission::ManageCatalogue); !allowed)
        return allowed;
    return m_writer.write([&](Work &work) -> Result<void> {
        const auto found = priceToChange(work, level, price);
        if (!found)
            return fail(found.error());
        catalogue_store::setPrice(work.db(), level, price);
        work.fact("price.set", {{QStringLiteral("event"), found->event.toString()}, {QStringLiteral("level"), level.toString()},
                                {QStringLiteral("price"), price.minor()}, {QStringLiteral("currency"), price.currency().code()}});
        return {};
    });
}

Result<PriceLevel> Catalogue::setPriceFrom(const Actor &actor, PriceLevelId level, Money price, Instant from, std::optional<Instant> until)
{
    if (const auto allowed = require(actor, Permission::ManageCatalogue); !allowed)
        return fail(allowed.error());
    if (until && *until <= from)
        return fail(ErrorCode::InvalidInput, {translate("Input", "the price would end before it begins")});
    return m_writer.write([&](Work &work) -> Result<PriceLevel> {
        catalogue_store::lock(work.db());
        const auto found = priceToChange(work, level, price);
        if (!found)
            return fail(found.error());
        std::vector<PriceStep> steps{{from, price}};
        if (until)
            steps.push_back({*until, catalogue_store::prices(work.db(), level)->priceAt(*until)});
        catalogue_store::setSteps(work.db(), level, from, until, steps);
        work.fact("price.set", signedBy(actor, {{QStringLiteral("event"), found->event.toString()}, {QStringLiteral("level"), level.toString()},
                                                {QStringLiteral("price"), price.minor()}, {QStringLiteral("currency"), price.currency().code()},
                                                {QStringLiteral("from"), from.ms}, {QStringLiteral("until"), until ? QJsonValue(until->ms) : QJsonValue()}}));
        return *catalogue_store::prices(work.db(), level);
    });
}

Result<PriceLevel> Catalogue::prices(PriceLevelId level)
{
    return m_writer.read([&](Database &db) -> Result<PriceLevel> {
        const auto found = catalogue_store::prices(db, level);
        return found ? Result<PriceLevel>(*found) : fail(ErrorCode::NotFound, {translate("Input", "this price")});
    });
}

} // namespace foyer
