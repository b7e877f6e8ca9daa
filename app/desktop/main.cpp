// foyer: the window of the box office.
#include "app/common/logging.h"
#include "app/common/paths.h"
#include "app/desktop/firstframe.h"
#include "app/desktop/program.h"
#include "app/desktop/singleinstance.h"
#include "core/base/crypto.h"
#include "foyer_version.h"
#include "ui/settings/startsettings.h"

#include <QtWidgets/QApplication>

#include <cstdio>

using namespace foyer;

namespace {

int bid(const Farewell &farewell)
{
    const QByteArray text = farewell.text.trimmed().toUtf8() + '\n';
    std::fputs(text.constData(), farewell.exitCode == 0 ? stdout : stderr);
    return farewell.exitCode;
}

/// Told without a display: what a person types on a terminal is answered there.
bool asksForText(int argc, char *argv[])
{
    for (int i = 1; i < argc; ++i)
        for (const char *option : {"-h", "--help", "-v", "--version"})
            if (qstrcmp(argv[i], option) == 0)
                return true;
    return false;
}

/// What the first run of this machine chose, unless a database was named now.
void useRemembered(Options &options, const QSettings &settings)
{
    const QString address = StartSettings::database(settings);
    if (options.isNamed || address.isEmpty())
        return;
    if (const auto url = DatabaseUrl::parse(address))
        options.url = *url;
}

} // namespace

int main(int argc, char *argv[])
{
    if (asksForText(argc, argv))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("foyer"));
    QApplication::setOrganizationName(QStringLiteral("foyer"));
    QApplication::setApplicationVersion(QStringLiteral(FOYER_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("org.foyer.Foyer"));
    crypto::initialise();
    const auto asked = readOptions(QApplication::arguments());
    if (const auto *farewell = std::get_if<Farewell>(&asked))
        return bid(*farewell);
    auto options = std::get<Options>(asked);
    QSettings settings;
    useRemembered(options, settings);
    logging::install({paths::logFile()});

    std::unique_ptr<SingleInstance> instance;
    std::unique_ptr<SingleInstance> chosen; // the file of a first run
    if (options.url.kind == DatabaseUrl::Kind::Sqlite && !options.training) { // training goes on beside the house
        instance = std::make_unique<SingleInstance>(options.url.path);
        if (instance->raiseOther())
            return 0;
        instance->listen();
    }
    Program program(options, settings);
    QObject::connect(&program, &Program::fileChosen, &program, [&](const QString &path) {
        chosen = std::make_unique<SingleInstance>(path);
        QObject::connect(chosen.get(), &SingleInstance::raised, &program, &Program::raise);
        chosen->listen();
    });
    if (instance)
        QObject::connect(instance.get(), &SingleInstance::raised, &program, &Program::raise);
    const FirstFrame firstFrame(application);
    program.start();
    return QApplication::exec();
}
