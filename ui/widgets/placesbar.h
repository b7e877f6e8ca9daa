// PlacesBar: how full it is, as a bar and the number left; sold out cannot be overlooked.
#pragma once

#include <QtWidgets/QWidget>

namespace foyer {

class Theme;

struct Places {
    int left = 0;
    int capacity = 0;

    bool soldOut() const { return capacity > 0 && left <= 0; }
    bool operator==(const Places &) const = default;
};

/// "213 left", "SOLD OUT"
QString placesText(Places places);
/// For lists that paint their rows themselves.
void drawPlaces(QPainter &painter, const QRect &rect, Places places, const Theme &theme);

class PlacesBar final : public QWidget
{
    Q_OBJECT

public:
    explicit PlacesBar(const Theme &theme, QWidget *parent = nullptr);

    Places places() const { return m_places; }
    void setPlaces(Places places);

    QSize sizeHint() const override { return {200, 24}; }
    QSize minimumSizeHint() const override { return {120, 20}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    Places m_places;
};

} // namespace foyer
