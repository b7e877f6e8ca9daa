#include "core/services/placemoves.h"

#include "core/storage/allotment_store.h"
#include "core/storage/writer.h"

namespace foyer::placemoves {

namespace {

allotment_store::Move tellMove(Work &work, AllotmentId from, AllotmentId to, qint64 places)
{
    const allotment_store::Move move{work.ids().make<MoveId>(), from, to, int(places)};
    work.fact("allotment.moved", {{QStringLiteral("id"), move.id.toString()}, {QStringLiteral("from"), from.toString()},
                                  {QStringLiteral("to"), to.toString()}, {QStringLiteral("n"), move.n}});
    return move;
}

} // namespace

void now(Work &work, AllotmentId from, AllotmentId to, qint64 places)
{
    if (places <= 0)
        return;
    const auto move = tellMove(work, from, to, places);
    allotment_store::move(work.db(), std::span(&move, 1), work.chain(), work.seq());
}

void last(Work &work, AllotmentId from, AllotmentId to, qint64 places)
{
    if (places <= 0)
        return;
    const auto move = tellMove(work, from, to, places);
    work.last([&work, move] { allotment_store::move(work.db(), std::span(&move, 1), work.chain(), work.seq()); });
}

} // namespace foyer::placemoves
