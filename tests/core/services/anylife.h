// AnyLife: a whole box office that lives at random: every verb of the time after the sale, in any order, refused or not.
#pragma once

#include "core/payment/sandboxgateway.h"
#include "core/services/carddeposits.h"
#include "core/services/paidexchanges.h"
#include "core/services/verifier.h"
#include "core/storage/keystore.h"
#include "core/storage/terminal_store.h"
#include "core/storage/writer.h"
#include "tests/support/builders.h"
#include "tests/support/settimer.h"

namespace foyer::test {

using namespace std::chrono_literals;

class AnyLife
{
public:
    AnyLife(const QString &database, quint64 seed) : box(database), m_random(seed), m_timer(Evening, [this](Instant at) { box.setTime(at); }), m_office(box.open())
    {
        m_bank = must(SandboxGateway::open({}, box.clock(), m_timer.later()));
        m_cards = std::make_unique<CardPayments>(m_office->checkout(), *m_bank, box.clock(), m_timer.later());
        m_exchanges = std::make_unique<PaidExchanges>(m_office->exchangePlans(), m_office->checkout(), *m_cards);
        m_deposits = std::make_unique<CardDeposits>(m_office->deposits(), *m_bank, box.clock(), m_timer.later());
        m_hamlet = anEvent(*m_office).startingAt(Evening + 720h).withSeats(4, 10, 2700).withLevel(QStringLiteral("Reduced"), 1500).withLevel(QStringLiteral("Lounge"), 3999)
                       .withGeneral(QStringLiteral("Standing"), 60, 1100).withLevel(QStringLiteral("Child"), 500).withFee(75).withOrderFee(199).add();
        m_club = anEvent(*m_office).named(QStringLiteral("Club")).startingAt(Evening + 700h).withGeneral(QStringLiteral("Floor"), 80, 1999).add();
        m_matinee = anEvent(*m_office).named(QStringLiteral("Matinee")).startingAt(Evening + 30min).withGeneral(QStringLiteral("Pit"), 40, 1000).withFee(50).add();
        m_seats = seatsOf(*m_office, m_hamlet);
        PromoTerms terms;
        terms.kind = DiscountKind::Amount;
        terms.value = 333;
        terms.currency = Currency();
        terms.totalLimit = 12;
        must(m_office->promos().add(system(), QStringLiteral("LESS"), terms));
        m_manager = {must(m_office->staff().add(system(), QStringLiteral("Maja"), Role::Manager, QStringLiteral("424242"))).id, Role::Manager, m_office->terminal(), {}};
        m_cashier = must(m_office->staff().add(system(), QStringLiteral("Carl"), Role::Cashier, QStringLiteral("131313"))).id;
        for (int i = 0; i < 4; ++i)
            addPerson();
    }

    /// What was tried.
    QString step()
    {
        using Verb = QString (AnyLife::*)();
        static constexpr Verb Verbs[] = {&AnyLife::sell,     &AnyLife::sell,    &AnyLife::sellByCard, &AnyLife::comp,     &AnyLife::refund,  &AnyLife::refund,   &AnyLife::exchange,
                                         &AnyLife::exchange, &AnyLife::level,   &AnyLife::paidLevel,  &AnyLife::change,   &AnyLife::change,  &AnyLife::giveAway, &AnyLife::wallet,
                                         &AnyLife::wallet,   &AnyLife::deposit, &AnyLife::people,     &AnyLife::shift,    &AnyLife::shift,   &AnyLife::correct,  &AnyLife::abandon,
                                         &AnyLife::time,     &AnyLife::time,    &AnyLife::owed,
                                         &AnyLife::reprint,  &AnyLife::scan,    &AnyLife::archive,    &AnyLife::price,    &AnyLife::tidyCart};
        return (this->*Verbs[roll(int(std::size(Verbs)))])();
    }

    QString breaches()
    {
        const auto db = Database::open(box.url(), Database::Mode::Read, box.clock());
        return must(Verifier(*db, KeyStore(box.keyFolder()).marks(terminal_store::all(*db))).verify()).breaches.join(u'\n');
    }

    /// Everything open gets its answer.
    void settle()
    {
        m_bank->setBehaviour({});
        m_timer.advance(10min);
    }

    int done() const { return m_done; }

private:
    Actor system() const { return m_office->system(); }
    int roll(int sides) { return int(m_random.below(quint32(sides))); }
    QString key() { return QStringLiteral("key %1").arg(++m_keys); }
    template <typename T>
    QString told(const char *verb, const Result<T> &answer)
    {
        m_done += answer ? 1 : 0;
        return QString::fromLatin1(verb) + (answer ? QString() : QStringLiteral(" refused"));
    }
    template <typename T>
    const T &any(const std::vector<T> &all) { return all[size_t(roll(int(all.size())))]; }

    void addPerson()
    {
        const auto person = must(m_office->customers().add(system(), {{}, QStringLiteral("Person %1").arg(m_people.size()),
                                                                      roll(2) ? QStringLiteral("p%1@example.org").arg(m_people.size()) : QString(), {}}));
        m_people.push_back(person.id);
        m_wallets.push_back(must(m_office->wallets().open(system(), person.id, {})).id);
    }

    std::vector<ReserveLine> someLines()
    {
        switch (roll(4)) {
        case 0:
            return {seat(m_hamlet, 0, any(m_seats).id), places(m_hamlet, 1, 1 + roll(3))};
        case 3:
            return {places(m_matinee, 0, 1 + roll(2))};
        case 1:
            return {places(m_club, 0, 1 + roll(4))};
        default:
            return {seat(m_hamlet, 0, any(m_seats).id)};
        }
    }

    std::optional<Reservation> cart()
    {
        const auto made = m_office->inventory().reserve(system(), ReserveRequest{{}, roll(3) ? Channel::Counter : Channel::Web, someLines()});
        if (!made)
            return std::nullopt;
        if (roll(2))
            (void)m_office->customers().assign(system(), made->id, any(m_people));
        if (roll(3) == 0)
            (void)m_office->discounts().enter(system(), made->id, QStringLiteral("LESS"));
        if (roll(4) == 0) // by hand, on a line or on all
            (void)m_office->discounts().give(system(), {made->id, roll(2) ? made->lines.front().id : ReservationLineId(), roll(2) ? DiscountKind::Percent : DiscountKind::Amount,
                                                        1 + roll(1500), QStringLiteral("late")});
        return must(m_office->inventory().find(made->id));
    }

    PayRequest payment(const CheckoutState &state)
    {
        const bool stored = roll(3) == 0;
        const Money amount = roll(3) ? state.due() : Money(1 + roll(int(state.due().minor())), Currency());
        return {state.reservation.id, stored ? Tender::Wallet : Tender::Cash, amount, {}, key(), {}, stored ? any(m_wallets) : AccountId()};
    }

    QString sell()
    {
        const auto made = cart();
        if (!made)
            return QStringLiteral("nothing reserved");
        auto state = m_office->checkout().find(made->id);
        for (int i = 0; i < 4 && state && !state->order && state->due().isPositive(); ++i)
            if (const auto paid = m_office->checkout().pay(system(), payment(*state)); paid)
                state = paid;
        return note("sell", *state);
    }

    QString sellByCard()
    {
        const auto made = cart();
        if (!made)
            return QStringLiteral("nothing reserved");
        misbehave();
        const char *const tokens[] = {"ok", "ok", "card_error", "payment_error"};
        m_cards->charge(system(), {made->id, made->total(), QLatin1String(tokens[roll(4)]), key()}, m_owner, [](const Result<CheckoutState> &) {});
        if (roll(2))
            m_timer.advance(5min);
        return note("card", must(m_office->checkout().find(made->id)));
    }

    void misbehave()
    {
        m_bank->setBehaviour({.delay = 300ms, .loseReply = roll(3) == 0, .neverArrives = roll(6) == 0});
    }

    QString note(const char *verb, const CheckoutState &state)
    {
        m_carts.push_back(state.reservation.id);
        if (state.order)
            m_orders.push_back(state.order->id);
        m_done += state.order ? 1 : 0;
        return QString::fromLatin1(verb);
    }

    QString comp()
    {
        const auto made = cart();
        if (!made)
            return QStringLiteral("nothing reserved");
        const auto given = m_office->comps().give(system(), {made->id, QStringLiteral("press")});
        if (given)
            m_orders.push_back(given->order->id);
        return told("comp", given);
    }

    std::vector<TicketId> someTickets(OrderId order)
    {
        std::vector<TicketId> out;
        for (const OrderLine &line : must(m_office->orders().find(order)).lines)
            if (roll(2) && (line.ticket.state != TicketState::Void || roll(8) == 0))
                out.push_back(line.ticket.id);
        return out;
    }

    AccountId perhapsCredit() { return roll(3) == 0 ? any(m_wallets) : AccountId(); }

    void send(const std::vector<Payment> &given)
    {
        misbehave();
        for (const Payment &payment : given)
            (void)m_cards->sendRefunds(payment.reservation);
    }

    QString refund()
    {
        if (m_orders.empty())
            return QStringLiteral("no order");
        const OrderId order = any(m_orders);
        const auto made = m_office->refunds().refund(system(), {order, someTickets(order), roll(4) == 0, key(), roll(2) ? QStringLiteral("ill") : QString(), perhapsCredit()});
        if (made)
            send(made->given);
        return told("refund", made);
    }

    QString exchange()
    {
        if (m_orders.empty())
            return QStringLiteral("no order");
        const auto made = cart();
        if (!made)
            return QStringLiteral("nothing reserved");
        const OrderId order = any(m_orders);
        ExchangeWish wish{order, someTickets(order), made->id, {}, key(), perhapsCredit()};
        if (roll(2))
            return planned(wish, made->id);
        const auto quote = m_office->exchanges().quote(order, wish.tickets);
        if (quote && made->total() > quote->worth)
            wish.payment = PayRequest{made->id, Tender::Cash, made->total() - quote->worth, {}, key()};
        const auto swapped = m_office->exchanges().exchange(system(), wish);
        if (swapped) {
            m_orders.push_back(swapped->state.order->id);
            send(swapped->given);
        }
        return told("exchange", swapped);
    }

    /// Money first: a part in cash perhaps, and the rest by card; somebody else may have the tickets by then.
    QString planned(const ExchangeWish &wish, ReservationId cart)
    {
        const auto plan = m_office->exchangePlans().plan(system(), wish);
        if (!plan || !plan->due().isPositive())
            return told("plan", plan);
        payFor(cart, plan->due());
        if (roll(4) == 0)
            (void)m_office->refunds().refund(system(), {wish.order, {}, false, key()});
        m_timer.advance(roll(2) ? 5min : 0min);
        if (const auto state = must(m_office->checkout().find(cart)); state.order)
            m_orders.push_back(state.order->id);
        m_carts.push_back(cart);
        return told("plan", plan);
    }

    void payFor(ReservationId cart, Money due)
    {
        misbehave();
        if (roll(2) && due.minor() > 1) {
            const Money part(due.minor() / 2, Currency());
            if (m_office->checkout().pay(system(), {cart, Tender::Cash, part, {}, key()}))
                due -= part;
        }
        m_cards->charge(system(), {cart, due, {}, key()}, roll(2) ? m_owner : std::shared_ptr<int>(), [](const Result<CheckoutState> &) {});
    }

    LevelWish someLevel()
    {
        const OrderId order = any(m_orders);
        const auto tickets = someTickets(order);
        const auto levels = m_office->exchanges().levels(order, tickets);
        return {order, tickets, levels && !levels->empty() ? any(*levels).level : PriceLevelId(), {}, key(), perhapsCredit(), {}};
    }

    QString level()
    {
        if (m_orders.empty())
            return QStringLiteral("no order");
        LevelWish wish = someLevel();
        const auto levels = m_office->exchanges().levels(wish.order, wish.tickets);
        for (const LevelOffer &offer : levels.value_or(std::vector<LevelOffer>()))
            if (offer.level == wish.level && offer.difference().isPositive())
                wish.payment = PayRequest{{}, Tender::Cash, offer.difference(), {}, key()};
        const auto made = m_office->exchanges().changeLevel(system(), wish);
        if (made) {
            m_orders.push_back(made->state.order->id);
            send(made->given);
        }
        return told("level", made);
    }

    QString paidLevel()
    {
        if (m_orders.empty())
            return QStringLiteral("no order");
        const auto plan = m_office->exchangePlans().planLevel(system(), someLevel());
        if (!plan)
            return told("paid level", plan);
        payFor(plan->reservation.id, plan->due());
        m_timer.advance(roll(2) ? 5min : 0min);
        if (const auto state = must(m_office->checkout().find(plan->reservation.id)); state.order)
            m_orders.push_back(state.order->id);
        m_carts.push_back(plan->reservation.id);
        return told("paid level", plan);
    }

    QString change()
    {
        if (m_orders.empty())
            return QStringLiteral("no order");
        const auto tickets = someTickets(any(m_orders));
        return roll(2) ? told("revoke", m_office->ticketChanges().revoke(system(), tickets)) : told("reinstate", m_office->ticketChanges().reinstate(system(), tickets));
    }

    QString giveAway()
    {
        if (m_orders.empty())
            return QStringLiteral("no order");
        const auto tickets = someTickets(any(m_orders));
        return roll(2) ? told("give", m_office->ticketChanges().give(system(), tickets, any(m_people)))
                       : told("give to e-mail", m_office->ticketChanges().giveToEmail(system(), tickets, QStringLiteral("p%1@example.org").arg(roll(12))));
    }

    QString wallet()
    {
        WalletRequest request{WalletRequest::Kind(roll(3)), any(m_wallets), any(m_wallets), roll(3) ? Tender::Cash : Tender::Card, euro(1 + roll(9000)), key(), {}};
        if (request.tender == Tender::Card)
            request.reference = QStringLiteral("4711");
        if (roll(6) == 0)
            m_wallets.push_back(must(m_office->wallets().issueGiftCard(system(), {})).id);
        return told("wallet", m_office->wallets().move(system(), request));
    }

    QString deposit()
    {
        misbehave();
        m_deposits->charge(system(), {any(m_wallets), euro(1 + roll(9000)), roll(4) ? QString() : QStringLiteral("card_error"), key()}, m_owner, [](const Result<CardDeposit> &) {});
        if (roll(2))
            m_timer.advance(5min);
        return QStringLiteral("deposit");
    }

    QString people()
    {
        switch (roll(4)) {
        case 3:
            return told("import", m_office->customerRecords().importCsv(system(), "name,email\nPerson 1,p1@example.org\nNew,p" + QByteArray::number(roll(12)) + "@example.org\n", roll(2)));
        case 0:
            return told("merge", m_office->customerRecords().merge(system(), any(m_people), any(m_people)));
        case 1:
            return told("erase", m_office->customerRecords().erase(system(), any(m_people)));
        default:
            addPerson();
            return QStringLiteral("add");
        }
    }

    QString shift()
    {
        Shifts &shifts = m_office->shifts();
        const auto open = must(shifts.current());
        if (!open)
            return told("open", shifts.open(m_manager, euro(10000)));
        switch (roll(6)) {
        case 5:
            return told("hand over", shifts.handOver(m_manager, roll(2) ? m_manager : Actor{m_cashier, Role::Cashier, m_office->terminal(), {}}));
        case 0:
            return told("count", shifts.count(m_manager, {{100, 1 + roll(900)}}));
        case 1:
            return told("leave", shifts.leaveCount(m_manager));
        case 2:
            return told("close", shifts.close(m_manager, open->id));
        default:
            return told("cash", shifts.move(m_manager, CashMoveKind(roll(3)), euro(roll(3) * 100), QStringLiteral("change")));
        }
    }

    QString correct()
    {
        if (m_orders.empty())
            return QStringLiteral("no order");
        const auto order = must(m_office->orders().find(any(m_orders)));
        if (order.payments.empty())
            return QStringLiteral("nothing paid");
        const Tender tender = roll(2) ? Tender::Cash : Tender::Card;
        return told("correct", m_office->tenders().correct(m_manager, {order.id, any(order.payments).id, tender, tender == Tender::Card ? QStringLiteral("0815") : QString()}));
    }

    QString abandon()
    {
        return m_carts.empty() ? QStringLiteral("no cart") : told("abandon", m_cards->abandon(system(), any(m_carts)));
    }

    QString time()
    {
        m_timer.advance(roll(5) ? std::chrono::minutes(roll(30)) : 4h); // the matinee is over, some time
        return told("sweep", m_office->inventory().sweep());
    }

    QString owed()
    {
        const auto owed = must(m_office->owedMoney().list());
        return owed.empty() ? QStringLiteral("nothing owed") : told("owed", m_office->owedMoney().giveBack(system(), owed.front().sale.reservation.id, Tender::Cash));
    }

    QString reprint()
    {
        if (m_orders.empty())
            return QStringLiteral("no order");
        const auto tickets = someTickets(any(m_orders));
        return told("reprint", m_office->writer().write([&](Work &work) { return TicketChanges::noteReprint(work, system(), tickets); }));
    }

    QString scan()
    {
        if (m_orders.empty())
            return QStringLiteral("no order");
        const auto order = must(m_office->orders().find(any(m_orders)));
        const Ticket &ticket = any(order.lines).ticket;
        return told("scan", m_office->admissions().scan(system(), {ticket.number.toString(), roll(5) ? ticket.event : m_club.id, roll(3) ? Passing::In : Passing::Out}));
    }

    QString archive()
    {
        const std::array events{roll(3) ? m_matinee.id : m_club.id};
        return roll(3) ? told("archive", m_office->archive().archive(system(), events)) : told("bring back", m_office->archive().bringBack(system(), events));
    }

    /// What is in carts already keeps its price.
    QString price()
    {
        const TicketType &type = any(m_hamlet.ticketTypes);
        const Instant now = box.clock().now();
        return told("price", m_office->catalogue().setPriceFrom(system(), any(type.priceLevels).id, euro(roll(5000)), now + std::chrono::minutes(roll(60)), now + 3h));
    }

    /// A line of a cart is given up, or a discount taken off.
    QString tidyCart()
    {
        const auto made = cart();
        if (!made)
            return QStringLiteral("nothing reserved");
        m_carts.push_back(made->id);
        if (!made->discounts.empty() && roll(2))
            return told("take off", m_office->discounts().takeOff(system(), made->id, any(made->discounts).id));
        const std::array line{any(made->lines).id};
        return told("remove", m_office->inventory().removeLines(system(), made->id, line));
    }

public:
    TestDatabase box;

private:
    SeededRandom m_random;
    SetTimer m_timer;
    std::unique_ptr<BoxOffice> m_office;
    std::unique_ptr<SandboxGateway> m_bank;
    std::unique_ptr<CardPayments> m_cards;
    std::unique_ptr<PaidExchanges> m_exchanges;
    std::unique_ptr<CardDeposits> m_deposits;
    std::shared_ptr<int> m_owner = std::make_shared<int>();
    Event m_hamlet;
    Event m_club;
    Event m_matinee;
    std::vector<PlanSeat> m_seats;
    Actor m_manager;
    StaffId m_cashier;
    std::vector<CustomerId> m_people;
    std::vector<AccountId> m_wallets;
    std::vector<OrderId> m_orders;
    std::vector<ReservationId> m_carts;
    int m_keys = 0;
    int m_done = 0;
};

} // namespace foyer::test
