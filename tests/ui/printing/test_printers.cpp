#include "tests/support/testmain.h"
#include "tests/ui/printing/papers.h"
#include "tests/ui/printing/pdfreader.h"
#include "ui/printing/printers.h"
#include "ui/printing/printtroubletext.h"
#include "ui/printing/systemprinter.h"

#include <QtPrintSupport/QPrinter>

using namespace foyer;
using namespace foyer::printing;
using namespace foyer::test;

namespace {

PrintSetup aSetup()
{
    PrintSetup setup;
    setup.printers = {{QStringLiteral("1"), QStringLiteral("Counter"), PrinterKind::Network, QStringLiteral("10.0.0.7"), PaperFormat::Roll58, false, true},
                      {QStringLiteral("2"), QStringLiteral("Office"), PrinterKind::System, QStringLiteral("Laser"), PaperFormat::A4, true, false}};
    setup.ticketPrinter = QStringLiteral("1");
    setup.receiptPrinter = QStringLiteral("2");
    setup.ticketsAtOnce = false;
    setup.receipts = ReceiptWish::Always;
    setup.drawerForCash = false;
    return setup;
}

} // namespace

class PrintersTest : public QObject
{
    Q_OBJECT

private:
    struct Stored {
        QTemporaryDir folder;
        QSettings settings{folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat};
    };

private Q_SLOTS:
    void whatIsSavedComesBack()
    {
        Stored stored;
        QCOMPARE(loadPrinters(stored.settings), PrintSetup());
        savePrinters(stored.settings, aSetup());
        QCOMPARE(loadPrinters(stored.settings), aSetup());
        PrintSetup fewer = aSetup();
        fewer.printers.pop_back();
        fewer.receiptPrinter.clear();
        savePrinters(stored.settings, fewer);
        QCOMPARE(loadPrinters(stored.settings), fewer);
    }

    void whatCannotBeRightIsLeftOut_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::newRow("no id") << "id" << "";
        QTest::newRow("another's id") << "id" << "2";
        QTest::newRow("no name") << "name" << " ";
        QTest::newRow("unknown kind") << "kind" << "telepathy";
        QTest::newRow("port too large") << "address" << "10.0.0.7:70000";
        QTest::newRow("no host") << "address" << ":9100";
        QTest::newRow("A4 in a roll printer") << "paper" << "a4";
    }
    void whatCannotBeRightIsLeftOut()
    {
        QFETCH(QString, key);
        QFETCH(QString, value);
        Stored stored;
        PrintSetup setup = aSetup();
        std::swap(setup.printers[0], setup.printers[1]);
        savePrinters(stored.settings, setup);
        stored.settings.setValue(QStringLiteral("printing/printers/2/") + key, value);
        const PrintSetup loaded = loadPrinters(stored.settings);
        QCOMPARE(loaded.printers.size(), size_t(1));
        QCOMPARE(loaded.printers[0].id, QStringLiteral("2"));
        QCOMPARE(loaded.ticketPrinter, QString());
        QCOMPARE(loaded.receiptPrinter, QStringLiteral("2"));
    }

    void addressesAreRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("host");
        QTest::addColumn<int>("port");
        QTest::newRow("bare") << "192.168.0.20" << "192.168.0.20" << 9100;
        QTest::newRow("with a port") << "printer.local:9101" << "printer.local" << 9101;
        QTest::newRow("bare IPv6") << "fe80::1" << "fe80::1" << 9100;
        QTest::newRow("IPv6 with a port") << "[fe80::1]:9101" << "fe80::1" << 9101;
        QTest::newRow("a path") << "printer/queue" << "" << 0;
        QTest::newRow("a person") << "me@printer" << "" << 0;
        QTest::newRow("port zero") << "printer:0" << "" << 0;
        QTest::newRow("blank inside") << "my printer" << "" << 0;
    }
    void addressesAreRead()
    {
        QFETCH(QString, text);
        QFETCH(QString, host);
        QFETCH(int, port);
        const auto address = networkAddress(text);
        QCOMPARE(address ? address->host : QString(), host);
        QCOMPARE(address ? int(address->port) : 0, port);
    }

    void anOptionIsNoQueue()
    {
        PrinterSetup printer{QStringLiteral("1"), QStringLiteral("P"), PrinterKind::CupsRaw, QStringLiteral("-oraw"), PaperFormat::Roll80, false, false};
        QVERIFY(!validate(printer));
        printer.address = QStringLiteral("counter");
        QVERIFY(validate(printer));
        printer.kind = PrinterKind::Device;
        QVERIFY(!validate(printer)); // not a path
    }

    void theDrawerHangsOnAReceiptPrinter()
    {
        PrintSetup setup = aSetup();
        QCOMPARE(setup.drawer()->id, QStringLiteral("1"));
        setup.printers[0].hasDrawer = false;
        setup.printers[1].hasDrawer = true; // a driver cannot open one
        QVERIFY(!setup.drawer());
    }

    void aSystemPrinterGetsOneJobOfAllPages()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("out.pdf"));
        PrinterSetup setup = aSetup().printers[1];
        SystemPrinter printer(setup, [path](QPrinter &to) {
            to.setOutputFormat(QPrinter::PdfFormat);
            to.setOutputFileName(path);
            return PrintTrouble::None;
        });
        PrintJob job;
        job.document = toBytes(someDocument(3, true));
        job.pieces = 4;
        QCOMPARE(printer.atOnce(job), 4);
        QCOMPARE(printer.print(job, {}).trouble, PrintTrouble::None);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const PdfReader pdf(file.readAll());
        QCOMPARE(pdf.pages(), 4);
        QCOMPARE(pdf.scanned(1, 150), paperTicket(2).code);
        QVERIFY(!pdf.text(1).contains(QStringLiteral("again")));
        QVERIFY(pdf.text(3).contains(QStringLiteral("A-10482")));

        job.done = 1; // the first came out of another printer, the second perhaps
        job.doubtful = 2;
        job.copy = 2;
        QCOMPARE(printer.print(job, {}).trouble, PrintTrouble::None);
        QFile again(path);
        QVERIFY(again.open(QIODevice::ReadOnly));
        const PdfReader rest(again.readAll());
        QCOMPARE(rest.pages(), 3);
        QVERIFY2(rest.text(0).contains(QStringLiteral("printed again, copy 2")), qPrintable(rest.text(0)));
        QVERIFY(!rest.text(1).contains(QStringLiteral("again")));
    }

    void aSystemPrinterThatIsNotThereIsUnreachable()
    {
        PrinterSetup setup = aSetup().printers[1];
        setup.address = QStringLiteral("there is none of this name");
        PrintJob job;
        job.document = toBytes(someDocument(1));
        const PrintOutcome outcome = SystemPrinter(setup).print(job, {});
        QCOMPARE(outcome.trouble, PrintTrouble::Unreachable);
        QVERIFY(!outcome.mayBeOnPaper);
    }

    void everyTroubleHasASentence()
    {
        for (int trouble = 1; trouble <= int(PrintTrouble::Unprintable); ++trouble) {
            const QString text = printTroubleText(PrintTrouble(trouble), QStringLiteral("Counter"));
            QVERIFY(text.endsWith(u'.') && !text.contains(u'%'));
            QVERIFY(text.contains(QStringLiteral("Counter")) || PrintTrouble(trouble) == PrintTrouble::NotSetUp);
        }
        QVERIFY(printTroubleText(PrintTrouble::None, QStringLiteral("Counter")).isEmpty());
    }
};

FOYER_TEST(PrintersTest, "printers")
#include "test_printers.moc"
