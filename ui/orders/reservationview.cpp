#include "ui/orders/reservationview.h"

#include "ui/format.h"
#include "ui/pay/soldtext.h"
#include "ui/retranslation.h"
#include "ui/theme/stylesheet.h"

#include <QtWidgets/QLabel>
#include <QtWidgets/QVBoxLayout>

namespace foyer {
namespace {

QString reservedMoment(Instant at)
{
    return formatMoment(QDateTime::fromMSecsSinceEpoch(at.ms));
}

QString endText(const ReservationHit &hit)
{
    const Reservation &reservation = hit.reservation;
    if (reservation.state == ReservationState::Paying)
        return ReservationView::tr("being paid");
    if (hit.isLive)
        return ReservationView::tr("reserved until %1").arg(reservedMoment(reservation.expiresAt));
    return reservation.state == ReservationState::Released ? ReservationView::tr("given up") : ReservationView::tr("expired %1").arg(reservedMoment(reservation.expiresAt));
}

QString channelText(Channel channel)
{
    switch (channel) {
    case Channel::Counter:
        return ReservationView::tr("at the counter");
    case Channel::Web:
        return ReservationView::tr("in a web shop");
    case Channel::Door:
        return ReservationView::tr("at a door");
    }
    Q_UNREACHABLE();
}

} // namespace

ReservationView::ReservationView(QWidget *parent)
    : QWidget(parent), m_title(new QLabel(this)), m_state(new QLabel(this)), m_lines(new QLabel(this)), m_total(new QLabel(this))
{
    m_title->setObjectName(QStringLiteral("reservationTitle"));
    m_state->setObjectName(QStringLiteral("reservationState"));
    m_lines->setObjectName(QStringLiteral("reservationLines"));
    setTextRole(m_title, TypeRole::Section);
    setTextRole(m_total, TypeRole::Total);
    setTone(m_state, Tone::Muted);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::Medium);
    for (QLabel *label : {m_title, m_state, m_lines, m_total}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        layout->addWidget(label);
    }
    layout->addStretch();
    say(this, [this] { tell(); });
}

void ReservationView::present(const ReservationHit &hit)
{
    m_hit = hit;
    tell();
}

void ReservationView::tell()
{
    if (!m_hit)
        return;
    const Reservation &reservation = m_hit->reservation;
    m_title->setText(tr("Reservation, %1").arg(endText(*m_hit)));
    QStringList about{tr("Made %1 %2").arg(reservedMoment(reservation.createdAt), channelText(reservation.channel))};
    if (!m_hit->customer.isEmpty())
        about << m_hit->customer;
    m_state->setText(about.join(QStringLiteral(" · ")) + u'\n' + tr("No order came of it. Its number for the web shop is %1.").arg(reservation.id.toString()));
    m_lines->setText(cartText(reservation));
    m_total->setText(formatMoney(reservation.total(), MoneySign::Show));
}

QString reservationHitText(const ReservationHit &hit)
{
    const QStringList first{ReservationView::tr("Reservation"), ReservationView::tr("%n place(s)", nullptr, hit.reservation.places()), endText(hit)};
    QStringList second{hit.reservation.lines.front().eventName};
    if (!hit.customer.isEmpty())
        second << hit.customer;
    second << reservedMoment(hit.reservation.createdAt);
    return first.join(QStringLiteral(" · ")) + u'\n' + second.join(QStringLiteral(" · "));
}

} // namespace foyer
