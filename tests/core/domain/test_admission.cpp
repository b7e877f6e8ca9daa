#include "core/domain/admission.h"
#include "core/base/random.h"
#include "tests/support/testmain.h"

using namespace foyer;

namespace {

/// One signed ticket of generation 2 at a door, an hour after it opened.
struct Scene {
    Scene()
    {
        known.ticket.number = TicketNumber::make(random);
        known.ticket.event = EventId(QUuid::createUuid());
        known.ticket.generation = 2;
        scan.scanned = {known.ticket.number, code(2)};
        scan.isSigned = true;
        scan.ticket = &known;
        scan.event = known.ticket.event;
        scan.doorsAt = Instant{1'000'000};
        scan.endsAt = Instant{9'000'000};
        scan.now = Instant{4'600'000};
        scan.door = TerminalId(QUuid::createUuid());
    }

    ReadCode code(quint16 generation) const
    {
        ReadCode read;
        read.code.number = known.ticket.number;
        read.code.generation = generation;
        return read;
    }
    void passed(int number, Milliseconds ago, bool here = true)
    {
        known.latest = Passage{{}, known.ticket.number, known.ticket.event, number, 2, here ? scan.door : TerminalId(QUuid::createUuid()), {}, scan.now - ago};
    }
    ScanVerdict judge(Passing passing = Passing::In)
    {
        scan.passing = passing;
        return admission::judge(scan);
    }

    SystemRandom random;
    DoorTicket known;
    DoorCase scan;
};

} // namespace

class AdmissionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aGoodTicketIsWelcomeOnce()
    {
        Scene scene;
        const auto first = scene.judge();
        QCOMPARE(first.admittance, Admittance::Welcome);
        QVERIFY(first.isProven && first.isPassage());
        QCOMPARE(first.note, DoorNote::Nothing);
        scene.passed(1, std::chrono::seconds(60));
        const auto second = scene.judge();
        QCOMPARE(second.admittance, Admittance::AlreadyUsed);
        QCOMPARE(second.before->at, scene.scan.now - std::chrono::seconds(60));
        QVERIFY(!second.isPassage());
    }

    void theSameTicketAtTheSameDoorAMomentAgoIsNoAlarm()
    {
        Scene scene;
        scene.passed(1, Milliseconds(4'999));
        QCOMPARE(scene.judge().admittance, Admittance::CountedAlready);
        scene.passed(1, admission::CountedOnce);
        QCOMPARE(scene.judge().admittance, Admittance::AlreadyUsed);
        scene.passed(1, Milliseconds(100), false);
        QCOMPARE(scene.judge().admittance, Admittance::AlreadyUsed); // another door
        scene.passed(1, Milliseconds(-100));
        QCOMPARE(scene.judge().admittance, Admittance::AlreadyUsed); // a clock that was set back proves nothing
    }

    void outAndInAgainByTurns()
    {
        Scene scene;
        const auto stranger = scene.judge(Passing::Out);
        QCOMPARE(stranger.admittance, Admittance::Refused);
        QCOMPARE(stranger.refusedFor, RefusedFor::NotInside);
        scene.passed(1, std::chrono::hours(1));
        QCOMPARE(scene.judge(Passing::Out).admittance, Admittance::Goodbye);
        scene.passed(2, std::chrono::seconds(1));
        QCOMPARE(scene.judge(Passing::Out).admittance, Admittance::CountedAlready);
        scene.passed(2, std::chrono::seconds(6));
        QCOMPARE(scene.judge(Passing::Out).refusedFor, RefusedFor::NotInside);
        QCOMPARE(scene.judge().admittance, Admittance::Welcome);
    }

    void everyRefusalSaysWhy()
    {
        const auto refusal = [](const std::function<void(Scene &)> &change) {
            Scene scene;
            change(scene);
            const auto verdict = scene.judge();
            return verdict.admittance == Admittance::Refused ? verdict.refusedFor : RefusedFor::Nothing;
        };
        QCOMPARE(refusal([](Scene &s) { s.scan.isSigned = false; }), RefusedFor::Forged);
        QCOMPARE(refusal([](Scene &s) { s.scan.ticket = nullptr; }), RefusedFor::Unknown);
        QCOMPARE(refusal([](Scene &s) { s.scan.event = EventId(QUuid::createUuid()); }), RefusedFor::OtherEvent);
        QCOMPARE(refusal([](Scene &s) { s.known.ticket.state = TicketState::Void; }), RefusedFor::Void);
        QCOMPARE(refusal([](Scene &s) { s.known.ticket.state = TicketState::Revoked; }), RefusedFor::Revoked);
        QCOMPARE(refusal([](Scene &s) { s.scan.scanned.code = s.code(1); }), RefusedFor::PassedOn);
        QCOMPARE(refusal([](Scene &s) { s.scan.scanned.code = s.code(3); }), RefusedFor::Nothing); // the door's own data is older
        QCOMPARE(admission::unreadable().refusedFor, RefusedFor::Unreadable);
    }

    void aForgedCodeTellsNothingAboutTheTicket()
    {
        Scene scene;
        scene.scan.isSigned = false;
        QVERIFY(!scene.judge().ticket);
    }

    void aTypedNumberAdmitsAndProvesNothing()
    {
        Scene scene;
        scene.scan.scanned.code.reset();
        scene.scan.isSigned = false;
        const auto verdict = scene.judge();
        QCOMPARE(verdict.admittance, Admittance::Welcome);
        QVERIFY(!verdict.isProven);
    }

    void aWrongClockWarnsAndDecidesNothing()
    {
        Scene scene;
        scene.scan.now = Instant{999'999};
        QCOMPARE(scene.judge().note, DoorNote::BeforeDoors);
        QCOMPARE(scene.judge().admittance, Admittance::Welcome);
        scene.scan.now = Instant{9'000'000};
        QCOMPARE(scene.judge().note, DoorNote::AfterEnd);
        QCOMPARE(scene.judge().admittance, Admittance::Welcome);
    }

    void whoeverIsInsideMayLeaveWithARevokedTicket()
    {
        Scene scene;
        scene.known.ticket.state = TicketState::Revoked;
        scene.passed(1, std::chrono::hours(1));
        QCOMPARE(scene.judge(Passing::Out).admittance, Admittance::Goodbye);
    }
};

FOYER_TEST(AdmissionTest, "admission")
#include "test_admission.moc"
