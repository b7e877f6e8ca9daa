// OptionBatch: decides a batch of purchases inside one unit of work (DESIGN section 4, the hot path).
#pragma once

#include "core/services/ticketoptions.h"
#include "core/storage/option_store.h"
#include "core/storage/place_store.h"
#include "core/storage/sale_store.h"

#include <unordered_map>

namespace foyer {

class Work;

/// Optimistic: everything is written, and the guarded counters come last, right before the commit; where there are too few
/// places the whole batch is rolled back and comes again Locked, where refusals are decided. Throws PlacesRanOut then.
class OptionBatch
{
public:
    enum class Mode { Optimistic, Locked };

    /// `issuer`: this terminal's number; looked up and kept there while it is zero.
    OptionBatch(const Actor &actor, std::span<const PurchaseRequest> requests, int &issuer)
        : m_actor(actor), m_requests(requests), m_issuer(issuer)
    {
    }

    /// One answer for each. `patient`: throws PlacesRanOut rather than refuse while expired places are counted.
    std::vector<Result<Purchase>> run(Work &work, Mode mode, bool patient);

    /// After a locked run: what is left of each option that was asked for.
    const std::unordered_map<TicketTypeId, qint64> &left() const { return m_leftOf; }

private:
    struct Member {
        OrderId order;
        std::optional<Error> refusal;
        bool isRepeated = false;
        bool isMade = false;
    };

    void load(Work &work);
    void lockPlaces(Work &work);
    void decide();
    std::optional<Error> refusalOf(const PurchaseRequest &request);
    void write(Work &work);
    sale_store::NewOrder orderFor(Work &work, const PurchaseRequest &request, OrderId id);
    void journal(Work &work, const sale_store::NewOrder &made);
    void countPlaces(Work &work);
    std::vector<Result<Purchase>> answers() const;

    const Actor m_actor;
    const std::span<const PurchaseRequest> m_requests;

    Mode m_mode = Mode::Optimistic;
    OnceBatch m_keys;
    int &m_issuer;
    std::vector<Member> m_members;
    std::unordered_map<TicketTypeId, option_store::Row> m_options;
    std::unordered_map<AllotmentId, qint64> m_left; ///< Locked only
    std::unordered_map<TicketTypeId, qint64> m_leftOf;
};

} // namespace foyer
