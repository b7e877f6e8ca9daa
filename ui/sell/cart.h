// Cart: the reservation on the screen and the verbs that change it; one at a time, in the order they were asked for.
#pragma once

#include "ui/backend/backend.h"

#include <QtCore/QStringList>

#include <deque>

namespace foyer {

/// The database judges every wish; the cart shows what it answered.
class Cart final : public QObject
{
    Q_OBJECT

public:
    using Monotonic = std::function<Milliseconds()>;
    using Wishes = std::vector<ReserveLine>;

    Cart(Backend &backend, Monotonic now, QObject *parent = nullptr);

    void setActor(const Actor &actor) { m_actor = actor; }

    const Reservation &reservation() const { return m_reservation; }
    bool isEmpty() const { return m_reservation.lines.empty(); }
    /// Its time is over and it was not reserved again yet.
    bool hasExpired() const { return !m_lost.empty(); }
    bool isBusy() const { return m_running || !m_queue.empty(); }
    /// By the program's own monotonic time since the reservation began: no computer's clock has a say in it.
    Milliseconds left() const;
    /// Places of a general price level in this cart.
    int quantity(PriceLevelId level) const;

    void add(const Wishes &wishes);
    /// The best seats there are, chosen and reserved in one step.
    void addBest(const BestRequest &request);
    /// Reserves or gives back as many places of a general price level as are missing or too many.
    void setQuantity(EventId event, PriceLevelId level, int quantity);
    void remove(const std::vector<ReservationLineId> &lines);
    void setPriceLevel(const std::vector<ReservationLineId> &lines, PriceLevelId level);
    void extend();
    void empty();
    /// Reserves again what empty() gave back or what time took, as far as it is still free.
    void reserveAgain();
    /// Takes up a reservation that comes back from being paid: the cart again if it still is one, else an empty cart.
    void takeUp(ReservationId reservation);
    /// Sets it aside for any till to take up; the cart is empty then.
    void park(const QString &label);
    /// Takes up a parked cart. What is in this one is parked meanwhile; what the clock took is reserved anew.
    void recall(ReservationId parked);
    /// A null id takes the customer off.
    void setCustomer(CustomerId customer);
    /// A promo code. Into an empty cart it waits for the first ticket that it is for.
    void enterCode(const QString &code);
    /// By hand, by somebody who may; the reservation is this cart's.
    void giveDiscount(const Actor &allowed, const GivenDiscount &given);
    void takeOff(DiscountId discount);
    /// Codes that wait for a ticket.
    const QStringList &waitingCodes() const { return m_waiting; }
    void dropWaitingCode(const QString &code);
    /// After the sale: nothing is given back.
    void forget();
    /// After the database was away: what became of the reservation, and of one that may have been made without an answer.
    /// A cart that ran out meanwhile is reserved again as far as its places are free; restored() tells.
    void lookAgain();

public Q_SLOTS:
    /// The countdown came to its end.
    void expire();

Q_SIGNALS:
    void changed();
    void refused(const foyer::Error &error, const foyer::Cart::Wishes &wishes);
    /// `lifetime`: how long it had been reserved at first.
    void expired(foyer::Milliseconds lifetime);
    /// empty() is done; reserveAgain() undoes it.
    void emptied();
    void reservedAgain(int missing);
    /// park() is done; this is what was parked.
    void parked(const foyer::Reservation &reservation);
    void recalled();
    /// The best seats were not to be had side by side.
    void split(int groups);
    /// lookAgain() had to reserve anew: so many places, and so many that others have now, as far as they have names.
    void restored(int places, int missing, const QStringList &gone);

private:
    struct Change {
        std::optional<Reservation> reservation; ///< none: the cart is empty now
        int missing = 0;
        Milliseconds age{0};       ///< how long ago it was made, when this cart did not make it
        QStringList gone = {};     ///< seats that are missing
        bool isRestored = false;   ///< it ran out and was reserved anew
        int groups = 1;            ///< the best seats were found in so many
        QStringList waiting = {};  ///< codes that wait for a ticket that they are for
        QStringList codes = {};    ///< that it had when it ran out
    };

    /// What a verb works with.
    struct Turn {
        Actor actor;
        Reservation now;
        ReservationId fresh; ///< the id of a reservation that it may make
    };
    using Verb = std::function<Result<Change>(Desk &, const Turn &)>;
    using Then = std::function<void(const Change &)>;
    struct Step {
        Verb verb;
        Wishes wishes; ///< what a refusal is about
        Then then;
    };

    void enqueue(Verb verb, Wishes wishes = {}, Then then = {});
    void runNext();
    void accept(const Change &change, Milliseconds asked);
    void enterCodes(const QStringList &codes);
    void wait(const QStringList &codes);
    static Wishes wishesOf(const Reservation &reservation);
    static QStringList codesOf(const Reservation &reservation);
    static Result<Change> enter(Desk &desk, const Turn &turn, const QString &code, bool mayWait);
    static Result<Change> reserve(Desk &desk, const Turn &turn, const Wishes &wishes);
    static Result<Change> removeLines(Desk &desk, const Turn &turn, const std::vector<ReservationLineId> &lines);
    static Result<Change> reserveWhatIsFree(Desk &desk, Turn turn, const Wishes &wishes);
    static Result<Change> recover(Desk &desk, const Turn &turn, const std::vector<ReservationId> &doubtful, const Wishes &wishes);
    static Result<Change> reserveAsBefore(Desk &desk, const Turn &turn, const Reservation &before);

    Backend &m_backend;
    Monotonic m_now;
    Actor m_actor;
    Reservation m_reservation;
    Milliseconds m_began{0}; ///< monotonic time of m_reservation.createdAt
    Wishes m_lost;           ///< what an expired cart held
    Wishes m_emptied;        ///< what an emptied cart held
    /// May have been made although no answer came. Given back when found, unless the cart needs it.
    std::vector<ReservationId> m_doubtful;
    CustomerId m_lostCustomer; ///< whom either of them was for
    QStringList m_lostCodes;   ///< that either of them had
    QStringList m_waiting;
    std::deque<Step> m_queue;
    bool m_running = false;
    int m_generation = 0; ///< answers to an earlier cart are dropped
};

} // namespace foyer
