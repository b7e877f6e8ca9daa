#include "core/domain/shift.h"

#include <QtCore/QStringList>

#include <algorithm>
#include <array>

namespace foyer {

namespace {

constexpr std::array DrawerStates{std::pair(DrawerState::Open, "open"), std::pair(DrawerState::Counting, "counting"),
                                  std::pair(DrawerState::Closed, "closed")};
constexpr std::array CashMoves{std::pair(CashMoveKind::PaidIn, "paid_in"), std::pair(CashMoveKind::PaidOut, "paid_out"),
                               std::pair(CashMoveKind::NoSale, "no_sale")};

template <typename Entries, typename Value>
QString drawerWord(const Entries &entries, Value value)
{
    const auto found = std::find_if(entries.begin(), entries.end(), [&](const auto &entry) { return entry.first == value; });
    return QLatin1String(found->second);
}

template <typename Entries>
auto drawerValue(const Entries &entries, const QString &name)
{
    const auto found = std::find_if(entries.begin(), entries.end(), [&](const auto &entry) { return name == QLatin1String(entry.second); });
    if (found == entries.end())
        qFatal("the database holds a word of shifts that its checks refuse");
    return found->first;
}

/// What is in circulation; 1-2-5 for every other currency.
std::vector<qint64> knownValues(const QString &code)
{
    if (code == QLatin1String("USD"))
        return {10'000, 5'000, 2'000, 1'000, 500, 200, 100, 50, 25, 10, 5, 1};
    if (code == QLatin1String("GBP"))
        return {5'000, 2'000, 1'000, 500, 200, 100, 50, 20, 10, 5, 2, 1};
    if (code == QLatin1String("CHF"))
        return {100'000, 20'000, 10'000, 5'000, 2'000, 1'000, 500, 200, 100, 50, 20, 10, 5};
    if (code == QLatin1String("JPY"))
        return {10'000, 5'000, 2'000, 1'000, 500, 100, 50, 10, 5, 1};
    return {};
}

} // namespace

std::vector<qint64> denominations(Currency currency)
{
    if (auto known = knownValues(currency.code()); !known.empty())
        return known;
    std::vector<qint64> values;
    const qint64 largest = 500 * currency.minorPerMajor();
    for (qint64 unit = 1; unit <= largest; unit *= 10)
        for (const qint64 step : {1, 2, 5})
            if (unit * step <= largest)
                values.insert(values.begin(), unit * step);
    return values;
}

Money totalOf(const CashCount &count, Currency currency)
{
    Money sum = Money::zero(currency);
    for (const CashPieces &pieces : count)
        sum += Money(pieces.value, currency) * pieces.count;
    return sum;
}

QString countText(const CashCount &count)
{
    QStringList parts;
    for (const CashPieces &pieces : count)
        parts << QStringLiteral("%1*%2").arg(pieces.value).arg(pieces.count);
    return parts.join(u' ');
}

CashCount countFrom(const QString &text)
{
    CashCount count;
    for (const QString &part : text.split(u' ', Qt::SkipEmptyParts))
        count.push_back({part.section(u'*', 0, 0).toLongLong(), part.section(u'*', 1).toLongLong()});
    return count;
}

Money ShiftReport::movedBy(CashMoveKind kind) const
{
    Money sum = Money::zero(expected.currency());
    for (const ReportMove &move : moves)
        if (move.kind == kind)
            sum += move.amount;
    return sum;
}

qint64 ShiftReport::times(CashMoveKind kind) const
{
    return std::count_if(moves.begin(), moves.end(), [&](const ReportMove &move) { return move.kind == kind; });
}

QString stateName(DrawerState state)
{
    return drawerWord(DrawerStates, state);
}

DrawerState drawerStateFrom(const QString &name)
{
    return drawerValue(DrawerStates, name);
}

QString kindName(CashMoveKind kind)
{
    return drawerWord(CashMoves, kind);
}

CashMoveKind cashMoveFrom(const QString &name)
{
    return drawerValue(CashMoves, name);
}

} // namespace foyer
