#include "ui/doors/doornotice.h"

#include "ui/format.h"
#include "ui/widgets/banner.h"

namespace foyer {

namespace {

constexpr qint64 ToleratedMinutes = 2;

} // namespace

DoorNotice::DoorNotice(Banner &banner, QObject *parent) : QObject(parent), m_banner(banner)
{
    m_banner.setDismissable(false);
}

void DoorNotice::show(const DoorHealth &health)
{
    m_health = health;
    refresh();
}

void DoorNotice::refresh()
{
    if (!m_health)
        return;
    const bool isFine = !m_health->isAway && std::abs(m_health->clockOffMinutes) < ToleratedMinutes;
    const QString said = text(*m_health);
    if (said != m_banner.message())
        m_banner.showMessage(isFine ? Tone::Accent : Tone::Warn, said);
}

QString DoorNotice::text(const DoorHealth &health)
{
    QStringList said;
    const QString heard = health.heard ? formatMoment(*health.heard) : tr("never");
    if (health.isAway)
        said << tr("The box office is out of reach; it was heard at %1. You can go on scanning, and selling what is left here, for cash or on a card machine of its own.").arg(heard);
    said << tr("%n place(s) left to sell here.", nullptr, int(health.places));
    if (health.sales > 0)
        said << tr("%n sale(s) wait to be sent.", nullptr, int(health.sales));
    else if (health.records > 0)
        said << tr("What happened here waits to be sent.");
    if (!health.isAway)
        said << tr("The box office was heard at %1.").arg(heard);
    else
        said << tr("Foyer tries again in %n second(s).", nullptr, int(health.nextTrySeconds));
    if (std::abs(health.clockOffMinutes) >= ToleratedMinutes)
        said << tr("The clock of this machine is %n minute(s) off; set it right.", nullptr, int(std::abs(health.clockOffMinutes)));
    return said.join(u' ');
}

} // namespace foyer
