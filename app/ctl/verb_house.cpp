#include "app/ctl/call.h"
#include "core/domain/inputtext.h"

#include <QtCore/QTextStream>

namespace foyer::ctl {

namespace {

Answer addVenue(Call &call)
{
    const auto currency = Currency::fromCode(call.value("currency"));
    if (!currency)
        return failed(currency.error());
    const QTimeZone zone(call.value("time-zone").toUtf8());
    if (!zone.isValid())
        return usage(translate("Ctl", "There is no time zone \"%1\"; Europe/Berlin is one.").arg(call.value("time-zone")));
    auto office = call.open();
    if (!office)
        return failed(office.error());
    const auto venue = (*office)->catalogue().addVenue((*office)->system(), call.argument(0), zone, *currency);
    if (!venue)
        return failed(venue.error());
    return Outcome{translate("Ctl", "The venue %1 was added.").arg(venue->name),
                   {{QStringLiteral("id"), venue->id.toString()}, {QStringLiteral("name"), venue->name}}, {}};
}

/// The PIN stands on no command line, where others could read it: it is a line of standard input.
QString readPin()
{
    QTextStream(stderr) << translate("Ctl", "PIN of six digits: ") << Qt::flush;
    return QTextStream(stdin).readLine().trimmed();
}

Answer addStaff(Call &call)
{
    const auto role = roleFromName(call.value("role"));
    if (!role)
        return failed(role.error());
    auto office = call.open();
    if (!office)
        return failed(office.error());
    const auto member = (*office)->staff().add((*office)->system(), call.argument(0), *role, readPin());
    if (!member)
        return failed(member.error());
    return Outcome{translate("Ctl", "%1 may sign in as %2 now.").arg(member->name, roleName(*role)),
                   {{QStringLiteral("id"), member->id.toString()}, {QStringLiteral("name"), member->name}, {QStringLiteral("role"), roleName(*role)}}, {}};
}

} // namespace

Verb venueAddVerb()
{
    Verb verb;
    verb.name = QStringLiteral("venue add");
    verb.arguments = QStringLiteral("NAME");
    verb.argumentCount = 1;
    verb.summary = translate("Ctl", "Add a venue: its plans and events can be imported then.");
    verb.options = {{QStringLiteral("time-zone"), translate("Ctl", "Where its clocks are."), translate("Ctl", "zone"), QStringLiteral("Europe/Berlin")},
                    {QStringLiteral("currency"), translate("Ctl", "What it charges in."), translate("Ctl", "code"), QStringLiteral("EUR")}};
    verb.run = addVenue;
    return verb;
}

Verb staffAddVerb()
{
    Verb verb;
    verb.name = QStringLiteral("staff add");
    verb.arguments = QStringLiteral("NAME");
    verb.argumentCount = 1;
    verb.summary = translate("Ctl", "Let somebody sign in; the PIN is read from standard input.");
    verb.options = {{QStringLiteral("role"), translate("Ctl", "cashier, steward, supervisor, manager or administrator."), translate("Ctl", "role"), QStringLiteral("cashier")}};
    verb.run = addStaff;
    return verb;
}

} // namespace foyer::ctl
