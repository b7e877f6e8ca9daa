#include "ui/printing/cupsline.h"
#include "ui/printing/deviceline.h"
#include "ui/printing/networkline.h"

namespace foyer::printing {

std::unique_ptr<PrinterLine> makeLine(const PrinterSetup &printer, const LinePatience &patience)
{
    switch (printer.kind) {
    case PrinterKind::Network:
        if (const auto address = networkAddress(printer.address))
            return std::make_unique<NetworkLine>(*address, patience);
        break;
    case PrinterKind::Device:
        return std::make_unique<DeviceLine>(printer.address, patience);
    case PrinterKind::CupsRaw:
        return std::make_unique<CupsLine>(printer.address, patience);
    case PrinterKind::System:
        break;
    }
    return nullptr;
}

} // namespace foyer::printing
