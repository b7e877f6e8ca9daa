// From starting a program to its first usable frame: bench_start [--small] BARE -- PROGRAM [ARGUMENTS]. Both say so themselves, in a
// line "window ready", the bare window on standard error, foyer in its log. PROGRAM is started once before, to make the files that it finds from then on.
#include "tests/benchmarks/measure.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>
#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace foyer::bench;

namespace {

constexpr double Target = 3;
constexpr int FirstStartLimit = 120'000; ///< ms: it makes a demo of 60 days
constexpr int StartLimit = 30'000;
constexpr int EndLimit = 10'000;
constexpr int LookEvery = 1;             ///< ms

/// A home of its own, so that nobody's settings are read or changed.
QProcessEnvironment environmentIn(const QString &home)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "FOYER_DB"})
        environment.remove(QLatin1String(name));
    environment.insert(QStringLiteral("HOME"), home);
    return environment;
}

void end(QProcess &process)
{
    process.terminate();
    if (!process.waitForFinished(EndLimit)) {
        process.kill();
        process.waitForFinished(-1);
    }
}

bool saysReady(QFile &log)
{
    return (log.isOpen() || log.open(QIODevice::ReadOnly)) && log.seek(0) && log.readAll().contains("window ready");
}

/// Seconds until the line came. Ends the program when it never does.
double start(const QStringList &command, const QString &home, int limit)
{
    QFile log(home + QStringLiteral("/.local/state/foyer/foyer.log"));
    log.remove();
    QProcess process;
    process.setProcessEnvironment(environmentIn(home));
    process.setProcessChannelMode(QProcess::MergedChannels);
    QByteArray said;
    QElapsedTimer clock;
    clock.start();
    process.start(command.front(), command.mid(1));
    while (!said.contains("window ready") && !saysReady(log)) {
        process.waitForReadyRead(LookEvery);
        said += process.readAll();
        if (clock.elapsed() > limit || process.state() == QProcess::NotRunning) {
            end(process);
            qFatal("%s never said that its window is ready: %s", qUtf8Printable(command.front()), said.constData());
        }
    }
    const double seconds = double(clock.nsecsElapsed()) / 1e9;
    end(process);
    return seconds;
}

void reportStarts(const std::vector<double> &program, const std::vector<double> &bare)
{
    std::vector<double> ratios;
    for (size_t i = 0; i < program.size(); ++i)
        ratios.push_back(program[i] / bare[i]);
    const auto [least, greatest] = std::minmax_element(ratios.begin(), ratios.end());
    const double middle = median(ratios);
    std::printf("Start to the first usable frame: %zu rounds\n", ratios.size());
    std::printf("    %-34s %8.0f ms\n    %-34s %8.0f ms\n", "Foyer", 1000 * median(program), "bare window", 1000 * median(bare));
    std::printf("    ratio %.2f (%.2f to %.2f), target at most %.2f: %s\n", middle, *least, *greatest, Target, middle <= Target ? "met" : "MISSED");
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("The start of a window program against a bare window."));
    parser.addHelpOption();
    parser.addOption({QStringLiteral("small"), QStringLiteral("A quick check; the figures mean little.")});
    parser.addPositionalArgument(QStringLiteral("bare"), QStringLiteral("The bare window."));
    parser.addPositionalArgument(QStringLiteral("program"), QStringLiteral("The program and its arguments, after --."));
    parser.process(app);
    const QStringList arguments = parser.positionalArguments();
    if (arguments.size() < 2)
        parser.showHelp(2);
    const QStringList bareCommand = arguments.first(1), programCommand = arguments.mid(1);
    const QTemporaryDir home;
    start(programCommand, home.path(), FirstStartLimit);
    start(bareCommand, home.path(), StartLimit);
    std::vector<double> program, bare;
    const int rounds = parser.isSet(QStringLiteral("small")) ? 3 : 15;
    for (int round = 0; round < rounds; ++round) {
        if (round % 2 == 0)
            program.push_back(start(programCommand, home.path(), StartLimit));
        bare.push_back(start(bareCommand, home.path(), StartLimit));
        if (round % 2 == 1)
            program.push_back(start(programCommand, home.path(), StartLimit));
    }
    reportStarts(program, bare);
}
