#include "core/domain/seatingplan.h"

#include "core/domain/escapedlist.h"
#include "core/domain/planreader.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QStringList>

namespace foyer {

QString SeatLabel::toString() const
{
    return joinEscaped({zone, row, number}, QLatin1Char('/'));
}

QString SeatLabel::spoken() const
{
    return QStringLiteral("%1 %2-%3").arg(zone, row, number);
}

Result<SeatLabel> SeatLabel::parse(QStringView text)
{
    const QStringList parts = splitEscaped(text, QLatin1Char('/'));
    if (parts.size() != 3 || parts[0].isEmpty() || parts[1].isEmpty() || parts[2].isEmpty())
        return fail(ErrorCode::InvalidInput,
                    {QCoreApplication::translate("Input", "\"%1\" is not a seat as zone/row/number").arg(text.left(60))});
    return SeatLabel{parts[0], parts[1], parts[2]};
}

Result<SeatingPlan> SeatingPlan::fromJson(const QByteArray &json)
{
    return readPlan(json);
}

} // namespace foyer
