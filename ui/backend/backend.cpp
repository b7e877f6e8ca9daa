#include "ui/backend/backend.h"

namespace foyer {

/// Everything that belongs to the database thread.
struct Backend::Room : QObject {
    std::unique_ptr<PaymentGateway> gateway;
    std::unique_ptr<PaymentGateway> earlierGateway;
    std::unique_ptr<BoxOffice> office;
    std::unique_ptr<CardPayments> cards;
    std::unique_ptr<Desk> desk;
    std::shared_ptr<const void> owner = std::make_shared<char>();

    Result<void> open(const BackendConfig &config);
};

Result<void> Backend::Room::open(const BackendConfig &config)
{
    auto opened = BoxOffice::open({config.url, config.keyFolder, config.terminalName, config.clock, config.random, config.pinCost});
    if (!opened)
        return fail(opened.error());
    auto made = config.makeGateway();
    if (!made)
        return fail(made.error());
    office = std::move(*opened);
    gateway = std::move(*made);
    cards = std::make_unique<CardPayments>(office->checkout(), *gateway, config.clock, eventLoopLater());
    if (config.makeEarlierGateway) {
        auto earlier = config.makeEarlierGateway();
        if (!earlier)
            return fail(earlier.error());
        earlierGateway = std::move(*earlier);
        cards->addEarlier(*earlierGateway);
    }
    desk = std::make_unique<Desk>(Desk{*office, *cards, owner});
    return cards->resume();
}

Backend::Backend(BackendConfig config, QObject *parent) : QObject(parent), m_config(std::move(config)), m_room(std::make_unique<Room>())
{
    m_thread.setObjectName(QStringLiteral("database"));
    m_room->moveToThread(&m_thread);
    m_thread.start();
}

Backend::~Backend()
{
    // The connection must be closed by the thread that opened it.
    Room *room = m_room.release();
    QMetaObject::invokeMethod(room, [room] {
        room->owner.reset();
        room->desk.reset();
        room->cards.reset();
        room->office.reset();
        room->gateway.reset();
        room->earlierGateway.reset();
        room->deleteLater();
        QThread::currentThread()->quit();
    }, Qt::QueuedConnection);
    m_thread.wait();
}

void Backend::open()
{
    QMetaObject::invokeMethod(m_room.get(), [this, room = m_room.get()] {
        if (const auto result = room->open(m_config); !result) {
            QMetaObject::invokeMethod(this, [this, error = result.error()] { Q_EMIT failed(error); }, Qt::QueuedConnection);
            return;
        }
        room->cards->onChange([this](const CheckoutState &state) {
            QMetaObject::invokeMethod(this, [this, state] { Q_EMIT saleChanged(state); }, Qt::QueuedConnection);
        });
        QMetaObject::invokeMethod(this, [this] { Q_EMIT opened(); }, Qt::QueuedConnection);
    }, Qt::QueuedConnection);
}

void Backend::post(std::function<void(Desk *)> job)
{
    QMetaObject::invokeMethod(m_room.get(), [room = m_room.get(), job = std::move(job)] { job(room->desk.get()); }, Qt::QueuedConnection);
}

void Backend::noteOutcome(const Error *error)
{
    const bool online = !error || error->code != ErrorCode::DatabaseUnavailable;
    if (online != m_online)
        Q_EMIT onlineChanged(m_online = online);
}

} // namespace foyer
