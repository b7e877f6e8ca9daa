#include "ui/charts/chartstyle.h"

#include "ui/charts/plotting.h"
#include "ui/theme/theme.h"

namespace foyer {
namespace {

void styleAxis(QCPAxis &axis, const Theme &theme)
{
    const Tokens &t = theme.tokens();
    axis.setTickLabelFont(theme.font(TypeRole::Small));
    axis.setTickLabelColor(t.text);
    axis.setBasePen(QPen(t.control, t.lineWidth));
    axis.setTickPen(Qt::NoPen);
    axis.setSubTickPen(Qt::NoPen);
    axis.setTickLabelPadding(space::Small);
    axis.grid()->setPen(QPen(t.line, 1, Qt::SolidLine));
    axis.grid()->setSubGridVisible(false);
    axis.grid()->setZeroLinePen(QPen(t.control, t.lineWidth));
}

} // namespace

void styleChart(QCustomPlot &plot, const Theme &theme)
{
    const Tokens &t = theme.tokens();
    plot.setBackground(t.surface);
    styleAxis(*plot.xAxis, theme);
    styleAxis(*plot.yAxis, theme);
    plot.legend->setFont(theme.font(TypeRole::Small));
    plot.legend->setTextColor(t.text);
    plot.legend->setBrush(Qt::NoBrush);
    plot.legend->setBorderPen(Qt::NoPen);
    plot.legend->setIconSize(16, 12);
}

void styleBars(QCPBars &bars, BarLook look, const Theme &theme)
{
    const Tokens &t = theme.tokens();
    bars.setAntialiased(false);
    switch (look) {
    case BarLook::Full:
        bars.setPen(QPen(t.accent, 1));
        bars.setBrush(t.accent);
        break;
    case BarLook::Hatched:
        bars.setPen(QPen(t.accent, 1));
        bars.setBrush(QBrush(t.accent, Qt::BDiagPattern));
        break;
    case BarLook::Outline:
        bars.setPen(QPen(t.control, t.lineWidth));
        bars.setBrush(t.window);
        break;
    }
}

void addChartKey(QCustomPlot &plot)
{
    auto *row = new QCPLayoutGrid;
    plot.plotLayout()->insertRow(0);
    plot.plotLayout()->addElement(0, 0, row);
    plot.plotLayout()->setRowStretchFactor(0, 0.001);
    plot.legend->setMargins(QMargins(4, 4, 4, 10)); // room for descenders
    plot.legend->setFillOrder(QCPLegend::foColumnsFirst);
    plot.legend->setVisible(true);
    row->addElement(0, 0, plot.legend);
    row->addElement(0, 1, new QCPLayoutElement); // takes the rest of the width
    row->setColumnStretchFactor(0, 0.001);
}

} // namespace foyer
