#include "ui/seatmap/seatlegend.h"

#include "ui/retranslation.h"
#include "ui/seatmap/seatsprites.h"
#include "ui/theme/theme.h"

#include <QtGui/QPainter>

namespace foyer {
namespace {

constexpr int SymbolSize = 16;
constexpr int LegendLine = 24;

QString legendText(SeatState state, int count)
{
    const QString number = QLocale().toString(count);
    switch (state) {
    case SeatState::Free:
        return SeatLegend::tr("%1 free").arg(number);
    case SeatState::Mine:
        return SeatLegend::tr("%1 mine").arg(number);
    case SeatState::HeldByOther:
        return SeatLegend::tr("%1 held").arg(number);
    case SeatState::Sold:
        return SeatLegend::tr("%1 sold").arg(number);
    case SeatState::House:
        return SeatLegend::tr("%1 house").arg(number);
    case SeatState::Killed:
        return SeatLegend::tr("%1 out of sale").arg(number);
    case SeatState::NotForSale:
        return SeatLegend::tr("%1 not for sale").arg(number);
    }
    Q_UNREACHABLE();
}

} // namespace

SeatLegend::SeatLegend(const Theme &theme, SeatMapModel &model, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_model(model)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&model, &SeatMapModel::planChanged, this, &SeatLegend::onPlanChanged);
    connect(&model, &SeatMapModel::seatsChanged, this, &SeatLegend::refresh);
    connect(&model, &SeatMapModel::priceZonesChanged, this, &SeatLegend::refresh);
    connect(&model, &SeatMapModel::viewChanged, this, &SeatLegend::refresh);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    new Retranslation(this, [this] { refresh(); });
    onPlanChanged();
}

void SeatLegend::onPlanChanged()
{
    const auto &seats = m_model.plan().seats;
    m_hasAccessible = std::any_of(seats.begin(), seats.end(), [](const PlanSeat &seat) { return seat.accessible; });
    refresh();
}

void SeatLegend::refresh()
{
    setAccessibleName(summary());
    updateGeometry();
    update();
}

std::vector<SeatLegend::Entry> SeatLegend::entries() const
{
    std::vector<Entry> result;
    if (m_model.view() == SeatView::Price)
        addZones(result);
    else if (m_model.view() == SeatView::Hold)
        addHolds(result);
    else
        addStates(result);
    return result;
}

void SeatLegend::addStates(std::vector<Entry> &entries) const
{
    for (int i = 0; i < SeatStateCount; ++i) {
        const auto state = SeatState(i);
        const int count = m_model.count(state);
        if (count > 0 || state == SeatState::Free || state == SeatState::Mine)
            entries.push_back({state, legendText(state, count), false});
    }
    if (m_hasAccessible)
        entries.push_back({SeatState::Free, tr("accessible"), true});
}

void SeatLegend::addZones(std::vector<Entry> &entries) const
{
    for (size_t zone = 0; zone < m_model.priceZones().size(); ++zone)
        if (const PriceZone &its = m_model.priceZones()[zone]; !its.name.isEmpty())
            entries.push_back({SeatState::Free, tr("%1: %2 free").arg(its.name, QLocale().toString(m_model.freeIn(int(zone)))), false, its.color});
}

void SeatLegend::addHolds(std::vector<Entry> &entries) const
{
    for (size_t hold = 0; hold < m_model.holds().size(); ++hold)
        entries.push_back({m_model.stateOfHold(int(hold)), QStringLiteral("%1: %2").arg(m_model.holds()[hold].name, QLocale().toString(m_model.countOfHold(int(hold)))),
                           false, m_model.holds()[hold].color});
    for (const SeatState state : {SeatState::HeldByOther, SeatState::Mine})
        if (m_model.count(state) > 0)
            entries.push_back({state, legendText(state, m_model.count(state)), false});
    if (entries.empty())
        entries.push_back({SeatState::House, legendText(SeatState::House, m_model.count(SeatState::House)), false});
}

QString SeatLegend::summary() const
{
    QStringList texts;
    for (const Entry &entry : entries())
        if (!entry.accessible)
            texts << entry.text;
    return texts.join(QStringLiteral(", "));
}

int SeatLegend::layOut(int width, const std::function<void(const Entry &, const QRect &)> &place) const
{
    const QFontMetrics metrics(font());
    int x = 0, y = 0;
    for (const Entry &entry : entries()) {
        const int wide = SymbolSize + space::Small + metrics.horizontalAdvance(entry.text);
        if (x > 0 && x + wide > width) {
            x = 0;
            y += LegendLine;
        }
        place(entry, QRect(x, y, wide, LegendLine));
        x += wide + space::Large;
    }
    return y + LegendLine;
}

QSize SeatLegend::sizeHint() const
{
    int right = 0;
    const int height = layOut(INT_MAX / 2, [&right](const Entry &, const QRect &rect) { right = rect.right() + 1; });
    return {right, height};
}

QSize SeatLegend::minimumSizeHint() const
{
    return {160, LegendLine};
}

int SeatLegend::heightForWidth(int width) const
{
    return layOut(width, [](const Entry &, const QRect &) {});
}

void SeatLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = m_theme.tokens();
    const QColor zone = m_model.priceZones().empty() ? t.accent : m_model.priceZones().front().color;
    layOut(width(), [&](const Entry &entry, const QRect &rect) {
        const QPointF center(rect.left() + SymbolSize / 2.0, rect.center().y() + 0.5);
        const SeatLook look{entry.state, entry.accessible, entry.color.isValid() ? entry.color : zone, entry.color.isValid() ? m_model.view() : SeatView::Status};
        drawSeat(painter, center, SymbolSize / 2.0, look, t);
        painter.setPen(entry.state == SeatState::Free && !entry.accessible ? t.text : t.muted);
        painter.drawText(rect.adjusted(SymbolSize + space::Small, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, entry.text);
    });
}

} // namespace foyer
