#include "core/services/owedmoney.h"

#include "core/domain/inputtext.h"
#include "core/domain/refundplan.h"
#include "core/services/orderfamily.h"
#include "core/services/salework.h"
#include "core/storage/order_store.h"
#include "core/storage/payment_store.h"
#include "core/storage/reservation_store.h"
#include "core/storage/writer.h"

#include <array>

namespace foyer {

namespace {

/// Money that nothing stands for: no order, or none that costs so much. A sale that is still being paid owes nothing.
Money owedOf(Database &db, const CheckoutState &sale)
{
    const ReservationState state = sale.reservation.state;
    const Money nothing = Money::zero(sale.reservation.currency);
    if (state == ReservationState::Active || state == ReservationState::Paying)
        return nothing;
    if (sale.order) {
        const OrderFamily family = orderfamily::of(db, *sale.order);
        return refundplan::owed(family.payments, family.worth);
    }
    return refundplan::owed(sale.payments, nothing);
}

QString lastRefusal(const CheckoutState &sale)
{
    for (auto payment = sale.payments.rbegin(); payment != sale.payments.rend(); ++payment)
        if (payment->kind == PaymentKind::Refund && (payment->state == PaymentState::Failed || payment->state == PaymentState::Declined))
            return payment->message;
    return {};
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
        const auto order = order_store::ofReservations(work.db(), std::array{reservation});
        const auto locked = order.empty() ? std::nullopt : std::optional(orderfamily::lock(work, order.front().id));
        const OrderFamily family = locked && *locked ? (*locked)->family : OrderFamily{{}, {reservation}, {}, {}};
        sales.load(family.reservations);
        CheckoutState *sale = sales.find(reservation);
        const Money owed = sale ? owedOf(work.db(), *sale) : Money();
        if (!owed.isPositive())
            return fail(ErrorCode::InvalidInput, {translate("Input", "nothing of this sale is still to be given back")});
        if (const auto open = how == Tender::Cash ? sales.mayGiveCash() : Result<void>(); !open)
            return fail(open.error());
        const std::vector<Payment> payments = family.payments.empty() ? sale->payments : family.payments;
        const auto parts = refundplan::share(payments, owed);
        if (!parts)
            return fail(parts.error());
        sales.lockWallets(walletsOf(payments));
        for (const refundplan::Part &part : *parts) {
            const auto capture = std::find_if(payments.begin(), payments.end(), [&](const Payment &p) { return p.id == part.capture; });
            sales.giveBack(*sales.find(capture->reservation), part.capture, part.amount, how == Tender::Cash ? how : part.tender);
        }
        sales.write();
        return *sale;
    });
}

} // namespace foyer
