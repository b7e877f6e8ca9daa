#include "tests/benchmarks/coreshop.h"

#include "tests/benchmarks/measure.h"
#include "tests/support/builders.h"

#include <atomic>
#include <latch>

namespace foyer::bench {

using test::must;

CoreShop::CoreShop(const BoxOfficeConfig &office, int clerks, EventId event)
{
    const auto first = must(BoxOffice::open(office));
    m_actor = first->system();
    m_event = must(first->catalogue().event(event));
    m_clerks = must(Clerks::start(clerks, [&office] { return BoxOffice::open(office); }));
}

CoreShop::~CoreShop() = default;

double CoreShop::repeat(int callers, int count, const std::function<void(Done)> &once)
{
    std::atomic<int> begun = 0;
    std::latch ended(callers);
    std::function<void()> next = [&] {
        if (begun++ < count)
            once(next);
        else
            ended.count_down();
    };
    return secondsOf([&] {
        for (int i = 0; i < callers; ++i)
            next();
        ended.wait();
    });
}

double CoreShop::reserveBest(int callers, int count)
{
    BestRequest wish;
    wish.channel = Channel::Web;
    wish.event = m_event.id;
    wish.levels = {m_event.ticketTypes[0].priceLevels[0].id};
    wish.count = 2;
    return repeat(callers, count, [&](Done done) {
        m_clerks->reserveBest(m_actor, wish, [done](const Result<BestReserved> &made) {
            (void)must(made);
            done();
        });
    });
}

double CoreShop::sellByCard(int callers, int count)
{
    const ReserveRequest wish{{}, Channel::Web, {{m_event.id, m_event.ticketTypes[0].priceLevels[0].id, {}, 2}}};
    return repeat(callers, count, [&](Done done) {
        m_clerks->reserve(m_actor, wish, [this, done](const Result<Reservation> &made) {
            const Reservation cart = must(made);
            PayRequest request{cart.id, Tender::Card, cart.total(), {}, cart.id.toString()};
            request.gateway = QStringLiteral("sandbox");
            m_clerks->pay(m_actor, request, [this, done](const Result<CheckoutState> &asked) {
                const Payment payment = must(asked).payments.front();
                m_clerks->settle({payment.id, {GatewayOutcome::Kind::Captured, payment.key, {}}}, [done](const Result<CheckoutState> &paid) {
                    if (!must(paid).order)
                        qFatal("a card was charged and nothing was sold");
                    done();
                });
            });
        });
    });
}

} // namespace foyer::bench
