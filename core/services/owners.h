// Owners: whose something is. Who signed in as a customer sees and does only what is theirs.
#pragma once

#include "core/base/error.h"
#include "core/base/id.h"

namespace foyer {

class Writer;

class Owners
{
public:
    explicit Owners(Writer &writer) : m_writer(writer) {}

    // NotFound for what is not there, and alike for what is nobody's or somebody else's.
    Result<void> mustBe(CustomerId whose, ReservationId reservation);
    Result<void> mustBe(CustomerId whose, PaymentId payment);
    Result<void> mustBe(CustomerId whose, OrderId order);
    /// Of a ticket that was passed on, the last holder.
    Result<void> mustBe(CustomerId whose, TicketId ticket);
    Result<void> mustBe(CustomerId whose, AccountId wallet);

private:
    Writer &m_writer;
};

} // namespace foyer
