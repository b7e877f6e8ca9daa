// Clerks: many callers, few connections, one answer each.
#include "core/services/clerks.h"
#include "tests/support/builders.h"
#include "tests/support/testmain.h"

#include <atomic>
#include <future>
#include <latch>
#include <thread>

using namespace foyer;
using namespace foyer::test;

namespace {

/// One clerk on SQLite, which has one writer, three on PostgreSQL.
std::unique_ptr<Clerks> clerksOf(TestDatabase &box)
{
    return must(Clerks::start(box.isPostgres() ? 3 : 1, [&box]() -> Result<std::unique_ptr<BoxOffice>> { return box.open(QStringLiteral("clerks")); }));
}

Actor administrator()
{
    return {StaffId(), Role::Administrator, TerminalId(), ShiftId()};
}

Result<Reservation> reserve(Clerks &clerks, const ReserveRequest &request, const Actor &actor = administrator())
{
    std::promise<Result<Reservation>> answer;
    clerks.reserve(actor, request, [&](Result<Reservation> result) { answer.set_value(std::move(result)); });
    return answer.get_future().get();
}

Result<CheckoutState> pay(Clerks &clerks, const PayRequest &request)
{
    std::promise<Result<CheckoutState>> answer;
    clerks.pay(administrator(), request, [&](Result<CheckoutState> result) { answer.set_value(std::move(result)); });
    return answer.get_future().get();
}

Result<CheckoutState> settle(Clerks &clerks, const Settlement &settlement)
{
    std::promise<Result<CheckoutState>> answer;
    clerks.settle(settlement, [&](Result<CheckoutState> result) { answer.set_value(std::move(result)); });
    return answer.get_future().get();
}

template <typename Body>
void callers(int count, Body body)
{
    std::latch ready(count);
    std::vector<std::thread> threads;
    for (int i = 0; i < count; ++i)
        threads.emplace_back([&, i] {
            ready.arrive_and_wait();
            body(i);
        });
    for (std::thread &thread : threads)
        thread.join();
}

ReserveRequest standing(const Event &event, int quantity)
{
    return {{}, Channel::Web, {{event.id, event.ticketTypes[0].priceLevels[0].id, {}, quantity}}};
}

} // namespace

class ClerksTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thirtyTwoCallersGetThePlacesThereAreAndNotOneMore_data() { bothDatabases(); }
    void thirtyTwoCallersGetThePlacesThereAreAndNotOneMore()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        Event event;
        {
            const auto office = box.open();
            event = anEvent(*office).withGeneral(QStringLiteral("Standing"), 200, 1500).add();
        }
        std::atomic<int> sold = 0, refused = 0;
        {
            const auto clerks = clerksOf(box);
            callers(32, [&](int caller) {
                for (int round = 0; round < 10; ++round) {
                    const auto held = reserve(*clerks, standing(event, 1));
                    if (!held) {
                        ++refused;
                        continue;
                    }
                    const auto paid = pay(*clerks, {held->id, Tender::Cash, held->total(), {}, QStringLiteral("%1-%2").arg(caller).arg(round)});
                    sold += paid && paid->order ? 1 : 0;
                }
            });
        }
        QCOMPARE(sold.load(), 200);
        QCOMPARE(refused.load(), 120);
        const auto office = box.open();
        QCOMPARE(must(office->inventory().availability(std::array{event.id})).front().total().sold, 200);
    }

    void everyCardGetsItsOwnAnswer_data() { bothDatabases(); }
    void everyCardGetsItsOwnAnswer()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        Event event;
        {
            const auto office = box.open();
            event = anEvent(*office).withGeneral(QStringLiteral("Standing"), 200, 1500).add();
        }
        using Outcome = GatewayOutcome::Kind;
        std::atomic<int> sold = 0, declined = 0;
        {
            const auto clerks = clerksOf(box);
            callers(16, [&](int caller) {
                for (int round = 0; round < 4; ++round) {
                    const auto held = must(reserve(*clerks, standing(event, 1)));
                    const QString key = QStringLiteral("%1-%2").arg(caller).arg(round);
                    const auto sent = must(pay(*clerks, {held.id, Tender::Card, held.total(), {}, key, QStringLiteral("sandbox")}));
                    const bool isGood = (caller + round) % 4 != 0;
                    const auto state = must(settle(*clerks, {sent.payments.front().id, {isGood ? Outcome::Captured : Outcome::Declined, QStringLiteral("r-") + key, {}}}));
                    const bool isOwn = state.reservation.id == held.id && state.payments.front().key == key;
                    sold += isOwn && state.order && isGood ? 1 : 0;
                    declined += isOwn && !state.order && !isGood ? 1 : 0;
                }
            });
            QVERIFY(!settle(*clerks, {PaymentId(QUuid::createUuid()), {Outcome::Captured, QStringLiteral("r"), {}}}));
        }
        QCOMPARE(sold.load(), 48);
        QCOMPARE(declined.load(), 16);
        const auto office = box.open();
        const auto total = must(office->inventory().availability(std::array{event.id})).front().total();
        QCOMPARE(total.sold, 48);
        QCOMPARE(total.held, 16);
    }

    void whatWasAcceptedIsAnsweredBeforeTheEnd_data() { bothDatabases(); }
    void whatWasAcceptedIsAnsweredBeforeTheEnd()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        Event event;
        {
            const auto office = box.open();
            event = anEvent(*office).withGeneral(QStringLiteral("Standing"), 1000, 1500).add();
        }
        std::atomic<int> answered = 0;
        {
            const auto clerks = clerksOf(box);
            for (int i = 0; i < 300; ++i) // more than two batches
                clerks->reserve(administrator(), standing(event, 1), [&](const Result<Reservation> &result) { answered += result ? 1 : 0; });
        }
        QCOMPARE(answered.load(), 300);
    }

    void everyoneIsServedByTheirOwnRights_data() { bothDatabases(); }
    void everyoneIsServedByTheirOwnRights()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        Event event;
        std::vector<SeatId> seats;
        {
            const auto office = box.open();
            event = anEvent(*office).withSeats(1, 4).add();
            for (const auto &seat : seatsOf(*office, event))
                seats.push_back(seat.id);
            must(office->inventory().block(office->system(), event.id, seats, {ClaimState::House, QStringLiteral("press"), {}}));
        }
        Actor simple = administrator();
        simple.role = Role::Cashier;
        std::vector<std::promise<bool>> answers(seats.size());
        {
            const auto clerks = clerksOf(box);
            for (size_t i = 0; i < seats.size(); ++i) // all wait together, and no batch may mix them
                clerks->reserve(i % 2 ? simple : administrator(), {{}, Channel::Web, {seat(event, 0, seats[i])}},
                                [&answers, i](const Result<Reservation> &result) { answers[i].set_value(result.has_value()); });
        }
        for (size_t i = 0; i < seats.size(); ++i)
            QCOMPARE(answers[i].get_future().get(), i % 2 == 0);
    }

    void aBoxOfficeThatCannotBeOpenedIsSaidAtTheStart()
    {
        const auto clerks = Clerks::start(2, []() -> Result<std::unique_ptr<BoxOffice>> { return fail(ErrorCode::DatabaseUnavailable, {QString()}); });
        QVERIFY(!clerks.has_value());
        QCOMPARE(clerks.error().code, ErrorCode::DatabaseUnavailable);
    }
};

FOYER_TEST(ClerksTest, "clerks")
#include "test_clerks.moc"
