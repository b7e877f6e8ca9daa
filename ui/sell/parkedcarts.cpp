#include "ui/sell/parkedcarts.h"

namespace foyer {

ParkedCarts::ParkedCarts(Backend &backend, Monotonic now, QObject *parent) : QObject(parent), m_backend(backend), m_now(std::move(now))
{
    m_timer.setInterval(Every);
    connect(&m_timer, &QTimer::timeout, this, &ParkedCarts::look);
}

Milliseconds ParkedCarts::left(const ParkedCart &cart) const
{
    return std::max(Milliseconds(0), cart.left - (m_now() - m_readAt));
}

void ParkedCarts::watch(bool on)
{
    if (!on)
        return m_timer.stop();
    m_timer.start();
    look();
}

void ParkedCarts::look()
{
    m_backend.run(this, [](Desk &desk) { return desk.office.parking().list(); }, [this](Result<std::vector<ParkedCart>> carts) {
        if (!carts)
            return; // what was known stays; the strip says that the database is away
        m_carts = std::move(*carts);
        m_readAt = m_now();
        Q_EMIT changed();
    });
}

} // namespace foyer
