#include "ui/sell/cart.h"

namespace foyer {
namespace {

bool endsTheCart(ErrorCode code)
{
    return code == ErrorCode::ReservationExpired || code == ErrorCode::ReservationEnded;
}

} // namespace

Cart::Cart(Backend &backend, Monotonic now, QObject *parent) : QObject(parent), m_backend(backend), m_now(std::move(now)) {}

Milliseconds Cart::left() const
{
    return std::max(Milliseconds(0), (m_reservation.expiresAt - m_reservation.createdAt) - (m_now() - m_began));
}

int Cart::quantity(PriceLevelId level) const
{
    int sum = 0;
    for (const ReservationLine &line : m_reservation.lines)
        if (line.priceLevel == level && line.seat.isNull())
            sum += line.quantity;
    return sum;
}

void Cart::add(const Wishes &wishes)
{
    enqueue([wishes](Desk &desk, const Actor &actor, const Reservation &now) -> Result<Change> {
        auto reserved = desk.office.inventory().reserve(actor, ReserveRequest{now.id, Channel::Counter, wishes});
        if (!reserved)
            return fail(reserved.error());
        return Change{std::move(*reserved)};
    }, wishes);
}

void Cart::addBest(const BestRequest &request)
{
    enqueue([request](Desk &desk, const Actor &actor, const Reservation &now) -> Result<Change> {
        BestRequest wish = request;
        wish.into = now.id;
        auto reserved = desk.office.inventory().reserveBest(actor, wish);
        if (!reserved)
            return fail(reserved.error());
        return Change{std::move(reserved->reservation), 0, false, reserved->groups};
    }, {}, [this](const Change &change) {
        if (change.groups > 1)
            Q_EMIT split(change.groups);
    });
}

void Cart::setQuantity(EventId event, PriceLevelId level, int quantity)
{
    // A line for each place, so that single ones can be given back.
    const auto verb = [event, level, quantity](Desk &desk, const Actor &actor, const Reservation &now) -> Result<Change> {
        std::vector<ReservationLineId> lines;
        for (const ReservationLine &line : now.lines)
            if (line.priceLevel == level && line.seat.isNull())
                lines.push_back(line.id);
        if (int(lines.size()) > quantity)
            return removeLines(desk, actor, now, {lines.begin() + quantity, lines.end()});
        if (int(lines.size()) == quantity)
            return now.id.isNull() ? Change{} : Change{now};
        const Wishes wishes(size_t(quantity) - lines.size(), ReserveLine{event, level, SeatId(), 1});
        auto reserved = desk.office.inventory().reserve(actor, ReserveRequest{now.id, Channel::Counter, wishes});
        if (!reserved)
            return fail(reserved.error());
        return Change{std::move(*reserved)};
    };
    enqueue(verb);
}

void Cart::remove(const std::vector<ReservationLineId> &lines)
{
    enqueue([lines](Desk &desk, const Actor &actor, const Reservation &now) { return removeLines(desk, actor, now, lines); });
}

Result<Cart::Change> Cart::removeLines(Desk &desk, const Actor &actor, const Reservation &now, const std::vector<ReservationLineId> &lines)
{
    auto kept = desk.office.inventory().removeLines(actor, now.id, lines);
    if (!kept)
        return fail(kept.error());
    if (!kept->lines.empty())
        return Change{std::move(*kept)};
    // The next place begins a new quarter of an hour.
    if (const auto released = desk.office.inventory().release(actor, now.id); !released)
        return fail(released.error());
    return Change{};
}

void Cart::setPriceLevel(const std::vector<ReservationLineId> &lines, PriceLevelId level)
{
    enqueue([lines, level](Desk &desk, const Actor &actor, const Reservation &now) -> Result<Change> {
        Change change{now};
        for (const ReservationLineId line : lines) {
            auto priced = desk.office.inventory().setPriceLevel(actor, now.id, line, level);
            if (!priced)
                return fail(priced.error());
            change.reservation = std::move(*priced);
        }
        return change;
    });
}

void Cart::extend()
{
    if (isEmpty())
        return;
    enqueue([](Desk &desk, const Actor &actor, const Reservation &now) -> Result<Change> {
        auto extended = desk.office.inventory().extend(actor, now.id);
        if (!extended)
            return fail(extended.error());
        return Change{std::move(*extended)};
    });
}

void Cart::empty()
{
    if (isEmpty())
        return;
    enqueue([](Desk &desk, const Actor &actor, const Reservation &now) -> Result<Change> {
        if (const auto released = desk.office.inventory().release(actor, now.id); !released)
            return fail(released.error());
        return Change{};
    }, {}, [this, held = wishesOf(m_reservation), customer = m_reservation.customer](const Change &) {
        m_emptied = held;
        m_lostCustomer = customer;
        Q_EMIT emptied();
    });
}

void Cart::reserveAgain()
{
    const Wishes wishes = hasExpired() ? m_lost : m_emptied;
    if (wishes.empty())
        return;
    enqueue([wishes, customer = m_lostCustomer](Desk &desk, const Actor &actor, const Reservation &now) {
        auto change = reserveWhatIsFree(desk, actor, now, wishes);
        if (change && !customer.isNull() && desk.office.customers().assign(actor, change->reservation->id, customer))
            change->reservation->customer = customer;
        return change;
    }, wishes, [this](const Change &change) { Q_EMIT reservedAgain(change.missing); });
}

Result<Cart::Change> Cart::reserveWhatIsFree(Desk &desk, const Actor &actor, const Reservation &now, const Wishes &wishes)
{
    Inventory &inventory = desk.office.inventory();
    if (auto all = inventory.reserve(actor, ReserveRequest{now.id, Channel::Counter, wishes}))
        return Change{std::move(*all)};
    Change change;
    std::optional<Error> refusal;
    ReservationId into = now.id;
    for (const ReserveLine &wish : wishes) {
        auto one = inventory.reserve(actor, ReserveRequest{into, Channel::Counter, {wish}});
        if (!one) {
            refusal = one.error();
            ++change.missing;
            continue;
        }
        into = one->id;
        change.reservation = std::move(*one);
    }
    if (!change.reservation)
        return fail(*refusal);
    return change;
}

void Cart::takeUp(ReservationId reservation)
{
    enqueue([reservation](Desk &desk, const Actor &, const Reservation &) -> Result<Change> {
        auto found = desk.office.inventory().find(reservation);
        if (!found)
            return fail(found.error());
        if (found->state == ReservationState::Expired)
            return fail(ErrorCode::ReservationExpired);
        if (found->state != ReservationState::Active || found->lines.empty())
            return Change{};
        return Change{std::move(*found), 0, true};
    });
}

void Cart::park(const QString &label)
{
    if (isEmpty())
        return;
    enqueue([label](Desk &desk, const Actor &actor, const Reservation &now) -> Result<Change> {
        if (const auto done = desk.office.parking().park(actor, now.id, label); !done)
            return fail(done.error());
        return Change{};
    }, {}, [this, before = m_reservation](const Change &) { Q_EMIT parked(before); });
}

void Cart::recall(ReservationId parked)
{
    enqueue([parked](Desk &desk, const Actor &actor, const Reservation &now) -> Result<Change> {
        auto taken = desk.office.parking().recall(actor, parked);
        if (!taken)
            return fail(taken.error());
        auto change = taken->reservation.state == ReservationState::Active ? Result<Change>(Change{taken->reservation, 0, true, 1, taken->left})
                                                                          : reserveAsBefore(desk, actor, taken->reservation);
        // The customer at the counter waits now. When the clock was faster than this, there is nothing left to park.
        if (change && !now.lines.empty())
            (void)desk.office.parking().park(actor, now.id, {});
        return change;
    }, {}, [this](const Change &change) {
        Q_EMIT recalled();
        Q_EMIT reservedAgain(change.missing);
    });
}

Result<Cart::Change> Cart::reserveAsBefore(Desk &desk, const Actor &actor, const Reservation &before)
{
    auto change = reserveWhatIsFree(desk, actor, {}, wishesOf(before));
    if (change && !before.customer.isNull() && desk.office.customers().assign(actor, change->reservation->id, before.customer))
        change->reservation->customer = before.customer;
    return change;
}

void Cart::setCustomer(CustomerId customer)
{
    if (isEmpty())
        return;
    enqueue([customer](Desk &desk, const Actor &actor, const Reservation &now) -> Result<Change> {
        if (const auto done = desk.office.customers().assign(actor, now.id, customer); !done)
            return fail(done.error());
        Change change{now};
        change.reservation->customer = customer;
        return change;
    });
}

void Cart::forget()
{
    ++m_generation;
    m_queue.clear();
    m_running = false;
    m_reservation = {};
    m_lost.clear();
    m_emptied.clear();
    Q_EMIT changed();
}

void Cart::expire()
{
    if (isEmpty())
        return;
    const Wishes held = wishesOf(m_reservation);
    const CustomerId customer = m_reservation.customer;
    const Milliseconds lifetime = m_reservation.lifetime;
    forget();
    m_lost = held;
    m_lostCustomer = customer;
    Q_EMIT expired(lifetime);
}

Cart::Wishes Cart::wishesOf(const Reservation &reservation)
{
    Wishes wishes;
    for (const ReservationLine &line : reservation.lines)
        wishes.push_back({line.event, line.priceLevel, line.seat, line.quantity});
    return wishes;
}

void Cart::enqueue(Verb verb, Wishes wishes, Then then)
{
    m_queue.push_back({std::move(verb), std::move(wishes), std::move(then)});
    if (!m_running)
        runNext();
}

void Cart::runNext()
{
    if (m_queue.empty())
        return;
    Step step = std::move(m_queue.front());
    m_queue.pop_front();
    m_running = true;
    const auto verb = [verb = std::move(step.verb), actor = m_actor, now = m_reservation](Desk &desk) { return verb(desk, actor, now); };
    m_backend.run(this, verb, [this, wishes = step.wishes, then = step.then, generation = m_generation](Result<Change> answer) {
        if (generation != m_generation)
            return;
        m_running = false;
        if (answer) {
            accept(*answer);
            if (then)
                then(*answer);
        } else if (endsTheCart(answer.error().code)) {
            expire();
        } else {
            Q_EMIT changed(); // steppers go back to what is
            Q_EMIT refused(answer.error(), wishes);
        }
        if (!m_running)
            runNext();
    });
}

void Cart::accept(const Change &change)
{
    const Reservation before = std::exchange(m_reservation, change.reservation.value_or(Reservation()));
    if (change.left)
        m_began = m_now() + *change.left - (m_reservation.expiresAt - m_reservation.createdAt);
    else if (m_reservation.id != before.id)
        m_began = m_now() - (change.isOlder ? m_backend.clock().now() - m_reservation.createdAt : Milliseconds(0));
    m_lost.clear();
    m_emptied.clear();
    Q_EMIT changed();
}

} // namespace foyer
