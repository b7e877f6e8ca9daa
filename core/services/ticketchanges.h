// TicketChanges: what becomes of a ticket after its sale without money: revoked and reinstated, passed on to somebody else,
// printed again. The place stays with the ticket through all of it.
#pragma once

#include "core/domain/sale.h"
#include "core/services/permission.h"

#include <span>
#include <vector>

namespace foyer {

class Work;
class Writer;

class TicketChanges
{
public:
    explicit TicketChanges(Writer &writer) : m_writer(writer) {}

    /// Admits nobody until it is reinstated. Tickets that are revoked already stay so. InvalidInput for a void one,
    /// NotFound, PermissionDenied. All of them or none.
    Result<std::vector<Ticket>> revoke(const Actor &actor, std::span<const TicketId> tickets, const QString &reason = {});
    Result<std::vector<Ticket>> reinstate(const Actor &actor, std::span<const TicketId> tickets);

    /// To another holder: the generation rises, so the code that the holder before has is refused. Valid tickets only.
    /// `from`: NotFound when one of them is not theirs any more. AlreadyAdmitted unless the actor may undo that.
    Result<std::vector<Ticket>> give(const Actor &actor, std::span<const TicketId> tickets, CustomerId holder, CustomerId from = {});
    /// The same to whoever has this e-mail. If nobody is registered with it, the tickets wait for the one who will be.
    Result<std::vector<Ticket>> giveToEmail(const Actor &actor, std::span<const TicketId> tickets, const QString &email, CustomerId from = {});

    /// Printed once more: counted within a unit of work of the caller's. Void ones are left out.
    static Result<std::vector<Ticket>> noteReprint(Work &work, const Actor &actor, std::span<const TicketId> tickets);

private:
    enum class Kind { Revoked, Reinstated, Given, Reprinted };
    /// Whom a ticket is passed on to: a customer, or an e-mail that waits for one.
    struct Receiver {
        CustomerId holder = {};
        QString email = {};
        bool isEmail() const { return !email.isEmpty(); }
    };
    struct Wish {
        Kind kind = Kind::Revoked;
        Receiver to = {};
        CustomerId from = {};
        QString reason = {};
    };
    Result<std::vector<Ticket>> change(const Actor &actor, const Wish &wish, std::span<const TicketId> tickets);
    static Result<std::vector<Ticket>> change(Work &work, const Actor &actor, const Wish &wish, std::vector<TicketId> tickets);
    static Result<bool> apply(Kind kind, Ticket &ticket, const Receiver &to);

    Writer &m_writer;
};

} // namespace foyer
