#include "ui/widgets/statusstrip.h"

#include "ui/format.h"
#include "ui/retranslation.h"
#include "ui/theme/stylesheet.h"
#include "ui/widgets/elidedlabel.h"

#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>

namespace foyer {
namespace {

constexpr int StripHeight = 40;
constexpr int MarkSize = 12;

Tone connectionTone(Connection connection)
{
    switch (connection) {
    case Connection::Online:
        return Tone::Good;
    case Connection::Slow:
        return Tone::Warn;
    case Connection::Offline:
        return Tone::Bad;
    }
    Q_UNREACHABLE();
}

/// A full disc, a half one or an empty ring: the shape tells as much as the colour.
QPixmap connectionSymbol(Connection connection, const QColor &color, double ratio)
{
    QPixmap pixmap(QSize(MarkSize, MarkSize) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF circle(2, 2, MarkSize - 4, MarkSize - 4);
    painter.setPen(QPen(color, 2));
    if (connection == Connection::Online)
        painter.setBrush(color);
    painter.drawEllipse(circle);
    if (connection == Connection::Slow) {
        painter.setBrush(color);
        painter.drawPie(circle, 90 * 16, 180 * 16);
    }
    return pixmap;
}

} // namespace

StatusStrip::StatusStrip(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_moment(new QLabel(this))
    , m_event(new ElidedLabel(this))
    , m_symbol(new QLabel(this))
    , m_words(new QLabel(this))
{
    setFixedHeight(StripHeight);
    setTone(m_moment, Tone::Muted);
    m_event->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_event->setAlignment(Qt::AlignCenter);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::Large, 0, space::Large, 0);
    layout->setSpacing(space::Large);
    layout->addWidget(m_moment);
    layout->addWidget(m_event, 1);
    auto *state = new QHBoxLayout;
    state->setSpacing(space::Small);
    state->addWidget(m_symbol);
    state->addWidget(m_words);
    layout->addLayout(state);
    connect(&theme, &Theme::changed, this, &StatusStrip::refreshConnection);
    say(this, [this] { setConnection(m_connection, m_given); });
}

void StatusStrip::setMoment(const QDateTime &moment)
{
    m_moment->setText(formatMoment(moment));
}

void StatusStrip::setEventText(const QString &text)
{
    m_event->setText(text);
}

void StatusStrip::setConnection(Connection connection, const QString &words)
{
    m_connection = connection;
    m_given = words;
    const QString usual = connection == Connection::Online ? tr("online") : connection == Connection::Slow ? tr("slow") : tr("offline");
    m_words->setText(words.isEmpty() ? usual : words);
    refreshConnection();
}

void StatusStrip::refreshConnection()
{
    const Tone tone = connectionTone(m_connection);
    m_symbol->setPixmap(connectionSymbol(m_connection, toneColor(m_theme.tokens(), tone), devicePixelRatioF()));
    setTone(m_words, tone);
}

} // namespace foyer
