// SaleWork: the sales that one unit of work touches: locked and loaded, changed in memory, written at once in lock order.
#pragma once

#include "core/services/checkout.h"
#include "core/services/doorstock.h"
#include "core/services/walletbook.h"
#include "core/storage/ledger_store.h"
#include "core/storage/place_store.h"
#include "core/storage/sale_store.h"
#include "core/storage/shift_store.h"

#include <QtCore/QHash>

#include <map>
#include <unordered_map>

namespace foyer {

class Work;

/// What a Checkout remembers between units of work: accounts and time zones never change once they are there.
struct SaleMemory {
    std::map<std::tuple<int, QUuid, QString>, AccountId> accounts;
    std::unordered_map<EventId, QTimeZone> zones;
    int issuer = 0; ///< this terminal's number; 0: nothing was learned yet
    bool isDoor = false; ///< it sells what the centre gave it
};

/// The state machines of reservation and payment live here (DESIGN section 5). Callers decide; this carries out.
class SaleWork
{
public:
    /// With this much time at least a failed payment leaves the reservation.
    static constexpr Milliseconds SecondChance{2 * 60'000};

    SaleWork(Work &work, const SaleMemory &memory, StaffId staff, ShiftId shift);

    /// Locks and loads; unknown ids are left out.
    void load(std::span<const ReservationId> wanted);
    /// nullptr when there is no such reservation. The state as it has become in this unit of work.
    CheckoutState *find(ReservationId reservation);

    /// Locks the wallets that will be asked or given something, all at once; payments by wallet want it first.
    void lockWallets(std::span<const AccountId> wallets) { m_wallets.lock(wallets); }
    const WalletBook &wallets() const { return m_wallets; }

    /// Whether the drawer may take cash of this currency now: NoShift, DrawerCounted, CurrencyMismatch.
    Result<void> mayTakeCash(Currency currency);
    /// What was taken goes back unless the drawer is being counted: DrawerCounted.
    Result<void> mayGiveCash() const;
    /// Records an attempt: cash and what is stored in a wallet are captured here and now.
    void addPayment(CheckoutState &sale, const PayRequest &request);
    void settle(CheckoutState &sale, Payment &payment, const GatewayOutcome &outcome);
    void markSent(Payment &payment);
    /// Brings the reservation into the state that its payments call for: completed, paying or active again.
    void advance(CheckoutState &sale);
    /// An order that is no sale, whatever is due: an exchange with the tickets it stands for; a comp, whose tickets cost nothing.
    void completeAs(CheckoutState &sale, OrderKind kind, OrderId refersTo = {});
    /// Releases the places and gives back what is in.
    void abandon(CheckoutState &sale);
    /// Part of a capture, or all of it, goes back: a card's as a payment in state `created`, anything else at once.
    void giveBack(CheckoutState &sale, PaymentId capture, Money amount, Tender tender);

    /// Writes everything; once, at the end.
    void write();

    /// Accounts learned in this unit; to be kept only after it was committed.
    const SaleMemory &learned() const { return m_learned; }

private:
    static void makeFree(Order &order);
    void sellPlaces(const Reservation &reservation, Order &order);
    OrderLine orderLine(const ReservationLine &line);
    void issueTicket(OrderLine &line, const ReservationLine &reserved);
    void keepDiscounts(Reservation &reservation, const Order &order);
    void giveBack(CheckoutState &sale, const Payment &capture) { giveBack(sale, capture.id, capture.amount, capture.tender); }
    void moveMoney(const Payment &payment);
    void moveStored(const Payment &payment);
    void transfer(const ledger_store::AccountKey &debit, const ledger_store::AccountKey &credit, Money amount, ReservationId reservation, PaymentId payment);
    void bookRevenue(const Order &order);
    void countSales(const Order &order);
    void setState(CheckoutState &sale, ReservationState state, Instant expiresAt);
    AccountId account(const ledger_store::AccountKey &key);
    const QTimeZone &zone(EventId event);
    void journal(const Order &order);
    void journal(const char *what, const Payment &payment);
    void loadZones();
    DrawerShiftId drawer() const { return m_drawer ? m_drawer->id : DrawerShiftId(); }

    Work &m_work;
    const SaleMemory &m_memory;
    SaleMemory m_learned;
    StaffId m_staff;
    ShiftId m_shift;
    WalletBook m_wallets;
    std::optional<DoorTickets> m_doorTickets; ///< at a door
    std::optional<shift_store::SaleDrawer> m_drawer; ///< the till's open shift, held
    std::optional<bool> m_cashNeedsShift; ///< once it was asked

    std::unordered_map<ReservationId, CheckoutState> m_sales;
    std::vector<Payment> m_newPayments;
    std::map<PaymentId, Payment> m_changedPayments;
    std::map<ReservationId, reservation_store::StateChange> m_states;
    std::map<ReservationId, place_store::Expiry> m_expiries;
    std::vector<Reservation> m_released;
    std::vector<sale_store::NewOrder> m_orders;
    std::vector<OrderDiscount> m_discounts;
    std::vector<place_store::SoldSeat> m_seats;
    std::vector<ledger_store::Transfer> m_transfers;
    std::map<AllotmentId, place_store::Delta> m_places;
    std::map<std::tuple<EventId, TicketTypeId, int>, sale_store::RollupDelta> m_rollup;
};

} // namespace foyer
