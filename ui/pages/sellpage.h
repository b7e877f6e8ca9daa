// SellPage: choosing an event and its places, with the cart beside it.
#pragma once

#include "ui/exchange/exchangeinhand.h"
#include "ui/sell/cart.h"
#include "ui/sell/listedevent.h"
#include "ui/session.h"

#include <QtWidgets/QWidget>

namespace foyer {

class ArchiveDesk;
class CountdownRing;
class EventList;
class ExchangeMode;
class LiveCounts;
class OfferPanel;
class SideColumn;
class Theme;

class SellPage final : public QWidget
{
    Q_OBJECT

public:
    SellPage(const Theme &theme, Backend &backend, Cart::Monotonic now, QWidget *parent = nullptr);

    /// Somebody signed in: the events are read, the keyboard stands in the search.
    void begin(const Session &session);
    /// Back from paying without an order.
    void resume(ReservationId reservation);
    /// After an order: an empty cart for the next customer. Not if it was another one than the cart on this page.
    void startOver(ReservationId done);
    /// It was sold: the cart, if it was that one, is not given back.
    void forget(ReservationId sold);
    /// Signing out gives back what is reserved.
    void leave();

    /// The next cart is for tickets that are exchanged.
    void beginExchange(const ExchangeInHand &exchange);
    /// What the cart with this id is exchanged for, if it is.
    std::optional<ExchangeInHand> exchangeFor(ReservationId reservation) const;

    Cart &cart() { return *m_cart; }
    CountdownRing *countdown() const;

Q_SIGNALS:
    void payRequested(const foyer::Reservation &reservation);
    /// Tickets were given free of charge.
    void completed(const foyer::CheckoutState &state);
    /// Begun here, or left without change.
    void exchanging(bool begun);
    /// "Hamlet · Großes Haus · 19:30 · 213 left", for the status strip.
    void eventTextChanged(const QString &text);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    bool isAnother(ReservationId reservation) const;
    struct Season {
        std::vector<Event> events;
        std::vector<Event> past; ///< of the scope that the list shows, if it is not what is on sale
        std::vector<Venue> venues;
    };

    /// What an event with numbered seats is opened with.
    struct SeatedOffer {
        SeatingPlan plan;
        std::vector<SeatClaim> claims;
    };

    void connectParts();
    void addShortcuts();
    void loadEvents();
    void showSeason(const Season &season);
    void followPrices();
    void openEvent(EventId event);
    void showOffer(EventId event, std::optional<SeatedOffer> seated);
    void changeSeats(std::function<Result<void>(Inventory &, const Actor &, EventId)> verb);
    void giveBack(const std::vector<SeatId> &seats);
    void pay();
    void onRefused(const Error &error, const Cart::Wishes &wishes);
    void offerOthers(const Error &error, const Cart::Wishes &wishes);
    void onExpired(Milliseconds lifetime);
    void onCartChanged();
    void applyNews(const FeedNews &news);
    void onOnlineChanged(bool online);
    void onRestored(int places, int missing, const QStringList &gone);
    void offer(const QString &sentence, const QString &action, std::function<void()> body);
    void tellEventText();

    Backend &m_backend;
    Session m_session;
    Cart *m_cart;
    LiveCounts *m_counts;
    ArchiveDesk *m_archive;
    EventList *m_events;
    OfferPanel *m_offer;
    SideColumn *m_side;
    std::optional<Instant> m_nextPrice; ///< when one of the prices shown changes by its date
    ExchangeMode *m_exchange;
    std::function<void()> m_action; ///< of the banner's button
};

} // namespace foyer
