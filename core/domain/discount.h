// Discount: what is taken off a cart, by a promo code or by hand. Plain values; core/domain/discountplan works the amounts out.
#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/money.h"

#include <optional>
#include <vector>

namespace foyer {

enum class DiscountKind { Percent, Amount };

/// One thing that a code is for.
struct PromoScope {
    EventId event;
    TicketTypeId type; ///< null: every type of the event
};

/// What a code gives and to whom. Fixed for ever once it is made; a code can only be revoked.
struct PromoTerms {
    DiscountKind kind = DiscountKind::Percent;
    qint64 value = 0;                 ///< hundredths of a percent, or minor units off the whole order
    std::optional<Currency> currency; ///< of an amount and of a floor; none: a percentage without a floor
    qint64 floor = 0;                 ///< no ticket becomes cheaper than this by the code, in minor units
    bool isStackable = true;          ///< false: the only code that counts in an order
    bool isPerTicket = false;         ///< an amount comes off every ticket that the code is for
    std::vector<PromoScope> scope;    ///< none: everything
    std::optional<Instant> validFrom; ///< looked at when the code is entered; a cart that has it keeps it
    std::optional<Instant> validUntil;
    std::optional<qint64> totalLimit;
    std::optional<qint64> customerLimit;
};

struct PromoCode {
    PromoId id;
    QString code; ///< in its normal form
    PromoTerms terms;
    std::optional<Instant> revokedAt;
    Instant createdAt;
};

/// A code as it is stored and compared: capitals and digits, whatever blanks, dashes and small letters were typed.
/// InvalidInput for anything that can be no code.
Result<QString> promoText(QStringView typed);

/// An entry of a cart.
struct Discount {
    DiscountId id;
    PromoId promo;          ///< null: by hand
    QString code;           ///< of the promo
    QString reason;         ///< by hand
    ReservationLineId line; ///< by hand on one line; null: the whole cart
    DiscountKind kind = DiscountKind::Percent;
    qint64 value = 0;                      ///< as in PromoTerms
    std::optional<Currency> currency = {}; ///< of a code
    qint64 floor = 0;
    bool isStackable = true;
    bool isPerTicket = false; ///< as in PromoTerms
    std::vector<PromoScope> scope = {};
    StaffId by = {};
    StaffId approver = {}; ///< whoever allowed it, when `by` may not alone
    Money amount = {};     ///< what it takes off now; zero beside a better one, and while nothing fits

    bool isByHand() const { return promo.isNull(); }
};

/// What an order was charged less.
struct OrderDiscount {
    DiscountId id;
    OrderId order;
    PromoId promo;   ///< null: by hand
    QString code;    ///< of the promo
    QString reason;  ///< by hand
    Money amount;
    StaffId by;
    StaffId approver;
    QString staffName = {};
    QString approverName = {};
};

QString kindName(DiscountKind kind);
/// Of a trusted column.
DiscountKind discountKindFrom(const QString &name);
/// "10 %" or "5.00 EUR", for files, journals and the command line.
QString plainText(DiscountKind kind, qint64 value, Currency currency);

} // namespace foyer
