// How a seat looks: shape first, colour second; and a store of drawn seats for the map.
#pragma once

#include "ui/seatmap/seatmapmodel.h"
#include "ui/theme/tokens.h"

#include <QtCore/QHash>
#include <QtGui/QFont>
#include <QtGui/QImage>

QT_FORWARD_DECLARE_CLASS(QPainter)

namespace foyer {

struct SeatLook {
    SeatState state = SeatState::Free;
    bool accessible = false; ///< square instead of round
    QColor color;            ///< of its price zone, or of its hold
    SeatView view = SeatView::Status;
};

/// Radius is that of the seat; the shape leaves some air around it.
void drawSeat(QPainter &painter, QPointF center, double radius, const SeatLook &look, const Tokens &tokens);

/// The price zone's colour as it stands on the map: between 3.5:1 and 8:1 against the surface.
QColor zoneTint(const QColor &color, const Tokens &tokens);

/// One picture for each state, zone, shape, size and place within a pixel, drawn when first asked for; then copied by
/// hand, many times quicker than a painter would. `clip` lies within `onto`; everything is in device pixels.
class SeatSprites
{
public:
    void clear();
    /// `group`: the number of the look's colour in the view.
    void draw(QImage &onto, const QRect &clip, QPointF center, double radius, const SeatLook &look, int group, const Tokens &tokens);
    /// A seat's number, in the middle of it.
    void drawNumber(QImage &onto, const QRect &clip, QPointF center, const QString &number, const QColor &color, const QFont &font);

private:
    /// Trimmed to what is not transparent.
    struct Sprite {
        QImage image;
        QPoint offset; ///< of its corner from the place it is drawn at
    };

    static Sprite trimmed(const QImage &image, QPoint middle);
    static void blend(QImage &onto, const QRect &clip, QPoint at, const Sprite &sprite);

    QHash<quint64, Sprite> m_seats;
    QHash<std::pair<QString, quint64>, Sprite> m_numbers;
};

} // namespace foyer
