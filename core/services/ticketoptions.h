// TicketOptions: ticket types that are sold over HTTP alone and count down. No money is in them.
#pragma once

#include "core/services/once.h"
#include "core/services/permission.h"

#include <memory>
#include <span>
#include <unordered_set>

namespace foyer {

class Inventory;
class Writer;

struct NewOption {
    QString name;
    QString description;
    int allocation = 0;
    std::optional<Once> once = {};
};

/// What came of asking for an option: its id, or the first answer when the request was a repeated one.
struct OptionMade {
    TicketTypeId id;
    std::optional<Replay> replay = {};
};

struct TicketOption {
    TicketTypeId id;
    QString name;
    QString description;
    qint64 left = 0; ///< what can be bought now
};

struct PurchaseRequest {
    TicketTypeId option;
    int quantity = 1;
    QUuid user; ///< any UUID, the null one included: as the shop knows them
    std::optional<Once> once = {};
};

struct Purchase {
    OrderId order;
    std::optional<Replay> replay = {};
};

class TicketOptions
{
public:
    static constexpr int MaxAllocation = 1'000'000'000;
    /// Places of one purchase: as many as of one reservation.
    static constexpr int MaxQuantity = 100'000;
    /// Tickets that are written in one transaction, unless a single purchase is larger.
    static constexpr int TicketsAtOnce = 4'096;
    /// With fewer places left than this a batch counts under the lock from the start.
    static constexpr qint64 NearEnd = 4 * TicketsAtOnce;

    TicketOptions(Writer &writer, Inventory &inventory) : m_writer(writer), m_inventory(inventory) {}

    /// Each gets an event of its own, far in the future and without a price. InvalidInput, KeyReused, PermissionDenied.
    std::vector<Result<OptionMade>> add(const Actor &actor, std::span<const NewOption> wanted);
    Result<OptionMade> add(const Actor &actor, const NewOption &wanted);

    /// One answer each. NotFound.
    std::vector<Result<TicketOption>> find(std::span<const TicketTypeId> options);
    Result<TicketOption> find(TicketTypeId option);

    /// Decided in arrival order; a purchase that is too large for what is left does not stop the next smaller one. Each that
    /// is made is an order of the channel web, in one transaction with its tickets. SoldOut (decided under the lock of the
    /// places, never from an estimate), NotFound, NotOnSale, InvalidInput, LimitExceeded, KeyReused, PermissionDenied.
    std::vector<Result<Purchase>> purchase(const Actor &actor, std::span<const PurchaseRequest> requests);
    Result<Purchase> purchase(const Actor &actor, const PurchaseRequest &request);

    /// Forgets first answers of requests that are older; returns how many, at most `limit`.
    Result<int> forgetAnswers(Milliseconds age, int limit);

private:
    std::vector<Result<Purchase>> purchaseTogether(const Actor &actor, std::span<const PurchaseRequest> requests);

    Writer &m_writer;
    Inventory &m_inventory;
    int m_issuer = 0;
    std::unordered_set<TicketTypeId> m_nearEnd; ///< options that are counted under the lock from the start
};

} // namespace foyer
