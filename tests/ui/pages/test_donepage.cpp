#include "tests/support/testmain.h"
#include "tests/ui/pages/counter.h"
#include "tests/ui/printing/pdfreader.h"
#include "ui/pages/donepage.h"
#include "ui/printing/orderprint.h"
#include "ui/printing/ticketprinter.h"
#include "ui/widgets/banner.h"

#include <QtPrintSupport/QPrinter>
#include <QtWidgets/QComboBox>

using namespace foyer;
using namespace foyer::test;

class DonePageTest : public QObject
{
    Q_OBJECT

private:
    struct Sold {
        explicit Sold(const QString &subfolder = QStringLiteral("tickets"))
            : counter([&](BoxOffice &office) {
                const Event event = anEvent(office).withSeats(5, 10).withGeneral(QStringLiteral("Standing"), 100, 1500).add();
                const auto seats = seatsOf(office, event);
                const Reservation cart = hold(office, {seat(event, 0, seats[0].id), seat(event, 0, seats[1].id), places(event, 1, 3)});
                state = must(office.checkout().pay(office.system(), PayRequest{cart.id, Tender::Cash, cart.total(), euro(20'000), QStringLiteral("k")}));
            })
            , settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat)
            , page(counter.theme, *counter.backend, settings, {folder.filePath(subfolder), counter.monotonic()})
            , next(&page, &DonePage::next)
        {
            page.resize(1160, 600);
        }

        QString path() const { return folder.filePath(QStringLiteral("tickets/") + state.order->number + QStringLiteral(".pdf")); }

        QTemporaryDir folder;
        CheckoutState state;
        Counter counter;
        QSettings settings;
        DonePage page;
        QSignalSpy next;
    };

    static QByteArray contents(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void theChangeIsTheLargestText()
    {
        Sold sold;
        sold.page.show(sold.state, sold.counter.session);
        const auto *change = sold.page.findChild<QLabel *>(QStringLiteral("change"));
        QCOMPARE(change->text(), QStringLiteral("€37.00"));
        for (const QLabel *label : sold.page.findChildren<QLabel *>())
            QVERIFY(label == change || label->font().pointSizeF() < change->font().pointSizeF());
        QVERIFY(labelText(sold.page, "sold").contains(QStringLiteral("Stalls 1-1, Stalls 1-2")));
        QVERIFY(labelText(sold.page, "number").contains(sold.state.order->number));
    }

    void thePdfHasAPageForEachTicketAndCodesThatVerify()
    {
        Sold sold;
        sold.page.show(sold.state, sold.counter.session);
        QTRY_VERIFY(button(sold.page, "open")->isEnabled());
        QVERIFY(labelText(sold.page, "file").contains(sold.state.order->number));
        const PdfReader pdf(contents(sold.path()));
        QCOMPARE(pdf.pages(), 5);
        QVERIFY(pdf.text(0).contains(QStringLiteral("Theatre")));
        const QString code = pdf.scanned(0, 200);
        QVERIFY(sold.counter.ask([code](Desk &desk) { return desk.office.orders().check(code); }).signatureValid);
        // The event starts at 18:00 UTC, which is 19:00 in Berlin.
        QVERIFY2(pdf.text(0).contains(QStringLiteral("19:00")), qPrintable(pdf.text(0)));
    }

    void theChosenPaperIsRemembered()
    {
        Sold sold;
        sold.page.show(sold.state, sold.counter.session);
        QTRY_VERIFY(button(sold.page, "open")->isEnabled());
        auto *paper = sold.page.findChild<QComboBox *>(QStringLiteral("paper"));
        paper->setFocus();
        QTest::keyClick(paper, Qt::Key_Down);
        QVERIFY(!button(sold.page, "open")->isEnabled());
        QTRY_VERIFY(button(sold.page, "open")->isEnabled());
        QCOMPARE(qRound(PdfReader(contents(sold.path())).millimetres(0).width()), 80);
        DonePage another(sold.counter.theme, *sold.counter.backend, sold.settings, {sold.folder.path(), sold.counter.monotonic()});
        QCOMPARE(another.findChild<QComboBox *>(QStringLiteral("paper"))->currentText(), QStringLiteral("80 mm roll"));
    }

    void aFolderThatCannotBeMadeLosesNothing()
    {
        Sold sold(QStringLiteral("settings.ini/tickets"));
        sold.settings.setValue(QStringLiteral("a"), 1);
        sold.settings.sync();
        sold.page.show(sold.state, sold.counter.session);
        auto *banner = sold.page.findChild<Banner *>();
        QTRY_VERIFY(banner->message().startsWith(QStringLiteral("The sale is complete")));
        QCOMPARE(labelText(sold.page, "change"), QStringLiteral("€37.00"));
        QVERIFY(button(sold.page, "print")->isEnabled());
    }

    void theKeyThatPaidDoesNotSkipTheChange()
    {
        Sold sold;
        sold.page.show(sold.state, sold.counter.session);
        QTest::keyClick(sold.page.focusWidget(), Qt::Key_Return);
        QVERIFY(sold.next.isEmpty());
        sold.counter.pause();
        QTest::keyClick(sold.page.focusWidget(), Qt::Key_Return);
        QCOMPARE(sold.next.size(), 1);
    }

    void aPrinterGetsAPageForEachTicket()
    {
        Sold sold;
        const Order order = *sold.state.order;
        const auto tickets = sold.counter.ask([order](Desk &desk) { return printing::printedTickets(desk.office, order); });
        const QString path = sold.folder.filePath(QStringLiteral("printer.pdf"));
        QPrinter printer;
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(path);
        must(printing::printTickets(printer, tickets, {}));
        QCOMPARE(PdfReader(contents(path)).pages(), 5);

        QPrinter nowhere;
        nowhere.setOutputFormat(QPrinter::PdfFormat);
        nowhere.setOutputFileName(sold.folder.filePath(QStringLiteral("missing/printer.pdf")));
        const auto refused = printing::printTickets(nowhere, tickets, {});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::FileUnreadable);
    }

    void whatCanBeFocusedHasAName()
    {
        Sold sold;
        QCOMPARE(firstNameless(sold.page), QString());
    }
};

FOYER_TEST(DonePageTest, "donepage")
#include "test_donepage.moc"
