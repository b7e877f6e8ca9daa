// SoldHouse: a box office of seasons that are sold. A few weeks are sold through the verbs themselves; then statements repeat their
// rows, with ids, numbers, days and people of their own, until there are as many tickets as wanted. What nothing is found by
// (payments, transfers, records of the journal) is not repeated.
#pragma once

#include "tests/support/builders.h"

namespace foyer::bench {

/// What is typed later: it was there when it was sold.
struct Sample {
    Order order;
    QString code; ///< of its first ticket
};

class SoldHouse
{
public:
    static constexpr int Remembered = 40;

    /// `kind`: "sqlite" or "postgres".
    SoldHouse(const QString &kind, int tickets, int people);

    BoxOffice &office() { return *m_office; }
    const std::vector<Sample> &samples() const { return m_samples; }
    const std::vector<Customer> &customers() const { return m_known; }
    const std::vector<ReservationId> &webCarts() const { return m_webCarts; }
    qint64 tickets() const { return m_tickets; }

private:
    void addPeople(int people);
    void sellEvening(int orders);
    void giveUpCarts(const Event &event, const std::vector<PlanSeat> &seats);
    void sellBatch(const Event &event, const std::vector<PlanSeat> &seats, int from, int count);
    void nameCarts(const std::vector<ReservationId> &carts);
    void remember(const Order &order);
    void repeat(int times);

    test::TestDatabase m_box;
    std::unique_ptr<BoxOffice> m_office;
    std::vector<Customer> m_known;
    std::vector<Sample> m_samples;
    std::vector<ReservationId> m_webCarts;
    qint64 m_tickets = 0;
    qint64 m_seen = 0;
    qint64 m_named = 0;
    int m_evenings = 0;
};

} // namespace foyer::bench
