// LiveCounts: looks every second at what is left of the listed events and at who has which seat of the open one.
#pragma once

#include "ui/backend/backend.h"

#include <QtCore/QTimer>

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
    void start();
    void stop();

public Q_SLOTS:
    /// Looks now, or as soon as the answer to the last look is there.
    void look();

Q_SIGNALS:
    void counted(const foyer::LiveCounts::Counts &counts);

private:
    void restLater(Milliseconds spent);

    Backend &m_backend;
    QTimer m_timer;
    std::vector<EventId> m_events;
    EventId m_open;
    bool m_seated = false;
    bool m_active = false;
    bool m_looking = false;
    bool m_again = false;
};

} // namespace foyer
