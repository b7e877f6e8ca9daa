// What the first start of a machine asks for, as plain values.
#pragma once

#include "core/services/boxoffice.h"

#include <QtCore/QDateTime>

namespace foyer {

enum class Home { Demo, File, Server };

struct FirstAnswers {
    Home home = Home::File;
    DatabaseUrl url;                ///< File and Server; with the password, if one was typed
    QString address;                ///< the same without the password, to be remembered
    bool remembersPassword = false; ///< on this machine, for the next start
    bool hasBoxOffice = false;      ///< there is one already: nothing more is asked, somebody signs in

    QString administrator;
    QString pin;

    QString venue;
    QTimeZone timeZone = QTimeZone::systemTimeZone();
    Currency currency;
    QString event;
    QDateTime startsAt; ///< in the venue's time zone
    QString ticketType;
    int places = 0;
    Money price;
    int taxBasisPoints = 0; ///< contained in the price
};

} // namespace foyer
