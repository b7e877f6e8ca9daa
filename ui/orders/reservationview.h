// ReservationView: a reservation that is no order: whose it was, what was in it, and how it ended.
#pragma once

#include "core/services/ordersearch.h"

#include <QtWidgets/QWidget>

#include <optional>

QT_FORWARD_DECLARE_CLASS(QLabel)

namespace foyer {

class ReservationView final : public QWidget
{
    Q_OBJECT

public:
    explicit ReservationView(QWidget *parent = nullptr);

    void present(const ReservationHit &hit);

private:
    void tell();

    std::optional<ReservationHit> m_hit;
    QLabel *m_title;
    QLabel *m_state;
    QLabel *m_lines;
    QLabel *m_total;
};

/// In the list: "Reservation · 2 places · expired", and below the event, the customer and when.
QString reservationHitText(const ReservationHit &hit);

} // namespace foyer
