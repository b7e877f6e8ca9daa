// PlanTill: a till where tickets were sold that somebody wants to exchange, with a bank and a program that can be started anew.
#pragma once

#include "core/payment/sandboxgateway.h"
#include "core/services/paidexchanges.h"
#include "core/services/verifier.h"
#include "core/storage/keystore.h"
#include "core/storage/terminal_store.h"
#include "core/storage/writer.h"
#include "tests/support/builders.h"
#include "tests/support/settimer.h"

namespace foyer::test {

using namespace std::chrono_literals;

/// Two seats for Hamlet at 27.00, paid in cash; 39.00 in the lounge. The opera costs 32.00.
struct PlanTill
{
    explicit PlanTill(const QString &database)
        : box(database), timer(Evening, [this](Instant at) { box.setTime(at); }), office(box.open())
    {
        bank = must(SandboxGateway::open({}, box.clock(), timer.later()));
        hamlet = anEvent(*office).withSeats(1, 5, 2700).withLevel(QStringLiteral("Lounge"), 3900).add();
        opera = anEvent(*office).named(QStringLiteral("Opera")).withGeneral(QStringLiteral("Circle"), 100, 3200).add();
        const auto seats = seatsOf(*office, hamlet);
        sale = test::sell(*office, {seat(hamlet, 0, seats[0].id), seat(hamlet, 0, seats[1].id)});
        restart();
    }

    /// Another run of the program: what was in memory is gone, the database and the bank are as they were.
    void restart()
    {
        exchanges.reset();
        cards.reset();
        office.reset();
        office = box.open();
        cards = std::make_unique<CardPayments>(office->checkout(), *bank, box.clock(), timer.later());
        exchanges = std::make_unique<PaidExchanges>(office->exchangePlans(), office->checkout(), *cards);
        cards->onChange([this](const CheckoutState &state) { changes.push_back(state); });
    }

    void resume()
    {
        must(cards->resume());
        must(exchanges->resume());
        timer.advance(2min);
    }

    Actor system() const { return office->system(); }
    Reservation twoForTheOpera() { return hold(*office, {places(opera, 0, 2)}); }
    ExchangeWish wish(const Reservation &cart, const QString &key = QStringLiteral("x")) const { return {sale.id, {}, cart.id, {}, key, {}}; }
    LevelWish lounge(const QString &key = QStringLiteral("l")) const { return {sale.id, {}, hamlet.ticketTypes[0].priceLevels[1].id, {}, key, {}, {}}; }
    void charge(ReservationId cart, qint64 cents, const QString &key = QStringLiteral("k"), const QString &token = {})
    {
        cards->charge(system(), {cart, euro(cents), token, key}, owner, [this](const Result<CheckoutState> &answer) { answers.push_back(answer); });
    }
    CheckoutState find(ReservationId cart) { return must(office->checkout().find(cart)); }
    Money banked() const { return bank->books().balance(Currency()); }
    Money total(OrderId order) { return must(office->orders().find(order)).total; }
    int validTickets(OrderId order)
    {
        const auto lines = must(office->orders().find(order)).lines;
        return int(std::count_if(lines.begin(), lines.end(), [](const OrderLine &line) { return line.ticket.state == TicketState::Valid; }));
    }
    int free(const Event &event) { return must(office->inventory().availability(std::array{event.id})).front().total().available(); }

    QString breaches()
    {
        const auto db = Database::open(box.url(), Database::Mode::Read, box.clock());
        return must(Verifier(*db, KeyStore(box.keyFolder()).marks(terminal_store::all(*db))).verify()).breaches.join(u'\n');
    }

    TestDatabase box;
    SetTimer timer;
    std::unique_ptr<BoxOffice> office;
    std::unique_ptr<SandboxGateway> bank;
    std::unique_ptr<CardPayments> cards;
    std::unique_ptr<PaidExchanges> exchanges;
    Event hamlet;
    Event opera;
    Order sale;
    std::shared_ptr<int> owner = std::make_shared<int>();
    std::vector<Result<CheckoutState>> answers;
    std::vector<CheckoutState> changes;
};

} // namespace foyer::test
