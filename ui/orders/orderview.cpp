#include "ui/orders/orderview.h"

#include "ui/format.h"
#include "ui/frame/keyhelp.h"
#include "ui/orders/ordertext.h"
#include "ui/pay/tenderlist.h"
#include "ui/sell/discounttext.h"
#include "ui/retranslation.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QSet>
#include <QtGui/QMouseEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QTreeWidget>
#include <QtWidgets/QVBoxLayout>

namespace foyer {
namespace {

constexpr int FootHeight = 176; ///< payments and history
constexpr int LeastFoot = 84;   ///< when banners take the room
constexpr int LeastTickets = 4;  ///< lines of them that are seen at once
constexpr int TickWidth = 36;
enum OrderColumn { TickColumn, PlaceColumn, EventColumn, NumberColumn, PriceColumn, StateColumn, OrderColumns };

QString ticketPlace(const OrderLine &line)
{
    const QString place = line.seatLabel ? line.seatLabel->spoken() : line.ticketTypeName;
    return place + QStringLiteral(", ") + line.priceLevelName;
}

} // namespace

OrderView::OrderView(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_status(new QLabel(this))
    , m_sold(new QLabel(this))
    , m_tickets(new QTreeWidget(this))
    , m_refund(addVerb("refund"))
    , m_owed(addVerb("giveOwed"))
    , m_revoke(addVerb("revoke"))
    , m_reinstate(addVerb("reinstate"))
    , m_give(addVerb("give"))
    , m_exchange(addVerb("exchange"))
    , m_level(addVerb("otherPrice"))
    , m_print(addVerb("printOrder"))
    , m_payments(new TenderList(this))
    , m_history(new QLabel(this))
{
    setTextRole(m_title, TypeRole::Section);
    setTextRole(m_status, TypeRole::Strong);
    setTone(m_sold, Tone::Muted);
    m_title->setObjectName(QStringLiteral("orderTitle"));
    m_status->setObjectName(QStringLiteral("orderStatus"));
    m_sold->setObjectName(QStringLiteral("orderSold"));
    m_history->setObjectName(QStringLiteral("orderHistory"));
    m_tickets->setObjectName(QStringLiteral("orderTickets"));
    for (QLabel *label : {m_sold, m_history}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_history->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_tickets->setColumnCount(OrderColumns);
    m_tickets->setHeaderHidden(true);
    m_tickets->setRootIsDecorated(false);
    m_tickets->setUniformRowHeights(true);
    m_tickets->setTextElideMode(Qt::ElideRight);
    m_tickets->header()->setStretchLastSection(false);
    m_tickets->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_tickets->header()->setSectionResizeMode(EventColumn, QHeaderView::Stretch);
    m_tickets->header()->setSectionResizeMode(TickColumn, QHeaderView::Fixed); // the style leaves too little room for it beside a text
    m_tickets->header()->setMinimumSectionSize(TickWidth);
    m_tickets->header()->resizeSection(TickColumn, TickWidth);

    auto *head = new QHBoxLayout;
    head->setSpacing(space::Large);
    head->addWidget(m_title);
    head->addWidget(m_status, 1);
    head->addWidget(m_level);
    head->addWidget(m_print);
    auto *verbs = new QHBoxLayout;
    verbs->setSpacing(space::Small);
    for (QPushButton *verb : {m_refund, m_exchange, m_owed, m_give, m_revoke, m_reinstate})
        verbs->addWidget(verb);
    verbs->addStretch();
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_history);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(space::Large);
    foot->addWidget(m_payments, 2);
    foot->addWidget(scroll, 3);
    for (QWidget *side : std::initializer_list<QWidget *>{m_payments, scroll}) {
        side->setMinimumHeight(LeastFoot);
        side->setMaximumHeight(FootHeight);
        side->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    }
    m_tickets->setMinimumHeight(LeastTickets * measure::Touch);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::Medium);
    layout->addLayout(head);
    layout->addWidget(m_sold);
    layout->addWidget(m_tickets, 3);
    layout->addLayout(verbs);
    layout->addLayout(foot, 2);

    connect(m_tickets, &QTreeWidget::itemChanged, this, &OrderView::refreshVerbs);
    // The whole row is the target, not its small box alone, which has turned already when it was hit.
    connect(m_tickets, &QTreeWidget::itemClicked, this, [this](QTreeWidgetItem *item) {
        if (item->flags().testFlag(Qt::ItemIsUserCheckable) && item->checkState(TickColumn) == m_pressed)
            item->setCheckState(TickColumn, m_pressed == Qt::Checked ? Qt::Unchecked : Qt::Checked);
    });
    m_tickets->viewport()->installEventFilter(this);
    connect(m_refund, &QPushButton::clicked, this, &OrderView::refundWanted);
    connect(m_owed, &QPushButton::clicked, this, &OrderView::owedWanted);
    connect(m_revoke, &QPushButton::clicked, this, &OrderView::revokeWanted);
    connect(m_reinstate, &QPushButton::clicked, this, &OrderView::reinstateWanted);
    connect(m_give, &QPushButton::clicked, this, &OrderView::giveWanted);
    connect(m_exchange, &QPushButton::clicked, this, &OrderView::exchangeWanted);
    connect(m_level, &QPushButton::clicked, this, &OrderView::levelWanted);
    connect(m_print, &QPushButton::clicked, this, &OrderView::printWanted);
    describeKeys(m_tickets, {{QT_TRANSLATE_NOOP("Keys", "Space"), QT_TRANSLATE_NOOP("Keys", "choose a ticket, or leave it")}});
    say(this, [this] {
        m_tickets->setAccessibleName(tr("Tickets of the order"));
        m_print->setText(tr("Print again…"));
        m_level->setText(tr("Other price…"));
        if (m_detail)
            present(OrderDetail(*m_detail));
    });
}

QPushButton *OrderView::addVerb(const char *name)
{
    QPushButton *verb = makeButton(QString(), ButtonRole::Secondary, this);
    verb->setObjectName(QLatin1String(name));
    return verb;
}

void OrderView::present(const OrderDetail &detail)
{
    QSet<QUuid> ticked;
    if (m_detail && m_detail->order.id == detail.order.id)
        for (size_t i = 0; i < m_detail->order.lines.size(); ++i)
            if (m_tickets->topLevelItem(int(i))->checkState(TickColumn) == Qt::Checked)
                ticked.insert(m_detail->order.lines[i].ticket.id.uuid());
    m_detail = detail;
    fillTickets(ticked);
    fillWords();
    refreshVerbs();
}

void OrderView::untick()
{
    for (int i = 0; i < m_tickets->topLevelItemCount(); ++i)
        if (QTreeWidgetItem *item = m_tickets->topLevelItem(i); item->checkState(TickColumn) == Qt::Checked)
            item->setCheckState(TickColumn, Qt::Unchecked);
}

void OrderView::fillTickets(const QSet<QUuid> &ticked)
{
    const QSignalBlocker quiet(m_tickets);
    m_tickets->clear();
    for (const OrderLine &line : m_detail->order.lines) {
        auto *item = new QTreeWidgetItem(m_tickets);
        item->setText(PlaceColumn, ticketPlace(line));
        item->setData(TickColumn, Qt::AccessibleTextRole, ticketPlace(line));
        item->setText(EventColumn, line.eventName);
        item->setText(NumberColumn, line.ticket.number.grouped());
        item->setText(PriceColumn, line.discount.isPositive() ? QStringLiteral("%1 (%2)").arg(formatMoney(line.total()), formatMoney(-line.discount)) : formatMoney(line.total()));
        item->setTextAlignment(PriceColumn, Qt::AlignRight | Qt::AlignVCenter);
        item->setText(StateColumn, ticketText(*m_detail, line));
        item->setSizeHint(EventColumn, {0, measure::Touch}); // which takes what width is left
        const bool isVoid = line.ticket.state == TicketState::Void;
        item->setFlags(isVoid ? Qt::ItemIsSelectable : Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemIsUserCheckable);
        if (!isVoid)
            item->setCheckState(TickColumn, ticked.contains(line.ticket.id.uuid()) ? Qt::Checked : Qt::Unchecked);
    }
    if (m_tickets->topLevelItemCount() > 0)
        m_tickets->setCurrentItem(m_tickets->topLevelItem(0));
}

void OrderView::fillWords()
{
    const Order &order = m_detail->order;
    m_title->setText(tr("%1 · %2").arg(order.number, formatMoney(order.total, MoneySign::Show)));
    m_status->setText(statusText(m_detail->status));
    setTone(m_status, statusTone(m_detail->status));
    const QString discounts = discountsText(m_detail->discounts);
    m_sold->setText(discounts.isEmpty() ? soldByText(*m_detail) : soldByText(*m_detail) + u'\n' + discounts);
    m_payments->setPayments(order.payments);
    QStringList steps;
    for (auto step = m_detail->history.rbegin(); step != m_detail->history.rend(); ++step)
        steps << stepText(*step);
    m_history->setText(steps.join(u'\n'));
}

bool OrderView::isAnyTicked() const
{
    for (int i = 0; i < m_tickets->topLevelItemCount(); ++i)
        if (m_tickets->topLevelItem(i)->checkState(TickColumn) == Qt::Checked)
            return true;
    return false;
}

std::vector<TicketId> OrderView::chosen() const
{
    std::vector<TicketId> out;
    const bool any = isAnyTicked();
    for (size_t i = 0; m_detail && i < m_detail->order.lines.size(); ++i) {
        const Ticket &ticket = m_detail->order.lines[i].ticket;
        const bool ticked = m_tickets->topLevelItem(int(i))->checkState(TickColumn) == Qt::Checked;
        if (ticket.state != TicketState::Void && (ticked || !any))
            out.push_back(ticket.id);
    }
    return out;
}

std::vector<TicketId> OrderView::chosenIn(TicketState state) const
{
    const std::vector<TicketId> all = chosen();
    std::vector<TicketId> out;
    for (const OrderLine &line : m_detail ? m_detail->order.lines : std::vector<OrderLine>())
        if (line.ticket.state == state && std::find(all.begin(), all.end(), line.ticket.id) != all.end())
            out.push_back(line.ticket.id);
    return out;
}

void OrderView::refreshVerbs()
{
    if (!m_detail)
        return;
    const int count = int(chosen().size());
    const int valid = int(chosenIn(TicketState::Valid).size());
    const int revoked = int(chosenIn(TicketState::Revoked).size());
    const bool mayRefund = may(m_role, Permission::Refund);
    const bool mayChange = may(m_role, Permission::ChangeTickets);
    m_refund->setText(tr("Refund %n ticket(s)…", nullptr, count));
    m_refund->setVisible(mayRefund && count > 0);
    m_revoke->setText(tr("Revoke %n…", nullptr, valid));
    m_revoke->setVisible(mayChange && valid > 0);
    m_reinstate->setText(tr("Reinstate %n", nullptr, revoked));
    m_reinstate->setVisible(mayChange && revoked > 0);
    m_give->setText(tr("Pass %n on…", nullptr, valid));
    m_exchange->setText(tr("Exchange %n…", nullptr, valid));
    m_give->setVisible(mayChange && valid > 0);
    m_exchange->setVisible(mayRefund && valid > 0 && m_detail->order.kind != OrderKind::Comp);
    m_level->setVisible(mayRefund && valid > 0 && m_detail->order.kind != OrderKind::Comp);
    m_print->setVisible(valid > 0 && may(m_role, Permission::Sell));
    m_owed->setText(tr("Give %1 in cash…").arg(formatMoney(m_detail->owed, MoneySign::Show)));
    m_owed->setVisible(m_detail->owed.isPositive() && may(m_role, Permission::SettlePayments));
}

/// What is under the finger before the press; the list itself does not tell of presses on a box. A second press soon after the first is
/// a press like any other.
bool OrderView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonPress)
        if (const QTreeWidgetItem *item = m_tickets->itemAt(static_cast<QMouseEvent *>(event)->position().toPoint()))
            m_pressed = item->checkState(TickColumn);
    if (event->type() != QEvent::MouseButtonDblClick)
        return QWidget::eventFilter(watched, event);
    const auto *twice = static_cast<QMouseEvent *>(event);
    QMouseEvent press(QEvent::MouseButtonPress, twice->position(), twice->scenePosition(), twice->globalPosition(), twice->button(), twice->buttons(), twice->modifiers());
    QCoreApplication::sendEvent(watched, &press);
    return true;
}

void OrderView::focusTickets()
{
    m_tickets->setFocus(Qt::OtherFocusReason);
}

} // namespace foyer
