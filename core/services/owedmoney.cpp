#include "core/services/owedmoney.h"

#include "core/domain/inputtext.h"
#include "core/domain/refundplan.h"
#include "core/services/salework.h"
#include "core/storage/order_store.h"
#include "core/storage/payment_store.h"
#include "core/storage/refund_store.h"
#include "core/storage/reservation_store.h"
#include "core/storage/writer.h"

#include <array>

namespace foyer {

namespace {

/// Money that nothing stands for: no order, or none that costs so much. A sale that is still being paid owes nothing.
Money owedOf(Database &db, const CheckoutState &sale)
{
    const ReservationState state = sale.reservation.state;
    Money kept = Money::zero(sale.reservation.currency);
    if (state == ReservationState::Active || state == ReservationState::Paying)
        return kept;
    if (sale.order)
        return refundplan::owed(*sale.order, refund_store::refunded(db, *sale.order));
    for (const Payment &payment : sale.payments)
        if (payment.kind == PaymentKind::Capture && payment.state == PaymentState::Captured)
            kept += refundplan::left(payment, sale.payments);
    return kept;
}

QString lastRefusal(const CheckoutState &sale)
{
    for (auto payment = sale.payments.rbegin(); payment != sale.payments.rend(); ++payment)
        if (payment->kind == PaymentKind::Refund && (payment->state == PaymentState::Failed || payment->state == PaymentState::Declined))
            return payment->message;
    return {};
}

std::vector<AccountId> walletsOf(const CheckoutState &sale)
{
    std::vector<AccountId> wallets;
    for (const Payment &payment : sale.payments)
        if (isStored(payment.tender))
            wallets.push_back(payment.wallet);
    return wallets;
}

std::vector<CheckoutState> salesOf(Database &db, const std::vector<ReservationId> &ids)
{
    std::vector<CheckoutState> sales;
    for (Reservation &reservation : reservation_store::load(db, ids, false)) {
        const std::array id{reservation.id};
        CheckoutState sale{std::move(reservation), payment_store::ofReservations(db, id), std::nullopt};
        if (auto orders = order_store::ofReservations(db, id); !orders.empty())
            sale.order = std::move(orders.front());
        sales.push_back(std::move(sale));
    }
    return sales;
}

} // namespace

Result<std::vector<Owed>> OwedMoney::list()
{
    return m_writer.read([&](Database &db) {
        std::vector<Owed> owed;
        for (CheckoutState &sale : salesOf(db, payment_store::withRefusedRefunds(db, m_writer.terminal()))) {
            const Money amount = owedOf(db, sale);
            const QString reason = lastRefusal(sale);
            if (amount.isPositive())
                owed.push_back({std::move(sale), amount, reason});
        }
        return owed;
    });
}

Result<CheckoutState> OwedMoney::giveBack(const Actor &actor, ReservationId reservation, Tender how)
{
    if (const auto allowed = require(actor, Permission::SettlePayments); !allowed)
        return fail(allowed.error());
    if (const auto allowed = how == Tender::Cash ? require(actor, Permission::GiveCash) : Result<void>(); !allowed)
        return fail(allowed.error());
    return m_writer.write([&](Work &work) -> Result<CheckoutState> {
        const SaleMemory none;
        SaleWork sales(work, none, actor.staff, actor.shift);
        sales.load(std::array{reservation});
        CheckoutState *sale = sales.find(reservation);
        const Money owed = sale ? owedOf(work.db(), *sale) : Money();
        if (!owed.isPositive())
            return fail(ErrorCode::InvalidInput, {translate("Input", "nothing of this sale is still to be given back")});
        if (const auto open = how == Tender::Cash ? sales.mayGiveCash() : Result<void>(); !open)
            return fail(open.error());
        const auto parts = refundplan::share(sale->payments, owed);
        if (!parts)
            return fail(parts.error());
        sales.lockWallets(walletsOf(*sale));
        for (const refundplan::Part &part : *parts)
            sales.giveBack(*sale, part.capture, part.amount, how == Tender::Cash ? how : part.tender);
        sales.write();
        return *sale;
    });
}

} // namespace foyer
