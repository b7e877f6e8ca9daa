// PlacesChart: reserved and sold of each event or ticket type as horizontal bars in the outline of their capacity.
#pragma once

#include <QtWidgets/QWidget>

#include <vector>

class QCustomPlot;
class QCPBars;

namespace foyer {

class Theme;

struct PlacesRow {
    QString label;
    int sold = 0;
    int reserved = 0;
    int capacity = 0;
};

/// As high as its rows need; put it in a scroll area.
class PlacesChart final : public QWidget
{
    Q_OBJECT

public:
    explicit PlacesChart(const Theme &theme, QWidget *parent = nullptr);

    void setRows(std::vector<PlacesRow> rows);
    const std::vector<PlacesRow> &rows() const { return m_rows; }
    /// For PDF export.
    QCustomPlot &plot() { return *m_plot; }

private:
    void refresh();
    void addFigures();

    const Theme &m_theme;
    std::vector<PlacesRow> m_rows;
    QCustomPlot *m_plot;
    QCPBars *m_capacity;
    QCPBars *m_sold;
    QCPBars *m_reserved;
};

} // namespace foyer
