#include "app/ctl/call.h"
#include "core/domain/inputtext.h"
#include "core/services/demo.h"

namespace foyer::ctl {

namespace {

Answer makeDemo(Call &call)
{
    DemoOptions options;
    if (call.has("seed")) {
        bool ok = false;
        options.seed = call.value("seed").toULongLong(&ok);
        if (!ok)
            return usage(translate("Ctl", "--seed has to be a whole number from 0 on."));
    }
    if (call.has("small")) {
        options.historyDays = 5;
        options.percent = 10;
    }
    const auto demo = buildDemo(call.config(), options, [&](int percent) { call.progress(translate("Ctl", "Making the demo: %1 %").arg(percent)); });
    call.progress({});
    if (!demo)
        return failed(demo.error());
    QString text = translate("Ctl", "The demo is ready: %1 events at %2 venues, %3 orders with %4 tickets.\nSign in with one of these PINs:\n")
                       .arg(demo->events).arg(demo->venues).arg(demo->orders).arg(demo->tickets);
    for (const DemoMember &member : demoStaff())
        text += QStringLiteral("  %1  %2\n").arg(QString::fromLatin1(member.name).leftJustified(6), QLatin1String(member.pin));
    return Outcome{text, {{QStringLiteral("venues"), demo->venues}, {QStringLiteral("events"), demo->events},
                          {QStringLiteral("orders"), demo->orders}, {QStringLiteral("tickets"), demo->tickets}}, {}};
}

} // namespace

Verb demoVerb()
{
    Verb verb;
    verb.name = QStringLiteral("demo");
    verb.summary = translate("Ctl", "Fill a new database with the demo box office.");
    verb.options = {{QStringLiteral("seed"), translate("Ctl", "Another history of sales."), translate("Ctl", "number")},
                    {QStringLiteral("small"), translate("Ctl", "Only a few days with few sales.")}};
    verb.run = makeDemo;
    return verb;
}

} // namespace foyer::ctl
