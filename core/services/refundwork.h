// RefundWork: one refund inside its unit of work: built in memory, written at once in lock order. Also one half of an exchange.
#pragma once

#include "core/domain/refundplan.h"
#include "core/services/permission.h"
#include "core/services/walletbook.h"
#include "core/storage/allotment_store.h"
#include "core/storage/ledger_store.h"
#include "core/storage/place_store.h"
#include "core/storage/shift_store.h"

#include <map>

namespace foyer {

class Work;

class RefundWork
{
public:
    /// `sale`: locked by its reservation, as it stands now. `payments`: those that money may go back to. Both outlive this.
    /// `credit`: a wallet or gift card that gets what goes back, in the place of the tenders used.
    RefundWork(Work &work, const Actor &actor, const Order &sale, std::span<const Payment> payments, AccountId credit = {});

    /// Turns the parts to the wallet that gets the credit; nothing without one. NotFound, CurrencyMismatch.
    Result<void> credit(std::vector<refundplan::Part> &parts) const;

    /// Whether the till's drawer may give cash now: DrawerCounted.
    Result<void> mayGiveCash() const;

    struct Wish {
        std::span<const OrderLine> lines;
        std::span<const refundplan::Part> parts;
        bool keepPlacesClosed = false;
        QString key;
        OrderId exchange = {}; ///< the order, written already, whose tickets stand for these
        bool placesAreFree = false; ///< by freePlaces()
    };

    /// Voids the tickets and frees their places. Part of takeBack(); called before it when the same places are sold again at once.
    void freePlaces(const std::vector<OrderLine> &lines, bool keepClosed = false);

    /// Takes the lines back and gives the parts to their payments.
    Order takeBack(const Wish &wish);
    /// Gives money back to a payment. `tender` need not be the payment's own.
    void giveBack(const refundplan::Part &part, Tender tender);
    void write();

private:
    void writePayments();
    DrawerShiftId drawer() const { return m_drawer ? m_drawer->id : DrawerShiftId(); }
    void takePlaces(const std::vector<OrderLine> &lines, bool keepClosed);
    void givePlacesToHouse(const std::map<AllotmentId, std::pair<TicketTypeId, qint64>> &counted);
    void closePlaces(TicketTypeId type, AllotmentId allotment, qint64 count);
    void unbookRevenue(const Order &refund);
    void countBack(const Order &refund);
    void transfer(const ledger_store::AccountKey &debit, const ledger_store::AccountKey &credit, Money amount);
    void transfer(const ledger_store::AccountKey &debit, const ledger_store::AccountKey &credit, const Payment &payment);
    void journal(const Order &refund, bool keptClosed);

    Work &m_work;
    const Actor &m_actor;
    const Order &m_sale;
    const std::span<const Payment> m_captures;
    const std::optional<shift_store::SaleDrawer> m_drawer; ///< the till's open shift, held
    const AccountId m_credit;
    WalletBook m_wallets;
    std::vector<Payment> m_payments; ///< not written yet
    std::vector<ledger_store::AccountKey> m_accounts; ///< of m_transfers, two each
    std::vector<ledger_store::Transfer> m_transfers;
};

} // namespace foyer
