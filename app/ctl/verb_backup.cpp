#include "app/ctl/call.h"
#include "core/domain/inputtext.h"
#include "core/services/backup.h"

#include <QtCore/QFileInfo>
#include <QtCore/QJsonArray>
#include <QtCore/QLocale>

namespace foyer::ctl {

namespace {

QJsonObject aboutProof(const VerifyReport &proof)
{
    return {{QStringLiteral("sound"), proof.isSound()}, {QStringLiteral("records"), proof.records}, {QStringLiteral("tickets"), proof.tickets},
            {QStringLiteral("transfers"), proof.transfers}, {QStringLiteral("breaches"), QJsonArray::fromStringList(proof.breaches)}};
}

tl::unexpected<Failure> breached(const QString &sentence, const VerifyReport &proof, const QJsonObject &json)
{
    return tl::unexpected(Failure{BreachFound, sentence.arg(proof.breaches.front()), proof.breaches.join(QLatin1Char('\n')), json});
}

Answer runBackup(Call &call)
{
    const QString file = call.argument(0);
    const auto report = backUp(call.url(), file, call.clock(), [&](int percent) { call.progress(translate("Ctl", "Backing up: %1 %").arg(percent)); });
    call.progress({});
    if (!report)
        return failed(report.error());
    QJsonObject json = aboutProof(report->proof);
    json.insert(QStringLiteral("file"), QFileInfo(file).absoluteFilePath());
    json.insert(QStringLiteral("bytes"), report->bytes);
    if (!report->proof.isSound())
        return breached(translate("Ctl", "The backup was made, but the box office is not sound: %1"), report->proof, json);
    return Outcome{translate("Ctl", "Backed up to %1 (%2): sound, %3 journal records, %4 tickets and %5 transfers.")
                       .arg(file, QLocale().formattedDataSize(report->bytes)).arg(report->proof.records).arg(report->proof.tickets).arg(report->proof.transfers),
                   json, {}};
}

Answer runRestore(Call &call)
{
    SystemRandom random;
    const RestoreRequest request{call.argument(0), call.url(), call.has("replace"), call.has("accept-breaches")};
    const auto report = restore(request, call.clock(), random, [&](int percent) { call.progress(translate("Ctl", "Restoring: %1 %").arg(percent)); });
    call.progress({});
    if (!report)
        return failed(report.error());
    QJsonObject json = aboutProof(report->proof);
    json.insert(QStringLiteral("database"), call.url().display());
    json.insert(QStringLiteral("restored"), report->isDone);
    if (!report->keptAside.isEmpty())
        json.insert(QStringLiteral("kept_aside"), report->keptAside);
    if (!report->isDone)
        return breached(translate("Ctl", "The backup is not sound and nothing was restored: %1"), report->proof, json);
    QString text = translate("Ctl", "Restored to %1: %2 journal records, %3 tickets and %4 transfers.")
                       .arg(call.url().display()).arg(report->proof.records).arg(report->proof.tickets).arg(report->proof.transfers);
    if (!report->keptAside.isEmpty())
        text += QLatin1Char('\n') + translate("Ctl", "What was there is kept as %1.").arg(report->keptAside);
    return Outcome{text, json, {}};
}

} // namespace

Verb backupVerb()
{
    Verb verb;
    verb.name = QStringLiteral("backup");
    verb.arguments = QStringLiteral("FILE");
    verb.argumentCount = 1;
    verb.summary = translate("Ctl", "Copy the box office into a file, beside programs that sell.");
    verb.run = runBackup;
    return verb;
}

Verb restoreVerb()
{
    Verb verb;
    verb.name = QStringLiteral("restore");
    verb.arguments = QStringLiteral("FILE");
    verb.argumentCount = 1;
    verb.summary = translate("Ctl", "Put a backup into a missing or empty database of either kind.");
    verb.options = {{QStringLiteral("replace"), translate("Ctl", "Keep what is there aside and take its place.")},
                    {QStringLiteral("accept-breaches"), translate("Ctl", "Restore though the backup is not sound.")}};
    verb.run = runRestore;
    return verb;
}

} // namespace foyer::ctl
