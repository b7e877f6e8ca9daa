// ReserveBest: chooses the best seats by the board and reserves them; when the database says no, learns and chooses anew.
#pragma once

#include "core/domain/bestseats.h"
#include "core/services/inventory.h"
#include "core/services/seatboards.h"

namespace foyer {

class ReserveBest
{
public:
    /// Each time widens the ring of seats that count as equally good, so that callers who met once part ways.
    static constexpr int Attempts = 24;
    /// So many lost races say that the board is old.
    static constexpr int DoubtAfter = 3;

    ReserveBest(Inventory &inventory, SeatBoards &boards, TerminalId terminal) : m_inventory(inventory), m_boards(boards), m_terminal(terminal) {}

    std::vector<Result<BestReserved>> run(const Actor &actor, std::span<const BestRequest> requests);

private:
    /// One request on its way to an answer.
    struct Member {
        std::optional<Result<BestReserved>> answer;
        EventId event;
        std::vector<SeatId> chosen; ///< marked as taken on the board until the database has spoken
        int groups = 1;
    };

    void readAgain(std::span<const BestRequest> requests);
    Result<SeatBoards::Entry *> entryFor(const BestRequest &request);
    Result<ReserveRequest> choose(const BestRequest &request, Member &member, int attempt);
    Result<BestAnswer> find(const BestRequest &request, SeatBoards::Entry &entry, int attempt);
    Error soldOut(const BestWish &wish, const SeatBoards::Entry &entry) const;
    void markChosen(SeatBoards::Entry &entry) const;
    void settle(const BestRequest &request, Member &member, Result<Reservation> reserved);

    Inventory &m_inventory;
    SeatBoards &m_boards;
    TerminalId m_terminal;
    std::vector<Member> m_members;
};

} // namespace foyer
