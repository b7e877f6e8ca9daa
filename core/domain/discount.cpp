#include "core/domain/discount.h"

#include "core/domain/inputtext.h"

#include <algorithm>

namespace foyer {

namespace {

constexpr qsizetype LongestCode = 40;

} // namespace

Result<QString> promoText(QStringView typed)
{
    QString code;
    for (const QChar c : typed.left(2 * LongestCode).toString().normalized(QString::NormalizationForm_KC).toUpper())
        if (!c.isSpace() && c != u'-' && c != u'_')
            code += c;
    const bool isCode = std::all_of(code.begin(), code.end(), [](QChar c) { return c.isLetterOrNumber() || c == u'%'; });
    if (code.isEmpty() || code.size() > LongestCode || typed.size() > 2 * LongestCode || !isCode)
        return fail(ErrorCode::InvalidInput, {translate("Input", "a promo code has up to %1 letters and digits").arg(LongestCode)});
    return code;
}

QString kindName(DiscountKind kind)
{
    return kind == DiscountKind::Percent ? QStringLiteral("percent") : QStringLiteral("amount");
}

DiscountKind discountKindFrom(const QString &name)
{
    return name == QLatin1String("percent") ? DiscountKind::Percent : DiscountKind::Amount;
}

QString plainText(DiscountKind kind, qint64 value, Currency currency)
{
    if (kind == DiscountKind::Amount)
        return Money(value, currency).toString() + u' ' + currency.code();
    QString percent = QString::number(value / 100);
    if (value % 100)
        percent += u'.' + QString::number(value % 100).rightJustified(2, u'0');
    return percent + QStringLiteral(" %");
}

} // namespace foyer
