// DoorHouse: a centre with an event tonight, and doors with databases of their own that talk to it, or do not.
#pragma once

#include "core/services/verifier.h"
#include "core/storage/terminal_store.h"
#include "core/storage/writer.h"
#include "core/sync/doorbooks.h"
#include "tests/support/builders.h"

namespace foyer::test {

/// The centre's answer to a door's message, without a network.
inline Result<QJsonObject> answerTo(BoxOffice &centre, const DoorStep &step)
{
    const auto message = DoorMessage::open(step.envelope);
    if (!message)
        return fail(message.error());
    if (step.path == DoorCentre::EnrolPath)
        return centre.doorCentre().enrol(*message);
    if (step.path == DoorGrants::GrantPath)
        return centre.doorGrants().offer(*message);
    if (step.path == DoorGrants::AcknowledgePath)
        return centre.doorGrants().acknowledge(*message);
    if (step.path == DoorCentre::ReturnPath)
        return centre.doorCentre().giveBack(*message);
    return step.path == DoorCentre::UploadPath ? centre.doorCentre().upload(*message) : centre.doorCentre().download(*message);
}

inline QStringList breachesOf(TestDatabase &box)
{
    const auto db = Database::open(box.url(), Database::Mode::Read, box.clock());
    return must(Verifier(*db, KeyStore(box.keyFolder()).marks(terminal_store::all(*db))).verify()).breaches;
}

/// One door on its own database.
class Gate
{
public:
    explicit Gate(BoxOffice &centre) : m_centre(&centre) {}

    Result<void> enrol(const QString &code)
    {
        auto enrolment = DoorEnrolment::begin(box.url(), box.keyFolder(), box.clock(), m_random);
        if (!enrolment)
            return fail(enrolment.error());
        const auto answer = answerTo(*m_centre, enrolment->message(code));
        const auto done = answer ? enrolment->finish(*answer, QStringLiteral("http://centre")) : Result<void>(fail(answer.error()));
        if (done)
            open();
        return done;
    }
    void open() { office = box.open(); }
    /// Somebody else answers for the centre from now on.
    void meet(BoxOffice &centre) { m_centre = &centre; }

    Result<void> upload()
    {
        for (;;) {
            const auto step = DoorBooks(*office).upload();
            if (!step || !*step)
                return step ? Result<void>() : fail(step.error());
            const auto answer = answerTo(*m_centre, **step);
            const auto noted = answer ? DoorBooks(*office).keep(**step, *answer) : Result<void>(fail(answer.error()));
            if (!noted)
                return noted;
        }
    }
    Result<void> download()
    {
        return exchange(must(DoorBooks(*office).download()));
    }
    Result<void> exchange(const DoorStep &step)
    {
        const auto answer = answerTo(*m_centre, step);
        return answer ? DoorBooks(*office).keep(step, *answer) : fail(answer.error());
    }
    Result<void> takeGrants()
    {
        return exchange(must(DoorBooks(*office).grant()));
    }
    Result<void> acknowledge()
    {
        const auto step = must(DoorBooks(*office).acknowledge());
        return step ? exchange(*step) : Result<void>();
    }
    void sync()
    {
        must(upload());
        must(download());
        must(takeGrants());
        must(acknowledge());
    }

    ScanVerdict scan(const QString &text, EventId event, Passing passing = Passing::In)
    {
        return must(office->admissions().scan(actorWith(*office, Role::Steward), {text, event, passing}));
    }

    TestDatabase box{QStringLiteral("sqlite")};
    std::unique_ptr<BoxOffice> office;

private:
    SystemRandom m_random;
    BoxOffice *m_centre;
};

/// The centre, and what it sold for tonight.
class DoorHouse
{
public:
    explicit DoorHouse(const QString &database) : box(database), office(box.open())
    {
        hamlet = anEvent(*office).named(QStringLiteral("Hamlet")).startingAt(Evening + std::chrono::minutes(30)).withSeats(2, 5, 1000).withGeneral(QStringLiteral("Standing"), 50, 500).add();
        order = sell(*office, {seat(hamlet, 0, seatsOf(*office, hamlet)[6].id), places(hamlet, 1, 3)});
        codes = must(office->orders().codes(order));
    }

    std::unique_ptr<Gate> gate(const char *name)
    {
        auto made = std::make_unique<Gate>(*office);
        must(made->enrol(must(office->doorCentre().invite(office->system(), QLatin1String(name))).code));
        must(made->download());
        return made;
    }
    TicketId ticket(size_t line) const { return order.lines[line].ticket.id; }
    AdmissionCounts counts() { return must(office->admissions().counts(office->system(), hamlet.id)); }
    std::vector<DoorConflict> conflicts() { return must(office->doorCentre().conflicts()); }

    TestDatabase box;
    std::unique_ptr<BoxOffice> office;
    Event hamlet;
    Order order;
    QStringList codes;
};

} // namespace foyer::test
