// foyerctl door: doors with a database of their own, at the centre and at the door itself.
#include "app/ctl/call.h"
#include "core/domain/inputtext.h"
#include "core/sync/doorclient.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>

namespace foyer::ctl {

namespace {

QString doorMoment(Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(at.ms, Qt::UTC).toString(Qt::ISODate);
}

Answer inviteDoor(Call &call)
{
    const auto office = call.open();
    if (!office)
        return failed(office.error());
    const auto made = (*office)->doorCentre().invite((*office)->system(), call.argument(0));
    if (!made)
        return failed(made.error());
    return Outcome{translate("Ctl", "%1\nThe code for %2, until %3; it is shown once. At the door: foyerctl --db sqlite:PATH door enrol http://HOST:PORT --code CODE")
                       .arg(made->code, made->name, doorMoment(made->until)),
                   {{QStringLiteral("code"), made->code}, {QStringLiteral("name"), made->name}, {QStringLiteral("until"), doorMoment(made->until)}}, {}};
}

Answer listDoors(Call &call)
{
    const auto office = call.openReading();
    if (!office)
        return failed(office.error());
    const auto doors = (*office)->doorCentre().doors();
    if (!doors)
        return failed(doors.error());
    QString text;
    QJsonArray list;
    for (const DoorState &door : *doors) {
        const QString seen = door.seenAt ? doorMoment(*door.seenAt) : translate("Ctl", "never");
        text += translate("Ctl", "%1  heard %2, %3 records%4\n").arg(door.name, seen, QString::number(door.records), door.stoppedAt ? translate("Ctl", ", STOPPED") : QString());
        list.append(QJsonObject{{QStringLiteral("id"), door.terminal.toString()}, {QStringLiteral("name"), door.name}, {QStringLiteral("seen_at"), door.seenAt ? doorMoment(*door.seenAt) : QString()},
                                {QStringLiteral("records"), door.records}, {QStringLiteral("stopped"), door.stoppedAt.has_value()}});
    }
    return Outcome{text.isEmpty() ? translate("Ctl", "There is no door yet; foyerctl door add makes one.") : text, {{QStringLiteral("doors"), list}}, {}};
}

Answer listConflicts(Call &call)
{
    const auto office = call.openReading();
    if (!office)
        return failed(office.error());
    const auto conflicts = (*office)->doorCentre().conflicts();
    if (!conflicts)
        return failed(conflicts.error());
    const auto sales = (*office)->doorSettlement().conflicts();
    if (!sales)
        return failed(sales.error());
    QString text;
    QJsonArray list, saleList;
    for (const SaleConflict &sale : *sales) {
        text += translate("Ctl", "%1  %2  order %3  %4 %5  %6  %7\n").arg(sale.order.toString(), sale.kind, sale.number, Money(sale.total, Currency::fromCode(sale.currency).value_or(Currency())).toString(),
                                                                     sale.currency, sale.door, doorMoment(sale.at));
        saleList.append(QJsonObject{{QStringLiteral("id"), sale.order.toString()}, {QStringLiteral("kind"), sale.kind}, {QStringLiteral("number"), sale.number}, {QStringLiteral("total"), sale.total},
                                    {QStringLiteral("currency"), sale.currency}, {QStringLiteral("door"), sale.door}, {QStringLiteral("at"), doorMoment(sale.at)}});
    }
    for (const DoorConflict &conflict : *conflicts) {
        const Passage &passage = conflict.passage;
        text += QStringLiteral("%1  %2  %3  %4  %5  %6  %7\n").arg(passage.id.toString(), conflict.kind, passage.ticket.grouped(), conflict.eventName,
                                                                passingName(passage.passing()), passage.door, doorMoment(passage.at));
        list.append(QJsonObject{{QStringLiteral("id"), passage.id.toString()}, {QStringLiteral("kind"), conflict.kind}, {QStringLiteral("ticket"), passage.ticket.toString()},
                                {QStringLiteral("event"), conflict.eventName}, {QStringLiteral("direction"), passingName(passage.passing())}, {QStringLiteral("door"), passage.door},
                                {QStringLiteral("at"), doorMoment(passage.at)}});
    }
    return Outcome{text.isEmpty() ? translate("Ctl", "Every passage and every sale that the doors told of could be taken.") : text,
                   {{QStringLiteral("conflicts"), list}, {QStringLiteral("sales"), saleList}}, {}};
}

Answer acceptConflict(Call &call)
{
    const auto id = AdmissionId::fromString(call.argument(0));
    if (!id)
        return usage(translate("Ctl", "The id stands at the beginning of a line of foyerctl door conflicts."));
    const auto office = call.open();
    if (!office)
        return failed(office.error());
    auto accepted = (*office)->doorCentre().accept((*office)->system(), *id);
    if (!accepted && accepted.error().code == ErrorCode::NotFound) // then it is a sale's
        accepted = (*office)->doorSettlement().accept((*office)->system(), OrderId(id->uuid()));
    return accepted ? Answer(Outcome{translate("Ctl", "It stays as it is."), {{QStringLiteral("accepted"), id->toString()}}, {}}) : failed(accepted.error());
}

Answer enrolHere(Call &call)
{
    const QUrl centre(call.argument(0));
    if (!call.has("code") || !centre.isValid() || !centre.scheme().startsWith(QLatin1String("http")))
        return usage(translate("Ctl", "An address like http://office:3000 says where the centre is, and --code what it gave out for this door."));
    BoxOfficeConfig config = call.config();
    const auto begun = DoorEnrolment::begin(config.url, config.keyFolder, config.clock, config.random);
    if (!begun)
        return failed(begun.error());
    DoorClient client(centre);
    const auto answer = client.ask(begun->message(call.value("code")));
    if (!answer)
        return failed(answer.error());
    DoorEnrolment enrolment = *begun;
    if (const auto finished = enrolment.finish(*answer, centre.toString()); !finished)
        return failed(finished.error());
    const auto office = call.open();
    if (!office)
        return failed(office.error());
    if (const auto synced = syncDoor(**office, client); !synced)
        return failed(synced.error());
    const QString name = answer->value(QLatin1String("name")).toString();
    return Outcome{translate("Ctl", "This is %1 now. Its people sign in with PINs of their own: foyerctl staff add").arg(name), {{QStringLiteral("name"), name}}, {}};
}

Answer syncHere(Call &call)
{
    const auto office = call.open();
    if (!office)
        return failed(office.error());
    const auto before = DoorBooks(**office).standing();
    if (!before)
        return failed(before.error());
    if (before->centre.isEmpty())
        return failed(Error{ErrorCode::InvalidInput, {translate("Ctl", "this database is no door; foyerctl door enrol makes it one")}, {}});
    DoorClient client(QUrl(before->centre));
    if (const auto synced = syncDoor(**office, client); !synced)
        return failed(synced.error());
    return Outcome{translate("Ctl", "%1 records were sent, and what the door has to know is up to date.").arg(before->waiting), {{QStringLiteral("sent"), before->waiting}}, {}};
}

} // namespace

std::vector<Verb> doorVerbs()
{
    return {verbOf("door", "add", QStringLiteral("NAME"), translate("Ctl", "Give out a code with which one machine becomes a door."), {}, inviteDoor),
            verbOf("door", "list", {}, translate("Ctl", "The doors, and when they were heard last."), {}, listDoors),
            verbOf("door", "conflicts", {}, translate("Ctl", "Passages and sales of doors that could not be taken as they were."), {}, listConflicts),
            verbOf("door", "accept", QStringLiteral("ID"), translate("Ctl", "Leave such a passage as it is; let such a sale stand."), {}, acceptConflict),
            verbOf("door", "enrol", QStringLiteral("ADDRESS"), translate("Ctl", "Make this machine a door of the box office at that address."),
                   {{QStringLiteral("code"), translate("Ctl", "What foyerctl door add gave out."), translate("Ctl", "code")}}, enrolHere),
            verbOf("door", "sync", {}, translate("Ctl", "Send what this door did, and fetch what it has to know."), {}, syncHere)};
}

} // namespace foyer::ctl
