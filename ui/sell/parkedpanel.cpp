#include "ui/sell/parkedpanel.h"

#include "ui/format.h"
#include "ui/frame/keyhelp.h"
#include "ui/theme/stylesheet.h"
#include "ui/widgets/emptystate.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QShortcut>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedLayout>

namespace foyer {
namespace {

constexpr int ParkedRow = 64;

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
    : QWidget(parent)
    , m_carts(carts)
    , m_title(new QLabel(this))
    , m_list(new QListWidget(this))
    , m_nothing(new EmptyState(theme, IconName::Ticket, QString(), QString(), this))
    , m_stack(new QStackedLayout)
    , m_name(new QLineEdit(this))
    , m_recall(makeButton(QString(), ButtonRole::Primary, this))
    , m_discard(makeButton(QString(), ButtonRole::Secondary, this))
    , m_close(makeButton(QString(), ButtonRole::Quiet, this))
{
    setPanel(this);
    setTextRole(m_title, TypeRole::Strong);
    m_list->setObjectName(QStringLiteral("parkedList"));
    m_name->setObjectName(QStringLiteral("parkedName"));
    m_recall->setObjectName(QStringLiteral("recall"));
    m_discard->setObjectName(QStringLiteral("discard"));
    m_close->setObjectName(QStringLiteral("closeParked"));
    m_name->setMaxLength(Parking::MaxLabelLength);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setTextElideMode(Qt::ElideRight);
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(m_list);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::Medium, space::Tiny, space::Medium, space::Medium);
    layout->setSpacing(space::Small);
    layout->addLayout(head);
    layout->addLayout(m_stack, 1);
    layout->addWidget(m_name);
    layout->addWidget(m_discard);
    layout->addWidget(m_recall);

    connect(m_list, &QListWidget::currentRowChanged, this, &ParkedPanel::showName);
    connect(m_list, &QListWidget::itemDoubleClicked, this, &ParkedPanel::recall);
    connect(m_recall, &QPushButton::clicked, this, &ParkedPanel::recall);
    connect(m_close, &QPushButton::clicked, this, &ParkedPanel::closed);
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
    describeKeys(m_list, {{QT_TRANSLATE_NOOP("Keys", "Enter"), QT_TRANSLATE_NOOP("Keys", "take up the parked cart")}});
    auto *remove = new QShortcut(Qt::Key_Delete, m_list); // a list with the focus would search for it
    remove->setContext(Qt::WidgetShortcut);
    describe(remove, QT_TRANSLATE_NOOP("Keys", "give the places of the parked cart back"));
    connect(remove, &QShortcut::activated, m_discard, &QPushButton::click);
    retranslate();
}

void ParkedPanel::retranslate()
{
    m_title->setText(tr("Parked carts"));
    m_nothing->setText(tr("No cart is parked. F4 sets the present cart aside, with its places reserved, for this or another till."));
    m_list->setAccessibleName(tr("Parked carts"));
    m_name->setPlaceholderText(tr("Name, to find it again"));
    m_name->setAccessibleName(tr("Name of the parked cart"));
    m_close->setText(tr("Close"));
    m_close->setAccessibleName(tr("Close the list of parked carts"));
    m_discard->setText(tr("Give its places back"));
    refresh();
}

void ParkedPanel::open()
{
    m_wanted = {};
    m_carts.look();
    (m_list->count() > 0 ? static_cast<QWidget *>(m_list) : m_close)->setFocus(Qt::OtherFocusReason);
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
    const QVariant before = m_list->currentItem() ? m_list->currentItem()->data(Qt::UserRole) : QVariant();
    const bool hadFocus = m_list->hasFocus();
    {
        const QSignalBlocker blocker(m_list);
        m_list->clear();
        for (const ParkedCart &cart : carts) {
            auto *item = new QListWidgetItem(textOf(cart), m_list);
            item->setSizeHint({0, ParkedRow});
            item->setData(Qt::UserRole, cart.reservation.id.uuid());
            item->setToolTip(item->text());
            if (item->data(Qt::UserRole) == before)
                m_list->setCurrentItem(item);
        }
        if (!m_list->currentItem())
            m_list->setCurrentRow(0);
    }
    m_stack->setCurrentWidget(carts.empty() ? static_cast<QWidget *>(m_nothing) : m_list);
    for (QWidget *widget : {static_cast<QWidget *>(m_name), static_cast<QWidget *>(m_recall), static_cast<QWidget *>(m_discard)})
        widget->setVisible(!carts.empty());
    if (hadFocus)
        (carts.empty() ? static_cast<QWidget *>(m_close) : m_list)->setFocus(Qt::OtherFocusReason);
    showName();
    chooseWanted();
}

void ParkedPanel::chooseWanted()
{
    for (int row = 0; row < m_list->count() && !m_wanted.isNull(); ++row) {
        if (m_list->item(row)->data(Qt::UserRole).toUuid() != m_wanted.uuid())
            continue;
        m_wanted = {};
        m_list->setCurrentRow(row);
        m_name->setFocus(Qt::OtherFocusReason);
    }
}

void ParkedPanel::tellTimes()
{
    for (int row = 0; isVisible() && row < m_list->count() && row < int(m_carts.carts().size()); ++row)
        m_list->item(row)->setText(textOf(m_carts.carts()[size_t(row)]));
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
    const int row = m_list->currentRow();
    return row >= 0 && row < int(m_carts.carts().size()) ? &m_carts.carts()[size_t(row)] : nullptr;
}

void ParkedPanel::recall()
{
    if (const ParkedCart *cart = current())
        Q_EMIT recallWanted(cart->reservation.id);
}

void ParkedPanel::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else if (isEnter && m_name->hasFocus())
        m_list->setFocus(Qt::OtherFocusReason);
    else if (isEnter && m_list->hasFocus())
        recall();
    else
        QWidget::keyPressEvent(event);
}

void ParkedPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace foyer
