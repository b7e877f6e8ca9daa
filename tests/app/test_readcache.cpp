// What many ask alike is asked once, and never shown when it is old.
#include "app/server/readcache.h"
#include "app/server/workers.h"
#include "tests/support/builders.h"
#include "tests/support/httpclient.h"
#include "tests/support/testmain.h"
#include "tests/support/testserver.h"

#include <QtCore/QJsonArray>

#include <future>

using namespace foyer;
using namespace foyer::server;
using namespace foyer::test;

namespace {

/// A cache, and questions whose answers come when the test wants them.
struct Asked {
    explicit Asked(Milliseconds lifetime = Milliseconds(1'000)) : cache(clock, lifetime) {}

    void get(const QByteArray &key = "a")
    {
        cache.get(key, [this](const Response &response) { told << response.body; tags << (response.headers.empty() ? QByteArray() : response.headers.front().second); },
                  [this](Reply reply) { questions.push_back(std::move(reply)); });
    }
    /// Answers the oldest question.
    void answer(const QByteArray &body, int status = 200)
    {
        const Reply reply = std::move(questions.front());
        questions.erase(questions.begin());
        reply({status, "text/plain", body});
    }

    SetClock clock{Evening};
    ReadCache cache;
    std::vector<Reply> questions;
    QList<QByteArray> told, tags;
};

} // namespace

class ReadCacheTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoAsksMeanwhileSharesTheAnswer()
    {
        Asked asked;
        asked.get();
        asked.get();
        asked.get("b");
        QCOMPARE(asked.questions.size(), size_t(2));
        asked.answer("one");
        QCOMPARE(asked.told, (QList<QByteArray>{"one", "one"}));
        QVERIFY(!asked.tags[0].isEmpty());
        QCOMPARE(asked.tags[0], asked.tags[1]);
        asked.answer("two");
        asked.get();
        asked.get("b");
        QCOMPARE(asked.told, (QList<QByteArray>{"one", "one", "two", "one", "two"}));
    }

    void anAnswerIsAsOldAsItsQuestion()
    {
        Asked asked;
        asked.get();
        asked.clock.set(Evening + Milliseconds(600));
        asked.answer("one");
        asked.clock.set(Evening + Milliseconds(999));
        asked.get();
        QCOMPARE(asked.told.size(), 2);
        asked.clock.set(Evening + Milliseconds(1'000));
        asked.get();
        QCOMPARE(asked.told.size(), 2);
        QCOMPARE(asked.questions.size(), size_t(1));
    }

    void whatWasWrittenMakesItOld()
    {
        Asked asked;
        asked.get();
        asked.cache.forget(); // written while it was on its way
        asked.get();
        QCOMPARE(asked.questions.size(), size_t(2));
        asked.answer("old");
        QCOMPARE(asked.told, QList<QByteArray>{"old"}); // who asked before it was written
        asked.get();
        asked.answer("new");
        QCOMPARE(asked.told, (QList<QByteArray>{"old", "new", "new"}));
        asked.cache.forget();
        asked.get();
        QCOMPARE(asked.questions.size(), size_t(1));
    }

    void refusalsAreNotKept()
    {
        Asked asked;
        asked.get();
        asked.answer("gone", 503);
        QCOMPARE(asked.told, QList<QByteArray>{"gone"});
        asked.get();
        QCOMPARE(asked.questions.size(), size_t(1));
    }

    void whatIsTooMuchIsForgotten()
    {
        Asked asked;
        asked.get("a");
        asked.answer(QByteArray(ReadCache::MaxBytes - 1, 'a'));
        asked.get("b");
        asked.answer("bb");
        asked.get("b");
        QCOMPARE(asked.told.size(), 3);
        asked.get("a");
        QCOMPARE(asked.questions.size(), size_t(1));
    }

    void eventsAreNewAfterEveryWrite_data() { bothDatabases(); }
    void eventsAreNewAfterEveryWrite()
    {
        QFETCH(QString, database);
        TestServer server(database);
        QByteArray event, type;
        {
            const auto office = server.box.open();
            const Event made = anEvent(*office).withGeneral(QStringLiteral("Standing"), 100, 1200).add();
            event = made.id.toString().toLatin1();
            type = made.ticketTypes[0].id.toString().toLatin1();
        }
        server.start();
        HttpClient client(server.port());
        const auto left = [&] { return client.get("/v1/events/" + event).json().value(QStringLiteral("places_left")).toInt(); };
        for (int i = 0; i < 20; ++i) {
            QCOMPARE(left(), 100 - i);
            QCOMPARE(left(), 100 - i);
            QCOMPARE(client.post("/v1/reservations", "{\"lines\":[{\"ticket_type_id\":\"" + type + "\",\"quantity\":1}]}").status, 201);
        }
        const auto shown = client.get("/v1/events/" + event);
        QCOMPARE(client.get("/v1/events/" + event, {"If-None-Match: " + shown.headers.value("etag")}).status, 304);
        QCOMPARE(client.get("/v1/events/" + event + "?x=1").body, shown.body);
    }

    void workersHaveAsManyPlacesAsTheySay()
    {
        Workers workers(1, 2);
        std::promise<void> go;
        const auto going = go.get_future().share();
        std::atomic<int> done = 0;
        for (int i = 0; i < 2; ++i) {
            auto place = workers.place();
            QVERIFY(place);
            workers.run(std::move(place), [&, going] { going.wait(); ++done; });
        }
        QVERIFY(!workers.place());
        go.set_value();
        QTRY_VERIFY(workers.place());
        workers.close();
        QCOMPARE(done.load(), 2);
        workers.run(nullptr, [&] { ++done; }); // too late
        QCOMPARE(done.load(), 2);
    }
};

FOYER_TEST(ReadCacheTest, "readcache")
#include "test_readcache.moc"
