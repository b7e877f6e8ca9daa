#include "core/services/backupfolder.h"
#include "core/storage/database.h"
#include "tests/support/builders.h"
#include "tests/support/testmain.h"

#include <QtCore/QDir>

using namespace foyer;
using namespace foyer::test;

namespace {

constexpr Milliseconds OneDay{24 * 60 * 60'000};

struct FolderGround {
    FolderGround()
    {
        const auto office = box.open();
        sell(*office, {places(anEvent(*office).withGeneral(QStringLiteral("Standing"), 100, 1500).add(), 0, 1)});
    }

    QStringList kept(const char *pattern = "*") const { return QDir(backups.folder()).entryList({QLatin1String(pattern)}, QDir::Files, QDir::Name); }
    void breakIt(int by) { box.administrator()->execute(QStringLiteral("UPDATE allotment SET sold = sold + %1 WHERE sold > 0").arg(by)); }

    TestDatabase box{QStringLiteral("sqlite")};
    QTemporaryDir around;
    BackupFolder backups{around.filePath(QStringLiteral("house-backups")), box.clock()};
};

} // namespace

class BackupFolderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneADayIsDue()
    {
        FolderGround ground;
        QVERIFY(ground.backups.isDue());
        QVERIFY(!ground.backups.latest());
        QVERIFY(must(ground.backups.backUp(ground.box.url())).proof.isSound());
        QVERIFY(!ground.backups.isDue());
        QCOMPARE(ground.backups.latest()->toMSecsSinceEpoch(), Evening.ms);
        ground.box.advance(BackupFolder::Interval - Milliseconds(1));
        QVERIFY(!ground.backups.isDue());
        ground.box.advance(Milliseconds(1));
        QVERIFY(ground.backups.isDue());
    }

    void fourteenAreKept()
    {
        FolderGround ground;
        for (int day = 0; day < 16; ++day) {
            QVERIFY(ground.backups.isDue());
            must(ground.backups.backUp(ground.box.url()));
            ground.box.advance(OneDay);
        }
        QCOMPARE(ground.kept().size(), BackupFolder::Kept);
        QCOMPARE(ground.kept().front(), QStringLiteral("backup-2026-03-22_180000.db")); // the third day's
    }

    void anUnsoundOneDisplacesNoGoodOne()
    {
        FolderGround ground;
        must(ground.backups.backUp(ground.box.url()));
        ground.breakIt(1);
        for (int day = 0; day < 16; ++day) {
            ground.box.advance(OneDay);
            QVERIFY(ground.backups.isDue());
            QVERIFY(!must(ground.backups.backUp(ground.box.url())).proof.isSound());
        }
        QCOMPARE(ground.kept("backup-*").size(), 1);
        QCOMPARE(ground.backups.latest()->toMSecsSinceEpoch(), Evening.ms);
        QCOMPARE(ground.kept("unsound-*").size(), BackupFolder::Kept);
        ground.breakIt(-1);
        ground.box.advance(OneDay);
        must(ground.backups.backUp(ground.box.url()));
        QCOMPARE(ground.kept("backup-*").size(), 2);
    }

    void aFolderThatCannotBeMadeIsTold()
    {
        FolderGround ground;
        QFile file(ground.around.filePath(QStringLiteral("file")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const BackupFolder nowhere(file.fileName() + QStringLiteral("/backups"), ground.box.clock());
        QCOMPARE(nowhere.backUp(ground.box.url()).error().code, ErrorCode::FileUnreadable);
        QVERIFY(nowhere.isDue());
    }
};

FOYER_TEST(BackupFolderTest, "backupfolder")
#include "test_backupfolder.moc"
