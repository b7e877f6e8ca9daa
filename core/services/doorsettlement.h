// DoorSettlement: sales of doors that the centre could not take as they were, until somebody decides what becomes of them.
#pragma once

#include "core/services/doorsales.h"
#include "core/services/permission.h"

#include <functional>

namespace foyer {

class Writer;

struct SaleConflict {
    OrderId order;
    QString kind; ///< "revoked", "returned", "sold_already", "not_granted", "archived", "unreadable"
    QString number;
    qint64 total = 0;
    QString currency;
    QString door;
    Instant at;
};

/// The same, whole.
struct SaleConflictDetail {
    SaleConflict sale;
    std::vector<DoorSalePlace> places;
    std::vector<Payment> payments; ///< as the door took them; none when its record cannot be read
};

/// All of them want a supervisor. NotFound for what is not there, or settled already.
class DoorSettlement
{
public:
    explicit DoorSettlement(Writer &writer) : m_writer(writer) {}

    /// Oldest first.
    Result<std::vector<SaleConflict>> conflicts();
    Result<SaleConflictDetail> about(OrderId sale);
    /// The sale stands after all, with places that the house has. SoldOut, SeatTaken, EventArchived.
    Result<void> accept(const Actor &actor, OrderId sale);
    /// The sale is on record, its tickets are good for nothing, and the money goes back the way it came, or to a wallet.
    Result<void> giveBack(const Actor &actor, OrderId sale, AccountId credit = {});
    /// Somebody has looked at it, and it never becomes an order here.
    Result<void> dismiss(const Actor &actor, OrderId sale);

private:
    using Decision = std::function<Result<void>(Work &, DoorSales &, const DoorSale &, const doorsale_store::Conflict &)>;
    Result<void> settle(const Actor &actor, OrderId sale, const char *as, const Decision &decision);

    Writer &m_writer;
};

} // namespace foyer
