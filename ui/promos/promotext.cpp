#include "ui/promos/promotext.h"

#include "ui/format.h"
#include "ui/sell/discounttext.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>

namespace foyer {
namespace {

QString promoWord(const char *text)
{
    return QCoreApplication::translate("Promos", text);
}

QString validText(const PromoCode &promo, Instant now)
{
    const auto day = [](Instant at) { return formatMoment(QDateTime::fromMSecsSinceEpoch(at.ms)); };
    if (promo.revokedAt)
        return promoWord(QT_TRANSLATE_NOOP("Promos", "ended"));
    if (promo.terms.validUntil && *promo.terms.validUntil <= now)
        return promoWord(QT_TRANSLATE_NOOP("Promos", "over since %1")).arg(day(*promo.terms.validUntil));
    QStringList parts;
    if (promo.terms.validFrom && *promo.terms.validFrom > now)
        parts << promoWord(QT_TRANSLATE_NOOP("Promos", "from %1")).arg(day(*promo.terms.validFrom));
    if (promo.terms.validUntil)
        parts << promoWord(QT_TRANSLATE_NOOP("Promos", "until %1")).arg(day(*promo.terms.validUntil));
    return parts.isEmpty() ? promoWord(QT_TRANSLATE_NOOP("Promos", "valid")) : parts.join(u' ');
}

Result<std::optional<qint64>> limitFrom(const QString &typed)
{
    if (typed.trimmed().isEmpty())
        return std::optional<qint64>();
    bool ok = false;
    const qint64 limit = typed.trimmed().toLongLong(&ok);
    if (!ok || limit < 1)
        return fail(ErrorCode::InvalidInput, {promoWord(QT_TRANSLATE_NOOP("Promos", "\"%1\" is no number of uses")).arg(typed.left(40))});
    return std::optional(limit);
}

Result<std::optional<QDate>> promoDay(const QString &typed)
{
    if (typed.trimmed().isEmpty())
        return std::optional<QDate>();
    QDate day = QDate::fromString(typed.trimmed(), Qt::ISODate);
    if (!day.isValid())
        day = QLocale().toDate(typed.trimmed(), QLocale::ShortFormat);
    if (day.isValid() && day.year() < 2000) // a locale may write years with two digits
        day = day.addYears(100);
    if (!day.isValid())
        return fail(ErrorCode::InvalidInput, {promoWord(QT_TRANSLATE_NOOP("Promos", "\"%1\" is no day")).arg(typed.left(40))});
    return std::optional(day);
}

/// The end of the day before, for codes that are good on their last day.
std::optional<Instant> beginningOfDay(const std::optional<QDate> &day, int later, const QTimeZone &zone)
{
    return day ? std::optional(Instant{day->addDays(later).startOfDay(zone).toMSecsSinceEpoch()}) : std::nullopt;
}

Result<qint64> floorFrom(const QString &typed, Currency currency)
{
    if (typed.trimmed().isEmpty())
        return 0;
    const auto floor = readDiscount(typed, currency); // an amount is typed as a discount is
    if (!floor)
        return fail(floor.error());
    if (floor->kind != DiscountKind::Amount)
        return fail(ErrorCode::InvalidInput, {promoWord(QT_TRANSLATE_NOOP("Promos", "\"%1\" is no lowest price")).arg(typed.left(40))});
    return floor->value;
}

} // namespace

QString promoRowText(const PromoUse &use, Instant now)
{
    const PromoTerms &terms = use.promo.terms;
    Discount shown;
    shown.promo = use.promo.id;
    shown.code = use.promo.code;
    shown.kind = terms.kind;
    shown.value = terms.value;
    shown.isPerTicket = terms.isPerTicket;
    shown.amount = Money::zero(terms.currency.value_or(Currency()));
    QStringList second{terms.totalLimit ? promoWord(QT_TRANSLATE_NOOP("Promos", "used %1 of %2")).arg(use.used).arg(*terms.totalLimit)
                                        : promoWord(QT_TRANSLATE_NOOP("Promos", "used %1")).arg(use.used)};
    if (use.held > 0)
        second << promoWord(QT_TRANSLATE_NOOP("Promos", "in carts now: %1")).arg(use.held);
    if (terms.customerLimit)
        second << promoWord(QT_TRANSLATE_NOOP("Promos", "each customer: %1")).arg(*terms.customerLimit);
    if (terms.floor > 0)
        second << promoWord(QT_TRANSLATE_NOOP("Promos", "no ticket below %1")).arg(formatMoney(Money(terms.floor, terms.currency.value_or(Currency())), MoneySign::Show));
    if (!terms.scope.empty())
        second << promoWord(QT_TRANSLATE_NOOP("Promos", "for some events only"));
    if (!terms.isStackable)
        second << promoWord(QT_TRANSLATE_NOOP("Promos", "not with others"));
    second << validText(use.promo, now);
    return discountName(shown) + u'\n' + second.join(QStringLiteral(" · "));
}

QString promoOrderText(const PromoOrder &order)
{
    return promoWord(QT_TRANSLATE_NOOP("Promos", "%1 · %2 · %3 less, %4 in all"))
        .arg(order.number, formatMoment(QDateTime::fromMSecsSinceEpoch(order.at.ms)), formatMoney(order.amount, MoneySign::Show),
             formatMoney(order.total, MoneySign::Show));
}

Result<PromoTerms> readPromo(const TypedPromo &typed, Currency currency, const QTimeZone &zone)
{
    const auto discount = readDiscount(typed.discount, currency);
    const auto uses = limitFrom(typed.uses);
    const auto each = limitFrom(typed.each);
    const auto from = promoDay(typed.from);
    const auto until = promoDay(typed.until);
    const auto floor = floorFrom(typed.floor, currency);
    if (!discount)
        return fail(discount.error());
    if (!uses || !each)
        return fail(uses ? each.error() : uses.error());
    if (!from || !until)
        return fail(from ? until.error() : from.error());
    if (!floor)
        return fail(floor.error());
    PromoTerms terms;
    terms.kind = discount->kind;
    terms.value = discount->value;
    if (discount->kind == DiscountKind::Amount || *floor > 0)
        terms.currency = currency;
    terms.totalLimit = *uses;
    terms.customerLimit = *each;
    terms.validFrom = beginningOfDay(*from, 0, zone);
    terms.validUntil = beginningOfDay(*until, 1, zone);
    terms.floor = *floor;
    terms.isStackable = !typed.isAlone;
    terms.scope = typed.scope;
    terms.isPerTicket = typed.perTicket;
    return terms;
}

} // namespace foyer
