#include "ui/pay/busyrow.h"

#include "ui/retranslation.h"
#include "ui/theme/stylesheet.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>

namespace foyer {

BusyRow::BusyRow(std::chrono::milliseconds after, QWidget *parent)
    : QWidget(parent), m_text(new QLabel(this)), m_bar(new QProgressBar(this)), m_stop(makeButton(QString(), ButtonRole::Secondary, this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_bar->setRange(0, 0);
    m_bar->setTextVisible(false);
    m_bar->setMaximumHeight(space::Small);
    m_stop->setObjectName(QStringLiteral("stop"));
    say(this, [this] {
        m_bar->setAccessibleName(tr("Working"));
        m_stop->setText(tr("Stop waiting"));
    });
    layout->addWidget(m_text);
    layout->addWidget(m_bar, 1);
    layout->addWidget(m_stop);
    setFocusProxy(m_stop);
    m_timer.setSingleShot(true);
    m_timer.setInterval(after);
    connect(&m_timer, &QTimer::timeout, this, &QWidget::show);
    connect(m_stop, &QPushButton::clicked, this, &BusyRow::stopped);
    hide();
}

void BusyRow::setText(const QString &text)
{
    m_text->setText(text);
}

void BusyRow::setStoppable(bool isStoppable)
{
    m_stop->setVisible(isStoppable);
}

void BusyRow::work()
{
    if (!m_timer.isActive() && isHidden())
        m_timer.start();
}

void BusyRow::rest()
{
    m_timer.stop();
    hide();
}

} // namespace foyer
