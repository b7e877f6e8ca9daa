#include "app/ctl/orderanswer.h"
#include "app/ctl/sellrequest.h"
#include "core/domain/inputtext.h"
#include "core/payment/sandboxgateway.h"
#include "core/services/cardpayments.h"

#include <QtCore/QEventLoop>
#include <QtCore/QTimer>

namespace foyer::ctl {

namespace {

constexpr Milliseconds ExchangeCardDeadline{90'000};

/// One exchange at one box office: the new places are reserved for it, and given up when it fails.
class Swapping
{
public:
    Swapping(Call &call, BoxOffice &office, SandboxGateway &bank) : m_call(call), m_office(office), m_bank(bank) {}

    Result<ExchangeMade> run(const OrderDetail &detail, const std::vector<TicketId> &tickets, const ReserveRequest &places, Tender tender)
    {
        const auto earlier = m_office.exchanges().earlier(detail.order.id, m_call.value("key"));
        if (!earlier)
            return fail(earlier.error());
        if (*earlier)
            return **earlier;
        const auto quote = m_office.exchanges().quote(detail.order.id, tickets);
        if (!quote)
            return fail(quote.error());
        const auto cart = m_office.inventory().reserve(m_office.system(), places);
        if (!cart)
            return fail(cart.error());
        const auto made = exchange(*quote, tickets, *cart, tender);
        if (!made)
            giveUp(cart->id);
        return made;
    }

    /// The same places at a higher price, whose difference a card pays.
    Result<ExchangeMade> level(LevelWish wish)
    {
        wish.key = newKey();
        const auto plan = m_office.exchangePlans().planLevel(m_office.system(), wish);
        if (!plan)
            return fail(plan.error());
        const ReservationId cart = plan->reservation.id;
        const auto paid = charge(cart, plan->due());
        auto made = paid ? m_office.exchangePlans().complete(m_office.system(), cart) : Result<ExchangeMade>(fail(paid.error()));
        if (!made)
            giveUp(cart);
        return made;
    }

private:
    Result<ExchangeMade> exchange(const ExchangeQuote &quote, const std::vector<TicketId> &tickets, const Reservation &cart, Tender tender)
    {
        const auto credit = creditOf(m_call, m_office, cart.currency);
        if (!credit)
            return fail(credit.error());
        ExchangeWish wish{quote.order, tickets, cart.id, {}, m_call.has("key") ? m_call.value("key") : newKey(), *credit};
        const bool isSame = cart.currency == quote.worth.currency(); // else the verb says so
        const Money due = isSame ? cart.total() - quote.worth : Money::zero(cart.currency);
        if (due.isPositive() && tender == Tender::Cash)
            wish.payment = PayRequest{cart.id, tender, due, {}, newKey()};
        if (due.isPositive() && tender == Tender::Wallet) {
            const auto payment = walletPayment(m_call, m_office, cart.id, due, newKey());
            if (!payment)
                return fail(payment.error());
            wish.payment = *payment;
        }
        if (due.isPositive() && tender == Tender::Card) { // on record first: whoever comes back after a crash finishes it
            const auto plan = m_office.exchangePlans().plan(m_office.system(), wish);
            const auto paid = plan ? charge(cart.id, due) : Result<void>(fail(plan.error()));
            if (!paid)
                return fail(paid.error());
        }
        return m_office.exchanges().exchange(m_office.system(), wish);
    }

    Result<void> charge(ReservationId cart, Money amount)
    {
        CardPayments cards(m_office.checkout(), m_bank, m_call.clock(), eventLoopLater());
        QEventLoop loop;
        Result<CheckoutState> answer = fail(ErrorCode::PaymentUnresolved);
        const auto owner = std::make_shared<char>();
        cards.charge(m_office.system(), {cart, amount, m_call.value("card-token"), newKey()}, owner, [&](const Result<CheckoutState> &state) {
            answer = state;
            loop.quit();
        });
        QTimer::singleShot(ExchangeCardDeadline, &loop, &QEventLoop::quit);
        loop.exec();
        if (!answer)
            return fail(answer.error());
        const Payment &payment = answer->payments.back();
        return payment.state == PaymentState::Captured ? Result<void>() : fail(ErrorCode::PaymentDeclined, {payment.message});
    }

    /// What a card has paid goes back to it.
    void giveUp(ReservationId cart)
    {
        if (const auto state = m_office.checkout().abandon(m_office.system(), cart))
            sendRefunds(m_call, m_office, m_bank, state->payments);
    }

    static QString newKey() { return QStringLiteral("ctl-") + QUuid::createUuid().toString(QUuid::WithoutBraces); }

    Call &m_call;
    BoxOffice &m_office;
    SandboxGateway &m_bank;
};

/// The difference in money is told with what the order has become.
Answer exchangedOutcome(BoxOffice &office, const ExchangeMade &made)
{
    const auto after = office.orderDetails().of(made.state.order->id);
    if (!after)
        return failed(after.error());
    Money back = Money::zero(after->order.currency);
    for (const Payment &payment : made.given)
        back += payment.amount;
    QJsonObject json = detailJson(*after);
    json.insert(QStringLiteral("given_back"), back.toString());
    json.insert(QStringLiteral("refund"), made.refund.number);
    const QString head = back.isPositive() ? translate("Ctl", "Exchanged; %1 %2 go back.\n").arg(back.toString(), back.currency().code()) : translate("Ctl", "Exchanged.\n");
    return Outcome{head + detailText(*after), json, {}};
}

Answer changeLevel(Call &call)
{
    if (!call.has("level"))
        return usage(translate("Ctl", "--level says which price the tickets get."));
    const QString tender = call.has("pay") ? call.value("pay") : QStringLiteral("cash");
    if (tender != QLatin1String("cash") && tender != QLatin1String("card") && tender != QLatin1String("wallet"))
        return usage(translate("Ctl", "The difference is paid with one tender: --pay cash, --pay card or --pay wallet."));
    const auto office = call.open();
    if (!office)
        return failed(office.error());
    const auto bank = promptBank(call);
    if (!bank)
        return failed(bank.error());
    const auto named = namedOrder(call, **office);
    if (!named)
        return failed(named.error());
    const auto &[detail, tickets] = *named;
    if (const auto allowed = mayUndoAdmitted(call, detail, tickets); !allowed)
        return failed(allowed.error());
    const auto levels = (*office)->exchanges().levels(detail.order.id, tickets);
    if (!levels)
        return failed(levels.error());
    const auto level = std::find_if(levels->begin(), levels->end(), [&](const LevelOffer &one) { return one.name.compare(call.value("level"), Qt::CaseInsensitive) == 0; });
    if (level == levels->end())
        return failed(Error{ErrorCode::NotFound, {translate("Ctl", "another price \"%1\" of these tickets").arg(call.value("level"))}, {}});
    const auto credit = creditOf(call, **office, detail.order.currency);
    if (!credit)
        return failed(credit.error());
    LevelWish wish{detail.order.id, tickets, level->level, {}, {}, *credit};
    const QString key = QStringLiteral("ctl-") + QUuid::createUuid().toString(QUuid::WithoutBraces);
    const bool isCharged = level->difference().isPositive();
    if (isCharged && tender == QLatin1String("wallet")) {
        const auto payment = walletPayment(call, **office, {}, level->difference(), key);
        if (!payment)
            return failed(payment.error());
        wish.payment = *payment;
    } else if (isCharged && tender == QLatin1String("cash")) {
        wish.payment = PayRequest{{}, Tender::Cash, level->difference(), {}, key};
    }
    const auto made = isCharged && tender == QLatin1String("card") ? Swapping(call, **office, **bank).level(wish)
                                                                   : (*office)->exchanges().changeLevel((*office)->system(), wish);
    if (!made)
        return failed(made.error());
    sendRefunds(call, **office, **bank, made->given);
    return exchangedOutcome(**office, *made);
}

Answer exchangeTickets(Call &call)
{
    const auto wish = readWish(call.parser());
    if (!wish)
        return usage(wish.error());
    if (wish->tenders.size() != 1 || !wish->tenders.front().amount.isEmpty())
        return usage(translate("Ctl", "The difference is paid with one tender: --pay cash=rest, --pay card=rest or --pay wallet=rest."));
    const auto office = call.open();
    if (!office)
        return failed(office.error());
    const auto bank = promptBank(call);
    if (!bank)
        return failed(bank.error());
    const auto named = namedOrder(call, **office);
    if (!named)
        return failed(named.error());
    const auto &[detail, tickets] = *named;
    if (const auto allowed = mayUndoAdmitted(call, detail, tickets); !allowed)
        return failed(allowed.error());
    const auto places = resolve(**office, *wish, call.clock().now());
    if (!places)
        return failed(places.error());
    const auto made = Swapping(call, **office, **bank).run(detail, tickets, *places, wish->tenders.front().tender);
    if (!made)
        return failed(made.error());
    sendRefunds(call, **office, **bank, made->given);
    return exchangedOutcome(**office, *made);
}

Answer giveComp(Call &call)
{
    const auto wish = readWish(call.parser());
    if (!wish)
        return usage(wish.error());
    const auto office = call.open();
    if (!office)
        return failed(office.error());
    const auto places = resolve(**office, *wish, call.clock().now());
    if (!places)
        return failed(places.error());
    const auto cart = (*office)->inventory().reserve((*office)->system(), *places);
    if (!cart)
        return failed(cart.error());
    const auto given = (*office)->comps().give((*office)->system(), {cart->id, call.value("reason")});
    if (!given) {
        (void)(*office)->inventory().release((*office)->system(), cart->id);
        return failed(given.error());
    }
    const auto detail = (*office)->orderDetails().of(given->order->id);
    return detail ? Answer(Outcome{detailText(*detail), detailJson(*detail), {}}) : failed(detail.error());
}

} // namespace

Verb orderExchangeVerb()
{
    Verb verb;
    verb.name = QStringLiteral("order exchange");
    verb.arguments = QStringLiteral("NUMBER");
    verb.argumentCount = 1;
    verb.summary = translate("Ctl", "Exchange tickets of an order for other places, which are named as in sell.");
    verb.options = sellOptions();
    verb.options << ticketOption() << creditOption() << admittedOption() << QCommandLineOption{QStringLiteral("key"), translate("Ctl", "Asking again with it brings the first answer."), translate("Ctl", "text")};
    verb.run = exchangeTickets;
    return verb;
}

Verb orderLevelVerb()
{
    Verb verb;
    verb.name = QStringLiteral("order level");
    verb.arguments = QStringLiteral("NUMBER");
    verb.argumentCount = 1;
    verb.summary = translate("Ctl", "Give tickets of an order another price; the places stay, the difference is paid or given back.");
    verb.options = {{QStringLiteral("level"), translate("Ctl", "The price level that they get."), translate("Ctl", "name")}, ticketOption(), creditOption(), admittedOption(),
                    {QStringLiteral("pay"), translate("Ctl", "cash, card or wallet."), translate("Ctl", "tender")},
                    {QStringLiteral("card-token"), translate("Ctl", "Of the card."), translate("Ctl", "token")},
                    {QStringLiteral("wallet"), translate("Ctl", "Whose wallet pays, or which gift card."), translate("Ctl", "wallet")}};
    verb.run = changeLevel;
    return verb;
}

Verb compVerb()
{
    Verb verb;
    verb.name = QStringLiteral("comp");
    verb.summary = translate("Ctl", "Give tickets free of charge; places are named as in sell.");
    verb.options = sellOptions();
    verb.options << QCommandLineOption{QStringLiteral("reason"), translate("Ctl", "Why; it is kept with the order."), translate("Ctl", "text")};
    verb.run = giveComp;
    return verb;
}

} // namespace foyer::ctl
