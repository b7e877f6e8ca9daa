#include "ui/charts/placeschart.h"

#include "ui/charts/chartstyle.h"
#include "ui/charts/plotting.h"
#include "ui/retranslation.h"
#include "ui/theme/theme.h"

#include <QtWidgets/QVBoxLayout>

namespace foyer {
namespace {

constexpr int BarRow = 36;
constexpr int Frame = 88; ///< key above and axis below
constexpr double BarShare = 0.56;
constexpr int LabelChars = 30;

QString shortened(const QString &label)
{
    return label.size() <= LabelChars ? label : label.left(LabelChars - 1).trimmed() + u'…';
}

} // namespace

PlacesChart::PlacesChart(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_plot(new QCustomPlot(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_plot);
    m_plot->setFocusPolicy(Qt::NoFocus);

    const auto bars = [this] {
        auto *result = new QCPBars(m_plot->yAxis, m_plot->xAxis);
        result->setWidth(BarShare);
        return result;
    };
    m_capacity = bars();
    m_sold = bars();
    m_reserved = bars();
    m_reserved->moveAbove(m_sold);
    m_plot->yAxis->setRangeReversed(true);
    m_plot->yAxis->grid()->setVisible(false);
    m_plot->xAxis->setNumberFormat(QStringLiteral("f"));
    m_plot->xAxis->setNumberPrecision(0);
    addChartKey(*m_plot);
    connect(&theme, &Theme::changed, this, &PlacesChart::refresh);
    say(this, [this] { refresh(); });
}

void PlacesChart::setRows(std::vector<PlacesRow> rows)
{
    m_rows = std::move(rows);
    refresh();
}

void PlacesChart::refresh()
{
    m_plot->setLocale(QLocale());
    m_capacity->setName(tr("capacity"));
    m_sold->setName(tr("sold"));
    m_reserved->setName(tr("reserved"));
    styleChart(*m_plot, m_theme);
    styleBars(*m_capacity, BarLook::Outline, m_theme);
    styleBars(*m_sold, BarLook::Full, m_theme);
    styleBars(*m_reserved, BarLook::Hatched, m_theme);

    QVector<double> keys, capacity, sold, reserved;
    const auto ticker = QSharedPointer<QCPAxisTickerText>::create();
    QStringList spoken;
    double widest = 1;
    for (const PlacesRow &row : m_rows) {
        ticker->addTick(double(keys.size()), shortened(row.label));
        keys << double(keys.size());
        capacity << row.capacity;
        sold << row.sold;
        reserved << row.reserved;
        widest = std::max({widest, double(row.capacity), double(row.sold) + row.reserved});
        spoken << tr("%1: %2 sold, %3 reserved, capacity %4").arg(row.label).arg(row.sold).arg(row.reserved).arg(row.capacity);
    }
    m_capacity->setData(keys, capacity, true);
    m_sold->setData(keys, sold, true);
    m_reserved->setData(keys, reserved, true);
    m_plot->yAxis->setTicker(ticker);
    m_plot->yAxis->setRange(-0.6, std::max<double>(1, double(keys.size())) - 0.4);
    m_plot->xAxis->setRange(0, widest * 1.4); // room for the figures behind the bars
    addFigures();
    setFixedHeight(int(std::max<size_t>(1, m_rows.size())) * BarRow + Frame);
    setAccessibleName(tr("Reserved and sold places"));
    setAccessibleDescription(spoken.join(QStringLiteral("; ")));
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void PlacesChart::addFigures()
{
    m_plot->clearItems();
    const QLocale locale;
    for (size_t i = 0; i < m_rows.size(); ++i) {
        const PlacesRow &row = m_rows[i];
        auto *figure = new QCPItemText(m_plot);
        const bool full = row.capacity > 0 && row.sold >= row.capacity;
        const int taken = row.sold + row.reserved;
        figure->setText(full ? tr("sold out") : tr("%1 of %2").arg(locale.toString(taken), locale.toString(row.capacity)));
        figure->setFont(m_theme.font(TypeRole::Small));
        figure->setColor(full ? m_theme.tokens().bad : m_theme.tokens().muted);
        figure->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        figure->setPadding(QMargins(space::Small, 0, 0, 0));
        figure->position->setCoords(std::max(row.capacity, taken), double(i));
    }
}

} // namespace foyer
