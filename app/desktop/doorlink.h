// DoorLink: keeps a door's own database in touch with its centre while the window is open. Does nothing anywhere else.
#pragma once

#include "core/sync/doorclient.h"
#include "ui/doors/doornotice.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <memory>

namespace foyer {

class Backend;

class DoorLink final : public QObject
{
    Q_OBJECT

public:
    static constexpr Milliseconds Between{5'000};

    DoorLink(Backend &backend, QObject *parent = nullptr);

    /// Looks whether this database is a door's; if it is, everything goes on from here.
    void start();
    void setPause(Milliseconds between) { m_timer.setInterval(between); }

Q_SIGNALS:
    /// The centre was reached, and everything was sent and fetched.
    void synced();
    /// It was there, and refused; said once for each time. That it is out of reach is told by told().
    void failed(const QString &sentence);
    /// After each time, whatever came of it.
    void told(const foyer::DoorHealth &health);

private:
    void sync();
    void upload();
    void download();
    void takeGrants();
    void acknowledge();
    void finish();
    void post(const DoorStep &step, std::function<void()> then);
    void fail(const Error &error);
    void tell();

    Backend &m_backend;
    std::unique_ptr<DoorClient> m_client;
    QTimer m_timer; ///< until the next time
    bool m_isAway = false;
};

} // namespace foyer
