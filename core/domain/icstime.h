// Times of iCalendar files as moments: UTC, zones by any name they go by, and times of the venue.
#pragma once

#include "core/base/clock.h"

#include <QtCore/QHash>
#include <QtCore/QTimeZone>

#include <libical/ical.h>

#include <memory>
#include <optional>
#include <vector>

namespace foyer {

struct IcalDelete {
    void operator()(icalcomponent *component) const { icalcomponent_free(component); }
    void operator()(icaltimezone *zone) const { icaltimezone_free(zone, 1); }
};
using IcalComponent = std::unique_ptr<icalcomponent, IcalDelete>;
using IcalZone = std::unique_ptr<icaltimezone, IcalDelete>;

/// Null when the text is no component.
IcalComponent parseComponent(const QByteArray &text);

class IcsTimes
{
public:
    explicit IcsTimes(const QTimeZone &venue) : m_venue(venue) {}

    /// A VTIMEZONE of the file, for TZIDs that nobody else knows.
    void add(const QByteArray &vtimezone);

    bool knows(const QString &tzid);
    /// A date is 00:00 of the zone. `tzid` must be known, or empty for the venue's zone; it is ignored in UTC times.
    Instant instant(const icaltimetype &time, const QString &tzid);
    /// The wall clock's time in the zone, without a zone of its own.
    icaltimetype wall(Instant at, const QString &tzid);

private:
    const QTimeZone &zone(const QString &tzid);
    icaltimezone *ownZone(const QString &tzid) const;

    QTimeZone m_venue;
    QHash<QString, QTimeZone> m_zones; ///< invalid when the name means nothing to Qt
    std::vector<std::pair<QString, IcalZone>> m_own;
};

} // namespace foyer
