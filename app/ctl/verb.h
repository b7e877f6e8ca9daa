// Verb: one thing that foyerctl can do, and what it answers.
#pragma once

#include "core/base/error.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QJsonObject>

#include <functional>
#include <vector>

namespace foyer::ctl {

class Call;

/// The documented exit codes.
enum ExitCode { Done = 0, Refused = 1, Usage = 2, DatabaseFailed = 3, FileFailed = 4, BreachFound = 5, Bug = 6 };

/// What is printed when a verb did its work.
struct Outcome {
    QString text;      ///< for people
    QJsonObject json;  ///< for --json
    QByteArray raw;    ///< a document for standard output, instead of the text
};

/// What is printed when it did not.
struct Failure {
    int exitCode = Refused;
    QString sentence;  ///< on standard error
    QString text = {}; ///< on standard output: details such as every faulty row
    QJsonObject json = {};
};

using Answer = tl::expected<Outcome, Failure>;

/// The failure that an error of the services is.
tl::unexpected<Failure> failed(const Error &error);
tl::unexpected<Failure> usage(const QString &sentence);

struct Verb {
    QString name;      ///< of one word or two: "import plan"
    QString arguments; ///< "FILE"
    QString summary;
    int argumentCount = 0;
    QList<QCommandLineOption> options = {};
    std::function<Answer(Call &)> run;
    bool drawsPaper = false; ///< needs fonts; a display is never needed
};

/// One of several verbs that begin with the same word. `argument` is empty when it takes none.
Verb verbOf(const char *family, const char *name, const QString &argument, const QString &summary, QList<QCommandLineOption> options,
            std::function<Answer(Call &)> run);

Verb migrateVerb();
Verb demoVerb();
Verb venueAddVerb();
Verb staffAddVerb();
Verb importPlanVerb();
Verb importEventsVerb();
Verb exportPlanVerb();
Verb exportEventsVerb();
Verb backupVerb();
Verb restoreVerb();
Verb verifyVerb();
Verb sellVerb();
Verb orderFindVerb();
Verb orderShowVerb();
Verb orderRefundVerb();
Verb orderRevokeVerb();
Verb orderExchangeVerb();
Verb compVerb();
Verb ticketCheckVerb();
Verb ticketAdmitVerb();
Verb statsVerb();
Verb importCustomersVerb();
/// merge, export, erase
std::vector<Verb> customerVerbs();
/// create, deposit, withdraw, transfer, statement
std::vector<Verb> walletVerbs();
/// open, paid-in, paid-out, no-sale, hand-over, x, close, show, rule.
std::vector<Verb> shiftVerbs();
Verb serveVerb();
/// add, list, revoke
std::vector<Verb> tokenVerbs();

/// add, list, show, revoke.
std::vector<Verb> promoVerbs();
/// set, show.
std::vector<Verb> priceVerbs();
/// list, archive, unarchive, tidy, rule.
std::vector<Verb> eventVerbs();
/// add, list, conflicts, accept, enrol, sync.
std::vector<Verb> doorVerbs();
/// grant, grants, revoke, write-off, return, refund, credit, dismiss.
std::vector<Verb> doorPlaceVerbs();
Verb orderGiveVerb();
Verb orderLevelVerb();
Verb orderPrintVerb();

/// All of them, in the order of the help.
std::vector<Verb> allVerbs();

} // namespace foyer::ctl
