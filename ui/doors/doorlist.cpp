#include "ui/doors/doorlist.h"

#include "core/domain/errortext.h"
#include "ui/backend/backend.h"
#include "ui/doors/grantform.h"
#include "ui/format.h"
#include "ui/orders/orderquestion.h"
#include "ui/retranslation.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptystate.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTreeWidget>

namespace foyer {
namespace {

constexpr auto DoorsEvery = std::chrono::seconds(3);
constexpr int DoorRowHeight = 44;
constexpr int DoorRole = Qt::UserRole; ///< of a row: whose it is, or which grant
enum DoorColumn { NameColumn, HeardColumn, LeftColumn, SoldColumn, ReturnedColumn, DoorColumns };

QTreeWidgetItem *figureRow(const QString &name, const QString &state, qint64 left, qint64 sold, qint64 returned)
{
    const QLocale locale;
    auto *row = new QTreeWidgetItem({name, state, locale.toString(left), locale.toString(sold), locale.toString(returned)});
    for (int column = LeftColumn; column <= ReturnedColumn; ++column)
        row->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    for (const int column : {NameColumn, HeardColumn})
        row->setToolTip(column, row->text(column));
    row->setSizeHint(NameColumn, {0, DoorRowHeight});
    return row;
}

} // namespace

DoorList::DoorList(const Theme &theme, Backend &backend, Monotonic now, QWidget *parent)
    : QWidget(parent)
    , m_backend(backend)
    , m_banner(new Banner(theme, this))
    , m_sides(new QStackedWidget(this))
    , m_question(new OrderQuestion(std::move(now), this))
    , m_form(new GrantForm(backend, this))
{
    m_banner->setObjectName(QStringLiteral("doorListBanner"));
    m_banner->setDismissable(true);
    auto *nothing = new EmptyState(theme, IconName::Door, QString(), QString(), this);
    for (QWidget *side : std::initializer_list<QWidget *>{nothing, makeList(), m_question, m_form})
        m_sides->addWidget(side);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::Large, space::Medium, space::Large, space::Medium);
    layout->setSpacing(space::Medium);
    layout->addWidget(m_banner);
    layout->addWidget(m_sides, 1);
    connectVerbs();
    m_refresh.setInterval(DoorsEvery);
    connect(&m_refresh, &QTimer::timeout, this, [this] {
        if (m_asking == 0)
            look();
    });
    say(this, [this, nothing] {
        nothing->setText(tr("No machine is a door of this box office yet. \"foyerctl door add NAME\" gives out a code that makes one a door; it then scans and sells without a network."));
        retranslate();
    });
}

QWidget *DoorList::makeList()
{
    auto *side = new QWidget(this);
    m_tree = new QTreeWidget(side);
    m_tree->setObjectName(QStringLiteral("doorTree"));
    m_tree->setColumnCount(DoorColumns);
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_tree->header()->setSectionResizeMode(NameColumn, QHeaderView::Stretch);
    m_give = makeButton(QString(), ButtonRole::Secondary, side);
    m_revoke = makeButton(QString(), ButtonRole::Danger, side);
    m_writeOff = makeButton(QString(), ButtonRole::Danger, side);
    m_give->setObjectName(QStringLiteral("givePlaces"));
    m_revoke->setObjectName(QStringLiteral("revokePlaces"));
    m_writeOff->setObjectName(QStringLiteral("writeOffPlaces"));
    auto *verbs = new QHBoxLayout;
    verbs->setSpacing(space::Small);
    for (QPushButton *button : {m_give, m_revoke, m_writeOff})
        verbs->addWidget(button);
    verbs->addStretch();
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::Medium);
    layout->addWidget(m_tree, 1);
    layout->addLayout(verbs);
    return side;
}

void DoorList::connectVerbs()
{
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &DoorList::refreshVerbs);
    connect(m_revoke, &QPushButton::clicked, this, &DoorList::askRevoke);
    connect(m_writeOff, &QPushButton::clicked, this, &DoorList::askWriteOff);
    connect(m_give, &QPushButton::clicked, this, [this] {
        const DoorState *chosen = door();
        if (!chosen)
            return;
        m_banner->clear();
        m_sides->setCurrentIndex(Giving);
        m_form->begin(chosen->terminal, chosen->name);
    });
    connect(m_question, &OrderQuestion::agreed, this, &DoorList::act);
    connect(m_question, &OrderQuestion::left, this, &DoorList::stepBack);
    connect(m_form, &GrantForm::given, this, &DoorList::give);
    connect(m_form, &GrantForm::left, this, &DoorList::stepBack);
}

void DoorList::retranslate()
{
    m_tree->setAccessibleName(tr("Doors and what they may sell"));
    m_tree->setHeaderLabels({tr("Door"), tr("State"), tr("Left to sell"), tr("Sold"), tr("Given back")});
    for (int column = LeftColumn; column <= ReturnedColumn; ++column)
        m_tree->headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    m_give->setText(tr("Give it places…"));
    m_writeOff->setText(tr("Sell the places here again…"));
    fill();
    if (m_sides->currentIndex() == Asked)
        stepBack();
}

void DoorList::activate(const Session &session)
{
    m_session = session;
    m_banner->clear();
    if (m_sides->currentIndex() > Shown)
        stepBack();
    takeKeys();
    look();
}

/// Of an empty list nobody gets them, nor of one that is not shown.
void DoorList::takeKeys()
{
    if (m_tree->isVisible())
        m_tree->setFocus(Qt::OtherFocusReason);
}

void DoorList::look()
{
    ++m_asking;
    m_backend.run(this, read, [this](const Result<All> &all) {
        --m_asking;
        if (!all)
            return m_banner->showMessage(Tone::Bad, sentence(all.error()));
        m_all = *all;
        if (const QStringList rows = rowsOf(m_all); rows != m_rows) { // else the list stands still under the finger
            m_rows = rows;
            fill();
        }
        const bool isNew = m_sides->currentIndex() == Nothing && !m_all.doors.empty();
        if (m_sides->currentIndex() <= Shown)
            m_sides->setCurrentIndex(m_all.doors.empty() ? Nothing : Shown);
        if (isNew)
            takeKeys();
    });
}

Result<DoorList::All> DoorList::read(Desk &desk)
{
    auto doors = desk.office.doorCentre().doors();
    if (!doors)
        return fail(doors.error());
    auto grants = desk.office.doorGrants().grants();
    if (!grants)
        return fail(grants.error());
    return All{std::move(*doors), std::move(*grants)};
}

/// Everything that the list shows of them.
QStringList DoorList::rowsOf(const All &all)
{
    QStringList rows;
    for (const DoorState &door : all.doors)
        rows << door.terminal.toString() << door.name << QString::number(door.seenAt ? door.seenAt->ms : 0) << QString::number(door.stoppedAt.has_value());
    for (const GrantState &grant : all.grants)
        rows << grant.id.toString() << grant.state << QString::number(grant.left) << QString::number(grant.sold) << QString::number(grant.returned);
    return rows;
}

/// What was chosen stays chosen, and the list where it stands.
void DoorList::fill()
{
    const QUuid chosen = m_tree->currentItem() ? m_tree->currentItem()->data(NameColumn, DoorRole).toUuid() : QUuid();
    const QSignalBlocker quiet(m_tree);
    m_tree->clear();
    for (const DoorState &door : m_all.doors) {
        QTreeWidgetItem *row = makeRow(door);
        m_tree->addTopLevelItem(row);
        for (const GrantState &grant : m_all.grants)
            if (grant.door == door.terminal)
                row->addChild(makeRow(grant));
    }
    m_tree->expandAll();
    for (QTreeWidgetItemIterator row(m_tree); *row; ++row)
        if ((*row)->data(NameColumn, DoorRole).toUuid() == chosen)
            m_tree->setCurrentItem(*row);
    if (!m_tree->currentItem())
        m_tree->setCurrentItem(m_tree->topLevelItem(0));
    refreshVerbs();
}

QTreeWidgetItem *DoorList::makeRow(const DoorState &door) const
{
    qint64 left = 0, sold = 0, returned = 0;
    for (const GrantState &grant : m_all.grants)
        if (grant.door == door.terminal) {
            left += grant.left;
            sold += grant.sold;
            returned += grant.returned;
        }
    const QString heard = door.seenAt ? tr("heard %1").arg(formatMoment(QDateTime::fromMSecsSinceEpoch(door.seenAt->ms))) : tr("never heard");
    auto *row = figureRow(door.name, door.stoppedAt ? tr("stopped: two machines spoke for it") : heard, left, sold, returned);
    row->setData(NameColumn, DoorRole, door.terminal.uuid());
    QFont strong = row->font(NameColumn);
    strong.setWeight(QFont::DemiBold);
    row->setFont(NameColumn, strong);
    return row;
}

QTreeWidgetItem *DoorList::makeRow(const GrantState &grant) const
{
    const QString state = grant.state == QLatin1String("offered") ? tr("waits for the door to fetch it")
                        : grant.state == QLatin1String("active")  ? tr("the door has it")
                                                                  : tr("revoked");
    auto *row = figureRow(grant.eventName + QStringLiteral(", ") + grant.ticketTypeName, state, grant.left, grant.sold, grant.returned);
    row->setData(NameColumn, DoorRole, grant.id.uuid());
    return row;
}

const GrantState *DoorList::grant() const
{
    const QTreeWidgetItem *row = m_tree->currentItem();
    const auto found = std::find_if(m_all.grants.begin(), m_all.grants.end(), [row](const GrantState &one) { return row && one.id.uuid() == row->data(NameColumn, DoorRole).toUuid(); });
    return found == m_all.grants.end() ? nullptr : &*found;
}

/// The chosen one, or whose grant is chosen.
const DoorState *DoorList::door() const
{
    const QTreeWidgetItem *row = m_tree->currentItem();
    if (row && row->parent())
        row = row->parent();
    const auto found = std::find_if(m_all.doors.begin(), m_all.doors.end(), [row](const DoorState &one) { return row && one.terminal.uuid() == row->data(NameColumn, DoorRole).toUuid(); });
    return found == m_all.doors.end() ? nullptr : &*found;
}

void DoorList::refreshVerbs()
{
    const DoorState *chosen = door();
    const GrantState *one = grant();
    const auto isAlive = [](const GrantState &each) { return each.state != QLatin1String("revoked"); };
    const bool hasAny = chosen && std::any_of(m_all.grants.begin(), m_all.grants.end(), [&](const GrantState &each) { return each.door == chosen->terminal && isAlive(each); });
    m_give->setEnabled(chosen && !chosen->stoppedAt);
    m_revoke->setText(one ? tr("Revoke these places…") : tr("Revoke all its places…"));
    m_revoke->setEnabled(one ? isAlive(*one) : hasAny);
    m_writeOff->setEnabled(one && !isAlive(*one) && one->left > 0);
}

void DoorList::askRevoke()
{
    const DoorState *chosen = door();
    if (!chosen)
        return;
    const GrantState *one = grant();
    const QString what = one ? tr("Revoke what %1 has of %2, %3?").arg(chosen->name, one->eventName, one->ticketTypeName) : tr("Revoke all places of %1?").arg(chosen->name);
    ask(what, tr("For a door that is lost. Nobody comes in with its tickets, but those whose sale is known here. Nothing brings the places back to it; what it sells all the same has to be settled."),
        one ? tr("Revoke these places") : tr("Revoke all its places"), [door = chosen->terminal, name = chosen->name, id = one ? one->id : DoorGrantId()](Desk &desk, const Actor &actor) -> Result<QString> {
            const auto revoked = desk.office.doorGrants().revoke(actor, door, id);
            return revoked ? Result<QString>(tr("Nobody comes in with these tickets of %1 any more.").arg(name)) : fail(revoked.error());
        });
}

void DoorList::askWriteOff()
{
    const GrantState *one = grant();
    if (!one)
        return;
    ask(tr("Sell %n place(s) of %1, %2 here again?", nullptr, int(one->left)).arg(one->eventName, one->ticketTypeName),
        tr("%1 may have sold them without anybody having heard of it: then two people have the same place. Whoever says yes takes that risk.").arg(one->doorName), tr("Sell them here again"),
        [id = one->id](Desk &desk, const Actor &actor) -> Result<QString> {
            const auto places = desk.office.doorGrants().writeOff(actor, id);
            return places ? Result<QString>(tr("%n place(s) are for sale here again.", nullptr, int(*places))) : fail(places.error());
        });
}

void DoorList::ask(const QString &title, const QString &sentences, const QString &text, Verb verb)
{
    m_banner->clear();
    m_verb = std::move(verb);
    m_sides->setCurrentIndex(Asked);
    m_question->ask({title, QString(), sentences, text, QString()});
}

void DoorList::act()
{
    m_question->setBusy(true);
    m_backend.run(this, [verb = m_verb, actor = m_session.actor](Desk &desk) { return verb(desk, actor); }, [this](const Result<QString> &done) {
        m_question->setBusy(false);
        stepBack();
        onDone(done);
    });
}

void DoorList::give(const GrantWish &wish)
{
    m_form->setBusy(true);
    m_backend.run(this, [wish, actor = m_session.actor](Desk &desk) -> Result<QString> {
        const auto granted = desk.office.doorGrants().grant(actor, wish);
        return granted ? Result<QString>(tr("%n place(s) are %1's to sell, as soon as it has fetched them.", nullptr, int(granted->left)).arg(granted->doorName)) : fail(granted.error());
    }, [this](const Result<QString> &done) {
        m_form->setBusy(false);
        if (done)
            stepBack(); // else what was typed can be set right
        onDone(done);
    });
}

void DoorList::onDone(const Result<QString> &done)
{
    if (done)
        m_banner->showMessage(Tone::Good, *done);
    else
        m_banner->showMessage(Tone::Bad, sentence(done.error()));
    look();
}

void DoorList::stepBack()
{
    m_sides->setCurrentIndex(m_all.doors.empty() ? Nothing : Shown);
    takeKeys();
}

void DoorList::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_sides->currentIndex() > Shown)
        return stepBack();
    QWidget::keyPressEvent(event);
}

void DoorList::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_refresh.start();
}

void DoorList::hideEvent(QHideEvent *event)
{
    m_refresh.stop();
    QWidget::hideEvent(event);
}

} // namespace foyer
