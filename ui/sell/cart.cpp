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
    enqueue([wishes](Desk &desk, const Turn &turn) { return reserve(desk, turn, wishes); }, wishes);
}

Result<Cart::Change> Cart::reserve(Desk &desk, const Turn &turn, const Wishes &wishes)
{
    auto reserved = desk.office.inventory().reserve(turn.actor, ReserveRequest{turn.now.id, Channel::Counter, wishes, turn.fresh});
    if (!reserved)
        return fail(reserved.error());
    return Change{std::move(*reserved)};
}

void Cart::addBest(const BestRequest &request)
{
    enqueue([request](Desk &desk, const Turn &turn) -> Result<Change> {
        BestRequest wish = request;
        wish.into = turn.now.id;
        wish.fresh = turn.fresh;
        auto reserved = desk.office.inventory().reserveBest(turn.actor, wish);
        if (!reserved)
            return fail(reserved.error());
        Change change{std::move(reserved->reservation)};
        change.groups = reserved->groups;
        return change;
    }, {}, [this](const Change &change) {
        if (change.groups > 1)
            Q_EMIT split(change.groups);
    });
}

void Cart::setQuantity(EventId event, PriceLevelId level, int quantity)
{
    // A line for each place, so that single ones can be given back.
    const auto verb = [event, level, quantity](Desk &desk, const Turn &turn) -> Result<Change> {
        std::vector<ReservationLineId> lines;
        for (const ReservationLine &line : turn.now.lines)
            if (line.priceLevel == level && line.seat.isNull())
                lines.push_back(line.id);
        if (int(lines.size()) > quantity)
            return removeLines(desk, turn, {lines.begin() + quantity, lines.end()});
        if (int(lines.size()) == quantity)
            return turn.now.id.isNull() ? Change{} : Change{turn.now};
        return reserve(desk, turn, Wishes(size_t(quantity) - lines.size(), ReserveLine{event, level, SeatId(), 1}));
    };
    enqueue(verb);
}

void Cart::remove(const std::vector<ReservationLineId> &lines)
{
    enqueue([lines](Desk &desk, const Turn &turn) { return removeLines(desk, turn, lines); });
}

Result<Cart::Change> Cart::removeLines(Desk &desk, const Turn &turn, const std::vector<ReservationLineId> &lines)
{
    auto kept = desk.office.inventory().removeLines(turn.actor, turn.now.id, lines);
    if (!kept)
        return fail(kept.error());
    if (!kept->lines.empty())
        return Change{std::move(*kept)};
    // The next place begins a new quarter of an hour.
    if (const auto released = desk.office.inventory().release(turn.actor, turn.now.id); !released)
        return fail(released.error());
    return Change{};
}

void Cart::setPriceLevel(const std::vector<ReservationLineId> &lines, PriceLevelId level)
{
    enqueue([lines, level](Desk &desk, const Turn &turn) -> Result<Change> {
        Change change{turn.now};
        for (const ReservationLineId line : lines) {
            auto priced = desk.office.inventory().setPriceLevel(turn.actor, turn.now.id, line, level);
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
    enqueue([](Desk &desk, const Turn &turn) -> Result<Change> {
        auto extended = desk.office.inventory().extend(turn.actor, turn.now.id);
        if (!extended)
            return fail(extended.error());
        return Change{std::move(*extended)};
    });
}

void Cart::empty()
{
    if (isEmpty())
        return;
    enqueue([](Desk &desk, const Turn &turn) -> Result<Change> {
        if (const auto released = desk.office.inventory().release(turn.actor, turn.now.id); !released)
            return fail(released.error());
        return Change{};
    }, {}, [this, held = wishesOf(m_reservation), customer = m_reservation.customer, codes = codesOf(m_reservation)](const Change &) {
        m_emptied = held;
        m_lostCustomer = customer;
        m_lostCodes = codes;
        Q_EMIT emptied();
    });
}

void Cart::reserveAgain()
{
    const Wishes wishes = hasExpired() ? m_lost : m_emptied;
    if (wishes.empty())
        return;
    enqueue([wishes, customer = m_lostCustomer](Desk &desk, const Turn &turn) {
        auto change = reserveWhatIsFree(desk, turn, wishes);
        if (change && change->reservation && !customer.isNull() && desk.office.customers().assign(turn.actor, change->reservation->id, customer))
            change->reservation->customer = customer;
        return change;
    }, wishes, [this, codes = m_lostCodes](const Change &change) {
        Q_EMIT reservedAgain(change.missing);
        enterCodes(codes);
    });
}

Result<Cart::Change> Cart::reserveWhatIsFree(Desk &desk, Turn turn, const Wishes &wishes)
{
    if (auto all = reserve(desk, turn, wishes))
        return all;
    Change change;
    std::optional<Error> refusal;
    for (const ReserveLine &wish : wishes) {
        auto one = reserve(desk, turn, {wish});
        if (!one) {
            refusal = one.error();
            change.missing += wish.quantity;
            if (refusal->code == ErrorCode::SeatTaken)
                change.gone += refusal->args;
            continue;
        }
        turn.now.id = one->reservation->id;
        change.reservation = std::move(one->reservation);
    }
    const bool nothingLeft = !change.reservation && refusal->code != ErrorCode::SeatTaken && refusal->code != ErrorCode::SoldOut;
    return nothingLeft ? Result<Change>(fail(*refusal)) : change;
}

void Cart::lookAgain()
{
    if (isEmpty() && m_doubtful.empty())
        return;
    const std::vector<ReservationId> doubtful = m_doubtful;
    const auto verb = [doubtful, wishes = wishesOf(m_reservation)](Desk &desk, const Turn &turn) { return recover(desk, turn, doubtful, wishes); };
    enqueue(verb, {}, [this, doubtful, codes = codesOf(m_reservation)](const Change &change) {
        std::erase_if(m_doubtful, [&](ReservationId id) { return std::find(doubtful.begin(), doubtful.end(), id) != doubtful.end(); });
        if (change.isRestored)
            enterCodes(codes);
        if (change.isRestored)
            Q_EMIT restored(change.reservation ? change.reservation->places() : 0, change.missing, change.gone);
    });
}

Result<Cart::Change> Cart::recover(Desk &desk, const Turn &turn, const std::vector<ReservationId> &doubtful, const Wishes &wishes)
{
    Inventory &inventory = desk.office.inventory();
    const auto now = desk.office.now();
    if (!now)
        return fail(now.error());
    std::optional<Reservation> stray;
    for (const ReservationId id : doubtful) {
        auto found = inventory.find(id);
        if (!found && found.error().code != ErrorCode::NotFound)
            return fail(found.error());
        if (!found || found->state != ReservationState::Active || !found->isLive(*now))
            continue;
        if (stray)
            (void)inventory.release(turn.actor, stray->id); // its time ends it in any case
        stray = std::move(*found);
    }
    if (stray && turn.now.lines.empty())
        return Change{stray, 0, *now - stray->createdAt};
    if (stray) { // nobody was ever told of it
        if (const auto released = inventory.release(turn.actor, stray->id); !released)
            return fail(released.error());
    }
    if (turn.now.lines.empty())
        return Change{};
    auto found = inventory.find(turn.now.id);
    if (!found && found.error().code != ErrorCode::NotFound)
        return fail(found.error());
    if (found && (found->isLive(*now) || found->state == ReservationState::Completed))
        return Change{std::move(*found)};
    Turn anew = turn;
    anew.now = {};
    auto change = reserveWhatIsFree(desk, anew, wishes);
    if (change)
        change->isRestored = true;
    return change;
}

void Cart::takeUp(ReservationId reservation)
{
    enqueue([reservation](Desk &desk, const Turn &) -> Result<Change> {
        const auto now = desk.office.now();
        auto found = desk.office.inventory().find(reservation);
        if (!found || !now)
            return fail(found ? now.error() : found.error());
        if (found->state == ReservationState::Expired)
            return fail(ErrorCode::ReservationExpired);
        if (found->state != ReservationState::Active || found->lines.empty())
            return Change{};
        const Milliseconds age = *now - found->createdAt;
        return Change{std::move(*found), 0, age};
    });
}

void Cart::park(const QString &label)
{
    if (isEmpty())
        return;
    enqueue([label](Desk &desk, const Turn &turn) -> Result<Change> {
        if (const auto done = desk.office.parking().park(turn.actor, turn.now.id, label); !done)
            return fail(done.error());
        return Change{};
    }, {}, [this, before = m_reservation](const Change &) {
        m_waiting.clear(); // the next cart is somebody else's
        Q_EMIT parked(before);
    });
}

void Cart::recall(ReservationId parked)
{
    enqueue([parked](Desk &desk, const Turn &turn) -> Result<Change> {
        auto taken = desk.office.parking().recall(turn.actor, parked);
        if (!taken)
            return fail(taken.error());
        const Reservation &found = taken->reservation;
        auto change = found.state == ReservationState::Active ? Result<Change>(Change{found, 0, found.expiresAt - found.createdAt - taken->left})
                                                              : reserveAsBefore(desk, turn, found);
        // The customer at the counter waits now. When the clock was faster than this, there is nothing left to park.
        if (change && !turn.now.lines.empty())
            (void)desk.office.parking().park(turn.actor, turn.now.id, {});
        return change;
    }, {}, [this](const Change &change) {
        Q_EMIT recalled();
        Q_EMIT reservedAgain(change.missing);
        enterCodes(change.codes);
    });
}

Result<Cart::Change> Cart::reserveAsBefore(Desk &desk, const Turn &turn, const Reservation &before)
{
    Turn anew = turn;
    anew.now = {};
    auto change = reserveWhatIsFree(desk, anew, wishesOf(before));
    if (change && !change->reservation && !change->gone.isEmpty())
        return fail(ErrorCode::SeatTaken, {change->gone.join(QStringLiteral(", "))});
    if (change && change->reservation && !before.customer.isNull()
        && desk.office.customers().assign(turn.actor, change->reservation->id, before.customer))
        change->reservation->customer = before.customer;
    if (change)
        change->codes = codesOf(before);
    return change;
}

void Cart::setCustomer(CustomerId customer)
{
    if (isEmpty())
        return;
    enqueue([customer](Desk &desk, const Turn &turn) -> Result<Change> {
        if (const auto done = desk.office.customers().assign(turn.actor, turn.now.id, customer); !done)
            return fail(done.error());
        Change change{turn.now};
        change.reservation->customer = customer;
        return change;
    });
}

void Cart::enterCode(const QString &code)
{
    enqueue([code](Desk &desk, const Turn &turn) { return enter(desk, turn, code, false); }, {}, [this](const Change &change) { wait(change.waiting); });
}

void Cart::wait(const QStringList &codes)
{
    if (codes.isEmpty())
        return;
    m_waiting += codes;
    m_waiting.removeDuplicates();
    Q_EMIT changed();
}

/// Codes that waited, or that a cart had before: one that is not for these tickets goes on waiting.
void Cart::enterCodes(const QStringList &codes)
{
    if (isEmpty())
        return;
    for (const QString &code : codes)
        enqueue([code](Desk &desk, const Turn &turn) { return enter(desk, turn, code, true); }, {}, [this](const Change &change) { wait(change.waiting); });
}

Result<Cart::Change> Cart::enter(Desk &desk, const Turn &turn, const QString &code, bool mayWait)
{
    Discounts &discounts = desk.office.discounts();
    if (turn.now.lines.empty()) {
        const auto promo = discounts.check(code);
        if (!promo)
            return fail(promo.error());
        Change change;
        change.waiting << promo->code;
        return change;
    }
    auto entered = discounts.enter(turn.actor, turn.now.id, code);
    if (entered)
        return Change{std::move(*entered)};
    const bool waits = mayWait && (entered.error().code == ErrorCode::PromoNotForThese || entered.error().code == ErrorCode::PromoNeedsCustomer);
    if (!waits)
        return fail(entered.error());
    Change change{turn.now};
    change.waiting << code;
    return change;
}

void Cart::giveDiscount(const Actor &allowed, const GivenDiscount &given)
{
    enqueue([allowed, given](Desk &desk, const Turn &turn) -> Result<Change> {
        GivenDiscount wanted = given;
        wanted.reservation = turn.now.id;
        auto discounted = desk.office.discounts().give(allowed, wanted);
        if (!discounted)
            return fail(discounted.error());
        return Change{std::move(*discounted)};
    });
}

void Cart::takeOff(DiscountId discount)
{
    enqueue([discount](Desk &desk, const Turn &turn) -> Result<Change> {
        auto changed = desk.office.discounts().takeOff(turn.actor, turn.now.id, discount);
        if (!changed)
            return fail(changed.error());
        return Change{std::move(*changed)};
    });
}

void Cart::dropWaitingCode(const QString &code)
{
    m_waiting.removeAll(code);
    Q_EMIT changed();
}

void Cart::forget()
{
    ++m_generation;
    m_queue.clear();
    m_running = false;
    m_reservation = {};
    m_lost.clear();
    m_emptied.clear();
    m_waiting.clear();
    Q_EMIT changed();
}

void Cart::expire()
{
    if (isEmpty() || m_running || !m_backend.isOnline())
        return; // a verb on its way, lookAgain() too, finds out itself; while the database is away nobody knows
    const Wishes held = wishesOf(m_reservation);
    const CustomerId customer = m_reservation.customer;
    const QStringList codes = codesOf(m_reservation) + m_waiting;
    const Milliseconds lifetime = m_reservation.lifetime;
    forget();
    m_lost = held;
    m_lostCustomer = customer;
    m_lostCodes = codes;
    Q_EMIT expired(lifetime);
}

Cart::Wishes Cart::wishesOf(const Reservation &reservation)
{
    Wishes wishes;
    for (const ReservationLine &line : reservation.lines)
        wishes.push_back({line.event, line.priceLevel, line.seat, line.quantity});
    return wishes;
}

QStringList Cart::codesOf(const Reservation &reservation)
{
    QStringList codes;
    for (const Discount &discount : reservation.discounts)
        if (!discount.isByHand())
            codes << discount.code;
    return codes;
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
    const Turn turn{m_actor, m_reservation, m_backend.makeId<ReservationId>()};
    const auto verb = [verb = std::move(step.verb), turn](Desk &desk) { return verb(desk, turn); };
    const Milliseconds asked = m_now(); // the reservation begins a moment later, so the countdown never promises too much
    m_backend.run(this, verb, [this, asked, fresh = turn.fresh, wishes = step.wishes, then = step.then, generation = m_generation](Result<Change> answer) {
        if (!answer && answer.error().code == ErrorCode::DatabaseUnavailable)
            m_doubtful.push_back(fresh);
        if (generation != m_generation)
            return;
        m_running = false;
        if (answer) {
            accept(*answer, asked);
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

void Cart::accept(const Change &change, Milliseconds asked)
{
    const Reservation before = std::exchange(m_reservation, change.reservation.value_or(Reservation()));
    if (m_reservation.id != before.id)
        m_began = asked - change.age;
    if (change.reservation)
        m_lost.clear();
    m_emptied.clear();
    const auto isSame = [](const ReservationLine &a, const ReservationLine &b) { return a.id == b.id; };
    const bool isOther = m_reservation.customer != before.customer
        || !std::equal(before.lines.begin(), before.lines.end(), m_reservation.lines.begin(), m_reservation.lines.end(), isSame);
    if (isOther && !isEmpty())
        enterCodes(std::exchange(m_waiting, {}));
    Q_EMIT changed();
}

} // namespace foyer
