#include "core/services/optionbatch.h"

#include "core/base/random.h"
#include "core/domain/businessday.h"
#include "core/domain/inputtext.h"
#include "core/services/reservebatch.h"
#include "core/storage/terminal_store.h"
#include "core/storage/writer.h"

#include <map>

namespace foyer {

std::vector<Result<Purchase>> OptionBatch::run(Work &work, Mode mode, bool patient)
{
    m_mode = mode;
    m_keys = {};
    m_members.assign(m_requests.size(), {});
    m_options.clear();
    m_left.clear();
    m_leftOf.clear();

    load(work);
    if (mode == Mode::Locked)
        lockPlaces(work);
    decide();
    if (mode == Mode::Locked && patient) {
        std::vector<AllotmentId> refused;
        for (size_t i = 0; i < m_members.size(); ++i)
            if (m_members[i].refusal && m_members[i].refusal->code == ErrorCode::SoldOut)
                refused.push_back(m_options.at(m_requests[i].option).allotment);
        if (!refused.empty() && reservation_store::expiredHold(work.db(), refused, work.now()))
            throw PlacesRanOut();
    }
    write(work);
    m_keys.settle(work);
    countPlaces(work);
    return answers();
}

/// Keys first: whoever sent the same request elsewhere has finished with it when its claim was answered.
void OptionBatch::load(Work &work)
{
    for (size_t i = 0; i < m_requests.size(); ++i) {
        m_members[i].order = work.ids().make<OrderId>();
        if (m_requests[i].once)
            m_keys.add(i, *m_requests[i].once, m_members[i].order.uuid());
    }
    m_keys.claim(work);
    std::unordered_set<TicketTypeId> wanted;
    for (const PurchaseRequest &request : m_requests)
        wanted.insert(request.option);
    for (option_store::Row &row : option_store::find(work.db(), std::vector(wanted.begin(), wanted.end())))
        m_options.emplace(row.type, std::move(row));
    if (m_issuer == 0)
        m_issuer = terminal_store::numberOf(work.db(), work.terminal());
}

void OptionBatch::lockPlaces(Work &work)
{
    std::vector<AllotmentId> wanted;
    for (const auto &[id, option] : m_options)
        wanted.push_back(option.allotment);
    for (const auto &[id, left] : place_store::lockLeft(work.db(), wanted))
        m_left.emplace(id, left);
}

void OptionBatch::decide()
{
    for (size_t i = 0; i < m_members.size(); ++i) {
        Member &member = m_members[i];
        const auto verdict = m_keys.verdict(i);
        if (verdict == OnceBatch::Verdict::Reused) {
            member.refusal = Error{ErrorCode::KeyReused, {}, {}};
            continue;
        }
        member.isRepeated = verdict == OnceBatch::Verdict::Repeated && m_keys.replay(i);
        if (member.isRepeated)
            continue;
        member.refusal = refusalOf(m_requests[i]);
        member.isMade = !member.refusal;
        if (member.refusal)
            m_keys.refuse(i);
        else if (m_mode == Mode::Locked)
            m_left.at(m_options.at(m_requests[i].option).allotment) -= m_requests[i].quantity;
    }
    for (const auto &[id, option] : m_options)
        if (const auto left = m_left.find(option.allotment); left != m_left.end())
            m_leftOf[id] = left->second;
}

std::optional<Error> OptionBatch::refusalOf(const PurchaseRequest &request)
{
    const auto refusal = [](ErrorCode code, QStringList args) { return Error{code, std::move(args), {}}; };
    const auto found = m_options.find(request.option);
    if (found == m_options.end())
        return refusal(ErrorCode::NotFound, {translate("Input", "this ticket option")});
    const option_store::Row &option = found->second;
    if (request.quantity < 1)
        return refusal(ErrorCode::InvalidInput, {translate("Input", "the number of places is not at least one")});
    if (!option.onSale)
        return refusal(ErrorCode::NotOnSale, {option.name});
    if (m_mode == Mode::Locked) {
        const auto left = m_left.find(option.allotment);
        const qint64 free = left == m_left.end() ? 0 : qMax(qint64(0), left->second);
        if (request.quantity > free)
            return refusal(ErrorCode::SoldOut, {option.name, QString::number(free)});
    }
    if (request.quantity > TicketOptions::MaxQuantity)
        return refusal(ErrorCode::LimitExceeded, {option.name, QString::number(TicketOptions::MaxQuantity)});
    return std::nullopt;
}

void OptionBatch::write(Work &work)
{
    std::vector<sale_store::NewOrder> orders;
    std::map<std::tuple<EventId, TicketTypeId, int>, sale_store::RollupDelta> rollup;
    for (size_t i = 0; i < m_members.size(); ++i) {
        if (!m_members[i].isMade)
            continue;
        orders.push_back(orderFor(work, m_requests[i], m_members[i].order));
        journal(work, orders.back());
        const option_store::Row &option = m_options.at(m_requests[i].option);
        const int day = businessDay(work.now(), option.timeZone);
        rollup.try_emplace({option.event, option.type, day}, sale_store::RollupDelta{option.event, option.type, day, 0, Money::zero(option.currency)})
            .first->second.sold += m_requests[i].quantity;
    }
    if (orders.empty())
        return;
    sale_store::insert(work.db(), orders, work.chain(), work.seq());
    std::vector<sale_store::RollupDelta> deltas;
    for (const auto &[key, delta] : rollup)
        deltas.push_back(delta);
    sale_store::addToRollup(work.db(), deltas, work.chain());
}

sale_store::NewOrder OptionBatch::orderFor(Work &work, const PurchaseRequest &request, OrderId id)
{
    const option_store::Row &option = m_options.at(request.option);
    const Money nothing = Money::zero(option.currency);
    const Work::OrderNumber number = work.nextOrderNumber();
    Order order;
    order.id = id;
    order.number = number.text;
    order.channel = Channel::Web;
    order.currency = option.currency;
    order.total = nothing;
    order.createdAt = work.now();
    OrderLine line;
    line.ticket.event = option.event;
    line.ticket.ticketType = option.type;
    line.ticket.issuer = m_issuer;
    line.priceLevel = option.level;
    line.allotment = option.allotment;
    line.unitPrice = line.discount = line.fee = line.tax = nothing;
    for (int i = 0; i < request.quantity; ++i) {
        line.id = work.ids().make<OrderLineId>();
        line.ticket.id = work.ids().make<TicketId>();
        line.ticket.number = TicketNumber::make(work.random());
        order.lines.push_back(line);
    }
    return {std::move(order), number.counter, work.terminal(), m_actor.staff, m_actor.shift, {}, request.user};
}

void OptionBatch::journal(Work &work, const sale_store::NewOrder &made)
{
    JsonTexts tickets;
    for (const OrderLine &line : made.order.lines)
        tickets.append(JsonText().add("id", line.ticket.id).add("number", line.ticket.number.toString()).add("event", line.ticket.event)
                           .add("type", line.ticket.ticketType).add("price", 0).add("fee", 0).add("line", line.id));
    work.fact("order.completed", JsonText().add("id", made.order.id).add("number", made.order.number).add("total", 0)
                                     .add("by", m_actor.staff).add("tickets", tickets));
}

void OptionBatch::countPlaces(Work &work)
{
    std::map<AllotmentId, place_store::Delta> deltas; // sorted: allotments are locked in key order
    for (size_t i = 0; i < m_members.size(); ++i) {
        if (!m_members[i].isMade)
            continue;
        const AllotmentId allotment = m_options.at(m_requests[i].option).allotment;
        deltas.try_emplace(allotment, place_store::Delta{allotment}).first->second.sold += m_requests[i].quantity;
    }
    if (deltas.empty())
        return;
    std::vector<place_store::Delta> sorted;
    for (const auto &[id, delta] : deltas)
        sorted.push_back(delta);
    work.last([&db = work.db(), sorted] { place_store::apply(db, sorted, place_store::Shortfall::RanOut); });
}

std::vector<Result<Purchase>> OptionBatch::answers() const
{
    std::vector<Result<Purchase>> out;
    for (size_t i = 0; i < m_members.size(); ++i) {
        const Member &member = m_members[i];
        if (member.refusal)
            out.push_back(fail(*member.refusal));
        else if (member.isRepeated)
            out.push_back(Purchase{{}, m_keys.replay(i)});
        else
            out.push_back(Purchase{member.order});
    }
    return out;
}

} // namespace foyer
