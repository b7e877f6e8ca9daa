// What the verifier reads of discounts: the rows that journal records must tell of, and the orders whose parts it works out again.
#pragma once

#include "core/storage/verify_store.h"

#include <QtCore/QJsonObject>

#include <tuple>

namespace foyer::discountproof_store {

using verify_store::Told;

Told promoTold(const QUuid &id, const QString &code, const QString &terms);
/// Of the fact of a code's making: the same words as those of its rows.
QString termsOf(const QJsonObject &fact);
Told chargedTold(const QUuid &id, const QUuid &order, const QUuid &promo, qint64 amount, const QUuid &by, const QUuid &approver);

/// The codes and the discounts of orders written under these records.
std::vector<Told> rowsOf(Database &db, std::span<const verify_store::Segment> segments);

struct DiscountedOrder {
    OrderId id;
    ReservationId reservation;
    QString number;
};

/// Sales with discounts, by id after this one.
std::vector<DiscountedOrder> orders(Database &db, OrderId after, int limit);

/// One ticket as it was charged.
struct ChargedLine {
    OrderId order;
    PriceLevelId level;
    SeatId seat;
    AllotmentId allotment;
    qint64 price = 0;
    qint64 discount = 0;

    bool operator==(const ChargedLine &) const = default;
    bool operator<(const ChargedLine &other) const
    {
        return std::tie(order, level, seat, allotment, price, discount) < std::tie(other.order, other.level, other.seat, other.allotment, other.price, other.discount);
    }
};

std::vector<ChargedLine> lines(Database &db, std::span<const OrderId> orders);

/// What each discount took off, by order.
std::vector<std::pair<OrderId, qint64>> amounts(Database &db, std::span<const OrderId> orders);

} // namespace foyer::discountproof_store
