#include "core/services/printqueue.h"
#include "tests/support/testmain.h"
#include "tests/ui/printing/networkmachine.h"
#include "tests/ui/printing/papers.h"
#include "ui/printing/cupsline.h"
#include "ui/printing/escposprinter.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace foyer;
using namespace foyer::printing;
using namespace foyer::test;

namespace {

constexpr LinePatience ShortPatience{Milliseconds(2'000), Milliseconds(300), Milliseconds(300), Milliseconds(400)};

PrinterSetup setupOf(PrinterKind kind, const QString &address, bool tellsState = true)
{
    return {QStringLiteral("p"), QStringLiteral("Counter"), kind, address, PaperFormat::Roll80, tellsState, true};
}

PrintJob jobOf(const PrintedDocument &document)
{
    PrintJob job;
    job.printer = QStringLiteral("p");
    job.title = QStringLiteral("A-10482");
    job.document = toBytes(document);
    job.pieces = document.pieces();
    return job;
}

} // namespace

class EscPosPrinterTest : public QObject
{
    Q_OBJECT

private:
    /// A queue with one printer, which is this machine.
    struct Shop {
        explicit Shop(bool tellsState = true, LinePatience patience = ShortPatience)
            : queue(folder.path(), [setup = setupOf(PrinterKind::Network, machine.address(), tellsState), patience](const QString &) {
                  return std::make_unique<EscPosPrinter>(setup, makeLine(setup, patience), patience);
              })
        {
        }
        PrintTrouble trouble() const { return queue.state().stopped.value(QStringLiteral("p")); }
        size_t papers() const { return machine.machine.papers.size(); }
        bool isIdle() const { return queue.state().waiting.empty() && !queue.state().isPrinting; }
        /// Everything printed is a ticket that can be scanned.
        QStringList codes() const
        {
            QStringList codes;
            for (const QImage &paper : machine.machine.papers)
                codes << scannedFrom(paper);
            return codes;
        }

        QTemporaryDir folder;
        NetworkMachine machine;
        PrintQueue queue;
    };

private Q_SLOTS:
    void everyTicketIsCutOffAndCanBeScanned()
    {
        Shop shop;
        shop.queue.openDrawer(QStringLiteral("p"));
        shop.queue.add(jobOf(someDocument(3, true)));
        QTRY_COMPARE(shop.papers(), size_t(4));
        QTRY_VERIFY(shop.isIdle());
        QCOMPARE(shop.machine.machine.fault, QString());
        QCOMPARE(shop.codes(), QStringList({paperTicket(1).code, paperTicket(2).code, paperTicket(3).code, QString()}));
        QCOMPARE(shop.machine.machine.history.first(), QStringLiteral("drawer"));
        QCOMPARE(shop.machine.machine.papers.front().width(), 576);
    }

    void outOfPaperInTheMiddleStopsSaysSoAndMarksTheReprint()
    {
        Shop shop;
        shop.machine.machine.rowsOfPaper = 1'300; // one ticket and a piece of the next
        shop.queue.add(jobOf(someDocument(3)));
        QTRY_COMPARE(shop.trouble(), PrintTrouble::OutOfPaper);
        QCOMPARE(shop.papers(), size_t(1));
        QCOMPARE(shop.queue.state().waiting.front().done, 1);
        QVERIFY(shop.queue.state().waiting.front().isDoubtful(1));
        shop.queue.tryAgain(QStringLiteral("p")); // still none: nothing more is sent
        QTRY_COMPARE(shop.machine.connections, 2);
        QTRY_COMPARE(shop.trouble(), PrintTrouble::OutOfPaper);
        QCOMPARE(shop.papers(), size_t(1));
        shop.machine.machine.forget();
        shop.machine.machine.putIn(100'000);
        shop.queue.tryAgain(QStringLiteral("p"));
        QTRY_VERIFY(shop.isIdle());
        QCOMPARE(shop.codes(), QStringList({paperTicket(1).code, paperTicket(2).code, paperTicket(3).code}));
        // The mark is a line more on the paper.
        QVERIFY(shop.machine.machine.papers[1].height() > shop.machine.machine.papers[0].height());
        QCOMPARE(shop.machine.machine.papers[2].height(), shop.machine.machine.papers[0].height());
    }

    void anOpenCoverIsToldBeforeAnythingIsSent()
    {
        Shop shop;
        shop.machine.machine.coverOpen = true;
        shop.queue.add(jobOf(someDocument(1)));
        QTRY_COMPARE(shop.trouble(), PrintTrouble::CoverOpen);
        QVERIFY(!shop.queue.state().waiting.front().isDoubtful(0));
        shop.queue.openDrawer(QStringLiteral("p"));
        QTRY_COMPARE(shop.machine.machine.history, QStringList(QStringLiteral("drawer")));
        shop.machine.machine.coverOpen = false;
        shop.queue.tryAgain(QStringLiteral("p"));
        QTRY_COMPARE(shop.codes(), QStringList(paperTicket(1).code));
    }

    void hangingUpInTheMiddleLeavesAMarkedReprint()
    {
        Shop shop;
        shop.machine.hangUpAfter = 20'000;
        shop.queue.add(jobOf(someDocument(1)));
        QTRY_COMPARE(shop.trouble(), PrintTrouble::BrokeOff);
        QVERIFY(shop.queue.state().waiting.front().isDoubtful(0));
        QCOMPARE(shop.queue.state().waiting.front().copy, 2);
        shop.machine.hangUpAfter = -1;
        shop.queue.tryAgain(QStringLiteral("p"));
        QTRY_COMPARE(shop.codes(), QStringList(paperTicket(1).code));
        QVERIFY(shop.isIdle() || QTest::qWaitFor([&] { return shop.isIdle(); }));
    }

    void switchedOffItIsUnreachableAndPrintsWhenItComesBack()
    {
        Shop shop;
        shop.machine.switchOff();
        shop.queue.add(jobOf(someDocument(1)));
        QTRY_COMPARE(shop.trouble(), PrintTrouble::Unreachable);
        QVERIFY(!shop.queue.state().waiting.front().isDoubtful(0));
        shop.machine.switchOn();
        shop.queue.tryAgain(QStringLiteral("p"));
        QTRY_COMPARE(shop.codes(), QStringList(paperTicket(1).code));
        QCOMPARE(shop.papers(), size_t(1));
    }

    void aMachineThatAnswersNothingIsSentNothing()
    {
        Shop shop;
        shop.machine.readsNothing = true;
        shop.queue.add(jobOf(someDocument(1)));
        QTRY_COMPARE(shop.trouble(), PrintTrouble::Silent);
        QVERIFY(!shop.queue.state().waiting.front().isDoubtful(0));
    }

    void oneWayAMachineThatReadsNothingStopsTheQueue()
    {
        Shop shop(false);
        shop.machine.readsNothing = true;
        PrintedDocument document; // more than the system keeps for a connection
        document.language = QStringLiteral("en_GB");
        document.receipt = paperReceipt();
        for (int i = 0; i < 2'500; ++i)
            document.receipt->lines.push_back({1, QStringLiteral("Line %1").arg(i), QString(), Money(100, Currency())});
        shop.queue.add(jobOf(document));
        QTRY_COMPARE_WITH_TIMEOUT(shop.trouble(), PrintTrouble::BrokeOff, 30'000);
        QVERIFY(shop.queue.state().waiting.front().isDoubtful(0));
    }

    void oneWayItPrintsAllTheSame()
    {
        Shop shop(false);
        shop.machine.machine.saysState = false;
        shop.queue.add(jobOf(someDocument(2)));
        QTRY_COMPARE(shop.codes(), QStringList({paperTicket(1).code, paperTicket(2).code}));
        QTRY_VERIFY(shop.isIdle());
    }

    void endingTheProgramDoesNotWaitForAHangingPrinter()
    {
        QElapsedTimer time;
        {
            Shop shop(true, LinePatience{});
            shop.machine.readsNothing = true;
            shop.queue.add(jobOf(someDocument(1)));
            QTRY_COMPARE(shop.machine.connections, 1);
            time.start();
        }
        QVERIFY2(time.elapsed() < 2'500, qPrintable(QString::number(time.elapsed()))); // of the 3 seconds it is given to answer
    }

    void aDeviceFileGetsTheSameBytes()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("lp0"));
        QVERIFY(::mkfifo(QFile::encodeName(path).constData(), 0600) == 0);
        const int reader = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK);
        const PrinterSetup setup = setupOf(PrinterKind::Device, path, false);
        std::unique_ptr<QThread> thread(QThread::create([&] {
            EscPosPrinter printer(setup, makeLine(setup, LinePatience{}), LinePatience{});
            printer.openDrawer({});
            printer.print(jobOf(someDocument(1)), {});
        }));
        thread->start();
        ReceiptMachine machine;
        QByteArray buffer(4096, 0);
        QTRY_VERIFY([&] {
            for (ssize_t got; (got = ::read(reader, buffer.data(), size_t(buffer.size()))) > 0;)
                machine.feed(buffer.left(got));
            return !machine.papers.empty();
        }());
        thread->wait();
        ::close(reader);
        QCOMPARE(machine.fault, QString());
        QCOMPARE(machine.history, QStringList({QStringLiteral("drawer"), QStringLiteral("paper")}));
        QCOMPARE(scannedFrom(machine.papers.front()), paperTicket(1).code);
    }

    void aDeviceThatTakesNothingBreaksOff()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("lp0"));
        QVERIFY(::mkfifo(QFile::encodeName(path).constData(), 0600) == 0);
        const int reader = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK); // and never reads
        QVERIFY(::fcntl(reader, F_SETPIPE_SZ, 4096) > 0);
        const PrinterSetup setup = setupOf(PrinterKind::Device, path, false);
        EscPosPrinter printer(setup, makeLine(setup, ShortPatience), ShortPatience);
        const PrintOutcome outcome = printer.print(jobOf(someDocument(1)), {});
        ::close(reader);
        QCOMPARE(outcome.trouble, PrintTrouble::BrokeOff);
        QVERIFY(outcome.mayBeOnPaper);
    }

    void aDeviceThatIsNotThereIsUnreachable()
    {
        const PrinterSetup setup = setupOf(PrinterKind::Device, QStringLiteral("/dev/usb/there-is-none"));
        EscPosPrinter printer(setup, makeLine(setup, ShortPatience), ShortPatience);
        const PrintOutcome outcome = printer.print(jobOf(someDocument(1)), {});
        QCOMPARE(outcome.trouble, PrintTrouble::Unreachable);
        QVERIFY(!outcome.mayBeOnPaper);
    }

    void cupsGetsAJobWithoutADriver()
    {
        QTemporaryDir folder;
        const QString lp = folder.filePath(QStringLiteral("lp"));
        QFile script(lp);
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write("#!/bin/sh\ncd \"$(dirname \"$0\")\" && echo \"$@\" >arguments && cat >bytes\n[ ! -e refuse ]\n");
        script.close();
        QVERIFY(script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        const auto print = [&] {
            EscPosPrinter printer(setupOf(PrinterKind::CupsRaw, QStringLiteral("counter")),
                                  std::make_unique<CupsLine>(QStringLiteral("counter"), LinePatience{}, lp));
            return printer.print(jobOf(someDocument(1)), {});
        };
        QCOMPARE(print().trouble, PrintTrouble::None);
        QFile arguments(folder.filePath(QStringLiteral("arguments")));
        QVERIFY(arguments.open(QIODevice::ReadOnly));
        QCOMPARE(arguments.readAll().trimmed(), QByteArray("-d counter -o raw -s"));
        QFile bytes(folder.filePath(QStringLiteral("bytes")));
        QVERIFY(bytes.open(QIODevice::ReadOnly));
        ReceiptMachine machine;
        machine.feed(bytes.readAll());
        QCOMPARE(scannedFrom(machine.papers.at(0)), paperTicket(1).code);

        QFile refuse(folder.filePath(QStringLiteral("refuse")));
        QVERIFY(refuse.open(QIODevice::WriteOnly));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("printing through CUPS failed")));
        QCOMPARE(print().trouble, PrintTrouble::BrokeOff);
    }

    void cupsMayTakeItsTime()
    {
        QTemporaryDir folder;
        const QString lp = folder.filePath(QStringLiteral("lp"));
        QFile script(lp);
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write("#!/bin/sh\ncat >/dev/null\ni=0\nwhile [ $i -lt 400000 ]; do i=$((i+1)); done\n"); // several slices of waiting
        script.close();
        QVERIFY(script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        EscPosPrinter printer(setupOf(PrinterKind::CupsRaw, QStringLiteral("counter")),
                              std::make_unique<CupsLine>(QStringLiteral("counter"), LinePatience{}, lp));
        QCOMPARE(printer.print(jobOf(someDocument(1)), {}).trouble, PrintTrouble::None);
    }

    void contentThatCannotBeDrawnIsToldAndNothingIsSent()
    {
        Shop shop;
        PrintedDocument document = someDocument(1);
        document.tickets[0].code.clear();
        shop.queue.add(jobOf(document));
        QTRY_COMPARE(shop.trouble(), PrintTrouble::Unprintable);
        QCOMPARE(shop.papers(), size_t(0));
    }
};

FOYER_TEST(EscPosPrinterTest, "escposprinter")
#include "test_escposprinter.moc"
