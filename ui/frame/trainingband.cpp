#include "ui/frame/trainingband.h"

#include "ui/theme/theme.h"

#include <QtCore/QEvent>
#include <QtGui/QPainter>

namespace foyer {
namespace {

constexpr int BandHeight = 30;
constexpr int Stripe = 15;
constexpr int StripedWidth = 120;

/// Slanted stripes, so that it is not colour alone that warns.
void paintStripes(QPainter &painter, const QRect &area, const QColor &color)
{
    painter.save();
    painter.setClipRect(area);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int x = area.left() - area.height(); x < area.right(); x += 2 * Stripe) {
        const QPoint corners[]{{x, area.bottom() + 1}, {x + area.height(), area.top()}, {x + area.height() + Stripe, area.top()}, {x + Stripe, area.bottom() + 1}};
        painter.drawConvexPolygon(corners, 4);
    }
    painter.restore();
}

} // namespace

TrainingBand::TrainingBand(const Theme &theme, QString pin, QWidget *parent) : QWidget(parent), m_theme(theme), m_pin(std::move(pin))
{
    setFixedHeight(BandHeight);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    retranslate();
}

QString TrainingBand::text() const
{
    return m_pin.isEmpty() ? tr("TRAINING: nothing here is sold, and no card is charged")
                           : tr("TRAINING: nothing here is sold, and no card is charged. Everybody's PIN is %1").arg(m_pin);
}

QSize TrainingBand::sizeHint() const
{
    return {2 * StripedWidth, BandHeight};
}

void TrainingBand::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = m_theme.tokens();
    painter.fillRect(rect(), t.mine);
    paintStripes(painter, QRect(0, 0, StripedWidth, height()), t.onMine);
    paintStripes(painter, QRect(width() - StripedWidth, 0, StripedWidth, height()), t.onMine);
    painter.setPen(t.onMine);
    painter.setFont(m_theme.font(TypeRole::Strong));
    painter.drawText(rect().adjusted(StripedWidth, 0, -StripedWidth, 0), Qt::AlignCenter, text());
}

void TrainingBand::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void TrainingBand::retranslate()
{
    setAccessibleName(text());
    update();
}

} // namespace foyer
