#include "ui/frame/offlinenotice.h"

#include "ui/backend/backend.h"
#include "ui/format.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/statusstrip.h"

#include <QtCore/QDateTime>

namespace foyer {

OfflineNotice::OfflineNotice(Backend &backend, Banner &banner, StatusStrip &strip, QObject *parent)
    : QObject(parent), m_backend(backend), m_banner(banner), m_strip(strip)
{
    connect(&backend, &Backend::onlineChanged, this, &OfflineNotice::setOnline);
    connect(&backend, &Backend::slowChanged, this, [this](bool slow) {
        if (m_backend.isOnline())
            m_strip.setConnection(slow ? Connection::Slow : Connection::Online);
    });
    connect(&banner, &Banner::actionTriggered, &backend, &Backend::tryNow);
    connect(&m_second, &QTimer::timeout, this, &OfflineNotice::refresh);
}

void OfflineNotice::setOnline(bool online)
{
    m_strip.setVisible(online);
    m_strip.setConnection(online ? Connection::Online : Connection::Offline);
    if (online) {
        m_second.stop();
        m_banner.clear();
        return;
    }
    m_since = QDateTime::fromMSecsSinceEpoch(m_backend.clock().now().ms).time();
    m_second.start(std::chrono::seconds(1));
    refresh();
}

void OfflineNotice::refresh()
{
    if (m_backend.isOnline())
        return;
    const int seconds = int((m_backend.untilNextTry().count() + 999) / 1000);
    const QString again = seconds > 0 ? tr("Foyer tries again in %n second(s).", nullptr, seconds) : tr("Foyer is trying again.");
    const QString text = tr("The database has not answered since %1. Events and seats can be looked at as they were then, and your cart is kept. "
                            "Nothing can be reserved or paid until it is back; what is sold is safe.").arg(formatTime(m_since));
    m_banner.showMessage(Tone::Warn, text + u' ' + again, tr("Try now"));
}

} // namespace foyer
