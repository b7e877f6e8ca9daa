#include "core/domain/charges.h"
#include "tests/support/testmain.h"

#include <QtCore/QRandomGenerator>

using namespace foyer;

namespace {

/// The lines of an order of `counts[i]` tickets for event i, and the reservation that they come from.
struct Sale {
    Reservation reservation;
    std::vector<OrderLine> lines;
};

Sale aSale(QRandomGenerator &random, Currency currency)
{
    Sale sale;
    sale.reservation.currency = currency;
    const int events = 1 + int(random.bounded(3));
    for (int e = 0; e < events; ++e) {
        const EventId event(QUuid::createUuid());
        const Money orderFee(random.bounded(500), currency);
        const int rate = std::array{0, 500, 700, 1900, 10'000}[random.bounded(5)];
        const int lines = 1 + int(random.bounded(4));
        for (int l = 0; l < lines; ++l) {
            ReservationLine line;
            line.event = event;
            line.quantity = 1 + int(random.bounded(7));
            line.unitPrice = Money(random.bounded(20'000), currency);
            line.unitFee = Money(random.bounded(300), currency);
            line.orderFee = orderFee;
            line.discount = Money::zero(line.unitPrice.currency());
            sale.reservation.lines.push_back(line);
            for (int i = 0; i < line.quantity; ++i) {
                OrderLine one;
                one.ticket.event = event;
                one.unitPrice = line.unitPrice;
                one.discount = Money::zero(currency);
                one.fee = line.unitFee;
                one.taxBasisPoints = rate;
                one.tax = Money::zero(currency);
                sale.lines.push_back(one);
            }
        }
    }
    return sale;
}

} // namespace

class ChargesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLinesAddUpToTheReservation_data()
    {
        QTest::addColumn<QString>("code");
        for (const char *code : {"EUR", "JPY", "KWD"})
            QTest::newRow(code) << QString::fromLatin1(code);
    }
    void theLinesAddUpToTheReservation()
    {
        QFETCH(QString, code);
        const Currency currency = *Currency::fromCode(code);
        QRandomGenerator random(20261120);
        for (int round = 0; round < 500; ++round) {
            Sale sale = aSale(random, currency);
            charges::spread(sale.lines, sale.reservation);
            Order order;
            order.currency = currency;
            order.lines = sale.lines;
            Money total = Money::zero(currency);
            Money net = total;
            Money tax = total;
            for (const OrderLine &line : order.lines) {
                total += line.total();
                tax += line.tax;
                const charges::Earnings one = charges::earnings({line}, currency);
                const Money fee = one.fees.at(line.ticket.event);
                const Money revenue = one.net.at(line.ticket.event);
                QVERIFY(!fee.isNegative() && !revenue.isNegative() && !line.tax.isNegative());
                net += fee + revenue;
            }
            QCOMPARE(total, sale.reservation.total());
            QCOMPARE(order.fees(), sale.reservation.fees());
            QCOMPARE(net + tax, total);
            const charges::Earnings all = charges::earnings(order.lines, currency);
            Money earned = all.tax;
            for (const auto &[event, amount] : all.net)
                earned += amount + all.fees.at(event);
            QCOMPARE(earned, total);
            Money gross = Money::zero(currency);
            Money byRate = gross;
            for (const charges::TaxSum &sum : charges::taxes(order)) {
                gross += sum.gross;
                byRate += sum.tax;
            }
            QCOMPARE(gross, total);
            QCOMPARE(byRate, tax);
        }
    }

    void everyTicketBearsTheSameButForACent()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 500; ++round) {
            const qint64 amount = qint64(random.bounded(100'000)) - 50'000;
            std::vector<qint64> weights(1 + random.bounded(40));
            for (qint64 &weight : weights)
                weight = random.bounded(10'000);
            weights.front() += 1;
            qint64 sum = 0;
            qint64 all = 0;
            for (const qint64 weight : weights)
                all += weight;
            const auto parts = shareOut(Money(amount, Currency()), weights);
            for (size_t i = 0; i < parts.size(); ++i) {
                sum += parts[i].minor();
                // Less than one minor unit away from the exact part.
                QVERIFY(std::abs(parts[i].minor() * all - amount * weights[i]) < all);
            }
            QCOMPARE(sum, amount);
        }
    }

    void anEventChargesItsOrderFeeOnce()
    {
        Reservation cart;
        const EventId event(QUuid::createUuid());
        for (const qint64 fee : {150, 200}) { // raised between the two
            ReservationLine line;
            line.event = event;
            line.quantity = 2;
            line.unitPrice = Money(1000, Currency());
            line.unitFee = Money(50, Currency());
            line.orderFee = Money(fee, Currency());
            line.discount = Money::zero(line.unitPrice.currency());
            cart.lines.push_back(line);
        }
        QCOMPARE(cart.orderFees().size(), size_t(1));
        QCOMPARE(cart.fees(), Money(4 * 50 + 200, Currency()));
        QCOMPARE(cart.total(), Money(4 * 1050 + 200, Currency()));
    }
};

FOYER_TEST(ChargesTest, "charges")
#include "test_charges.moc"
