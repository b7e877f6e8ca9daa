#include "app/ctl/call.h"
#include "core/domain/inputtext.h"

namespace foyer::ctl {

Verb migrateVerb()
{
    Verb verb;
    verb.name = QStringLiteral("migrate");
    verb.summary = translate("Ctl", "Make the database, or bring it up to this version.");
    verb.run = [](Call &call) -> Answer {
        const auto steps = BoxOffice::migrate(call.url(), call.clock());
        if (!steps)
            return failed(steps.error());
        return Outcome{*steps == 0 ? translate("Ctl", "The database is up to date.") : translate("Ctl", "The database is ready (steps taken: %1).").arg(*steps),
                       {{QStringLiteral("steps"), *steps}}, {}};
    };
    return verb;
}

} // namespace foyer::ctl
