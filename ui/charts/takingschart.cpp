#include "ui/charts/takingschart.h"

#include "ui/charts/chartstyle.h"
#include "ui/charts/plotting.h"
#include "ui/format.h"
#include "ui/retranslation.h"
#include "ui/theme/theme.h"

#include <QtWidgets/QVBoxLayout>

#include <cmath>

namespace foyer {
namespace {

constexpr int MostDayLabels = 6;

/// Whole amounts of money along an axis of minor units.
class MoneyTicker final : public QCPAxisTicker
{
public:
    explicit MoneyTicker(Currency currency) : m_currency(currency) { setTickCount(5); }

protected:
    QString getTickLabel(double tick, const QLocale &locale, QChar, int) override
    {
        return locale.toString(std::llround(tick / double(m_currency.minorPerMajor())));
    }

private:
    Currency m_currency;
};

} // namespace

TakingsChart::TakingsChart(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_plot(new QCustomPlot(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_plot);
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->setLocale(QLocale());
    m_bars = new QCPBars(m_plot->xAxis, m_plot->yAxis);
    m_bars->setWidth(0.7);
    m_plot->xAxis->grid()->setVisible(false);
    connect(&theme, &Theme::changed, this, &TakingsChart::refresh);
    say(this, [this] { refresh(); });
}

void TakingsChart::setDays(std::vector<DayTakings> days)
{
    m_days = std::move(days);
    refresh();
}

void TakingsChart::refresh()
{
    styleChart(*m_plot, m_theme);
    styleBars(*m_bars, BarLook::Full, m_theme);
    QVector<double> keys, values;
    const auto ticker = QSharedPointer<QCPAxisTickerText>::create();
    const QLocale locale;
    const size_t every = std::max<size_t>(1, (m_days.size() + MostDayLabels - 1) / MostDayLabels);
    double highest = 0, lowest = 0;
    QStringList spoken;
    for (size_t i = 0; i < m_days.size(); ++i) {
        const DayTakings &day = m_days[i];
        const double taken = double(day.taken.minor());
        if (i % every == 0)
            //: Pattern of a short date under a chart: d day, MMM month
            ticker->addTick(double(i), locale.toString(day.day, tr("d MMM")));
        keys << double(i);
        values << taken;
        highest = std::max(highest, taken);
        lowest = std::min(lowest, taken);
        spoken << tr("%1: %2").arg(locale.toString(day.day, QLocale::ShortFormat), formatMoney(day.taken, MoneySign::Show));
    }
    const Currency currency = m_days.empty() ? Currency() : m_days.front().taken.currency();
    m_bars->setData(keys, values, true);
    m_plot->xAxis->setTicker(ticker);
    m_plot->xAxis->setRange(-0.6, std::max<double>(1, double(keys.size())) - 0.4);
    m_plot->yAxis->setTicker(QSharedPointer<MoneyTicker>::create(currency));
    // A day of refunds goes below zero; an empty range still shows an axis.
    m_plot->yAxis->setRange(lowest * 1.08, highest > 0 ? highest * 1.08 : double(currency.minorPerMajor()) * 100);
    setAccessibleName(tr("Takings by day"));
    setAccessibleDescription(spoken.join(QStringLiteral("; ")));
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

} // namespace foyer
