// PieceImage: one ticket or receipt as it will come out of a printer, for looking at before.
#pragma once

#include "core/base/error.h"
#include "ui/printing/printeddocument.h"
#include "ui/printing/printers.h"

#include <QtGui/QImage>

namespace foyer::printing {

/// The dots of a raw printer exactly; a page of the others at about 100 dots per inch.
Result<QImage> pieceImage(const PrintedDocument &document, int piece, const PrinterSetup &printer);

} // namespace foyer::printing
