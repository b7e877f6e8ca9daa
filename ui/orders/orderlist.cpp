#include "ui/orders/orderlist.h"

#include "core/domain/errortext.h"
#include "ui/backend/backend.h"
#include "ui/frame/keyhelp.h"
#include "ui/orders/ordertext.h"
#include "ui/orders/reservationview.h"
#include "ui/retranslation.h"
#include "ui/theme/icons.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QVBoxLayout>

namespace foyer {
namespace {

constexpr int HitHeight = 64;

} // namespace

OrderList::OrderList(const Theme &theme, Backend &backend, QWidget *parent)
    : QWidget(parent), m_backend(backend), m_search(new QLineEdit(this)), m_list(new QListWidget(this)), m_nothing(new QLabel(this))
{
    m_search->setObjectName(QStringLiteral("orderSearch"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    auto *glass = m_search->addAction(icon(IconName::Search, theme), QLineEdit::LeadingPosition);
    connect(&theme, &Theme::changed, glass, [glass, &theme] { glass->setIcon(icon(IconName::Search, theme)); });
    m_list->setObjectName(QStringLiteral("orderHits"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setUniformItemSizes(true);
    m_list->installEventFilter(this);
    m_nothing->setWordWrap(true);
    setTone(m_nothing, Tone::Muted);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::Small);
    layout->addWidget(m_search);
    layout->addWidget(m_nothing);
    layout->addWidget(m_list, 1);
    connect(m_search, &QLineEdit::textChanged, this, [this] { search(false); });
    connect(m_list, &QListWidget::itemClicked, this, [this] { choose(m_list->currentRow()); });
    describeKeys(m_search, {{QT_TRANSLATE_NOOP("Keys", "Enter"), QT_TRANSLATE_NOOP("Keys", "open the order")},
                            {QT_TRANSLATE_NOOP("Keys", "Up, Down"), QT_TRANSLATE_NOOP("Keys", "walk through the orders found")}});
    say(this, [this] { retranslate(); });
}

void OrderList::retranslate()
{
    m_search->setPlaceholderText(tr("Order, ticket, seat, name or day (F2)"));
    m_search->setAccessibleName(tr("Search orders by number, ticket, code, seat, name, e-mail, phone or day"));
    m_list->setAccessibleName(tr("Orders found"));
    m_nothing->setText(tr("No order fits. Try a part of the number, a ticket's number, a seat such as \"Stalls 5-12\", a name or a day."));
    m_nothing->hide();
    if (isVisible())
        reload();
}

void OrderList::find(const QString &text)
{
    const QSignalBlocker quiet(m_search);
    m_search->setText(text);
    search(true);
}

void OrderList::reload()
{
    search(false);
}

void OrderList::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

bool OrderList::clearSearch()
{
    if (m_search->text().isEmpty())
        return false;
    m_search->clear();
    return true;
}

void OrderList::search(bool openOnly)
{
    m_backend.run(this, [typed = m_search->text()](Desk &desk) { return desk.office.orderSearch().all(typed); },
                  [this, openOnly, asked = ++m_asked](const Result<OrdersFound> &found) {
        if (asked != m_asked)
            return;
        if (!found)
            return Q_EMIT failed(sentence(found.error()));
        showHits(*found);
        if (openOnly && rows() == 1)
            choose(0);
    });
}

void OrderList::showHits(OrdersFound found)
{
    const int before = m_list->currentRow();
    const OrderId current = before >= 0 && before < int(m_found.orders.size()) ? m_found.orders[size_t(before)].head.order : OrderId();
    m_found = std::move(found);
    m_list->clear();
    int row = 0;
    const auto add = [this](const QString &text) {
        auto *item = new QListWidgetItem(text, m_list);
        item->setSizeHint({0, HitHeight});
    };
    for (size_t i = 0; i < m_found.orders.size(); ++i) {
        add(hitText(m_found.orders[i]));
        if (m_found.orders[i].head.order == current)
            row = int(i);
    }
    for (const ReservationHit &hit : m_found.reservations)
        add(reservationHitText(hit));
    if (rows() > 0)
        m_list->setCurrentRow(row);
    m_nothing->setVisible(rows() == 0);
}

void OrderList::choose(int row)
{
    if (row < 0 || row >= rows())
        return;
    if (row < int(m_found.orders.size()))
        Q_EMIT orderChosen(m_found.orders[size_t(row)].head.order);
    else
        Q_EMIT reservationChosen(m_found.reservations[size_t(row) - m_found.orders.size()]);
}

bool OrderList::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        choose(m_list->currentRow());
        return true;
    }
    if (watched == m_search && (key == Qt::Key_Down || key == Qt::Key_Up)) {
        m_list->setFocus(Qt::ShortcutFocusReason);
        QCoreApplication::sendEvent(m_list, event);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace foyer
