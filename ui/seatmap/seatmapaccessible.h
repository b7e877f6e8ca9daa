// What screen readers learn of the seat map: a list whose items are the seats.
#pragma once

namespace foyer {

class SeatMapView;

/// Tells Qt how to describe every SeatMapView; may be repeated.
void installSeatMapAccessibility();

/// Says that the keyboard stands on this seat, or that its state changed.
void announceSeat(SeatMapView &view, int seat);

} // namespace foyer
