#include "core/domain/escpos.h"
#include "tests/support/testmain.h"

using namespace foyer;

namespace {

escpos::Raster filled(int width, int height)
{
    escpos::Raster raster{width, height, {}};
    for (int i = 0; i < raster.bytesPerRow() * height; ++i)
        raster.rows.append(char(i % 251));
    return raster;
}

std::array<char, escpos::StateAnswers> answers(int printer, int cause, int paper)
{
    return {char(0x12 | printer), char(0x12 | cause), char(0x12 | paper)};
}

} // namespace

class EscPosTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPictureIsSentInBandsThatLoseNoRow()
    {
        const escpos::Raster raster = filled(20, 2 * escpos::BandRows + 3);
        const QByteArray bytes = escpos::picture(raster);
        QByteArray rows;
        QList<int> heights;
        for (qsizetype at = 0; at < bytes.size();) {
            QCOMPARE(bytes.mid(at, 4), QByteArray("\x1dv0\0", 4));
            const int across = uchar(bytes[at + 4]) + 256 * uchar(bytes[at + 5]);
            const int high = uchar(bytes[at + 6]) + 256 * uchar(bytes[at + 7]);
            QCOMPARE(across, 3); // 20 dots are two and a half bytes
            rows += bytes.mid(at + 8, across * high);
            heights << high;
            at += 8 + across * high;
        }
        QCOMPARE(heights, QList<int>({escpos::BandRows, escpos::BandRows, 3}));
        QCOMPARE(rows, raster.rows);
    }

    void anEmptyPictureSendsNothing() { QVERIFY(escpos::picture({}).isEmpty()); }

    void commandsAreThoseOfTheManual()
    {
        QCOMPARE(escpos::start().toHex(), QByteArray("1b40"));
        QCOMPARE(escpos::cut().toHex(), QByteArray("1d564200"));
        QCOMPARE(escpos::openDrawer().toHex(), QByteArray("1b700019fa"));
        QCOMPARE(escpos::openDrawerNow().toHex(), QByteArray("1014010001"));
        QCOMPARE(escpos::askState().toHex(), QByteArray("100401100402100404"));
        QCOMPARE(escpos::askFinished().toHex(), QByteArray("1d7201"));
    }

    void answersAreTold_data()
    {
        QTest::addColumn<int>("printer");
        QTest::addColumn<int>("cause");
        QTest::addColumn<int>("paper");
        QTest::addColumn<PrintTrouble>("trouble");
        QTest::newRow("ready") << 0 << 0 << 0 << PrintTrouble::None;
        QTest::newRow("paper near its end still prints") << 0 << 0 << 0x0c << PrintTrouble::None;
        QTest::newRow("drawer open") << 0x04 << 0 << 0 << PrintTrouble::None;
        QTest::newRow("cover open") << 0x08 << 0x04 << 0 << PrintTrouble::CoverOpen;
        QTest::newRow("stopped without paper") << 0x08 << 0x20 << 0x60 << PrintTrouble::OutOfPaper;
        QTest::newRow("sensor sees no paper") << 0 << 0 << 0x60 << PrintTrouble::OutOfPaper;
        QTest::newRow("knife stuck") << 0x08 << 0x40 << 0 << PrintTrouble::Offline;
        QTest::newRow("switched off line") << 0x08 << 0 << 0 << PrintTrouble::Offline;
        QTest::newRow("cover before paper") << 0x08 << 0x24 << 0x60 << PrintTrouble::CoverOpen;
    }
    void answersAreTold()
    {
        QFETCH(int, printer);
        QFETCH(int, cause);
        QFETCH(int, paper);
        QTEST(escpos::troubleIn(answers(printer, cause, paper)), "trouble");
    }

    void theTwoKindsOfAnswersAreToldApart()
    {
        for (int byte = 0; byte < 256; ++byte)
            QVERIFY(!(escpos::isStateAnswer(char(byte)) && escpos::isFinishedAnswer(char(byte))));
        QVERIFY(escpos::isStateAnswer(char(0x7e)) && escpos::isFinishedAnswer(char(0x0c)));
        QVERIFY(!escpos::isStateAnswer(char(0x11)) && !escpos::isFinishedAnswer(char(0x11))); // flow control
    }

    void aJobComesBackFromItsBytes()
    {
        PrintJob job;
        job.id = QStringLiteral("0000000007");
        job.printer = QStringLiteral("left");
        job.title = QStringLiteral("A-10482");
        job.document = QByteArray("\0\xff{}", 4);
        job.pieces = 5;
        job.done = 2;
        job.doubtful = 3;
        job.copy = 4;
        QCOMPARE(printJobFrom(toBytes(job)).value(), job);
        QVERIFY(job.isDoubtful(2) && !job.isDoubtful(1) && !job.isDoubtful(3));
    }

    void halfAJobIsNone()
    {
        PrintJob job;
        job.document = "x";
        const QByteArray bytes = toBytes(job);
        QVERIFY(printJobFrom(bytes));
        QVERIFY(!printJobFrom(bytes.left(bytes.size() - 1)));
        QVERIFY(!printJobFrom({}));
        job.done = 1; // it would be done, and its file gone
        QVERIFY(!printJobFrom(toBytes(job)));
        job.done = 0;
        job.doubtful = 2;
        QVERIFY(!printJobFrom(toBytes(job)));
    }
};

FOYER_TEST(EscPosTest, "escpos")
#include "test_escpos.moc"
