#include "app/ctl/moment.h"
#include "app/ctl/sellrequest.h"
#include "core/domain/inputtext.h"

#include <QtCore/QJsonArray>

namespace foyer::ctl {

namespace {

QString promoMoment(Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(at.ms, Qt::UTC).toString(Qt::ISODate);
}

QJsonObject promoJson(const PromoUse &use)
{
    const PromoTerms &terms = use.promo.terms;
    QJsonObject json{{QStringLiteral("code"), use.promo.code}, {QStringLiteral("discount"), plainText(terms.kind, terms.value, terms.currency.value_or(Currency()))},
                     {QStringLiteral("stackable"), terms.isStackable}, {QStringLiteral("held"), use.held}, {QStringLiteral("used"), use.used},
                     {QStringLiteral("revoked"), use.promo.revokedAt.has_value()}, {QStringLiteral("per_ticket"), terms.isPerTicket}};
    if (terms.floor > 0)
        json.insert(QStringLiteral("floor"), Money(terms.floor, terms.currency.value_or(Currency())).toString());
    if (terms.validFrom)
        json.insert(QStringLiteral("from"), promoMoment(*terms.validFrom));
    if (terms.validUntil)
        json.insert(QStringLiteral("until"), promoMoment(*terms.validUntil));
    if (terms.totalLimit)
        json.insert(QStringLiteral("uses"), *terms.totalLimit);
    if (terms.customerLimit)
        json.insert(QStringLiteral("per_customer"), *terms.customerLimit);
    return json;
}

QString promoLine(const PromoUse &use)
{
    const PromoTerms &terms = use.promo.terms;
    QStringList parts{use.promo.code.leftJustified(16), plainText(terms.kind, terms.value, terms.currency.value_or(Currency())).rightJustified(12)};
    parts << (terms.totalLimit ? translate("Ctl", "used %1 of %2").arg(use.used).arg(*terms.totalLimit) : translate("Ctl", "used %1").arg(use.used));
    if (use.held > 0)
        parts << translate("Ctl", "in %1 carts").arg(use.held);
    if (terms.isPerTicket)
        parts << translate("Ctl", "each ticket");
    if (!terms.isStackable)
        parts << translate("Ctl", "alone");
    if (use.promo.revokedAt)
        parts << translate("Ctl", "revoked");
    return parts.join(QStringLiteral("  ")) + u'\n';
}

Result<Currency> promoCurrency(Call &call, BoxOffice &office)
{
    if (call.has("currency"))
        return Currency::fromCode(call.value("currency"));
    const auto venues = office.catalogue().venues();
    if (!venues)
        return fail(venues.error());
    return venues->empty() ? Currency() : venues->front().currency;
}

Result<std::optional<qint64>> limitOf(Call &call, const char *option)
{
    if (!call.has(option))
        return std::optional<qint64>();
    bool ok = false;
    const qint64 limit = call.value(option).toLongLong(&ok);
    if (!ok || limit < 1)
        return fail(ErrorCode::InvalidInput, {translate("Ctl", "--%1 is a whole number from 1 on, not \"%2\"").arg(QLatin1String(option), call.value(option).left(40))});
    return std::optional(limit);
}

/// "10" or "12.5", in hundredths.
Result<qint64> percentOf(const QString &text)
{
    const auto parsed = Money::parse(text, Currency()); // two decimals, whatever it counts
    if (!parsed)
        return fail(ErrorCode::InvalidInput, {translate("Ctl", "\"%1\" is not a percentage").arg(text.left(40))});
    return parsed->minor();
}

Result<std::vector<PromoScope>> scopeOf(Call &call, BoxOffice &office)
{
    std::vector<PromoScope> scope;
    for (const QString &name : call.parser().values(QStringLiteral("event"))) {
        WantedEvent wanted{name, std::nullopt, {}, {}};
        if (call.has("date"))
            wanted.date = QDate::fromString(call.value("date"), Qt::ISODate);
        const auto event = findEvent(office, wanted, call.clock().now());
        if (!event)
            return fail(event.error());
        const QStringList types = call.parser().values(QStringLiteral("type"));
        if (types.isEmpty())
            scope.push_back({event->id, {}});
        for (const QString &type : types) {
            const auto found = std::find_if(event->ticketTypes.begin(), event->ticketTypes.end(), [&](const TicketType &t) { return t.name.compare(type, Qt::CaseInsensitive) == 0; });
            if (found == event->ticketTypes.end())
                return fail(ErrorCode::NotFound, {translate("Ctl", "a ticket for %1 at \"%2\"").arg(type, event->name)});
            scope.push_back({event->id, found->id});
        }
    }
    return scope;
}

Result<PromoTerms> termsOf(Call &call, BoxOffice &office)
{
    PromoTerms terms;
    const auto zone = houseZone(office);
    const auto currency = promoCurrency(call, office);
    if (!zone || !currency)
        return fail(zone ? currency.error() : zone.error());
    const bool isAmount = call.has("amount");
    const auto floor = Money::parse(call.has("floor") ? call.value("floor") : QStringLiteral("0"), *currency);
    const auto value = isAmount ? Money::parse(call.value("amount"), *currency).map([](Money m) { return m.minor(); }) : percentOf(call.value("percent"));
    const auto from = momentOf(call, "from", *zone);
    const auto until = momentOf(call, "until", *zone);
    const auto total = limitOf(call, "uses");
    const auto each = limitOf(call, "per-customer");
    const auto scope = scopeOf(call, office);
    for (const std::optional<Error> &error : {floor ? std::nullopt : std::optional(floor.error()), value ? std::nullopt : std::optional(value.error()),
                                              from ? std::nullopt : std::optional(from.error()), until ? std::nullopt : std::optional(until.error()),
                                              total ? std::nullopt : std::optional(total.error()), each ? std::nullopt : std::optional(each.error()),
                                              scope ? std::nullopt : std::optional(scope.error())})
        if (error)
            return fail(*error);
    terms.kind = isAmount ? DiscountKind::Amount : DiscountKind::Percent;
    terms.value = *value;
    terms.floor = floor->minor();
    if (isAmount || terms.floor > 0)
        terms.currency = *currency;
    terms.isStackable = !call.has("alone");
    terms.isPerTicket = call.has("each");
    terms.scope = *scope;
    terms.validFrom = *from;
    terms.validUntil = *until;
    terms.totalLimit = *total;
    terms.customerLimit = *each;
    return terms;
}

Answer addPromo(Call &call)
{
    if (call.has("amount") == call.has("percent"))
        return usage(translate("Ctl", "A code takes off either --percent or --amount."));
    if (call.has("type") && !call.has("event"))
        return usage(translate("Ctl", "--type needs the --event that it belongs to."));
    const auto office = call.open();
    if (!office)
        return failed(office.error());
    const auto terms = termsOf(call, **office);
    if (!terms)
        return failed(terms.error());
    const auto promo = (*office)->promos().add((*office)->system(), call.argument(0), *terms);
    if (!promo)
        return failed(promo.error());
    return Outcome{translate("Ctl", "The promo code %1 takes off %2.").arg(promo->code, plainText(terms->kind, terms->value, terms->currency.value_or(Currency()))),
                   promoJson({*promo}), {}};
}

Answer listPromos(Call &call)
{
    const auto office = call.openReading();
    if (!office)
        return failed(office.error());
    const auto promos = (*office)->promos().list();
    if (!promos)
        return failed(promos.error());
    QString text;
    QJsonArray codes;
    for (const PromoUse &use : *promos) {
        text += promoLine(use);
        codes.append(promoJson(use));
    }
    return Outcome{text.isEmpty() ? translate("Ctl", "There is no promo code yet; promo add makes one.") : text, {{QStringLiteral("codes"), codes}}, {}};
}

Answer showPromo(Call &call)
{
    const auto office = call.openReading();
    if (!office)
        return failed(office.error());
    const auto detail = (*office)->promos().show(call.argument(0));
    if (!detail)
        return failed(detail.error());
    QString text = promoLine(detail->use);
    QJsonArray orders;
    for (const PromoOrder &order : detail->orders) {
        text += translate("Ctl", "  %1  %2  total %3, taken off %4\n").arg(promoMoment(order.at), order.number, order.total.toString(), order.amount.toString());
        orders.append(QJsonObject{{QStringLiteral("order"), order.number}, {QStringLiteral("at"), promoMoment(order.at)},
                                  {QStringLiteral("total"), order.total.toString()}, {QStringLiteral("amount"), order.amount.toString()}});
    }
    QJsonObject json = promoJson(detail->use);
    json.insert(QStringLiteral("orders"), orders);
    return Outcome{text, json, {}};
}

Answer revokePromo(Call &call)
{
    const auto office = call.open();
    if (!office)
        return failed(office.error());
    const auto promo = (*office)->promos().revoke((*office)->system(), call.argument(0));
    if (!promo)
        return failed(promo.error());
    return Outcome{translate("Ctl", "Nobody can enter %1 any more; carts that have it keep it.").arg(promo->code), promoJson({*promo}), {}};
}

Verb promoVerb(const char *name, const QString &argument, const QString &summary, QList<QCommandLineOption> options, std::function<Answer(Call &)> run)
{
    return verbOf("promo", name, argument, summary, std::move(options), std::move(run));
}

} // namespace

std::vector<Verb> promoVerbs()
{
    const auto option = [](const char *name, const QString &about, const QString &value) { return QCommandLineOption(QLatin1String(name), about, value); };
    const QString code = QStringLiteral("CODE");
    const QString moment = translate("Ctl", "moment");
    const QList<QCommandLineOption> terms{
        option("percent", translate("Ctl", "Takes off so much of the price, like 10 or 12.5."), translate("Ctl", "n")),
        option("amount", translate("Ctl", "Takes off so much of the order, like 10.00."), translate("Ctl", "amount")),
        option("currency", translate("Ctl", "Of the amount and the floor; the venue's unless given."), translate("Ctl", "code")),
        option("floor", translate("Ctl", "No ticket becomes cheaper than this by the code."), translate("Ctl", "amount")),
        option("event", translate("Ctl", "Only for this event; may be repeated. All unless given."), translate("Ctl", "name")),
        option("date", translate("Ctl", "The day of the event; the next one unless given."), translate("Ctl", "day")),
        option("type", translate("Ctl", "Only for this ticket type of it; may be repeated."), translate("Ctl", "name")),
        option("from", translate("Ctl", "Valid from then on, like 2026-12-01 or 2026-12-01T18:00."), moment),
        option("until", translate("Ctl", "Valid before then."), moment),
        option("uses", translate("Ctl", "So many orders in all."), translate("Ctl", "n")),
        option("per-customer", translate("Ctl", "So many orders of one customer."), translate("Ctl", "n")),
        QCommandLineOption(QStringLiteral("each"), translate("Ctl", "The amount comes off each ticket, not off the order.")),
        QCommandLineOption(QStringLiteral("alone"), translate("Ctl", "Does not combine with other codes."))};
    return {promoVerb("add", code, translate("Ctl", "Make a promo code."), terms, addPromo),
            promoVerb("list", {}, translate("Ctl", "All promo codes, and how often they were used."), {}, listPromos),
            promoVerb("show", code, translate("Ctl", "A promo code with its orders."), {}, showPromo),
            promoVerb("revoke", code, translate("Ctl", "Let nobody enter it any more."), {}, revokePromo)};
}

} // namespace foyer::ctl
