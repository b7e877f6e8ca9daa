#include "ui/backend/backend.h"

#include "core/services/paidexchanges.h"
#include "ui/backend/databaseroom.h"
#include "ui/backend/livefeed.h"

namespace foyer {

/// Everything that belongs to a database thread.
struct Backend::Room final : DatabaseRoom {
    explicit Room(Backend *backend) : DatabaseRoom(QStringLiteral("database"), backend) {}

    Result<void> open(const BackendConfig &config);
    void close() override;

    std::unique_ptr<PaymentGateway> gateway;
    std::unique_ptr<PaymentGateway> earlierGateway;
    std::unique_ptr<BoxOffice> office;
    std::unique_ptr<CardPayments> cards;
    std::unique_ptr<PaidExchanges> exchanges;
    std::unique_ptr<CardDeposits> deposits;
    std::unique_ptr<Desk> desk;
    std::shared_ptr<const void> owner = std::make_shared<char>();
};

Result<void> Backend::Room::open(const BackendConfig &config)
{
    auto opened = BoxOffice::open({config.url, config.keyFolder, config.terminalName, config.clock, config.random, config.pinCost, givenUp()});
    if (!opened)
        return fail(opened.error());
    auto made = config.makeGateway();
    if (!made)
        return fail(made.error());
    office = std::move(*opened);
    gateway = std::move(*made);
    cards = std::make_unique<CardPayments>(office->checkout(), *gateway, config.clock, eventLoopLater());
    exchanges = std::make_unique<PaidExchanges>(office->exchangePlans(), office->checkout(), *cards);
    deposits = std::make_unique<CardDeposits>(office->deposits(), *gateway, config.clock, eventLoopLater());
    if (config.makeEarlierGateway) {
        auto earlier = config.makeEarlierGateway();
        if (!earlier)
            return fail(earlier.error());
        earlierGateway = std::move(*earlier);
        cards->addEarlier(*earlierGateway);
        deposits->addEarlier(*earlierGateway);
    }
    desk = std::make_unique<Desk>(Desk{*office, *cards, *deposits, owner});
    for (const auto &resume : {std::function([this] { return cards->resume(); }), std::function([this] { return exchanges->resume(); }),
                               std::function([this] { return deposits->resume(); })})
        if (const auto resumed = resume(); !resumed)
            return resumed;
    return {};
}

void Backend::Room::close()
{
    owner.reset();
    desk.reset();
    deposits.reset();
    exchanges.reset();
    cards.reset();
    office.reset();
    gateway.reset();
    earlierGateway.reset();
}

Backend::Backend(BackendConfig config, QObject *parent)
    : QObject(parent)
    , m_config(std::move(config))
    , m_ids(m_config.clock, m_config.random)
    , m_feed(new LiveFeed({m_config.url, m_config.keyFolder, QString(), m_config.clock, m_config.random, m_config.pinCost}, this))
{
    for (QTimer *timer : {&m_overdue, &m_slowly, &m_again})
        timer->setSingleShot(true);
    connect(&m_overdue, &QTimer::timeout, this, &Backend::onOverdue);
    connect(&m_slowly, &QTimer::timeout, this, [this] { setSlow(true); });
    connect(&m_again, &QTimer::timeout, this, &Backend::tryNow);
    connect(m_feed, &LiveFeed::failed, this, [this] { // nobody may be asking for anything just now
        if (m_online && m_queue.empty())
            tryNow();
    });
}

Backend::~Backend()
{
    delete m_feed; // the writer goes last: it leaves SQLite's file whole
    if (m_room)
        DatabaseRoom::end(m_room, mayHang() ? m_config.patience.verb : Milliseconds(INT_MAX));
}

void Backend::open()
{
    openRoom();
}

void Backend::openRoom()
{
    m_isOpen = false;
    if (!m_room)
        m_room = new Room(this);
    m_room->post([room = m_room, config = m_config, this] {
        // `this` is only used by what is sent, on its own thread.
        const Result<void> result = room->open(config);
        if (!result) {
            room->close();
            room->send([this, error = result.error()] { onOpenFailed(error); });
            return;
        }
        room->cards->onChange([room, this](const CheckoutState &state) { room->send([this, state] { Q_EMIT saleChanged(state); }); });
        room->deposits->onChange([room, this](const CardDeposit &deposit) { room->send([this, deposit] { Q_EMIT depositChanged(deposit); }); });
        room->office->onCommit([room, this] { room->send([this] { m_feed->tellOthers(); }); });
        room->send([this] { onOpened(); });
    });
    if (mayHang())
        m_overdue.start(m_config.patience.opening);
}

void Backend::onOpened()
{
    m_overdue.stop();
    m_isOpen = true;
    if (std::exchange(m_wasOpen, true))
        return setOnline(true);
    m_feed->start();
    Q_EMIT opened();
}

void Backend::onOpenFailed(const Error &error)
{
    m_overdue.stop();
    if (!m_wasOpen) {
        Q_EMIT failed(error);
        return;
    }
    setOnline(false);
    planTry();
}

void Backend::post(Task task, std::function<void()> away, std::function<void(Desk &, const Send &)> verb)
{
    m_asked.push_back({task.number, std::move(away)});
    if (!m_isOpen) {
        QMetaObject::invokeMethod(this, m_asked.back().away, Qt::QueuedConnection);
        return;
    }
    m_queue.push_back(task);
    m_room->post([room = m_room, number = task.number, verb = std::move(verb), this] {
        verb(*room->desk, [room](std::function<void()> body) { room->send(std::move(body)); });
        room->send([this, number] { onRan(number); });
    });
    if (m_queue.size() == 1)
        watch();
}

void Backend::onRan(quint64 number)
{
    if (m_queue.empty() || m_queue.front().number != number)
        return;
    m_queue.pop_front();
    watch();
}

void Backend::watch()
{
    m_overdue.stop();
    m_slowly.stop();
    setSlow(false);
    if (m_queue.empty())
        return;
    m_slowly.start(m_config.patience.slow);
    if (mayHang())
        m_overdue.start(m_queue.front().patience);
}

void Backend::onOverdue()
{
    if (!m_wasOpen) {
        DatabaseRoom::abandon(std::exchange(m_room, nullptr));
        Q_EMIT failed(Error{ErrorCode::DatabaseUnavailable, {m_config.url.display()}, {}});
        return;
    }
    const bool wasOpen = m_isOpen;
    giveUpRoom();
    setOnline(false);
    wasOpen ? tryNow() : planTry();
}

void Backend::giveUpRoom()
{
    DatabaseRoom::abandon(std::exchange(m_room, nullptr));
    m_isOpen = false;
    m_queue.clear();
    watch();
    const std::vector<Asked> asked = m_asked; // answering may ask again
    for (const Asked &one : asked)
        one.away();
}

bool Backend::forget(quint64 number)
{
    return std::erase_if(m_asked, [number](const Asked &one) { return one.number == number; }) > 0;
}

void Backend::noteOutcome(const Error *error)
{
    if (!m_wasOpen)
        return;
    if (!error || error->code != ErrorCode::DatabaseUnavailable)
        return setOnline(true);
    setOnline(false);
    planTry();
}

void Backend::setOnline(bool online)
{
    if (online)
        m_again.stop();
    if (online == m_online)
        return;
    m_pause = Milliseconds(0);
    if (online)
        m_feed->look();
    Q_EMIT onlineChanged(m_online = online);
}

void Backend::setSlow(bool slow)
{
    if (slow != m_slow)
        Q_EMIT slowChanged(m_slow = slow);
}

void Backend::planTry()
{
    if (m_again.isActive() || (!m_isOpen && m_room && m_overdue.isActive()))
        return; // it is planned, or under way
    const Patience &patience = m_config.patience;
    m_pause = std::clamp(2 * m_pause, patience.firstPause, patience.longestPause);
    m_again.start(m_pause);
}

Milliseconds Backend::untilNextTry() const
{
    return Milliseconds(std::max(0, m_again.remainingTime()));
}

void Backend::tryNow()
{
    m_again.stop();
    if (!m_wasOpen)
        return;
    if (m_isOpen)
        run(this, [](Desk &desk) { return desk.office.now(); }, [](const Result<Instant> &) {}); // its outcome is noted
    else if (!m_overdue.isActive())
        openRoom();
}

} // namespace foyer
