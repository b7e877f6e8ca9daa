#include "ui/theme/focusringstyle.h"

#include "ui/theme/tokens.h"

#include <QtGui/QPainter>
#include <QtWidgets/QPushButton>

namespace foyer {
namespace {

constexpr double Inset = 4;
constexpr double RingWidth = 2;

} // namespace

FocusRingStyle::FocusRingStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

void FocusRingStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                   const QWidget *widget) const
{
    if (element != PE_FrameFocusRect || !qobject_cast<const QPushButton *>(widget)) {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        return;
    }
    const QString role = widget->property("role").toString();
    if (role != QLatin1String("primary") && role != QLatin1String("pay"))
        return; // their border is the ring
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(widget->palette().color(QPalette::HighlightedText), RingWidth));
    painter->drawRoundedRect(QRectF(widget->rect()).adjusted(Inset, Inset, -Inset, -Inset), measure::Radius - 3, measure::Radius - 3);
    painter->restore();
}

} // namespace foyer
