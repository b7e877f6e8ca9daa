#include "core/domain/seatingplan.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QStringList>

namespace foyer {

QString SeatLabel::toString() const
{
    return zone + QLatin1Char('/') + row + QLatin1Char('/') + number;
}

QString SeatLabel::spoken() const
{
    return QStringLiteral("%1 %2-%3").arg(zone, row, number);
}

Result<SeatLabel> SeatLabel::parse(QStringView text)
{
    const auto parts = text.split(QLatin1Char('/'));
    if (parts.size() != 3 || parts[0].isEmpty() || parts[1].isEmpty() || parts[2].isEmpty())
        return fail(ErrorCode::InvalidInput,
                    {QCoreApplication::translate("Input", "\"%1\" is not a seat as zone/row/number").arg(text.left(60))});
    return SeatLabel{parts[0].toString(), parts[1].toString(), parts[2].toString()};
}

} // namespace foyer
