// RefundWork: one refund inside its unit of work: built in memory, written at once in lock order.
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
    /// `sale`: locked by its reservation, as it stands now.
    RefundWork(Work &work, const Actor &actor, const Order &sale);

    /// Whether the till's drawer may give cash now: DrawerCounted.
    Result<void> mayGiveCash() const;

    /// Takes these lines back and gives `parts` to their payments.
    Order takeBack(std::span<const OrderLine> lines, std::span<const refundplan::Part> parts, bool keepPlacesClosed, const QString &key);
    /// Gives money back to a payment. `tender` need not be the payment's own.
    void giveBack(const refundplan::Part &part, Tender tender);
    void write();

private:
    void writePayments();
    DrawerShiftId drawer() const { return m_drawer ? m_drawer->id : DrawerShiftId(); }
    void takePlaces(const std::vector<OrderLine> &lines, bool keepClosed);
    void closePlaces(TicketTypeId type, AllotmentId allotment, qint64 count);
    void unbookRevenue(const Order &refund);
    void countBack(const Order &refund);
    void transfer(const ledger_store::AccountKey &debit, const ledger_store::AccountKey &credit, Money amount, PaymentId payment);
    void journal(const Order &refund, bool keptClosed);

    Work &m_work;
    const Actor &m_actor;
    const Order &m_sale;
    const std::optional<shift_store::SaleDrawer> m_drawer; ///< the till's open shift, held
    WalletBook m_wallets;
    std::vector<Payment> m_payments; ///< not written yet
    std::vector<ledger_store::AccountKey> m_accounts; ///< of m_transfers, two each
    std::vector<ledger_store::Transfer> m_transfers;
};

} // namespace foyer
