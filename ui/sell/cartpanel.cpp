#include "ui/sell/cartpanel.h"

#include "ui/exchange/exchangetext.h"
#include "ui/format.h"
#include "ui/sell/cartline.h"
#include "ui/theme/stylesheet.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"

#include <QtCore/QEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QStackedLayout>

namespace foyer {
namespace {

/// Places without a number stand in one line for each price.
QString wishKey(const ReservationLine &line)
{
    return line.seat.isNull() ? line.priceLevel.toString() : line.seat.toString();
}

} // namespace

CartPanel::CartPanel(const Theme &theme, Cart &cart, CountdownRing::Monotonic now, FindEvent findEvent, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_cart(cart)
    , m_findEvent(std::move(findEvent))
    , m_title(new QLabel(this))
    , m_count(new QLabel(this))
    , m_scroll(new QScrollArea(this))
    , m_lines(new QVBoxLayout)
    , m_nothing(new EmptyState(theme, IconName::Ticket, QString(), QString(), this))
    , m_stack(new QStackedLayout)
    , m_discounts(makeButton(QString(), ButtonRole::Quiet, this))
    , m_discount(new ElidedLabel(this))
    , m_feesLabel(new QLabel(this))
    , m_fees(new QLabel(this))
    , m_totalLabel(new QLabel(this))
    , m_total(new QLabel(this))
    , m_ring(new CountdownRing(theme, std::move(now), this))
    , m_pay(makeButton(QString(), ButtonRole::Pay, this))
    , m_free(makeButton(QString(), ButtonRole::Quiet, this))
    , m_empty(makeButton(QString(), ButtonRole::Quiet, this))
    , m_customer(makeButton(QString(), ButtonRole::Secondary, this))
    , m_park(makeButton(QString(), ButtonRole::Secondary, this))
    , m_parked(makeButton(QString(), ButtonRole::Quiet, this))
{
    setPanel(this);
    setTextRole(m_title, TypeRole::Strong);
    setTone(m_count, Tone::Muted);
    setTone(m_totalLabel, Tone::Muted);
    setTone(m_feesLabel, Tone::Muted);
    m_fees->setObjectName(QStringLiteral("fees"));
    setTextRole(m_total, TypeRole::Total);
    m_pay->setObjectName(QStringLiteral("pay"));
    m_free->setObjectName(QStringLiteral("freeOfCharge"));
    m_empty->setObjectName(QStringLiteral("emptyCart"));
    m_total->setObjectName(QStringLiteral("total"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(0);
    column->addLayout(m_lines);
    column->addStretch();
    m_scroll->setWidget(page);
    page->setAutoFillBackground(false);
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(m_scroll);

    auto *head = new QHBoxLayout;
    head->setSpacing(space::Small);
    head->addWidget(m_title);
    head->addWidget(m_count, 1);
    head->addWidget(m_empty);
    auto *fees = new QHBoxLayout;
    fees->addWidget(m_feesLabel, 1);
    fees->addWidget(m_fees);
    auto *sum = new QHBoxLayout;
    sum->addWidget(m_totalLabel, 1, Qt::AlignBaseline);
    sum->addWidget(m_total, 0, Qt::AlignBaseline);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::Medium, space::Tiny, space::Medium, space::Medium);
    layout->setSpacing(space::Small);
    layout->addLayout(head);
    layout->addWidget(m_parked);
    layout->addLayout(m_stack, 1);
    layout->addWidget(m_ring);
    layout->addLayout(makeSideButtons());
    layout->addLayout(makeDiscountRow());
    layout->addWidget(m_free);
    layout->addLayout(fees);
    layout->addLayout(sum);
    layout->addWidget(m_pay);

    connect(m_pay, &QPushButton::clicked, this, &CartPanel::payPressed);
    connect(m_free, &QPushButton::clicked, this, &CartPanel::freePressed);
    connect(m_empty, &QPushButton::clicked, &m_cart, &Cart::empty);
    connect(m_ring, &CountdownRing::expired, &m_cart, &Cart::expire);
    connect(&m_cart, &Cart::changed, this, &CartPanel::refresh);
    retranslate();
}

QLayout *CartPanel::makeSideButtons()
{
    m_customer->setObjectName(QStringLiteral("customer"));
    m_park->setObjectName(QStringLiteral("park"));
    m_parked->setObjectName(QStringLiteral("parked"));
    m_customer->setMinimumWidth(measure::Touch);
    m_customer->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::Small);
    row->addWidget(m_customer, 1);
    row->addWidget(m_park);
    connect(m_customer, &QPushButton::clicked, this, &CartPanel::customerPressed);
    connect(m_park, &QPushButton::clicked, this, &CartPanel::parkPressed);
    connect(m_parked, &QPushButton::clicked, this, &CartPanel::parkedPressed);
    return row;
}

QLayout *CartPanel::makeDiscountRow()
{
    m_discounts->setObjectName(QStringLiteral("discounts"));
    m_discount->setObjectName(QStringLiteral("discount"));
    m_discount->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *row = new QHBoxLayout;
    row->addWidget(m_discounts);
    row->addWidget(m_discount, 1);
    connect(m_discounts, &QPushButton::clicked, this, &CartPanel::discountsPressed);
    return row;
}

void CartPanel::showDiscount()
{
    const Money discount = m_cart.isEmpty() ? Money() : m_cart.reservation().discount();
    const QStringList waiting = m_cart.waitingCodes();
    QString text = discount.isPositive() ? formatMoney(-discount) : QString();
    if (!waiting.isEmpty())
        text = tr("%1 waits").arg(waiting.join(QStringLiteral(", "))) + (text.isEmpty() ? QString() : QStringLiteral("   ") + text);
    m_discount->setText(text);
    setTone(m_discount, waiting.isEmpty() ? Tone::Plain : Tone::Muted);
}

void CartPanel::setCustomerName(const QString &name)
{
    m_customerName = name;
    tellSideButtons();
}

void CartPanel::setCredit(std::optional<Money> credit)
{
    m_credit = credit;
    refresh();
}

/// Of a cart in another currency the pay page says why it cannot be.
void CartPanel::tellPay()
{
    const Reservation &reservation = m_cart.reservation();
    const bool isExchange = m_credit && !m_cart.isEmpty() && reservation.currency == m_credit->currency();
    m_pay->setText(isExchange ? exchangeVerbText(reservation.total() - *m_credit) : tr("Pay  F9"));
    m_pay->setAccessibleName(isExchange ? m_pay->text() : tr("Pay"));
}

void CartPanel::setParkedCount(int count)
{
    m_parkedCount = count;
    tellSideButtons();
}

void CartPanel::tellSideButtons()
{
    constexpr int Room = 150; // beside the Park button in the narrowest column
    const QString name = fontMetrics().elidedText(m_customerName, Qt::ElideRight, std::max(Room, m_customer->width() - 2 * space::Large));
    m_customer->setText(name.isEmpty() ? tr("Customer  F7") : name);
    m_customer->setAccessibleName(name.isEmpty() ? tr("Choose a customer") : tr("Customer: %1").arg(m_customerName));
    m_customer->setToolTip(m_customerName);
    m_customer->setEnabled(!m_cart.isEmpty());
    m_park->setText(tr("Park  F4"));
    m_park->setAccessibleName(tr("Park the cart"));
    m_park->setEnabled(!m_cart.isEmpty());
    m_parked->setVisible(m_parkedCount > 0);
    m_parked->setText(m_cart.isEmpty() ? tr("%n parked cart(s)   F4", nullptr, m_parkedCount) : tr("%n parked cart(s)   Shift+F4", nullptr, m_parkedCount));
}

void CartPanel::retranslate()
{
    m_title->setText(tr("Cart"));
    m_totalLabel->setText(tr("Total"));
    m_feesLabel->setText(tr("Booking fees"));
    m_discounts->setText(tr("Discount  F8"));
    m_discounts->setAccessibleName(tr("Promo codes and discounts"));
    m_nothing->setText(tr("Nothing is reserved yet. Click seats on the map or count tickets with + and −."));
    m_free->setText(tr("Free of charge…  ⇧F8"));
    m_free->setAccessibleName(tr("Give the tickets free of charge"));
    tellPay();
    m_empty->setText(tr("Empty"));
    m_empty->setAccessibleName(tr("Empty the cart"));
    refresh();
}

void CartPanel::refresh()
{
    const Reservation &reservation = m_cart.reservation();
    const bool empty = m_cart.isEmpty();
    showLines();
    m_stack->setCurrentWidget(empty ? static_cast<QWidget *>(m_nothing) : m_scroll);
    m_count->setText(empty ? QString() : tr("%n ticket(s)", nullptr, reservation.places()));
    m_total->setText(empty ? formatMoney(Money::zero(reservation.currency), MoneySign::Show) : formatMoney(reservation.total(), MoneySign::Show));
    showDiscount();
    const Money fees = empty ? Money() : reservation.fees();
    m_fees->setText(formatMoney(fees));
    for (QLabel *label : {m_feesLabel, m_fees})
        label->setVisible(fees.isPositive());
    setTone(m_total, empty ? Tone::Muted : Tone::Plain);
    m_pay->setEnabled(!empty);
    m_free->setEnabled(!empty);
    m_free->setVisible(!m_credit);
    tellPay();
    m_empty->setEnabled(!empty);
    tellSideButtons();
    showCountdown();
}

void CartPanel::showLines()
{
    std::vector<EventId> order;
    QHash<EventId, std::vector<ReservationLine>> byEvent;
    for (const ReservationLine &line : m_cart.reservation().lines) {
        if (!byEvent.contains(line.event))
            order.push_back(line.event);
        byEvent[line.event].push_back(line);
    }
    // What is on the screen stays where it is: groups and lines come and go singly.
    std::erase_if(m_groups, [&](auto &entry) {
        if (byEvent.contains(entry.first))
            return false;
        delete entry.second.heading;
        for (const auto &[key, line] : entry.second.lines)
            delete line;
        return true;
    });
    for (const EventId event : order) {
        auto found = std::find_if(m_groups.begin(), m_groups.end(), [&](const auto &entry) { return entry.first == event; });
        if (found == m_groups.end())
            found = m_groups.insert(m_groups.end(), {event, Group{new ElidedLabel(this), {}}});
        showGroup(found->second, event, byEvent[event]);
    }
    while (m_lines->count() > 0)
        delete m_lines->takeAt(0);
    for (const auto &[event, group] : m_groups) {
        m_lines->addWidget(group.heading);
        for (const auto &[key, line] : group.lines)
            m_lines->addWidget(line);
    }
}

void CartPanel::showGroup(Group &group, EventId eventId, const std::vector<ReservationLine> &lines)
{
    const ListedEvent *event = m_findEvent(eventId);
    QString heading = lines.front().eventName;
    if (event)
        heading = QStringLiteral("%1 · %2").arg(formatMoment(event->startsAt), heading);
    group.heading->setText(heading);
    group.heading->setFixedHeight(28);
    setTone(group.heading, Tone::Muted);

    std::vector<std::pair<QString, std::vector<ReservationLine>>> wanted;
    for (const ReservationLine &line : lines) {
        auto found = std::find_if(wanted.begin(), wanted.end(), [&](const auto &entry) { return entry.first == wishKey(line); });
        if (found == wanted.end())
            found = wanted.insert(wanted.end(), {wishKey(line), {}});
        found->second.push_back(line);
    }
    std::erase_if(group.lines, [&](const auto &shown) {
        const bool kept = std::any_of(wanted.begin(), wanted.end(), [&](const auto &entry) { return entry.first == shown.first; });
        if (!kept)
            shown.second->deleteLater();
        if (!kept)
            shown.second->hide();
        return !kept;
    });
    for (const auto &[key, part] : wanted) {
        auto found = std::find_if(group.lines.begin(), group.lines.end(), [&](const auto &entry) { return entry.first == key; });
        if (found == group.lines.end())
            found = group.lines.insert(group.lines.end(), {key, makeLine()});
        found->second->setLines(part, event ? event->event.type(part.front().ticketType) : nullptr);
    }
}

CartLine *CartPanel::makeLine()
{
    auto *line = new CartLine(m_theme, this);
    connect(line, &CartLine::removed, &m_cart, &Cart::remove);
    connect(line, &CartLine::levelChosen, &m_cart, &Cart::setPriceLevel);
    return line;
}

void CartPanel::showCountdown()
{
    if (m_cart.isEmpty()) {
        m_counting.reset();
        m_ring->stop();
        return;
    }
    const Reservation &reservation = m_cart.reservation();
    const std::pair now{reservation.id, reservation.expiresAt};
    if (m_counting == now)
        return;
    m_counting = now;
    m_ring->start(reservation.lifetime, m_cart.left(), QDateTime::fromMSecsSinceEpoch(reservation.expiresAt.ms).time());
}

void CartPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace foyer
