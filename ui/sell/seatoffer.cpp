#include "ui/sell/seatoffer.h"

#include "ui/format.h"
#include "ui/frame/keyhelp.h"
#include "ui/seatmap/seatlegend.h"
#include "ui/seatmap/seatmapview.h"
#include "ui/seatmap/seatsprites.h"
#include "ui/sell/seatchoice.h"
#include "ui/theme/stylesheet.h"
#include "ui/widgets/stepper.h"

#include <QtGui/QPainter>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

namespace foyer {
namespace {

constexpr int MostAtOnce = 20;
const QString AccessibleKey = QStringLiteral("accessible");

QIcon dot(const QColor &color)
{
    QPixmap pixmap(32, 32);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(4, 4, 24, 24);
    return pixmap;
}

SeatState stateOf(const SeatClaim &claim, ReservationId mine)
{
    switch (claim.state) {
    case ClaimState::Held:
        return claim.reservation == mine ? SeatState::Free : SeatState::HeldByOther;
    case ClaimState::Sold:
        return SeatState::Sold;
    case ClaimState::Killed:
        return SeatState::Killed;
    case ClaimState::House:
        return SeatState::House;
    }
    Q_UNREACHABLE();
}

} // namespace

SeatOffer::SeatOffer(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_map(new SeatMapView(theme, m_model, this))
    , m_legend(new SeatLegend(theme, m_model, this))
    , m_category(new QComboBox(this))
    , m_level(new QComboBox(this))
    , m_bestLabel(new QLabel(this))
    , m_count(new Stepper(QString(), this))
    , m_find(makeButton(QString(), ButtonRole::Secondary, this))
{
    m_find->setObjectName(QStringLiteral("findSeats"));
    m_category->setObjectName(QStringLiteral("category"));
    m_count->setRange(1, MostAtOnce);
    m_count->setValue(2);
    m_category->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_category->setMinimumContentsLength(8);
    m_model.setFormatter([this](int seat) { return describe(seat); });

    auto *bar = new QHBoxLayout;
    bar->setSpacing(space::Small);
    bar->addWidget(m_category, 1);
    bar->addWidget(m_level);
    bar->addSpacing(space::Small);
    bar->addWidget(m_bestLabel);
    bar->addWidget(m_count);
    bar->addWidget(m_find);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::Small);
    layout->addLayout(bar);
    layout->addWidget(m_map, 1);
    layout->addWidget(m_legend);
    describeKeys(m_map, {{QT_TRANSLATE_NOOP("Keys", "Arrows, Space"), QT_TRANSLATE_NOOP("Keys", "walk over the seats, take or give back a seat")},
                         {"+  −  0", QT_TRANSLATE_NOOP("Keys", "on the map: larger, smaller, everything")}});
    setTabOrder(m_map, m_category);
    setTabOrder(m_category, m_level);
    setTabOrder(m_level, m_count);
    setTabOrder(m_count, m_find);

    connect(m_map, &SeatMapView::seatActivated, this, [this](int seat) { activate({seat}); });
    connect(m_map, &SeatMapView::seatsActivated, this, &SeatOffer::activate);
    connect(m_find, &QPushButton::clicked, this, &SeatOffer::find);
    connect(&theme, &Theme::changed, this, &SeatOffer::fillCategories);
    retranslate();
}

void SeatOffer::retranslate()
{
    m_bestLabel->setText(tr("Best"));
    m_count->setWhat(tr("Seats side by side"));
    m_find->setText(tr("Find"));
    m_find->setAccessibleName(tr("Find the best seats"));
    m_category->setAccessibleName(tr("Category"));
    m_level->setAccessibleName(tr("Price"));
    m_map->setAccessibleName(tr("Seat map"));
    fillCategories();
}

void SeatOffer::open(const Event &event, SeatingPlan plan)
{
    m_event = event;
    m_indexOf.clear();
    for (size_t seat = 0; seat < plan.seats.size(); ++seat)
        m_indexOf.insert(plan.seats[seat].id, int(seat));
    m_base.assign(plan.seats.size(), SeatState::NotForSale);
    m_isMine.assign(plan.seats.size(), false);
    m_model.setPlan(std::move(plan));
    fillCategories();
    fillLevels();
}

std::vector<const TicketType *> SeatOffer::seatedTypes() const
{
    std::vector<const TicketType *> types;
    for (const TicketType &type : m_event.ticketTypes)
        if (type.admission == AdmissionKind::Seated)
            types.push_back(&type);
    return types;
}

void SeatOffer::fillCategories()
{
    const QString before = m_category->currentData().toString();
    m_category->clear();
    m_category->addItem(tr("Any category"), QString());
    for (const TicketType *type : seatedTypes()) {
        const Money price = levelFor(*type)->price;
        QIcon mark;
        for (const PriceZone &zone : m_model.priceZones())
            if (type->categories.contains(zone.name) && mark.isNull())
                mark = dot(zoneTint(zone.color, m_theme.tokens()));
        m_category->addItem(mark, tr("%1 · %2").arg(type->name, formatMoney(price)), type->id.toString());
    }
    const auto &seats = m_model.plan().seats;
    if (std::any_of(seats.begin(), seats.end(), [](const PlanSeat &seat) { return seat.accessible; }))
        m_category->addItem(tr("Accessible seats"), AccessibleKey);
    m_category->setCurrentIndex(qMax(0, m_category->findData(before)));
}

void SeatOffer::fillLevels()
{
    m_level->clear();
    for (const TicketType *type : seatedTypes())
        for (const PriceLevel &level : type->priceLevels)
            if (m_level->findText(level.name) < 0)
                m_level->addItem(level.name);
    m_level->setVisible(m_level->count() > 1);
}

const PriceLevel *SeatOffer::levelFor(const TicketType &type) const
{
    for (const PriceLevel &level : type.priceLevels)
        if (level.name == m_level->currentText())
            return &level;
    return &type.priceLevels.front();
}

void SeatOffer::setClaims(const std::vector<SeatClaim> &claims, const Reservation &mine)
{
    const auto &seats = m_model.plan().seats;
    QHash<QString, SeatState> byCategory;
    for (const PlanCategory &category : m_model.plan().categories)
        byCategory.insert(category.name, m_event.typeOfCategory(category.name) ? SeatState::Free : SeatState::NotForSale);
    for (size_t seat = 0; seat < seats.size(); ++seat)
        m_base[seat] = byCategory.value(seats[seat].category, SeatState::NotForSale);
    for (const SeatClaim &claim : claims)
        if (const int seat = m_indexOf.value(claim.seat, -1); seat >= 0)
            m_base[size_t(seat)] = stateOf(claim, mine.id);
    setMine(mine);
}

void SeatOffer::setMine(const Reservation &mine)
{
    m_isMine.assign(m_base.size(), false);
    for (const ReservationLine &line : mine.lines)
        if (const int seat = line.event == m_event.id ? m_indexOf.value(line.seat, -1) : -1; seat >= 0)
            m_isMine[size_t(seat)] = true;
    refresh();
}

void SeatOffer::refresh()
{
    std::vector<SeatState> states = m_base;
    for (size_t seat = 0; seat < states.size(); ++seat)
        if (m_isMine[seat])
            states[seat] = SeatState::Mine;
    m_model.setAllStates(states);
}

void SeatOffer::activate(const QList<int> &seats)
{
    QList<int> free;
    std::vector<SeatId> mine;
    for (const int seat : seats) {
        if (m_model.state(seat) == SeatState::Free || m_model.state(seat) == SeatState::House)
            free << seat;
        else if (m_model.state(seat) == SeatState::Mine)
            mine.push_back(m_model.plan().seats[size_t(seat)].id);
    }
    if (!free.isEmpty())
        Q_EMIT wanted(wishesFor(free));
    else if (!mine.empty())
        Q_EMIT givenBack(mine);
    else if (!seats.isEmpty())
        Q_EMIT hint(tr("This seat cannot be sold: %1.").arg(describe(seats.first())));
}

void SeatOffer::find()
{
    const QString key = m_category->currentData().toString();
    if (key == AccessibleKey) {
        const QList<int> seats = accessibleGroup(m_model, m_count->value());
        if (seats.isEmpty())
            Q_EMIT hint(tr("There is no accessible seat with so many free seats beside it. Ask for fewer."));
        else
            Q_EMIT wanted(wishesFor(seats));
        return;
    }
    std::vector<TicketTypeId> types;
    for (const TicketType *type : seatedTypes())
        if (key.isEmpty() || type->id.toString() == key)
            types.push_back(type->id);
    Q_EMIT bestWanted(types, m_count->value());
}

QList<int> SeatOffer::alternatives(const std::vector<ReserveLine> &wishes) const
{
    for (const ReserveLine &wish : wishes)
        if (const int seat = wish.event == m_event.id ? m_indexOf.value(wish.seat, -1) : -1; seat >= 0)
            return nearestFree(m_model, seat, int(wishes.size()));
    return {};
}

std::vector<ReserveLine> SeatOffer::wishesFor(const QList<int> &seats) const
{
    std::vector<ReserveLine> wishes;
    for (const int seat : seats) {
        const PlanSeat &place = m_model.plan().seats[size_t(seat)];
        if (const TicketType *type = m_event.typeOfCategory(place.category))
            wishes.push_back({m_event.id, levelFor(*type)->id, place.id, 1});
    }
    return wishes;
}

std::vector<ReserveLine> SeatOffer::wishesFor(const std::vector<SeatId> &seats) const
{
    QList<int> indexes;
    for (const SeatId seat : seats)
        if (const int index = m_indexOf.value(seat, -1); index >= 0)
            indexes << index;
    return wishesFor(indexes);
}

QString SeatOffer::spoken(const QList<int> &seats) const
{
    QStringList names;
    for (const int seat : seats)
        names << m_model.plan().seats[size_t(seat)].label.spoken();
    return names.join(QStringLiteral(", "));
}

QString SeatOffer::describe(int seat) const
{
    const PlanSeat &place = m_model.plan().seats[size_t(seat)];
    QStringList parts{place.label.spoken()};
    if (const TicketType *type = m_event.typeOfCategory(place.category))
        parts << QStringLiteral("%1 %2").arg(type->name, formatMoney(levelFor(*type)->price, MoneySign::Show));
    if (place.accessible)
        parts << tr("accessible");
    parts << SeatMapModel::stateName(m_model.state(seat));
    return parts.join(QStringLiteral(" · "));
}

void SeatOffer::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace foyer
