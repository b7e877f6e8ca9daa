#include "app/ctl/verb.h"

#include "core/domain/errortext.h"

namespace foyer::ctl {

namespace {

int exitCodeOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::DatabaseBusy:
    case ErrorCode::DatabaseUnavailable:
    case ErrorCode::DatabaseLocked:
    case ErrorCode::WrongPassword:
    case ErrorCode::DatabaseForbidden:
    case ErrorCode::NotADatabase:
    case ErrorCode::DatabaseCorrupt:
    case ErrorCode::DatabaseReadOnly:
    case ErrorCode::DiskFull:
    case ErrorCode::SchemaTooNew:
    case ErrorCode::SchemaMissing:
        return DatabaseFailed;
    case ErrorCode::FileUnreadable:
    case ErrorCode::FileInvalid:
        return FileFailed;
    case ErrorCode::Internal:
        return Bug;
    default:
        return Refused;
    }
}

} // namespace

tl::unexpected<Failure> failed(const Error &error)
{
    if (!error.detail.isEmpty())
        qDebug("%s", qUtf8Printable(error.detail));
    return tl::unexpected(Failure{exitCodeOf(error.code), sentence(error)});
}

tl::unexpected<Failure> usage(const QString &sentence)
{
    return tl::unexpected(Failure{Usage, sentence});
}

Verb verbOf(const char *family, const char *name, const QString &argument, const QString &summary, QList<QCommandLineOption> options,
            std::function<Answer(Call &)> run)
{
    Verb verb;
    verb.name = QLatin1String(family) + QLatin1Char(' ') + QLatin1String(name);
    verb.arguments = argument;
    verb.argumentCount = argument.isEmpty() ? 0 : 1;
    verb.summary = summary;
    verb.options = std::move(options);
    verb.run = std::move(run);
    return verb;
}

std::vector<Verb> allVerbs()
{
    std::vector<Verb> verbs{migrateVerb(), demoVerb(), venueAddVerb(), staffAddVerb(), importPlanVerb(), importEventsVerb(), importCustomersVerb(), exportPlanVerb(), exportEventsVerb(),
            backupVerb(), restoreVerb(), verifyVerb(),  sellVerb(), orderFindVerb(), orderShowVerb(), orderRefundVerb(), orderRevokeVerb(), orderGiveVerb(), orderLevelVerb(), orderPrintVerb(), orderExchangeVerb(), compVerb(), ticketCheckVerb(), ticketAdmitVerb(), statsVerb()};
    for (Verb &verb : customerVerbs())
        verbs.push_back(std::move(verb));
    for (Verb &verb : walletVerbs())
        verbs.push_back(std::move(verb));
    for (Verb &verb : shiftVerbs())
        verbs.push_back(std::move(verb));
    for (Verb &verb : promoVerbs())
        verbs.push_back(std::move(verb));
    for (Verb &verb : priceVerbs())
        verbs.push_back(std::move(verb));
    for (Verb &verb : eventVerbs())
        verbs.push_back(std::move(verb));
    for (Verb &verb : doorPlaceVerbs())
        verbs.push_back(std::move(verb));
    for (Verb &verb : doorVerbs())
        verbs.push_back(std::move(verb));
    verbs.push_back(serveVerb());
    for (Verb &verb : tokenVerbs())
        verbs.push_back(std::move(verb));
    return verbs;
}

} // namespace foyer::ctl
