#include "tests/support/testmain.h"
#include "ui/scan/serialscanner.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>

#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

using namespace foyer;

namespace {

/// A scanner that can be unplugged: one end of a pair of pseudo-terminals, under a name that stays.
class PretendScanner
{
public:
    explicit PretendScanner(QString name) : m_name(std::move(name)) {}
    ~PretendScanner() { unplug(); }

    void plugIn()
    {
        m_end = ::posix_openpt(O_RDWR | O_NOCTTY);
        if (m_end < 0 || ::grantpt(m_end) != 0 || ::unlockpt(m_end) != 0)
            qFatal("there is no pseudo-terminal");
        QFile::link(QString::fromLocal8Bit(::ptsname(m_end)), m_name);
    }
    void unplug()
    {
        QFile::remove(m_name);
        if (m_end >= 0)
            ::close(std::exchange(m_end, -1));
    }
    void send(const QByteArray &bytes) const
    {
        if (::write(m_end, bytes.constData(), size_t(bytes.size())) != bytes.size())
            qFatal("the pseudo-terminal takes nothing");
    }

private:
    QString m_name;
    int m_end = -1;
};

} // namespace

class SerialScannerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void codesAreLinesAndComeInAnyPieces()
    {
        Ground ground;
        ground.plug.plugIn();
        SerialScanner scanner(ground.setup, std::chrono::milliseconds(10));
        QSignalSpy scanned(&scanner, &SerialScanner::scanned);
        QTRY_VERIFY(scanner.isConnected());
        ground.plug.send("ABCDE-12345\r\nSECO");
        QTRY_COMPARE(scanned.count(), 1);
        ground.plug.send("ND\r\r\n");
        QTRY_COMPARE(scanned.count(), 2);
        QCOMPARE(scanned.at(0).at(0).toByteArray(), QByteArray("ABCDE-12345"));
        QCOMPARE(scanned.at(1).at(0).toByteArray(), QByteArray("SECOND"));
    }

    void itComesBackByItself()
    {
        Ground ground;
        SerialScanner scanner(ground.setup, std::chrono::milliseconds(10));
        QSignalSpy scanned(&scanner, &SerialScanner::scanned);
        QTRY_VERIFY(!scanner.trouble().isEmpty()); // not plugged in yet
        ground.plug.plugIn();
        QTRY_VERIFY(scanner.isConnected());
        ground.plug.send("HALF A CODE");
        ground.plug.unplug();
        QTRY_VERIFY(!scanner.isConnected());
        QVERIFY(!scanner.trouble().isEmpty());
        ground.plug.plugIn();
        QTRY_VERIFY(scanner.isConnected());
        QVERIFY(scanner.trouble().isEmpty());
        ground.plug.send("WHOLE\n");
        QTRY_COMPARE(scanned.count(), 1);
        QCOMPARE(scanned.at(0).at(0).toByteArray(), QByteArray("WHOLE"));
    }

private:
    struct Ground {
        QTemporaryDir folder;
        PretendScanner plug{folder.filePath(QStringLiteral("scanner"))};
        ScanSetup setup = [this] {
            ScanSetup made;
            made.mode = ScanSetup::Mode::Serial;
            made.port = folder.filePath(QStringLiteral("scanner"));
            return made;
        }();
    };
};

FOYER_TEST(SerialScannerTest, "serialscanner")
#include "test_serialscanner.moc"
