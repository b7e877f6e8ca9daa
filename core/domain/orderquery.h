// OrderQuery: what somebody may have meant by the words typed or scanned so far. One text can mean several things.
#pragma once

#include "core/domain/seatingplan.h"
#include "core/domain/ticketnumber.h"

#include <QtCore/QDate>
#include <QtCore/QUuid>

#include <optional>

namespace foyer {

struct OrderQuery {
    QString orderNumber;  ///< its beginning, in capitals, letters and all; empty: none
    QString counter;      ///< the digits of an order number whose letters were not typed
    QString ticketNumber; ///< its beginning in the symbols of ticket numbers
    std::optional<SeatLabel> seat; ///< the zone may be a beginning, or empty
    std::optional<QDate> day;
    std::optional<std::pair<QUuid, QUuid>> reservation; ///< the first and the last id that begin so
    QString person;       ///< name, e-mail or phone; empty: too short to look for anybody

    /// `today` gives a date without a year its year: the one that is nearest.
    static OrderQuery read(const QString &typed, QDate today);

    bool isEmpty() const { return orderNumber.isEmpty() && counter.isEmpty() && ticketNumber.isEmpty() && !seat && !day && !reservation && person.isEmpty(); }
};

} // namespace foyer
