#include "app/desktop/singleinstance.h"
#include "tests/support/testmain.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>

using namespace foyer;

class SingleInstanceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstStartFindsNobody()
    {
        const QTemporaryDir folder;
        QVERIFY(!SingleInstance(folder.filePath(QStringLiteral("foyer.db"))).raiseOther());
    }

    void aSecondStartOnTheSameFileRaisesTheFirst()
    {
        const QTemporaryDir folder;
        SingleInstance first(folder.filePath(QStringLiteral("foyer.db")));
        first.listen();
        QSignalSpy raised(&first, &SingleInstance::raised);
        QVERIFY(SingleInstance(folder.filePath(QStringLiteral("../%1/foyer.db")).arg(QFileInfo(folder.path()).fileName())).raiseOther());
        QTRY_COMPARE(raised.size(), 1);
    }

    void anotherFileIsAnotherBoxOffice()
    {
        const QTemporaryDir folder;
        SingleInstance first(folder.filePath(QStringLiteral("foyer.db")));
        first.listen();
        QVERIFY(!SingleInstance(folder.filePath(QStringLiteral("other.db"))).raiseOther());
    }
};

FOYER_TEST(SingleInstanceTest, "singleinstance")

#include "test_singleinstance.moc"
