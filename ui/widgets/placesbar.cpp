#include "ui/widgets/placesbar.h"

#include "ui/theme/theme.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>
#include <QtGui/QPainter>

namespace foyer {
namespace {

constexpr int BarHeight = 8;
/// From here the number turns amber: fewer than one place in twelve.
constexpr int FewShare = 12;

void drawSoldOut(QPainter &painter, const QRect &rect, const Theme &theme)
{
    const Tokens &t = theme.tokens();
    QFont font = theme.font(TypeRole::Small);
    font.setWeight(QFont::Bold);
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.8);
    const QString text = placesText({0, 1});
    const QFontMetrics metrics(font);
    const int width = metrics.horizontalAdvance(text) + 2 * space::Small;
    const int height = qMin(rect.height(), metrics.height() + space::Tiny);
    const QRect pill(rect.left(), rect.center().y() - height / 2 + 1, width, height);
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.bad);
    painter.drawRoundedRect(pill, 4, 4);
    painter.setFont(font);
    painter.setPen(t.onBad);
    painter.drawText(pill, Qt::AlignCenter, text);
}

} // namespace

QString placesText(Places places)
{
    if (places.soldOut())
        return QCoreApplication::translate("PlacesBar", "SOLD OUT");
    return QCoreApplication::translate("PlacesBar", "%1 left").arg(QLocale().toString(places.left));
}

void drawPlaces(QPainter &painter, const QRect &rect, Places places, const Theme &theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (places.soldOut()) {
        drawSoldOut(painter, rect, theme);
        painter.restore();
        return;
    }
    const Tokens &t = theme.tokens();
    const QFont font = theme.font(TypeRole::Small);
    // All numbers of a list in one column, whatever they are.
    const int numberWidth = QFontMetrics(font).horizontalAdvance(placesText({20'000, 20'000}));
    const QRectF bar(rect.left(), rect.center().y() - BarHeight / 2.0 + 0.5, qMax(24, rect.width() - numberWidth - space::Small), BarHeight);
    const double taken = places.capacity > 0 ? 1.0 - double(qBound(0, places.left, places.capacity)) / places.capacity : 0;
    const bool few = places.left * FewShare < places.capacity;
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.pressed);
    painter.drawRoundedRect(bar, BarHeight / 2.0, BarHeight / 2.0);
    if (taken > 0) {
        painter.setBrush(few ? t.warn : t.accent);
        painter.drawRoundedRect(QRectF(bar.topLeft(), QSizeF(qMax<double>(BarHeight, bar.width() * taken), BarHeight)),
                                BarHeight / 2.0, BarHeight / 2.0);
    }
    painter.setFont(font);
    painter.setPen(few ? t.warn : t.text);
    painter.drawText(rect, Qt::AlignRight | Qt::AlignVCenter, placesText(places));
    painter.restore();
}

PlacesBar::PlacesBar(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void PlacesBar::setPlaces(Places places)
{
    if (places == m_places)
        return;
    m_places = places;
    setAccessibleName(placesText(places));
    update();
}

void PlacesBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawPlaces(painter, rect(), m_places, m_theme);
}

} // namespace foyer
