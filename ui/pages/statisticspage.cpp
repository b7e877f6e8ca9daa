#include "ui/pages/statisticspage.h"

#include "core/domain/errortext.h"
#include "ui/charts/placeschart.h"
#include "ui/charts/takingschart.h"
#include "ui/format.h"
#include "ui/frame/keyhelp.h"
#include "ui/retranslation.h"
#include "ui/statistics/figuretable.h"
#include "ui/statistics/headline.h"
#include "ui/statistics/numbertile.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptystate.h"

#include <QtCore/QDir>
#include <QtCore/QSaveFile>
#include <QtGui/QShortcut>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDateEdit>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

namespace foyer {
namespace {

constexpr auto Refresh = std::chrono::seconds(3);
/// More bars than this nobody reads; the table has them all.
constexpr size_t MostBars = 40;

template <typename Figures, typename Label>
std::vector<PlacesRow> placesRows(const std::vector<Figures> &figures, Label label)
{
    std::vector<PlacesRow> rows;
    for (const Figures &figure : figures) {
        if (rows.size() == MostBars)
            break;
        rows.push_back({label(figure), figure.going(), figure.reserved, figure.capacity});
    }
    return rows;
}

/// Days of the first currency: one axis cannot show two.
std::vector<DayTakings> takingsOf(const StatisticsReport &report)
{
    std::vector<DayTakings> days;
    for (const DayFigures &day : report.days)
        if (day.currency == report.days.front().currency)
            days.push_back({day.day, day.takings});
    return days;
}

QDate dateOf(Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(at.ms).date();
}

} // namespace

StatisticsPage::StatisticsPage(const Theme &theme, Backend &backend, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_backend(backend)
    , m_banner(new Banner(theme, this))
    , m_content(new QStackedWidget(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::Large, space::Large, space::Large, space::Large);
    layout->setSpacing(space::Medium);
    layout->addWidget(makeFilters());
    layout->addWidget(m_banner);
    layout->addWidget(m_content, 1);
    m_content->addWidget(makeFigures());
    auto *empty = new EmptyState(theme, IconName::Chart, QString(), QString(), m_content);
    say(empty, [empty] {
        empty->setText(tr("No events in these days. Choose another range to see how their places fill."), tr("Show the season"));
    });
    m_content->addWidget(empty);
    connect(empty, &EmptyState::actionTriggered, this, [this] {
        m_range->setCurrentIndex(m_range->findData(int(RangeKind::Season)));
        m_event->setCurrentIndex(0);
    });
    m_timer.setInterval(Refresh);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (!m_isAsking) // a season that takes longer to count than to look at
            ask();
    });
    setFocusProxy(m_range);
    // A list with the focus would search for the letter.
    auto *toggle = new QShortcut(QKeySequence(Qt::Key_T), this);
    toggle->setContext(Qt::WidgetWithChildrenShortcut);
    toggle->setAutoRepeat(false);
    describe(toggle, QT_TRANSLATE_NOOP("Keys", "figures as tables, or as charts"));
    connect(toggle, &QShortcut::activated, this, &StatisticsPage::toggleTables);
    new Retranslation(this, [this] {
        m_shown.clear(); // the same figures in other words
        present(m_report, m_before);
    });
}

QWidget *StatisticsPage::makeFilters()
{
    auto *line = new QWidget(this);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::Small);
    m_range = new QComboBox(line);
    m_range->setObjectName(QStringLiteral("range"));
    for (const auto kind : {RangeKind::Today, RangeKind::Week, RangeKind::Month, RangeKind::Season, RangeKind::Custom})
        m_range->addItem(QString(), int(kind));
    m_range->setCurrentIndex(int(RangeKind::Month));
    layout->addWidget(m_range);
    const auto dateEdit = [&](int days) {
        auto *edit = new QDateEdit(dateOf(m_backend.clock().now()).addDays(days), line);
        edit->setCalendarPopup(true);
        edit->hide();
        layout->addWidget(edit);
        connect(edit, &QDateEdit::dateChanged, this, &StatisticsPage::ask);
        return edit;
    };
    m_from = dateEdit(0);
    m_to = dateEdit(29);
    m_event = new QComboBox(line);
    m_event->setObjectName(QStringLiteral("event"));
    m_event->addItem(QString());
    m_event->setMinimumContentsLength(24);
    m_event->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    layout->addWidget(m_event, 1);
    m_tables = makeButton(QString(), ButtonRole::Secondary, line);
    m_tables->setObjectName(QStringLiteral("tables"));
    auto *save = makeButton(QString(), ButtonRole::Secondary, line);
    layout->addWidget(m_tables);
    layout->addWidget(save);
    say(line, [this, save] {
        m_range->setAccessibleName(tr("Events in which days"));
        const QStringList ranges{tr("Today"), tr("7 days"), tr("30 days"), tr("Season"), tr("Other days…")};
        for (int i = 0; i < m_range->count(); ++i)
            m_range->setItemText(i, ranges[i]);
        m_from->setAccessibleName(tr("First day"));
        m_to->setAccessibleName(tr("Last day"));
        for (QDateEdit *edit : {m_from, m_to})
            edit->setLocale(QLocale());
        m_event->setAccessibleName(tr("Event"));
        m_event->setItemText(0, tr("All events"));
        save->setText(tr("Export CSV…"));
        tellTables();
    });
    connect(m_tables, &QPushButton::clicked, this, &StatisticsPage::toggleTables);
    connect(save, &QPushButton::clicked, this, &StatisticsPage::exportCsv);
    connect(m_event, &QComboBox::currentIndexChanged, this, &StatisticsPage::ask);
    connect(m_range, &QComboBox::currentIndexChanged, this, [this] {
        const bool isCustom = RangeKind(m_range->currentData().toInt()) == RangeKind::Custom;
        m_from->setVisible(isCustom);
        m_to->setVisible(isCustom);
        ask();
    });
    return line;
}

QWidget *StatisticsPage::makeNumbers()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::Medium);
    const auto tile = [&](std::function<QString()> words, const QString &name) {
        auto *made = new NumberTile(std::move(words), row);
        made->setObjectName(name);
        layout->addWidget(made, 1);
        return made;
    };
    m_sold = tile([] { return tr("Sold places"); }, QStringLiteral("sold"));
    m_reserved = tile([] { return tr("Reserved now"); }, QStringLiteral("reserved"));
    m_revenue = tile([] { return tr("Revenue"); }, QStringLiteral("revenue"));
    m_conversion = tile([] { return tr("Reservations that became orders"); }, QStringLiteral("conversion"));
    return row;
}

QWidget *StatisticsPage::makeFigures()
{
    auto *scroll = new QScrollArea(m_content);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *figures = new QWidget;
    auto *layout = new QVBoxLayout(figures);
    layout->setContentsMargins(0, 0, space::Small, 0);
    layout->setSpacing(space::Medium);
    layout->addWidget(makeNumbers());
    m_events = new PlacesChart(m_theme);
    m_types = new PlacesChart(m_theme);
    m_days = new TakingsChart(m_theme);
    m_days->setMinimumHeight(240);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(space::Medium);
    layout->addLayout(columns, 1);
    columns->addWidget(makeFigure([] { return tr("Reserved and sold by event"); }, m_events, m_eventFigure), 3);
    auto *right = new QVBoxLayout;
    right->setSpacing(space::Medium);
    columns->addLayout(right, 2);
    right->addWidget(makeFigure([] { return tr("Takings by day"); }, m_days, m_dayFigure));
    right->addWidget(makeFigure([] { return tr("Reserved and sold by ticket type"); }, m_types, m_typeFigure));
    right->addStretch(1);
    scroll->setWidget(figures);
    figures->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    return scroll;
}

QWidget *StatisticsPage::makeFigure(std::function<QString()> title, QWidget *chart, Figure &figure)
{
    auto *panel = new QFrame(this);
    setPanel(panel);
    auto *layout = new QVBoxLayout(panel);
    layout->setContentsMargins(space::Large, space::Medium, space::Large, space::Medium);
    auto *label = new QLabel(panel);
    setTextRole(label, TypeRole::Strong);
    layout->addWidget(label);
    figure.sides = new QStackedWidget(panel);
    auto *holder = new QWidget(figure.sides); // charts of places are as high as their rows
    auto *inside = new QVBoxLayout(holder);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->addWidget(chart);
    inside->addStretch();
    figure.table = new FigureTable(QString(), figure.sides);
    say(panel, [label, table = figure.table, title = std::move(title)] {
        label->setText(title());
        table->setAccessibleName(title());
    });
    figure.sides->addWidget(holder);
    figure.sides->addWidget(figure.table);
    layout->addWidget(figure.sides, 1);
    return panel;
}

void StatisticsPage::activate(const Session &session)
{
    m_session = session;
    ask();
}

DateRange StatisticsPage::range() const
{
    const auto kind = RangeKind(m_range->currentData().toInt());
    if (kind == RangeKind::Custom)
        return DateRange::between(m_from->date(), m_to->date());
    return DateRange::of(kind, dateOf(m_backend.clock().now()));
}

void StatisticsPage::ask()
{
    if (m_session.actor.terminal.isNull())
        return;
    using Both = std::pair<StatisticsReport, StatisticsReport>;
    StatisticsFilter now = range().filter();
    StatisticsFilter before = range().before().filter();
    const bool compares = !range().isEverything() && m_event->currentIndex() <= 0;
    if (const auto event = m_event->currentData().value<EventId>(); !event.isNull())
        now.event = event;
    m_isAsking = true;
    m_backend.read(
        this,
        [actor = m_session.actor, now, before, compares](Desk &desk) -> Result<Both> {
            auto report = desk.office.statistics().report(actor, now);
            if (!report)
                return fail(report.error());
            auto earlier = compares ? desk.office.statistics().report(actor, before) : Result<StatisticsReport>(StatisticsReport());
            if (!earlier)
                return fail(earlier.error());
            return Both(std::move(*report), std::move(*earlier));
        },
        [this](const Result<Both> &answer) {
            m_isAsking = false;
            if (!answer)
                return m_banner->showMessage(Tone::Bad, sentence(answer.error()));
            m_banner->clear();
            present(answer->first, answer->second);
        });
}

void StatisticsPage::present(const StatisticsReport &now, const StatisticsReport &before)
{
    m_report = now;
    m_before = before;
    showNumbers(now, before);
    m_content->setCurrentIndex(now.events.empty() ? 1 : 0);
    const QByteArray shown = csv();
    if (shown == m_shown)
        return;
    m_shown = shown;
    showCharts();
    if (m_event->currentIndex() <= 0)
        fillEvents();
}

void StatisticsPage::showNumbers(const StatisticsReport &now, const StatisticsReport &before)
{
    const Headline current = Headline::of(now);
    const Headline earlier = Headline::of(before);
    const bool compares = !before.events.empty();
    const QLocale locale;
    m_sold->setNumber(locale.toString(current.sold), compares ? changeText(current.sold, earlier.sold) : QString());
    m_reserved->setNumber(locale.toString(current.reserved), compares ? changeText(current.reserved, earlier.reserved) : QString());
    m_revenue->setNumber(current.revenueText(), revenueChangeText(current, earlier));
    m_conversion->setNumber(current.conversionText(), conversionChangeText(current, earlier));
}

void StatisticsPage::showCharts()
{
    const QDate today = dateOf(m_backend.clock().now());
    m_events->setRows(placesRows(m_report.events, [today](const EventFigures &event) {
        return formatDay(dateOf(event.startsAt), today) + u' ' + event.name;
    }));
    m_types->setRows(placesRows(m_report.types, [](const TypeFigures &type) { return type.name; }));
    m_days->setDays(takingsOf(m_report));
    m_eventFigure.table->setFigures(eventRows(m_report, FigureStyle::Screen));
    m_typeFigure.table->setFigures(typeRows(m_report, FigureStyle::Screen));
    m_dayFigure.table->setFigures(dayRows(m_report, FigureStyle::Screen));
}

void StatisticsPage::fillEvents()
{
    const QSignalBlocker blocker(m_event);
    m_event->clear();
    m_event->addItem(tr("All events"));
    for (const EventFigures &event : m_report.events)
        m_event->addItem(event.name + QStringLiteral(" · ") + formatMoment(QDateTime::fromMSecsSinceEpoch(event.startsAt.ms)), QVariant::fromValue(event.event));
}

void StatisticsPage::toggleTables()
{
    const int side = 1 - m_eventFigure.sides->currentIndex();
    for (const Figure *figure : {&m_eventFigure, &m_typeFigure, &m_dayFigure})
        figure->sides->setCurrentIndex(side);
    tellTables();
}

void StatisticsPage::tellTables()
{
    m_tables->setText(m_eventFigure.sides && m_eventFigure.sides->currentIndex() == 1 ? tr("Show charts   T") : tr("Show tables   T"));
}

QByteArray StatisticsPage::csv() const
{
    return eventRows(m_report, FigureStyle::File).csv() + "\r\n" + typeRows(m_report, FigureStyle::File).csv() + "\r\n"
        + dayRows(m_report, FigureStyle::File).csv();
}

void StatisticsPage::exportCsv()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Export the figures"), QDir::home().filePath(tr("statistics") + QStringLiteral(".csv")),
                                                      tr("CSV files (*.csv)"));
    if (path.isEmpty())
        return;
    QSaveFile file(path);
    const QByteArray bytes = csv();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        m_banner->showMessage(Tone::Bad, sentence({ErrorCode::FileUnreadable, {QDir::toNativeSeparators(path), file.errorString()}, {}}));
}

void StatisticsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_timer.start();
    ask();
}

void StatisticsPage::hideEvent(QHideEvent *event)
{
    m_timer.stop();
    QWidget::hideEvent(event);
}

} // namespace foyer
