// LiveCounts: what is left of the listed events and who has which seat of the open one: looked at once as a whole, then kept
// up to date by what the feed tells.
#pragma once

#include "ui/backend/backend.h"
#include "ui/backend/livefeed.h"

namespace foyer {

class LiveCounts final : public QObject
{
    Q_OBJECT

public:
    struct Counts {
        std::vector<EventAvailability> availability;
        EventId open; ///< whose claims these are; null when none was open
        std::vector<SeatClaim> claims;
    };

    LiveCounts(Backend &backend, QObject *parent = nullptr);

    void setEvents(std::vector<EventId> events) { m_events = std::move(events); }
    /// `seated`: whether the claims are wanted too.
    void setOpen(EventId event, bool seated);

public Q_SLOTS:
    /// Looks at everything now, or as soon as the answer to the last look is there.
    void look();

Q_SIGNALS:
    void counted(const foyer::LiveCounts::Counts &counts);
    /// Only what changed since.
    void changed(const foyer::FeedNews &news);

private:
    void take(const FeedNews &news);

    Backend &m_backend;
    std::vector<EventId> m_events;
    EventId m_open;
    bool m_seated = false;
    bool m_looking = false;
    bool m_again = false;
    bool m_missed = false; ///< a look failed: the next sign of life makes another
};

} // namespace foyer
