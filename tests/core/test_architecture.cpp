// Keeps the rooms of the source tree apart: which folder may include from which, and what the top level may hold.
#include "tests/support/testmain.h"

#include <QtCore/QDirIterator>
#include <QtCore/QFile>
#include <QtCore/QRegularExpression>

namespace {

struct Room
{
    QLatin1String folder;
    int rank; // A room sees itself and every room of a lower rank.
};

// base <- domain <- storage <- services <- {payment, sync, app/server, ui} <- app
constexpr Room Rooms[] = {
    {QLatin1String("core/base/"), 0},    {QLatin1String("core/domain/"), 1},  {QLatin1String("core/storage/"), 2},
    {QLatin1String("core/services/"), 3}, {QLatin1String("core/payment/"), 4}, {QLatin1String("core/sync/"), 4},
    {QLatin1String("app/server/"), 4},   {QLatin1String("ui/"), 4},           {QLatin1String("app/"), 5},
};

constexpr QLatin1String TopLevel[] = {
    QLatin1String("CMakeLists.txt"), QLatin1String("CMakePresets.json"), QLatin1String("compose.yaml"),
    QLatin1String("README.md"),      QLatin1String("LICENSE"),           QLatin1String("app"),
    QLatin1String("core"),           QLatin1String("ui"),                QLatin1String("resources"),
    QLatin1String("translations"),   QLatin1String("tests"),             QLatin1String("build"),
};

const Room *roomOf(const QString &path)
{
    for (const Room &room : Rooms) {
        if (path.startsWith(room.folder))
            return &room;
    }
    return nullptr;
}

bool namesATopFolder(const QString &included)
{
    static const QRegularExpression pattern(QStringLiteral("^(core|ui|app|tests|resources)/"));
    return pattern.match(included).hasMatch();
}

/// The Qt module of `QtSql/QSqlQuery` or `QtSql`; SQL classes are recognised without it, too.
QString qtModule(const QString &included)
{
    static const QRegularExpression pattern(QStringLiteral("^(Qt[A-Z][A-Za-z0-9]*)(/|$)"));
    if (const auto match = pattern.match(included); match.hasMatch())
        return match.captured(1);
    return included.startsWith(QLatin1String("QSql")) ? QStringLiteral("QtSql") : QString();
}

QString qtBreach(const Room &room, const QString &module)
{
    const bool core = room.folder.startsWith(QLatin1String("core/"));
    if (module == QLatin1String("QtSql"))
        return room.folder == QLatin1String("core/storage/") ? QString() : QStringLiteral("only core/storage uses QtSql");
    if (core && module != QLatin1String("QtCore") && module != QLatin1String("QtNetwork"))
        return QStringLiteral("core knows QtCore and QtNetwork only");
    return {};
}

QString roomBreach(const Room &room, const QString &target)
{
    const Room *other = roomOf(target);
    if (!other)
        return QStringLiteral("this belongs to no room of the program");
    if (room.folder == QLatin1String("ui/") && other->folder == QLatin1String("core/storage/"))
        return QStringLiteral("the window never sees storage");
    if (room.folder != other->folder && other->rank >= room.rank)
        return QStringLiteral("the arrow points the other way");
    return {};
}

QString breachOfInclude(const QString &path, const Room &room, const QString &included, bool quoted)
{
    if (const QString module = qtModule(included); !module.isEmpty())
        return qtBreach(room, module);
    if (namesATopFolder(included))
        return roomBreach(room, QDir::cleanPath(included));
    if (quoted && included.contains(QLatin1Char('/'))) // relative to the file itself
        return roomBreach(room, QDir::cleanPath(path.section(QLatin1Char('/'), 0, -2) + QLatin1Char('/') + included));
    return {};
}

/// Every breach in one source file; `path` is relative to the top of the repository.
QStringList breachesOf(const QString &path, const QString &text)
{
    const Room *room = roomOf(path);
    if (!room)
        return {path + QStringLiteral(": this folder is no room of the design")};
    static const QRegularExpression directive(QStringLiteral("^[ \\t]*#[ \\t]*include[ \\t]*([<\"])([^>\"\\n]+)[>\"]"),
                                              QRegularExpression::MultilineOption);
    QStringList breaches;
    for (auto matches = directive.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        const QString included = match.captured(2);
        const QString breach = breachOfInclude(path, *room, included, match.captured(1) == QLatin1String("\""));
        if (!breach.isEmpty())
            breaches << QStringLiteral("%1 includes %2: %3").arg(path, included, breach);
    }
    return breaches;
}

/// Names that neither the design nor .gitignore knows.
QStringList strangersAmong(const QStringList &topLevel)
{
    QStringList strangers;
    for (const QString &name : topLevel) {
        const bool ignored = name.startsWith(QLatin1Char('.')) || name == QLatin1String("compile_commands.json")
            || name.endsWith(QLatin1String(".user"));
        if (!ignored && std::find(std::begin(TopLevel), std::end(TopLevel), name) == std::end(TopLevel))
            strangers << name;
    }
    return strangers;
}

const QDir SourceTree(QStringLiteral(FOYER_SOURCE_DIR));

} // namespace

class ArchitectureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsEveryKindOfBreach_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("line");
        QTest::addColumn<bool>("allowed");
        const auto row = [](const char *name, const char *path, const char *line, bool allowed) {
            QTest::newRow(name) << QString::fromLatin1(path) << QString::fromLatin1(line) << allowed;
        };
        row("own room", "core/base/a.cpp", "#include \"core/base/a.h\"", true);
        row("to the left", "core/services/a.cpp", "#include \"core/storage/b.h\"", true);
        row("base from domain", "core/base/a.h", "#include \"core/domain/b.h\"", false);
        row("domain from storage", "core/domain/a.h", "#  include <core/storage/b.h>", false);
        row("storage from services", "core/storage/a.cpp", "#include \"core/services/b.h\"", false);
        row("services from payment", "core/services/a.cpp", "#include \"core/payment/b.h\"", false);
        row("payment from sync", "core/payment/a.cpp", "#include \"core/sync/b.h\"", false);
        row("server from the window", "app/server/a.cpp", "#include \"ui/b.h\"", false);
        row("window from services", "ui/backend/a.cpp", "#include \"core/services/b.h\"", true);
        row("window from a program", "ui/sale/a.cpp", "#include \"app/desktop/b.h\"", false);
        row("window from storage", "ui/backend/a.cpp", "#include \"core/storage/b.h\"", false);
        row("program from anything", "app/desktop/a.cpp", "#include \"ui/b.h\"\n#include \"core/storage/c.h\"", true);
        row("relative, same room", "core/base/a.cpp", "#include \"detail/b.h\"", true);
        row("relative, other room", "core/base/a.cpp", "#include \"../storage/b.h\"", false);
        row("program from tests", "app/ctl/a.cpp", "#include \"tests/support/b.h\"", false);
        row("room not in the design", "core/misc/a.cpp", "", false);
        row("SQL in storage", "core/storage/a.cpp", "#include <QtSql/QSqlQuery>", true);
        row("SQL in services", "core/services/a.cpp", "#include <QtSql/QSqlQuery>", false);
        row("SQL in the window", "ui/a.cpp", "#include <QSqlTableModel>", false);
        row("SQL in a program", "app/ctl/main.cpp", "#include <QtSql>", false);
        row("widgets in core", "core/services/a.h", "#include <QtWidgets/QWidget>", false);
        row("painting in core", "core/domain/a.h", "#include <QtGui/QImage>", false);
        row("network in core", "core/payment/a.cpp", "#include <QtNetwork/QNetworkReply>", true);
        row("widgets in the window", "ui/a.h", "#include <QtWidgets/QWidget>", true);
        row("another library", "core/base/a.cpp", "#include <sodium.h>\n#include \"a.moc\"", true);
        row("in a comment", "core/base/a.cpp", "// like #include \"ui/b.h\"", true);
    }

    void findsEveryKindOfBreach()
    {
        QFETCH(QString, path);
        QFETCH(QString, line);
        QFETCH(bool, allowed);
        const QStringList breaches = breachesOf(path, QStringLiteral("#pragma once\n") + line + QLatin1Char('\n'));
        QVERIFY2(breaches.isEmpty() == allowed, qPrintable(breaches.join(QLatin1Char('\n'))));
    }

    void findsStrangersAtTheTop()
    {
        const QStringList names{QStringLiteral("core"), QStringLiteral("notes.md"), QStringLiteral(".ci"),
                                QStringLiteral("build"), QStringLiteral("scripts")};
        QCOMPARE(strangersAmong(names), QStringList({QStringLiteral("notes.md"), QStringLiteral("scripts")}));
    }

    void sourcesKeepToTheirRooms()
    {
        int files = 0;
        QStringList breaches;
        for (const QString &top : {QStringLiteral("core"), QStringLiteral("ui"), QStringLiteral("app")}) {
            QDirIterator sources(SourceTree.filePath(top), {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                                 QDirIterator::Subdirectories);
            while (sources.hasNext()) {
                QFile file(sources.next());
                QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
                breaches << breachesOf(SourceTree.relativeFilePath(file.fileName()), QString::fromUtf8(file.readAll()));
                ++files;
            }
        }
        QVERIFY(files > 0);
        QVERIFY2(breaches.isEmpty(), qPrintable(breaches.join(QLatin1Char('\n'))));
    }

    void topLevelHoldsOnlyTheRooms()
    {
        const QStringList strangers = strangersAmong(SourceTree.entryList(QDir::AllEntries | QDir::NoDotAndDotDot));
        QVERIFY2(strangers.isEmpty(), qPrintable(strangers.join(QLatin1Char(' '))));
    }
};

FOYER_TEST(ArchitectureTest, "architecture")
#include "test_architecture.moc"
