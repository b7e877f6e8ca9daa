// PrintStyle: what a printed page depends on besides its content.
#pragma once

#include "ui/printing/paperformat.h"

#include <QtCore/QLocale>
#include <QtCore/QString>

namespace foyer::printing {

struct PrintStyle {
    PaperFormat paper = PaperFormat::A4;
    QLocale locale;
    QString family; ///< font; empty: the program's own
};

} // namespace foyer::printing
