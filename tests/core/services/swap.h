// Swap: an order of five seats, and two other events that somebody may want instead.
#pragma once

#include "core/services/verifier.h"
#include "core/storage/terminal_store.h"
#include "core/storage/writer.h"
#include "tests/support/builders.h"

namespace foyer::test {

/// Five seats for Hamlet at 27.00: 100.00 by card, 35.00 in cash. The opera costs 32.00 and a fee of 1.00, the club 12.00.
class Swap
{
public:
    explicit Swap(const QString &database) : box(database), office(box.open())
    {
        hamlet = anEvent(*office).withSeats(2, 5, 2700).add();
        opera = anEvent(*office).named(QStringLiteral("Opera")).withGeneral(QStringLiteral("Circle"), 100, 3200).withFee(100).add();
        club = anEvent(*office).named(QStringLiteral("Club")).withGeneral(QStringLiteral("Floor"), 100, 1200).add();
        std::vector<ReserveLine> lines;
        for (const PlanSeat &place : seatsOf(*office, hamlet))
            if (lines.size() < 5)
                lines.push_back(seat(hamlet, 0, place.id));
        const auto cart = hold(*office, lines);
        payByCard(cart.id, euro(10000));
        sale = *pay(cart.id, Tender::Cash, euro(3500)).order;
    }

    CheckoutState pay(ReservationId cart, Tender tender, Money amount)
    {
        return must(office->checkout().pay(office->system(), {cart, tender, amount, {}, nextKey()}));
    }

    void payByCard(ReservationId cart, Money amount)
    {
        const auto state = pay(cart, Tender::Card, amount);
        must(office->checkout().settle({state.payments.back().id, {GatewayOutcome::Kind::Captured, nextKey(), {}}}));
    }

    QString nextKey() { return QStringLiteral("key %1").arg(++m_keys); }

    std::vector<TicketId> tickets(const Order &order, size_t from, size_t count) const
    {
        std::vector<TicketId> out;
        for (size_t i = from; i < from + count; ++i)
            out.push_back(order.lines.at(i).ticket.id);
        return out;
    }

    ExchangeWish wish(const Order &order, std::vector<TicketId> tickets, const Reservation &cart, std::optional<Money> cash = {})
    {
        ExchangeWish out{order.id, std::move(tickets), cart.id, {}, {}};
        if (cash)
            out.payment = PayRequest{cart.id, Tender::Cash, *cash, {}, nextKey()};
        return out;
    }

    Result<ExchangeMade> exchange(const ExchangeWish &wish) { return office->exchanges().exchange(office->system(), wish); }

    /// Two of the five seats for two places at the opera: 54.00 count towards 66.00.
    ExchangeMade twoForTheOpera()
    {
        return must(exchange(wish(sale, tickets(sale, 0, 2), hold(*office, {places(opera, 0, 2)}), euro(1200))));
    }

    OrderDetail detail(OrderId order) { return must(office->orderDetails().of(order)); }
    int sold(const Event &event) { return must(office->inventory().availability(std::array{event.id})).front().total().sold; }

    /// What went back of a tender so far over all orders, on its way or there.
    Money given(Tender tender, std::initializer_list<OrderId> orders)
    {
        Money sum = euro(0);
        for (const OrderId order : orders)
            for (const Payment &payment : must(office->orders().find(order)).payments)
                if (payment.kind == PaymentKind::Refund && payment.tender == tender)
                    sum += payment.amount;
        return sum;
    }

    QStringList breaches()
    {
        const auto db = Database::open(box.url(), Database::Mode::Read, box.clock());
        return must(Verifier(*db, KeyStore(box.keyFolder()).marks(terminal_store::all(*db))).verify()).breaches;
    }

    TestDatabase box;
    std::unique_ptr<BoxOffice> office;
    Event hamlet;
    Event opera;
    Event club;
    Order sale;

private:
    int m_keys = 0;
};

} // namespace foyer::test
