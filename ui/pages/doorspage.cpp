#include "ui/pages/doorspage.h"

#include "ui/backend/backend.h"
#include "ui/doors/verdictboard.h"
#include "ui/format.h"
#include "ui/frame/keyhelp.h"
#include "ui/retranslation.h"

#include <QtCore/QTimeZone>
#include <QtGui/QKeyEvent>
#include <QtGui/QShortcut>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace foyer {
namespace {

constexpr size_t LastScans = 10;
constexpr int LastScansWidth = 320;
constexpr int ScanFieldWidth = 300;
constexpr auto CountsEvery = std::chrono::seconds(3);
constexpr auto TellsThatItChecks = std::chrono::milliseconds(500);
constexpr Milliseconds DoorsLookBack{std::chrono::hours(24)};  ///< events that began so long ago may still be on
constexpr Milliseconds DoorsLookAhead{std::chrono::hours(7 * 24)};
constexpr Milliseconds BeforeDoors{std::chrono::hours(2)};     ///< an event is on from so long before its doors open

constexpr int ZoneRole = Qt::UserRole + 1; ///< of an event in the list

QTimeZone zoneOfVenue(const Event &event, const std::vector<Venue> &venues)
{
    const auto venue = std::find_if(venues.begin(), venues.end(), [&](const Venue &one) { return one.id == event.venue; });
    return venue == venues.end() ? QTimeZone::systemTimeZone() : venue->timeZone;
}

/// By the clock of the venue.
QString eventWords(const Event &event, const QTimeZone &zone)
{
    return event.name + QStringLiteral(" · ") + formatMoment(QDateTime::fromMSecsSinceEpoch(event.startsAt.ms, zone));
}

/// A scan and the numbers after it.
struct Judged {
    ScanVerdict verdict;
    std::optional<AdmissionCounts> counts;
};

} // namespace

/// What may be on at this door, and where.
struct DoorsPage::OnHere {
    std::vector<Event> events;
    std::vector<Venue> venues;
};

DoorsPage::DoorsPage(const Theme &theme, Backend &backend, QWidget *parent)
    : QWidget(parent)
    , m_backend(backend)
    , m_board(new VerdictBoard(theme, this))
    , m_last(new QListWidget(this))
    , m_lastTitle(new QLabel(this))
{
    m_board->setObjectName(QStringLiteral("verdictBoard"));
    m_last->setObjectName(QStringLiteral("lastScans"));
    m_last->setFocusPolicy(Qt::NoFocus);
    m_last->setSelectionMode(QAbstractItemView::NoSelection);
    m_last->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_last->setTextElideMode(Qt::ElideRight);
    m_last->setFixedWidth(LastScansWidth);
    setTextRole(m_lastTitle, TypeRole::Strong);
    auto *left = new QVBoxLayout;
    left->setSpacing(space::Medium);
    left->addWidget(m_board, 1);
    left->addWidget(makeNumbers());
    auto *right = new QVBoxLayout;
    right->setSpacing(space::Small);
    right->addWidget(m_lastTitle);
    right->addWidget(m_last, 1);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(space::Large);
    middle->addLayout(left, 1);
    middle->addLayout(right);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::Large, space::Medium, space::Large, space::Medium);
    layout->setSpacing(space::Medium);
    layout->addWidget(makeHead());
    layout->addLayout(middle, 1);
    addKeys();
    setFocusProxy(m_field);
    m_refresh.setInterval(CountsEvery);
    connect(&m_refresh, &QTimer::timeout, this, &DoorsPage::askCounts);
    m_slow.setSingleShot(true);
    m_slow.setInterval(TellsThatItChecks);
    connect(&m_slow, &QTimer::timeout, this, [this] { tell({Tone::Muted, IconName::Door, tr("Checking…"), {}}); });
    say(this, [this] { retranslate(); });
}

QWidget *DoorsPage::makeHead()
{
    auto *line = new QWidget(this);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::Small);
    m_field = new QLineEdit(line);
    m_field->setObjectName(QStringLiteral("scanField"));
    m_field->setFixedWidth(ScanFieldWidth);
    m_field->setMinimumHeight(measure::Touch);
    m_events = new QComboBox(line);
    m_events->setObjectName(QStringLiteral("doorEvent"));
    m_events->setMinimumHeight(measure::Touch);
    m_events->setMinimumContentsLength(24);
    m_events->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_events->addItem(QString());
    m_in = makeButton(QString(), ButtonRole::Secondary, line);
    m_out = makeButton(QString(), ButtonRole::Secondary, line);
    m_in->setObjectName(QStringLiteral("scanIn"));
    m_out->setObjectName(QStringLiteral("scanOut"));
    auto *ways = new QButtonGroup(line);
    for (QPushButton *way : {m_in, m_out}) {
        way->setCheckable(true);
        ways->addButton(way);
    }
    m_in->setChecked(true);
    layout->addWidget(m_field);
    layout->addWidget(m_in);
    layout->addWidget(m_out);
    layout->addWidget(m_events, 1);
    connect(m_field, &QLineEdit::returnPressed, this, [this] {
        const QString text = m_field->text();
        m_field->clear();
        if (!text.trimmed().isEmpty())
            scan(text);
    });
    connect(m_events, &QComboBox::activated, this, [this] { choose(event()); });
    connect(m_in, &QPushButton::clicked, this, [this] { setPassing(Passing::In); });
    connect(m_out, &QPushButton::clicked, this, [this] { setPassing(Passing::Out); });
    return line;
}

QWidget *DoorsPage::makeNumbers()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::Medium);
    static constexpr const char *Names[] = {"admitted", "inside", "expected"};
    for (size_t i = 0; i < m_numbers.size(); ++i) {
        auto *tile = new QFrame(row);
        setPanel(tile);
        m_numbers[i] = new QLabel(tile);
        m_numbers[i]->setObjectName(QLatin1String(Names[i]));
        setTextRole(m_numbers[i], TypeRole::Total);
        m_numberNames[i] = new QLabel(tile);
        setTone(m_numberNames[i], Tone::Muted);
        auto *column = new QVBoxLayout(tile);
        column->setContentsMargins(space::Large, space::Small, space::Large, space::Small);
        column->setSpacing(0);
        column->addWidget(m_numberNames[i]);
        column->addWidget(m_numbers[i]);
        layout->addWidget(tile, 1);
    }
    return row;
}

void DoorsPage::addKeys()
{
    const auto key = [this](Qt::Key keys, const char *meaning, auto verb) {
        auto *shortcut = new QShortcut(keys, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        describe(shortcut, meaning);
        connect(shortcut, &QShortcut::activated, this, verb);
    };
    key(Qt::Key_F2, QT_TRANSLATE_NOOP("Keys", "to the scan field"), [this] { m_field->setFocus(); });
    key(Qt::Key_F3, QT_TRANSLATE_NOOP("Keys", "choose the event"), [this] {
        m_events->setFocus();
        m_events->showPopup();
    });
    key(Qt::Key_F8, QT_TRANSLATE_NOOP("Keys", "scan people out, or in again"), [this] { setPassing(m_passing == Passing::In ? Passing::Out : Passing::In); });
}

void DoorsPage::activate(const Session &session)
{
    if (session.actor.staff != m_session.actor.staff)
        m_scanned.clear();
    m_session = session;
    m_field->clear();
    m_field->setFocus(Qt::OtherFocusReason);
    showLast();
    showReady();
    loadEvents();
}

void DoorsPage::loadEvents()
{
    EventFilter filter;
    const Instant now = m_backend.clock().now();
    filter.from = now - DoorsLookBack;
    filter.to = now + DoorsLookAhead;
    const auto look = [filter](Desk &desk) -> Result<OnHere> {
        auto events = desk.office.catalogue().events(filter);
        auto venues = desk.office.catalogue().venues();
        if (!events || !venues)
            return fail(events ? venues.error() : events.error());
        return OnHere{std::move(*events), std::move(*venues)};
    };
    m_backend.run(this, look, [this](const Result<OnHere> &on) {
        if (!on)
            return tell(verdictWords(on.error()));
        showEvents(*on);
    });
}

void DoorsPage::showEvents(const OnHere &on)
{
    const EventId before = event();
    const Instant now = m_backend.clock().now();
    std::vector<EventId> onNow;
    m_events->clear();
    m_events->addItem(QString());
    for (const Event &one : on.events) {
        const QTimeZone zone = zoneOfVenue(one, on.venues);
        m_events->addItem(eventWords(one, zone), QVariant::fromValue(one.id));
        m_events->setItemData(m_events->count() - 1, QVariant::fromValue(zone), ZoneRole);
        if (now >= one.doorsAt - BeforeDoors && now < one.endsAt)
            onNow.push_back(one.id);
    }
    // What the steward chose stays; nobody has to choose when there is one to choose from.
    const EventId wanted = !before.isNull() ? before : onNow.size() == 1 ? onNow.front() : EventId();
    m_events->setCurrentIndex(wanted.isNull() ? 0 : qMax(0, m_events->findData(QVariant::fromValue(wanted))));
    retranslate();
    choose(event());
}

EventId DoorsPage::event() const
{
    return m_events->currentData().value<EventId>();
}

/// Of the venue where the steward stands.
QTimeZone DoorsPage::zone() const
{
    const auto zone = m_events->currentData(ZoneRole).value<QTimeZone>();
    return zone.isValid() ? zone : QTimeZone::systemTimeZone();
}

void DoorsPage::choose(EventId chosen)
{
    m_counts.reset();
    showCounts();
    if (m_waiting == 0)
        showReady();
    if (!chosen.isNull())
        askCounts();
    if (isVisible())
        m_field->setFocus(Qt::OtherFocusReason);
}

void DoorsPage::setPassing(Passing passing)
{
    m_passing = passing;
    (passing == Passing::In ? m_in : m_out)->setChecked(true);
    showReady();
    m_field->setFocus(Qt::OtherFocusReason);
}

void DoorsPage::scan(const QString &text)
{
    if (event().isNull()) {
        showReady();
        Q_EMIT answered(Tone::Warn);
        return;
    }
    ++m_waiting;
    m_slow.start();
    m_backend.run(this, [actor = m_session.actor, request = ScanRequest{text, event(), m_passing}](Desk &desk) -> Result<Judged> {
        auto verdict = desk.office.admissions().scan(actor, request);
        if (!verdict)
            return fail(verdict.error());
        const auto counts = desk.office.admissions().counts(actor, request.event);
        return Judged{std::move(*verdict), counts ? std::optional(*counts) : std::nullopt};
    }, [this, chosen = event()](const Result<Judged> &judged) {
        if (judged && judged->counts && chosen == event())
            m_counts = judged->counts;
        take(judged ? Result<ScanVerdict>(judged->verdict) : fail(judged.error()));
    });
}

void DoorsPage::take(const Result<ScanVerdict> &verdict)
{
    if (--m_waiting == 0)
        m_slow.stop();
    if (verdict) {
        m_scanned.push_front({m_backend.clock().now(), *verdict});
        if (m_scanned.size() > LastScans)
            m_scanned.pop_back();
        showLast();
        showCounts();
    }
    const VerdictWords words = verdict ? verdictWords(*verdict, zone()) : verdictWords(verdict.error());
    tell(words);
    Q_EMIT answered(words.tone);
}

void DoorsPage::tell(const VerdictWords &words)
{
    m_board->present(words);
}

void DoorsPage::showReady()
{
    if (event().isNull())
        return tell({Tone::Warn, IconName::Warning, tr("Choose the event"), tr("What is on at this door? Choose it above (F3), then scan.")});
    tell({Tone::Muted, IconName::Door, m_passing == Passing::In ? tr("Ready to scan") : tr("Ready to scan people out"), tr("Scan a code, or type the ten characters below it.")});
}

void DoorsPage::showLast()
{
    m_last->clear();
    for (const Scanned &one : m_scanned)
        m_last->addItem(scanLine(one.at, one.verdict, zone()));
}

void DoorsPage::askCounts()
{
    if (event().isNull() || m_waiting > 0) // a scan brings them along
        return;
    m_backend.run(this, [actor = m_session.actor, id = event()](Desk &desk) { return desk.office.admissions().counts(actor, id); },
                  [this, id = event()](const Result<AdmissionCounts> &counts) {
        if (!counts || id != event())
            return;
        m_counts = *counts;
        showCounts();
    });
}

void DoorsPage::showCounts()
{
    const QLocale locale;
    const std::array<int, 3> figures = m_counts ? std::array{m_counts->admitted, m_counts->inside, m_counts->expected} : std::array{0, 0, 0};
    for (size_t i = 0; i < m_numbers.size(); ++i)
        m_numbers[i]->setText(m_counts ? locale.toString(figures[i]) : QStringLiteral("–"));
}

void DoorsPage::retranslate()
{
    m_field->setPlaceholderText(tr("Scan or type a ticket (F2)"));
    m_field->setAccessibleName(tr("Scan or type a ticket"));
    m_events->setAccessibleName(tr("Event at this door"));
    m_events->setItemText(0, tr("Choose the event… (F3)"));
    m_in->setText(tr("In"));
    m_out->setText(tr("Out"));
    m_lastTitle->setText(tr("The last ten"));
    m_last->setAccessibleName(tr("The last ten"));
    const std::array names{tr("Admitted"), tr("Inside"), tr("Still expected")};
    for (size_t i = 0; i < names.size(); ++i)
        m_numberNames[i]->setText(names[i]);
    showCounts();
    showLast();
    if (m_scanned.empty())
        showReady();
    else
        tell(verdictWords(m_scanned.front().verdict, zone()));
}

/// What is typed while a button has the keys is meant for the field all the same.
void DoorsPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_field->text().isEmpty())
        return m_field->clear();
    const QString text = event->text();
    if (text.isEmpty() || !text.front().isPrint() || text == QLatin1String(" ") || m_field->hasFocus())
        return QWidget::keyPressEvent(event);
    m_field->setFocus(Qt::OtherFocusReason);
    m_field->insert(text);
}

void DoorsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_refresh.start();
}

void DoorsPage::hideEvent(QHideEvent *event)
{
    m_refresh.stop();
    QWidget::hideEvent(event);
}

} // namespace foyer
