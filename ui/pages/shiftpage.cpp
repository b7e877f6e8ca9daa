#include "ui/pages/shiftpage.h"

#include "core/domain/businessday.h"
#include "core/domain/errortext.h"
#include "ui/backend/backend.h"
#include "ui/format.h"
#include "ui/printing/printdesk.h"
#include "ui/printing/reportpdf.h"
#include "ui/printing/shiftprint.h"
#include "ui/retranslation.h"
#include "ui/shift/cashpanel.h"
#include "ui/shift/countpanel.h"
#include "ui/shift/reportview.h"
#include "ui/shift/zlist.h"
#include "ui/theme/stylesheet.h"
#include "ui/widgets/banner.h"

#include <QtCore/QDir>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>

namespace foyer {
namespace {

constexpr int VerbsWidth = 280;

enum ShiftVerb { PayIn, PayOut, NoSale, ReadX, HandOver, CountVerb, EarlierZs };

} // namespace

ShiftPage::ShiftPage(const Theme &theme, Backend &backend, ShiftPageOptions options, QWidget *parent)
    : QWidget(parent)
    , m_backend(backend)
    , m_options(std::move(options))
    , m_side(new QWidget(this))
    , m_title(new QLabel(this))
    , m_state(new QLabel(this))
    , m_detail(new QLabel(this))
    , m_banner(new Banner(theme, this))
    , m_panels(new QStackedWidget(this))
    , m_home(new QWidget(this))
    , m_hint(new QLabel(m_home))
    , m_cash(new CashPanel(theme, this))
    , m_count(new CountPanel(this))
    , m_report(new ReportView(this))
    , m_zs(new ZList(this))
    , m_approval(new ApprovalPanel(theme, backend, this))
{
    setTextRole(m_title, TypeRole::Section);
    setTextRole(m_state, TypeRole::Strong);
    m_state->setObjectName(QStringLiteral("shiftState"));
    setTone(m_detail, Tone::Muted);
    setTone(m_hint, Tone::Muted);
    for (QLabel *label : {m_state, m_detail, m_hint})
        label->setWordWrap(true);
    m_banner->setDismissable(true);
    auto *homeLayout = new QVBoxLayout(m_home);
    homeLayout->setContentsMargins(0, 0, 0, 0);
    homeLayout->addWidget(m_hint);
    homeLayout->addStretch(1);
    for (QWidget *panel : std::initializer_list<QWidget *>{m_home, m_cash, m_count, m_report, m_zs})
        m_panels->addWidget(panel);
    m_side->setFixedWidth(VerbsWidth);
    auto *verbs = new QVBoxLayout(m_side);
    verbs->setContentsMargins(0, 0, 0, 0);
    verbs->setSpacing(space::Small);
    verbs->addWidget(m_title);
    verbs->addWidget(m_state);
    verbs->addWidget(m_detail);
    verbs->addSpacing(space::Small);
    makeVerbs(verbs);
    verbs->addStretch(1);
    auto *middle = new QVBoxLayout;
    middle->setSpacing(space::Medium);
    middle->addWidget(m_banner);
    middle->addWidget(m_panels, 1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::Large, space::Large, space::Large, space::Large);
    layout->setSpacing(space::Huge);
    layout->addWidget(m_side);
    layout->addLayout(middle, 1);
    layout->addWidget(m_approval);
    connectPanels();
    say(this, [this] { retranslate(); });
}

QPushButton *ShiftPage::addVerb(QVBoxLayout *column, const char *name, const std::function<void()> &verb)
{
    QPushButton *button = makeButton(QString(), ButtonRole::Secondary, this);
    button->setObjectName(QLatin1String(name));
    connect(button, &QPushButton::clicked, this, verb);
    column->addWidget(button);
    m_verbs.push_back(button);
    return button;
}

void ShiftPage::makeVerbs(QVBoxLayout *column)
{
    addVerb(column, "payIn", [this] { askMove(CashMoveKind::PaidIn); });
    addVerb(column, "payOut", [this] { askMove(CashMoveKind::PaidOut); });
    addVerb(column, "noSale", [this] { askMove(CashMoveKind::NoSale); });
    addVerb(column, "readX", [this] { readX(); });
    addVerb(column, "handOver", [this] { handOver(); });
    setButtonRole(addVerb(column, "countDrawer", [this] { beginCount(); }), ButtonRole::Primary);
    addVerb(column, "earlierZs", [this] { readZs(); });
}

void ShiftPage::connectPanels()
{
    connect(m_cash, &CashPanel::floatGiven, this, &ShiftPage::open);
    connect(m_cash, &CashPanel::moveWanted, this, &ShiftPage::move);
    connect(m_cash, &CashPanel::left, this, &ShiftPage::showHome);
    connect(m_count, &CountPanel::counted, this, &ShiftPage::count);
    connect(m_banner, &Banner::actionTriggered, this, &ShiftPage::close);
    connect(m_count, &CountPanel::left, this, &ShiftPage::leaveCount);
    connect(m_report, &ReportView::printWanted, this, &ShiftPage::print);
    connect(m_report, &ReportView::pdfWanted, this, &ShiftPage::savePdf);
    connect(m_report, &ReportView::left, this, [this] { leave(); });
    connect(m_zs, &ZList::chosen, this, &ShiftPage::readZ);
    connect(m_zs, &ZList::left, this, &ShiftPage::showHome);
    connect(m_approval, &ApprovalPanel::opened, this, [this] { m_side->setVisible(m_panels->currentWidget() != m_count); }); // both do not fit
    connect(m_approval, &ApprovalPanel::closed, this, [this] {
        m_side->show();
        m_cash->setBusy(false);
        m_count->setBusy(false);
    });
}

void ShiftPage::activate(const Session &session)
{
    m_session = session;
    m_banner->clear();
    m_approval->cancel();
    m_cash->setBusy(false);
    reload();
}

void ShiftPage::reload()
{
    m_backend.run(this, [](Desk &desk) -> Result<Standing> {
        const auto shift = desk.office.shifts().current();
        const auto house = desk.office.shifts().house();
        if (!shift || !house)
            return fail(shift ? house.error() : shift.error());
        return Standing{*shift, *shift ? (*shift)->opening.currency() : house->currency, house->zone};
    }, [this](const Result<Standing> &standing) {
        if (succeeded(standing))
            show(*standing);
    });
}

void ShiftPage::show(const Standing &standing)
{
    m_standing = standing;
    retranslate();
    showHome();
}

void ShiftPage::showHome()
{
    m_isZList = false;
    m_reader = {};
    m_approval->cancel();
    if (!m_standing.shift) {
        m_panels->setCurrentWidget(m_cash); // first: what is hidden takes no focus
        return m_cash->askFloat(m_standing.currency);
    }
    if (m_standing.shift->state == DrawerState::Counting) {
        m_panels->setCurrentWidget(m_count);
        return m_count->begin(m_standing.currency);
    }
    m_panels->setCurrentWidget(m_home);
    m_verbs[CountVerb]->setFocus();
}

void ShiftPage::showPanel(QWidget *panel)
{
    m_banner->clear();
    m_panels->setCurrentWidget(panel);
}

void ShiftPage::retranslate()
{
    const QStringList words{tr("Pay cash in…"), tr("Pay cash out…"), tr("Open without a sale…"), tr("Read so far (X)"), tr("Hand over…"),
                            tr("Count and close…"), tr("Earlier Zs")};
    const bool isOpen = m_standing.shift && m_standing.shift->state == DrawerState::Open;
    for (int i = 0; i < int(m_verbs.size()); ++i) {
        m_verbs[size_t(i)]->setText(words[i]);
        m_verbs[size_t(i)]->setVisible(i == EarlierZs || (m_standing.shift && (isOpen || i == ReadX || i == HandOver)));
    }
    m_title->setText(tr("Shift"));
    m_hint->setText(tr("Sales go on as ever: their cash counts in this shift. At its end, count the drawer; the report then says what was taken."));
    if (!m_standing.shift) {
        m_state->setText(tr("No shift is open on this till."));
        return m_detail->clear();
    }
    const DrawerShift &shift = *m_standing.shift;
    const QString cashier = shift.cashier.isEmpty() ? tr("the house") : shift.cashier;
    m_state->setText(isOpen ? tr("Open, %1").arg(cashier) : tr("Being counted, %1").arg(cashier));
    const QString since = formatMoment(QDateTime::fromMSecsSinceEpoch(shift.openedAt.ms));
    m_detail->setText(tr("Shift %1 since %2, float %3").arg(QString::number(shift.number), since, formatMoney(shift.opening, MoneySign::Show)));
    if (businessDay(m_backend.clock().now(), m_standing.zone) != shift.day)
        m_detail->setText(m_detail->text() + u'\n' + tr("It belongs to a business day that is over. Count and close it."));
}

template <typename T>
bool ShiftPage::succeeded(const Result<T> &result)
{
    m_cash->setBusy(false);
    m_count->setBusy(false);
    if (!result)
        m_banner->showMessage(Tone::Bad, sentence(result.error()));
    return result.has_value();
}

void ShiftPage::open(Money opening)
{
    m_banner->clear();
    m_backend.run(this, [actor = m_session.actor, opening](Desk &desk) { return desk.office.shifts().open(actor, opening); },
                  [this](const Result<DrawerShift> &shift) {
        if (!succeeded(shift))
            return;
        m_banner->showMessage(Tone::Good, tr("Shift %1 is open.").arg(shift->number));
        reload();
    });
}

void ShiftPage::askMove(CashMoveKind kind)
{
    m_approval->cancel();
    showPanel(m_cash);
    m_cash->askMove(kind, m_standing.currency);
}

void ShiftPage::move(CashMoveKind kind, Money amount, const QString &reason)
{
    m_banner->clear();
    m_approval->withRight(Permission::MoveCash, m_session, [this, kind, amount, reason](const Actor &actor) {
        m_cash->setBusy(true);
        m_backend.run(this, [actor, kind, amount, reason](Desk &desk) { return desk.office.shifts().move(actor, kind, amount, reason); },
                      [this, kind, amount](const Result<void> &moved) {
            if (!succeeded(moved))
                return;
            if (m_options.printDesk)
                m_options.printDesk->openDrawer();
            showHome();
            const QString words = kind == CashMoveKind::PaidIn ? tr("%1 paid in.") : tr("%1 paid out.");
            m_banner->showMessage(Tone::Good, kind == CashMoveKind::NoSale ? tr("The drawer was opened without a sale.") : words.arg(formatMoney(amount, MoneySign::Show)));
        });
    });
}

/// Whoever answers for the drawer may by themselves, others with leave.
void ShiftPage::asOwner(ApprovalPanel::Then then)
{
    if (isOwn())
        return then(m_session.actor);
    m_approval->withRight(Permission::CloseShifts, m_session, std::move(then));
}

void ShiftPage::handOver()
{
    m_banner->clear();
    asOwner([this](const Actor &giver) {
        m_approval->askPerson(tr("Who takes over the drawer?"), m_session, [this, giver](const Actor &taker) {
            m_backend.run(this, [giver, taker](Desk &desk) { return desk.office.shifts().handOver(giver, taker); }, [this](const Result<DrawerShift> &shift) {
                if (!succeeded(shift))
                    return;
                m_banner->showMessage(Tone::Good, tr("%1 answers for the drawer now.").arg(shift->cashier));
                reload();
            });
        });
    });
}

void ShiftPage::beginCount()
{
    m_approval->cancel();
    showPanel(m_count);
    m_count->begin(m_standing.currency);
}

/// From here on cash stands still. What was counted is on record before anybody learns what it ought to be.
void ShiftPage::count(const CashCount &count)
{
    m_banner->clear();
    m_count->setBusy(true);
    asOwner([this, count](const Actor &actor) {
        m_count->setBusy(true);
        m_closer = actor;
        m_backend.run(this, [actor, count](Desk &desk) { return desk.office.shifts().count(actor, count); }, [this, count](const Result<DrawerShift> &shift) {
            if (!succeeded(shift))
                return;
            m_standing.shift = *shift;
            retranslate();
            m_count->rest();
            m_banner->showMessage(Tone::Warn, tr("You counted %1. Closing is final: the Z gets its number and the difference is booked.")
                                                  .arg(formatMoney(totalOf(count, m_standing.currency), MoneySign::Show)), tr("Close the shift"));
        });
    });
}

void ShiftPage::close()
{
    if (!m_standing.shift || m_standing.shift->state != DrawerState::Counting)
        return;
    m_count->setBusy(true);
    m_backend.run(this, [actor = std::exchange(m_closer, {}), id = m_standing.shift->id](Desk &desk) { return desk.office.shifts().close(actor, id); },
                  [this](const Result<ShiftReport> &z) {
        if (!succeeded(z))
            return;
        m_isZList = false;
        m_standing.shift.reset();
        retranslate();
        showReport(*z, false);
        if (m_options.printDesk && m_options.printDesk->printReport(m_report->report()))
            m_banner->showMessage(Tone::Good, tr("The shift is closed and its Z is printed."));
        else
            savePdf();
    });
}

void ShiftPage::leaveCount()
{
    m_banner->clear();
    if (!m_standing.shift || m_standing.shift->state == DrawerState::Open)
        return showHome();
    asOwner([this](const Actor &actor) {
        m_backend.run(this, [actor](Desk &desk) { return desk.office.shifts().leaveCount(actor); }, [this](const Result<DrawerShift> &shift) {
            if (succeeded(shift))
                reload();
        });
    });
}

void ShiftPage::readX()
{
    m_banner->clear();
    m_approval->withRight(Permission::ReadShifts, m_session, [this](const Actor &actor) {
        m_backend.run(this, [actor](Desk &desk) { return desk.office.shifts().x(actor); }, [this](const Result<ShiftReport> &x) {
            if (!succeeded(x))
                return;
            m_isZList = false;
            showReport(*x, false);
        });
    });
}

void ShiftPage::readZs()
{
    m_banner->clear();
    m_approval->withRight(Permission::ReadShifts, m_session, [this](const Actor &actor) {
        m_reader = actor;
        listZs();
    });
}

void ShiftPage::listZs()
{
    m_backend.run(this, [actor = m_reader](Desk &desk) { return desk.office.shifts().zs(actor); }, [this](const Result<std::vector<ZLine>> &zs) {
        if (!succeeded(zs))
            return;
        showPanel(m_zs);
        m_zs->setZs(*zs);
    });
}

void ShiftPage::readZ(qint64 number)
{
    m_backend.run(this, [actor = m_reader, number](Desk &desk) { return desk.office.shifts().z(actor, number); }, [this](const Result<ShiftReport> &z) {
        if (!succeeded(z))
            return;
        m_isZList = true;
        showReport(*z, true);
    });
}

void ShiftPage::showReport(const ShiftReport &report, bool reprint)
{
    showPanel(m_report);
    auto paper = printing::printedReport(report, QLocale(), m_standing.zone, reprint);
    paper.training = m_options.training;
    m_report->setPrintable(m_options.printDesk && m_options.printDesk->printerFor(printing::Paper::Receipt));
    m_report->setReport(paper);
}

void ShiftPage::print()
{
    if (m_options.printDesk && m_options.printDesk->printReport(m_report->report()))
        m_banner->showMessage(Tone::Good, tr("%1 goes to the printer.").arg(m_report->report().title));
}

void ShiftPage::savePdf()
{
    const QString name = m_report->report().title.simplified().replace(u' ', u'-');
    const QString stamp = QDateTime::fromMSecsSinceEpoch(m_backend.clock().now().ms).toString(QStringLiteral("yyyyMMdd-hhmmss"));
    const QString path = QDir(m_options.folder).filePath(QStringLiteral("%1-%2.pdf").arg(name, stamp));
    const auto written = printing::writeReport(path, m_report->report(), {printing::PaperFormat::A4, QLocale(), QString()});
    if (written)
        m_banner->showMessage(Tone::Good, tr("Saved as %1").arg(QDir::toNativeSeparators(path)));
    else
        m_banner->showMessage(Tone::Bad, sentence(written.error()));
}

void ShiftPage::leave()
{
    if (m_panels->currentWidget() == m_count)
        return leaveCount();
    if (m_panels->currentWidget() == m_report && m_isZList) {
        m_isZList = false;
        return listZs();
    }
    showHome();
}

void ShiftPage::keyPressEvent(QKeyEvent *event)
{
    const bool isHome = m_panels->currentWidget() == m_home || (m_panels->currentWidget() == m_cash && !m_standing.shift);
    if (event->key() == Qt::Key_Escape && !isHome)
        return leave();
    QWidget::keyPressEvent(event);
}

} // namespace foyer
