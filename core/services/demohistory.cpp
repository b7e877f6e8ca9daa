#include "core/services/demohistory.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace foyer {

namespace {

constexpr size_t BatchSize = 96;
constexpr Milliseconds Step{2 * 60 * 60'000};
constexpr Milliseconds Night{14 * 60 * 60'000};
constexpr int StepsPerDay = 6;
constexpr Milliseconds Presale{45LL * 24 * 60 * 60'000};

} // namespace

DemoHistory::DemoHistory(DemoHistoryTools tools, std::vector<DemoShow> shows, Instant from, Instant until)
    : m_tools(std::move(tools)), m_from(from), m_until(until), m_random(m_tools.seed)
{
    for (DemoShow &show : shows) {
        DemoStock stock(show);
        const Instant opens = std::max(from, show.event.startsAt - Presale);
        m_stalls.push_back({std::move(show), std::move(stock), opens});
    }
}

Result<void> DemoHistory::run()
{
    int step = 0;
    for (Instant now = m_from; now < m_until; now = now + (++step % StepsPerDay == 0 ? Night : Step)) {
        m_tools.setTime(now);
        if (const auto sold = sellUpTo(now); !sold)
            return sold;
        if (m_tools.progress)
            m_tools.progress(int(100 * (now - m_from).count() / (m_until - m_from).count()));
    }
    m_tools.setTime(m_until);
    return sellUpTo(m_until);
}

/// Sales begin slowly, and most people come in the last days.
int DemoHistory::wanted(const Stall &stall, Instant now) const
{
    const Instant starts = stall.show.event.startsAt;
    if (now < stall.opens || now >= starts)
        return 0;
    const double gone = double((now - stall.opens).count()) / double((starts - stall.opens).count());
    const double part = stall.show.soldOut ? std::min(1.0, gone / 0.8) : gone;
    const double curve = 0.4 * part + 0.6 * std::pow(part, 4);
    const double demand = stall.show.soldOut ? 1.0 : stall.show.demand * m_tools.percent / 100;
    return int(stall.stock.capacity() * demand * curve) - (stall.stock.capacity() - stall.stock.free());
}

DemoHistory::Buyer DemoHistory::meet(size_t index, bool surely)
{
    static constexpr std::array Sizes{1, 1, 2, 2, 2, 2, 2, 3, 4, 4, 5, 6};
    Stall &stall = m_stalls[index];
    Buyer buyer{index, stall.stock.take(Sizes[size_t(below(int(Sizes.size())))], m_random), Fate::Cash, {}};
    const int dice = below(100);
    buyer.fate = dice < 44 ? Fate::Cash : dice < 86 ? Fate::Card : dice < 88 ? Fate::DeclinedThenCash : dice < 92 ? Fate::Split
        : dice < 93                                                                                       ? Fate::Released
                                                                                                          : Fate::Expired;
    if (surely && buyer.fate >= Fate::Released)
        buyer.fate = Fate::Card;
    return buyer;
}

ReserveRequest DemoHistory::request(const Buyer &buyer)
{
    const Stall &stall = m_stalls[buyer.stall];
    const TicketType &type = stall.show.event.ticketTypes[buyer.choice.type];
    const auto level = [&] {
        const int dice = below(100);
        const size_t wish = dice < 70 ? 0 : dice < (stall.show.forChildren ? 78 : 94) ? 1 : 2;
        return type.priceLevels[std::min(wish, type.priceLevels.size() - 1)].id;
    };
    ReserveRequest request;
    request.channel = below(100) < 65 ? Channel::Counter : Channel::Web;
    for (const SeatId &seat : buyer.choice.seats)
        request.lines.push_back({stall.show.event.id, level(), seat, 1});
    if (buyer.choice.seats.empty())
        request.lines.push_back({stall.show.event.id, level(), {}, buyer.choice.quantity});
    return request;
}

Result<void> DemoHistory::sellUpTo(Instant now)
{
    if (!m_leavers.empty()) {
        if (const auto swept = m_tools.office.inventory().sweep(); !swept)
            return fail(swept.error());
        const auto gone = std::stable_partition(m_leavers.begin(), m_leavers.end(), [&](const Buyer &b) { return b.reservation.isLive(now); });
        for (auto leaver = gone; leaver != m_leavers.end(); ++leaver)
            m_stalls[leaver->stall].stock.giveBack(leaver->choice);
        m_leavers.erase(gone, m_leavers.end());
    }
    std::vector<Buyer> buyers;
    for (size_t i = 0; i < m_stalls.size(); ++i) {
        Stall &stall = m_stalls[i];
        // Whoever buys the last places of a sold-out show comes back until it is: nobody lets these go.
        while (wanted(stall, now) > 0 && stall.stock.free() > 0) {
            buyers.push_back(meet(i, stall.show.soldOut));
            if (buyers.size() < BatchSize)
                continue;
            if (const auto served = serve(std::exchange(buyers, {})); !served)
                return served;
        }
    }
    return serve(std::move(buyers));
}

Result<void> DemoHistory::serve(std::vector<Buyer> buyers)
{
    if (buyers.empty())
        return {};
    const Actor &seller = m_tools.sellers[size_t(below(int(m_tools.sellers.size())))];
    std::vector<ReserveRequest> requests;
    for (const Buyer &buyer : buyers)
        requests.push_back(request(buyer));
    auto reserved = m_tools.office.inventory().reserve(seller, requests);
    std::vector<Buyer> paying;
    for (size_t i = 0; i < buyers.size(); ++i) {
        if (!reserved[i])
            return fail(reserved[i].error());
        buyers[i].reservation = std::move(*reserved[i]);
        if (buyers[i].fate == Fate::Expired) {
            m_leavers.push_back(std::move(buyers[i]));
        } else if (buyers[i].fate == Fate::Released) {
            if (const auto released = m_tools.office.inventory().release(seller, buyers[i].reservation.id); !released)
                return released;
            m_stalls[buyers[i].stall].stock.giveBack(buyers[i].choice);
        } else {
            paying.push_back(std::move(buyers[i]));
        }
    }
    return paying.empty() ? Result<void>() : takeMoney(seller, paying);
}

PayRequest DemoHistory::payment(const Buyer &buyer, Tender tender, Money amount)
{
    PayRequest request{buyer.reservation.id, tender, amount, std::nullopt, QStringLiteral("demo-%1").arg(++m_attempts)};
    if (tender == Tender::Cash) { // handed over in fives
        const qint64 note = 5 * amount.currency().minorPerMajor();
        request.given = Money((amount.minor() + note - 1) / note * note, amount.currency());
    } else {
        request.gateway = QLatin1String(CardMachine); // no bank knows of invented cards: what is given back is a task for hands
    }
    return request;
}

/// Two rounds: the second is the card's part of a split payment, and cash after a declined card.
Result<void> DemoHistory::takeMoney(const Actor &seller, const std::vector<Buyer> &buyers)
{
    std::vector<PayRequest> first;
    std::vector<PayRequest> second;
    for (const Buyer &buyer : buyers) {
        const Money total = buyer.reservation.total();
        const Money half(total.minor() / 200 * 100, total.currency());
        const bool split = buyer.fate == Fate::Split && half.isPositive();
        const bool cash = buyer.fate == Fate::Cash || split;
        first.push_back(payment(buyer, cash ? Tender::Cash : Tender::Card, split ? half : total));
        if (split)
            second.push_back(payment(buyer, Tender::Card, total - half));
        if (buyer.fate == Fate::DeclinedThenCash)
            second.push_back(payment(buyer, Tender::Cash, total));
    }
    const auto declines = [&](size_t i) { return buyers[i].fate == Fate::DeclinedThenCash; };
    if (const auto paid = pay(seller, first, declines); !paid)
        return paid;
    return second.empty() ? Result<void>() : pay(seller, second, [](size_t) { return false; });
}

Result<void> DemoHistory::pay(const Actor &seller, const std::vector<PayRequest> &requests, const std::function<bool(size_t)> &declines)
{
    const auto paid = m_tools.office.checkout().pay(seller, requests);
    std::vector<Settlement> sent;
    for (size_t i = 0; i < paid.size(); ++i) {
        if (!paid[i])
            return fail(paid[i].error());
        note(*paid[i]);
        const Payment *live = paid[i]->live();
        if (live && declines(i))
            sent.push_back({live->id, {GatewayOutcome::Kind::Declined, {}, QStringLiteral("Your card has been declined")}});
        else if (live)
            sent.push_back({live->id, {GatewayOutcome::Kind::Captured, live->key, {}}});
    }
    if (sent.empty())
        return {};
    for (const auto &settled : m_tools.office.checkout().settle(sent)) {
        if (!settled)
            return fail(settled.error());
        note(*settled);
    }
    return {};
}

void DemoHistory::note(const CheckoutState &state)
{
    if (!state.order)
        return;
    ++m_orders;
    m_tickets += int(state.order->lines.size());
}

} // namespace foyer
