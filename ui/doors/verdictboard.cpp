#include "ui/doors/verdictboard.h"

#include "ui/theme/theme.h"
#include "ui/widgets/spokenrole.h"

#include <QtGui/QAccessible>
#include <QtGui/QPainter>

namespace foyer {
namespace {

constexpr int BoardIcon = 96;
constexpr int LeastBoardHeight = 240;

/// The largest size at which the text fits into the rectangle, down to half of it.
QFont fitting(QFont font, const QString &text, const QRect &room)
{
    const qreal largest = font.pointSizeF();
    for (qreal size = largest; size > largest / 2; size -= 1) {
        font.setPointSizeF(size);
        const QRect needed = QFontMetrics(font).boundingRect(room, Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, text);
        if (needed.height() <= room.height() && needed.width() <= room.width())
            break;
    }
    return font;
}

} // namespace

VerdictBoard::VerdictBoard(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setMinimumHeight(LeastBoardHeight);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setSpokenRole(this, QAccessible::AlertMessage);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void VerdictBoard::present(const VerdictWords &words)
{
    m_words = words;
    setAccessibleName(words.word);
    setAccessibleDescription(words.details);
    QAccessibleEvent spoken(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&spoken);
    update();
}

TokenPair VerdictBoard::colours(const Tokens &tokens, Tone tone)
{
    if (tone == Tone::Good || tone == Tone::Warn || tone == Tone::Bad)
        return {"verdict", tokens.surface, toneColor(tokens, tone)};
    return {"verdict", tokens.text, tokens.surface};
}

void VerdictBoard::paintEvent(QPaintEvent *)
{
    const TokenPair pair = colours(m_theme.tokens(), m_words.tone);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_words.tone == Tone::Muted ? m_theme.tokens().line : pair.background, m_theme.tokens().lineWidth));
    painter.setBrush(pair.background);
    painter.drawRoundedRect(rect().adjusted(1, 1, -1, -1), measure::Radius, measure::Radius);
    const QRect inside = rect().adjusted(space::Huge, space::Medium, -space::Huge, -space::Medium);
    const QFont large = fitting(m_theme.font(m_words.tone == Tone::Muted ? TypeRole::Total : TypeRole::Verdict), m_words.word, inside);
    const int wordHeight = QFontMetrics(large).boundingRect(inside, Qt::TextWordWrap, m_words.word).height();
    const int iconTop = inside.top() + qMax(0, (inside.height() - BoardIcon - wordHeight) / 4);
    painter.drawPixmap(inside.center().x() - BoardIcon / 2, iconTop, iconPixmap(m_words.icon, pair.foreground, BoardIcon, devicePixelRatioF()));
    painter.setPen(pair.foreground);
    painter.setFont(large);
    const QRect words(inside.left(), iconTop + BoardIcon, inside.width(), wordHeight);
    painter.drawText(words, Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, m_words.word);
    const QRect rest(inside.left(), words.bottom() + space::Small, inside.width(), inside.bottom() - words.bottom() - space::Small);
    painter.setFont(fitting(m_theme.font(TypeRole::Section), m_words.details, rest));
    painter.drawText(rest, Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, m_words.details);
}

} // namespace foyer
