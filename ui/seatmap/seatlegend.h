// SeatLegend: what the shapes on the map mean, with live counts.
#pragma once

#include "ui/seatmap/seatmapmodel.h"

#include <QtWidgets/QWidget>

namespace foyer {

class Theme;

/// By status: states that no seat is in are left out, but for free and mine. By price: the zones with their free seats. By
/// hold: the reasons. Wraps onto a second line when it is narrow.
class SeatLegend final : public QWidget
{
    Q_OBJECT

public:
    SeatLegend(const Theme &theme, SeatMapModel &model, QWidget *parent = nullptr);

    /// "213 free, 2 mine, 4 held"
    QString summary() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Entry {
        SeatState state;
        QString text;
        bool accessible;
        QColor color = {}; ///< of a zone or a reason
    };

    void onPlanChanged();
    void refresh();
    std::vector<Entry> entries() const;
    void addStates(std::vector<Entry> &entries) const;
    void addZones(std::vector<Entry> &entries) const;
    void addHolds(std::vector<Entry> &entries) const;
    /// Calls `place` with each entry and its rectangle; returns the height used.
    int layOut(int width, const std::function<void(const Entry &, const QRect &)> &place) const;

    const Theme &m_theme;
    SeatMapModel &m_model;
    bool m_hasAccessible = false;
};

} // namespace foyer
