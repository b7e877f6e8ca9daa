// PrinterLine: bytes to and from a receipt printer, over the network, a device file or a queue of CUPS. Calls block the
// thread that they are made on, which is never the window's, for as long as their patience lasts.
#pragma once

#include "core/base/clock.h"
#include "ui/printing/printers.h"

#include <QtCore/QByteArray>

#include <memory>
#include <stop_token>

namespace foyer::printing {

/// How long a printer is given.
struct LinePatience {
    Milliseconds connecting{5'000};
    Milliseconds stalling{10'000};  ///< taking no further byte
    Milliseconds answering{3'000};  ///< saying how it is
    Milliseconds finishing{30'000}; ///< putting a piece on paper
};

/// A request to stop is noticed after this long.
inline constexpr int SliceMs = 50;

class PrinterLine
{
public:
    virtual ~PrinterLine() = default;

    virtual bool isOpen() const = 0;
    virtual bool open(std::stop_token stop) = 0;
    /// False when the printer did not take all of it.
    virtual bool write(const QByteArray &bytes, std::stop_token stop) = 0;
    /// What has come by now, waiting so long for the first byte.
    virtual QByteArray read(Milliseconds atMost) = 0;
    /// False when it broke before the last byte had left.
    virtual bool close(std::stop_token stop) = 0;
};

/// Null for printers that are reached through a driver.
std::unique_ptr<PrinterLine> makeLine(const PrinterSetup &printer, const LinePatience &patience = {});

} // namespace foyer::printing
