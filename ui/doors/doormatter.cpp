#include "ui/doors/doormatter.h"

#include "core/domain/refundplan.h"
#include "ui/format.h"
#include "ui/orders/ordertext.h"

#include <QtCore/QCoreApplication>

namespace foyer {
namespace {

constexpr size_t NamedPlaces = 6; ///< more are counted only

QString matterWord(const char *text) { return QCoreApplication::translate("Matters", text); }
QString matterCount(const char *text, int n) { return QCoreApplication::translate("Matters", text, nullptr, n); }

QString matterMoment(Instant at)
{
    return formatMoment(QDateTime::fromMSecsSinceEpoch(at.ms));
}

QString passageReason(const QString &kind)
{
    if (kind == QLatin1String("twice"))
        return matterWord(QT_TRANSLATE_NOOP("Matters", "Its holder was inside already: somebody came in a second time with the same ticket."));
    if (kind == QLatin1String("out_of_turn"))
        return matterWord(QT_TRANSLATE_NOOP("Matters", "Nobody with this ticket was inside."));
    if (kind == QLatin1String("unknown"))
        return matterWord(QT_TRANSLATE_NOOP("Matters", "The box office knows no such ticket for this event."));
    if (kind == QLatin1String("passed_on"))
        return matterWord(QT_TRANSLATE_NOOP("Matters", "It was an old code: the ticket had passed to another holder, who has the new one."));
    if (kind == QLatin1String("void"))
        return matterWord(QT_TRANSLATE_NOOP("Matters", "The ticket had been refunded or exchanged, and the door had not heard of it."));
    if (kind == QLatin1String("revoked"))
        return matterWord(QT_TRANSLATE_NOOP("Matters", "The ticket had been revoked, and the door had not heard of it."));
    return matterWord(QT_TRANSLATE_NOOP("Matters", "The event is archived: nothing is counted there any more."));
}

QString saleReason(const QString &kind)
{
    if (kind == QLatin1String("revoked"))
        return matterWord(QT_TRANSLATE_NOOP("Matters", "The places had been taken back from this door before the sale was heard. Its tickets admit nobody."));
    if (kind == QLatin1String("returned"))
        return matterWord(QT_TRANSLATE_NOOP("Matters", "The door had given these places back, and the box office may have sold them since."));
    if (kind == QLatin1String("sold_already"))
        return matterWord(QT_TRANSLATE_NOOP("Matters", "A place of this sale was sold by another sale already."));
    if (kind == QLatin1String("not_granted"))
        return matterWord(QT_TRANSLATE_NOOP("Matters", "The door never had these places to sell."));
    if (kind == QLatin1String("archived"))
        return matterWord(QT_TRANSLATE_NOOP("Matters", "The event is archived. Fetch it back from the archive first, then settle the sale."));
    return matterWord(QT_TRANSLATE_NOOP("Matters", "What the door told of this sale does not add up."));
}

/// For the list: a few words.
QString shortReason(const DoorMatter &matter)
{
    static const QHash<QString, const char *> passages{
        {QStringLiteral("twice"), QT_TRANSLATE_NOOP("Matters", "was inside already")},       {QStringLiteral("out_of_turn"), QT_TRANSLATE_NOOP("Matters", "nobody was inside")},
        {QStringLiteral("unknown"), QT_TRANSLATE_NOOP("Matters", "unknown ticket")},        {QStringLiteral("passed_on"), QT_TRANSLATE_NOOP("Matters", "old code")},
        {QStringLiteral("void"), QT_TRANSLATE_NOOP("Matters", "refunded ticket")},          {QStringLiteral("revoked"), QT_TRANSLATE_NOOP("Matters", "revoked ticket")},
        {QStringLiteral("archived"), QT_TRANSLATE_NOOP("Matters", "archived event")}};
    static const QHash<QString, const char *> sales{
        {QStringLiteral("revoked"), QT_TRANSLATE_NOOP("Matters", "places taken back")},     {QStringLiteral("returned"), QT_TRANSLATE_NOOP("Matters", "places given back")},
        {QStringLiteral("sold_already"), QT_TRANSLATE_NOOP("Matters", "place sold twice")}, {QStringLiteral("not_granted"), QT_TRANSLATE_NOOP("Matters", "not its places")},
        {QStringLiteral("archived"), QT_TRANSLATE_NOOP("Matters", "archived event")},       {QStringLiteral("unreadable"), QT_TRANSLATE_NOOP("Matters", "does not add up")}};
    const auto *passage = std::get_if<DoorConflict>(&matter);
    const char *words = passage ? passages.value(passage->kind) : sales.value(std::get<SaleConflict>(matter).kind);
    return words ? matterWord(words) : QString();
}

QString passageStory(const DoorConflict &conflict, const std::vector<Passage> &counted)
{
    QStringList lines{matterWord(QT_TRANSLATE_NOOP("Matters", "Ticket %1 for %2, %3 by the door's clock."))
                          .arg(conflict.passage.ticket.grouped(), conflict.eventName, matterMoment(conflict.passage.at))};
    for (const Passage &one : counted)
        lines << (one.passing() == Passing::In ? matterWord(QT_TRANSLATE_NOOP("Matters", "Counted here: in at %1, %2")) : matterWord(QT_TRANSLATE_NOOP("Matters", "Counted here: out at %1, %2")))
                     .arg(one.door, matterMoment(one.at));
    return lines.join(u'\n');
}

QString placeText(const DoorSalePlace &place)
{
    const QString seat = place.seat ? place.seat->spoken() : place.ticketTypeName;
    return place.eventName.isEmpty() ? place.ticket.grouped() : place.eventName + QStringLiteral(", ") + seat;
}

/// "3 × Hamlet, Standing"; the same words once, with how many.
QStringList placeTexts(const std::vector<DoorSalePlace> &places)
{
    QStringList texts;
    for (size_t i = 0; i < places.size();) {
        const QString text = placeText(places[i]);
        size_t end = i;
        while (end < places.size() && placeText(places[end]) == text)
            ++end;
        texts << (end - i > 1 ? QStringLiteral("%1 × %2").arg(end - i).arg(text) : text);
        i = end;
    }
    return texts;
}

QString saleStory(const SaleConflict &sale, const std::vector<DoorSalePlace> &places)
{
    QStringList texts = placeTexts(places);
    if (const auto more = texts.size() - qsizetype(NamedPlaces); more > 0)
        texts = texts.mid(0, NamedPlaces) << matterCount(QT_TRANSLATE_N_NOOP("Matters", "and %n more"), int(more));
    QStringList lines{matterWord(QT_TRANSLATE_NOOP("Matters", "Sold %1 by the door's clock.")).arg(matterMoment(sale.at))};
    if (!texts.isEmpty())
        lines << texts.join(QStringLiteral("; "));
    return lines.join(u'\n');
}

std::vector<refundplan::Part> partsOf(const SaleConflictDetail &detail)
{
    const auto parts = refundplan::share(detail.payments, moneyOf(detail.sale));
    return parts ? *parts : std::vector<refundplan::Part>();
}

} // namespace

QUuid matterId(const DoorMatter &matter)
{
    const auto *passage = std::get_if<DoorConflict>(&matter);
    return passage ? passage->passage.id.uuid() : std::get<SaleConflict>(matter).order.uuid();
}

Instant matterAt(const DoorMatter &matter)
{
    const auto *passage = std::get_if<DoorConflict>(&matter);
    return passage ? passage->passage.at : std::get<SaleConflict>(matter).at;
}

std::vector<DoorMatter> mattersOf(const std::vector<DoorConflict> &passages, const std::vector<SaleConflict> &sales)
{
    std::vector<DoorMatter> all(passages.begin(), passages.end());
    all.insert(all.end(), sales.begin(), sales.end());
    std::stable_sort(all.begin(), all.end(), [](const DoorMatter &a, const DoorMatter &b) { return matterAt(b) < matterAt(a); });
    return all;
}

Money moneyOf(const SaleConflict &sale)
{
    return Money(sale.total, Currency::fromCode(sale.currency).value_or(Currency()));
}

bool canBecomeOrder(const SaleConflict &sale)
{
    return sale.kind == QLatin1String("revoked") || sale.kind == QLatin1String("returned") || sale.kind == QLatin1String("archived");
}

namespace doorwords {

QString line(const DoorMatter &matter)
{
    const auto *passage = std::get_if<DoorConflict>(&matter);
    const auto *sale = std::get_if<SaleConflict>(&matter);
    const QString where = (passage ? passage->passage.door : sale->door) + QStringLiteral(" · ") + matterMoment(matterAt(matter));
    const QString what = sale ? formatMoney(moneyOf(*sale), MoneySign::Show)
                              : passage->passage.passing() == Passing::In ? matterWord(QT_TRANSLATE_NOOP("Matters", "in")) : matterWord(QT_TRANSLATE_NOOP("Matters", "out"));
    const QString which = sale ? matterWord(QT_TRANSLATE_NOOP("Matters", "Sale %1")).arg(sale->number) : passage->passage.ticket.grouped();
    return where + u'\n' + QStringList{which, what, shortReason(matter)}.join(QStringLiteral(" · "));
}

QString title(const DoorMatter &matter)
{
    if (const auto *sale = std::get_if<SaleConflict>(&matter))
        return matterWord(QT_TRANSLATE_NOOP("Matters", "%1 sold order %2")).arg(sale->door, sale->number);
    const Passage &passage = std::get<DoorConflict>(matter).passage;
    return (passage.passing() == Passing::In ? matterWord(QT_TRANSLATE_NOOP("Matters", "%1 let somebody in")) : matterWord(QT_TRANSLATE_NOOP("Matters", "%1 let somebody out"))).arg(passage.door);
}

QString story(const DoorMatter &matter, const MatterDetail &detail)
{
    const auto *sale = std::get_if<SaleConflict>(&matter);
    return sale ? saleStory(*sale, detail.sale.places) : passageStory(std::get<DoorConflict>(matter), detail.passages);
}

QString reason(const DoorMatter &matter)
{
    const auto *sale = std::get_if<SaleConflict>(&matter);
    return sale ? saleReason(sale->kind) : passageReason(std::get<DoorConflict>(matter).kind);
}

QString wayBack(const SaleConflictDetail &detail)
{
    QStringList lines;
    for (const refundplan::Part &part : partsOf(detail))
        lines << partText(part.tender, part.amount, part.isByHand) + u'.';
    return lines.isEmpty() ? formatMoney(moneyOf(detail.sale), MoneySign::Show) : lines.join(u' ');
}

bool givesCash(const SaleConflictDetail &detail)
{
    return refundplan::givesCash(partsOf(detail));
}

} // namespace doorwords
} // namespace foyer
