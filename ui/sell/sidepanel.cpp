#include "ui/sell/sidepanel.h"

#include "ui/theme/stylesheet.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPushButton>

namespace foyer {
namespace {

constexpr int TwoLines = 64;

} // namespace

SidePanel::SidePanel(Names names, QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_close(makeButton(QString(), ButtonRole::Quiet, this))
    , m_list(new QListWidget(this))
    , m_column(new QVBoxLayout(this))
{
    setPanel(this);
    setTextRole(m_title, TypeRole::Strong);
    m_close->setObjectName(QLatin1String(names.close));
    m_list->setObjectName(QLatin1String(names.list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setTextElideMode(Qt::ElideRight);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_close);
    m_column->setContentsMargins(space::Medium, space::Tiny, space::Medium, space::Medium);
    m_column->setSpacing(space::Small);
    m_column->addLayout(head);
    connect(m_close, &QPushButton::clicked, this, &SidePanel::closed);
}

void SidePanel::setTitle(const QString &title, const QString &close, const QString &closing)
{
    m_title->setText(title);
    m_close->setText(close);
    m_close->setAccessibleName(closing);
}

QListWidgetItem *SidePanel::addRow(const QString &text)
{
    auto *item = new QListWidgetItem(text, m_list);
    item->setSizeHint({0, TwoLines});
    item->setToolTip(text);
    return item;
}

void SidePanel::goToFirstRow()
{
    m_list->setFocus(Qt::OtherFocusReason);
    m_list->setCurrentRow(0);
}

bool SidePanel::isEnter(const QKeyEvent *event)
{
    return event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
}

void SidePanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else if (isEnter(event) && m_list->hasFocus())
        choose();
    else
        QWidget::keyPressEvent(event);
}

void SidePanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace foyer
