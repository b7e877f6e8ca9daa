#include "core/services/reservebest.h"

#include "core/domain/bestseats.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace foyer {

namespace {

constexpr double FirstSlack = 0.5; ///< seats' widths: mirror images across the middle are equals
constexpr int MostPressure = 10;   ///< beyond it the whole house counts as equal

const TicketType *typeOf(const Event &event, PriceLevelId level)
{
    for (const TicketType &type : event.ticketTypes)
        for (const PriceLevel &one : type.priceLevels)
            if (one.id == level)
                return &type;
    return nullptr;
}

} // namespace

std::vector<Result<BestReserved>> ReserveBest::run(const Actor &actor, std::span<const BestRequest> requests)
{
    m_members.assign(requests.size(), {});
    auto &members = m_members;
    for (int attempt = 0; attempt < Attempts; ++attempt) {
        if (attempt == DoubtAfter)
            readAgain(requests);
        std::vector<ReserveRequest> wishes;
        std::vector<size_t> whose;
        for (size_t i = 0; i < requests.size(); ++i) {
            if (members[i].answer)
                continue;
            auto wish = choose(requests[i], members[i], attempt);
            if (wish) {
                wishes.push_back(std::move(*wish));
                whose.push_back(i);
            } else {
                members[i].answer.emplace(fail(wish.error()));
            }
        }
        if (wishes.empty())
            break;
        auto reserved = m_inventory.reserve(actor, wishes);
        for (size_t i = 0; i < whose.size(); ++i)
            settle(requests[whose[i]], members[whose[i]], std::move(reserved[i]));
    }
    std::vector<Result<BestReserved>> answers;
    for (Member &member : members)
        answers.push_back(member.answer ? std::move(*member.answer) : Result<BestReserved>(fail(ErrorCode::DatabaseBusy)));
    return answers;
}

void ReserveBest::readAgain(std::span<const BestRequest> requests)
{
    for (size_t i = 0; i < requests.size(); ++i)
        if (!m_members[i].answer)
            if (const auto entry = m_boards.board(requests[i].event); entry && m_boards.refresh(**entry))
                return; // a batch is about one event as a rule; others are read when they lose again
}

Result<SeatBoards::Entry *> ReserveBest::entryFor(const BestRequest &request)
{
    auto entry = m_boards.board(request.event);
    const auto knows = [&](PriceLevelId level) { return typeOf((*entry)->event, level) != nullptr; };
    if (!entry || std::all_of(request.levels.begin(), request.levels.end(), knows))
        return entry;
    m_boards.forget(request.event); // a price that is newer than the board
    entry = m_boards.board(request.event);
    if (entry && !std::all_of(request.levels.begin(), request.levels.end(), knows))
        return fail(ErrorCode::NotFound, {QCoreApplication::translate("Input", "this price")});
    return entry;
}

Result<ReserveRequest> ReserveBest::choose(const BestRequest &request, Member &member, int attempt)
{
    if (request.count < 1 || request.levels.empty())
        return fail(ErrorCode::InvalidInput, {QCoreApplication::translate("Input", "nothing was chosen")});
    const auto entry = entryFor(request);
    if (!entry)
        return fail(entry.error());
    markChosen(**entry);
    const auto best = find(request, **entry, attempt);
    if (!best)
        return fail(best.error());
    const PriceLevelId level = *std::find_if(request.levels.begin(), request.levels.end(),
                                             [&](PriceLevelId one) { return typeOf((*entry)->event, one)->id == best->type; });
    member.event = request.event;
    member.groups = best->groups;
    member.chosen.clear();
    ReserveRequest wish{request.into, request.channel, {}, request.fresh};
    for (const size_t seat : best->seats) {
        const SeatId id = (*entry)->board.id(seat);
        wish.lines.push_back({request.event, level, id, 1});
        member.chosen.push_back(id);
        (*entry)->board.apply(id, false); // so that the next of this batch chooses others
    }
    return wish;
}

Result<BestAnswer> ReserveBest::find(const BestRequest &request, SeatBoards::Entry &entry, int attempt)
{
    BestWish wish;
    for (const PriceLevelId level : request.levels)
        wish.types.push_back(typeOf(entry.event, level)->id);
    wish.count = request.count;
    wish.accessible = request.accessible;
    wish.slack = FirstSlack * double(1 << std::min(entry.pressure, MostPressure));
    wish.salt = quint64(qHash(m_terminal)) + quint64(attempt);
    BestAnswer best = bestSeats(entry.board, wish);
    if (best.seats.empty()) {
        // Never refused by an estimate: what the board lacks may have been given back.
        if (const auto read = m_boards.refresh(entry); !read)
            return fail(read.error());
        markChosen(entry);
        best = bestSeats(entry.board, wish);
    }
    if (best.seats.empty())
        return tl::unexpected(soldOut(wish, entry));
    return best;
}

/// What there is not enough of, and how much of it is left.
Error ReserveBest::soldOut(const BestWish &wish, const SeatBoards::Entry &entry) const
{
    QStringList names;
    int left = 0;
    for (const TicketType &type : entry.event.ticketTypes) {
        if (std::find(wish.types.begin(), wish.types.end(), type.id) == wish.types.end())
            continue;
        names << type.name;
        left += entry.board.freeOf(type.id, wish.accessible);
    }
    const QString what = names.join(QStringLiteral(", "));
    return {ErrorCode::SoldOut, {wish.accessible ? QCoreApplication::translate("Input", "%1, accessible").arg(what) : what, QString::number(left)}, {}};
}

void ReserveBest::markChosen(SeatBoards::Entry &entry) const
{
    for (const Member &member : m_members)
        if (!member.answer && member.event == entry.event.id)
            for (const SeatId seat : member.chosen)
                entry.board.apply(seat, false);
}

void ReserveBest::settle(const BestRequest &request, Member &member, Result<Reservation> reserved)
{
    const auto entry = m_boards.board(request.event);
    if (reserved) {
        if (entry)
            (*entry)->pressure = std::max(0, (*entry)->pressure - 1);
        member.answer.emplace(BestReserved{std::move(*reserved), std::move(member.chosen), member.groups});
        return;
    }
    const std::vector<SeatId> chosen = std::exchange(member.chosen, {});
    for (const SeatId seat : chosen)
        m_boards.apply(request.event, seat, true);
    if (reserved.error().code != ErrorCode::SeatTaken) {
        member.answer.emplace(fail(reserved.error()));
        return;
    }
    const auto taken = m_inventory.takenAmong(request.event, chosen);
    if (!taken) {
        member.answer.emplace(fail(taken.error()));
        return;
    }
    for (const SeatId seat : *taken)
        m_boards.apply(request.event, seat, false);
    if (entry)
        (*entry)->pressure = std::min(MostPressure, (*entry)->pressure + 2);
}

} // namespace foyer
