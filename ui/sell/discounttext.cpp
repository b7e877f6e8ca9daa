#include "ui/sell/discounttext.h"

#include "ui/format.h"

#include <QtCore/QCoreApplication>

namespace foyer {
namespace {

QString discountWord(const char *text)
{
    return QCoreApplication::translate("Discounts", text);
}

} // namespace

QString discountName(const Discount &discount)
{
    const QString what = discount.isByHand() ? discount.reason : discount.code;
    if (discount.kind == DiscountKind::Amount) {
        const QString amount = formatMoney(Money(discount.value, discount.amount.currency()), MoneySign::Show);
        return what + QStringLiteral(" · ") + (discount.isPerTicket ? discountWord(QT_TRANSLATE_NOOP("Discounts", "%1 each ticket")).arg(amount) : amount);
    }
    const double percent = double(discount.value) / 100;
    return what + QStringLiteral(" · ") + discountWord(QT_TRANSLATE_NOOP("Discounts", "%1 %")).arg(QLocale().toString(percent, 'g', 5));
}

QString discountAmount(const Discount &discount)
{
    return discount.amount.isPositive() ? formatMoney(-discount.amount, MoneySign::Show) : discountWord(QT_TRANSLATE_NOOP("Discounts", "takes nothing off now"));
}

QString discountsText(const std::vector<OrderDiscount> &discounts)
{
    QStringList parts;
    for (const OrderDiscount &discount : discounts) {
        QString part = (discount.promo.isNull() ? discount.reason : discount.code) + u' ' + formatMoney(-discount.amount, MoneySign::Show);
        if (discount.promo.isNull() && !discount.approverName.isEmpty())
            part += QStringLiteral(" (") + discountWord(QT_TRANSLATE_NOOP("Discounts", "%1, allowed by %2")).arg(discount.staffName, discount.approverName) + u')';
        else if (discount.promo.isNull() && !discount.staffName.isEmpty())
            part += QStringLiteral(" (") + discount.staffName + u')';
        parts << part;
    }
    return parts.isEmpty() ? QString() : discountWord(QT_TRANSLATE_NOOP("Discounts", "Discounts: %1")).arg(parts.join(QStringLiteral(" · ")));
}

Result<TypedDiscount> readDiscount(const QString &typed, Currency currency)
{
    QString text = typed.simplified();
    const bool isPercent = text.endsWith(u'%');
    if (isPercent)
        text.chop(1);
    text.replace(QLocale().decimalPoint(), QStringLiteral("."));
    const auto value = Money::parse(text.trimmed(), isPercent ? Currency() : currency); // a percentage has two decimals as well
    if (!value)
        return fail(ErrorCode::InvalidInput, {discountWord(QT_TRANSLATE_NOOP("Discounts", "a discount is an amount like 5 or a percentage like 10 %"))});
    return TypedDiscount{isPercent ? DiscountKind::Percent : DiscountKind::Amount, value->minor()};
}

} // namespace foyer
