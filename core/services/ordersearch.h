// OrderSearch: any order in a second, by whatever somebody has of it: a number, a code, a seat, a name, a day.
#pragma once

#include "core/base/error.h"
#include "core/domain/orderhead.h"

#include <vector>

namespace foyer {

class Customers;
class Database;
class Writer;

struct OrderHit {
    OrderHead head;
    QString by; ///< the ticket, seat or refund that matched; empty for the order itself
};

/// A reservation that is no order, yet or for ever.
struct ReservationHit {
    Reservation reservation;
    QString customer;
    bool isLive = false; ///< somebody may still pay for it
};

/// What one word may have meant.
struct OrdersFound {
    std::vector<OrderHit> orders;
    std::vector<ReservationHit> reservations;
};

class OrderSearch
{
public:
    static constexpr int MaxListed = 50;
    static constexpr int MaxReservations = 20;

    OrderSearch(Writer &writer, Customers &customers) : m_writer(writer), m_customers(customers) {}

    /// What was typed so far: the beginning of an order's or a ticket's number, the text of a ticket's code, "Stalls 5-12",
    /// a day, or somebody's name, e-mail or phone. Numbers before seats before people. Nothing typed: the latest orders.
    Result<std::vector<OrderHit>> find(const QString &typed);

    /// Reservations that never became an order, also those that ended and those of web shops: by the beginning of their id, by
    /// somebody's name, e-mail or phone, by a seat of events to come, or by the day they were made; the latest first.
    Result<std::vector<ReservationHit>> reservations(const QString &typed);

    /// Both at once, looking for people once. Of nothing typed: the latest orders alone.
    Result<OrdersFound> all(const QString &typed);

private:
    struct Asked;
    Result<Asked> ask(Database &db, const QString &typed);
    static std::vector<OrderHit> orders(Database &db, const Asked &asked);
    static std::vector<ReservationHit> reservations(Database &db, const Asked &asked);
    Result<std::vector<CustomerId>> peopleNamed(const QString &typed);

    Writer &m_writer;
    Customers &m_customers;
};

} // namespace foyer
