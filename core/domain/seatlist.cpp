#include "core/domain/seatlist.h"

#include "core/domain/inputtext.h"

#include <QtCore/QHash>
#include <QtCore/QRegularExpression>
#include <QtCore/QSet>

namespace foyer::seatlist {

namespace {

constexpr int LongestRange = 1'000; ///< no row is longer

QString keyOf(const SeatLabel &label)
{
    return label.spoken().simplified().toCaseFolded();
}

tl::unexpected<Error> noSeat(const QString &text)
{
    return fail(ErrorCode::NotFound, {translate("Input", "the seat \"%1\"").arg(text.left(60))});
}

/// What "Stalls 5-3..7" names, one by one; what is no range names itself.
Result<QStringList> namesOf(const QString &entry)
{
    static const QRegularExpression range(QStringLiteral(R"(^(.*?)(\d+)\s*(?:\.\.+|…)\s*(\d+)$)"));
    const auto match = range.match(entry);
    if (!match.hasMatch())
        return QStringList{entry};
    const int first = match.captured(2).toInt(), last = match.captured(3).toInt();
    if (last < first || last - first > LongestRange)
        return fail(ErrorCode::InvalidInput, {translate("Input", "\"%1\" names no seats: the second number comes after the first").arg(entry.left(60))});
    QStringList names;
    for (int number = first; number <= last; ++number)
        names << match.captured(1) + QString::number(number);
    return names;
}

} // namespace

Result<std::vector<SeatId>> read(const SeatingPlan &plan, const QString &text)
{
    static const QRegularExpression parting(QStringLiteral("[,;\n]"));
    QHash<QString, SeatId> seats;
    for (const PlanSeat &seat : plan.seats)
        seats.insert(keyOf(seat.label), seat.id);
    std::vector<SeatId> out;
    QSet<SeatId> met;
    for (const QString &part : text.split(parting, Qt::SkipEmptyParts)) {
        const QString entry = part.simplified();
        const auto names = namesOf(entry);
        if (!names)
            return fail(names.error());
        for (const QString &name : *names) {
            const auto seat = seats.constFind(name.toCaseFolded());
            if (name.isEmpty())
                continue;
            if (seat == seats.constEnd())
                return noSeat(name);
            if (!met.contains(*seat))
                out.push_back(*seat);
            met.insert(*seat);
        }
    }
    return out.empty() ? Result<std::vector<SeatId>>(fail(ErrorCode::InvalidInput, {translate("Input", "no seat is named")})) : out;
}

} // namespace foyer::seatlist
