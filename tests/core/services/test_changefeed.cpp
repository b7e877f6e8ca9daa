#include "core/storage/writer.h"
#include "tests/support/builders.h"
#include "tests/support/testmain.h"

#include <map>

using namespace foyer;
using namespace foyer::test;

namespace {

using Seen = std::tuple<std::optional<ClaimState>, ReservationId>;

/// What somebody shows who looked once and then only listens.
class Copy
{
public:
    Copy(BoxOffice &office, std::vector<Event> events) : m_office(office), m_events(std::move(events)), m_cursor(must(office.changes().here()))
    {
        for (const Event &event : m_events)
            lookAt(event, m_seats, m_types);
    }

    FeedNews follow()
    {
        FeedNews news = must(m_office.changes().since(m_cursor));
        m_cursor = news.cursor;
        for (const SeatNews &seat : news.seats)
            m_seats[{seat.event, seat.seat}] = {seat.state, seat.reservation};
        for (const EventAvailability &event : news.availability)
            for (const TypeAvailability &type : event.types)
                m_types[type.ticketType] = figures(type);
        std::erase_if(m_seats, [](const auto &entry) { return !std::get<0>(entry.second); });
        return news;
    }

    bool isTrue()
    {
        Seats seats;
        Types types;
        for (const Event &event : m_events)
            lookAt(event, seats, types);
        return seats == m_seats && types == m_types;
    }

private:
    using Seats = std::map<std::pair<EventId, SeatId>, Seen>;
    using Types = std::map<TicketTypeId, std::array<int, 4>>;

    static std::array<int, 4> figures(const TypeAvailability &type) { return {type.capacity, type.held, type.sold, type.blocked}; }

    void lookAt(const Event &event, Seats &seats, Types &types)
    {
        for (const SeatClaim &claim : must(m_office.inventory().claims(event.id)))
            seats[{event.id, claim.seat}] = {claim.state, claim.reservation};
        const auto counted = must(m_office.inventory().availability(std::array{event.id}));
        for (const TypeAvailability &type : counted.front().types)
            types[type.ticketType] = figures(type);
    }

    BoxOffice &m_office;
    std::vector<Event> m_events;
    FeedCursor m_cursor;
    Seats m_seats;
    Types m_types;
};

} // namespace

class ChangeFeedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoeverFollowsShowsWhatIsThere_data() { bothDatabases(); }
    void whoeverFollowsShowsWhatIsThere()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        const auto office = box.open();
        const Event hamlet = anEvent(*office).named(QStringLiteral("Hamlet")).withSeats(4, 10).withGeneral(QStringLiteral("Standing"), 30, 1500).add();
        const Event club = anEvent(*office).named(QStringLiteral("Club")).withGeneral(QStringLiteral("Floor"), 50, 1000).add();
        const auto seats = seatsOf(*office, hamlet);
        sell(*office, {seat(hamlet, 0, seats[39].id)}); // before anybody looked
        Copy copy(*office, {hamlet, club});
        QVERIFY(copy.isTrue());
        const Actor actor = actorWith(*office, Role::Manager);
        const auto check = [&](const char *what) {
            QVERIFY2(!copy.isTrue(), what);
            QVERIFY2(!copy.follow().isEmpty(), what);
            QVERIFY2(copy.isTrue(), what);
            QVERIFY2(copy.follow().isEmpty(), what);
        };
        auto &inventory = office->inventory();

        auto cart = hold(*office, {seat(hamlet, 0, seats[0].id), seat(hamlet, 0, seats[1].id), places(hamlet, 1, 3), places(club, 0, 2)});
        check("held");
        cart = must(inventory.reserve(actor, ReserveRequest{cart.id, Channel::Counter, {seat(hamlet, 0, seats[2].id)}}));
        check("added");
        const auto lineOf = [&](SeatId id) { return std::find_if(cart.lines.begin(), cart.lines.end(), [&](const auto &l) { return l.seat == id; })->id; };
        must(inventory.removeLines(actor, cart.id, std::array{lineOf(seats[1].id)}));
        check("removed");
        must(office->checkout().pay(actor, PayRequest{cart.id, Tender::Cash, must(inventory.find(cart.id)).total(), {}, QStringLiteral("k")}));
        check("sold");
        const auto other = hold(*office, {seat(hamlet, 0, seats[5].id), places(club, 0, 1)});
        check("held again");
        must(inventory.release(actor, other.id));
        check("released");
        must(inventory.block(actor, hamlet.id, std::array{seats[7].id, seats[8].id}, {ClaimState::House, QStringLiteral("press"), {}}));
        check("kept for the house");
        must(inventory.unblock(actor, hamlet.id, std::array{seats[7].id}));
        check("given back to sale");
        const auto late = hold(*office, {seat(hamlet, 0, seats[9].id), places(club, 0, 4)});
        check("held at last");
        box.advance(std::chrono::minutes(15));
        check("expired, not swept");
        must(inventory.sweep());
        copy.follow();
        QVERIFY(copy.isTrue());
        QCOMPARE(must(inventory.find(late.id)).state, ReservationState::Expired);
    }

    void aHeldSeatIsToldWithItsEnd_data() { bothDatabases(); }
    void aHeldSeatIsToldWithItsEnd()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        const auto office = box.open();
        const Event event = anEvent(*office).withSeats(1, 4).add();
        const auto seats = seatsOf(*office, event);
        auto cursor = must(office->changes().here());
        const auto cart = hold(*office, {seat(event, 0, seats[2].id)});
        FeedNews news = must(office->changes().since(cursor));
        QCOMPARE(news.seats.size(), size_t(1));
        QCOMPARE(news.seats.front().event, event.id);
        QCOMPARE(news.seats.front().seat, seats[2].id);
        QVERIFY(news.seats.front().state == ClaimState::Held);
        QCOMPARE(news.seats.front().reservation, cart.id);
        QVERIFY(news.seats.front().expiresAt == cart.expiresAt);
        QCOMPARE(news.untilExpiry->count(), (cart.expiresAt - Evening).count());

        box.advance(std::chrono::minutes(10));
        cursor = news.cursor;
        const auto extended = must(office->inventory().extend(office->system(), cart.id));
        news = must(office->changes().since(cursor));
        QVERIFY(news.seats.front().expiresAt == extended.expiresAt);

        box.advance(std::chrono::minutes(15) - Milliseconds(1)); // valid while now < expiry
        QVERIFY(must(office->changes().since(news.cursor)).isEmpty());
        box.advance(Milliseconds(1));
        news = must(office->changes().since(news.cursor));
        QCOMPARE(news.seats.size(), size_t(1));
        QVERIFY(!news.seats.front().state);
        QVERIFY(!news.untilExpiry);
    }

    void onlyTheTypesThatChangedAreCounted_data() { bothDatabases(); }
    void onlyTheTypesThatChangedAreCounted()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        const auto office = box.open();
        const Event first = anEvent(*office).named(QStringLiteral("First")).withSeats(2, 5).withGeneral(QStringLiteral("Standing"), 30, 1500).add();
        anEvent(*office).named(QStringLiteral("Second")).withGeneral(QStringLiteral("Floor"), 50, 1000).add();
        const auto cursor = must(office->changes().here());
        hold(*office, {places(first, 1, 3)});
        const FeedNews news = must(office->changes().since(cursor));
        QCOMPARE(news.availability.size(), size_t(1));
        QCOMPARE(news.availability.front().event, first.id);
        QCOMPARE(news.availability.front().types.size(), size_t(1));
        QCOMPARE(news.availability.front().types.front().held, 3);
        QVERIFY(news.seats.empty());
        QVERIFY(!news.catalogue);
        anEvent(*office).named(QStringLiteral("Third")).withGeneral(QStringLiteral("Floor"), 50, 1000).add();
        QVERIFY(must(office->changes().since(news.cursor)).catalogue);
    }

    void whatCannotBeNamedIsLookedAtAsAWhole_data() { bothDatabases(); }
    void whatCannotBeNamedIsLookedAtAsAWhole()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        const auto office = box.open();
        const Event event = anEvent(*office).withGeneral(QStringLiteral("Standing"), 30, 1500).add();
        const auto cursor = must(office->changes().here());
        QVERIFY(!must(office->changes().since(cursor)).everything);
        FeedCursor ahead = cursor; // a backup from before the cursor was restored
        for (qint64 &seq : ahead.heads)
            ++seq;
        QVERIFY(must(office->changes().since(ahead)).everything);
        must(office->writer().read([](Database &db) -> Result<void> {
            db.execute(QStringLiteral("INSERT INTO journal (chain_id, seq, at, body, previous_hash, hash, signature) "
                                      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i <= %1) "
                                      "SELECT j.chain_id, j.seq + n.i, j.at, j.body, j.previous_hash, j.hash, j.signature FROM journal j, n "
                                      "WHERE j.seq = (SELECT max(seq) FROM journal)").arg(ChangeFeed::MostRecords));
            return {};
        }));
        const FeedNews news = must(office->changes().since(cursor));
        QVERIFY(news.everything);
        QVERIFY(must(office->changes().since(news.cursor)).isEmpty()); // from here on it follows again
    }

    void theWindowReadsTheFeedBesideTheWriter_data() { bothDatabases(); }
    void theWindowReadsTheFeedBesideTheWriter()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        const auto office = box.open();
        const Event event = anEvent(*office).withSeats(2, 5).add();
        SystemRandom random;
        const auto reader = must(BoxOffice::openReading({box.url(), box.keyFolder(), QString(), box.clock(), random, crypto::PinCost::Minimal}));
        const auto cursor = must(reader->changes().here());
        hold(*office, {seat(event, 0, seatsOf(*office, event)[3].id)});
        QCOMPARE(must(reader->changes().since(cursor)).seats.size(), size_t(1));
    }

    void whatCommitsBehindAnotherChainIsNotMissed()
    {
        if (qEnvironmentVariableIsEmpty("FOYER_TEST_POSTGRES"))
            QSKIP("needs PostgreSQL: FOYER_TEST_POSTGRES names none");
        TestDatabase box(QStringLiteral("postgres"));
        const auto slow = box.open(QStringLiteral("slow"));
        const auto quick = box.open(QStringLiteral("quick"));
        const Event event = anEvent(*slow).withSeats(1, 4).add();
        const auto seats = seatsOf(*slow, event);
        hold(*quick, {seat(event, 0, seats[0].id)});
        auto cursor = must(quick->changes().here());
        // The slow till's record is written, but not yet committed, while the quick one's passes it.
        must(slow->writer().write([&](Work &work) {
            work.fact("seats.blocked", {{QStringLiteral("event"), event.id.toString()}, {QStringLiteral("seats"), QJsonArray{seats[3].id.toString()}}});
            hold(*quick, {seat(event, 0, seats[1].id)});
            const FeedNews news = must(quick->changes().since(cursor));
            cursor = news.cursor;
            return news.seats.size();
        }));
        const FeedNews news = must(quick->changes().since(cursor));
        QCOMPARE(news.seats.size(), size_t(1));
        QCOMPARE(news.seats.front().seat, seats[3].id);
    }

    void anotherProgramIsHintedAtAChange()
    {
        if (qEnvironmentVariableIsEmpty("FOYER_TEST_POSTGRES"))
            QSKIP("needs PostgreSQL: FOYER_TEST_POSTGRES names none");
        TestDatabase box(QStringLiteral("postgres"));
        const auto here = box.open(QStringLiteral("here"));
        const auto there = box.open(QStringLiteral("there"));
        int heard = 0;
        must(here->listen([&] { ++heard; }));
        must(there->tellOthers());
        QTRY_COMPARE(heard, 1);
        must(here->tellOthers()); // one's own is no news
        must(there->tellOthers());
        QTRY_COMPARE(heard, 2);
        // After the line broke the subscription is made anew with the connection.
        box.administrator()->execute(QStringLiteral("SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                                                    "WHERE datname = current_database() AND pid <> pg_backend_pid()"));
        must(here->now());
        must(there->tellOthers());
        QTRY_COMPARE(heard, 3);
    }
};

FOYER_TEST(ChangeFeedTest, "changefeed")
#include "test_changefeed.moc"
