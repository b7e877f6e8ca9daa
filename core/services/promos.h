// Promos: the house's promo codes: making them, looking at what became of them, ending them.
#pragma once

#include "core/domain/discount.h"
#include "core/services/permission.h"

#include <vector>

namespace foyer {

class Writer;

/// A code with what was made of it.
struct PromoUse {
    PromoCode promo;
    qint64 held = 0; ///< by carts that live
    qint64 used = 0; ///< by orders
};

struct PromoOrder {
    OrderId order;
    QString number;
    Instant at;
    Money total;
    Money amount; ///< taken off by the code
};

struct PromoDetail {
    PromoUse use;
    std::vector<PromoOrder> orders; ///< the latest first, at most Promos::MaxOrders
};

class Promos
{
public:
    static constexpr int MaxOrders = 500;

    explicit Promos(Writer &writer) : m_writer(writer) {}

    /// InvalidInput: a code that is there already or cannot be one, a value of nothing or of more than all, an amount or a floor
    /// without a currency, a time that ends before it begins, a limit below one. NotFound for an event or type that is not there.
    Result<PromoCode> add(const Actor &actor, const QString &code, const PromoTerms &terms);
    /// By code.
    Result<std::vector<PromoUse>> list();
    /// PromoUnknown.
    Result<PromoDetail> show(const QString &code);
    /// Nobody enters it any more; carts that have it keep it. Once is enough. PromoUnknown.
    Result<PromoCode> revoke(const Actor &actor, const QString &code);

private:
    Writer &m_writer;
};

} // namespace foyer
