// How a seat looks: shape first, colour second; and a store of drawn seats for the map.
#pragma once

#include "ui/seatmap/seatmapmodel.h"
#include "ui/theme/tokens.h"

#include <QtCore/QHash>
#include <QtGui/QPixmap>

QT_FORWARD_DECLARE_CLASS(QPainter)

namespace foyer {

struct SeatLook {
    SeatState state = SeatState::Free;
    bool accessible = false; ///< square instead of round
    QColor zoneColor;
};

/// Radius is that of the seat; the shape leaves some air around it.
void drawSeat(QPainter &painter, QPointF center, double radius, const SeatLook &look, const Tokens &tokens);

/// The price zone's colour as it stands on the map: between 3.5:1 and 8:1 against the surface.
QColor zoneTint(const QColor &color, const Tokens &tokens);

/// One picture for each state, zone, shape, size and place within a pixel, drawn when first asked for.
class SeatSprites
{
public:
    void clear() { m_pixmaps.clear(); }
    /// Paints in device pixels; far quicker than drawSeat().
    void draw(QPainter &painter, QPointF center, double radius, const SeatLook &look, int zone, const Tokens &tokens);

private:
    QHash<quint64, QPixmap> m_pixmaps;
};

} // namespace foyer
