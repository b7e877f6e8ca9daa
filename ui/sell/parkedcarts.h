// ParkedCarts: the house's parked carts as this window knows them; looks again by itself while somebody watches.
#pragma once

#include "ui/backend/backend.h"

#include <QtCore/QTimer>

namespace foyer {

class ParkedCarts final : public QObject
{
    Q_OBJECT

public:
    using Monotonic = std::function<Milliseconds()>;
    static constexpr auto Every = std::chrono::seconds(2);

    ParkedCarts(Backend &backend, Monotonic now, QObject *parent = nullptr);

    const std::vector<ParkedCart> &carts() const { return m_carts; }
    /// By this program's monotonic time since the list was read; zero: its places are free again.
    Milliseconds left(const ParkedCart &cart) const;

    void watch(bool on);
    void look();

Q_SIGNALS:
    void changed();

private:
    Backend &m_backend;
    Monotonic m_now;
    QTimer m_timer;
    std::vector<ParkedCart> m_carts;
    Milliseconds m_readAt{0};
};

} // namespace foyer
