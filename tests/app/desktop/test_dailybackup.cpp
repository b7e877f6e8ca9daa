#include "app/desktop/dailybackup.h"
#include "app/desktop/trainingfolder.h"
#include "core/storage/database.h"
#include "tests/support/builders.h"
#include "tests/support/testmain.h"

#include <QtCore/QDir>
#include <QtTest/QSignalSpy>

using namespace foyer;
using namespace foyer::test;

class DailyBackupTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFileIsBackedUpBesideAWindowThatSells()
    {
        TestDatabase box(QStringLiteral("sqlite"));
        const auto office = box.open();
        const Event event = anEvent(*office).withGeneral(QStringLiteral("Standing"), 10, 1500).add();
        sell(*office, {places(event, 0, 1)});
        DailyBackup daily(box.url(), box.clock());
        QSignalSpy done(&daily, &DailyBackup::done);
        daily.start();
        sell(*office, {places(event, 0, 1)});
        QTRY_COMPARE(done.count(), 1);
        QVERIFY(daily.folder().latest());
        QCOMPARE(QFileInfo(daily.folder().folder()).fileName(), QStringLiteral("foyer-backups"));
        daily.start(); // not due again
        QVERIFY(!daily.folder().isDue());
    }

    void aFailureIsSaidOnce()
    {
        TestDatabase box(QStringLiteral("sqlite"));
        QFile inTheWay(QFileInfo(box.url().path).absolutePath() + QStringLiteral("/foyer-backups"));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        DailyBackup daily(box.url(), box.clock());
        QSignalSpy failed(&daily, &DailyBackup::failed);
        daily.start();
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(failed.at(0).at(0).toString().contains(inTheWay.fileName()));
    }

    void whatAPowerCutLeftOfATrainingGoesWithTheNext()
    {
        QTemporaryDir around;
        QDir(around.path()).mkdir(QStringLiteral("training-old"));
        QString trained;
        {
            const auto first = must(TrainingFolder::make(around.path()));
            QVERIFY(!QFileInfo::exists(around.filePath(QStringLiteral("training-old"))));
            const auto second = must(TrainingFolder::make(around.path())); // somebody else trains at the same time
            QVERIFY(QFileInfo::exists(first->path()));
            QVERIFY(first->path() != second->path());
            trained = first->path();
        }
        QVERIFY(!QFileInfo::exists(trained));
    }
};

FOYER_TEST(DailyBackupTest, "dailybackup")
#include "test_dailybackup.moc"
