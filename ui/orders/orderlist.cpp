#include "ui/orders/orderlist.h"

#include "core/domain/errortext.h"
#include "ui/backend/backend.h"
#include "ui/frame/keyhelp.h"
#include "ui/orders/ordertext.h"
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
    m_backend.run(this, [typed = m_search->text()](Desk &desk) { return desk.office.orderSearch().find(typed); },
                  [this, openOnly, asked = ++m_asked](const Result<std::vector<OrderHit>> &hits) {
        if (asked != m_asked)
            return;
        if (!hits)
            return Q_EMIT failed(sentence(hits.error()));
        showHits(*hits);
        if (openOnly && m_hits.size() == 1)
            choose(0);
    });
}

void OrderList::showHits(std::vector<OrderHit> hits)
{
    const int before = m_list->currentRow();
    const OrderId current = before >= 0 && before < int(m_hits.size()) ? m_hits[size_t(before)].head.order : OrderId();
    m_hits = std::move(hits);
    m_list->clear();
    int row = 0;
    for (size_t i = 0; i < m_hits.size(); ++i) {
        auto *item = new QListWidgetItem(hitText(m_hits[i]), m_list);
        item->setSizeHint({0, HitHeight});
        if (m_hits[i].head.order == current)
            row = int(i);
    }
    if (!m_hits.empty())
        m_list->setCurrentRow(row);
    m_nothing->setVisible(m_hits.empty());
}

void OrderList::choose(int row)
{
    if (row >= 0 && row < int(m_hits.size()))
        Q_EMIT orderChosen(m_hits[size_t(row)].head.order);
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
