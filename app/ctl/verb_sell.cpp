#include "app/common/paths.h"
#include "app/ctl/sellrequest.h"
#include "core/domain/inputtext.h"
#include "core/domain/localtime.h"
#include "core/payment/externalterminal.h"
#include "core/payment/sandboxgateway.h"
#include "core/services/cardpayments.h"

#include <QtCore/QEventLoop>
#include <QtCore/QJsonArray>
#include <QtCore/QTimer>

namespace foyer::ctl {

namespace {

constexpr Milliseconds CardDeadline{90'000};
constexpr Milliseconds RefundDeadline{15'000};

/// One sale at one box office. Cards are charged by the sandbox bank, or were taken on a machine of their own when its
/// receipt is named.
class Sale
{
public:
    Sale(Call &call, BoxOffice &office, SandboxGateway &bank)
        : m_call(call), m_office(office), m_receipt(call.value("card-receipt").trimmed())
        , m_cards(office.checkout(), m_receipt.isEmpty() ? static_cast<PaymentGateway &>(bank) : m_machine, call.clock(), eventLoopLater())
    {
        m_cards.addEarlier(m_receipt.isEmpty() ? static_cast<PaymentGateway &>(m_machine) : bank);
    }

    Result<CheckoutState> run(const ReserveRequest &request, const std::vector<WantedTender> &tenders)
    {
        if (const auto resumed = m_cards.resume(); !resumed)
            return fail(resumed.error());
        const auto reserved = m_office.inventory().reserve(m_office.system(), request);
        if (!reserved)
            return fail(reserved.error());
        const auto cart = discounted(*reserved);
        auto state = cart ? payAll(*cart, tenders) : Result<CheckoutState>(fail(cart.error()));
        const bool stuck = !state && state.error().code == ErrorCode::PaymentUnresolved;
        if (!state && !stuck)
            abandon(reserved->id);
        return state;
    }

    bool wasAbandoned() const { return m_abandoned; }
    /// What a person still has to do about it; empty when the bank did it all.
    QString afterwards() const
    {
        return m_owed.isPositive() ? translate("Ctl", " %1 are to be given back on the card machine.").arg(m_owed.toString()) : QString();
    }

private:
    Result<Reservation> discounted(Reservation cart)
    {
        for (const QString &code : m_call.parser().values(QStringLiteral("promo"))) {
            auto entered = m_office.discounts().enter(m_office.system(), cart.id, code);
            if (!entered)
                return entered;
            cart = std::move(*entered);
        }
        if (!m_call.has("discount"))
            return cart;
        const auto given = byHand(cart);
        return given ? m_office.discounts().give(m_office.system(), *given) : Result<Reservation>(fail(given.error()));
    }

    /// "10%" or "5.00", of the whole cart.
    Result<GivenDiscount> byHand(const Reservation &cart)
    {
        QString text = m_call.value("discount").trimmed();
        const bool isPercent = text.endsWith(u'%');
        if (isPercent)
            text.chop(1);
        const auto value = Money::parse(text, isPercent ? Currency() : cart.currency); // a percentage has two decimals, too
        if (!value)
            return fail(value.error());
        return GivenDiscount{cart.id, {}, isPercent ? DiscountKind::Percent : DiscountKind::Amount, value->minor(), m_call.value("reason")};
    }

    Result<CheckoutState> payAll(const Reservation &reservation, const std::vector<WantedTender> &tenders)
    {
        if (reservation.total().isZero())
            return m_office.checkout().completeFree(m_office.system(), reservation.id);
        std::vector<std::optional<Money>> amounts; // all understood before the first is taken
        for (const WantedTender &tender : tenders) {
            const auto amount = tender.amount.isEmpty() ? Result<Money>(Money()) : Money::parse(tender.amount, reservation.currency);
            if (!amount)
                return fail(amount.error());
            amounts.push_back(tender.amount.isEmpty() ? std::nullopt : std::optional(*amount));
        }
        Result<CheckoutState> state = m_office.checkout().find(reservation.id);
        for (size_t i = 0; i < tenders.size() && state && !state->order; ++i)
            state = payOne(*state, tenders[i].tender, amounts[i].value_or(state->due()));
        if (state && !state->order)
            return fail(ErrorCode::InvalidInput, {translate("Ctl", "%1 %2 is still to be paid").arg(state->due().toString(), reservation.currency.code())});
        return state;
    }

    Result<CheckoutState> payOne(const CheckoutState &state, Tender tender, Money amount)
    {
        const QString key = QStringLiteral("ctl-") + QUuid::createUuid().toString(QUuid::WithoutBraces);
        const ReservationId reservation = state.reservation.id;
        if (tender == Tender::Cash)
            return m_office.checkout().pay(m_office.system(), {reservation, tender, std::min(amount, state.due()), amount, key});
        if (tender == Tender::Wallet) {
            const auto payment = walletPayment(m_call, m_office, reservation, amount, key);
            return payment ? m_office.checkout().pay(m_office.system(), *payment) : fail(payment.error());
        }
        const auto answer = charge({reservation, amount, m_call.value("card-token"), key});
        if (!answer)
            return answer;
        for (const Payment &payment : answer->payments) {
            if (payment.key != key)
                continue;
            if (payment.state == PaymentState::Declined)
                return fail(ErrorCode::PaymentDeclined, {payment.message});
            if (payment.state == PaymentState::Failed)
                return fail(ErrorCode::PaymentFailed, {payment.message});
            if (payment.isLive())
                return fail(ErrorCode::PaymentUnresolved);
        }
        return answer;
    }

    Result<CheckoutState> charge(const CardCharge &charge)
    {
        QEventLoop loop;
        Result<CheckoutState> answer = fail(ErrorCode::PaymentUnresolved);
        const auto owner = std::make_shared<char>();
        m_cards.charge(m_office.system(), charge, owner, [&](const Result<CheckoutState> &state) {
            answer = state;
            loop.quit();
        });
        if (!m_receipt.isEmpty())
            tellReceipt(charge.reservation);
        QTimer::singleShot(CardDeadline, &loop, &QEventLoop::quit);
        loop.exec();
        return answer;
    }

    /// Whoever calls this has the machine's receipt in hand.
    void tellReceipt(ReservationId reservation)
    {
        const auto state = m_office.checkout().find(reservation);
        if (state && state->live())
            m_cards.tell(m_office.system(), state->live()->id, {GatewayOutcome::Kind::Captured, m_receipt, {}});
    }

    /// Gives the places back, and the money: waits for the bank's answers for a while.
    void abandon(ReservationId reservation)
    {
        const auto given = m_cards.abandon(m_office.system(), reservation);
        m_abandoned = given.has_value();
        int byHand = 0;
        for (const Payment &payment : given ? given->payments : std::vector<Payment>()) {
            if (payment.kind != PaymentKind::Refund || !payment.isByHand())
                continue;
            m_owed = byHand++ ? m_owed + payment.amount : payment.amount;
        }
        QEventLoop loop;
        m_cards.onChange([&](const CheckoutState &) {
            if (m_cards.pending() <= byHand)
                loop.quit();
        });
        QTimer::singleShot(RefundDeadline, &loop, &QEventLoop::quit);
        if (m_cards.pending() > byHand)
            loop.exec();
        m_cards.onChange({});
    }

    Call &m_call;
    BoxOffice &m_office;
    ExternalTerminal m_machine;
    const QString m_receipt;
    CardPayments m_cards;
    bool m_abandoned = false;
    Money m_owed; ///< on the card machine
};

QJsonObject paymentJson(const Payment &payment)
{
    return {{QStringLiteral("tender"), tenderName(payment.tender)}, {QStringLiteral("kind"), kindName(payment.kind)},
            {QStringLiteral("amount"), payment.amount.toString()}, {QStringLiteral("state"), stateName(payment.state)},
            {QStringLiteral("change"), payment.change().toString()}};
}

Outcome receipt(const Order &order, const QStringList &codes)
{
    QString text = translate("Ctl", "Order %1, %2 %3\n").arg(order.number, order.total.toString(), order.currency.code());
    QJsonArray tickets;
    for (size_t i = 0; i < order.lines.size(); ++i) {
        const OrderLine &line = order.lines[i];
        const QString code = codes.value(qsizetype(i));
        const QString place = line.seatLabel ? line.seatLabel->spoken() : line.ticketTypeName;
        text += QStringLiteral("  %1  %2, %3, %4, %5\n    %6\n")
                    .arg(line.ticket.number.grouped(), line.eventName, place, line.priceLevelName, line.total().toString(), code);
        tickets.append(QJsonObject{{QStringLiteral("number"), line.ticket.number.toString()}, {QStringLiteral("code"), code},
                                   {QStringLiteral("event"), line.eventName}, {QStringLiteral("ticket_type"), line.ticketTypeName},
                                   {QStringLiteral("seat"), line.seatLabel ? line.seatLabel->toString() : QString()},
                                   {QStringLiteral("price_level"), line.priceLevelName}, {QStringLiteral("price"), line.total().toString()}});
    }
    if (order.discount().isPositive())
        text += translate("Ctl", "Discounts taken off: %1\n").arg(order.discount().toString());
    if (order.fees().isPositive())
        text += translate("Ctl", "Booking fees in it: %1\n").arg(order.fees().toString());
    QJsonArray payments;
    for (const Payment &payment : order.payments) {
        payments.append(paymentJson(payment));
        if (payment.state != PaymentState::Captured)
            continue;
        text += translate("Ctl", "Paid by %1: %2").arg(tenderName(payment.tender), payment.amount.toString());
        text += payment.change().isPositive() ? translate("Ctl", ", change %1\n").arg(payment.change().toString()) : QStringLiteral("\n");
    }
    return {text, {{QStringLiteral("order"), order.number}, {QStringLiteral("total"), order.total.toString()},
                   {QStringLiteral("fees"), order.fees().toString()}, {QStringLiteral("discount"), order.discount().toString()},
                   {QStringLiteral("currency"), order.currency.code()}, {QStringLiteral("tickets"), tickets}, {QStringLiteral("payments"), payments}}, {}};
}

Answer sellOrder(Call &call)
{
    const auto wish = readWish(call.parser());
    if (!wish)
        return usage(wish.error());
    const auto office = call.open();
    if (!office)
        return failed(office.error());
    const auto request = resolve(**office, *wish, call.clock().now());
    if (!request)
        return failed(request.error());
    const auto gateway = SandboxGateway::open(paths::sandboxBooks(call.keyFolder()), call.clock(), eventLoopLater());
    if (!gateway)
        return failed(gateway.error());
    (*gateway)->setBehaviour({.delay = Milliseconds(0)});

    Sale sale(call, **office, **gateway);
    const auto sold = sale.run(*request, wish->tenders);
    if (!sold) {
        Failure failure = failed(sold.error()).value();
        if (sale.wasAbandoned())
            failure.text = translate("Ctl", "The sale was abandoned: its places are free again and what was paid was given back.") + sale.afterwards();
        failure.json.insert(QStringLiteral("abandoned"), sale.wasAbandoned());
        return tl::unexpected(failure);
    }
    const auto codes = (*office)->orders().codes(*sold->order);
    return codes ? Answer(receipt(*sold->order, *codes)) : failed(codes.error());
}

} // namespace

Verb sellVerb()
{
    Verb verb;
    verb.name = QStringLiteral("sell");
    verb.summary = translate("Ctl", "A sale from a script: reserve, pay, print the order.");
    verb.options = sellOptions();
    verb.options << QCommandLineOption{QStringLiteral("discount"), translate("Ctl", "Taken off by hand, like 10% or 5.00; needs a --reason."), translate("Ctl", "discount")}
                 << QCommandLineOption{QStringLiteral("reason"), translate("Ctl", "Of the discount."), translate("Ctl", "text")};
    verb.run = sellOrder;
    return verb;
}

} // namespace foyer::ctl
