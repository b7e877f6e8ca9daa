// foyerctl: looks after a box office from the command line, without a window and without a display.
#include "app/common/logging.h"
#include "app/common/paths.h"
#include "app/ctl/application.h"
#include "app/ctl/call.h"
#include "core/domain/inputtext.h"
#include "foyer_version.h"

#include <QtCore/QJsonDocument>

#include <algorithm>
#include <cstdio>

using namespace foyer;
using namespace foyer::ctl;

namespace {

void addCommonOptions(QCommandLineParser &parser)
{
    parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    parser.addOptions({
        {QStringLiteral("db"), translate("Ctl", "The database: sqlite:PATH or postgres://user@host/name."), translate("Ctl", "url")},
        {QStringLiteral("keys"), translate("Ctl", "The folder with this terminal's keys."), translate("Ctl", "folder")},
        {QStringLiteral("json"), translate("Ctl", "Answer in JSON.")},
        {QStringLiteral("progress"), translate("Ctl", "Tell on standard error how far the work is, also where it is no terminal.")},
        {QStringLiteral("verbose"), translate("Ctl", "Tell on standard error what happens inside.")},
        {{QStringLiteral("h"), QStringLiteral("help")}, translate("Ctl", "Show this help, or that of a verb.")},
        {{QStringLiteral("v"), QStringLiteral("version")}, translate("Ctl", "Show the version.")},
    });
}

/// The verb among the words of the command line: options of any verb may stand before it.
const Verb *findVerb(const std::vector<Verb> &verbs, const QStringList &arguments, QStringList &words)
{
    QCommandLineParser parser;
    addCommonOptions(parser);
    QStringList known;
    for (const Verb &verb : verbs) {
        for (const QCommandLineOption &option : verb.options) {
            if (known.contains(option.names().constFirst()))
                continue;
            known << option.names();
            parser.addOption(option);
        }
    }
    parser.parse(arguments); // faults are told by the verb's own parser
    words = parser.positionalArguments();
    for (const Verb &verb : verbs)
        if (words.mid(0, verb.name.count(QLatin1Char(' ')) + 1).join(QLatin1Char(' ')) == verb.name)
            return &verb;
    return nullptr;
}

QString generalHelp(const std::vector<Verb> &verbs)
{
    QCommandLineParser parser;
    addCommonOptions(parser);
    QString text = translate("Ctl", "Usage: foyerctl [options] verb [arguments]\n\nVerbs:\n");
    for (const Verb &verb : verbs)
        text += QStringLiteral("  %1  %2\n").arg((verb.name + QLatin1Char(' ') + verb.arguments).leftJustified(22), verb.summary);
    const QString options = parser.helpText();
    return text + options.mid(options.indexOf(QLatin1Char('\n')));
}

QString verbHelp(const QCommandLineParser &parser, const Verb &verb)
{
    const QString options = parser.helpText();
    return translate("Ctl", "Usage: foyerctl %1 [options]\n\n%2\n").arg((verb.name + QLatin1Char(' ') + verb.arguments).trimmed(), verb.summary)
        + options.mid(options.indexOf(QLatin1Char('\n')));
}

void print(FILE *stream, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream);
}

void printLine(FILE *stream, const QString &text)
{
    if (!text.isEmpty())
        print(stream, text.toUtf8() + (text.endsWith(QLatin1Char('\n')) ? "" : "\n"));
}

int report(const Answer &answer, bool json)
{
    QJsonObject object = answer ? answer->json : answer.error().json;
    if (!answer) {
        printLine(stderr, answer.error().sentence);
        object.insert(QStringLiteral("error"), answer.error().sentence);
        object.insert(QStringLiteral("exit_code"), answer.error().exitCode);
    }
    if (json)
        print(stdout, QJsonDocument(object).toJson(QJsonDocument::Indented));
    else if (answer && !answer->raw.isEmpty())
        print(stdout, answer->raw);
    else
        printLine(stdout, answer ? answer->text : answer.error().text);
    if (std::fflush(stdout) != 0) {
        printLine(stderr, translate("Ctl", "The answer could not be written."));
        return FileFailed;
    }
    return answer ? Done : answer.error().exitCode;
}

Answer run(const Verb &verb, const QCommandLineParser &parser, const QStringList &arguments)
{
    if (arguments.size() != verb.argumentCount)
        return usage(verb.argumentCount == 0 ? translate("Ctl", "The verb %1 takes no argument; see foyerctl %1 --help.").arg(verb.name)
                                             : translate("Ctl", "The verb %1 takes one argument, %2; see foyerctl %1 --help.").arg(verb.name, verb.arguments));
    const bool isGiven = parser.isSet(QStringLiteral("db"));
    auto url = isGiven ? DatabaseUrl::parse(parser.value(QStringLiteral("db"))) : paths::defaultDatabase();
    if (!url)
        return usage(translate("Ctl", "%1 is %2.").arg(isGiven ? QStringLiteral("--db") : QStringLiteral("FOYER_DB"),
                                                      translate("Ctl", "neither sqlite:PATH nor postgres://user@host/name")));
    const QString keys = parser.isSet(QStringLiteral("keys")) ? parser.value(QStringLiteral("keys")) : paths::defaultKeyFolder();
    Call call(parser, arguments, *url, keys);
    return verb.run(call);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication::setApplicationName(QStringLiteral("foyerctl"));
    QCoreApplication::setApplicationVersion(QStringLiteral(FOYER_VERSION));
    QStringList commandLine;
    for (int i = 0; i < argc; ++i)
        commandLine << QString::fromLocal8Bit(argv[i]);

    const auto verbs = allVerbs();
    QStringList words;
    const Verb *verb = findVerb(verbs, commandLine, words);
    QCommandLineParser parser;
    addCommonOptions(parser);
    if (verb)
        parser.addOptions(verb->options);
    const bool understood = parser.parse(commandLine);
    const bool json = parser.isSet(QStringLiteral("json"));
    logging::install({{}, parser.isSet(QStringLiteral("verbose")) ? logging::Level::Debug : logging::Level::Critical});
    const auto app = makeApplication(argc, argv, verb && verb->drawsPaper);

    if (parser.isSet(QStringLiteral("version"))) {
        printLine(stdout, QStringLiteral("foyerctl " FOYER_VERSION));
        return Done;
    }
    if (parser.isSet(QStringLiteral("help"))) {
        printLine(stdout, verb ? verbHelp(parser, *verb) : generalHelp(verbs));
        return Done;
    }
    if (!verb && words.isEmpty())
        return report(usage(translate("Ctl", "No verb was given; see foyerctl --help.")), json);
    if (!verb)
        return report(usage(translate("Ctl", "Foyer knows no verb \"%1\"; see foyerctl --help.").arg(words.mid(0, 2).join(QLatin1Char(' ')).left(60))), json);
    if (!understood)
        return report(usage(translate("Ctl", "%1; see foyerctl %2 --help.").arg(parser.errorText().section(QLatin1Char('\n'), 0, 0).remove(QLatin1Char('.')), verb->name)), json);
    return report(run(*verb, parser, words.mid(verb->name.count(QLatin1Char(' ')) + 1)), json);
}
