#include "app/ctl/moment.h"
#include "app/ctl/sellrequest.h"
#include "core/domain/inputtext.h"
#include "core/domain/localtime.h"

#include <QtCore/QJsonArray>

namespace foyer::ctl {

namespace {

/// The price level that the options name.
struct NamedPrice {
    Event event;
    TicketType type;
    PriceLevelId level;
};

Result<NamedPrice> namedPrice(Call &call, BoxOffice &office)
{
    WantedEvent wanted{call.argument(0), std::nullopt, {}, {}};
    if (call.has("date"))
        wanted.date = QDate::fromString(call.value("date"), Qt::ISODate);
    const auto event = findEvent(office, wanted, call.clock().now());
    if (!event)
        return fail(event.error());
    for (const TicketType &type : event->ticketTypes) {
        if (call.has("type") ? type.name.compare(call.value("type"), Qt::CaseInsensitive) != 0 : event->ticketTypes.size() > 1)
            continue;
        const auto level = findLevel(type, call.value("level"));
        return level ? Result<NamedPrice>(NamedPrice{*event, type, *level}) : fail(level.error());
    }
    return fail(ErrorCode::NotFound, {call.has("type") ? translate("Ctl", "a ticket for %1 at \"%2\"").arg(call.value("type"), event->name)
                                                       : translate("Ctl", "the ticket that is meant: name it with --type")});
}

Outcome pricesOutcome(const NamedPrice &named, const PriceLevel &level, const QTimeZone &zone)
{
    QString text = translate("Ctl", "%1, %2, %3: %4 now\n").arg(named.event.name, named.type.name, level.name, level.price.toString());
    text += translate("Ctl", "  at first                   %1\n").arg(level.basePrice.toString());
    QJsonArray steps;
    for (const PriceStep &step : level.steps) {
        const QString from = rfc3339(step.from, zone);
        text += translate("Ctl", "  from %1  %2\n").arg(from, step.price.toString());
        steps.append(QJsonObject{{QStringLiteral("from"), from}, {QStringLiteral("price"), step.price.toString()}});
    }
    return {text, {{QStringLiteral("event"), named.event.name}, {QStringLiteral("ticket_type"), named.type.name}, {QStringLiteral("price_level"), level.name},
                   {QStringLiteral("price"), level.price.toString()}, {QStringLiteral("base_price"), level.basePrice.toString()},
                   {QStringLiteral("currency"), level.price.currency().code()}, {QStringLiteral("steps"), steps}}, {}};
}

Answer setPrice(Call &call)
{
    if (!call.has("price") || (call.has("until") && !call.has("from")))
        return usage(translate("Ctl", "--price says what it costs; --until needs a --from."));
    const auto office = call.open();
    if (!office)
        return failed(office.error());
    const auto zone = houseZone(**office);
    if (!zone)
        return failed(zone.error());
    const auto from = momentOf(call, "from", *zone);
    const auto until = momentOf(call, "until", *zone);
    if (!from || !until)
        return failed(from ? until.error() : from.error());
    const auto named = namedPrice(call, **office);
    if (!named)
        return failed(named.error());
    Catalogue &catalogue = (*office)->catalogue();
    const auto price = Money::parse(call.value("price"), named->type.fee.currency());
    if (!price)
        return failed(price.error());
    const Actor actor = (*office)->system();
    const Result<void> set = *from ? catalogue.setPriceFrom(actor, named->level, *price, **from, *until).map([](const PriceLevel &) {})
                                   : catalogue.setPrice(actor, named->level, *price);
    if (!set)
        return failed(set.error());
    const auto prices = catalogue.prices(named->level);
    return prices ? Answer(pricesOutcome(*named, *prices, *zone)) : failed(prices.error());
}

Answer showPrices(Call &call)
{
    const auto office = call.openReading();
    if (!office)
        return failed(office.error());
    const auto zone = houseZone(**office);
    if (!zone)
        return failed(zone.error());
    const auto named = namedPrice(call, **office);
    if (!named)
        return failed(named.error());
    const auto prices = (*office)->catalogue().prices(named->level);
    return prices ? Answer(pricesOutcome(*named, *prices, *zone)) : failed(prices.error());
}

Verb priceVerb(const char *name, const QString &summary, QList<QCommandLineOption> options, std::function<Answer(Call &)> run)
{
    return verbOf("price", name, QStringLiteral("EVENT"), summary,
                  QList<QCommandLineOption>{{QStringLiteral("date"), translate("Ctl", "The day of the event; the next one unless given."), translate("Ctl", "day")},
                                            {QStringLiteral("type"), translate("Ctl", "The ticket type; the only one unless given."), translate("Ctl", "name")},
                                            {QStringLiteral("level"), translate("Ctl", "The price level; the first one unless given."), translate("Ctl", "name")}}
        + std::move(options),
                  std::move(run));
}

} // namespace

std::vector<Verb> priceVerbs()
{
    const QString moment = translate("Ctl", "moment");
    return {priceVerb("set", translate("Ctl", "Change a price, at once or from a moment on; what is reserved keeps its own."),
                      {{QStringLiteral("price"), translate("Ctl", "What it costs, like 14.00."), translate("Ctl", "amount")},
                       {QStringLiteral("from"), translate("Ctl", "From then on, like 2026-12-01 or 2026-12-01T18:00; the base price unless given."), moment},
                       {QStringLiteral("until"), translate("Ctl", "Before then; afterwards what held before comes back."), moment}}, setPrice),
            priceVerb("show", translate("Ctl", "A price and its prices by date."), {}, showPrices)};
}

} // namespace foyer::ctl
