// StatisticsPage: how the house fills: four numbers, places by event and by ticket type, takings by day.
#pragma once

#include "ui/backend/backend.h"
#include "ui/session.h"
#include "ui/statistics/daterange.h"

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

QT_FORWARD_DECLARE_CLASS(QComboBox)
QT_FORWARD_DECLARE_CLASS(QDateEdit)
QT_FORWARD_DECLARE_CLASS(QPushButton)
QT_FORWARD_DECLARE_CLASS(QStackedWidget)

namespace foyer {

class Banner;
class FigureTable;
class NumberTile;
class PlacesChart;
class TakingsChart;
class Theme;

/// For those who may see statistics; asks again every few seconds while it is on the screen.
class StatisticsPage final : public QWidget
{
    Q_OBJECT

public:
    StatisticsPage(const Theme &theme, Backend &backend, QWidget *parent = nullptr);

    void activate(const Session &session);
    /// The tables of what is shown, one under the other.
    QByteArray csv() const;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    /// A chart and the table behind it.
    struct Figure {
        QStackedWidget *sides = nullptr;
        FigureTable *table = nullptr;
    };

    QWidget *makeFilters();
    QWidget *makeNumbers();
    QWidget *makeFigures();
    QWidget *makeFigure(std::function<QString()> title, QWidget *chart, Figure &figure);

    void ask();
    void present(const StatisticsReport &now, const StatisticsReport &before);
    void showNumbers(const StatisticsReport &now, const StatisticsReport &before);
    void showCharts();
    void fillEvents();
    void toggleTables();
    void tellTables();
    void exportCsv();
    DateRange range() const;

    const Theme &m_theme;
    Backend &m_backend;
    Session m_session;
    QTimer m_timer;
    StatisticsReport m_report;
    StatisticsReport m_before; ///< of the range before
    bool m_isAsking = false;   ///< an answer is on its way
    QByteArray m_shown; ///< what the charts show now; drawn again only when it changes

    QComboBox *m_range = nullptr;
    QDateEdit *m_from = nullptr;
    QDateEdit *m_to = nullptr;
    QComboBox *m_event = nullptr;
    QPushButton *m_tables = nullptr;
    Banner *m_banner;
    QStackedWidget *m_content;
    NumberTile *m_sold = nullptr;
    NumberTile *m_reserved = nullptr;
    NumberTile *m_revenue = nullptr;
    NumberTile *m_conversion = nullptr;
    PlacesChart *m_events = nullptr;
    PlacesChart *m_types = nullptr;
    TakingsChart *m_days = nullptr;
    Figure m_eventFigure;
    Figure m_typeFigure;
    Figure m_dayFigure;
};

} // namespace foyer
