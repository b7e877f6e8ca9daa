// GiftCardCode: what stands on a gift card. Whoever knows it may spend what is on it.
#pragma once

#include "core/base/error.h"

#include <QtCore/QString>

namespace foyer {

class Random;

/// Fifteen random symbols (75 bits) and a check symbol: longer than any ticket number, so that one is not taken for the other.
class GiftCardCode
{
public:
    static constexpr int Length = 16;

    static GiftCardCode make(Random &random);
    /// Accepts lower case, dashes and spaces, O for 0 and I for 1. InvalidInput for anything else.
    static Result<GiftCardCode> parse(QStringView text);

    /// As it is stored.
    const QString &toString() const { return m_text; }
    /// "ABCD-EFGH-JKLM-NPQR": as it is printed and shown.
    QString grouped() const;

    bool operator==(const GiftCardCode &) const = default;

private:
    explicit GiftCardCode(QString text) : m_text(std::move(text)) {}
    QString m_text;
};

} // namespace foyer
