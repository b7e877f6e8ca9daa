#include "ui/widgets/countdownring.h"

#include "ui/format.h"
#include "ui/retranslation.h"
#include "ui/theme/theme.h"

#include <QtGui/QPainter>

namespace foyer {
namespace {

constexpr int Diameter = 28;
constexpr int Stroke = 4;
constexpr auto Beat = std::chrono::milliseconds(250);

} // namespace

CountdownRing::CountdownRing(const Theme &theme, Monotonic now, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_now(std::move(now))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    say(this, [this] { m_running ? refresh() : setAccessibleName(tr("No reservation")); });
    m_timer.setInterval(Beat);
    connect(&m_timer, &QTimer::timeout, this, &CountdownRing::refresh);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void CountdownRing::start(Milliseconds total, Milliseconds left, QTime until)
{
    m_total = std::max(total, Milliseconds(1));
    m_deadline = m_now() + left;
    m_until = until;
    m_running = true;
    m_warned = false;
    m_timer.start();
    refresh();
}

void CountdownRing::stop()
{
    m_running = false;
    m_timer.stop();
    setAccessibleName(tr("No reservation"));
    update();
}

CountdownRing::Milliseconds CountdownRing::left() const
{
    return m_running ? std::max(Milliseconds(0), m_deadline - m_now()) : Milliseconds(0);
}

QString CountdownRing::timeText() const
{
    return m_running ? formatCountdown(left()) : QString();
}

QString CountdownRing::warningText() const
{
    return isWarning() ? tr("reserved until %1, F6 extends").arg(formatTime(m_until)) : QString();
}

QSize CountdownRing::sizeHint() const
{
    // Room for the warning from the start: the cart must not jump when it appears.
    const int time = QFontMetrics(m_theme.font(TypeRole::Section)).horizontalAdvance(QStringLiteral("00:00"));
    const int warning = QFontMetrics(m_theme.font(TypeRole::Small))
                            .horizontalAdvance(tr("reserved until %1, F6 extends").arg(formatTime(QTime(20, 58))));
    return {std::max(Diameter + space::Small + time, warning), 48};
}

void CountdownRing::refresh()
{
    if (!m_running)
        return;
    const QString warning = warningText();
    setAccessibleName(warning.isEmpty() ? tr("Reserved for %1").arg(timeText()) : timeText() + QStringLiteral(", ") + warning);
    update();
    if (left() == Milliseconds(0)) {
        m_running = false;
        m_timer.stop();
        Q_EMIT expired();
    } else if (!warning.isEmpty() && !m_warned) {
        m_warned = true;
        Q_EMIT warned();
    }
}

void CountdownRing::paintEvent(QPaintEvent *)
{
    if (!m_running)
        return;
    const Tokens &t = m_theme.tokens();
    const QString warning = warningText();
    const QColor color = warning.isEmpty() ? t.accent : t.warn;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFontMetrics timeMetrics(m_theme.font(TypeRole::Section));
    const int timeWidth = timeMetrics.horizontalAdvance(QStringLiteral("00:00"));

    // Right-aligned, as the figures beside it.
    const int lineHeight = warning.isEmpty() ? height() : Diameter;
    const QRectF ring(width() - Diameter + Stroke / 2.0, (lineHeight - Diameter + Stroke) / 2.0, Diameter - Stroke, Diameter - Stroke);
    painter.setPen(QPen(t.pressed, Stroke));
    painter.drawEllipse(ring);
    painter.setPen(QPen(color, Stroke, Qt::SolidLine, Qt::FlatCap));
    const double share = std::min(1.0, double(left().count()) / double(m_total.count()));
    painter.drawArc(ring, 90 * 16, int(share * 360 * 16));

    painter.setFont(m_theme.font(TypeRole::Section));
    painter.setPen(warning.isEmpty() ? t.text : t.warn);
    const int timeRight = width() - Diameter - space::Small;
    painter.drawText(QRect(timeRight - timeWidth, 0, timeWidth, lineHeight), Qt::AlignRight | Qt::AlignVCenter, timeText());
    if (warning.isEmpty())
        return;
    painter.setFont(m_theme.font(TypeRole::Small));
    painter.drawText(QRect(0, lineHeight, width(), height() - lineHeight), Qt::AlignRight | Qt::AlignVCenter, warning);
}

} // namespace foyer
