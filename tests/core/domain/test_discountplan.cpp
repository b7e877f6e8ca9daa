// What discounts take off, to the cent.
#include "core/base/random.h"
#include "core/domain/discountplan.h"
#include "tests/support/testmain.h"

#include <QtTest/QTest>

#include <numeric>

using namespace foyer;

namespace {

template <typename I>
I idOf(quint8 n)
{
    return I(QUuid(n, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1));
}

const EventId Hamlet = idOf<EventId>(1);
const EventId Club = idOf<EventId>(2);
const TicketTypeId Stalls = idOf<TicketTypeId>(1);
const TicketTypeId Circle = idOf<TicketTypeId>(2);

struct Cart {
    Cart &with(qint64 price, int quantity = 1, EventId event = Hamlet, TicketTypeId type = Stalls)
    {
        ReservationLine line;
        line.id = idOf<ReservationLineId>(quint8(reservation.lines.size() + 1));
        line.event = event;
        line.ticketType = type;
        line.quantity = quantity;
        line.unitPrice = Money(price, {});
        reservation.lines.push_back(line);
        return *this;
    }
    Discount &entry(DiscountKind kind, qint64 value, bool byHand)
    {
        Discount discount;
        discount.id = idOf<DiscountId>(quint8(reservation.discounts.size() + 1));
        discount.kind = kind;
        discount.value = value;
        if (!byHand)
            discount.promo = idOf<PromoId>(quint8(reservation.discounts.size() + 1));
        reservation.discounts.push_back(discount);
        return reservation.discounts.back();
    }
    Discount &percent(qint64 hundredths) { return entry(DiscountKind::Percent, hundredths, false); }
    Discount &amount(qint64 cents) { return entry(DiscountKind::Amount, cents, false); }

    /// Taken off each line.
    std::vector<qint64> lines()
    {
        discountplan::apply(reservation);
        std::vector<qint64> out;
        for (const ReservationLine &line : reservation.lines)
            out.push_back(line.discount.minor());
        return out;
    }
    /// By each entry.
    std::vector<qint64> amounts()
    {
        discountplan::apply(reservation);
        std::vector<qint64> out;
        for (const Discount &discount : reservation.discounts)
            out.push_back(discount.amount.minor());
        return out;
    }

    Reservation reservation;
};

using Cents = std::vector<qint64>;

} // namespace

class DiscountPlanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAmountForEachTicketGrowsWithTheTickets()
    {
        Cart cart;
        cart.with(1000, 3).with(400).with(900, 2, Club);
        Discount &each = cart.amount(500);
        each.isPerTicket = true;
        each.floor = 100;
        each.scope = {{Hamlet, {}}};
        QCOMPARE(cart.lines(), (std::vector<qint64>{1500, 300, 0})); // never below the floor
        QCOMPARE(cart.reservation.discounts.front().amount, Money(1800, {}));
    }

    void tenAndACentOffTwentyTicketsIsSharedOutToTheCent()
    {
        Cart cart;
        for (int i = 0; i < 20; ++i)
            cart.with(1000);
        cart.amount(1001);
        Cents expected(20, 50);
        expected.front() = 51;
        QCOMPARE(cart.lines(), expected);
        QCOMPARE(cart.reservation.total(), Money(18999, {}));
        QCOMPARE(cart.reservation.discount(), Money(1001, {}));
    }

    void aPercentageIsRoundedOnceForAll()
    {
        QCOMPARE(Cart().with(999).with(999).with(999).lines(), (Cents{0, 0, 0}));
        Cart cart;
        cart.with(333).with(333).with(333).percent(1000); // 99.9 cents
        QCOMPARE(cart.lines(), (Cents{34, 33, 33}));
        Cart half;
        half.with(5).percent(1000);
        QCOMPARE(half.lines(), (Cents{1})); // half a cent is one
    }

    void oneLineOfManyPlacesIsLikeManyLines()
    {
        Cart many;
        for (int i = 0; i < 7; ++i)
            many.with(1000);
        many.amount(1001);
        Cart one;
        one.with(1000, 7).amount(1001);
        QCOMPARE(one.lines(), (Cents{1001}));
        std::vector<qint64> parts;
        for (const Money part : discountplan::perPlace(one.reservation.lines.front()))
            parts.push_back(part.minor());
        QCOMPARE(parts, many.lines());
    }

    void nothingGetsCheaperThanNothingAndFeesStay()
    {
        Cart cart;
        cart.with(500).with(300).amount(100'000);
        cart.reservation.lines.front().unitFee = Money(150, {});
        cart.reservation.lines.back().unitFee = Money(0, {});
        QCOMPARE(cart.lines(), (Cents{500, 300}));
        QCOMPARE(cart.reservation.total(), Money(150, {}));
        QCOMPARE(cart.reservation.fees(), Money(150, {}));
        QCOMPARE(cart.amounts(), (Cents{800}));
    }

    void noTicketGoesBelowTheFloorOfTheCode()
    {
        Cart cart;
        cart.with(1000).with(600).with(400).percent(5000).floor = 500;
        QCOMPARE(cart.lines(), (Cents{500, 100, 0}));
        Cart amount;
        amount.with(1000, 2).with(600).amount(2000).floor = 500;
        QCOMPARE(amount.lines(), (Cents{1000, 100})); // all that the floor leaves
        Cart shared;
        shared.with(1000).with(600).amount(60).floor = 500;
        QCOMPARE(shared.lines(), (Cents{50, 10}));
    }

    void aCodeIsForItsEventsAndTypes()
    {
        Cart cart;
        cart.with(1000).with(1000, 1, Hamlet, Circle).with(1000, 2, Club).percent(1000).scope = {{Hamlet, Circle}, {Club, {}}};
        QCOMPARE(cart.lines(), (Cents{0, 100, 200}));
        Cart none;
        none.with(1000).percent(1000).scope = {{Club, {}}};
        QCOMPARE(none.lines(), (Cents{0}));
        QCOMPARE(none.amounts(), (Cents{0}));
    }

    void percentagesComeBeforeAmountsInAnyOrder()
    {
        Cart one;
        one.with(1000);
        one.percent(1000);
        one.amount(100);
        Cart other;
        other.with(1000);
        other.amount(100);
        other.percent(1000);
        QCOMPARE(one.lines(), (Cents{200}));
        QCOMPARE(one.lines(), other.lines());
        Cart twice;
        twice.with(1000);
        twice.percent(5000);
        twice.percent(5000); // of what the first left
        QCOMPARE(twice.amounts(), (Cents{500, 250}));
    }

    void ofCodesThatStandAloneTheBestCounts()
    {
        Cart cart;
        cart.with(1000);
        cart.percent(1000);                      // 1.00
        cart.percent(1500).isStackable = false;  // 1.50
        cart.amount(140).isStackable = false;    // 1.40
        QCOMPARE(cart.amounts(), (Cents{0, 150, 0}));
        cart.amount(60); // the two stackable ones come to 1.60
        QCOMPARE(cart.amounts(), (Cents{100, 0, 0, 60}));
    }

    void whatIsGivenByHandComesAfterTheCodesAndWithAll()
    {
        Cart cart;
        cart.with(1000).with(1000);
        cart.entry(DiscountKind::Percent, 5000, true).line = cart.reservation.lines.front().id;
        cart.percent(1000).isStackable = false;
        cart.entry(DiscountKind::Amount, 50, true);
        QCOMPARE(cart.amounts(), (Cents{450, 200, 50}));
        QCOMPARE(cart.reservation.discount(), Money(700, {}));
        QVERIFY(cart.lines()[0] > cart.lines()[1]);
    }

    void ticketsThatComeAndGoAreCountedAnew()
    {
        Cart cart;
        cart.with(1000).amount(100);
        QCOMPARE(cart.lines(), (Cents{100}));
        cart.with(1000);
        QCOMPARE(cart.lines(), (Cents{50, 50}));
        cart.reservation.lines.erase(cart.reservation.lines.begin());
        QCOMPARE(cart.lines(), (Cents{100}));
        cart.reservation.lines.clear();
        QCOMPARE(cart.amounts(), (Cents{0}));
    }

    void anotherCurrencyIsNotTakenOff()
    {
        Cart cart;
        cart.with(1000).amount(100).currency = *Currency::fromCode(u"USD");
        QCOMPARE(cart.lines(), (Cents{0}));
    }

    /// Whatever is combined: parts add up, nothing is negative, nothing is below zero or a floor that alone holds.
    void anyCartAddsUp()
    {
        quint64 state = 1;
        const auto roll = [&](qint64 n) {
            state = state * 6364136223846793005ULL + 1442695040888963407ULL;
            return qint64((state >> 33) % quint64(n));
        };
        for (int round = 0; round < 2000; ++round) {
            Cart cart;
            for (qint64 i = roll(6); i >= 0; --i)
                cart.with(roll(5000), int(1 + roll(4)), roll(2) ? Hamlet : Club, roll(2) ? Stalls : Circle);
            for (qint64 i = roll(5); i > 0; --i) {
                Discount &entry = roll(2) ? cart.entry(DiscountKind::Percent, 1 + roll(10'000), roll(3) == 0) : cart.entry(DiscountKind::Amount, 1 + roll(9000), roll(3) == 0);
                entry.isStackable = entry.isByHand() || roll(2);
                entry.floor = entry.isByHand() ? 0 : roll(900);
                if (roll(2) && !entry.isByHand())
                    entry.scope = {{Hamlet, roll(2) ? Stalls : TicketTypeId()}};
            }
            const Cents lines = cart.lines();
            const Cents amounts = cart.amounts();
            QCOMPARE(std::accumulate(lines.begin(), lines.end(), qint64(0)), std::accumulate(amounts.begin(), amounts.end(), qint64(0)));
            for (size_t i = 0; i < lines.size(); ++i) {
                const ReservationLine &line = cart.reservation.lines[i];
                QVERIFY(lines[i] >= 0 && lines[i] <= line.price().minor());
                for (const Money part : discountplan::perPlace(line))
                    QVERIFY(!part.isNegative() && part <= line.unitPrice);
            }
            QVERIFY(std::all_of(amounts.begin(), amounts.end(), [](qint64 amount) { return amount >= 0; }));
        }
    }

    void codesAreKnownHoweverTheyAreTyped()
    {
        QCOMPARE(*promoText(u" sum-mer 10 "), QStringLiteral("SUMMER10"));
        QCOMPARE(*promoText(u"größe"), QStringLiteral("GRÖSSE"));
        for (const char16_t *bad : {u"", u"  ", u"a/b", u"x;drop", u"0123456789012345678901234567890123456789X"})
            QVERIFY2(!promoText(QStringView(bad)), qPrintable(QString::fromUtf16(bad)));
        QCOMPARE(plainText(DiscountKind::Percent, 1250, {}), QStringLiteral("12.50 %"));
        QCOMPARE(plainText(DiscountKind::Amount, 1001, {}), QStringLiteral("10.01 EUR"));
    }
};

FOYER_TEST(DiscountPlanTest, "discountplan")
#include "test_discountplan.moc"
