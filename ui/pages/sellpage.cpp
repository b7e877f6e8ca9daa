#include "ui/pages/sellpage.h"

#include "core/domain/errortext.h"
#include "ui/exchange/exchangemode.h"
#include "ui/format.h"
#include "ui/frame/keyhelp.h"
#include "ui/sell/archivedesk.h"
#include "ui/sell/eventlist.h"
#include "ui/sell/generaloffer.h"
#include "ui/sell/livecounts.h"
#include "ui/sell/offerpanel.h"
#include "ui/sell/seatoffer.h"
#include "ui/sell/sidecolumn.h"
#include "ui/widgets/banner.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QShortcut>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QVBoxLayout>

namespace foyer {
namespace {

/// An event is listed until it ends; none lasts longer than this.
constexpr Milliseconds LongestEvent{24 * 60 * 60'000};

} // namespace

SellPage::SellPage(const Theme &theme, Backend &backend, Cart::Monotonic now, QWidget *parent)
    : QWidget(parent)
    , m_backend(backend)
    , m_cart(new Cart(backend, now, this))
    , m_counts(new LiveCounts(backend, this))
    , m_archive(new ArchiveDesk(backend, this))
    , m_events(new EventList(theme, this))
    , m_offer(new OfferPanel(theme, this))
    , m_side(new SideColumn(theme, backend, *m_cart, now, [this](EventId event) { return m_events->model().find(event); }, this))
{
    m_events->setMinimumWidth(248);
    m_events->setMaximumWidth(400);
    m_side->setMinimumWidth(304);
    m_side->setMaximumWidth(440);
    auto *columns = new QSplitter(this);
    columns->setObjectName(QStringLiteral("sellColumns"));
    columns->setChildrenCollapsible(false);
    columns->setHandleWidth(space::Medium);
    for (QWidget *column : std::initializer_list<QWidget *>{m_events, m_offer, m_side})
        columns->addWidget(column);
    columns->setSizes({248, 588, 304}); // at 1280 pixels; a wider window shares out what it has more
    columns->setStretchFactor(0, 21);
    columns->setStretchFactor(1, 53);
    columns->setStretchFactor(2, 26);
    m_exchange = new ExchangeMode(theme, *m_cart, m_side->cartPanel(), this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::Medium, space::Medium, space::Medium, space::Small);
    layout->addWidget(m_exchange);
    layout->addWidget(columns, 1);
    connectParts();
    addShortcuts();
}

void SellPage::connectParts()
{
    connect(m_events, &EventList::eventChosen, this, &SellPage::openEvent);
    connect(m_events, &EventList::scopeChosen, this, &SellPage::loadEvents);
    connect(m_archive, &ArchiveDesk::said, this, &SellPage::offer);
    connect(m_archive, &ArchiveDesk::moved, this, [this] {
        loadEvents();
        m_events->focusList();
    });
    connect(m_counts, &LiveCounts::counted, this, [this](const LiveCounts::Counts &counts) {
        m_events->model().setAvailability(counts.availability);
        if (const ListedEvent *event = m_events->model().find(counts.open); event && m_offer->isOpen(counts.open))
            m_offer->refresh(*event, counts.claims, *m_cart);
        tellEventText();
    });
    connect(m_counts, &LiveCounts::changed, this, &SellPage::applyNews);
    connect(&m_backend, &Backend::onlineChanged, this, &SellPage::onOnlineChanged);
    connect(&m_offer->seats(), &SeatOffer::wanted, m_cart, &Cart::add);
    connect(&m_offer->seats(), &SeatOffer::givenBack, this, &SellPage::giveBack);
    connect(&m_offer->seats(), &SeatOffer::bestWanted, m_cart, &Cart::addBest);
    connect(&m_offer->seats(), &SeatOffer::blockWanted, this, [this](const std::vector<SeatId> &seats, const Block &block) {
        changeSeats([seats, block](Inventory &inventory, const Actor &actor, EventId event) { return inventory.block(actor, event, seats, block); });
    });
    connect(&m_offer->seats(), &SeatOffer::unblockWanted, this, [this](const std::vector<SeatId> &seats) {
        changeSeats([seats](Inventory &inventory, const Actor &actor, EventId event) { return inventory.unblock(actor, event, seats); });
    });
    connect(&m_offer->seats(), &SeatOffer::hint, this, [this](const QString &sentence) { offer(sentence, {}, {}); });
    connect(&m_offer->general(), &GeneralOffer::quantityChosen, this, [this](PriceLevelId level, int quantity) {
        m_cart->setQuantity(m_offer->event().event.id, level, quantity);
    });
    connect(&m_offer->banner(), &Banner::actionTriggered, this, [this] {
        m_offer->banner().clear();
        if (const auto action = std::exchange(m_action, {}))
            action();
        m_offer->focusOffer();
    });
    connect(m_cart, &Cart::changed, this, &SellPage::onCartChanged);
    connect(m_cart, &Cart::refused, this, &SellPage::onRefused);
    connect(m_cart, &Cart::expired, this, &SellPage::onExpired);
    connect(m_cart, &Cart::emptied, this, [this] { offer(tr("The cart was emptied."), tr("Reserve it again"), [this] { m_cart->reserveAgain(); }); });
    connect(m_cart, &Cart::reservedAgain, this, [this](int missing) {
        if (missing > 0)
            offer(tr("%n ticket(s) could not be reserved again: somebody else has the places now.", nullptr, missing), {}, {});
    });
    connect(m_cart, &Cart::split, this, [this](int groups) {
        offer(tr("So many are not free side by side. They sit in %n group(s), close to each other.", nullptr, groups), {}, {});
    });
    m_offer->seats().setNow([this] { return m_backend.clock().now(); });
    connect(m_cart, &Cart::restored, this, &SellPage::onRestored);
    connect(m_cart, &Cart::parked, m_counts, &LiveCounts::look); // the claims stay as they are, but they are nobody's here any more
    connect(&m_side->cartPanel(), &CartPanel::payPressed, this, &SellPage::pay);
    connect(m_exchange, &ExchangeMode::left, this, [this] { Q_EMIT exchanging(false); });
    connect(m_side, &SideColumn::completed, this, &SellPage::completed);
    connect(m_side, &SideColumn::said, this, &SellPage::offer);
    connect(m_side, &SideColumn::left, m_offer, &OfferPanel::focusOffer);
}

void SellPage::addShortcuts()
{
    const auto key = [this](Qt::Key code, const char *meaning, auto body) {
        auto *shortcut = new QShortcut(code, this);
        describe(shortcut, meaning);
        connect(shortcut, &QShortcut::activated, this, body);
    };
    key(Qt::Key_F2, QT_TRANSLATE_NOOP("Keys", "search for an event"), [this] { m_events->focusSearch(); });
    key(Qt::Key_F6, QT_TRANSLATE_NOOP("Keys", "reserve for longer"), [this] { m_cart->extend(); });
    key(Qt::Key_F9, QT_TRANSLATE_NOOP("Keys", "pay"), [this] { pay(); });
    key(Qt::Key_F3, QT_TRANSLATE_NOOP("Keys", "go to the seats or tickets of the event"), [this] { m_offer->focusOffer(); });
    describeKeys(this, {{QT_TRANSLATE_NOOP("Keys", "Esc"), QT_TRANSLATE_NOOP("Keys", "one step back; never sells")}});
}

void SellPage::begin(const Session &session)
{
    m_session = session;
    m_exchange->end();
    m_cart->forget();
    m_cart->setActor(session.actor);
    m_side->begin(session);
    m_archive->setActor(session.actor);
    m_events->showOnSale();
    m_offer->seats().setMayBlock(may(session.actor.role, Permission::BlockSeats));
    loadEvents();
    m_events->focusSearch();
}

void SellPage::resume(ReservationId reservation)
{
    if (isAnother(reservation))
        return;
    m_cart->takeUp(reservation);
    m_offer->focusOffer();
}

bool SellPage::isAnother(ReservationId reservation) const
{
    return !m_cart->isEmpty() && m_cart->reservation().id != reservation;
}

void SellPage::forget(ReservationId sold)
{
    if (!isAnother(sold))
        m_cart->forget();
}

void SellPage::startOver(ReservationId done)
{
    if (isAnother(done))
        return;
    m_exchange->end();
    m_cart->forget();
    m_offer->banner().clear();
    m_side->reset();
    followPrices();
    m_events->clearSearch();
    m_events->showOnSale();
    m_events->focusSearch();
}

void SellPage::beginExchange(const ExchangeInHand &exchange)
{
    m_exchange->begin(exchange);
    Q_EMIT exchanging(true);
    m_events->focusSearch();
}

std::optional<ExchangeInHand> SellPage::exchangeFor(ReservationId reservation) const
{
    return reservation == m_cart->reservation().id ? m_exchange->inHand() : std::nullopt;
}

void SellPage::leave()
{
    m_cart->empty();
}

CountdownRing *SellPage::countdown() const
{
    return m_side->cartPanel().countdown();
}

void SellPage::loadEvents()
{
    const Instant now = m_backend.clock().now();
    m_backend.run(this, [now, scope = m_events->model().scope()](Desk &desk) -> Result<Season> {
        auto events = desk.office.catalogue().events({now - LongestEvent, {}, {}, false, 500});
        auto past = ArchiveDesk::events(desk.office, scope, now);
        auto venues = desk.office.catalogue().venues();
        if (!events || !past || !venues)
            return fail(!events ? events.error() : !past ? past.error() : venues.error());
        return Season{std::move(*events), std::move(*past), std::move(*venues)};
    }, [this](const Result<Season> &season) {
        if (season)
            showSeason(*season);
        else
            offer(sentence(season.error()), tr("Try again"), [this] { loadEvents(); });
    });
}

void SellPage::showSeason(const Season &season)
{
    QHash<VenueId, Venue> venues;
    for (const Venue &venue : season.venues)
        venues.insert(venue.id, venue);
    const Instant now = m_backend.clock().now();
    std::vector<ListedEvent> listed;
    m_nextPrice.reset();
    for (const Event &event : season.events) {
        m_nextPrice = earlier(m_nextPrice, event.nextPrice(now));
        const Venue venue = venues.value(event.venue);
        if (event.status == EventStatus::OnSale && event.endsAt > now && !event.ticketTypes.empty()) // a door has heard of more than it sells
            listed.push_back({event, venue.name, QDateTime::fromMSecsSinceEpoch(event.startsAt.ms, venue.timeZone), {}});
    }
    for (const Event &event : season.past) {
        const Venue venue = venues.value(event.venue);
        listed.push_back({event, venue.name, QDateTime::fromMSecsSinceEpoch(event.startsAt.ms, venue.timeZone), {},
                          event.archivedAt ? EventScope::Archived : EventScope::Over});
    }
    const QTimeZone zone = listed.empty() ? QTimeZone::systemTimeZone() : listed.front().startsAt.timeZone();
    m_events->setEvents(std::move(listed), QDateTime::fromMSecsSinceEpoch(now.ms, zone).date());
    m_counts->setEvents(m_events->model().ids());
    m_counts->look();
}

/// Early and late prices begin while the page is open.
void SellPage::followPrices()
{
    if (m_nextPrice && m_backend.clock().now() >= *m_nextPrice)
        loadEvents();
}

void SellPage::openEvent(EventId id)
{
    const ListedEvent *event = m_events->model().find(id);
    if (!event)
        return;
    if (event->scope != EventScope::OnSale)
        return m_archive->present(*event);
    m_events->setOpen(id);
    if (m_offer->isOpen(id)) {
        m_offer->focusOffer();
        return;
    }
    m_offer->showLoading(*event);
    tellEventText();
    const bool seated = !event->event.plan.isNull();
    m_counts->setOpen(id, seated);
    if (!seated)
        return showOffer(id, {});
    m_backend.run(this, [id, plan = event->event.plan](Desk &desk) -> Result<SeatedOffer> {
        auto found = desk.office.catalogue().plan(plan);
        auto claims = desk.office.inventory().claims(id);
        if (!found || !claims)
            return fail(found ? claims.error() : found.error());
        return SeatedOffer{std::move(*found), std::move(*claims)};
    }, [this, id](Result<SeatedOffer> answer) {
        if (answer)
            showOffer(id, std::move(*answer));
        else
            offer(sentence(answer.error()), tr("Try again"), [this, id] { openEvent(id); });
    });
}

void SellPage::showOffer(EventId id, std::optional<SeatedOffer> seated)
{
    const ListedEvent *event = m_events->model().find(id);
    if (!event || m_offer->event().event.id != id)
        return; // another event was chosen meanwhile
    const bool hasMap = seated.has_value();
    m_offer->open(*event, hasMap ? std::optional(std::move(seated->plan)) : std::nullopt);
    m_offer->refresh(*event, hasMap ? seated->claims : std::vector<SeatClaim>(), *m_cart);
    m_offer->focusOffer();
}

void SellPage::changeSeats(std::function<Result<void>(Inventory &, const Actor &, EventId)> verb)
{
    const auto onDesk = [verb = std::move(verb), actor = m_session.actor, event = m_offer->event().event.id](Desk &desk) {
        return verb(desk.office.inventory(), actor, event);
    };
    m_backend.run(this, onDesk, [this](const Result<void> &done) {
        if (!done)
            offer(sentence(done.error()), {}, {});
        m_counts->look();
    });
}

void SellPage::giveBack(const std::vector<SeatId> &seats)
{
    std::vector<ReservationLineId> lines;
    for (const ReservationLine &line : m_cart->reservation().lines)
        if (line.event == m_offer->event().event.id && std::find(seats.begin(), seats.end(), line.seat) != seats.end())
            lines.push_back(line.id);
    m_cart->remove(lines);
}

void SellPage::pay()
{
    if (m_cart->isEmpty() || m_cart->isBusy())
        return;
    m_offer->banner().clear();
    Q_EMIT payRequested(m_cart->reservation());
}

void SellPage::onCartChanged()
{
    if (!m_cart->isBusy() && !m_cart->hasExpired() && !m_cart->isEmpty())
        m_offer->banner().clear();
    m_offer->setCart(*m_cart);
}

void SellPage::applyNews(const FeedNews &news)
{
    m_events->model().updateTypes(news.availability);
    const EventId open = m_offer->event().event.id;
    if (const ListedEvent *event = m_events->model().find(open); event && m_offer->isOpen(open))
        m_offer->applyNews(*event, news.seats, *m_cart);
    if (news.catalogue)
        loadEvents();
    else
        followPrices();
    tellEventText();
}

void SellPage::onOnlineChanged(bool online)
{
    if (!online || m_session.name.isEmpty())
        return;
    loadEvents();
    if (m_cart->hasExpired())
        offer(tr("The places of the last cart are free again."), tr("Reserve again"), [this] { m_cart->reserveAgain(); });
    m_cart->lookAgain();
}

void SellPage::onRestored(int places, int missing, const QStringList &gone)
{
    const QString reason = tr("The database was away, and the reservation ran out meanwhile.");
    const QString again = places > 0 ? tr("%n ticket(s) could be reserved again.", nullptr, places) : tr("The cart is empty now.");
    QString lost;
    if (!gone.isEmpty())
        lost = tr("Somebody else has %1 now.").arg(QLocale().createSeparatedList(gone));
    else if (missing > 0)
        lost = tr("%n ticket(s) are gone: somebody else has the places now.", nullptr, missing);
    offer(QStringList{reason, again, lost}.join(u' ').trimmed(), {}, {});
}

void SellPage::onRefused(const Error &error, const Cart::Wishes &wishes)
{
    const EventId event = m_offer->event().event.id;
    if (error.code == ErrorCode::DatabaseUnavailable)
        return offer(tr("Nothing was reserved now: the database did not answer. Choose again as soon as it does."), {}, {});
    if (error.code != ErrorCode::SeatTaken || event.isNull())
        return offer(sentence(error), {}, {});
    std::vector<SeatId> seats;
    for (const ReserveLine &wish : wishes)
        if (wish.event == event && !wish.seat.isNull())
            seats.push_back(wish.seat);
    m_backend.run(this, [event, seats](Desk &desk) { return desk.office.changes().seats(event, seats); },
                  [this, event, error, wishes](const Result<std::vector<SeatNews>> &news) {
        if (!news || !m_offer->isOpen(event))
            return offer(sentence(error), {}, {});
        m_offer->seats().applyNews(*news, m_cart->reservation());
        offerOthers(error, wishes);
    });
}

void SellPage::offerOthers(const Error &error, const Cart::Wishes &wishes)
{
    const QList<int> others = m_offer->seats().alternatives(wishes);
    if (others.isEmpty())
        return offer(sentence(error), {}, {});
    const QString lost = error.args.value(0);
    const QString taken = lost.isEmpty() ? sentence(error)
        : lost.contains(QStringLiteral(", ")) ? tr("%1 were taken at another till.").arg(lost) : tr("%1 was taken at another till.").arg(lost);
    const QString free = others.size() == 1 ? tr("%1 is free.").arg(m_offer->seats().spoken(others))
                                            : tr("%1 are free.").arg(m_offer->seats().spoken(others));
    const QString action = others.size() == 1 ? tr("Take it") : others.size() == 2 ? tr("Take both") : tr("Take all %n", nullptr, int(others.size()));
    offer(taken + u' ' + free, action, [this, again = m_offer->seats().wishesFor(others)] { m_cart->add(again); });
}

void SellPage::onExpired(Milliseconds lifetime)
{
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(lifetime);
    offer(tr("Your %1 minutes are over and the places are free again.").arg(minutes.count()), tr("Reserve again"), [this] { m_cart->reserveAgain(); });
    m_offer->banner().setFocus(Qt::OtherFocusReason); // one key reserves again
}

void SellPage::offer(const QString &sentence, const QString &action, std::function<void()> body)
{
    m_action = std::move(body);
    m_offer->banner().showMessage(Tone::Warn, sentence, action);
}

void SellPage::tellEventText()
{
    const ListedEvent *event = m_events->model().find(m_offer->event().event.id);
    if (!event)
        return;
    QStringList parts{event->event.name, event->venueName, formatTime(event->startsAt.time())};
    if (event->isCounted())
        parts << placesText(event->places());
    Q_EMIT eventTextChanged(parts.join(QStringLiteral(" · ")));
}

void SellPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape)
        return QWidget::keyPressEvent(event);
    // A step back: the message, the search, the way to the list. Never a sale, never a loss.
    if (m_offer->banner().isVisible())
        m_offer->banner().clear();
    else if (!m_events->clearSearch() && !m_exchange->leave())
        m_events->focusList();
}

void SellPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        tellEventText();
    QWidget::changeEvent(event);
}

} // namespace foyer
