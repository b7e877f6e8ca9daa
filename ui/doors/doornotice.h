// DoorNotice: the band of a door that works without the box office: what still works, what is left to sell here, what waits to be sent.
#pragma once

#include <QtCore/QDateTime>
#include <QtCore/QObject>

#include <optional>

namespace foyer {

class Banner;

/// How a door stands with its box office.
struct DoorHealth {
    bool isAway = false;     ///< it could not be reached the last time
    qint64 places = 0;       ///< left to sell here
    qint64 sales = 0;        ///< that wait to be sent
    qint64 records = 0;      ///< of anything that waits
    std::optional<QDateTime> heard; ///< when the box office was heard last
    qint64 nextTrySeconds = 0;
    qint64 clockOffMinutes = 0; ///< this machine's clock is ahead by so much
};

class DoorNotice final : public QObject
{
    Q_OBJECT

public:
    /// The banner is hidden until a door has something to say.
    DoorNotice(Banner &banner, QObject *parent);

    void show(const DoorHealth &health);
    /// Says it again, in the present language.
    void refresh();

    /// The whole sentence.
    static QString text(const DoorHealth &health);

private:
    Banner &m_banner;
    std::optional<DoorHealth> m_health;
};

} // namespace foyer
