#include "ui/statistics/figuretable.h"

#include "core/domain/csv.h"
#include "ui/format.h"

#include <QtCore/QCoreApplication>
#include <QtWidgets/QHeaderView>

namespace foyer {
namespace {

QString number(qint64 value, FigureStyle style)
{
    return style == FigureStyle::File ? QString::number(value) : QLocale().toString(value);
}

QString money(Money value, FigureStyle style)
{
    return style == FigureStyle::File ? value.toString() : formatMoney(value, MoneySign::Show);
}

QString start(Instant at, FigureStyle style)
{
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(at.ms);
    return style == FigureStyle::File ? moment.toString(QStringLiteral("yyyy-MM-dd HH:mm")) : formatMoment(moment);
}

QString day(QDate date, FigureStyle style)
{
    return style == FigureStyle::File ? date.toString(Qt::ISODate) : QLocale().toString(date, QLocale::ShortFormat);
}

/// On the screen the amounts carry it.
QStringList currencyHead(FigureStyle style)
{
    return style == FigureStyle::File ? QStringList{QCoreApplication::translate("Statistics", "Currency")} : QStringList();
}

QStringList currencyCell(Currency currency, FigureStyle style)
{
    return style == FigureStyle::File ? QStringList{currency.code()} : QStringList();
}

/// A house without fees has no column for them.
template <typename Figures>
bool anyFees(const std::vector<Figures> &all)
{
    return std::any_of(all.begin(), all.end(), [](const Figures &figures) { return figures.fees.isPositive(); });
}

/// Nor has one without comps.
template <typename Figures>
bool anyComps(const std::vector<Figures> &all)
{
    return std::any_of(all.begin(), all.end(), [](const Figures &figures) { return figures.comps != 0; });
}

struct ExtraColumns {
    bool fees = false;
    bool comps = false;
};

template <typename Figures>
ExtraColumns extrasOf(const std::vector<Figures> &all)
{
    return {anyFees(all), anyComps(all)};
}

/// Reserved, sold, capacity and revenue: what events and ticket types have in common.
template <typename Figures>
QStringList counted(const Figures &figures, ExtraColumns with, FigureStyle style)
{
    return QStringList{number(figures.reserved, style), number(figures.sold, style), number(figures.capacity, style), money(figures.revenue, style)}
        + (with.fees ? QStringList{money(figures.fees, style)} : QStringList())
        + (with.comps ? QStringList{number(figures.comps, style)} : QStringList()) + currencyCell(figures.currency, style);
}

QStringList countedHead(ExtraColumns with, FigureStyle style)
{
    return QStringList{QCoreApplication::translate("Statistics", "Reserved"), QCoreApplication::translate("Statistics", "Sold"),
                       QCoreApplication::translate("Statistics", "Capacity"), QCoreApplication::translate("Statistics", "Revenue")}
        + (with.fees ? QStringList{QCoreApplication::translate("Statistics", "Fees in it")} : QStringList())
        + (with.comps ? QStringList{QCoreApplication::translate("Statistics", "Free of charge")} : QStringList()) + currencyHead(style);
}

} // namespace

QByteArray FigureRows::csv() const
{
    QByteArray bytes = csvRow(head);
    for (const QStringList &row : rows)
        bytes += csvRow(row);
    return bytes;
}

FigureRows eventRows(const StatisticsReport &report, FigureStyle style)
{
    const ExtraColumns extra = extrasOf(report.events);
    FigureRows figures{QStringList{QCoreApplication::translate("Statistics", "Event"), QCoreApplication::translate("Statistics", "Start")} + countedHead(extra, style), {}, 2};
    for (const EventFigures &event : report.events)
        figures.rows.push_back(QStringList{event.name, start(event.startsAt, style)} + counted(event, extra, style));
    return figures;
}

FigureRows typeRows(const StatisticsReport &report, FigureStyle style)
{
    const ExtraColumns extra = extrasOf(report.types);
    FigureRows figures{QStringList{QCoreApplication::translate("Statistics", "Ticket type")} + countedHead(extra, style), {}, 1};
    for (const TypeFigures &type : report.types)
        figures.rows.push_back(QStringList{type.name} + counted(type, extra, style));
    return figures;
}

FigureRows dayRows(const StatisticsReport &report, FigureStyle style)
{
    const bool comps = anyComps(report.days);
    FigureRows figures{QStringList{QCoreApplication::translate("Statistics", "Day"), QCoreApplication::translate("Statistics", "Sold"),
                                   QCoreApplication::translate("Statistics", "Takings")}
                           + (comps ? QStringList{QCoreApplication::translate("Statistics", "Free of charge")} : QStringList()) + currencyHead(style), {}, 1};
    for (const DayFigures &figure : report.days)
        figures.rows.push_back(QStringList{day(figure.day, style), number(figure.sold, style), money(figure.takings, style)}
                               + (comps ? QStringList{number(figure.comps, style)} : QStringList()) + currencyCell(figure.currency, style));
    return figures;
}

FigureTable::FigureTable(const QString &name, QWidget *parent) : QTableWidget(parent)
{
    setAccessibleName(name);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setTabKeyNavigation(false);
    setShowGrid(false);
    verticalHeader()->hide();
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
}

void FigureTable::setFigures(const FigureRows &figures)
{
    setColumnCount(int(figures.head.size()));
    setRowCount(int(figures.rows.size()));
    for (int column = 0; column < columnCount(); ++column) {
        const auto side = column < figures.textColumns ? Qt::AlignLeft : Qt::AlignRight;
        auto *title = new QTableWidgetItem(figures.head[column]);
        title->setTextAlignment(side | Qt::AlignVCenter);
        setHorizontalHeaderItem(column, title);
        for (int row = 0; row < rowCount(); ++row) {
            auto *cell = new QTableWidgetItem(figures.rows[size_t(row)][column]);
            cell->setTextAlignment(side | Qt::AlignVCenter);
            setItem(row, column, cell);
        }
    }
    horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    setMinimumHeight(std::min(480, horizontalHeader()->sizeHint().height() + verticalHeader()->defaultSectionSize() * std::max(1, rowCount()) + 4));
}

} // namespace foyer
