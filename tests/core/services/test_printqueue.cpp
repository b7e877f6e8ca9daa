#include "core/services/printqueue.h"
#include "core/services/printspool.h"
#include "tests/support/testmain.h"

#include <QtCore/QTemporaryFile>
#include <QtTest/QSignalSpy>

#include <mutex>

using namespace foyer;

namespace {

/// What came out, as "left: A-1 piece 0 copy 1"; read and written by two threads.
class Tray
{
public:
    void put(const QString &text)
    {
        const std::lock_guard lock(m_mutex);
        m_papers << text;
    }
    QStringList papers() const
    {
        const std::lock_guard lock(m_mutex);
        return m_papers;
    }
    /// What the printer does with its n-th piece from now on; afterwards it prints.
    void plan(const QString &printer, QList<PrintOutcome> outcomes)
    {
        const std::lock_guard lock(m_mutex);
        m_plans[printer] = std::move(outcomes);
    }
    PrintOutcome next(const QString &printer)
    {
        const std::lock_guard lock(m_mutex);
        ++m_attempts;
        QList<PrintOutcome> &plan = m_plans[printer];
        return plan.isEmpty() ? PrintOutcome{} : plan.takeFirst();
    }

    int attempts() const
    {
        const std::lock_guard lock(m_mutex);
        return m_attempts;
    }

private:
    mutable std::mutex m_mutex;
    int m_attempts = 0;
    QStringList m_papers;
    QHash<QString, QList<PrintOutcome>> m_plans;
};

class FakePrinter final : public TicketPrinter
{
public:
    FakePrinter(Tray &tray, QString id, bool printsWhole) : m_tray(tray), m_id(std::move(id)), m_printsWhole(printsWhole) {}

    int atOnce(const PrintJob &job) const override { return m_printsWhole ? job.pieces - job.done : 1; }
    PrintOutcome print(const PrintJob &job, std::stop_token) override
    {
        const PrintOutcome outcome = m_tray.next(m_id);
        const int copy = job.isDoubtful(job.done) ? job.copy : 1;
        if (outcome.trouble == PrintTrouble::None || outcome.mayBeOnPaper)
            m_tray.put(QStringLiteral("%1: %2 piece %3 copy %4").arg(m_id, job.title).arg(job.done).arg(copy));
        return outcome;
    }
    PrintTrouble openDrawer(std::stop_token) override
    {
        m_tray.put(m_id + QStringLiteral(": drawer"));
        return PrintTrouble::None;
    }

private:
    Tray &m_tray;
    QString m_id;
    bool m_printsWhole;
};

PrintJob aJob(const QString &title, int pieces = 1, const QString &printer = QStringLiteral("left"))
{
    PrintJob job;
    job.printer = printer;
    job.title = title;
    job.document = "content";
    job.pieces = pieces;
    return job;
}

const PrintOutcome NoPaper{PrintTrouble::OutOfPaper, false};
const PrintOutcome Broke{PrintTrouble::BrokeOff, true};
const QString Left = QStringLiteral("left");
const QString Right = QStringLiteral("right");

} // namespace

class PrintQueueTest : public QObject
{
    Q_OBJECT

private:
    struct Shop {
        Shop() : queue(std::make_unique<PrintQueue>(folder.path(), maker())) {}
        PrintQueue::MakePrinter maker()
        {
            return [this](const QString &id) -> std::unique_ptr<TicketPrinter> {
                if (id != Left && id != Right)
                    return nullptr;
                return std::make_unique<FakePrinter>(tray, id, id == Right);
            };
        }
        /// The program ends, and another one begins.
        void restart()
        {
            queue.reset();
            queue = std::make_unique<PrintQueue>(folder.path(), maker());
        }
        bool isIdle() const { return queue->state().waiting.empty() && !queue->state().isPrinting; }
        QStringList files() const { return QDir(folder.filePath(QStringLiteral("1"))).entryList({QStringLiteral("*.job")}, QDir::Files); }

        QTemporaryDir folder;
        Tray tray;
        std::unique_ptr<PrintQueue> queue;
    };

private Q_SLOTS:
    void jobsComeOutInOrderAndLeaveNoFile()
    {
        Shop shop;
        QSignalSpy printed(shop.queue.get(), &PrintQueue::printed);
        shop.queue->add(aJob(QStringLiteral("A-1"), 2));
        shop.queue->add(aJob(QStringLiteral("A-2")));
        QTRY_COMPARE(printed.size(), 2);
        QCOMPARE(shop.tray.papers(), QStringList({QStringLiteral("left: A-1 piece 0 copy 1"), QStringLiteral("left: A-1 piece 1 copy 1"),
                                                  QStringLiteral("left: A-2 piece 0 copy 1")}));
        QTRY_VERIFY(shop.isIdle());
        QVERIFY(shop.files().isEmpty());
    }

    void withoutPaperItWaitsAndThenPrintsEachPieceOnce()
    {
        Shop shop;
        shop.tray.plan(Left, {PrintOutcome{}, NoPaper, NoPaper});
        shop.queue->add(aJob(QStringLiteral("A-1"), 3));
        QTRY_COMPARE(shop.queue->state().stopped.value(Left), PrintTrouble::OutOfPaper);
        QCOMPARE(shop.queue->state().waiting.front().done, 1);
        shop.queue->tryAgain(Left);
        QTRY_COMPARE(shop.tray.attempts(), 3);
        shop.queue->tryAgain(Left);
        QTRY_VERIFY(shop.isIdle());
        QCOMPARE(shop.tray.papers(), QStringList({QStringLiteral("left: A-1 piece 0 copy 1"), QStringLiteral("left: A-1 piece 1 copy 1"),
                                                  QStringLiteral("left: A-1 piece 2 copy 1")}));
    }

    void onceThereIsPaperItGoesOnByItself()
    {
        QTemporaryDir folder;
        Tray tray;
        tray.plan(Left, {NoPaper, NoPaper, NoPaper});
        PrintQueue queue(folder.path(), [&](const QString &id) { return std::make_unique<FakePrinter>(tray, id, false); }, nullptr, std::chrono::milliseconds(1));
        queue.add(aJob(QStringLiteral("A-1"), 2));
        QTRY_COMPARE(tray.papers(), QStringList({QStringLiteral("left: A-1 piece 0 copy 1"), QStringLiteral("left: A-1 piece 1 copy 1")}));
        QTRY_VERIFY(queue.state().waiting.empty() && queue.state().stopped.isEmpty());
        tray.plan(Left, {Broke});
        queue.add(aJob(QStringLiteral("A-2")));
        QTRY_VERIFY(queue.state().stopped.contains(Left));
        const int attempts = tray.attempts();
        tray.plan(QStringLiteral("right"), {NoPaper, NoPaper});
        queue.add(aJob(QStringLiteral("A-3"), 1, QStringLiteral("right")));
        QTRY_VERIFY(tray.papers().contains(QStringLiteral("right: A-3 piece 0 copy 1")));
        QCOMPARE(tray.attempts(), attempts + 3); // nobody has looked at the left one, where something may be on paper
    }

    void whatMayBeOnPaperIsMarkedWithItsCopy()
    {
        Shop shop;
        shop.tray.plan(Left, {PrintOutcome{}, Broke, Broke});
        shop.queue->add(aJob(QStringLiteral("A-1"), 3));
        QTRY_COMPARE(shop.queue->state().stopped.size(), 1);
        shop.queue->tryAgain(Left);
        QTRY_COMPARE(shop.tray.papers().size(), 3);
        QTRY_COMPARE(shop.queue->state().stopped.size(), 1);
        shop.queue->tryAgain(Left);
        QTRY_VERIFY(shop.isIdle());
        QCOMPARE(shop.tray.papers().mid(1), QStringList({QStringLiteral("left: A-1 piece 1 copy 1"), QStringLiteral("left: A-1 piece 1 copy 2"),
                                                         QStringLiteral("left: A-1 piece 1 copy 3"), QStringLiteral("left: A-1 piece 2 copy 1")}));
    }

    void aRestartPrintsWhatWaitedAndMarksOnlyWhatWasBegun()
    {
        Shop shop;
        shop.tray.plan(Left, {PrintOutcome{}, Broke});
        shop.queue->add(aJob(QStringLiteral("A-1"), 3));
        QTRY_COMPARE(shop.queue->state().stopped.size(), 1);
        shop.queue->add(aJob(QStringLiteral("A-2")));
        QTRY_COMPARE(shop.files().size(), 2);
        shop.restart();
        QTRY_COMPARE(shop.tray.papers().size(), 5);
        QCOMPARE(shop.tray.papers().mid(2), QStringList({QStringLiteral("left: A-1 piece 1 copy 2"), QStringLiteral("left: A-1 piece 2 copy 1"),
                                                         QStringLiteral("left: A-2 piece 0 copy 1")}));
        QTRY_VERIFY(shop.files().isEmpty());
    }

    /// As after a loss of power: nothing but the file tells what had begun.
    void thePieceIsInDoubtOnDiskBeforeThePrinterIsTouched()
    {
        Shop shop;
        QList<QByteArray> seen;
        std::mutex mutex;
        struct Looking final : TicketPrinter {
            std::function<void()> look;
            int atOnce(const PrintJob &) const override { return 1; }
            PrintOutcome print(const PrintJob &, std::stop_token) override { look(); return {}; }
            PrintTrouble openDrawer(std::stop_token) override { return PrintTrouble::None; }
        };
        const QString path = shop.folder.filePath(QStringLiteral("1/0000000001.job"));
        shop.queue->setPrinters([&](const QString &) {
            auto printer = std::make_unique<Looking>();
            printer->look = [&] {
                QFile file(path);
                const std::lock_guard lock(mutex);
                seen << (file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
            };
            return printer;
        });
        shop.queue->add(aJob(QStringLiteral("A-1"), 2));
        QTRY_VERIFY(shop.isIdle() && [&] { const std::lock_guard lock(mutex); return seen.size() == 2; }());
        const auto first = printJobFrom(seen.at(0));
        const auto second = printJobFrom(seen.at(1));
        QVERIFY(first && first->done == 0 && first->isDoubtful(0) && first->copy == 2);
        QVERIFY(second && second->done == 1 && second->isDoubtful(1) && !second->isDoubtful(0));
        shop.queue.reset();
    }

    void anotherPrinterTakesOverWhatIsLeft()
    {
        Shop shop;
        shop.tray.plan(Left, {PrintOutcome{}, Broke});
        shop.queue->add(aJob(QStringLiteral("A-1"), 3));
        QTRY_COMPARE(shop.queue->state().stopped.size(), 1);
        shop.queue->move(Left, Right);
        QTRY_VERIFY(shop.isIdle());
        QCOMPARE(shop.tray.papers().mid(2), QStringList({QStringLiteral("right: A-1 piece 1 copy 2")})); // the rest in one go
        QVERIFY(shop.files().isEmpty());
    }

    void oneStoppedPrinterHoldsUpNoOther()
    {
        Shop shop;
        shop.tray.plan(Left, {NoPaper});
        shop.queue->add(aJob(QStringLiteral("A-1")));
        shop.queue->add(aJob(QStringLiteral("A-2"), 1, Right));
        shop.queue->add(aJob(QStringLiteral("A-3")));
        QTRY_COMPARE(shop.tray.papers(), QStringList({QStringLiteral("right: A-2 piece 0 copy 1")}));
        QTRY_COMPARE(shop.queue->state().waiting.size(), size_t(2));
        QVERIFY(shop.queue->state().stopped.contains(Left));
    }

    void theDrawerOpensBeforeThePaperAndWithAStoppedQueue()
    {
        Shop shop;
        shop.queue->openDrawer(Left);
        shop.queue->add(aJob(QStringLiteral("A-1")));
        QTRY_COMPARE(shop.tray.papers(), QStringList({QStringLiteral("left: drawer"), QStringLiteral("left: A-1 piece 0 copy 1")}));
        shop.tray.plan(Left, {NoPaper});
        shop.queue->add(aJob(QStringLiteral("A-2")));
        QTRY_COMPARE(shop.queue->state().stopped.size(), 1);
        shop.queue->openDrawer(Left);
        QTRY_COMPARE(shop.tray.papers().size(), 3);
        QCOMPARE(shop.tray.papers().last(), QStringLiteral("left: drawer"));
        QCOMPARE(shop.queue->state().stopped.size(), 1);
    }

    void aDrawerThatWasAskedForMeanwhileComesBeforeTheNextPiece()
    {
        Shop shop;
        shop.queue->add(aJob(QStringLiteral("A-1"), 50));
        shop.queue->openDrawer(Left);
        QTRY_COMPARE(shop.tray.papers().size(), 51);
        QVERIFY(shop.tray.papers().indexOf(QStringLiteral("left: drawer")) < 25);
    }

    void aPrinterThatIsGoneKeepsItsJobs()
    {
        Shop shop;
        shop.queue->add(aJob(QStringLiteral("A-1"), 1, QStringLiteral("gone")));
        QTRY_COMPARE(shop.queue->state().stopped.value(QStringLiteral("gone")), PrintTrouble::NotSetUp);
        QCOMPARE(shop.files().size(), 1);
        shop.queue->move(QStringLiteral("gone"), Left);
        QTRY_VERIFY(shop.isIdle());
        QCOMPARE(shop.tray.papers().size(), 1);
    }

    void discardingTakesOnePrintersJobsOnly()
    {
        Shop shop;
        shop.tray.plan(Left, {NoPaper});
        shop.tray.plan(Right, {NoPaper});
        shop.queue->add(aJob(QStringLiteral("A-1")));
        shop.queue->add(aJob(QStringLiteral("A-2"), 1, Right));
        QTRY_COMPARE(shop.queue->state().stopped.size(), 2);
        shop.queue->discard(Left);
        QTRY_COMPARE(shop.queue->state().waiting.size(), size_t(1));
        QCOMPARE(shop.files().size(), 1);
        QCOMPARE(shop.queue->state().waiting.front().title, QStringLiteral("A-2"));
    }

    void twoWindowsNeverPrintTheSameJob()
    {
        Shop shop;
        shop.tray.plan(Left, {NoPaper});
        shop.queue->add(aJob(QStringLiteral("A-1")));
        QTRY_COMPARE(shop.queue->state().stopped.size(), 1);
        PrintQueue second(shop.folder.path(), shop.maker());
        QSignalSpy printed(&second, &PrintQueue::printed);
        second.add(aJob(QStringLiteral("B-1")));
        QTRY_COMPARE(printed.size(), 1);
        QCOMPARE(shop.tray.papers(), QStringList({QStringLiteral("left: B-1 piece 0 copy 1")}));
    }

    void theJobsOfAWindowThatIsGoneAreTakenOver()
    {
        Shop shop;
        {
            PrintQueue second(shop.folder.path(), shop.maker());
            shop.tray.plan(Left, {NoPaper});
            QTRY_COMPARE(QDir(shop.folder.path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 2);
            second.add(aJob(QStringLiteral("B-1")));
            QTRY_COMPARE(second.state().stopped.size(), 1);
        }
        shop.restart();
        QTRY_COMPARE(shop.tray.papers(), QStringList({QStringLiteral("left: B-1 piece 0 copy 1")}));
    }

    void aDamagedFileIsPutAsideAndTold()
    {
        QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("1")));
        QFile file(folder.filePath(QStringLiteral("1/0000000003.job")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{\"half") > 0);
        file.close();
        PrintSpool spool(folder.path());
        QVERIFY(spool.open().value().empty());
        QCOMPARE(spool.damaged().size(), 1);
        QVERIFY(QFile::exists(spool.damaged().constFirst()));
        PrintJob job = aJob(QStringLiteral("A-1"));
        QVERIFY(spool.keep(job));
        QCOMPARE(job.id, QStringLiteral("0000000004"));
        QCOMPARE(QFile(folder.filePath(QStringLiteral("1/0000000004.job"))).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void aFolderThatCannotBeMadeIsToldAndPrintsAllTheSame()
    {
        QTemporaryFile inTheWay;
        QVERIFY(inTheWay.open());
        Tray tray;
        PrintQueue queue(inTheWay.fileName() + QStringLiteral("/jobs"), [&](const QString &id) { return std::make_unique<FakePrinter>(tray, id, false); });
        QSignalSpy told(&queue, &PrintQueue::notKept);
        queue.add(aJob(QStringLiteral("A-1")));
        QTRY_COMPARE(tray.papers().size(), 1);
        QTRY_VERIFY(!told.isEmpty());
    }

    void tryingOutKeepsNothing()
    {
        Shop shop;
        QSignalSpy tried(shop.queue.get(), &PrintQueue::tried);
        shop.tray.plan(Left, {NoPaper});
        shop.queue->tryOut([&] { return std::make_unique<FakePrinter>(shop.tray, Left, false); }, aJob(QStringLiteral("test")));
        QTRY_COMPARE(tried.size(), 1);
        QCOMPARE(tried.at(0).at(0).value<PrintTrouble>(), PrintTrouble::OutOfPaper);
        QVERIFY(shop.files().isEmpty() && shop.queue->state().stopped.isEmpty());
    }
};

FOYER_TEST(PrintQueueTest, "printqueue")
#include "test_printqueue.moc"
