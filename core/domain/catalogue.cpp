#include "core/domain/catalogue.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <array>

namespace foyer {

std::optional<Instant> earlier(std::optional<Instant> one, std::optional<Instant> other)
{
    return one && other ? std::min(*one, *other) : one ? one : other;
}

std::optional<Instant> Event::nextPrice(Instant after) const
{
    std::optional<Instant> next;
    for (const TicketType &type : ticketTypes)
        for (const PriceLevel &level : type.priceLevels)
            for (const PriceStep &step : level.steps)
                if (step.from > after)
                    next = earlier(next, step.from);
    return next;
}

Money PriceLevel::priceAt(Instant moment) const
{
    Money now = basePrice;
    for (const PriceStep &step : steps)
        if (step.from <= moment)
            now = step.price;
    return now;
}

namespace {

constexpr std::array<std::pair<EventStatus, const char *>, 4> Statuses{{
    {EventStatus::Draft, "draft"},
    {EventStatus::OnSale, "on_sale"},
    {EventStatus::Paused, "paused"},
    {EventStatus::Cancelled, "cancelled"},
}};

} // namespace

const TicketType *Event::type(TicketTypeId typeId) const
{
    const auto found = std::find_if(ticketTypes.begin(), ticketTypes.end(), [&](const auto &t) { return t.id == typeId; });
    return found == ticketTypes.end() ? nullptr : &*found;
}

const TicketType *Event::typeOfCategory(const QString &category) const
{
    const auto found = std::find_if(ticketTypes.begin(), ticketTypes.end(), [&](const auto &t) { return t.categories.contains(category); });
    return found == ticketTypes.end() ? nullptr : &*found;
}

QString statusName(EventStatus status)
{
    for (const auto &[value, name] : Statuses)
        if (value == status)
            return QLatin1String(name);
    return {};
}

Result<EventStatus> statusFromName(QStringView name)
{
    for (const auto &[value, text] : Statuses)
        if (name == QLatin1String(text))
            return value;
    return fail(ErrorCode::InvalidInput, {QCoreApplication::translate("Input", "\"%1\" is not an event status").arg(name.left(40))});
}

} // namespace foyer
