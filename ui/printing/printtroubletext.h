// What is wrong with a printer, in one sentence, with what to do about it.
#pragma once

#include "core/domain/printjob.h"

namespace foyer::printing {

/// `printer`: its name. Empty for None.
QString printTroubleText(PrintTrouble trouble, const QString &printer);

} // namespace foyer::printing
