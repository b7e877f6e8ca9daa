#include "ui/backend/livefeed.h"

#include "ui/backend/databaseroom.h"

namespace foyer {

/// The feed's thread: its box office, which only reads, and when to look next.
struct LiveFeed::Room final : DatabaseRoom {
    Room(LiveFeed *owner, const BoxOfficeConfig &from, std::optional<FeedCursor> since);

    void begin();
    void close() override;
    /// At once, or as soon as the last look is long enough ago.
    void lookSoon(bool hint);
    void look();
    Result<FeedNews> read();
    void restUntil(const FeedNews &news);

    LiveFeed *feed;
    BoxOfficeConfig config;
    std::optional<FeedCursor> cursor;
    std::unique_ptr<BoxOffice> office;
    std::unique_ptr<QTimer> timer;
    QElapsedTimer sinceLook;
    bool owesHint = false;
    bool soon = false;
    Milliseconds pause{0}; ///< while the database is away
};

LiveFeed::Room::Room(LiveFeed *owner, const BoxOfficeConfig &from, std::optional<FeedCursor> since)
    : DatabaseRoom(QStringLiteral("feed"), owner), feed(owner), config(from), cursor(std::move(since))
{
    config.givenUp = givenUp();
}

void LiveFeed::Room::begin()
{
    timer = std::make_unique<QTimer>();
    timer->setSingleShot(true);
    timer->setTimerType(Qt::PreciseTimer);
    QObject::connect(timer.get(), &QTimer::timeout, this, &Room::look);
    look();
}

void LiveFeed::Room::close()
{
    timer.reset();
    office.reset();
}

void LiveFeed::Room::lookSoon(bool hint)
{
    owesHint = owesHint || hint;
    if (!timer || std::exchange(soon, true))
        return;
    const Milliseconds since(sinceLook.isValid() ? sinceLook.elapsed() : Between.count());
    timer->start(std::max(Milliseconds(0), Between - since));
}

void LiveFeed::Room::look()
{
    soon = false;
    sinceLook.start();
    auto news = read();
    if (!news) {
        send([feed = feed] {
            feed->m_sinceLife.start();
            Q_EMIT feed->failed();
        });
        timer->start(pause = std::clamp(2 * pause, Poll, LongestPause));
        return;
    }
    pause = Milliseconds(0);
    if (std::exchange(owesHint, false))
        (void)office->tellOthers(); // lost hints are made up for by everybody's poll
    cursor = news->cursor;
    restUntil(*news);
    send([feed = feed, news = std::move(*news)] { feed->take(news); });
}

Result<FeedNews> LiveFeed::Room::read()
{
    if (!office) {
        auto opened = BoxOffice::openReading(config);
        if (!opened)
            return fail(opened.error());
        office = std::move(*opened);
        if (const auto listening = office->listen([this] { lookSoon(false); }); !listening) {
            office.reset();
            return fail(listening.error());
        }
    }
    if (cursor)
        return office->changes().since(*cursor);
    auto here = office->changes().here();
    if (!here)
        return fail(here.error());
    FeedNews first;
    first.cursor = std::move(*here);
    first.everything = true;
    return first;
}

void LiveFeed::Room::restUntil(const FeedNews &news)
{
    // An expiry is looked at when it is over, not a moment before.
    const Milliseconds expiry = news.untilExpiry ? *news.untilExpiry + Milliseconds(1) : Poll;
    timer->start(std::clamp(expiry, Milliseconds(1), Poll));
}

LiveFeed::LiveFeed(const BoxOfficeConfig &config, QObject *parent) : QObject(parent), m_config(std::make_unique<BoxOfficeConfig>(config))
{
    // Of several hosts the one that is written to: a standby knows later, and lets nobody listen.
    DatabaseUrl &url = m_config->url;
    if (url.kind == DatabaseUrl::Kind::Postgres && url.hosts.contains(u','))
        url.options += QLatin1String(url.options.isEmpty() ? "" : ";") + QStringLiteral("target_session_attrs=read-write");
    connect(&m_watch, &QTimer::timeout, this, &LiveFeed::checkLife);
}

LiveFeed::~LiveFeed()
{
    if (m_room)
        DatabaseRoom::end(m_room, Patience);
}

void LiveFeed::start()
{
    if (m_room)
        return;
    makeRoom();
    if (m_config->url.kind == DatabaseUrl::Kind::Postgres)
        m_watch.start(Poll);
}

void LiveFeed::makeRoom()
{
    m_sinceLife.start();
    m_room = new Room(this, *m_config, m_cursor);
    m_room->post([room = m_room] { room->begin(); });
}

void LiveFeed::tellOthers()
{
    if (m_room)
        m_room->post([room = m_room] { room->lookSoon(true); });
}

void LiveFeed::look()
{
    if (m_room)
        m_room->post([room = m_room] { room->lookSoon(false); });
}

void LiveFeed::take(const FeedNews &news)
{
    m_sinceLife.start();
    m_cursor = news.cursor;
    if (!news.isEmpty())
        Q_EMIT this->news(news);
}

void LiveFeed::checkLife()
{
    // Opening has a time limit of its own, of five seconds a host.
    if (m_sinceLife.elapsed() < 2 * Patience.count())
        return;
    DatabaseRoom::abandon(std::exchange(m_room, nullptr));
    makeRoom();
}

} // namespace foyer
