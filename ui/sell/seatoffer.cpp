#include "ui/sell/seatoffer.h"

#include "ui/format.h"
#include "ui/frame/keyhelp.h"
#include "ui/seatmap/seatlegend.h"
#include "ui/seatmap/seatmapview.h"
#include "ui/seatmap/seatsprites.h"
#include "ui/sell/bestbar.h"
#include "ui/sell/blockbar.h"
#include "ui/sell/holds.h"
#include "ui/sell/mapmenu.h"
#include "ui/sell/seatchoice.h"
#include "ui/theme/stylesheet.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QStackedLayout>

#include <cmath>

namespace foyer {
namespace {

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

SeatState stateOf(ClaimState state, ReservationId holder, ReservationId mine)
{
    switch (state) {
    case ClaimState::Held:
        return holder == mine ? SeatState::Free : SeatState::HeldByOther;
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
    , m_best(new BestBar(this))
    , m_offerBar(new QWidget(this))
    , m_blockBar(new BlockBar(this))
    , m_bars(new QStackedLayout)
    , m_menu(new MapMenu(m_model, m_map))
{
    m_category->setObjectName(QStringLiteral("category"));
    m_category->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_category->setMinimumContentsLength(8);
    m_model.setFormatter([this](int seat) { return describe(seat); });
    m_map->setPick([this](int seat, int pressed) { return takes(seat, pressed); });
    m_map->installEventFilter(this);
    m_menu->move(space::Small, space::Small);

    auto *bar = new QHBoxLayout(m_offerBar);
    bar->setContentsMargins(0, 0, 0, 0);
    bar->setSpacing(space::Small);
    bar->addWidget(m_category, 1);
    bar->addWidget(m_level);
    bar->addSpacing(space::Small);
    bar->addWidget(m_best);
    m_bars->addWidget(m_offerBar);
    m_bars->addWidget(m_blockBar);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::Small);
    layout->addLayout(m_bars);
    layout->addWidget(m_map, 1);
    layout->addWidget(m_legend);
    describeKeys(m_map, {{QT_TRANSLATE_NOOP("Keys", "Arrows, Space"), QT_TRANSLATE_NOOP("Keys", "walk over the seats, take or give back a seat")},
                         {"+  −  0", QT_TRANSLATE_NOOP("Keys", "on the map: larger, smaller, everything")}});
    setTabOrder(m_map, m_menu);
    setTabOrder(m_menu, m_category);
    setTabOrder(m_category, m_level);
    setTabOrder(m_level, m_best->first());

    connect(m_map, &SeatMapView::seatActivated, this, [this](int seat) { activate({seat}); });
    connect(m_map, &SeatMapView::seatsActivated, this, &SeatOffer::activate);
    connect(m_best, &BestBar::wanted, this, &SeatOffer::findBest);
    connect(m_menu, &MapMenu::paintChosen, this, [this] { setPainting(true); }, Qt::QueuedConnection); // the closing menu gives the focus back first
    connect(m_blockBar, &BlockBar::finished, this, [this] { setPainting(false); });
    connect(m_level, &QComboBox::activated, this, &SeatOffer::fillZones);
    connect(&theme, &Theme::changed, this, &SeatOffer::fillCategories);
    retranslate();
}

void SeatOffer::retranslate()
{
    m_category->setAccessibleName(tr("Category"));
    m_level->setAccessibleName(tr("Price"));
    m_map->setAccessibleName(tr("Seat map"));
    fillCategories();
}

void SeatOffer::open(const ListedEvent &event, SeatingPlan plan)
{
    setPainting(false);
    m_listed = event;
    m_event = event.event;
    m_indexOf.clear();
    m_empty.clear();
    QHash<QString, SeatState> byCategory;
    for (const PlanCategory &category : plan.categories)
        byCategory.insert(category.name, m_event.typeOfCategory(category.name) ? SeatState::Free : SeatState::NotForSale);
    for (size_t seat = 0; seat < plan.seats.size(); ++seat) {
        m_indexOf.insert(plan.seats[seat].id, int(seat));
        m_empty.push_back(byCategory.value(plan.seats[seat].category, SeatState::NotForSale));
    }
    m_base.assign(plan.seats.size(), SeatState::NotForSale);
    m_isMine.assign(plan.seats.size(), false);
    m_model.setPlan(std::move(plan));
    m_categories = m_model.priceZones();
    fillLevels();
    fillZones();
    fillCategories();
}

void SeatOffer::fillZones()
{
    if (m_model.size() == 0)
        return;
    std::vector<PriceZone> zones;
    QHash<QString, quint16> byCategory;
    for (const TicketType *type : seatedTypes()) {
        for (const QString &category : type->categories)
            byCategory.insert(category, quint16(zones.size()));
        const auto first = std::find_if(m_categories.begin(), m_categories.end(), [&](const PriceZone &zone) { return type->categories.contains(zone.name); });
        zones.push_back({tr("%1 · %2").arg(type->name, formatMoney(levelFor(*type)->price)), first == m_categories.end() ? m_theme.tokens().muted : first->color});
    }
    const auto unsold = quint16(zones.size());
    zones.push_back({QString(), m_theme.tokens().muted});
    std::vector<quint16> zoneOfSeat;
    for (const PlanSeat &seat : m_model.plan().seats)
        zoneOfSeat.push_back(byCategory.value(seat.category, unsold));
    m_model.setPriceZones(std::move(zones), std::move(zoneOfSeat));
}

void SeatOffer::setMayBlock(bool may)
{
    m_menu->setMayPaint(may);
    if (!may)
        setPainting(false);
}

void SeatOffer::setPainting(bool painting)
{
    if (painting == m_painting)
        return;
    m_painting = painting;
    m_map->setPainting(painting);
    m_bars->setCurrentWidget(painting ? static_cast<QWidget *>(m_blockBar) : m_offerBar);
    if (painting) {
        m_viewBefore = m_model.view();
        m_model.setView(SeatView::Hold);
        m_blockBar->begin(m_listed, m_now ? m_now() : Instant());
        return;
    }
    m_model.setView(m_viewBefore);
    if (m_map->isVisible())
        m_map->setFocus(Qt::OtherFocusReason);
}

bool SeatOffer::takes(int seat, int pressed) const
{
    const auto kept = [this](int one) { return m_model.state(one) == SeatState::House || m_model.state(one) == SeatState::Killed; };
    if (!m_painting || (pressed >= 0 && m_model.state(pressed) == SeatState::Free))
        return m_model.state(seat) == SeatState::Free;
    // Painting that begins on a kept seat takes kept ones; a frame takes either.
    return kept(seat) || (pressed < 0 && m_model.state(seat) == SeatState::Free);
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
        const size_t zone = size_t(m_category->count()) - 1;
        const QIcon mark = zone < m_model.priceZones().size() ? dot(zoneTint(m_model.priceZones()[zone].color, m_theme.tokens())) : QIcon();
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
    m_base = m_empty;
    for (const SeatClaim &claim : claims)
        if (const int seat = m_indexOf.value(claim.seat, -1); seat >= 0)
            m_base[size_t(seat)] = stateOf(claim.state, claim.reservation, mine.id);
    Holds holds = holdsOf(claims, m_indexOf, m_listed.startsAt);
    m_model.setHolds(std::move(holds.reasons), holds.ofSeat);
    setMine(mine);
}

void SeatOffer::applyNews(const std::vector<SeatNews> &news, const Reservation &mine)
{
    std::vector<SeatChange> changes;
    for (const SeatNews &one : news) {
        const int seat = one.event == m_event.id ? m_indexOf.value(one.seat, -1) : -1;
        if (seat < 0 || !m_event.typeOfCategory(m_model.plan().seats[size_t(seat)].category))
            continue;
        m_base[size_t(seat)] = one.state ? stateOf(*one.state, one.reservation, mine.id) : SeatState::Free;
        changes.push_back({seat, m_isMine[size_t(seat)] ? SeatState::Mine : m_base[size_t(seat)]});
    }
    m_model.setStates(changes);
}

void SeatOffer::setMine(const Reservation &mine)
{
    m_isMine.assign(m_base.size(), false);
    for (const ReservationLine &line : mine.lines)
        if (const int seat = line.event == m_event.id ? m_indexOf.value(line.seat, -1) : -1; seat >= 0)
            m_isMine[size_t(seat)] = true;
    for (size_t seat = 0; seat < m_base.size(); ++seat)
        if (m_isMine[seat] && m_base[seat] == SeatState::HeldByOther)
            m_base[seat] = SeatState::Free; // the feed may have told of it before the answer did
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
    if (m_painting)
        return paintSeats(seats);
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

void SeatOffer::paintSeats(const QList<int> &seats)
{
    std::vector<SeatId> free, kept;
    for (const int seat : seats) {
        const SeatState state = m_model.state(seat);
        if (state == SeatState::Free)
            free.push_back(m_model.plan().seats[size_t(seat)].id);
        else if (state == SeatState::House || state == SeatState::Killed)
            kept.push_back(m_model.plan().seats[size_t(seat)].id);
    }
    if (free.empty() && !kept.empty())
        Q_EMIT unblockWanted(kept);
    else if (free.empty())
        Q_EMIT hint(tr("Only free seats can be kept. This one is not: %1.").arg(describe(seats.first())));
    else if (const auto block = m_blockBar->block())
        Q_EMIT blockWanted(free, *block);
    else
        Q_EMIT hint(tr("Say why first, then paint the seats."));
}

void SeatOffer::findBest(int count)
{
    const QString key = m_category->currentData().toString();
    BestRequest request;
    request.event = m_event.id;
    request.count = count;
    request.accessible = key == AccessibleKey;
    for (const TicketType *type : seatedTypes())
        if (key.isEmpty() || request.accessible || type->id.toString() == key)
            request.levels.push_back(levelFor(*type)->id);
    Q_EMIT bestWanted(request);
}

QList<int> SeatOffer::alternatives(const std::vector<ReserveLine> &wishes) const
{
    // What is still free of the wishes stays wished; for the rest there are the nearest equals.
    QList<int> offered;
    QList<int> gone;
    for (const ReserveLine &wish : wishes)
        if (const int seat = wish.event == m_event.id ? m_indexOf.value(wish.seat, -1) : -1; seat >= 0)
            (m_model.state(seat) == SeatState::Free ? offered : gone) << seat;
    if (gone.isEmpty())
        return {};
    QList<int> near = nearestFree(m_model, gone.first(), int(wishes.size()));
    near.removeIf([&](int seat) { return offered.contains(seat); });
    const PlanSeat &wanted = m_model.plan().seats[size_t(gone.first())];
    const auto distance = [&](int seat) {
        const PlanSeat &place = m_model.plan().seats[size_t(seat)];
        const bool sameRow = place.label.zone == wanted.label.zone && place.label.row == wanted.label.row;
        return std::pair(!sameRow, std::hypot(place.position.x - wanted.position.x, place.position.y - wanted.position.y));
    };
    std::stable_sort(near.begin(), near.end(), [&](int a, int b) { return distance(a) < distance(b); });
    if (near.size() < gone.size())
        return {};
    offered += near.mid(0, gone.size());
    std::sort(offered.begin(), offered.end());
    return offered;
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
    return QLocale().createSeparatedList(names);
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
    if (const int hold = m_model.hold(seat); hold >= 0)
        parts << m_model.holds()[size_t(hold)].name;
    return parts.join(QStringLiteral(" · "));
}

bool SeatOffer::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_map && event->type() == QEvent::KeyPress && m_painting && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        setPainting(false);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void SeatOffer::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace foyer
