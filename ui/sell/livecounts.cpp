#include "ui/sell/livecounts.h"

#include <QtCore/QElapsedTimer>

namespace foyer {
namespace {

constexpr Milliseconds Pause{1'000};
/// Looking takes at most so much of the database's time: one part in ten.
constexpr int RestFactor = 10;

} // namespace

LiveCounts::LiveCounts(Backend &backend, QObject *parent) : QObject(parent), m_backend(backend)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &LiveCounts::look);
}

void LiveCounts::setOpen(EventId event, bool seated)
{
    m_open = event;
    m_seated = seated;
}

void LiveCounts::start()
{
    m_active = true;
    look();
}

void LiveCounts::stop()
{
    m_active = false;
    m_timer.stop();
}

void LiveCounts::look()
{
    m_again = m_looking;
    if (!m_active || m_looking)
        return;
    m_looking = true;
    m_timer.stop();
    QElapsedTimer spent;
    spent.start();
    const auto verb = [events = m_events, open = m_open, seated = m_seated](Desk &desk) -> Result<Counts> {
        auto availability = desk.office.inventory().availability(events);
        if (!availability)
            return fail(availability.error());
        Counts counts{std::move(*availability), open, {}};
        if (!seated || open.isNull())
            return counts;
        auto claims = desk.office.inventory().claims(open);
        if (!claims)
            return fail(claims.error());
        counts.claims = std::move(*claims);
        return counts;
    };
    m_backend.run(this, verb, [this, spent](const Result<Counts> &counts) {
        m_looking = false;
        if (counts && m_active)
            Q_EMIT counted(*counts);
        if (m_again)
            return look();
        restLater(Milliseconds(spent.elapsed()));
    });
}

void LiveCounts::restLater(Milliseconds spent)
{
    if (m_active)
        m_timer.start(std::max(Pause, RestFactor * spent));
}

} // namespace foyer
