// PrintedTicket: everything that stands on one paper ticket, as plain values.
#pragma once

#include "core/base/money.h"

#include <QtCore/QDateTime>
#include <QtCore/QString>

namespace foyer::printing {

struct PrintedTicket {
    QString venue;
    QString event;
    QDateTime startsAt; ///< in the venue's time zone
    QDateTime doorsAt;  ///< in the venue's time zone; invalid when the event names none
    QString seat;       ///< "Stalls 5-12"; empty without a numbered seat
    QString ticketType;
    QString priceLevel;
    Money price; ///< with fee and tax
    Money fee;   ///< contained in price
    QString orderNumber;
    QString ticketNumber; ///< as people read it: "ABCDE-12345"
    QString code;         ///< what the QR code says
    QString holder;       ///< empty when nobody is named
    int position = 1;     ///< "ticket 2 of 5"
    int count = 1;
    bool reprint = false;
    int copy = 1; ///< from 2 on it is printed with the mark
    bool training = false; ///< marked so that no door can mistake it
};

} // namespace foyer::printing
