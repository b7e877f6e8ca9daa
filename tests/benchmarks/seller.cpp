#include "tests/benchmarks/seller.h"

#include "tests/support/builders.h"

namespace foyer::bench {

using test::must;

EventId addEvent(BoxOffice &office, Admission admission, int places)
{
    constexpr int RowLength = 50;
    auto event = test::anEvent(office).startingAt(SystemClock().now() + Milliseconds(24 * 60 * 60'000));
    if (admission == Admission::Seated)
        event.withSeats((places + RowLength - 1) / RowLength, RowLength);
    else
        event.withGeneral(QStringLiteral("Standing"), places, 2500);
    return event.add().id;
}

Seller::Seller(BoxOffice &office, EventId event) : m_office(office), m_event(must(office.catalogue().event(event)))
{
    if (m_event.plan.isNull())
        return;
    for (const PlanSeat &seat : test::seatsOf(office, m_event))
        m_seats.push_back(seat.id);
}

std::vector<ReserveLine> Seller::nextPlaces()
{
    if (m_seats.empty())
        return {test::places(m_event, 0, 2)};
    m_used += 2;
    return {test::seat(m_event, 0, m_seats.at(m_used - 2)), test::seat(m_event, 0, m_seats.at(m_used - 1))};
}

void Seller::sell(int orders)
{
    std::vector<ReserveRequest> wishes;
    for (int i = 0; i < orders; ++i)
        wishes.push_back({{}, Channel::Counter, nextPlaces()});
    std::vector<PayRequest> payments;
    for (const auto &answer : m_office.inventory().reserve(m_office.system(), wishes)) {
        const Reservation cart = must(answer);
        payments.push_back({cart.id, Tender::Cash, cart.total(), {}, cart.id.toString()});
    }
    for (const auto &answer : m_office.checkout().pay(m_office.system(), payments)) {
        if (!must(answer).order)
            qFatal("a paid reservation became no order");
    }
}

} // namespace foyer::bench
