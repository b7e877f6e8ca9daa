#include "app/ctl/call.h"
#include "core/domain/inputtext.h"

#include <QtCore/QJsonArray>

namespace foyer::ctl {

namespace {

QJsonObject importJson(const CustomerImport &done, bool dryRun)
{
    QJsonArray faults;
    for (const RowFault &fault : done.faults)
        faults.append(QJsonObject{{QStringLiteral("line"), fault.line}, {QStringLiteral("reason"), fault.reason}});
    return {{QStringLiteral("added"), done.added}, {QStringLiteral("updated"), done.updated}, {QStringLiteral("unchanged"), done.unchanged},
            {QStringLiteral("faults"), faults}, {QStringLiteral("dry_run"), dryRun}};
}

Answer importCustomers(Call &call)
{
    const bool dryRun = call.has("dry-run");
    const auto bytes = call.readFile();
    if (!bytes)
        return failed(bytes.error());
    auto office = dryRun ? call.openReading() : call.open();
    if (!office)
        return failed(office.error());
    const auto done = (*office)->customerRecords().importCsv((*office)->system(), *bytes, dryRun);
    if (!done)
        return failed(done.error());
    if (!done->isClean()) {
        const auto line = [](const RowFault &fault) { return translate("Ctl", "line %1: %2").arg(fault.line).arg(fault.reason); };
        Failure failure = failed({ErrorCode::FileInvalid, {line(done->faults.front())}, {}}).value();
        for (const RowFault &fault : done->faults)
            failure.text += line(fault) + u'\n';
        failure.json = importJson(*done, dryRun);
        return tl::unexpected(failure);
    }
    const QString text = dryRun ? translate("Ctl", "%1 customers would be added, %2 updated; %3 are as they were.")
                                : translate("Ctl", "%1 customers added, %2 updated; %3 are as they were.");
    return Outcome{text.arg(done->added).arg(done->updated).arg(done->unchanged), importJson(*done, dryRun), {}};
}

} // namespace

Verb importCustomersVerb()
{
    Verb verb;
    verb.name = QStringLiteral("import customers");
    verb.arguments = QStringLiteral("FILE");
    verb.argumentCount = 1;
    verb.summary = translate("Ctl", "Read customers from a CSV file: name, email, phone, notes.");
    verb.options = {{QStringLiteral("dry-run"), translate("Ctl", "Say what would be done, and change nothing.")}};
    verb.run = importCustomers;
    return verb;
}

} // namespace foyer::ctl
