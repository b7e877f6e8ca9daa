#include "core/services/owners.h"

#include "core/domain/inputtext.h"
#include "core/storage/owner_store.h"
#include "core/storage/wallet_store.h"
#include "core/storage/writer.h"

#include <array>

namespace foyer {

namespace {

Result<void> isTheirs(CustomerId whose, const std::optional<CustomerId> &owner, const QString &what)
{
    return owner == whose ? Result<void>() : fail(ErrorCode::NotFound, {what});
}

} // namespace

Result<void> Owners::mustBe(CustomerId whose, ReservationId reservation)
{
    return m_writer.read([&](Database &db) { return isTheirs(whose, owner_store::ofReservation(db, reservation), translate("Input", "this reservation")); });
}

Result<void> Owners::mustBe(CustomerId whose, PaymentId payment)
{
    return m_writer.read([&](Database &db) { return isTheirs(whose, owner_store::ofPayment(db, payment), translate("Input", "this payment")); });
}

Result<void> Owners::mustBe(CustomerId whose, OrderId order)
{
    return m_writer.read([&](Database &db) { return isTheirs(whose, owner_store::ofOrder(db, order), translate("Input", "this order")); });
}

Result<void> Owners::mustBe(CustomerId whose, TicketId ticket)
{
    return m_writer.read([&](Database &db) { return isTheirs(whose, owner_store::ofTicket(db, ticket), translate("Input", "this ticket")); });
}

Result<void> Owners::mustBe(CustomerId whose, AccountId wallet)
{
    return m_writer.read([&](Database &db) -> Result<void> {
        const auto found = wallet_store::find(db, std::array{wallet});
        const bool isPersons = !found.empty() && !found.front().isGiftCard;
        return isTheirs(whose, isPersons ? std::optional(CustomerId(found.front().owner)) : std::nullopt, translate("Input", "this wallet"));
    });
}

} // namespace foyer
