#include "ui/widgets/pinpad.h"

#include "ui/theme/icons.h"
#include "ui/theme/stylesheet.h"
#include "ui/widgets/spokenrole.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QPushButton>

namespace foyer {
namespace {

constexpr int PinKeyWidth = 84;
constexpr int DotsHeight = 48;
constexpr int CompactDotsHeight = 36;
constexpr int DotSize = 14;

} // namespace

PinPad::PinPad(const Theme &theme, int length, QWidget *parent) : QWidget(parent), m_theme(theme), m_length(length), m_dots(DotsHeight)
{
    setFocusPolicy(Qt::StrongFocus);
    setSpokenRole(this, QAccessible::Grouping);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(space::Small, m_dots, space::Small, space::Small);
    grid->setSpacing(space::Small);
    for (int digit = 0; digit <= 9; ++digit) {
        QPushButton *key = addKey(QLocale().toString(digit), digit == 0 ? 3 : (digit - 1) / 3, digit == 0 ? 1 : (digit - 1) % 3);
        connect(key, &QPushButton::clicked, this, [this, digit] { type(digit); });
    }
    m_clear = addKey(QStringLiteral("C"), 3, 0);
    m_back = addKey(QString(), 3, 2);
    m_back->setIconSize({24, 24});
    const auto dress = [this] { m_back->setIcon(icon(IconName::Backspace, m_theme)); };
    connect(&theme, &Theme::changed, this, dress);
    dress();
    connect(m_clear, &QPushButton::clicked, this, &PinPad::clear);
    connect(m_back, &QPushButton::clicked, this, &PinPad::erase);
    retranslate();
}

QPushButton *PinPad::addKey(const QString &text, int row, int column)
{
    QPushButton *key = makeButton(text, ButtonRole::Secondary, this);
    key->setProperty("key", QStringLiteral("pad"));
    key->setFocusPolicy(Qt::NoFocus);
    key->setMinimumWidth(PinKeyWidth);
    static_cast<QGridLayout *>(layout())->addWidget(key, row, column);
    return key;
}

void PinPad::retranslate()
{
    m_clear->setAccessibleName(tr("Erase all digits"));
    m_back->setAccessibleName(tr("Erase the last digit"));
    refresh();
}

void PinPad::setCompact()
{
    m_dots = CompactDotsHeight;
    layout()->setContentsMargins(space::Small, m_dots, space::Small, space::Small);
    for (QPushButton *key : findChildren<QPushButton *>())
        key->setProperty("key", QStringLiteral("compact"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void PinPad::clear()
{
    m_pin.clear();
    refresh();
}

void PinPad::type(int digit)
{
    if (m_pin.size() >= m_length)
        return;
    m_pin += QString::number(digit);
    refresh();
    if (m_pin.size() == m_length)
        Q_EMIT entered(m_pin);
}

void PinPad::erase()
{
    m_pin.chop(1);
    refresh();
}

void PinPad::refresh()
{
    setAccessibleName(tr("PIN, %1 of %2 digits").arg(m_pin.size()).arg(m_length));
    update();
}

void PinPad::keyPressEvent(QKeyEvent *event)
{
    if (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return QWidget::keyPressEvent(event);
    if (event->key() >= Qt::Key_0 && event->key() <= Qt::Key_9)
        return type(event->key() - Qt::Key_0);
    if (event->key() == Qt::Key_Backspace && !m_pin.isEmpty())
        return erase();
    if (event->key() == Qt::Key_Delete || (event->key() == Qt::Key_Escape && !m_pin.isEmpty()))
        return clear();
    QWidget::keyPressEvent(event);
}

void PinPad::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void PinPad::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

void PinPad::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int step = DotSize + space::Large;
    const int left = (width() - (m_length - 1) * step) / 2;
    for (int digit = 0; digit < m_length; ++digit) {
        painter.setPen(QPen(t.control, 1.5));
        painter.setBrush(digit < m_pin.size() ? QBrush(t.text) : QBrush(Qt::NoBrush));
        painter.drawEllipse(QPointF(left + digit * step, m_dots / 2.0), DotSize / 2.0, DotSize / 2.0);
    }
    if (!hasFocus())
        return;
    const double half = t.focusWidth / 2.0;
    painter.setPen(QPen(t.focus, t.focusWidth));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(half, half, -half, -half), measure::Radius, measure::Radius);
}

void PinPad::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace foyer
