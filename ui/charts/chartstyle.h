// What all charts have in common: colours and fonts of the theme on a QCustomPlot.
#pragma once

class QCustomPlot;
class QCPAxis;
class QCPBars;

namespace foyer {

class Theme;

/// How a bar is told from its neighbour: full, hatched or outline.
enum class BarLook { Full, Hatched, Outline };

void styleChart(QCustomPlot &plot, const Theme &theme);
void styleBars(QCPBars &bars, BarLook look, const Theme &theme);
/// A row above the plot that names its bars.
void addChartKey(QCustomPlot &plot);

} // namespace foyer
