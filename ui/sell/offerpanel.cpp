#include "ui/sell/offerpanel.h"

#include "ui/format.h"
#include "ui/seatmap/seatmapview.h"
#include "ui/sell/generaloffer.h"
#include "ui/sell/seatoffer.h"
#include "ui/theme/stylesheet.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/skeleton.h"

#include <QtCore/QEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QStackedLayout>

namespace foyer {
namespace {

/// Three prices without scrolling; the map gets the rest.
constexpr int MostBesideMap = 168;

} // namespace

OfferPanel::OfferPanel(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_name(new ElidedLabel(this))
    , m_when(new QLabel(this))
    , m_seats(new SeatOffer(theme, this))
    , m_general(new GeneralOffer(theme, this))
    , m_nothing(new EmptyState(theme, IconName::Seat, QString(), QString(), this))
    , m_offer(new QWidget(this))
    , m_skeleton(new Skeleton(theme, this))
    , m_stack(new QStackedLayout)
    , m_banner(new Banner(theme, this))
{
    setTextRole(m_name, TypeRole::Section);
    setTone(m_when, Tone::Muted);
    m_banner->setDismissable(true);
    m_banner->installEventFilter(this);

    auto *head = new QHBoxLayout;
    head->setSpacing(space::Medium);
    head->addWidget(m_name, 1);
    head->addWidget(m_when);
    auto *offer = new QVBoxLayout(m_offer);
    offer->setContentsMargins(0, 0, 0, 0);
    offer->setSpacing(space::Medium);
    offer->addWidget(m_seats, 1);
    offer->addWidget(m_general);
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(m_skeleton);
    m_stack->addWidget(m_offer);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::Small);
    layout->addLayout(head);
    layout->addLayout(m_stack, 1);
    retranslate();
}

void OfferPanel::retranslate()
{
    m_nothing->setText(tr("Choose an event on the left. Its seats and tickets are shown here."));
    showHeading();
}

void OfferPanel::showHeading()
{
    if (m_event.event.id.isNull())
        return;
    m_name->setText(m_event.event.name);
    m_when->setText(QStringLiteral("%1 · %2").arg(formatMoment(m_event.startsAt), m_event.venueName));
}

void OfferPanel::showLoading(const ListedEvent &event)
{
    m_event = event;
    m_ready = false;
    showHeading();
    m_banner->clear();
    m_stack->setCurrentWidget(m_skeleton);
}

void OfferPanel::open(const ListedEvent &event, std::optional<SeatingPlan> plan)
{
    m_event = event;
    m_ready = true;
    m_seats->setVisible(plan.has_value());
    if (plan)
        m_seats->open(event, std::move(*plan));
    m_general->open(event, !m_seats->isHidden());
    m_general->setVisible(!m_general->isEmpty());
    // Beside a map the steppers get what they need, up to a limit; alone they get everything.
    const int tall = std::min(m_general->sizeHint().height(), MostBesideMap);
    m_general->setMinimumHeight(m_seats->isHidden() ? 0 : tall);
    m_general->setMaximumHeight(m_seats->isHidden() ? QWIDGETSIZE_MAX : tall);
    showHeading();
    m_stack->setCurrentWidget(m_offer);
}

void OfferPanel::refresh(const ListedEvent &event, const std::vector<SeatClaim> &claims, const Cart &cart)
{
    m_event = event;
    if (!m_seats->isHidden())
        m_seats->setClaims(claims, cart.reservation());
    m_general->refresh(m_event, cart);
}

void OfferPanel::applyNews(const ListedEvent &event, const std::vector<SeatNews> &news, const Cart &cart)
{
    m_event = event;
    if (!m_seats->isHidden())
        m_seats->applyNews(news, cart.reservation());
    m_general->refresh(m_event, cart);
}

void OfferPanel::setCart(const Cart &cart)
{
    if (!m_ready)
        return;
    if (!m_seats->isHidden())
        m_seats->setMine(cart.reservation());
    m_general->refresh(m_event, cart);
}

void OfferPanel::focusOffer()
{
    if (!m_ready)
        return;
    if (!m_seats->isHidden())
        m_seats->map()->setFocus(Qt::ShortcutFocusReason);
    else
        m_general->focusFirst();
}

void OfferPanel::placeBanner()
{
    const int tall = std::max(m_banner->heightForWidth(width()), m_banner->sizeHint().height());
    const QWidget *map = m_seats->map();
    const int bottom = map->isVisible() ? map->mapTo(this, QPoint(0, map->height())).y() : height(); // beside the steppers, never over them
    m_banner->setGeometry(0, bottom - tall, width(), tall);
    m_banner->raise();
}

bool OfferPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_banner && (event->type() == QEvent::Show || event->type() == QEvent::LayoutRequest))
        placeBanner();
    return QWidget::eventFilter(watched, event);
}

void OfferPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeBanner();
}

void OfferPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace foyer
