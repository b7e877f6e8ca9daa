#include "ui/sell/livecounts.h"

namespace foyer {

LiveCounts::LiveCounts(Backend &backend, QObject *parent) : QObject(parent), m_backend(backend)
{
    connect(&backend.feed(), &LiveFeed::news, this, &LiveCounts::take);
    connect(&backend, &Backend::onlineChanged, this, [this](bool online) {
        if (online && m_missed)
            look();
    });
}

void LiveCounts::setOpen(EventId event, bool seated)
{
    m_open = event;
    m_seated = seated;
}

void LiveCounts::take(const FeedNews &news)
{
    if (news.everything || m_missed)
        look();
    // What arrives while a look is under way is newer or the same: it may be shown before, and again after it.
    if (!news.everything)
        Q_EMIT changed(news);
}

void LiveCounts::look()
{
    m_again = m_looking;
    if (m_events.empty() || m_looking)
        return;
    m_looking = true;
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
    m_backend.run(this, verb, [this](const Result<Counts> &counts) {
        m_looking = false;
        m_missed = !counts;
        if (counts)
            Q_EMIT counted(*counts);
        if (m_again)
            look();
    });
}

} // namespace foyer
