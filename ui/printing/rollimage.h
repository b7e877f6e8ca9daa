// Tickets and receipts as the dots of a thermal printer, and the dots as a picture again.
#pragma once

#include "core/base/error.h"
#include "core/domain/escpos.h"
#include "ui/printing/printeddocument.h"
#include "ui/printing/printstyle.h"

#include <QtGui/QImage>

namespace foyer::printing {

/// One piece of the document, on the printable width of the roll. InvalidInput when a ticket's code cannot be drawn.
Result<escpos::Raster> rollRaster(const PrintedDocument &document, int piece, const PrintStyle &style);
/// Black and white, at the resolution of the printer.
QImage imageOf(const escpos::Raster &raster);

} // namespace foyer::printing
