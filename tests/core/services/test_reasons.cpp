// Why something was done: shown with the order, proved by the journal, and forgotten with the person.
#include "core/services/reasons.h"
#include "core/services/verifier.h"
#include "core/storage/database.h"
#include "tests/support/builders.h"
#include "tests/support/testmain.h"

using namespace foyer;
using namespace foyer::test;

namespace {

/// An order of somebody's, of which a ticket was revoked and another refunded, with reasons.
struct Told {
    explicit Told(const QString &database) : box(database), office(box.open())
    {
        const Event event = anEvent(*office).withGeneral(QStringLiteral("Standing"), 5, 500).add();
        customer = must(office->customers().add(office->system(), {{}, QStringLiteral("Ada"), {}, {}}));
        const auto cart = hold(*office, {places(event, 0, 3)});
        must(office->customers().assign(office->system(), cart.id, customer.id));
        order = *must(office->checkout().pay(office->system(), {cart.id, Tender::Cash, euro(1500), {}, QStringLiteral("k")})).order;
        must(office->ticketChanges().revoke(office->system(), std::array{order.lines[0].ticket.id}, QStringLiteral(" lost  on the\ntrain ")));
        RefundWish wish;
        wish.order = order.id;
        wish.tickets = {order.lines[1].ticket.id};
        wish.reason = QStringLiteral("Ada is ill");
        must(office->refunds().refund(office->system(), wish));
    }

    std::vector<OrderStep> history() { return must(office->orderDetails().of(order.id)).history; }
    QStringList breaches()
    {
        const auto db = Database::open(box.url(), Database::Mode::Read, box.clock());
        return must(Verifier(*db, {}).verify()).breaches;
    }

    TestDatabase box;
    std::unique_ptr<BoxOffice> office;
    Customer customer;
    Order order;
};

} // namespace

class ReasonsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReasonStandsInTheHistoryAndNotInTheJournal_data() { bothDatabases(); }
    void aReasonStandsInTheHistoryAndNotInTheJournal()
    {
        QFETCH(QString, database);
        Told told(database);
        const auto history = told.history();
        QCOMPARE(history.size(), size_t(3));
        QCOMPARE(history[0].reason, QString());
        QCOMPARE(history[1].reason, QStringLiteral("lost on the train"));
        QCOMPARE(history[2].reason, QStringLiteral("Ada is ill"));
        const auto db = Database::open(told.box.url(), Database::Mode::Read, told.box.clock());
        for (const Row &row : db->run("SELECT body FROM journal"))
            QVERIFY(!row.text(0).contains(QStringLiteral("ill\"")) && !row.text(0).contains(QStringLiteral("train")));
        QCOMPARE(told.breaches(), QStringList());
        QCOMPARE(told.office->ticketChanges().revoke(told.office->system(), std::array{told.order.lines[2].ticket.id}, QString(reasons::Longest + 1, u'x')).error().code, ErrorCode::InvalidInput);
    }

    void anotherReasonIsNoticed_data() { bothDatabases(); }
    void anotherReasonIsNoticed()
    {
        QFETCH(QString, database);
        Told told(database);
        told.office.reset();
        told.box.administrator()->execute(QStringLiteral("UPDATE private_text SET text = 'Ada was rude' WHERE text = 'Ada is ill'"));
        QCOMPARE(told.breaches().size(), 1);
        QVERIFY(told.breaches().front().contains(QStringLiteral("reason")));
    }

    void whoIsErasedIsNotSpokenOf_data() { bothDatabases(); }
    void whoIsErasedIsNotSpokenOf()
    {
        QFETCH(QString, database);
        Told told(database);
        must(told.office->customerRecords().erase(told.office->system(), told.customer.id));
        for (const OrderStep &step : told.history())
            QCOMPARE(step.reason, QString());
        QCOMPARE(told.breaches(), QStringList());
        const auto db = Database::open(told.box.url(), Database::Mode::Read, told.box.clock());
        QCOMPARE(db->run("SELECT count(*) FROM private_text").front().number(0), 0);
    }
};

FOYER_TEST(ReasonsTest, "reasons")
#include "test_reasons.moc"
