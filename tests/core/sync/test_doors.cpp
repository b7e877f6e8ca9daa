// Doors without the centre: they admit by what they know, and whatever they did arrives once.
#include "core/storage/setting_store.h"
#include "tests/support/doorhouse.h"
#include "tests/support/testmain.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

using namespace foyer;
using namespace foyer::test;

class DoorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDoorAdmitsByItselfAndTheCentreHearsOfItOnce_data() { bothDatabases(); }
    void aDoorAdmitsByItselfAndTheCentreHearsOfItOnce()
    {
        QFETCH(QString, database);
        DoorHouse house(database);
        const auto north = house.gate("North gate");
        const Order late = sell(*house.office, {places(house.hamlet, 1, 1)}); // after the door was told
        const QString lateCode = must(house.office->orders().codes(late)).front();

        const auto welcome = north->scan(house.codes[0], house.hamlet.id);
        QCOMPARE(welcome.admittance, Admittance::Welcome);
        QVERIFY(welcome.isProven);
        QCOMPARE(welcome.ticket->seatLabel->spoken(), house.order.lines[0].seatLabel->spoken());
        QCOMPARE(welcome.ticket->ticketTypeName, QStringLiteral("Stalls"));
        QCOMPARE(north->scan(lateCode, house.hamlet.id).admittance, Admittance::Welcome);
        north->box.advance(std::chrono::seconds(30));
        QCOMPARE(north->scan(house.codes[0], house.hamlet.id).admittance, Admittance::AlreadyUsed);
        QCOMPARE(north->scan(house.codes[0], house.hamlet.id, Passing::Out).admittance, Admittance::Goodbye);
        const auto here = must(north->office->admissions().counts(north->office->system(), house.hamlet.id));
        QCOMPARE(here.admitted, 2);
        QCOMPARE(here.inside, 1);
        QCOMPARE(here.expected, 2); // of four that it was told of
        QCOMPARE(house.counts().admitted, 0);

        const auto step = must(DoorBooks(*north->office).upload());
        QCOMPARE(must(DoorBooks(*north->office).standing()).waiting, 4); // the refusal as well
        QVERIFY(answerTo(*house.office, *step)); // the answer is lost
        north->sync();
        north->sync();
        QVERIFY(!must(DoorBooks(*north->office).upload()));
        QCOMPARE(house.counts().admitted, 2);
        QCOMPARE(house.counts().inside, 1);
        QCOMPARE(house.counts().expected, 3);
        QVERIFY(house.conflicts().empty());
        const auto admitted = must(house.office->orderDetails().of(house.order.id)).admitted;
        QCOMPARE(admitted.value(house.ticket(0)).door, QStringLiteral("North gate"));
        QCOMPARE(admitted.value(house.ticket(0)).at, Evening + std::chrono::seconds(30));
        QCOMPARE(must(house.office->doorCentre().doors()).front().records, 4);
        QCOMPARE(breachesOf(house.box), QStringList());
        QCOMPARE(breachesOf(north->box), QStringList());
    }

    void anyTerminalOfTheCentreAnswersADoorThatHasJustEnrolled_data() { bothDatabases(); }
    void anyTerminalOfTheCentreAnswersADoorThatHasJustEnrolled()
    {
        QFETCH(QString, database);
        DoorHouse house(database);
        const auto moveTo = [&](const QString &terminal) {
            house.office.reset(); // SQLite has one writer
            house.office = house.box.open(terminal);
        };
        moveTo(QStringLiteral("second server"));
        moveTo(QStringLiteral("till"));
        Gate north(*house.office);
        QVERIFY(north.enrol(must(house.office->doorCentre().invite(house.office->system(), QStringLiteral("North gate"))).code));
        moveTo(QStringLiteral("second server"));
        north.meet(*house.office);
        must(north.download());
        moveTo(QStringLiteral("a server nobody told of"));
        north.meet(*house.office);
        QCOMPARE(north.download().error().code, ErrorCode::CentreRefused);
    }

    void whatTheCentreRevokedRefundedOrPassedOnIsRefusedOnceItIsHeard_data() { bothDatabases(); }
    void whatTheCentreRevokedRefundedOrPassedOnIsRefusedOnceItIsHeard()
    {
        QFETCH(QString, database);
        DoorHouse house(database);
        const auto north = house.gate("North gate");
        const auto friendly = must(house.office->customers().add(house.office->system(), {{}, QStringLiteral("Frieda"), {}, {}})).id;
        must(house.office->ticketChanges().revoke(house.office->system(), std::array{house.ticket(0)}));
        must(house.office->ticketChanges().give(house.office->system(), std::array{house.ticket(1)}, friendly));
        must(house.office->refunds().refund(house.office->system(), {house.order.id, {house.ticket(2)}, false, {}}));
        const Order sold = must(house.office->orders().find(house.order.id));
        const auto line = std::find_if(sold.lines.begin(), sold.lines.end(), [&](const OrderLine &one) { return one.ticket.id == house.ticket(1); });
        const QString passedOn = must(house.office->orders().codes(sold))[line - sold.lines.begin()];
        QCOMPARE(north->scan(passedOn, house.hamlet.id).admittance, Admittance::Welcome); // newer than what the door knows
        QCOMPARE(north->scan(passedOn, house.hamlet.id, Passing::Out).admittance, Admittance::Goodbye);
        north->sync();
        QCOMPARE(north->scan(house.codes[0], house.hamlet.id).refusedFor, RefusedFor::Revoked);
        QCOMPARE(north->scan(house.codes[1], house.hamlet.id).refusedFor, RefusedFor::PassedOn);
        QCOMPARE(north->scan(house.codes[2], house.hamlet.id).refusedFor, RefusedFor::Void);
        must(house.office->ticketChanges().reinstate(house.office->system(), std::array{house.ticket(0)}));
        north->sync();
        QCOMPARE(north->scan(house.codes[0], house.hamlet.id).admittance, Admittance::Welcome);
        north->sync();
        QVERIFY(house.conflicts().empty());
        QCOMPARE(breachesOf(house.box), QStringList());
        QCOMPARE(breachesOf(north->box), QStringList());
    }

    void whatTwoDoorsAdmittedIsAConflictForSomebodyToLookAt_data() { bothDatabases(); }
    void whatTwoDoorsAdmittedIsAConflictForSomebodyToLookAt()
    {
        QFETCH(QString, database);
        DoorHouse house(database);
        const auto north = house.gate("North gate"), south = house.gate("South gate");
        QCOMPARE(north->scan(house.codes[0], house.hamlet.id).admittance, Admittance::Welcome);
        south->box.advance(std::chrono::minutes(1));
        QCOMPARE(south->scan(house.codes[0], house.hamlet.id).admittance, Admittance::Welcome); // neither could know
        QCOMPARE(south->scan(house.codes[1], house.hamlet.id).admittance, Admittance::Welcome);
        north->sync();
        south->sync();
        QCOMPARE(house.counts().admitted, 2);
        auto conflicts = house.conflicts();
        QCOMPARE(conflicts.size(), size_t(1));
        QCOMPARE(conflicts[0].kind, QStringLiteral("twice"));
        QCOMPARE(conflicts[0].passage.ticket, house.order.lines[0].ticket.number);
        QCOMPARE(conflicts[0].passage.door, QStringLiteral("South gate"));
        QCOMPARE(conflicts[0].passage.at, Evening + std::chrono::minutes(1));
        QCOMPARE(conflicts[0].eventName, QStringLiteral("Hamlet"));
        QCOMPARE(breachesOf(house.box), QStringList());
        const auto counted = must(house.office->doorCentre().passagesOf(conflicts[0].passage.ticket));
        QCOMPARE(counted.size(), size_t(1)); // and not the one that does not fit
        QCOMPARE(counted[0].door, QStringLiteral("North gate"));
        QCOMPARE(counted[0].at, Evening);
        QVERIFY(must(house.office->doorCentre().passagesOf(house.order.lines[3].ticket.number)).empty());
        const auto id = conflicts[0].passage.id;
        QCOMPARE(house.office->doorCentre().accept(actorWith(*house.office, Role::Cashier), id).error().code, ErrorCode::PermissionDenied);
        must(house.office->doorCentre().accept(actorWith(*house.office, Role::Supervisor), id));
        QVERIFY(house.conflicts().empty());
        QCOMPARE(house.office->doorCentre().accept(house.office->system(), id).error().code, ErrorCode::NotFound);
        QCOMPARE(breachesOf(house.box), QStringList());
        QCOMPARE(breachesOf(south->box), QStringList());
    }

    void whatWasRefundedBeforeTheDoorHeardIsAConflict_data() { bothDatabases(); }
    void whatWasRefundedBeforeTheDoorHeardIsAConflict()
    {
        QFETCH(QString, database);
        DoorHouse house(database);
        const auto north = house.gate("North gate");
        must(house.office->refunds().refund(house.office->system(), {house.order.id, {house.ticket(0)}, false, {}}));
        must(house.office->ticketChanges().revoke(house.office->system(), std::array{house.ticket(1)}));
        for (const int i : {0, 1})
            QCOMPARE(north->scan(house.codes[i], house.hamlet.id).admittance, Admittance::Welcome);
        QCOMPARE(north->scan(house.codes[0], house.hamlet.id, Passing::Out).admittance, Admittance::Goodbye);
        north->sync();
        QStringList kinds;
        for (const DoorConflict &conflict : house.conflicts())
            kinds << conflict.kind;
        kinds.sort();
        QCOMPARE(kinds, (QStringList{QStringLiteral("out_of_turn"), QStringLiteral("revoked"), QStringLiteral("void")}));
        QCOMPARE(house.counts().admitted, 0);
        QCOMPARE(breachesOf(house.box), QStringList());
    }

    void aDoorKnowsWhoCameInElsewhereOnceItIsTold_data() { bothDatabases(); }
    void aDoorKnowsWhoCameInElsewhereOnceItIsTold()
    {
        QFETCH(QString, database);
        DoorHouse house(database);
        const auto north = house.gate("North gate"), south = house.gate("South gate");
        QCOMPARE(north->scan(house.codes[0], house.hamlet.id).admittance, Admittance::Welcome);
        must(house.office->admissions().scan(house.office->system(), {house.codes[1], house.hamlet.id}));
        north->sync();
        south->sync();
        const auto used = south->scan(house.codes[0], house.hamlet.id);
        QCOMPARE(used.admittance, Admittance::AlreadyUsed);
        QCOMPARE(used.before->door, QStringLiteral("North gate"));
        QCOMPARE(south->scan(house.codes[1], house.hamlet.id).admittance, Admittance::AlreadyUsed);
        QCOMPARE(must(south->office->admissions().counts(south->office->system(), house.hamlet.id)).inside, 2);
        QCOMPARE(south->scan(house.codes[0], house.hamlet.id, Passing::Out).admittance, Admittance::Goodbye); // in at one door, out at the other
        south->sync();
        QVERIFY(house.conflicts().empty());
        QCOMPARE(house.counts().inside, 1);
        north->sync();
        QCOMPARE(north->scan(house.codes[0], house.hamlet.id).admittance, Admittance::Welcome); // and in again
        north->sync();
        QCOMPARE(house.counts().inside, 2);
        for (TestDatabase *box : {&house.box, &north->box, &south->box})
            QCOMPARE(breachesOf(*box), QStringList());
    }

    void ofTwoDatabasesThatSpeakForOneDoorNeitherIsBelieved_data() { bothDatabases(); }
    void ofTwoDatabasesThatSpeakForOneDoorNeitherIsBelieved()
    {
        QFETCH(QString, database);
        DoorHouse house(database);
        const auto north = house.gate("North gate");
        QCOMPARE(north->scan(house.codes[0], house.hamlet.id).admittance, Admittance::Welcome);
        const auto first = must(DoorBooks(*north->office).upload());
        north->office.reset();
        const QString file = north->box.url().path, copy = file + QStringLiteral(".copy"), keys = north->box.keyFolder();
        QVERIFY(QFile::copy(file, copy));
        north->open();
        QCOMPARE(north->scan(house.codes[1], house.hamlet.id).admittance, Admittance::Welcome);
        north->sync();
        // The copy is put in the place of the original, with its mark, and goes its own way.
        north->office.reset();
        QVERIFY(QFile::remove(file));
        QVERIFY(QFile::rename(copy, file));
        for (const QFileInfo &mark : QDir(keys).entryInfoList({QStringLiteral("*.head")}))
            QVERIFY(QFile::remove(mark.filePath()));
        north->open();
        QCOMPARE(north->scan(house.codes[2], house.hamlet.id).admittance, Admittance::Welcome);
        QCOMPARE(north->upload().error().code, ErrorCode::DoorStopped);
        QVERIFY(must(house.office->doorCentre().doors()).front().stoppedAt.has_value());
        QCOMPARE(north->download().error().code, ErrorCode::DoorStopped);
        QCOMPARE(answerTo(*house.office, *first).error().code, ErrorCode::DoorStopped); // what was true before, too
        QCOMPARE(house.counts().admitted, 2);
        QCOMPARE(breachesOf(house.box), QStringList());
    }

    void aCentreThatLacksRecordsIsSentThemAgain_data() { bothDatabases(); }
    void aCentreThatLacksRecordsIsSentThemAgain()
    {
        QFETCH(QString, database);
        DoorHouse house(database);
        const auto north = house.gate("North gate");
        for (const int i : {0, 1, 2})
            QCOMPARE(north->scan(house.codes[i], house.hamlet.id).admittance, Admittance::Welcome);
        must(DoorBooks(*north->office).uploaded({{QStringLiteral("acknowledged"), 2}})); // as before the centre was restored from a backup
        must(north->upload());
        QCOMPARE(house.counts().admitted, 3);
        QCOMPARE(breachesOf(house.box), QStringList());
    }

    void onlyAnInvitedMachineBecomesADoorAndOnlyItSpeaksForIt_data() { bothDatabases(); }
    void onlyAnInvitedMachineBecomesADoorAndOnlyItSpeaksForIt()
    {
        QFETCH(QString, database);
        DoorHouse house(database);
        DoorCentre &centre = house.office->doorCentre();
        QCOMPARE(centre.invite(actorWith(*house.office, Role::Manager), QStringLiteral("North")).error().code, ErrorCode::PermissionDenied);
        QCOMPARE(centre.invite(house.office->system(), QStringLiteral(" ")).error().code, ErrorCode::InvalidInput);
        const auto invitation = must(centre.invite(house.office->system(), QStringLiteral("North gate")));
        Gate north(*house.office), thief(*house.office), late(*house.office);
        QCOMPARE(north.enrol(QStringLiteral("NO SUCH CODE")).error().code, ErrorCode::NotFound);
        must(north.enrol(invitation.code.toLower()));
        north.office.reset();
        must(north.enrol(invitation.code)); // the answer was lost: the same machine asks again
        QCOMPARE(thief.enrol(invitation.code).error().code, ErrorCode::NotFound);
        const auto expired = must(centre.invite(house.office->system(), QStringLiteral("South gate")));
        house.box.advance(DoorCentre::InvitationLasts);
        QCOMPARE(late.enrol(expired.code).error().code, ErrorCode::NotFound);

        // A message for one address, or changed on its way, is nobody's.
        DoorStep step = must(DoorBooks(*north.office).download());
        step.path = DoorCentre::UploadPath;
        QCOMPARE(answerTo(*house.office, step).error().code, ErrorCode::PermissionDenied);
        DoorMessage changed = *DoorMessage::open(must(DoorBooks(*north.office).download()).envelope);
        changed.text += ' ';
        QCOMPARE(centre.download(changed).error().code, ErrorCode::PermissionDenied);
        changed.door = TerminalId(QUuid::createUuid());
        QCOMPARE(centre.download(changed).error().code, ErrorCode::PermissionDenied);
        QCOMPARE(DoorMessage::open("{}").error().code, ErrorCode::InvalidInput);
        // A till's own database does not become a door's.
        SystemRandom random;
        if (!house.box.isPostgres()) {
            house.office.reset();
            QCOMPARE(DoorEnrolment::begin(house.box.url(), house.box.keyFolder(), house.box.clock(), random).error().code, ErrorCode::InvalidInput);
        }
    }

    void aRecordThatTheDoorDidNotSealIsNotTaken_data() { bothDatabases(); }
    void aRecordThatTheDoorDidNotSealIsNotTaken()
    {
        QFETCH(QString, database);
        DoorHouse house(database);
        const auto north = house.gate("North gate");
        QCOMPARE(north->scan(house.codes[0], house.hamlet.id).admittance, Admittance::Welcome);
        const auto step = must(DoorBooks(*north->office).upload());
        QJsonObject body = DoorMessage::open(step->envelope)->body;
        QJsonArray records = body.value(QLatin1String("records")).toArray();
        QJsonObject record = records.last().toObject();
        record.insert(QStringLiteral("body"), record.value(QLatin1String("body")).toString().replace(QStringLiteral("entry"), QStringLiteral("entri")));
        records.replace(records.size() - 1, record);
        body.insert(QStringLiteral("records"), records);
        Writer &writer = north->office->writer();
        const DoorStep forged{DoorCentre::UploadPath, DoorMessage::seal(DoorCentre::UploadPath, writer.terminal(), body, writer.key())};
        QCOMPARE(answerTo(*house.office, forged).error().code, ErrorCode::InvalidInput);
        QCOMPARE(must(house.office->doorCentre().doors()).front().records, 0); // nothing of it
        QVERIFY(!must(house.office->doorCentre().doors()).front().stoppedAt);
        must(north->upload());
        QCOMPARE(house.counts().admitted, 1);
    }

    void aDoorSaysWhatItCannotKnow_data() { bothDatabases(); }
    void aDoorSaysWhatItCannotKnow()
    {
        QFETCH(QString, database);
        DoorHouse house(database);
        const auto north = house.gate("North gate");
        QCOMPARE(north->scan(house.order.lines[0].ticket.number.toString(), house.hamlet.id).refusedFor, RefusedFor::NeedsCode);
        QCOMPARE(north->scan(house.codes[0], house.hamlet.id).note, DoorNote::Nothing);
        north->box.advance(Admissions::DataAges + Milliseconds(1));
        QCOMPARE(north->scan(house.codes[1], house.hamlet.id).note, DoorNote::OldData);
        SystemRandom random;
        TicketCode forged = ticketcode::decode(house.codes[2])->code;
        QCOMPARE(north->scan(ticketcode::encode(forged, crypto::SigningKey::generate(random)), house.hamlet.id).refusedFor, RefusedFor::Forged);
        QCOMPARE(north->scan(ticketcode::encode(forged, north->office->writer().key()), house.hamlet.id).refusedFor, RefusedFor::Forged); // a door cannot sign
        const Event unheard = anEvent(*house.office).named(QStringLiteral("Faust")).startingAt(Evening).withGeneral(QStringLiteral("Pit"), 10, 500).add();
        const QString code = must(house.office->orders().codes(sell(*house.office, {places(unheard, 0, 1)}))).front();
        QCOMPARE(north->scan(code, house.hamlet.id).refusedFor, RefusedFor::Unknown); // sold for an event that it was not told of
        north->sync();
        QCOMPARE(north->scan(code, unheard.id).admittance, Admittance::Welcome);
        QCOMPARE(north->scan(code, house.hamlet.id).refusedFor, RefusedFor::OtherEvent);
        QCOMPARE(breachesOf(north->box), QStringList());
    }

    void aConflictThatDisappearsIsNoticed_data() { bothDatabases(); }
    void aConflictThatDisappearsIsNoticed()
    {
        QFETCH(QString, database);
        DoorHouse house(database);
        const auto north = house.gate("North gate"), south = house.gate("South gate");
        for (Gate *gate : {north.get(), south.get()}) {
            QCOMPARE(gate->scan(house.codes[0], house.hamlet.id).admittance, Admittance::Welcome);
            gate->sync();
        }
        QCOMPARE(house.conflicts().size(), size_t(1));
        if (!house.box.isPostgres())
            house.office.reset();
        house.box.administrator()->run("DELETE FROM door_conflict");
        const QString said = breachesOf(house.box).join(u'\n');
        QVERIFY2(said.contains(QStringLiteral("The journal tells of passage 1 of ticket")), qPrintable(said));
    }
};

FOYER_TEST(DoorsTest, "doors")
#include "test_doors.moc"
