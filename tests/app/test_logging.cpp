// Logs: levels are kept apart, and files do not grow for ever.
#include "app/common/logging.h"
#include "tests/support/testmain.h"

#include <QtCore/QDir>
#include <QtCore/QTemporaryDir>

using namespace foyer;

class LoggingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { qInstallMessageHandler(nullptr); }

    void writesWhatIsBadEnough()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("foyer.log"));
        logging::install({path, logging::Level::Warning});
        qInfo("not this");
        qWarning("but this");
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY2(text.contains("warning default: but this\n") && !text.contains("not this"), text.constData());
    }

    void keepsSoManyFilesOfSuchASize()
    {
        QTemporaryDir folder;
        logging::install({folder.filePath(QStringLiteral("foyer.log")), logging::Level::Info, 500, 2});
        for (int i = 0; i < 100; ++i)
            qInfo("line %d", i);
        const QFileInfoList files = QDir(folder.path()).entryInfoList(QDir::Files, QDir::Name);
        QCOMPARE(files.size(), 3);
        for (const QFileInfo &file : files)
            QVERIFY(file.size() <= 500);
        QFile newest(files.first().filePath());
        QVERIFY(newest.open(QIODevice::ReadOnly));
        QVERIFY(newest.readAll().endsWith("line 99\n"));
    }

    void namesItsLevels()
    {
        QCOMPARE(logging::levelFromName(QStringLiteral("warning")), logging::Level::Warning);
        QVERIFY(!logging::levelFromName(QStringLiteral("loud")));
    }
};

FOYER_TEST(LoggingTest, "logging")
#include "test_logging.moc"
