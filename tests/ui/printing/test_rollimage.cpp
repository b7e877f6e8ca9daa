#include "tests/support/testmain.h"
#include "tests/ui/printing/papers.h"
#include "tests/ui/printing/receiptmachine.h"
#include "ui/printing/pieceimage.h"
#include "ui/printing/qrcode.h"
#include "ui/printing/rollimage.h"

using namespace foyer;
using namespace foyer::printing;
using namespace foyer::test;

namespace {

constexpr std::array Rolls{PaperFormat::Roll80, PaperFormat::Roll80Narrow, PaperFormat::Roll58};

PrintStyle rollStyle(PaperFormat paper)
{
    return {paper, QLocale(QStringLiteral("de_DE")), QStringLiteral("DejaVu Sans")};
}

QByteArray bytesOf(const PrintedDocument &document, int piece)
{
    return escpos::start() + escpos::picture(rollRaster(document, piece, rollStyle(PaperFormat::Roll80)).value()) + escpos::cut();
}

QImage paperFrom(const QByteArray &bytes)
{
    ReceiptMachine machine;
    machine.feed(bytes);
    return machine.papers.empty() || !machine.fault.isEmpty() ? QImage() : machine.papers.front();
}

/// Share of dots that are not the same.
double difference(const QImage &a, const QImage &b)
{
    int different = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x)
            different += a.constScanLine(y)[x] != b.constScanLine(y)[x];
    return double(different) / (a.width() * a.height());
}

PrintedTicket inManyScripts()
{
    PrintedTicket ticket = paperTicket();
    ticket.event = QStringLiteral("شهرزاد · 牡丹亭 · Вишнёвый сад");
    ticket.holder = QStringLiteral("Zoë Ångström-Łukasiewicz");
    return ticket;
}

} // namespace

class RollImageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The commands are the same to the byte. Of the dots a few at the edges of letters may differ where another version
    /// of the font library draws them. FOYER_WRITE_GOLDEN=1 writes the files anew, to be looked at.
    void theBytesAreTheGoldenOnes_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("piece");
        QTest::newRow("ticket") << QStringLiteral("ticket.escpos.z") << 0;
        QTest::newRow("receipt") << QStringLiteral("receipt.escpos.z") << 1;
    }
    void theBytesAreTheGoldenOnes()
    {
        QFETCH(QString, file);
        QFETCH(int, piece);
        PrintedDocument document = someDocument(1, true);
        document.receipt->lines[1].text = QStringLiteral("Club-Nacht, Stehplatz"); // other scripts come from other fonts
        const QByteArray bytes = bytesOf(document, piece);
        QFile golden(QStringLiteral(FOYER_SOURCE_DIR "/tests/ui/printing/golden/") + file);
        if (qEnvironmentVariableIsSet("FOYER_WRITE_GOLDEN"))
            QVERIFY(golden.open(QIODevice::WriteOnly) && golden.write(qCompress(bytes, 9)) > 0);
        golden.close();
        QVERIFY(golden.open(QIODevice::ReadOnly));
        const QByteArray expected = qUncompress(golden.readAll());
        QCOMPARE(bytes.size(), expected.size());
        const int height = paperFrom(expected).height();
        for (qsizetype at = 0, y = 0; y < height; y += escpos::BandRows) {
            const qsizetype head = at == 0 ? 10 : 8; // the first stands behind the start
            QCOMPARE(bytes.mid(at, head).toHex(), expected.mid(at, head).toHex());
            at += head + 72 * std::min<qsizetype>(escpos::BandRows, height - y);
        }
        QCOMPARE(bytes.right(4), expected.right(4));
        const double share = difference(paperFrom(bytes), paperFrom(expected));
        QVERIFY2(share < 0.005, qPrintable(QString::number(share)));
    }

    void everyWidthFillsItsPaperAndScans()
    {
        for (const PaperFormat roll : Rolls) {
            const auto raster = rollRaster(someDocument(1), 0, rollStyle(roll));
            QVERIFY(raster);
            QCOMPARE(raster->width, dotsAcross(roll));
            const QImage paper = paperFrom(escpos::start() + escpos::picture(*raster) + escpos::cut());
            QCOMPARE(paper.size(), QSize(raster->width, raster->height));
            QCOMPARE(scannedFrom(paper), paperTicket().code);
        }
    }

    /// A code of ragged modules reads on a screen and fails on paper: each module is the same whole number of dots.
    void theModulesOfTheCodeAreWholeDots()
    {
        for (const PaperFormat roll : Rolls) {
            const QImage image = imageOf(rollRaster(someDocument(1), 0, rollStyle(roll)).value());
            // The finder pattern at the upper left of the code: seven modules of black, in one run.
            QHash<int, int> runs;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0, run = 0; x <= image.width(); ++x) {
                    const bool black = x < image.width() && image.constScanLine(y)[x] == 0;
                    if (!black && run > 0)
                        ++runs[run];
                    run = black ? run + 1 : 0;
                }
            }
            const int module = int(46 * RollDpi / 25.4) / qrCode(paperTicket().code)->sizeWithQuietZone();
            QVERIFY(module >= 4);
            QVERIFY(runs.value(7 * module) >= 2 * 3 * module); // top and bottom of the three
            QVERIFY(runs.value(7 * module - 1) < module && runs.value(7 * module + 1) < module);
        }
    }

    void nothingIsCutOffAtTheSides()
    {
        for (const PaperFormat roll : Rolls) {
            PrintedDocument document = someDocument(1, true);
            document.tickets[0] = inManyScripts();
            for (int piece = 0; piece < 2; ++piece) {
                const escpos::Raster raster = rollRaster(document, piece, rollStyle(roll)).value();
                int black = 0;
                for (int y = 0; y < raster.height; ++y) {
                    // Rules reach from side to side; a letter that is cut stands in one column for several rows.
                    black = raster.isBlack(raster.width - 1, y) ? black + 1 : 0;
                    QVERIFY2(black <= 6, qPrintable(QStringLiteral("piece %1, row %2").arg(piece).arg(y)));
                }
            }
        }
    }

    void aReprintSaysSoWithItsCopy()
    {
        PrintedDocument document = someDocument(2, true);
        const int before = rollRaster(document, 1, rollStyle(PaperFormat::Roll80))->height;
        document.markReprint(1, 2);
        QVERIFY(!document.tickets[0].reprint && document.tickets[1].reprint);
        QCOMPARE(document.tickets[1].copy, 2);
        QVERIFY(rollRaster(document, 1, rollStyle(PaperFormat::Roll80))->height > before);
        document.markReprint(2, 3);
        QCOMPARE(document.receipt->copy, 3);
    }

    void aVeryLongReceiptLosesNoPage()
    {
        PrintedDocument document = someDocument(0, true);
        const int before = rollRaster(document, 0, rollStyle(PaperFormat::Roll80))->height;
        for (int i = 0; i < 600; ++i)
            document.receipt->lines.push_back({1, QStringLiteral("Line %1").arg(i), QString(), Money(100, Currency())});
        QVERIFY(rollRaster(document, 0, rollStyle(PaperFormat::Roll80))->height > before + 600 * 25);
    }

    void thePreviewIsWhatThePrinterGets()
    {
        const PrintedDocument document = someDocument(1, true);
        PrinterSetup printer{QStringLiteral("p"), QStringLiteral("P"), PrinterKind::Network, QStringLiteral("h"), PaperFormat::Roll58, true, false};
        const QImage dots = pieceImage(document, 0, printer).value();
        QCOMPARE(dots, imageOf(rollRaster(document, 0, {PaperFormat::Roll58, QLocale(QStringLiteral("de_DE")), {}}).value()));
        printer.kind = PrinterKind::System;
        printer.paper = PaperFormat::A4;
        for (int piece = 0; piece < 2; ++piece)
            QCOMPARE(pieceImage(document, piece, printer).value().width(), 840);
        PrintedDocument bad = document;
        bad.tickets[0].code.clear();
        QVERIFY(!pieceImage(bad, 0, printer));
    }

    void aDocumentComesBackFromItsBytes()
    {
        PrintedDocument document = someDocument(2, true);
        document.tickets[0].training = true;
        document.tickets[1] = inManyScripts();
        document.tickets[1].doorsAt = QDateTime();
        document.receipt->training = true;
        const QByteArray bytes = toBytes(document);
        const PrintedDocument back = documentFrom(bytes).value();
        QCOMPARE(toBytes(back), bytes);
        QCOMPARE(back.tickets[1].event, document.tickets[1].event);
        QCOMPARE(back.tickets[0].startsAt, document.tickets[0].startsAt);
        QCOMPARE(back.tickets[0].startsAt.timeZone(), document.tickets[0].startsAt.timeZone());
        QCOMPARE(back.receipt->tenders[0].change, document.receipt->tenders[0].change);
        // The same dots: no field that prints was forgotten.
        for (int piece = 0; piece < 3; ++piece)
            QCOMPARE(rollRaster(back, piece, rollStyle(PaperFormat::Roll80))->rows, rollRaster(document, piece, rollStyle(PaperFormat::Roll80))->rows);
        QVERIFY(!documentFrom(bytes.left(40)));
        QVERIFY(!documentFrom("{}"));
    }

    /// For looking at: FOYER_PAPER_DIR=/tmp/x writes what came out.
    void papersCanBeLookedAt()
    {
        const QString folder = qEnvironmentVariable("FOYER_PAPER_DIR");
        if (folder.isEmpty())
            QSKIP("FOYER_PAPER_DIR is not set");
        PrintedDocument document = someDocument(2, true);
        document.tickets[1] = inManyScripts();
        document.markReprint(0, 2);
        for (const PaperFormat roll : Rolls)
            for (int piece = 0; piece < 3; ++piece)
                imageOf(rollRaster(document, piece, {roll, QLocale(QStringLiteral("de_DE")), {}}).value())
                    .save(QStringLiteral("%1/paper-%2-%3.png").arg(folder).arg(dotsAcross(roll)).arg(piece));
    }
};

FOYER_TEST(RollImageTest, "rollimage")
#include "test_rollimage.moc"
