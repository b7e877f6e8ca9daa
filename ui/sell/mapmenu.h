// MapMenu: the small switch in the corner of the map: what it shows, and painting seats for those who may.
#pragma once

#include "ui/seatmap/seatmapmodel.h"

#include <QtWidgets/QPushButton>

QT_FORWARD_DECLARE_CLASS(QActionGroup)

namespace foyer {

class MapMenu final : public QPushButton
{
    Q_OBJECT

public:
    MapMenu(SeatMapModel &model, QWidget *parent);

    void setMayPaint(bool may);

Q_SIGNALS:
    void paintChosen();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void retranslate();

    SeatMapModel &m_model;
    QActionGroup *m_views;
    QAction *m_paint;
};

} // namespace foyer
