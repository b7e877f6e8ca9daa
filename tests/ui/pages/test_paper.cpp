// Paper at the counter: what comes out of the printers after a sale, and what the window says when it does not.
#include "tests/support/testmain.h"
#include "tests/ui/pages/counter.h"
#include "tests/ui/printing/networkmachine.h"
#include "tests/ui/printing/papers.h"
#include "core/storage/database.h"
#include "ui/frame/printtrouble.h"
#include "ui/pages/donepage.h"
#include "ui/pages/paypage.h"
#include "ui/pay/paperpanel.h"
#include "ui/pay/printpreview.h"
#include "ui/printing/printdesk.h"
#include "ui/settings/printersettings.h"
#include "ui/widgets/banner.h"

#include <QtCore/QSettings>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QMenu>

using namespace foyer;
using namespace foyer::printing;
using namespace foyer::test;

namespace {

constexpr LinePatience Short{Milliseconds(2'000), Milliseconds(500), Milliseconds(500), Milliseconds(2'000)};

PrinterSetup networkPrinter(const NetworkMachine &machine, const QString &id, const QString &name)
{
    return {id, name, PrinterKind::Network, machine.address(), PaperFormat::Roll80, true, true};
}

} // namespace

class PaperTest : public QObject
{
    Q_OBJECT

private:
    /// A sold order of three tickets, two fake printers, and the done page.
    struct Sold {
        explicit Sold(const std::function<void(PrintSetup &)> &prefer = [](PrintSetup &) {})
            : counter([&](BoxOffice &office) {
                event = anEvent(office).withSeats(5, 10).withGeneral(QStringLiteral("Standing"), 100, 1500).add();
                const auto seats = seatsOf(office, event);
                const Reservation cart = hold(office, {seat(event, 0, seats[0].id), seat(event, 0, seats[1].id), places(event, 1, 1)});
                state = must(office.checkout().pay(actorWith(office, Role::Cashier), PayRequest{cart.id, Tender::Cash, cart.total(), euro(20'000), QStringLiteral("k")}));
            })
            , settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat)
        {
            PrintSetup setup;
            setup.printers = {networkPrinter(left, QStringLiteral("left"), QStringLiteral("Left")), networkPrinter(right, QStringLiteral("right"), QStringLiteral("Right"))};
            setup.ticketPrinter = QStringLiteral("left");
            setup.receiptPrinter = QStringLiteral("right");
            prefer(setup);
            savePrinters(settings, setup);
            desk = std::make_unique<PrintDesk>(*counter.backend, settings, folder.filePath(QStringLiteral("waiting")), Short);
            page = std::make_unique<DonePage>(counter.theme, *counter.backend, settings,
                                              DoneOptions{folder.filePath(QStringLiteral("tickets")), counter.monotonic(), desk.get()});
            page->resize(1160, 600);
        }

        void show(bool isEarlierSale = false) { page->show(state, counter.session, isEarlierSale); }
        QStringList codes(const NetworkMachine &machine) const
        {
            QStringList codes;
            for (const QImage &paper : machine.machine.papers)
                codes << scannedFrom(paper);
            return codes;
        }
        QStringList expectedCodes() { return counter.ask([order = *state.order](Desk &d) { return d.office.orders().codes(order); }); }
        /// How often the journal says that something was printed again.
        int facts(const char *what)
        {
            backendGone();
            const auto database = counter.database.administrator();
            int count = 0;
            for (const Row &row : database->run("SELECT body FROM journal"))
                count += int(row.text(0).count(QLatin1String(what)));
            return count;
        }
        void backendGone()
        {
            page.reset();
            desk.reset();
            counter.backend.reset();
        }

        QTemporaryDir folder;
        NetworkMachine left;
        NetworkMachine right;
        Event event;
        CheckoutState state;
        Counter counter;
        QSettings settings;
        std::unique_ptr<PrintDesk> desk;
        std::unique_ptr<DonePage> page;
    };

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void ticketsComeByThemselvesAndTheReceiptWhenAskedFor()
    {
        Sold sold;
        sold.show();
        QTRY_COMPARE(sold.left.machine.papers.size(), size_t(3));
        QCOMPARE(sold.codes(sold.left), sold.expectedCodes());
        QTRY_COMPARE(sold.page->findChild<QWidget *>(QStringLiteral("printStatus"))->property("text").toString(), QStringLiteral("Printed"));
        QCOMPARE(sold.right.machine.papers.size(), size_t(0));
        button(*sold.page, "printReceipt")->click();
        QTRY_COMPARE(sold.right.machine.papers.size(), size_t(1));
        QVERIFY(button(*sold.page, "next")->hasFocus() || !sold.page->isActiveWindow());
        QCOMPARE(sold.facts("reprinted"), 0);
    }

    void automaticPrintingIsASetting()
    {
        Sold sold([](PrintSetup &setup) {
            setup.ticketsAtOnce = false;
            setup.receipts = ReceiptWish::Always;
        });
        sold.show();
        QTRY_COMPARE(sold.right.machine.papers.size(), size_t(1));
        QCOMPARE(sold.left.connections, 0);
        QTRY_VERIFY(button(*sold.page, "print")->isEnabled());
        button(*sold.page, "print")->click();
        QTRY_COMPARE(sold.left.machine.papers.size(), size_t(3));
        QCOMPARE(sold.facts("ticket.reprinted"), 0); // for the first time
    }

    void printingOnceMoreIsMarkedAndJournalled()
    {
        Sold sold;
        sold.show();
        QTRY_COMPARE(sold.left.machine.papers.size(), size_t(3));
        QTRY_VERIFY(button(*sold.page, "print")->isEnabled());
        button(*sold.page, "print")->click();
        QTRY_COMPARE(sold.left.machine.papers.size(), size_t(6));
        QVERIFY(sold.left.machine.papers[3].height() > sold.left.machine.papers[0].height());
        QCOMPARE(scannedFrom(sold.left.machine.papers[3]), scannedFrom(sold.left.machine.papers[0]));
        QTRY_VERIFY(button(*sold.page, "print")->isEnabled());
        sold.counter.pause();
        button(*sold.page, "print")->click();
        QTRY_COMPARE(sold.left.machine.papers.size(), size_t(9));
        QVERIFY(sold.left.machine.papers[6] != sold.left.machine.papers[3]); // the second copy, and the third
        QCOMPARE(sold.facts("ticket.reprinted"), 2);
    }

    void anEarlierSalePrintsNothingByItselfAndReprintsOnly()
    {
        Sold sold([](PrintSetup &setup) { setup.receipts = ReceiptWish::Always; });
        sold.state.payments.front().given = sold.state.payments.front().amount + sold.state.payments.front().amount;
        sold.show(true);
        QTRY_VERIFY(button(*sold.page, "print")->isEnabled());
        QCOMPARE(labelText(*sold.page, "changeLabel"), QStringLiteral("Change was given")); // and not due again
        QCOMPARE(sold.left.connections + sold.right.connections, 0);
        QCOMPARE(button(*sold.page, "printReceipt")->text(), QStringLiteral("Print receipt again"));
        button(*sold.page, "printReceipt")->click();
        QTRY_COMPARE(sold.right.machine.papers.size(), size_t(1));
        QCOMPARE(sold.facts("receipt.reprinted"), 1);
    }

    void outOfPaperIsSaidAndTheOtherPrinterTakesOver()
    {
        Sold sold;
        PrintTroubleBar bar(sold.counter.theme, *sold.desk);
        QVERIFY(bar.message().isEmpty());
        sold.left.machine.rowsOfPaper = 0;
        sold.show();
        QTRY_VERIFY(bar.message().startsWith(QStringLiteral("Left is out of paper. Put in a new roll.")));
        QVERIFY(bar.message().contains(sold.state.order->number));
        QVERIFY(!bar.isHidden());
        sold.left.machine.putIn(100'000);
        button(bar, "bannerAction")->click();
        QTRY_COMPARE(sold.left.machine.papers.size(), size_t(3));
        QTRY_VERIFY(bar.isHidden());

        sold.left.machine.rowsOfPaper = 0;
        QTRY_VERIFY(button(*sold.page, "print")->isEnabled());
        button(*sold.page, "print")->click();
        QTRY_VERIFY(!bar.isHidden());
        QTimer::singleShot(0, [&] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            QCOMPARE(menu->actions().front()->text(), QStringLiteral("Print on Right"));
            menu->actions().front()->trigger();
            menu->close();
        });
        bar.show();
        button(bar, "otherPrinter")->click();
        QTRY_COMPARE(sold.right.machine.papers.size(), size_t(3));
        QTRY_VERIFY(bar.isHidden());
    }

    void theReceiptSaysWhoSoldWhatAndHowItWasPaid()
    {
        Sold sold;
        std::optional<PrintedDocument> document;
        sold.desk->read(Paper::Receipt, sold.state, this, [&](const Result<PrintedDocument> &read) { document = must(read); });
        QTRY_VERIFY(document);
        const PrintedReceipt &receipt = *document->receipt;
        QCOMPARE(receipt.venue, QStringLiteral("Theatre"));
        QCOMPARE(receipt.orderNumber, sold.state.order->number);
        QCOMPARE(receipt.lines.size(), size_t(2));
        QCOMPARE(receipt.lines[0].count, 2);
        QCOMPARE(receipt.lines[0].amount, euro(11'800));
        QVERIFY(receipt.lines[0].detail.contains(QStringLiteral("1-1")) && receipt.lines[0].detail.contains(QStringLiteral("1-2")));
        QCOMPARE(receipt.total, euro(13'300));
        QCOMPARE(receipt.taxes.size(), size_t(1));
        QCOMPARE(receipt.taxes[0].gross, euro(13'300));
        Money tax = euro(0);
        for (const OrderLine &line : sold.state.order->lines)
            tax += line.tax;
        QCOMPARE(receipt.taxes[0].tax, tax);
        QCOMPARE(receipt.tenders.size(), size_t(1));
        QCOMPARE(receipt.tenders[0].given.value(), euro(20'000));
        QCOMPARE(receipt.tenders[0].change.value(), euro(6'700));
        QVERIFY(!receipt.terminal.isEmpty());
    }

    void thePayPageOpensTheDrawerForCashAndForNothingElse()
    {
        Sold sold;
        Reservation cart = sold.counter.ask([&](Desk &d) -> Result<Reservation> { return hold(d.office, {places(sold.event, 1, 2)}); });
        PayPage pay(sold.counter.theme, *sold.counter.backend, {.testCards = false, .now = sold.counter.monotonic()});
        QSignalSpy moved(&pay, &PayPage::cashMoved);
        QSignalSpy completed(&pay, &PayPage::completed);
        connect(&pay, &PayPage::cashMoved, sold.desk.get(), &PrintDesk::openDrawer);
        pay.begin(cart, sold.counter.session);
        sold.counter.pause();
        auto *cash = button(pay, "cash");
        QTRY_VERIFY(cash->isEnabled());
        QVERIFY(moved.isEmpty());
        cash->click();
        QTRY_COMPARE(completed.size(), 1);
        QCOMPARE(moved.size(), 1);
        QTRY_COMPARE(sold.left.machine.history, QStringList(QStringLiteral("drawer")));

        cart = sold.counter.ask([&](Desk &d) -> Result<Reservation> { return hold(d.office, {places(sold.event, 1, 1)}); });
        pay.begin(cart, sold.counter.session);
        sold.counter.pause();
        auto *card = button(pay, "card");
        QTRY_VERIFY(card->isEnabled());
        card->click();
        QTRY_COMPARE(completed.size(), 2);
        QCOMPARE(moved.size(), 1);
    }

    void aDrawerIsOpenedOnlyWhenWanted()
    {
        Sold sold([](PrintSetup &setup) { setup.drawerForCash = false; });
        sold.desk->openDrawer();
        sold.show();
        QTRY_COMPARE(sold.left.machine.papers.size(), size_t(3));
        QVERIFY(!sold.left.machine.history.contains(QStringLiteral("drawer")));
    }

    void thePreviewShowsEveryPieceOfBothPapers()
    {
        Sold sold;
        sold.show();
        QTRY_VERIFY(button(*sold.page, "print")->isEnabled());
        int pieces = 0;
        QString where;
        QTimer look;
        connect(&look, &QTimer::timeout, [&] {
            auto *preview = qobject_cast<PrintPreview *>(QApplication::activeModalWidget());
            if (!preview || preview->pieces() < 4)
                return;
            look.stop();
            pieces = preview->pieces();
            for (int i = 0; i < 3; ++i)
                preview->findChildren<QPushButton *>().at(1)->click();
            where = labelText(*preview, "where");
            QCOMPARE(preview->findChild<QLabel *>(QStringLiteral("piece"))->pixmap().width(), 576);
            preview->accept();
        });
        look.start(10);
        button(*sold.page, "preview")->click();
        QCOMPARE(pieces, 4);
        QCOMPARE(where, QStringLiteral("4 of 4 on Right"));
        QCOMPARE(sold.facts("reprinted"), 0); // looking is not printing
    }

    void aPrinterIsSetUpTestedAndUsed()
    {
        Sold sold([](PrintSetup &setup) { setup = PrintSetup(); });
        PrinterSettings settings(sold.counter.theme, *sold.desk);
        settings.resize(900, 600);
        settings.show();
        const auto *banner = settings.findChild<Banner *>();
        QVERIFY(banner->message().startsWith(QStringLiteral("No printer is set up.")));
        QTest::mouseClick(button(settings, "addPrinter"), Qt::LeftButton);
        QVERIFY(banner->message().contains(QStringLiteral("no address")));
        QVERIFY(!button(settings, "testPage")->isEnabled());
        QVERIFY(sold.desk->setup().printers.empty()); // not complete yet
        auto *name = settings.findChild<QLineEdit *>(QStringLiteral("printerName"));
        name->selectAll();
        QTest::keyClicks(name, QStringLiteral("Counter"));
        auto *address = settings.findChild<QComboBox *>(QStringLiteral("printerAddress"))->lineEdit();
        QTest::keyClicks(address, sold.left.address());
        QVERIFY(sold.desk->setup().printers.empty()); // somebody still types
        QTest::keyClick(address, Qt::Key_Return);
        QCOMPARE(sold.desk->setup().printers.size(), size_t(1));
        QCOMPARE(sold.desk->setup().printers[0].name, QStringLiteral("Counter"));
        QTest::mouseClick(button(settings, "testPage"), Qt::LeftButton);
        QTRY_COMPARE(banner->message(), QStringLiteral("Counter printed a test page."));
        QCOMPARE(sold.codes(sold.left), QStringList(QStringLiteral("FOYER TEST PAGE")));

        auto *tickets = settings.findChild<QComboBox *>(QStringLiteral("ticketPrinter"));
        tickets->setFocus();
        QTest::keyClick(tickets, Qt::Key_Down);
        QCOMPARE(sold.desk->printerFor(Paper::Ticket)->name, QStringLiteral("Counter"));
        sold.show();
        QTRY_COMPARE(sold.left.machine.papers.size(), size_t(4));
        QCOMPARE(loadPrinters(sold.settings), sold.desk->setup());
        QCOMPARE(firstNameless(settings), QString());
    }

    void aTestPageThatFailsSaysWhy()
    {
        Sold sold;
        sold.left.machine.rowsOfPaper = 0;
        PrinterSettings settings(sold.counter.theme, *sold.desk);
        settings.show();
        QTest::mouseClick(button(settings, "testPage"), Qt::LeftButton);
        QTRY_VERIFY(settings.findChild<Banner *>()->message().startsWith(QStringLiteral("Left is out of paper.")));
        QVERIFY(sold.desk->queue().state().waiting.empty());
    }

    void removingAPrinterTakesItsUsesAlong()
    {
        Sold sold;
        PrinterSettings settings(sold.counter.theme, *sold.desk);
        settings.show();
        QTest::mouseClick(button(settings, "removePrinter"), Qt::LeftButton);
        QCOMPARE(sold.desk->setup().printers.size(), size_t(1));
        QVERIFY(!sold.desk->printerFor(Paper::Ticket));
        QVERIFY(sold.desk->printerFor(Paper::Receipt));
    }

    void everythingOnTheDonePageHasAName()
    {
        Sold sold;
        sold.show();
        QCOMPARE(firstNameless(*sold.page), QString());
    }
};

FOYER_TEST(PaperTest, "paper")
#include "test_paper.moc"
