#include "app/ctl/moment.h"

#include "core/domain/inputtext.h"
#include "core/domain/localtime.h"

namespace foyer::ctl {

Result<QTimeZone> houseZone(BoxOffice &office)
{
    const auto venues = office.catalogue().venues();
    if (!venues)
        return fail(venues.error());
    return venues->empty() ? QTimeZone::systemTimeZone() : venues->front().timeZone;
}

Result<std::optional<Instant>> momentOf(Call &call, const char *option, const QTimeZone &zone)
{
    if (!call.has(option))
        return std::optional<Instant>();
    const QString text = call.value(option);
    const QDateTime read = QDateTime::fromString(text, Qt::ISODate);
    const auto moment = read.isValid() ? localInstant(read.date(), read.time(), zone) : std::nullopt;
    if (!moment)
        return fail(ErrorCode::InvalidInput, {translate("Ctl", "--%1 is a moment like 2026-12-01 or 2026-12-01T18:00, not \"%2\"").arg(QLatin1String(option), text.left(40))});
    return moment;
}

} // namespace foyer::ctl
