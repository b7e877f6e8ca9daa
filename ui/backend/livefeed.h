// LiveFeed: the change feed as signals of the window's thread. Reads on a thread and a connection of its own: at once when
// something was committed here or another program hints at a change, and more than once a second in any case.
#pragma once

#include "core/services/changefeed.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <memory>

namespace foyer {

struct BoxOfficeConfig;

/// Hints only make it fast; the cursor makes it right. After whatever interruption it goes on from its cursor.
class LiveFeed final : public QObject
{
    Q_OBJECT

public:
    /// A look at the ends of the chains, for changes that nobody hinted at, and a sign of life.
    static constexpr Milliseconds Poll{750};
    /// Hints are sent and followed at most ten times a second.
    static constexpr Milliseconds Between{100};
    /// Without a sign of life for so long, the connection is given up.
    static constexpr Milliseconds Patience{6'000};
    /// While the database is away, pauses grow up to this.
    static constexpr Milliseconds LongestPause{15'000};

    LiveFeed(const BoxOfficeConfig &config, QObject *parent);
    ~LiveFeed() override;

    /// From the present end of the journal; what is shown should be read as a whole then.
    void start();
    /// Something was committed by this program: others are told, and the feed is read.
    void tellOthers();
    /// Reads the feed now: the database is back.
    void look();

Q_SIGNALS:
    /// Never empty. The first one says `everything`.
    void news(const foyer::FeedNews &news);
    /// The feed could not be read.
    void failed();

private:
    struct Room;

    void makeRoom();
    void take(const FeedNews &news);
    void checkLife();

    std::unique_ptr<BoxOfficeConfig> m_config;
    Room *m_room = nullptr; ///< lives on its own thread
    std::optional<FeedCursor> m_cursor;
    QTimer m_watch;
    QElapsedTimer m_sinceLife;
};

} // namespace foyer
