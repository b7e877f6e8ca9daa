// ReceiptPdf: a receipt as a PDF.
#pragma once

#include "ui/printing/printedreceipt.h"
#include "ui/printing/printstyle.h"

#include <QtCore/QByteArray>
#include <QtCore/QCoreApplication>

class QIODevice;

namespace foyer::printing {

class ReceiptPdf
{
    Q_DECLARE_TR_FUNCTIONS(ReceiptPdf)

public:
    explicit ReceiptPdf(PrintStyle style) : m_style(std::move(style)) {}

    Result<QByteArray> bytes(const PrintedReceipt &receipt) const;
    /// FileUnreadable when the file cannot be written; it is then as it was before.
    Result<void> write(const QString &path, const PrintedReceipt &receipt) const;
    Result<void> write(QIODevice &device, const PrintedReceipt &receipt) const;

private:
    PrintStyle m_style;
};

} // namespace foyer::printing
