// Random lives of carts with codes: whatever happens in whatever order, the counters are what a recount gives, and verify is sound.
#include "tests/core/services/discounted.h"
#include "tests/support/testmain.h"

using namespace foyer;
using namespace foyer::test;

namespace {

constexpr int Steps = 150;

/// The same numbers for the same seed, on every machine.
class Dice
{
public:
    explicit Dice(quint64 seed) : m_state(seed * 2 + 1) {}

    int roll(int sides)
    {
        m_state = m_state * 6364136223846793005ULL + 1442695040888963407ULL;
        return int((m_state >> 33) % quint64(sides));
    }

private:
    quint64 m_state;
};

class Life
{
public:
    Life(DiscountHouse &house, quint64 seed) : m_house(house), m_office(*house.office), m_dice(seed)
    {
        PromoTerms alone = amountOff(700);
        alone.isStackable = false;
        PromoTerms club = percentOff(3333);
        club.scope = {{house.club.id, {}}};
        PromoTerms each = percentOff(500);
        each.customerLimit = 2;
        PromoTerms floor = percentOff(9000);
        floor.floor = 333;
        floor.currency = Currency();
        house.code(QStringLiteral("C0"), times(percentOff(1000), 4));
        house.code(QStringLiteral("C1"), times(alone, 6));
        house.code(QStringLiteral("C2"), times(club, 3));
        house.code(QStringLiteral("C3"), times(each, 5));
        house.code(QStringLiteral("C4"), floor);
        house.code(QStringLiteral("C5"), amountOff(1001));
        for (int i = 0; i < 2; ++i)
            m_people.push_back(must(m_office.customers().add(m_office.system(), {{}, QStringLiteral("Person %1").arg(i), {}, {}})).id);
    }

    void step()
    {
        switch (m_carts.empty() ? 0 : m_dice.roll(12)) {
        case 0:
        case 1:
            m_carts.push_back(hold(m_office, {wish()}).id);
            return;
        case 2:
            (void)m_office.inventory().reserve(m_office.system(), ReserveRequest{any(), Channel::Counter, {wish()}});
            return;
        case 3:
        case 4:
        case 5:
            (void)m_office.discounts().enter(m_office.system(), any(), QStringLiteral("C%1").arg(m_dice.roll(6)));
            return;
        case 6:
            return removeSomething();
        case 7:
            return giveByHand();
        case 8:
            (void)m_office.customers().assign(m_office.system(), any(), m_dice.roll(4) ? m_people[size_t(m_dice.roll(2))] : CustomerId());
            return;
        case 9:
        case 10:
            return finish();
        default:
            m_house.box.advance(Milliseconds(m_dice.roll(9) * 60'000));
            if (m_dice.roll(2))
                must(m_office.inventory().sweep());
        }
    }

    void refundSome()
    {
        for (const OrderId order : m_orders) {
            const auto sale = must(m_office.orders().find(order));
            if (m_dice.roll(3) || sale.lines.front().ticket.state == TicketState::Void)
                continue;
            std::vector<TicketId> tickets;
            if (m_dice.roll(2))
                tickets.push_back(sale.lines.front().ticket.id);
            must(m_office.refunds().refund(m_office.system(), {order, tickets, false, {}}));
        }
    }

    int orders() const { return int(m_orders.size()); }

private:
    ReserveLine wish() { return m_dice.roll(2) ? places(m_house.hamlet, 1, 1 + m_dice.roll(4)) : places(m_house.club, 0, 1 + m_dice.roll(3)); }
    ReservationId any() { return m_carts[size_t(m_dice.roll(int(m_carts.size())))]; }

    void removeSomething()
    {
        const auto cart = must(m_office.inventory().find(any()));
        if (!cart.discounts.empty() && m_dice.roll(2))
            (void)m_office.discounts().takeOff(m_office.system(), cart.id, cart.discounts[size_t(m_dice.roll(int(cart.discounts.size())))].id);
        else if (!cart.lines.empty())
            (void)m_office.inventory().removeLines(m_office.system(), cart.id, std::array{cart.lines[size_t(m_dice.roll(int(cart.lines.size())))].id});
    }

    void giveByHand()
    {
        const auto cart = must(m_office.inventory().find(any()));
        const bool onLine = !cart.lines.empty() && m_dice.roll(2);
        (void)m_office.discounts().give(m_office.system(), {cart.id, onLine ? cart.lines.front().id : ReservationLineId(),
                                                            m_dice.roll(2) ? DiscountKind::Percent : DiscountKind::Amount, 1 + m_dice.roll(900), QStringLiteral("why not")});
    }

    void finish()
    {
        const size_t index = size_t(m_dice.roll(int(m_carts.size())));
        const ReservationId id = m_carts[index];
        m_carts.erase(m_carts.begin() + qsizetype(index));
        const auto cart = must(m_office.inventory().find(id));
        if (m_dice.roll(4) == 0)
            return (void)m_office.inventory().release(m_office.system(), id);
        if (m_dice.roll(4) == 0) {
            (void)m_office.checkout().pay(m_office.system(), PayRequest{id, Tender::Cash, euro(1), {}, QStringLiteral("part ") + id.toString()});
            return (void)m_office.checkout().abandon(m_office.system(), id);
        }
        if (const auto paid = m_house.pay(cart); paid && paid->order)
            m_orders.push_back(paid->order->id);
    }

    DiscountHouse &m_house;
    BoxOffice &m_office;
    Dice m_dice;
    std::vector<ReservationId> m_carts;
    std::vector<OrderId> m_orders;
    std::vector<CustomerId> m_people;
};

} // namespace

class DiscountHistoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anyLifeOfCartsAddsUp_data()
    {
        QTest::addColumn<QString>("database");
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 4; ++seed) {
            QTest::addRow("sqlite %d", seed) << QStringLiteral("sqlite") << seed;
            if (!qEnvironmentVariableIsEmpty("FOYER_TEST_POSTGRES"))
                QTest::addRow("postgres %d", seed) << QStringLiteral("postgres") << seed;
        }
    }

    void anyLifeOfCartsAddsUp()
    {
        QFETCH(QString, database);
        QFETCH(int, seed);
        DiscountHouse house(database);
        Life life(house, quint64(seed));
        for (int i = 0; i < Steps; ++i)
            life.step();
        QVERIFY(life.orders() > 0);
        QCOMPARE(house.breaches(), QString());
        life.refundSome();
        QCOMPARE(house.breaches(), QString());
        house.box.advance(Milliseconds(60 * 60'000));
        must(house.office->inventory().sweep());
        const auto codes = must(house.office->promos().list());
        const auto db = house.behind();
        for (const PromoUse &use : codes) {
            QCOMPARE(use.held, 0);
            const qint64 taken = db->run("SELECT taken FROM promo_code WHERE id = ?", {use.promo.id}).front().number(0);
            QCOMPARE(taken, use.promo.terms.totalLimit ? use.used : 0);
        }
        QCOMPARE(house.breaches(), QString());
    }
};

FOYER_TEST(DiscountHistoryTest, "discounthistory")
#include "test_discounthistory.moc"
