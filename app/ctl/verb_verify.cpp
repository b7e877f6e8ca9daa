#include "app/ctl/call.h"
#include "core/domain/inputtext.h"
#include "core/services/verifier.h"
#include "core/storage/database.h"
#include "core/storage/life.h"
#include "core/storage/migrator.h"

#include <QtCore/QJsonArray>

namespace foyer::ctl {

namespace {

/// Beside a running program: one snapshot, nothing is written.
Result<VerifyReport> verify(const Call &call)
{
    return guarded([&]() -> Result<VerifyReport> {
        const auto database = Database::open(call.url(), Database::Mode::Read, call.clock());
        migrator::check(*database);
        return Verifier(*database, life::marks(*database, KeyStore(call.keyFolder()))).verify();
    });
}

Answer verifyBoxOffice(Call &call)
{
    const auto report = verify(call);
    if (!report)
        return failed(report.error());
    const QJsonObject json{{QStringLiteral("sound"), report->isSound()}, {QStringLiteral("records"), report->records},
                           {QStringLiteral("tickets"), report->tickets}, {QStringLiteral("transfers"), report->transfers},
                           {QStringLiteral("breaches"), QJsonArray::fromStringList(report->breaches)}};
    if (report->isSound())
        return Outcome{translate("Ctl", "Sound: %1 journal records, %2 tickets and %3 transfers were checked.")
                           .arg(report->records).arg(report->tickets).arg(report->transfers), json, {}};
    return tl::unexpected(Failure{BreachFound, translate("Ctl", "The box office is not sound: %1").arg(report->breaches.front()),
                                  report->breaches.join(QLatin1Char('\n')), json});
}

} // namespace

Verb verifyVerb()
{
    Verb verb;
    verb.name = QStringLiteral("verify");
    verb.summary = translate("Ctl", "Check places, money and journal, and name the first breach.");
    verb.run = verifyBoxOffice;
    return verb;
}

} // namespace foyer::ctl
