// FocusRingStyle: Fusion, with a ring inside filled buttons, whose border alone would not show the focus.
#pragma once

#include <QtWidgets/QProxyStyle>

namespace foyer {

class FocusRingStyle final : public QProxyStyle
{
    Q_OBJECT

public:
    FocusRingStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget = nullptr) const override;
};

} // namespace foyer
