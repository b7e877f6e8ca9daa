#include "ui/pay/cashnotes.h"

#include "ui/format.h"

#include <QtCore/QHash>

#include <algorithm>

namespace foyer {
namespace {

/// Notes in circulation, in minor units, smallest first.
std::vector<qint64> notesOf(Currency currency)
{
    static const QHash<QString, std::vector<qint64>> known{
        {QStringLiteral("EUR"), {500, 1000, 2000, 5000, 10'000, 20'000}},
        {QStringLiteral("GBP"), {500, 1000, 2000, 5000}},
        {QStringLiteral("USD"), {100, 500, 1000, 2000, 5000, 10'000}},
        {QStringLiteral("CHF"), {1000, 2000, 5000, 10'000, 20'000}},
        {QStringLiteral("JPY"), {1000, 5000, 10'000}},
        {QStringLiteral("KWD"), {250, 500, 1000, 5000, 10'000, 20'000}},
    };
    if (const auto found = known.constFind(currency.code()); found != known.constEnd())
        return *found;
    std::vector<qint64> notes;
    for (const qint64 major : {5, 10, 20, 50, 100, 200, 500, 1000})
        notes.push_back(major * currency.minorPerMajor());
    return notes;
}

/// The smallest note when the amount is laid down in as few notes as possible.
qint64 smallestNoteIn(qint64 amount, const std::vector<qint64> &notes)
{
    qint64 smallest = amount;
    for (auto note = notes.rbegin(); note != notes.rend(); ++note) {
        if (amount >= *note)
            smallest = *note;
        amount %= *note;
    }
    return smallest;
}

} // namespace

std::vector<Money> likelyNotes(Money due, size_t most)
{
    std::vector<Money> found;
    if (!due.isPositive())
        return found;
    const std::vector<qint64> notes = notesOf(due.currency());
    for (const qint64 note : notes) {
        const qint64 rounded = (due.minor() + note - 1) / note * note;
        const bool natural = rounded - smallestNoteIn(rounded, notes) < due.minor();
        if (rounded > due.minor() && natural)
            found.push_back(Money(rounded, due.currency()));
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    if (found.size() > most)
        found.erase(found.begin() + std::ptrdiff_t(most), found.end());
    return found;
}

QString noteText(Money money)
{
    const qint64 perMajor = money.currency().minorPerMajor();
    return money.minor() % perMajor == 0 ? QLocale().toString(money.minor() / perMajor) : formatMoney(money);
}

} // namespace foyer
