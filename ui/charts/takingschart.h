// TakingsChart: money taken on each day, as bars.
#pragma once

#include "core/base/money.h"

#include <QtCore/QDate>
#include <QtWidgets/QWidget>

#include <vector>

class QCustomPlot;
class QCPBars;

namespace foyer {

class Theme;

struct DayTakings {
    QDate day;
    Money taken;
};

class TakingsChart final : public QWidget
{
    Q_OBJECT

public:
    explicit TakingsChart(const Theme &theme, QWidget *parent = nullptr);

    /// In order of days, all in one currency.
    void setDays(std::vector<DayTakings> days);
    const std::vector<DayTakings> &days() const { return m_days; }
    QCustomPlot &plot() { return *m_plot; }

    QSize sizeHint() const override { return {480, 240}; }

private:
    void refresh();

    const Theme &m_theme;
    std::vector<DayTakings> m_days;
    QCustomPlot *m_plot;
    QCPBars *m_bars;
};

} // namespace foyer
