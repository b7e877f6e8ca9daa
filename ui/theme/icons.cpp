#include "ui/theme/icons.h"

#include "ui/theme/theme.h"

#include <QtGui/QPainter>
#include <QtSvg/QSvgRenderer>

namespace foyer {
namespace {

constexpr int LargeFrom = 40; ///< large icons have finer strokes

/// Strokes on a 24 grid.
const char *pathOf(IconName name)
{
    switch (name) {
    case IconName::Ticket:
        return "M3 7h18v3.2a2 2 0 0 0 0 3.6V17H3v-3.2a2 2 0 0 0 0-3.6zM14.5 7v2M14.5 11v2M14.5 15v2";
    case IconName::Door:
        return "M6 21V4l9-1.5V21M3.5 21h17M15 5h3v16M12 11.5v1.5";
    case IconName::Orders:
        return "M6 3h12v18l-3-2-3 2-3-2-3 2zM9 8h6M9 12h6";
    case IconName::People:
        return "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c.4-3.8 3-6 6.5-6s6.1 2.2 6.5 6M16 4.5a3.5 3.5 0 0 1 0 6.2M18 14.5c2 .8 3.2 2.7 3.5 5.5";
    case IconName::Shift:
        return "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3.5 2";
    case IconName::Chart:
        return "M4 4v16h16M8 16v-4M12.5 16V8M17 16v-6";
    case IconName::House:
        return "M3.5 11 12 4l8.5 7M6 9.5V20h12V9.5M10 20v-5.5h4V20";
    case IconName::Settings:
        return "M4 7h9M17 7h3M4 17h3M11 17h9M15 9.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4zM9 19.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4z";
    case IconName::Search:
        return "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5 20 20";
    case IconName::Calendar:
        return "M4 6h16v14H4zM4 10.5h16M8 3.5V8M16 3.5V8";
    case IconName::Seat:
        return "M7 12V6a2 2 0 0 1 2-2h6a2 2 0 0 1 2 2v6M4 11v6h16v-6M7 13.5h10M6.5 17v3M17.5 17v3";
    case IconName::Check:
        return "M5 12.5 10 17.5 19.5 7";
    case IconName::Warning:
        return "M12 4 21.5 20h-19zM12 10v4.5M12 17.2v.3";
    case IconName::Information:
        return "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5.5M12 7.7V8";
    case IconName::Error:
        return "M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3zM12 7.5v5.5M12 16.2v.3";
    case IconName::Close:
        return "M6 6l12 12M18 6 6 18";
    case IconName::Backspace:
        return "M9 5.5h12v13H9L3 12zM12.5 9.5l5 5M17.5 9.5l-5 5";
    case IconName::Print:
        return "M7 9V3.5h10V9M7 17H4V9h16v8h-3M7 14h10v6.5H7z";
    case IconName::Offline:
        return "M3 9.5a13.5 13.5 0 0 1 18 0M6.5 13.3a8.3 8.3 0 0 1 11 0M12 18.5v.3M4 3.5l16 17";
    case IconName::Cash:
        return "M3 6.5h18v11H3zM12 14.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM6.5 12v.1M17.5 12v.1";
    case IconName::Card:
        return "M3 6h18v12.5H3zM3 10h18M6.5 15h4";
    }
    Q_UNREACHABLE();
}

} // namespace

QPixmap iconPixmap(IconName name, const QColor &color, int size, double devicePixelRatio)
{
    const QString svg = QStringLiteral("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='%1' "
                                       "stroke-width='%3' stroke-linecap='round' stroke-linejoin='round'>"
                                       "<path d='%2'/></svg>")
                            .arg(color.name(), QLatin1String(pathOf(name)), QLatin1String(size >= LargeFrom ? "1.2" : "1.75"));
    QSvgRenderer renderer(svg.toUtf8());
    const int pixels = qRound(size * devicePixelRatio);
    QPixmap pixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter, QRectF(0, 0, pixels, pixels));
    painter.end();
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

QIcon icon(IconName name, const Theme &theme, int size)
{
    QIcon result;
    for (const double ratio : {1.0, 2.0}) {
        result.addPixmap(iconPixmap(name, theme.tokens().text, size, ratio), QIcon::Normal);
        result.addPixmap(iconPixmap(name, theme.tokens().disabled, size, ratio), QIcon::Disabled);
    }
    return result;
}

} // namespace foyer
