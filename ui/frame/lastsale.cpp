#include "ui/frame/lastsale.h"

#include "ui/format.h"
#include "ui/theme/stylesheet.h"
#include "ui/widgets/elidedlabel.h"

#include <QtCore/QEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>

namespace foyer {

LastSale::LastSale(QWidget *parent)
    : QWidget(parent)
    , m_text(new ElidedLabel(this))
    , m_print(makeButton(QString(), ButtonRole::Quiet, this))
    , m_wrong(makeButton(QString(), ButtonRole::Quiet, this))
    , m_open(makeButton(QString(), ButtonRole::Quiet, this))
    , m_help(makeButton(QString(), ButtonRole::Quiet, this))
{
    setTone(m_text, Tone::Muted);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::Large, 0, space::Small, space::Tiny);
    layout->setSpacing(space::Medium);
    layout->addWidget(m_text);
    layout->addWidget(m_print);
    layout->addWidget(m_wrong);
    layout->addStretch();
    layout->addWidget(m_open);
    layout->addWidget(m_help);
    connect(m_print, &QPushButton::clicked, this, [this] { Q_EMIT printAgain(*m_order); });
    m_wrong->setObjectName(QStringLiteral("wrongTender"));
    m_open->setObjectName(QStringLiteral("openPayments"));
    connect(m_wrong, &QPushButton::clicked, this, [this] { Q_EMIT wrongTender(*m_order); });
    connect(m_open, &QPushButton::clicked, this, &LastSale::openPaymentsWanted);
    connect(m_help, &QPushButton::clicked, this, &LastSale::helpWanted);
    clear();
}

void LastSale::setOrder(const Order &order)
{
    m_order = order;
    retranslate();
}

void LastSale::clear()
{
    m_order.reset();
    retranslate();
}

void LastSale::setOpenPayments(int count)
{
    m_openPayments = count;
    retranslate();
}

void LastSale::retranslate()
{
    m_help->setText(tr("F1 shortcuts"));
    m_print->setText(tr("Print again"));
    m_print->setVisible(m_order.has_value());
    m_wrong->setText(tr("Wrong tender"));
    m_wrong->setVisible(m_order.has_value() && m_order->total.isPositive());
    m_open->setText(tr("%n open card payment(s)", nullptr, m_openPayments));
    m_open->setVisible(m_openPayments > 0);
    setTone(m_open, Tone::Warn);
    m_text->setVisible(m_order.has_value());
    if (m_order)
        m_text->setText(tr("Last sale %1 · %2").arg(m_order->number, formatMoney(m_order->total, MoneySign::Show)));
    m_text->setMinimumWidth(m_order ? m_text->sizeHint().width() : 0);
}

void LastSale::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace foyer
