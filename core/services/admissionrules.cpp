#include "core/services/admissionrules.h"

#include "core/storage/admission_store.h"

namespace foyer::admissionrules {

Result<void> mayUndo(Database &db, const Actor &actor, std::span<const TicketId> tickets)
{
    if (require(actor, Permission::UndoAdmitted))
        return {};
    const auto admitted = admission_store::admittedAmong(db, tickets);
    if (admitted.empty())
        return {};
    QStringList numbers;
    for (const TicketNumber number : admitted)
        numbers << number.grouped();
    return fail(ErrorCode::AlreadyAdmitted, {numbers.join(QStringLiteral(", "))});
}

Result<void> mayUndo(Database &db, const Actor &actor, std::span<const OrderLine> lines)
{
    std::vector<TicketId> tickets;
    for (const OrderLine &line : lines)
        tickets.push_back(line.ticket.id);
    return mayUndo(db, actor, tickets);
}

} // namespace foyer::admissionrules
