#include "tests/support/testmain.h"
#include "tests/ui/printing/papers.h"
#include "tests/ui/printing/pdfreader.h"
#include "ui/printing/pdfpages.h"
#include "ui/printing/ticketpainter.h"
#include "ui/printing/ticketpdf.h"

#include <QtCore/QBuffer>
#include <QtCore/QTemporaryDir>
#include <QtCore/QTimeZone>

using namespace foyer;
using namespace foyer::printing;
using foyer::test::PdfReader;

namespace {

/// In English, for tests that read its words.
PrintedTicket aTicket(int position = 1, int count = 1)
{
    PrintedTicket ticket = test::paperTicket(position, count);
    ticket.event = QStringLiteral("Hamlet");
    ticket.seat = QStringLiteral("Stalls 5-%1").arg(11 + position);
    ticket.priceLevel = QStringLiteral("Reduced");
    return ticket;
}

std::vector<PrintedTicket> someTickets(int count)
{
    std::vector<PrintedTicket> tickets;
    for (int i = 1; i <= count; ++i)
        tickets.push_back(aTicket(i, count));
    return tickets;
}

PrintStyle styleFor(PaperFormat paper)
{
    return {paper, QLocale(QStringLiteral("en_GB")), {}};
}

constexpr std::array BothPapers{PaperFormat::A4, PaperFormat::Roll80};

double scanDpi(PaperFormat paper)
{
    return paper == PaperFormat::A4 ? 150 : RollDpi;
}

/// Words that lie on each other (touching is allowed) or outside the margins, as sentences for the failing test.
QStringList misplacedWords(const PdfReader &pdf, PaperFormat paper)
{
    const double side = measures(paper).marginSide;
    const std::vector<QRectF> words = pdf.words(0);
    const QRectF inside = QRectF({}, pdf.millimetres(0)).adjusted(side - 0.5, 0, 0.5 - side, 0);
    QStringList faults;
    for (size_t a = 0; a < words.size(); ++a) {
        if (!words[a].isEmpty() && !inside.contains(words[a]))
            faults += QStringLiteral("outside, %1 mm down").arg(words[a].y());
        for (size_t b = a + 1; b < words.size(); ++b) {
            const QRectF common = words[a] & words[b];
            if (common.width() > 0.6 && common.height() > 1.2)
                faults += QStringLiteral("overlapping, %1 mm down").arg(common.y());
        }
    }
    return faults;
}

} // namespace

class TicketPdfTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theCodeReadsBackFromPaperAndVerifies()
    {
        for (const PaperFormat paper : BothPapers) {
            const std::vector<PrintedTicket> tickets = someTickets(5);
            const PdfReader pdf(TicketPdf(styleFor(paper)).bytes(tickets).value_or(QByteArray()));
            QVERIFY(pdf.isValid());
            QCOMPARE(pdf.pages(), 5);
            for (int page = 0; page < 5; ++page) {
                const QString text = pdf.scanned(page, scanDpi(paper));
                QCOMPARE(text, tickets[size_t(page)].code);
                const auto read = ticketcode::decode(text);
                QVERIFY(read && ticketcode::verify(*read, test::paperKey().publicKey()));
                QCOMPARE(read->code.number.grouped(), tickets[size_t(page)].ticketNumber);
            }
        }
    }

    void theLongestCodeReadsBackFromPaper()
    {
        PrintedTicket ticket = aTicket();
        ticket.code = ticket.code.repeated(2).left(152);
        for (const PaperFormat paper : BothPapers) {
            const PdfReader pdf(TicketPdf(styleFor(paper)).bytes(std::array{ticket}).value_or(QByteArray()));
            QCOMPARE(pdf.scanned(0, scanDpi(paper)), ticket.code);
        }
    }

    void thePageSaysWhatAPersonNeeds()
    {
        for (const PaperFormat paper : BothPapers) {
            PrintedTicket ticket = aTicket(2, 5);
            ticket.holder = QStringLiteral("Ida Krüger");
            const PdfReader pdf(TicketPdf(styleFor(paper)).bytes(std::array{ticket}).value_or(QByteArray()));
            const QString text = pdf.text(0);
            for (const char *words : {"Schauspielhaus am Markt", "Hamlet", "Friday, 20 November 2026", "19:30", "18:45",
                                      "Stalls 5-13", "Premium", "Reduced", "€59.50", "A-10482", "2 of 5", "Ida Krüger"})
                QVERIFY2(text.contains(QString::fromUtf8(words)), qPrintable(text));
            QVERIFY(text.contains(ticket.ticketNumber));
            QVERIFY(!text.contains(QStringLiteral("again")) && !text.contains(QStringLiteral("Training")));
            QVERIFY(pdf.title().contains(QStringLiteral("A-10482")));
            QVERIFY(pdf.allFontsEmbedded());
        }
    }

    void thePageCanBeSearched()
    {
        PrintedTicket ticket = aTicket();
        ticket.event = QStringLiteral("Fidelio, Offenbach, Flotte Affäre, final");
        const PdfReader pdf(TicketPdf(styleFor(PaperFormat::A4)).bytes(std::array{ticket}).value_or(QByteArray()));
        QVERIFY2(pdf.text(0).contains(ticket.event), qPrintable(pdf.text(0)));
    }

    void aTicketWithoutASeatLeadsWithItsType()
    {
        for (const PaperFormat paper : BothPapers) {
            PrintedTicket ticket = aTicket();
            ticket.seat.clear();
            ticket.ticketType = QStringLiteral("Standing");
            ticket.doorsAt = {};
            const PdfReader pdf(TicketPdf(styleFor(paper)).bytes(std::array{ticket}).value_or(QByteArray()));
            QCOMPARE(pdf.text(0).count(QStringLiteral("Standing")), 1);
            QVERIFY(!pdf.text(0).contains(QStringLiteral("Doors")));
            QVERIFY(!pdf.text(0).contains(QStringLiteral("Seat")));
        }
    }

    void reprintsAndTrainingAreMarked()
    {
        for (const PaperFormat paper : BothPapers) {
            PrintedTicket ticket = aTicket();
            ticket.reprint = true;
            ticket.training = true;
            const PdfReader pdf(TicketPdf(styleFor(paper)).bytes(std::array{ticket}).value_or(QByteArray()));
            QVERIFY(pdf.text(0).contains(QStringLiteral("rinted again")));
            QVERIFY(pdf.text(0).contains(QStringLiteral("Training: not valid for admission")));
            QCOMPARE(pdf.scanned(0, scanDpi(paper)), ticket.code);
        }
    }

    void theLanguageDecidesDatesAndAmounts()
    {
        const PrintStyle german{PaperFormat::A4, QLocale(QStringLiteral("de_DE")), {}};
        const PdfReader pdf(TicketPdf(german).bytes(std::array{aTicket()}).value_or(QByteArray()));
        QVERIFY(pdf.text(0).contains(QStringLiteral("Freitag, 20. November 2026")));
        QVERIFY(pdf.text(0).contains(QStringLiteral("59,50 €")));
    }

    void papersHaveTheirSize()
    {
        const PdfReader a4(TicketPdf(styleFor(PaperFormat::A4)).bytes(someTickets(2)).value_or(QByteArray()));
        QVERIFY(qAbs(a4.millimetres(1).width() - 210) < 0.5 && qAbs(a4.millimetres(1).height() - 297) < 0.5);

        std::vector<PrintedTicket> tickets = someTickets(2);
        tickets[1].event = QStringLiteral("The Excellent Comedie and Tragical Romance of Two Households and their Quarrel");
        const PdfReader roll(TicketPdf(styleFor(PaperFormat::Roll80)).bytes(tickets).value_or(QByteArray()));
        const TicketPainter painter(styleFor(PaperFormat::Roll80));
        for (int page = 0; page < 2; ++page) {
            QVERIFY(qAbs(roll.millimetres(page).width() - 80) < 0.5);
            QVERIFY(qAbs(roll.millimetres(page).height() - painter.paperHeight(tickets[size_t(page)])) < 0.5);
        }
        QVERIFY(roll.millimetres(1).height() > roll.millimetres(0).height() + 5);
    }

    void longWordsNeitherOverlapNorLeaveThePaper_data()
    {
        QTest::addColumn<QString>("words");
        QTest::newRow("nothing") << "";
        QTest::newRow("one letter") << "A";
        QTest::newRow("German") << "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";
        QTest::newRow("German words") << "Rindfleischetikettierungsüberwachung Arbeiterunfallversicherungsgesetz Hauptprobe";
        QTest::newRow("without a space") << QString(400, u'W');
        QTest::newRow("a novel") << QStringLiteral("all the world is a stage ").repeated(4000);
        QTest::newRow("lines") << "first\nsecond\tthird\r\n\n\nfourth";
        QTest::newRow("Cyrillic") << QStringLiteral("Евгений Онегин, лирические сцены в трёх действиях");
        QTest::newRow("Arabic") << QStringLiteral("ألف ليلة وليلة في المسرح الكبير");
        QTest::newRow("Chinese") << QStringLiteral("牡丹亭昆曲青春版国家大剧院歌剧院");
        QTest::newRow("emoji") << QString::fromUcs4(U"\U0001F3AD\U0001F468\u200D\U0001F469\u200D\U0001F467 show");
        QTest::newRow("half a surrogate") << QString(3, QChar(0xd83c));
        QTest::newRow("controls") << QString::fromUtf16(u"a\u0001b\u202ec\u200f");
        QTest::newRow("combining") << QString::fromUtf16(u"Z\u0301\u0323\u0327alky\u0301 vecer");
        QTest::newRow("placeholders") << "%1 %2 %n 100%";
    }

    void longWordsNeitherOverlapNorLeaveThePaper()
    {
        QFETCH(QString, words);
        for (const PaperFormat paper : BothPapers) {
            PrintedTicket ticket = aTicket();
            ticket.venue = ticket.event = ticket.seat = ticket.ticketType = ticket.priceLevel = ticket.holder = words;
            ticket.orderNumber = words;
            ticket.price = Money(Money::MaxMinor, Currency());
            const PdfReader pdf(TicketPdf(styleFor(paper)).bytes(std::array{ticket}).value_or(QByteArray()));
            QVERIFY(pdf.isValid());
            QCOMPARE(pdf.pages(), 1);
            QCOMPARE(misplacedWords(pdf, paper), QStringList());
            QCOMPARE(pdf.scanned(0, scanDpi(paper)), ticket.code);
            QVERIFY(pdf.millimetres(0).height() < 300);
        }
    }

    void twoTicketsOnOnePlaceWouldBeNoticed()
    {
        PrintedTicket other = aTicket();
        other.event = QStringLiteral("Nutcracker");
        for (const PaperFormat paper : BothPapers) {
            const TicketPainter painter(styleFor(paper));
            const auto both = [&](QPainter &onto) {
                return painter.draw(onto, aTicket()).and_then([&] { return painter.draw(onto, other); });
            };
            const auto pdf = pdfPages(QString(), paper, {{painter.paperHeight(other), both}});
            QVERIFY(pdf);
            QVERIFY(!misplacedWords(PdfReader(*pdf), paper).isEmpty());
        }
    }

    void theTicketStaysAboveTheFold()
    {
        PrintedTicket ticket = aTicket();
        ticket.training = ticket.reprint = true;
        ticket.event = ticket.seat = ticket.ticketType = ticket.priceLevel = ticket.holder = ticket.orderNumber =
            QStringLiteral("Rindfleischetikettierung ").repeated(20);
        const PdfReader pdf(TicketPdf(styleFor(PaperFormat::A4)).bytes(std::array{ticket}).value_or(QByteArray()));
        for (const QRectF &word : pdf.words(0))
            QVERIFY2(word.bottom() < 148.5 || word.top() > 148.5, qPrintable(QString::number(word.bottom())));
    }

    void aMissingDateLeavesItsPlaceEmpty()
    {
        PrintedTicket ticket = aTicket();
        ticket.startsAt = ticket.doorsAt = {};
        for (const PaperFormat paper : BothPapers)
            QVERIFY(TicketPdf(styleFor(paper)).bytes(std::array{ticket}));
    }

    void noTicketIsRefused()
    {
        const auto none = TicketPdf(styleFor(PaperFormat::A4)).bytes({});
        QVERIFY(!none);
        QCOMPARE(none.error().code, ErrorCode::InvalidInput);
    }

    void aCodeThatNoQrCodeHoldsIsRefused()
    {
        for (const QString &code : {QString(), QString(10'000, u'A')}) {
            std::vector<PrintedTicket> tickets = someTickets(2);
            tickets[1].code = code;
            QTemporaryDir folder;
            const QString path = folder.filePath(QStringLiteral("tickets.pdf"));
            const auto written = TicketPdf(styleFor(PaperFormat::A4)).write(path, tickets);
            QVERIFY(!written);
            QCOMPARE(written.error().code, ErrorCode::InvalidInput);
            QVERIFY(!QFile::exists(path));
        }
    }

    void aFileIsWrittenWhole()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("Bestellung ü.pdf"));
        QVERIFY(TicketPdf(styleFor(PaperFormat::A4)).write(path, someTickets(2)));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(PdfReader(file.readAll()).pages(), 2);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
    }

    void anUnwritablePathIsOneErrorAndNoFile()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("missing/tickets.pdf"));
        const auto written = TicketPdf(styleFor(PaperFormat::A4)).write(path, someTickets(1));
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::FileUnreadable);
        QCOMPARE(written.error().args.value(0), QDir::toNativeSeparators(path));
        QVERIFY(!written.error().args.value(1).isEmpty());
        QVERIFY(QDir(folder.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));

        QVERIFY(!TicketPdf(styleFor(PaperFormat::A4)).write(folder.path(), someTickets(1)));
        QVERIFY(QDir(folder.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
    }

    void aDeviceThatTakesNothingIsAnError()
    {
        QBuffer closed;
        const auto written = TicketPdf(styleFor(PaperFormat::A4)).write(closed, someTickets(1));
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::FileUnreadable);
        QBuffer open;
        QVERIFY(open.open(QIODevice::WriteOnly));
        QVERIFY(TicketPdf(styleFor(PaperFormat::A4)).write(open, someTickets(1)));
        QVERIFY(PdfReader(open.data()).isValid());
    }

    void thePainterDrawsOnAScreenToo()
    {
        QImage image(630, 891, QImage::Format_Grayscale8);
        image.setDotsPerMeterX(3000);
        image.setDotsPerMeterY(3000);
        image.fill(Qt::white);
        QPainter onto(&image);
        QVERIFY(TicketPainter(styleFor(PaperFormat::A4)).draw(onto, aTicket()));
        onto.end();
        bool dark = false;
        for (int x = 0; x < image.width(); ++x)
            dark = dark || qGray(image.pixel(x, 100)) < 128;
        QVERIFY(dark);
    }
};

FOYER_TEST(TicketPdfTest, "ticketpdf")
#include "test_ticketpdf.moc"
