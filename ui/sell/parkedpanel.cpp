#include "ui/sell/parkedpanel.h"

#include "ui/format.h"
#include "ui/frame/keyhelp.h"
#include "ui/theme/stylesheet.h"
#include "ui/widgets/emptystate.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QShortcut>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedLayout>

namespace foyer {
namespace {

QString eventsOf(const Reservation &reservation)
{
    QStringList names;
    for (const ReservationLine &line : reservation.lines)
        if (!names.contains(line.eventName))
            names << line.eventName;
    return names.join(QStringLiteral(", "));
}

} // namespace

ParkedPanel::ParkedPanel(const Theme &theme, ParkedCarts &carts, QWidget *parent)
    : SidePanel({"parkedList", "closeParked"}, parent)
    , m_carts(carts)
    , m_nothing(new EmptyState(theme, IconName::Ticket, QString(), QString(), this))
    , m_stack(new QStackedLayout)
    , m_name(new QLineEdit(this))
    , m_recall(makeButton(QString(), ButtonRole::Primary, this))
    , m_discard(makeButton(QString(), ButtonRole::Secondary, this))
{
    m_name->setObjectName(QStringLiteral("parkedName"));
    m_recall->setObjectName(QStringLiteral("recall"));
    m_discard->setObjectName(QStringLiteral("discard"));
    m_name->setMaxLength(Parking::MaxLabelLength);
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(list());
    column()->addLayout(m_stack, 1);
    column()->addWidget(m_name);
    column()->addWidget(m_discard);
    column()->addWidget(m_recall);

    connect(list(), &QListWidget::currentRowChanged, this, &ParkedPanel::showName);
    connect(list(), &QListWidget::itemDoubleClicked, this, &ParkedPanel::choose);
    connect(m_recall, &QPushButton::clicked, this, &ParkedPanel::choose);
    connect(m_discard, &QPushButton::clicked, this, [this] {
        if (const ParkedCart *cart = current())
            Q_EMIT discardWanted(cart->reservation);
    });
    connect(m_name, &QLineEdit::editingFinished, this, [this] {
        const ParkedCart *cart = current();
        if (!cart || !m_name->isModified())
            return;
        m_name->setModified(false); // Enter and then leaving the field are one answer
        Q_EMIT named(cart->reservation.id, m_name->text());
    });
    connect(&m_carts, &ParkedCarts::changed, this, &ParkedPanel::refresh);
    m_second.setInterval(std::chrono::seconds(1));
    connect(&m_second, &QTimer::timeout, this, &ParkedPanel::tellTimes);
    m_second.start();
    describeKeys(list(), {{QT_TRANSLATE_NOOP("Keys", "Enter"), QT_TRANSLATE_NOOP("Keys", "take up the parked cart")}});
    auto *remove = new QShortcut(Qt::Key_Delete, list()); // a list with the focus would search for it
    remove->setContext(Qt::WidgetShortcut);
    describe(remove, QT_TRANSLATE_NOOP("Keys", "give the places of the parked cart back"));
    connect(remove, &QShortcut::activated, m_discard, &QPushButton::click);
    retranslate();
}

void ParkedPanel::retranslate()
{
    setTitle(tr("Parked carts"), tr("Close"), tr("Close the list of parked carts"));
    m_nothing->setText(tr("No cart is parked. F4 sets the present cart aside, with its places reserved, for this or another till."));
    list()->setAccessibleName(tr("Parked carts"));
    m_name->setPlaceholderText(tr("Name, to find it again"));
    m_name->setAccessibleName(tr("Name of the parked cart"));
    m_discard->setText(tr("Give its places back"));
    refresh();
}

void ParkedPanel::open()
{
    m_wanted = {};
    m_carts.look();
    (list()->count() > 0 ? static_cast<QWidget *>(list()) : closeButton())->setFocus(Qt::OtherFocusReason);
}

void ParkedPanel::openToName(ReservationId cart)
{
    m_wanted = cart;
    m_carts.look();
    m_name->setFocus(Qt::OtherFocusReason);
}

QString ParkedPanel::textOf(const ParkedCart &cart) const
{
    const Milliseconds left = m_carts.left(cart);
    const QString name = cart.label.isEmpty() ? eventsOf(cart.reservation) : cart.label;
    const QString time = left > Milliseconds(0) ? formatCountdown(left) : tr("time is over");
    const QStringList who = QStringList{cart.staffName, cart.terminalName}.filter(QRegularExpression(QStringLiteral(".")));
    return QStringLiteral("%1\n%2 · %3 · %4 · %5").arg(name, time, tr("%n ticket(s)", nullptr, cart.reservation.places()),
                                                       formatMoney(cart.reservation.total(), MoneySign::Show), who.join(QStringLiteral(", ")));
}

void ParkedPanel::refresh()
{
    const auto &carts = m_carts.carts();
    const QVariant before = list()->currentItem() ? list()->currentItem()->data(Qt::UserRole) : QVariant();
    const bool hadFocus = list()->hasFocus();
    {
        const QSignalBlocker blocker(list());
        list()->clear();
        for (const ParkedCart &cart : carts) {
            auto *item = addRow(textOf(cart));
            item->setData(Qt::UserRole, cart.reservation.id.uuid());
            if (item->data(Qt::UserRole) == before)
                list()->setCurrentItem(item);
        }
        if (!list()->currentItem())
            list()->setCurrentRow(0);
    }
    m_stack->setCurrentWidget(carts.empty() ? static_cast<QWidget *>(m_nothing) : list());
    for (QWidget *widget : {static_cast<QWidget *>(m_name), static_cast<QWidget *>(m_recall), static_cast<QWidget *>(m_discard)})
        widget->setVisible(!carts.empty());
    if (hadFocus)
        (carts.empty() ? static_cast<QWidget *>(closeButton()) : list())->setFocus(Qt::OtherFocusReason);
    showName();
    chooseWanted();
}

void ParkedPanel::chooseWanted()
{
    for (int row = 0; row < list()->count() && !m_wanted.isNull(); ++row) {
        if (list()->item(row)->data(Qt::UserRole).toUuid() != m_wanted.uuid())
            continue;
        m_wanted = {};
        list()->setCurrentRow(row);
        m_name->setFocus(Qt::OtherFocusReason);
    }
}

void ParkedPanel::tellTimes()
{
    for (int row = 0; isVisible() && row < list()->count() && row < int(m_carts.carts().size()); ++row)
        list()->item(row)->setText(textOf(m_carts.carts()[size_t(row)]));
    if (const ParkedCart *cart = current())
        m_recall->setText(m_carts.left(*cart) > Milliseconds(0) ? tr("Take up   ⏎") : tr("Reserve again   ⏎"));
}

void ParkedPanel::showName()
{
    const ParkedCart *cart = current();
    if (!m_name->isModified() || !m_name->hasFocus())
        m_name->setText(cart ? cart->label : QString());
    m_name->setEnabled(cart && m_carts.left(*cart) > Milliseconds(0)); // nothing is changed about what is over
    tellTimes();
}

const ParkedCart *ParkedPanel::current() const
{
    const int row = list()->currentRow();
    return row >= 0 && row < int(m_carts.carts().size()) ? &m_carts.carts()[size_t(row)] : nullptr;
}

void ParkedPanel::choose()
{
    if (const ParkedCart *cart = current())
        Q_EMIT recallWanted(cart->reservation.id);
}

void ParkedPanel::keyPressEvent(QKeyEvent *event)
{
    if (isEnter(event) && m_name->hasFocus())
        list()->setFocus(Qt::OtherFocusReason);
    else
        SidePanel::keyPressEvent(event);
}

} // namespace foyer
