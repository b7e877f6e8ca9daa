#include "core/services/eventrules.h"

#include "core/domain/inputtext.h"

#include <QtCore/QSet>

#include <algorithm>

namespace foyer::eventrules {

namespace {

constexpr Instant Latest{253'402'300'800'000}; ///< the year 10000
constexpr Milliseconds DoorsBefore{60 * 60'000};
constexpr Milliseconds EndsAfter{3 * 60 * 60'000};
constexpr Milliseconds ShortestLifetime{60'000};
constexpr Milliseconds LongestLifetime{24 * 60 * 60'000};
constexpr int MaxPerOrderLimit = 100'000;

tl::unexpected<Error> broken(const QString &what)
{
    return fail(ErrorCode::InvalidInput, {what});
}

QString named(const Event &event)
{
    return translate("Input", "the event \"%1\"").arg(event.name);
}

QString named(const Event &event, const QString &type)
{
    return translate("Input", "the ticket type \"%1\" of the event \"%2\"").arg(type, event.name);
}

bool isMoment(Instant at)
{
    return at.ms >= 0 && at < Latest;
}

Result<std::vector<PriceLevel>> checkedPrices(const NewTicketType &type, Currency currency, const QString &what)
{
    if (type.priceLevels.empty())
        return broken(translate("Input", "%1 has no price").arg(what));
    if (type.priceLevels.size() > MaxPriceLevels)
        return broken(translate("Input", "%1 has more than %2 prices").arg(what).arg(MaxPriceLevels));
    std::vector<PriceLevel> levels;
    QSet<QString> names;
    for (const NewPriceLevel &level : type.priceLevels) {
        if (!isName(level.name))
            return broken(translate("Input", "%1 has a price without a usable name").arg(what));
        if (names.contains(level.name))
            return broken(translate("Input", "%1 has two prices named \"%2\"").arg(what, level.name));
        names.insert(level.name);
        const QString price = translate("Input", "the price \"%1\" of %2").arg(level.name, what);
        if (const auto good = checkPrice(level.price, currency, price); !good)
            return fail(good.error());
        if (level.taxBasisPoints < 0 || level.taxBasisPoints > 10'000)
            return broken(translate("Input", "the tax rate of %1 is not between 0 and 100 percent").arg(price));
        levels.push_back({{}, level.name, level.price, level.taxBasisPoints});
    }
    return levels;
}

/// Capacity and kind of admission.
Result<void> admit(TicketType &made, const NewTicketType &type, const House::Plan *plan, const QString &what)
{
    if (type.capacity.has_value() == !type.categories.isEmpty())
        return broken(translate("Input", "%1 needs either a capacity or categories of the seating plan").arg(what));
    if (type.capacity) {
        if (*type.capacity < 0 || *type.capacity > MaxCapacity)
            return broken(translate("Input", "the capacity of %1 is not between 0 and %2").arg(what).arg(MaxCapacity));
        made.capacity = *type.capacity;
        return {};
    }
    if (!plan)
        return broken(translate("Input", "%1 has numbered seats, but the event has no seating plan").arg(what));
    made.admission = AdmissionKind::Seated;
    made.categories = type.categories;
    made.categories.sort();
    for (const QString &category : type.categories) {
        if (!plan->seats.contains(category))
            return broken(translate("Input", "%1 sells \"%2\", which is not a category with seats in the plan").arg(what, category));
        made.capacity += plan->seats.value(category);
    }
    return {};
}

Result<TicketType> checkedType(const NewTicketType &type, Currency currency, const House::Plan *plan, const QString &what)
{
    TicketType made;
    made.name = type.name;
    made.saleFrom = type.saleFrom;
    made.saleUntil = type.saleUntil;
    made.maxPerOrder = type.maxPerOrder;
    made.fee = type.fee.value_or(Money::zero(currency));
    if (const auto good = checkPrice(made.fee, currency, translate("Input", "the fee of %1").arg(what)); !good)
        return fail(good.error());
    if (type.maxPerOrder < 1 || type.maxPerOrder > MaxPerOrderLimit)
        return broken(translate("Input", "the limit per order of %1 is not between 1 and %2").arg(what).arg(MaxPerOrderLimit));
    if (type.saleFrom && type.saleUntil && *type.saleFrom >= *type.saleUntil)
        return broken(translate("Input", "the sale of %1 ends before it begins").arg(what));
    if (const auto admitted = admit(made, type, plan, what); !admitted)
        return fail(admitted.error());
    auto prices = checkedPrices(type, currency, what);
    if (!prices)
        return fail(prices.error());
    made.priceLevels = std::move(*prices);
    return made;
}

Result<void> checkTypes(Event &event, const NewEvent &wanted, Currency currency, const House::Plan *plan)
{
    if (wanted.ticketTypes.size() > MaxTicketTypes)
        return broken(translate("Input", "%1 has more than %2 ticket types").arg(named(event)).arg(MaxTicketTypes));
    QSet<QString> names;
    QSet<QString> categories;
    for (const NewTicketType &type : wanted.ticketTypes) {
        if (!isName(type.name))
            return broken(translate("Input", "%1 has a ticket type without a usable name").arg(named(event)));
        if (names.contains(type.name))
            return broken(translate("Input", "%1 has two ticket types named \"%2\"").arg(named(event), type.name));
        names.insert(type.name);
        for (const QString &category : type.categories) {
            if (categories.contains(category))
                return broken(translate("Input", "the category \"%1\" of %2 is sold twice").arg(category, named(event)));
            categories.insert(category);
        }
        auto made = checkedType(type, currency, plan, named(event, type.name));
        if (!made)
            return fail(made.error());
        made->number = int(event.ticketTypes.size()) + 1;
        event.ticketTypes.push_back(std::move(*made));
    }
    return {};
}

} // namespace

bool isName(const QString &text)
{
    const auto isControl = [](QChar c) { return c.category() == QChar::Other_Control; };
    return text.size() <= MaxNameLength && !text.trimmed().isEmpty() && std::none_of(text.begin(), text.end(), isControl);
}

Result<void> checkTexts(const Event &event)
{
    if (event.name.trimmed().isEmpty())
        return broken(translate("Input", "an event has no name"));
    if (!isName(event.name))
        return broken(translate("Input", "%1 has a name of more than one line or more than %2 letters")
                           .arg(named(event).left(80)).arg(MaxNameLength));
    if (event.description.size() > MaxDescriptionLength || event.description.contains(QChar(u'\0')))
        return broken(translate("Input", "%1 has a description that is too long or not text").arg(named(event)));
    return {};
}

Result<void> checkTimes(const Event &event)
{
    for (const Instant at : {event.startsAt, event.doorsAt, event.endsAt}) {
        if (!isMoment(at))
            return broken(translate("Input", "%1 has a date outside the years 1970 to 9999").arg(named(event)));
    }
    if (event.doorsAt > event.startsAt)
        return broken(translate("Input", "the doors of %1 open after it begins").arg(named(event)));
    if (event.endsAt < event.startsAt)
        return broken(translate("Input", "%1 ends before it begins").arg(named(event)));
    return {};
}

Result<void> checkPrice(Money price, Currency expected, const QString &what)
{
    if (price.currency() != expected)
        return broken(translate("Input", "%1 is in %2 but the venue sells in %3").arg(what, price.currency().code(), expected.code()));
    if (price.isNegative() || price.minor() > Money::MaxMinor)
        return broken(translate("Input", "%1 is not between 0 and %2").arg(what, Money(Money::MaxMinor, expected).toString()));
    return {};
}

Result<Event> checked(const NewEvent &wanted, const House &house)
{
    Event event;
    event.venue = wanted.venue;
    event.plan = wanted.plan;
    event.uid = wanted.uid;
    event.name = wanted.name.trimmed();
    event.description = wanted.description;
    event.startsAt = wanted.startsAt;
    event.doorsAt = wanted.doorsAt.value_or(wanted.startsAt - DoorsBefore);
    event.endsAt = wanted.endsAt.value_or(wanted.startsAt + EndsAfter);
    event.status = wanted.status;
    event.reservationLifetime = wanted.reservationLifetime;
    if (const auto texts = checkTexts(event); !texts)
        return fail(texts.error());
    if (const auto times = checkTimes(event); !times)
        return fail(times.error());
    if (!wanted.uid.isEmpty() && !isName(wanted.uid.left(MaxNameLength)))
        return broken(translate("Input", "%1 has an unusable calendar id").arg(named(event)));
    if (event.reservationLifetime < ShortestLifetime || event.reservationLifetime > LongestLifetime)
        return broken(translate("Input", "reservations of %1 do not last between one minute and one day").arg(named(event)));
    const auto venue = house.venues.constFind(event.venue);
    if (venue == house.venues.constEnd())
        return broken(translate("Input", "%1 has no venue that is known here").arg(named(event)));
    const auto plan = house.plans.constFind(event.plan);
    const bool known = plan != house.plans.constEnd();
    if (!event.plan.isNull() && (!known || plan->venue != event.venue))
        return broken(translate("Input", "the seating plan of %1 does not belong to its venue").arg(named(event)));
    event.orderFee = wanted.orderFee.value_or(Money::zero(venue->currency));
    if (const auto good = checkPrice(event.orderFee, venue->currency, translate("Input", "the fee of %1").arg(named(event))); !good)
        return fail(good.error());
    if (const auto types = checkTypes(event, wanted, venue->currency, known ? &*plan : nullptr); !types)
        return fail(types.error());
    return event;
}

} // namespace foyer::eventrules
