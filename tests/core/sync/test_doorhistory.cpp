// Random lives of a box office whose doors sell: grants, sales on both sides, messages that get lost or come twice, places given back, a
// door that is put back to an older copy or cloned. After each step verify must hold, and in the end there is never one ticket too many.
#include "tests/support/doorhouse.h"
#include "tests/support/testmain.h"

#include <QtCore/QJsonArray>

#include <latch>
#include <map>
#include <set>
#include <thread>

using namespace foyer;
using namespace foyer::test;

namespace {

constexpr int HistorySteps = 130;
constexpr int Capacity = 40;

class DoorLife
{
public:
    DoorLife(const QString &database, quint64 seed) : house(database), m_random(seed)
    {
        gala = anEvent(*house.office).named(QStringLiteral("Gala")).startingAt(Evening).withSeats(2, 6, 1500).withGeneral(QStringLiteral("Floor"), Capacity, 1000).withOrderFee(99).add();
        seats = seatsOf(*house.office, gala);
        for (const char *name : {"North gate", "South gate"})
            doors.push_back(house.gate(name));
    }

    void step()
    {
        using Verb = void (DoorLife::*)();
        static constexpr Verb Verbs[] = {&DoorLife::grant, &DoorLife::grant, &DoorLife::grantSeat, &DoorLife::counterSells, &DoorLife::doorSells, &DoorLife::doorSells, &DoorLife::doorSells,
                                         &DoorLife::doorSellsSeat, &DoorLife::doorSellsSeat, &DoorLife::counterSellsSeat, &DoorLife::uploadLost, &DoorLife::upload, &DoorLife::grantLost,
                                         &DoorLife::takeGrants, &DoorLife::acknowledgeLost, &DoorLife::download, &DoorLife::giveBack, &DoorLife::scan, &DoorLife::refund, &DoorLife::putBack,
                                         &DoorLife::putBack, &DoorLife::copy, &DoorLife::copy, &DoorLife::holdSome, &DoorLife::revoke};
        (this->*Verbs[roll(int(std::size(Verbs)))])();
    }

    void settleDown()
    {
        for (const auto &door : doors)
            for (int i = 0; i < 2; ++i) {
                (void)door->upload();
                if (door->download() && door->takeGrants())
                    (void)door->acknowledge();
            }
    }

    /// Every place is in one hand, and no two tickets that admit somebody stand for the same one.
    void proveThatNoTicketIsTooMany()
    {
        std::set<QString> numbers;
        std::map<QString, int> tickets, seated;
        const auto db = Database::open(house.box.url(), Database::Mode::Read, house.box.clock());
        for (const Row &row : db->run("SELECT t.number, y.name, t.seat_id FROM ticket t JOIN ticket_type y ON y.id = t.ticket_type_id JOIN event e ON e.id = t.event_id "
                                      "WHERE e.name = 'Gala' AND t.state = 'valid'")) {
            QVERIFY(numbers.insert(row.text(0)).second);
            ++tickets[row.text(1)];
            if (!row.isNull(2))
                ++seated[row.uuid(2).toString()];
        }
        // Unsold ones that doors may still sell count as well.
        for (const Row &row : db->run("SELECT p.ticket_number, y.name, p.seat_id FROM door_place p JOIN door_grant g ON g.id = p.grant_id JOIN ticket_type y ON y.id = g.ticket_type_id "
                                      "JOIN event e ON e.id = g.event_id WHERE e.name = 'Gala' AND p.state = 'granted'")) {
            QVERIFY(numbers.insert(row.text(0)).second);
            ++tickets[row.text(1)];
            if (!row.isNull(2))
                ++seated[row.uuid(2).toString()];
        }
        QVERIFY(tickets[QStringLiteral("Floor")] <= Capacity);
        for (const auto &[seat, count] : seated)
            QCOMPARE(count, 1);
        // What was sold anywhere is one of those, and each code was printed for one place.
        for (const auto &[code, number] : sold)
            QCOMPARE(ticketcode::decode(code)->code.number.toString(), number);
    }

    DoorHouse house;
    std::vector<std::unique_ptr<Gate>> doors;
    Event gala;
    std::vector<PlanSeat> seats;
    int lives = 0; ///< databases that took another's place
    std::multimap<QString, QString> sold; ///< code and number, on paper somewhere

private:
    int roll(int sides)
    {
        m_random = m_random * 6364136223846793005ull + 1442695040888963407ull;
        return int((m_random >> 33) % quint64(sides));
    }
    Gate &door() { return *doors[size_t(roll(2))]; }
    Actor system() { return house.office->system(); }

    void grant() { (void)house.office->doorGrants().grant(system(), {door().office->terminal(), gala.ticketTypes[1].id, 1 + roll(6)}); }
    void grantSeat() { (void)house.office->doorGrants().grant(system(), {door().office->terminal(), gala.ticketTypes[0].id, 0, {seats[size_t(roll(12))].id}}); }
    void trySell(BoxOffice &box, const ReserveLine &line)
    {
        const auto cart = box.inventory().reserve(box.system(), {{}, Channel::Door, {line}});
        if (!cart)
            return;
        const auto paid = must(box.checkout().pay(box.system(), {cart->id, Tender::Cash, cart->total(), {}, cart->id.toString()}));
        const QStringList codes = must(box.orders().codes(*paid.order));
        for (qsizetype i = 0; i < codes.size(); ++i)
            sold.emplace(codes[i], paid.order->lines[size_t(i)].ticket.number.toString());
        m_orders.push_back(paid.order->id);
    }
    void counterSells() { trySell(*house.office, places(gala, 1, 1 + roll(4))); }
    void counterSellsSeat() { trySell(*house.office, seat(gala, 0, seats[size_t(roll(12))].id)); }
    void doorSells() { trySell(*door().office, places(gala, 1, 1 + roll(3))); }
    void doorSellsSeat() { trySell(*door().office, seat(gala, 0, seats[size_t(roll(12))].id)); }
    void holdSome() { (void)door().office->inventory().reserve(system(), {{}, Channel::Door, {places(gala, 1, 1 + roll(2))}}); }
    void upload() { (void)door().upload(); }
    void uploadLost()
    {
        if (const auto step = must(DoorBooks(*door().office).upload()))
            (void)answerTo(*house.office, *step);
    }
    void download() { (void)door().download(); }
    void takeGrants()
    {
        Gate &one = door();
        if (one.takeGrants())
            (void)one.acknowledge();
    }
    void grantLost() { (void)answerTo(*house.office, must(DoorBooks(*door().office).grant())); }
    void acknowledgeLost()
    {
        if (const auto step = must(DoorBooks(*door().office).acknowledge()))
            (void)answerTo(*house.office, *step);
    }
    void giveBack() { must(door().office->doorStock().giveBack(system())); }
    void scan()
    {
        if (sold.empty())
            return;
        auto code = sold.begin();
        std::advance(code, roll(int(sold.size())));
        (void)door().office->admissions().scan(actorWith(*house.office, Role::Steward), {code->first, gala.id, Passing::In});
        (void)house.office->admissions().scan(system(), {code->first, gala.id, roll(2) ? Passing::In : Passing::Out});
    }
    void refund()
    {
        if (!m_orders.empty())
            (void)house.office->refunds().refund(system(), {m_orders[size_t(roll(int(m_orders.size())))], {}, false, {}});
    }
    void revoke()
    {
        if (roll(5) == 0)
            (void)house.office->doorGrants().revoke(system(), door().office->terminal());
    }
    void copy()
    {
        Gate &one = door();
        const QString file = one.box.url().path;
        one.office.reset();
        QFile::remove(file + QStringLiteral(".old"));
        QVERIFY(QFile::copy(file, file + QStringLiteral(".old")));
        one.open();
    }
    /// An older copy takes the database's place: with the door's marks, or, as a clone elsewhere would, without.
    void putBack()
    {
        Gate &one = door();
        const QString file = one.box.url().path, old = file + QStringLiteral(".old");
        if (!QFile::exists(old))
            return;
        ++lives;
        one.office.reset();
        QVERIFY(QFile::remove(file));
        QVERIFY(QFile::rename(old, file));
        if (roll(2) == 0)
            for (const QFileInfo &mark : QDir(one.box.keyFolder()).entryInfoList({QStringLiteral("*.head")}))
                QVERIFY(QFile::remove(mark.filePath()));
        one.open();
    }

    quint64 m_random;
    std::vector<OrderId> m_orders;
};

} // namespace

class DoorHistoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void neverOneTicketTooMany_data()
    {
        QTest::addColumn<QString>("database");
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 6; ++seed) {
            QTest::newRow(qPrintable(QStringLiteral("sqlite %1").arg(seed))) << QStringLiteral("sqlite") << seed;
            if (!qEnvironmentVariableIsEmpty("FOYER_TEST_POSTGRES") && seed <= 3)
                QTest::newRow(qPrintable(QStringLiteral("postgres %1").arg(seed))) << QStringLiteral("postgres") << seed;
        }
    }
    void neverOneTicketTooMany()
    {
        QFETCH(QString, database);
        QFETCH(int, seed);
        DoorLife life(database, quint64(seed) * 7919);
        for (int i = 0; i < HistorySteps; ++i) {
            life.step();
            if (i % 12 == 0)
                QCOMPARE(breachesOf(life.house.box), QStringList());
        }
        life.settleDown();
        QVERIFY(life.sold.size() >= 10); // something happened
        QVERIFY(life.lives > 0);
        QCOMPARE(breachesOf(life.house.box), QStringList());
        life.proveThatNoTicketIsTooMany();
    }

    void counterAndDoorsCompeteForTheLastPlaces_data() { bothDatabases(); }
    void counterAndDoorsCompeteForTheLastPlaces()
    {
        QFETCH(QString, database);
        DoorHouse house(database);
        const auto north = house.gate("North gate"), south = house.gate("South gate");
        const Event gala = anEvent(*house.office).named(QStringLiteral("Gala")).startingAt(Evening).withSeats(1, 4, 1500).withGeneral(QStringLiteral("Floor"), 25, 1000).add();
        const auto seats = seatsOf(*house.office, gala);
        const TerminalId doors[] = {north->office->terminal(), south->office->terminal()};
        std::atomic<int> given = 0, seatsGiven = 0;
        const auto compete = [&](BoxOffice &box, int who) {
            for (int i = 0; i < 8; ++i) {
                if (who % 2 == 0)
                    given += box.doorGrants().grant(box.system(), {doors[who / 2 % 2], gala.ticketTypes[1].id, 2}) ? 2 : 0;
                else
                    given += box.inventory().reserve(box.system(), {{}, Channel::Counter, {places(gala, 1, 2)}}) ? 2 : 0;
                const SeatId wanted = seats[size_t(i % 4)].id;
                if (who % 2 == 0)
                    seatsGiven += box.doorGrants().grant(box.system(), {doors[who / 2 % 2], gala.ticketTypes[0].id, 0, {wanted}}) ? 1 : 0;
                else
                    seatsGiven += box.inventory().reserve(box.system(), {{}, Channel::Counter, {seat(gala, 0, wanted)}}) ? 1 : 0;
            }
        };
        if (house.box.isPostgres()) {
            std::latch ready(6);
            std::vector<std::thread> threads;
            for (int i = 0; i < 6; ++i)
                threads.emplace_back([&, i] {
                    const auto own = house.box.open(QStringLiteral("till-%1").arg(i));
                    ready.arrive_and_wait();
                    compete(*own, i);
                });
            for (std::thread &thread : threads)
                thread.join();
        } else {
            for (int i = 0; i < 6; ++i)
                compete(*house.office, i);
        }
        QCOMPARE(given.load(), 24); // of 25, in twos
        QCOMPARE(seatsGiven.load(), 4);
        QCOMPARE(breachesOf(house.box), QStringList());
    }

    void whatIsTamperedWithIsNamed_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<QString>("breach");
        QTest::newRow("a granted place is gone") << QByteArray("UPDATE door_place SET state = 'returned' WHERE state = 'granted' AND seat_id IS NULL") << QStringLiteral("a door has a capacity of");
        QTest::newRow("a sold place") << QByteArray("UPDATE door_place SET state = 'granted', ticket_id = NULL WHERE state = 'sold'") << QStringLiteral("is still with a door");
        QTest::newRow("an invented ticket") << QByteArray("UPDATE door_place SET ticket_id = grant_id, state = 'sold' WHERE state = 'granted' AND position = 5") << QStringLiteral("no such ticket was sold");
        QTest::newRow("a seat is free again") << QByteArray("DELETE FROM claim WHERE state = 'door'") << QStringLiteral("is granted to a door, but not kept for it");
        QTest::newRow("a seat that nobody granted") << QByteArray("UPDATE claim SET state = 'door', reason = 'x', ticket_id = NULL WHERE state = 'sold'") << QStringLiteral("is kept for a door that was not granted it");
        QTest::newRow("another door's grant") << QByteArray("UPDATE door_grant SET number = number + 7") << QStringLiteral("what stands there is different");
        QTest::newRow("a conflict") << QByteArray("UPDATE door_sale_conflict SET total = 1") << QStringLiteral("what stands there is different");
        QTest::newRow("a conflict is gone") << QByteArray("DELETE FROM door_sale_conflict") << QStringLiteral("which is not there");
        QTest::newRow("returned by nobody") << QByteArray("UPDATE door_place SET state = 'returned' WHERE state = 'granted'") << QStringLiteral("places that doors gave back");
    }
    void whatIsTamperedWithIsNamed()
    {
        QFETCH(QByteArray, sql);
        QFETCH(QString, breach);
        DoorHouse house(QStringLiteral("sqlite"));
        const auto north = house.gate("North gate"), south = house.gate("South gate");
        const auto seats = seatsOf(*house.office, house.hamlet);
        for (const auto &door : {north.get(), south.get()})
            must(house.office->doorGrants().grant(house.office->system(), {door->office->terminal(), house.hamlet.ticketTypes[1].id, 6}));
        must(house.office->doorGrants().grant(house.office->system(), {north->office->terminal(), house.hamlet.ticketTypes[0].id, 0, {seats[0].id}}));
        north->sync();
        south->sync();
        sell(*north->office, {places(house.hamlet, 1, 2)});
        north->sync();
        sell(*south->office, {places(house.hamlet, 1, 1)});
        must(house.office->doorGrants().revoke(house.office->system(), south->office->terminal()));
        south->sync();
        QCOMPARE(must(house.office->doorSettlement().conflicts()).size(), size_t(1));
        QCOMPARE(breachesOf(house.box), QStringList());
        house.office.reset();
        {
            const auto db = house.box.administrator();
            for (const Row &row : db->run("SELECT name FROM sqlite_schema WHERE type = 'trigger'"))
                db->execute(QStringLiteral("DROP TRIGGER \"%1\"").arg(row.text(0)));
            db->execute(QStringLiteral("PRAGMA foreign_keys = OFF"));
            db->execute(QString::fromLatin1(sql));
        }
        const QString said = breachesOf(house.box).join(u'\n');
        QVERIFY2(said.contains(breach), qPrintable(said));
    }

    void aDoorThatWasPutBackOwnsNothingUntilItIsEnrolledAnew_data() { bothDatabases(); }
    void aDoorThatWasPutBackOwnsNothingUntilItIsEnrolledAnew()
    {
        QFETCH(QString, database);
        DoorHouse house(database);
        const auto north = house.gate("North gate");
        must(house.office->doorGrants().grant(house.office->system(), {north->office->terminal(), house.hamlet.ticketTypes[1].id, 6}));
        north->sync();
        const QString file = north->box.url().path, copy = file + QStringLiteral(".copy");
        north->office.reset();
        QVERIFY(QFile::copy(file, copy));
        north->open();
        sell(*north->office, {places(house.hamlet, 1, 2)});
        north->office.reset();
        QVERIFY(QFile::remove(file));
        QVERIFY(QFile::rename(copy, file));
        north->open();
        QVERIFY(must(north->office->doorStock().left()).empty());
        const auto wish = north->office->inventory().reserve(north->office->system(), {{}, Channel::Door, {places(house.hamlet, 1, 1)}});
        QCOMPARE(wish.error().code, ErrorCode::SoldOut);
        QVERIFY(!north->upload()); // its new life is nobody that the centre knows
        QCOMPARE(breachesOf(house.box), QStringList());
    }
};

FOYER_TEST(DoorHistoryTest, "doorhistory")
#include "test_doorhistory.moc"
