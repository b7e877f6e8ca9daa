#include "core/services/tendercorrection.h"

#include "core/domain/inputtext.h"
#include "core/services/doorstock.h"
#include "core/storage/correction_store.h"
#include "core/storage/ledger_store.h"
#include "core/storage/order_store.h"
#include "core/storage/reservation_store.h"
#include "core/storage/shift_store.h"
#include "core/storage/writer.h"

#include <algorithm>
#include <array>

namespace foyer {

namespace {

using ledger_store::AccountKey;
using ledger_store::AccountKind;

constexpr Milliseconds OwnSales{24 * 60 * 60'000};

Result<void> mayCorrect(const Actor &actor, const correction_store::Sold &sold, Instant now)
{
    const bool isOwn = !actor.staff.isNull() && actor.staff == sold.staff && actor.terminal == sold.terminal && now < sold.at + OwnSales;
    return require(actor, isOwn ? Permission::Sell : Permission::CorrectTenders);
}

Result<void> isMistake(const Payment &payment, const CorrectionRequest &request)
{
    const auto invalid = [](const QString &what) { return fail(ErrorCode::InvalidInput, {what}); };
    if (payment.kind != PaymentKind::Capture || payment.state != PaymentState::Captured)
        return invalid(translate("Input", "this payment took no money"));
    if (isStored(payment.tender) || isStored(request.tender))
        return invalid(translate("Input", "only cash and cards are mistaken for each other; a wallet's payment stays"));
    if (payment.tender == Tender::Card && !payment.isByHand())
        return invalid(translate("Input", "the bank has charged this card; give the order back and sell it again"));
    if (request.tender == Tender::Card && request.receipt.trimmed().isEmpty())
        return invalid(translate("Input", "the number of the card machine's receipt is missing"));
    return {};
}

/// Where the money of such a tender lies.
AccountKey place(Tender tender, TerminalId terminal, Currency currency)
{
    return tender == Tender::Cash ? AccountKey{AccountKind::Drawer, terminal.uuid(), currency}
                                  : AccountKey{AccountKind::CardClearing, QUuid(), currency};
}

void bookOver(Work &work, const Payment &payment, Tender to, TerminalId drawer)
{
    const Currency currency = payment.amount.currency();
    const std::array keys{place(payment.tender, drawer, currency), place(to, drawer, currency), AccountKey{AccountKind::OrderClearing, QUuid(), currency}};
    const auto accounts = ledger_store::ensureAccounts(work.db(), work.ids(), keys);
    const std::array transfers{
        ledger_store::Transfer{work.ids().make<TransferId>(), accounts[2], accounts[0], payment.amount, payment.reservation, payment.id},
        ledger_store::Transfer{work.ids().make<TransferId>(), accounts[1], accounts[2], payment.amount, payment.reservation, payment.id}};
    for (const auto &made : transfers)
        work.fact("transfer", {{QStringLiteral("id"), made.id.toString()}, {QStringLiteral("debit"), made.debit.toString()},
                               {QStringLiteral("credit"), made.credit.toString()}, {QStringLiteral("amount"), made.amount.minor()},
                               {QStringLiteral("currency"), currency.code()}});
    ledger_store::addTransfers(work.db(), transfers, work.now(), work.chain(), work.seq());
}

} // namespace

Result<Order> TenderCorrection::correct(const Actor &actor, const CorrectionRequest &request)
{
    return m_writer.write([&](Work &work) -> Result<Order> {
        if (const auto here = DoorStock::onlyAtCentre(work.db()); !here)
            return fail(here.error());
        const auto sold = correction_store::sold(work.db(), request.order, request.payment);
        if (!sold)
            return fail(ErrorCode::NotFound, {translate("Input", "this payment")});
        if (const auto allowed = mayCorrect(actor, *sold, work.now()); !allowed)
            return fail(allowed.error());
        reservation_store::lock(work.db(), std::array{sold->reservation}); // two corrections one after the other
        Order order = order_store::byIds(work.db(), std::array{request.order}).front();
        const auto payment = std::find_if(order.payments.begin(), order.payments.end(), [&](const Payment &p) { return p.id == request.payment; });
        if (payment->tender == request.tender)
            return order;
        if (const auto mistake = isMistake(*payment, request); !mistake)
            return fail(mistake.error());
        if (shift_store::isFinal(work.db(), request.payment))
            return fail(ErrorCode::ShiftClosed);
        bookOver(work, *payment, request.tender, sold->drawer);
        const correction_store::Correction made{work.ids().make<CorrectionId>(), payment->id, sold->corrections + 1, request.tender,
                                                request.tender == Tender::Card ? request.receipt.trimmed() : QString(), actor.staff};
        correction_store::add(work.db(), made, work.now(), work.chain(), work.seq());
        work.fact("tender.corrected", signedBy(actor, {{QStringLiteral("id"), made.id.toString()}, {QStringLiteral("payment"), payment->id.toString()},
                                       {QStringLiteral("number"), made.number}, {QStringLiteral("from"), tenderName(payment->tender)},
                                       {QStringLiteral("to"), tenderName(request.tender)}, {QStringLiteral("amount"), payment->amount.minor()}}));
        return order_store::byIds(work.db(), std::array{request.order}).front();
    });
}

} // namespace foyer
