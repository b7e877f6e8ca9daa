#include "ui/widgets/numpad.h"

#include "ui/format.h"
#include "ui/retranslation.h"
#include "ui/theme/icons.h"
#include "ui/theme/stylesheet.h"
#include "ui/widgets/spokenrole.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QPushButton>

namespace foyer {
namespace {

constexpr int AmountKeyWidth = 72;

QPushButton *keyButton(const QString &text, QWidget *parent)
{
    QPushButton *button = makeButton(text, ButtonRole::Secondary, parent);
    button->setProperty("key", QStringLiteral("pad"));
    button->setMinimumWidth(AmountKeyWidth);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    button->setFocusPolicy(Qt::NoFocus);
    return button;
}

} // namespace

NumPad::NumPad(const Theme &theme, Currency currency, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_amount(Money::zero(currency))
{
    setFocusPolicy(Qt::StrongFocus);
    setSpokenRole(this, QAccessible::Grouping);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleName(tr("Amount"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(space::Small, space::Small, space::Small, space::Small);
    grid->setSpacing(space::Small);
    for (int digit = 0; digit <= 9; ++digit) {
        QPushButton *key = keyButton(QLocale().toString(digit), this);
        connect(key, &QPushButton::clicked, this, [this, digit] { typeDigit(digit); });
        if (digit == 0)
            grid->addWidget(key, 3, 0);
        else
            grid->addWidget(key, 2 - (digit - 1) / 3, (digit - 1) % 3);
    }
    QPushButton *zeros = keyButton(QStringLiteral("00"), this);
    connect(zeros, &QPushButton::clicked, this, &NumPad::typeDoubleZero);
    grid->addWidget(zeros, 3, 1);

    QPushButton *back = keyButton(QString(), this);
    say(back, [back] {
        back->setAccessibleName(tr("Erase the last digit"));
        back->setToolTip(back->accessibleName());
    });
    back->setIconSize({24, 24});
    const auto dress = [this, back] { back->setIcon(icon(IconName::Backspace, m_theme)); };
    connect(&theme, &Theme::changed, this, dress);
    dress();
    connect(back, &QPushButton::clicked, this, &NumPad::erase);
    grid->addWidget(back, 3, 2);
}

void NumPad::setAmount(Money amount)
{
    m_fresh = true;
    change(amount);
}

void NumPad::clear()
{
    setAmount(Money::zero(m_amount.currency()));
}

void NumPad::typeDigit(int digit)
{
    const qint64 before = m_fresh ? 0 : m_amount.minor();
    if (before > (Money::MaxMinor - digit) / 10)
        return;
    m_fresh = false;
    change(Money(before * 10 + digit, m_amount.currency()));
}

void NumPad::typeDoubleZero()
{
    typeDigit(0);
    typeDigit(0);
}

void NumPad::erase()
{
    m_fresh = false;
    change(Money(m_amount.minor() / 10, m_amount.currency()));
}

void NumPad::change(Money amount)
{
    if (amount == m_amount)
        return;
    m_amount = amount;
    setAccessibleDescription(formatMoney(amount, MoneySign::Show));
    Q_EMIT amountChanged(amount);
}

void NumPad::keyPressEvent(QKeyEvent *event)
{
    if (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return QWidget::keyPressEvent(event);
    if (event->key() >= Qt::Key_0 && event->key() <= Qt::Key_9)
        return typeDigit(event->key() - Qt::Key_0);
    if (event->key() == Qt::Key_Backspace)
        return erase();
    if (event->key() == Qt::Key_Delete)
        return clear();
    QWidget::keyPressEvent(event);
}

void NumPad::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void NumPad::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

void NumPad::paintEvent(QPaintEvent *)
{
    if (!hasFocus())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double width = m_theme.tokens().focusWidth;
    const double half = width / 2;
    painter.setPen(QPen(m_theme.tokens().focus, width));
    painter.drawRoundedRect(QRectF(rect()).adjusted(half, half, -half, -half), measure::Radius, measure::Radius);
}

} // namespace foyer
