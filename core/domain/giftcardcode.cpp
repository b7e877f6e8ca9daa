#include "core/domain/giftcardcode.h"

#include "core/base/random.h"
#include "core/domain/inputtext.h"
#include "core/domain/symbols.h"

#include <algorithm>

namespace foyer {

GiftCardCode GiftCardCode::make(Random &random)
{
    QString text;
    for (const char byte : random.bytes(Length - 1))
        text += symbols::symbol(quint8(byte) & 31);
    return GiftCardCode(symbols::withCheck(text));
}

Result<GiftCardCode> GiftCardCode::parse(QStringView text)
{
    const QString code = symbols::cleaned(text.left(100)).toUpper();
    const bool isWhole = code.size() == Length && std::all_of(code.begin(), code.end(), [](QChar c) { return symbols::value(c) >= 0; });
    if (!isWhole)
        return fail(ErrorCode::InvalidInput, {translate("Input", "\"%1\" is not the code of a gift card").arg(text.left(40))});
    if (symbols::remainder(code) != 0)
        return fail(ErrorCode::InvalidInput, {translate("Input", "the gift card's code \"%1\" has a mistake in it").arg(text.left(40))});
    return GiftCardCode(code);
}

QString GiftCardCode::grouped() const
{
    constexpr int Group = 4;
    QString text = m_text;
    for (int at = Length - Group; at > 0; at -= Group)
        text.insert(at, u'-');
    return text;
}

} // namespace foyer
