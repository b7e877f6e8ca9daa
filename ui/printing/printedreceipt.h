// PrintedReceipt: everything that stands on one receipt, as plain values.
#pragma once

#include "core/base/money.h"

#include <QtCore/QDateTime>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <optional>
#include <vector>

namespace foyer::printing {

struct ReceiptLine {
    int count = 1;
    QString text;   ///< "Hamlet, Stalls 5-12"
    QString detail; ///< "Full price"; may be empty
    Money amount;   ///< of the whole line, tax included
};

struct ReceiptTax {
    int rateBasisPoints = 0; ///< 700 = 7 %
    Money gross;
    Money tax;               ///< contained in gross
};

struct ReceiptTender {
    QString name; ///< "Cash", "Card"
    Money amount; ///< what this tender paid; negative when money was given back
    std::optional<Money> given;  ///< cash: what was handed over
    std::optional<Money> change; ///< cash: what was handed back
};

struct PrintedReceipt {
    QString venue;
    QStringList issuer; ///< address and tax number of whoever sells, one line each
    QString orderNumber;
    QDateTime at; ///< in the venue's time zone
    std::vector<ReceiptLine> lines;
    std::vector<ReceiptTax> taxes;
    std::vector<ReceiptTender> tenders;
    Money total; ///< negative for a refund
    QString terminal;
    QString cashier;
    QString customer; ///< empty: nobody in particular, or nobody who wants to stand there
    bool reprint = false;
    int copy = 1; ///< from 2 on it is printed with the mark
    bool training = false;
};

} // namespace foyer::printing
