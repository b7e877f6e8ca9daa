#include "core/services/checkout.h"

#include "core/services/payrules.h"
#include "core/services/salework.h"
#include "core/storage/order_store.h"
#include "core/storage/payment_store.h"
#include "core/storage/writer.h"

#include <QtCore/QCoreApplication>

namespace foyer {

namespace {

tl::unexpected<Error> noSuchReservation()
{
    return fail(ErrorCode::NotFound, {QCoreApplication::translate("Input", "this reservation")});
}

const Payment *byKey(const CheckoutState &sale, const QString &key)
{
    const auto found = std::find_if(sale.payments.begin(), sale.payments.end(), [&](const Payment &p) { return p.key == key; });
    return found == sale.payments.end() ? nullptr : &*found;
}

} // namespace

Money CheckoutState::paid() const
{
    Money sum = Money::zero(reservation.currency);
    for (const Payment &payment : payments)
        if (payment.state == PaymentState::Captured)
            sum += payment.kind == PaymentKind::Capture ? payment.amount : -payment.amount;
    return sum;
}

Money CheckoutState::due() const
{
    return reservation.total() - paid() - credit.value_or(Money::zero(reservation.currency));
}

const Payment *CheckoutState::live() const
{
    for (const Payment &payment : payments)
        if (payment.kind == PaymentKind::Capture && payment.isLive())
            return &payment;
    return nullptr;
}

Checkout::Checkout(Writer &writer) : m_writer(writer), m_memory(std::make_unique<SaleMemory>()) {}

Checkout::~Checkout() = default;

/// Runs `body(SaleWork &, Work &)` on the locked sales and writes what it changed.
template <typename Body>
Result<Checkout::States> Checkout::sell(const Actor &actor, std::span<const ReservationId> reservations, Body body)
{
    SaleMemory learned;
    auto states = m_writer.write([&](Work &work) {
        SaleWork sales(work, *m_memory, actor.staff, actor.shift);
        sales.load(reservations);
        States answers = body(sales, work);
        sales.write();
        learned = sales.learned();
        return answers;
    });
    if (states) {
        m_memory->issuer = learned.issuer;
        m_memory->isDoor = learned.isDoor;
        m_memory->accounts.merge(learned.accounts);
        m_memory->zones.merge(learned.zones);
    }
    return states;
}

/// After a batch failed as a whole: a constraint error is about one member, so each is tried alone; anything else
/// is every member's answer.
template <typename Request>
Checkout::States Checkout::singly(std::span<const Request> requests, const Error &error,
                                  const std::function<Result<CheckoutState>(const Request &)> &one)
{
    States answers;
    const bool isOneMembers = error.code == ErrorCode::Internal || error.code == ErrorCode::EventArchived;
    for (const Request &request : requests)
        answers.push_back(isOneMembers && requests.size() > 1 ? one(request) : Result<CheckoutState>(fail(error)));
    return answers;
}

Checkout::States Checkout::pay(const Actor &actor, std::span<const PayRequest> requests)
{
    if (const auto allowed = require(actor, Permission::Sell); !allowed)
        return States(requests.size(), Result<CheckoutState>(fail(allowed.error())));
    std::vector<ReservationId> ids;
    std::vector<payment_store::KeyUse> keys;
    std::vector<AccountId> wallets;
    for (const PayRequest &request : requests) {
        ids.push_back(request.reservation);
        keys.push_back({request.key, request.reservation});
        if (isStored(request.tender))
            wallets.push_back(request.wallet);
    }
    auto answers = sell(actor, ids, [&](SaleWork &sales, Work &work) {
        sales.lockWallets(wallets);
        const QStringList foreign = payment_store::usedElsewhere(work.db(), keys);
        const auto one = [&](const PayRequest &request) -> Result<CheckoutState> {
            CheckoutState *sale = sales.find(request.reservation);
            if (!sale)
                return noSuchReservation();
            if (foreign.contains(request.key))
                return fail(ErrorCode::KeyReused);
            if (const Payment *earlier = byKey(*sale, request.key)) {
                const bool same = earlier->amount == request.amount && earlier->tender == request.tender && earlier->wallet == request.wallet;
                return same ? Result<CheckoutState>(*sale) : fail(ErrorCode::KeyReused);
            }
            if (const auto checked = payrules::check(*sale, request, work.now()); !checked)
                return fail(checked.error());
            if (const auto wallet = payrules::checkWallet(sales.wallets(), request); !wallet)
                return fail(wallet.error());
            if (const auto cash = request.tender == Tender::Cash ? sales.mayTakeCash(request.amount.currency()) : Result<void>(); !cash)
                return fail(cash.error());
            sales.addPayment(*sale, request);
            sales.advance(*sale);
            return *sale;
        };
        States out;
        for (const PayRequest &request : requests)
            out.push_back(one(request));
        return out;
    });
    if (answers)
        return std::move(*answers);
    return singly<PayRequest>(requests, answers.error(), [&](const PayRequest &request) { return pay(actor, request); });
}

Result<CheckoutState> Checkout::pay(const Actor &actor, const PayRequest &request)
{
    return std::move(pay(actor, std::span(&request, 1)).front());
}

Result<CheckoutState> Checkout::completeFree(const Actor &actor, ReservationId reservation)
{
    if (const auto allowed = require(actor, Permission::Sell); !allowed)
        return fail(allowed.error());
    auto answers = sell(actor, std::array{reservation}, [&](SaleWork &sales, Work &work) -> States {
        CheckoutState *sale = sales.find(reservation);
        if (!sale)
            return {noSuchReservation()};
        if (sale->order)
            return {*sale};
        if (const auto payable = payrules::payable(sale->reservation, work.now()); !payable)
            return {fail(payable.error())};
        if (!sale->due().isZero())
            return {fail(ErrorCode::InvalidInput, {QCoreApplication::translate("Input", "%1 is still to be paid").arg(sale->due().toString())})};
        sales.advance(*sale);
        return {*sale};
    });
    return answers ? std::move(answers->front()) : fail(answers.error());
}

Checkout::States Checkout::settle(std::span<const Settlement> settlements, StaffId by)
{
    std::vector<PaymentId> payments;
    for (const Settlement &settlement : settlements)
        payments.push_back(settlement.payment);
    const auto owners = m_writer.read([&](Database &db) { return payment_store::reservationsOf(db, payments); });
    if (!owners)
        return States(settlements.size(), Result<CheckoutState>(fail(owners.error())));

    auto answers = sell(Actor{by, {}, {}, {}}, *owners, [&](SaleWork &sales, Work &) {
        States out;
        for (size_t i = 0; i < settlements.size(); ++i) {
            CheckoutState *sale = sales.find((*owners)[i]);
            if (!sale) {
                out.push_back(fail(ErrorCode::NotFound, {QCoreApplication::translate("Input", "this payment")}));
                continue;
            }
            const auto payment = std::find_if(sale->payments.begin(), sale->payments.end(), [&](const Payment &p) { return p.id == settlements[i].payment; });
            sales.settle(*sale, *payment, settlements[i].outcome);
            sales.advance(*sale);
            out.push_back(*sale);
        }
        return out;
    });
    if (answers)
        return std::move(*answers);
    return singly<Settlement>(settlements, answers.error(), [&](const Settlement &settlement) { return settle(settlement, by); });
}

Result<CheckoutState> Checkout::settle(const Settlement &settlement, StaffId by)
{
    return std::move(settle(std::span(&settlement, 1), by).front());
}

Result<CheckoutState> Checkout::abandon(const Actor &actor, ReservationId reservation)
{
    if (const auto allowed = require(actor, Permission::Sell); !allowed)
        return fail(allowed.error());
    auto answers = sell(actor, std::array{reservation}, [&](SaleWork &sales, Work &) -> States {
        CheckoutState *sale = sales.find(reservation);
        if (!sale)
            return {noSuchReservation()};
        const ReservationState state = sale->reservation.state;
        if (state != ReservationState::Active && state != ReservationState::Paying)
            return {fail(ErrorCode::ReservationEnded, {stateName(state)})};
        const bool givesCash = std::any_of(sale->payments.begin(), sale->payments.end(), [](const Payment &p) { return p.tender == Tender::Cash; });
        if (const auto allowed = givesCash ? sales.mayGiveCash() : Result<void>(); !allowed)
            return {fail(allowed.error())};
        sales.abandon(*sale);
        return {*sale};
    });
    return answers ? std::move(answers->front()) : fail(answers.error());
}

Result<Payment> Checkout::markSent(PaymentId id)
{
    const auto owner = m_writer.read([&](Database &db) { return payment_store::reservationsOf(db, std::array{id}); });
    if (!owner)
        return fail(owner.error());
    Payment sent;
    auto answers = sell(Actor{}, *owner, [&](SaleWork &sales, Work &) -> States {
        CheckoutState *sale = sales.find(owner->front());
        if (!sale)
            return {fail(ErrorCode::NotFound, {QCoreApplication::translate("Input", "this payment")})};
        const auto payment = std::find_if(sale->payments.begin(), sale->payments.end(), [&](const Payment &p) { return p.id == id; });
        if (payment->state == PaymentState::Created)
            sales.markSent(*payment);
        sent = *payment;
        return {*sale};
    });
    if (!answers)
        return fail(answers.error());
    return answers->front() ? Result<Payment>(sent) : fail(answers->front().error());
}

Result<CheckoutState> Checkout::find(ReservationId reservation)
{
    return m_writer.read([&](Database &db) -> Result<CheckoutState> {
        auto reservations = reservation_store::load(db, std::array{reservation}, false);
        if (reservations.empty())
            return noSuchReservation();
        CheckoutState state{std::move(reservations.front()), payment_store::ofReservations(db, std::array{reservation}), std::nullopt};
        state.credit = state.reservation.credit;
        if (auto orders = order_store::ofReservations(db, std::array{reservation}); !orders.empty())
            state.order = std::move(orders.front());
        return state;
    });
}

Result<CheckoutState> Checkout::findByPayment(PaymentId payment)
{
    const auto owner = m_writer.read([&](Database &db) { return payment_store::reservationsOf(db, std::array{payment}); });
    return owner ? find(owner->front()) : Result<CheckoutState>(fail(owner.error()));
}

Result<std::vector<Payment>> Checkout::unresolved()
{
    return m_writer.read([&](Database &db) { return payment_store::unresolved(db, m_writer.terminal()); });
}

Result<std::vector<ReservationId>> Checkout::paying()
{
    return m_writer.read([&](Database &db) { return reservation_store::paying(db, m_writer.terminal()); });
}

} // namespace foyer
