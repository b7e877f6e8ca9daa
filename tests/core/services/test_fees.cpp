#include "core/services/statistics.h"
#include "core/services/verifier.h"
#include "core/storage/database.h"
#include "core/storage/terminal_store.h"
#include "core/storage/writer.h"
#include "tests/support/builders.h"
#include "tests/support/testmain.h"

using namespace foyer;
using namespace foyer::test;

namespace {

struct FeeBooth {
    explicit FeeBooth(const QString &database, const QString &currency = QStringLiteral("EUR"))
        : box(database), office(box.open()), money(*Currency::fromCode(currency))
    {
        opera = anEvent(*office).named(QStringLiteral("Opera")).at(aVenue(*office, QStringLiteral("House"), money)).withGeneral(QStringLiteral("Stalls"), 50, 1000)
                    .withFee(150).withOrderFee(101).withGeneral(QStringLiteral("Free"), 50, 0).add();
    }

    qint64 booked(const char *kind)
    {
        return *office->writer().read([&](Database &db) {
            return db.run("SELECT CAST(coalesce(sum(t.amount), 0) AS BIGINT) FROM transfer t JOIN account a ON a.id = t.credit_id WHERE a.kind = ?",
                          {QString::fromLatin1(kind)}).front().number(0);
        });
    }

    QStringList breaches()
    {
        office.reset();
        const auto db = Database::open(box.url(), Database::Mode::Read, box.clock());
        return must(Verifier(*db, KeyStore(box.keyFolder()).marks(terminal_store::all(*db))).verify()).breaches;
    }

    TestDatabase box;
    std::unique_ptr<BoxOffice> office;
    Currency money;
    Event opera;
};

} // namespace

class FeesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void feesArePartOfWhatIsPaid_data()
    {
        QTest::addColumn<QString>("database");
        QTest::addColumn<QString>("code");
        for (const char *database : {"sqlite", "postgres"}) {
            if (QLatin1String(database) == QLatin1String("postgres") && qEnvironmentVariableIsEmpty("FOYER_TEST_POSTGRES"))
                continue;
            for (const char *code : {"EUR", "JPY", "KWD"})
                QTest::newRow(QByteArray(database) + ' ' + code) << QString::fromLatin1(database) << QString::fromLatin1(code);
        }
    }
    void feesArePartOfWhatIsPaid()
    {
        QFETCH(QString, database);
        QFETCH(QString, code);
        FeeBooth booth(database, code);
        const auto of = [&](qint64 minor) { return Money(minor, booth.money); };
        QCOMPARE(booth.opera.orderFee, of(101));
        QCOMPARE(booth.opera.ticketTypes[0].fee, of(150));
        const auto cart = hold(*booth.office, {places(booth.opera, 0, 3), places(booth.opera, 1, 1)});
        QCOMPARE(cart.fees(), of(3 * 150 + 101));
        QCOMPARE(cart.total(), of(3 * 1000 + 3 * 150 + 101));
        const auto found = must(booth.office->inventory().find(cart.id));
        QCOMPARE(found.total(), cart.total());

        auto &checkout = booth.office->checkout();
        const auto part = must(checkout.pay(booth.office->system(), PayRequest{cart.id, Tender::Cash, of(1), of(2), QStringLiteral("a")}));
        QCOMPARE(part.due(), of(3550));
        const auto done = must(checkout.pay(booth.office->system(), PayRequest{cart.id, Tender::Card, of(3550), {}, QStringLiteral("b"), QStringLiteral("sandbox")}));
        const auto sold = must(checkout.settle({done.payments.back().id, {GatewayOutcome::Kind::Captured, QStringLiteral("r"), {}}}));
        QVERIFY(sold.order);
        QCOMPARE(sold.order->total, of(3551));
        QCOMPARE(sold.order->fees(), of(551));
        std::vector<qint64> fees;
        for (const OrderLine &line : sold.order->lines)
            fees.push_back(line.fee.minor());
        std::sort(fees.begin(), fees.end());
        QCOMPARE(fees, (std::vector<qint64>{25, 175, 175, 176})); // 101 over four tickets
        QCOMPARE(booth.booked("fee") + booth.booked("revenue") + booth.booked("tax"), 3551);
        // 176, 175 and 25 without the 7 % in them.
        QCOMPARE(booth.booked("fee"), (176 - 12) + 2 * (175 - 11) + (25 - 2));
        const auto again = must(booth.office->orders().find(sold.order->id));
        QCOMPARE(again.fees(), of(551));
        const auto report = must(booth.office->statistics().report(booth.office->system(), {}));
        QCOMPARE(report.events.front().revenue, of(3551));
        QCOMPARE(report.events.front().fees, of(551));
        QCOMPARE(booth.breaches(), QStringList());
    }

    void theFeeIsThatOfTheMomentOfReserving_data() { bothDatabases(); }
    void theFeeIsThatOfTheMomentOfReserving()
    {
        QFETCH(QString, database);
        FeeBooth booth(database);
        const auto cart = hold(*booth.office, {places(booth.opera, 0, 1)});
        QVERIFY(booth.office->writer().write([](Work &work) {
            work.db().run("UPDATE ticket_type SET fee = 900 WHERE fee = 150");
            work.fact("test", {});
            return true;
        }));
        QCOMPARE(must(booth.office->inventory().find(cart.id)).total(), euro(1251));
    }

    void aFreeTicketWithAFeeIsPaid_data() { bothDatabases(); }
    void aFreeTicketWithAFeeIsPaid()
    {
        QFETCH(QString, database);
        FeeBooth booth(database);
        const auto order = sell(*booth.office, {places(booth.opera, 1, 2)});
        QCOMPARE(order.total, euro(101));
        QCOMPARE(booth.breaches(), QStringList());
    }

    void badFeesAreRefused()
    {
        FeeBooth booth(QStringLiteral("sqlite"));
        auto &office = *booth.office;
        auto event = anEvent(office).named(QStringLiteral("Bad")).withGeneral(QStringLiteral("S"), 5, 100).withFee(-1).build();
        QCOMPARE(office.catalogue().addEvents(office.system(), std::array{event}).error().code, ErrorCode::InvalidInput);
        event.ticketTypes.front().fee = Money(5, *Currency::fromCode(u"JPY"));
        QCOMPARE(office.catalogue().addEvents(office.system(), std::array{event}).error().code, ErrorCode::InvalidInput);
        event.ticketTypes.front().fee.reset();
        event.orderFee = euro(-1);
        QCOMPARE(office.catalogue().addEvents(office.system(), std::array{event}).error().code, ErrorCode::InvalidInput);
        event.orderFee.reset();
        QVERIFY(office.catalogue().addEvents(office.system(), std::array{event}));
    }
};

FOYER_TEST(FeesTest, "fees")
#include "test_fees.moc"
