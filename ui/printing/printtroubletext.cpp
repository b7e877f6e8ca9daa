#include "ui/printing/printtroubletext.h"

#include <QtCore/QCoreApplication>

namespace foyer::printing {
namespace {

const char *sourceOf(PrintTrouble trouble)
{
    switch (trouble) {
    case PrintTrouble::NotSetUp:
        return QT_TRANSLATE_NOOP("PrintTrouble", "The printer for these papers is no longer set up on this computer. Choose another.");
    case PrintTrouble::Unreachable:
        return QT_TRANSLATE_NOOP("PrintTrouble", "%1 cannot be reached. Check that it is switched on and its cable.");
    case PrintTrouble::Silent:
        return QT_TRANSLATE_NOOP("PrintTrouble", "%1 does not say whether it can print. Switch it off and on; if it never answers, tell its settings so.");
    case PrintTrouble::OutOfPaper:
        return QT_TRANSLATE_NOOP("PrintTrouble", "%1 is out of paper. Put in a new roll.");
    case PrintTrouble::CoverOpen:
        return QT_TRANSLATE_NOOP("PrintTrouble", "The cover of %1 is open. Close it.");
    case PrintTrouble::Offline:
        return QT_TRANSLATE_NOOP("PrintTrouble", "%1 is not ready to print. Look at its lights or its display.");
    case PrintTrouble::BrokeOff:
        return QT_TRANSLATE_NOOP("PrintTrouble", "%1 stopped in the middle of printing. Look at what came out; the last piece is printed once more, with a mark.");
    case PrintTrouble::Unprintable:
        return QT_TRANSLATE_NOOP("PrintTrouble", "These papers cannot be drawn for %1. Use the PDF instead.");
    case PrintTrouble::None:
        break;
    }
    return nullptr;
}

} // namespace

QString printTroubleText(PrintTrouble trouble, const QString &printer)
{
    const char *source = sourceOf(trouble);
    if (!source)
        return {};
    const QString text = QCoreApplication::translate("PrintTrouble", source);
    return text.contains(QLatin1String("%1")) ? text.arg(printer) : text;
}

} // namespace foyer::printing
