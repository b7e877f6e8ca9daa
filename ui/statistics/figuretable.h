// FigureTable: the figures behind a chart, as rows of text for the screen and for a CSV file.
#pragma once

#include "core/services/statistics.h"

#include <QtCore/QStringList>
#include <QtWidgets/QTableWidget>

namespace foyer {

/// Figures in files have a point and no grouping whatever the language; on the screen they follow it.
enum class FigureStyle { Screen, File };

struct FigureRows {
    QStringList head;
    std::vector<QStringList> rows;
    int textColumns = 1; ///< the first ones; figures follow, set to the right

    QByteArray csv() const;
};

FigureRows eventRows(const StatisticsReport &report, FigureStyle style);
FigureRows typeRows(const StatisticsReport &report, FigureStyle style);
FigureRows dayRows(const StatisticsReport &report, FigureStyle style);

class FigureTable final : public QTableWidget
{
    Q_OBJECT

public:
    explicit FigureTable(const QString &name, QWidget *parent = nullptr);

    /// As high as its rows.
    void setFigures(const FigureRows &figures);
};

} // namespace foyer
