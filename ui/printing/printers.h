// The printers of this machine and what each is for, as plain values, kept in the settings of the machine.
#pragma once

#include "core/base/error.h"
#include "ui/printing/paperformat.h"

#include <QtCore/QString>

#include <optional>
#include <vector>

QT_FORWARD_DECLARE_CLASS(QSettings)

namespace foyer::printing {

enum class PrinterKind {
    System,  ///< through the system's own driver; address: its name there
    Network, ///< ESC/POS; "printer.local", "10.0.0.7:9100", "[fe80::1]:9100"
    Device,  ///< ESC/POS; "/dev/usb/lp0"
    CupsRaw, ///< ESC/POS through a queue of CUPS without a driver; address: its name there
};

struct PrinterSetup {
    QString id;   ///< never changes and is never shown
    QString name; ///< "Counter, left"
    PrinterKind kind = PrinterKind::Network;
    QString address;
    PaperFormat paper = PaperFormat::Roll80;
    bool tellsState = true; ///< it answers when it is asked whether it can print; many cheap ones don't
    bool hasDrawer = false;

    bool isRaw() const { return kind != PrinterKind::System; }
    bool canTellState() const { return kind == PrinterKind::Network || kind == PrinterKind::Device; }
    bool operator==(const PrinterSetup &other) const = default;
};

/// InvalidInput with what is wrong about name or address.
Result<void> validate(const PrinterSetup &printer);

struct NetworkAddress {
    QString host;
    quint16 port = 9100;
};
std::optional<NetworkAddress> networkAddress(const QString &address);

enum class ReceiptWish { Never, Ask, Always };

struct PrintSetup {
    std::vector<PrinterSetup> printers;
    QString ticketPrinter;  ///< id; empty: tickets stay PDF files
    QString receiptPrinter; ///< id; empty: no receipts
    bool ticketsAtOnce = true; ///< without anybody asking, when a sale is complete
    ReceiptWish receipts = ReceiptWish::Ask;
    bool drawerForCash = true;

    const PrinterSetup *find(const QString &id) const;
    /// Whose drawer is opened; null without one.
    const PrinterSetup *drawer() const;
    bool operator==(const PrintSetup &other) const = default;
};

/// What cannot be right in the settings is left out, as if it had never been set.
PrintSetup loadPrinters(QSettings &settings);
void savePrinters(QSettings &settings, const PrintSetup &setup);

} // namespace foyer::printing
