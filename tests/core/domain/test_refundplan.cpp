#include "core/domain/orderquery.h"
#include "core/domain/orderstatus.h"
#include "core/domain/refundplan.h"
#include "tests/support/testmain.h"

using namespace foyer;

namespace {

Money cents(qint64 minor) { return {minor, Currency()}; }

template <typename I>
I anId(int n)
{
    return I(QUuid(uint(n), 0, 0, 0, 0, 0, 0, 0, 0, 0, 1));
}

OrderLine aLine(int n, qint64 price, qint64 fee, TicketState state = TicketState::Valid)
{
    OrderLine line;
    line.id = anId<OrderLineId>(n);
    line.ticket.id = anId<TicketId>(n);
    line.ticket.state = state;
    line.unitPrice = cents(price);
    line.discount = cents(0);
    line.fee = cents(fee);
    line.tax = cents(0);
    return line;
}

Payment capture(int n, Tender tender, qint64 amount, PaymentState state = PaymentState::Captured)
{
    Payment payment;
    payment.id = anId<PaymentId>(n);
    payment.tender = tender;
    payment.amount = cents(amount);
    payment.state = state;
    return payment;
}

Payment back(int n, int of, qint64 amount, PaymentState state)
{
    Payment payment = capture(n, Tender::Card, amount, state);
    payment.kind = PaymentKind::Refund;
    payment.refersTo = anId<PaymentId>(of);
    return payment;
}

Order aSale(std::vector<OrderLine> lines, std::vector<Payment> payments)
{
    Order sale;
    sale.number = QStringLiteral("A-10001");
    sale.lines = std::move(lines);
    sale.payments = std::move(payments);
    sale.total = refundplan::worth(sale.lines, Currency());
    return sale;
}

} // namespace

class RefundPlanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cardsAreGivenBackBeforeCashAndNoneBeyondItself()
    {
        const std::vector payments{capture(1, Tender::Cash, 8999), capture(2, Tender::Card, 10000), capture(3, Tender::Card, 5000, PaymentState::Declined)};
        const auto some = refundplan::share(payments, cents(4750));
        QCOMPARE(some->size(), size_t(1));
        QCOMPARE(some->front().capture, anId<PaymentId>(2));
        const auto more = refundplan::share(payments, cents(12000));
        QCOMPARE(more->size(), size_t(2));
        QCOMPARE((*more)[0].amount, cents(10000));
        QCOMPARE((*more)[1].amount, cents(2000));
        QCOMPARE((*more)[1].tender, Tender::Cash);
        QCOMPARE(refundplan::share(payments, cents(19000)).error().code, ErrorCode::MoreThanDue);
        QVERIFY(refundplan::share(payments, cents(0))->empty());
    }

    void whatIsOnItsWayIsGoneAndWhatABankRefusedIsNot()
    {
        const std::vector payments{capture(1, Tender::Card, 1000), back(2, 1, 300, PaymentState::Unknown), back(3, 1, 200, PaymentState::Declined)};
        QCOMPARE(refundplan::left(payments[0], payments), cents(700));
        QVERIFY(refundplan::share(payments, cents(700)));
        QVERIFY(!refundplan::share(payments, cents(701)));
    }

    void voidTicketsAreNotChosenAgain()
    {
        const Order sale = aSale({aLine(1, 900, 50), aLine(2, 900, 49, TicketState::Void), aLine(3, 900, 50, TicketState::Revoked)}, {});
        QCOMPARE(refundplan::chosen(sale, {})->size(), size_t(2));
        const std::array twice{anId<TicketId>(1), anId<TicketId>(1)};
        QCOMPARE(refundplan::chosen(sale, twice)->size(), size_t(1));
        const std::array gone{anId<TicketId>(1), anId<TicketId>(2)};
        QCOMPARE(refundplan::chosen(sale, gone).error().code, ErrorCode::AlreadyRefunded);
        const std::array foreign{anId<TicketId>(9)};
        QCOMPARE(refundplan::chosen(sale, foreign).error().code, ErrorCode::NotFound);
        QCOMPARE(refundplan::chosen(aSale({aLine(1, 1, 0, TicketState::Void)}, {}), {}).error().code, ErrorCode::AlreadyRefunded);
    }

    void theStatusFollowsFromTicketsAndPayments()
    {
        const auto status = [](std::vector<OrderLine> lines, std::vector<Payment> payments, qint64 refunded, int exchanged = 0) {
            const Order sale = aSale(std::move(lines), std::move(payments));
            return statusOf(sale, sale.payments, sale.total - cents(refunded), exchanged);
        };
        const auto paid = capture(1, Tender::Card, 1000);
        const auto whole = aLine(1, 500, 0);
        const auto gone = aLine(2, 500, 0, TicketState::Void);
        QCOMPARE(status({whole, aLine(2, 500, 0)}, {paid}, 0), OrderStatus::Paid);
        QCOMPARE(status({whole, gone}, {paid, back(3, 1, 500, PaymentState::Captured)}, 500), OrderStatus::PartlyRefunded);
        QCOMPARE(status({whole, gone}, {paid, back(3, 1, 500, PaymentState::Unknown)}, 500), OrderStatus::RefundOnItsWay);
        QCOMPARE(status({whole, gone}, {paid, back(3, 1, 500, PaymentState::Declined)}, 500), OrderStatus::RefundOwed);
        QCOMPARE(status({gone, gone}, {paid, back(3, 1, 1000, PaymentState::Captured)}, 1000), OrderStatus::Refunded);
        QCOMPARE(status({whole, gone}, {paid}, 0, 1), OrderStatus::PartlyExchanged);
        QCOMPARE(status({gone, gone}, {paid}, 0, 2), OrderStatus::Exchanged);
        QCOMPARE(status({gone, gone}, {paid, back(3, 1, 500, PaymentState::Captured)}, 500, 1), OrderStatus::Refunded);
    }

    void typedWordsAreReadInEveryWayTheyMayBeMeant()
    {
        const QDate today(2026, 3, 20);
        const auto read = [&](const char *text) { return OrderQuery::read(QString::fromUtf8(text), today); };
        QCOMPARE(read(" a-104 ").orderNumber, QStringLiteral("A-104"));
        QVERIFY(read("a-104").person.isEmpty());
        QCOMPARE(read("10482").counter, QStringLiteral("10482"));
        QCOMPARE(read("10482").person, QStringLiteral("10482")); // a phone number begins like that, too
        QCOMPARE(read("abc12-3").ticketNumber, QStringLiteral("ABC123"));
        QCOMPARE(read("Stalls 5-12").seat, std::optional(SeatLabel{QStringLiteral("Stalls"), QStringLiteral("5"), QStringLiteral("12")}));
        QCOMPARE(read("Upper Circle AA-7").seat, std::optional(SeatLabel{QStringLiteral("Upper Circle"), QStringLiteral("AA"), QStringLiteral("7")}));
        QCOMPARE(read("5-12").seat, std::optional(SeatLabel{{}, QStringLiteral("5"), QStringLiteral("12")}));
        QCOMPARE(read("19.3.").day, std::optional(QDate(2026, 3, 19)));
        QCOMPARE(read("24.12.").day, std::optional(QDate(2025, 12, 24)));
        QCOMPARE(read("2026-02-01").day, std::optional(QDate(2026, 2, 1)));
        QVERIFY(!read("31.02.2026").day);
        QCOMPARE(read("Müller").person, QStringLiteral("Müller"));
        QVERIFY(read("x").isEmpty());
        QVERIFY(read("").isEmpty());
    }
};

FOYER_TEST(RefundPlanTest, "refundplan")
#include "test_refundplan.moc"
