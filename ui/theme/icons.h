// Line icons on a 24 grid, drawn in whatever colour the theme asks for.
#pragma once

#include <QtGui/QIcon>

namespace foyer {

class Theme;

enum class IconName { Ticket, Door, Orders, People, Shift, Chart, House, Settings, Search, Calendar, Seat, Check,
                      Warning, Information, Error, Close, Backspace, Print, Offline, Cash, Card };

QPixmap iconPixmap(IconName name, const QColor &color, int size, double devicePixelRatio = 1);
/// Text colour, with the theme's disabled colour for what cannot be used.
QIcon icon(IconName name, const Theme &theme, int size = 24);

} // namespace foyer
