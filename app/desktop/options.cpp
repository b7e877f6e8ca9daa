#include "app/desktop/options.h"

#include "app/common/paths.h"
#include "core/domain/errortext.h"
#include "foyer_version.h"

#include <QtCore/QCommandLineParser>

namespace foyer {
namespace {

constexpr int BadUsage = 2;

QString text(const char *source)
{
    return QCoreApplication::translate("Options", source);
}

std::optional<Appearance> appearanceFrom(const QString &name)
{
    static const QHash<QString, Appearance> names{{QStringLiteral("light"), Appearance::Light},
                                                  {QStringLiteral("dark"), Appearance::Dark},
                                                  {QStringLiteral("contrast"), Appearance::HighContrast}};
    const auto found = names.constFind(name);
    return found == names.cend() ? std::nullopt : std::optional(*found);
}

} // namespace

std::variant<Options, Farewell> readOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    parser.setApplicationDescription(text("The box office window."));
    const QCommandLineOption demo(QStringLiteral("demo"), text("Open the demo box office, and make it first if there is none."));
    const QCommandLineOption training(QStringLiteral("training"), text("Practise on a scratch copy, which is thrown away in the end."));
    const QCommandLineOption db(QStringLiteral("db"), text("The database: sqlite:PATH or postgres://user@host/name."), text("url"));
    const QCommandLineOption keys(QStringLiteral("keys"), text("The folder with this terminal's keys."), text("folder"));
    const QCommandLineOption language(QStringLiteral("language"), text("The language of the window: en or de."), text("code"));
    const QCommandLineOption theme(QStringLiteral("theme"), text("The colours: light, dark or contrast."), text("name"));
    const QCommandLineOption card(QStringLiteral("card"), text("How cards are taken: sandbox, or external for a card machine that stands alone."), text("name"));
    parser.addOptions({demo, training, db, keys, language, theme, card});
    const auto help = parser.addHelpOption();
    const auto version = parser.addVersionOption();
    if (!parser.parse(arguments))
        return Farewell{parser.errorText(), BadUsage};
    if (parser.isSet(help))
        return Farewell{parser.helpText(), 0};
    if (parser.isSet(version))
        return Farewell{QStringLiteral("foyer " FOYER_VERSION), 0};
    if (!parser.positionalArguments().isEmpty())
        return Farewell{text("foyer takes no \"%1\"; see foyer --help.").arg(parser.positionalArguments().constFirst()), BadUsage};

    Options options;
    options.demo = parser.isSet(demo);
    options.training = parser.isSet(training);
    const auto url = parser.isSet(db) ? DatabaseUrl::parse(parser.value(db)) : options.demo ? paths::demoDatabase() : paths::defaultDatabase();
    if (!url)
        return Farewell{sentence(url.error()), BadUsage};
    options.url = *url;
    options.isNamed = options.demo || parser.isSet(db) || qEnvironmentVariableIsSet("FOYER_DB");
    options.keyFolder = parser.isSet(keys) ? parser.value(keys) : paths::defaultKeyFolder();
    options.language = parser.value(language);
    if (!options.language.isEmpty() && options.language != QLatin1String("en") && options.language != QLatin1String("de"))
        return Farewell{text("There is no language \"%1\"; foyer speaks en and de.").arg(options.language), BadUsage};
    options.appearance = appearanceFrom(parser.value(theme));
    if (parser.isSet(theme) && !options.appearance)
        return Farewell{text("There is no theme \"%1\"; choose light, dark or contrast.").arg(parser.value(theme)), BadUsage};
    options.card = parser.value(card);
    if (parser.isSet(card) && options.card != QLatin1String("sandbox") && options.card != QLatin1String("external"))
        return Farewell{text("There is no way \"%1\" to take cards; choose sandbox or external.").arg(options.card), BadUsage};
    return options;
}

} // namespace foyer
