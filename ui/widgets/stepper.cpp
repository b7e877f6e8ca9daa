#include "ui/widgets/stepper.h"

#include "ui/retranslation.h"
#include "ui/theme/stylesheet.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>

namespace foyer {
namespace {

QPushButton *stepButton(const QString &sign, QWidget *parent)
{
    QPushButton *button = makeButton(sign, ButtonRole::Secondary, parent);
    button->setProperty("key", true);
    button->setFixedSize(measure::Touch, measure::Touch);
    button->setFocusPolicy(Qt::NoFocus);
    button->setAutoRepeat(true);
    return button;
}

} // namespace

Stepper::Stepper(const QString &what, QWidget *parent)
    : QWidget(parent)
    , m_less(stepButton(QStringLiteral("−"), this))
    , m_number(new QSpinBox(this))
    , m_more(stepButton(QStringLiteral("+"), this))
{
    m_number->setProperty("stepper", true);
    m_number->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_number->setAlignment(Qt::AlignCenter);
    m_number->setFixedSize(measure::Touch + space::Small, measure::Touch);
    m_number->setRange(0, 99);
    m_number->installEventFilter(this);
    setFocusProxy(m_number);
    setWhat(what);
    new Retranslation(this, [this] { setWhat(m_number->accessibleName()); });
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::Tiny);
    layout->addWidget(m_less);
    layout->addWidget(m_number);
    layout->addWidget(m_more);

    connect(m_less, &QPushButton::clicked, m_number, &QSpinBox::stepDown);
    connect(m_more, &QPushButton::clicked, m_number, &QSpinBox::stepUp);
    connect(m_number, &QSpinBox::valueChanged, this, [this](int now) {
        refresh();
        Q_EMIT valueChanged(now);
    });
    refresh();
}

void Stepper::setWhat(const QString &what)
{
    m_number->setAccessibleName(what);
    m_less->setAccessibleName(tr("%1: one less").arg(what));
    m_more->setAccessibleName(tr("%1: one more").arg(what));
}

int Stepper::value() const
{
    return m_number->value();
}

void Stepper::setValue(int value)
{
    m_number->setValue(value);
}

void Stepper::setRange(int lowest, int highest)
{
    m_number->setRange(lowest, highest);
    refresh();
}

bool Stepper::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Plus || key == Qt::Key_Minus) {
            key == Qt::Key_Plus ? m_number->stepUp() : m_number->stepDown();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void Stepper::refresh()
{
    m_less->setEnabled(m_number->value() > m_number->minimum());
    m_more->setEnabled(m_number->value() < m_number->maximum());
}

} // namespace foyer
