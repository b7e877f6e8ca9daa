#include "tests/support/testmain.h"
#include "tests/ui/printing/pdfreader.h"
#include "ui/printing/receiptpainter.h"
#include "ui/printing/receiptpdf.h"

#include <QtCore/QBuffer>
#include <QtCore/QTemporaryDir>
#include <QtCore/QTimeZone>

using namespace foyer;
using namespace foyer::printing;
using foyer::test::PdfReader;

namespace {

Money euros(qint64 cents)
{
    return {cents, Currency()};
}

PrintedReceipt aReceipt()
{
    PrintedReceipt receipt;
    receipt.venue = QStringLiteral("Schauspielhaus am Markt");
    receipt.issuer = {QStringLiteral("Am Markt 1, 12345 Neustadt"), QStringLiteral("USt-IdNr. DE123456789")};
    receipt.orderNumber = QStringLiteral("A-10482");
    receipt.at = QDateTime({2026, 11, 20}, {19, 22}, QTimeZone("Europe/Berlin"));
    receipt.lines = {{2, QStringLiteral("Hamlet, Stalls 5-12, 5-13"), QStringLiteral("Full price"), euros(11800)},
                     {3, QStringLiteral("Club Night, Standing"), QString(), euros(4500)}};
    receipt.taxes = {{700, euros(11800), euros(772)}, {1900, euros(4500), euros(718)}};
    receipt.tenders = {{QStringLiteral("Cash"), euros(10000), euros(15000), euros(5000)},
                       {QStringLiteral("Card"), euros(6300), {}, {}}};
    receipt.total = euros(16300);
    receipt.terminal = QStringLiteral("Counter 1");
    receipt.cashier = QStringLiteral("Anna");
    return receipt;
}

PrintStyle receiptStyle(PaperFormat paper)
{
    return {paper, QLocale(QStringLiteral("en_GB")), {}};
}

PdfReader printed(const PrintedReceipt &receipt, PaperFormat paper)
{
    return PdfReader(ReceiptPdf(receiptStyle(paper)).bytes(receipt).value_or(QByteArray()));
}

constexpr std::array ReceiptPapers{PaperFormat::A4, PaperFormat::Roll80};

} // namespace

class ReceiptPdfTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesTheCustomerWhereThereIsOne()
    {
        for (const PaperFormat paper : ReceiptPapers) {
            PrintedReceipt receipt = aReceipt();
            QVERIFY(!printed(receipt, paper).text(0).contains(QStringLiteral("Customer")));
            receipt.customer = QStringLiteral("Bella Weiss");
            QVERIFY(printed(receipt, paper).text(0).contains(QStringLiteral("Customer: Bella Weiss")));
        }
    }

    void saysWhatWasSoldAndHowItWasPaid()
    {
        for (const PaperFormat paper : ReceiptPapers) {
            const PdfReader pdf = printed(aReceipt(), paper);
            QVERIFY(pdf.isValid());
            QCOMPARE(pdf.pages(), 1);
            const QString text = pdf.text(0);
            for (const char *words : {"Schauspielhaus am Markt", "DE123456789", "Receipt A-10482", "20/11/2026 19:22",
                                      "× Hamlet, Stalls 5-12,", "118.00", "Full price", "45.00", "€163.00", "Cash", "100.00", "Given", "150.00",
                                      "Change", "50.00", "Card", "63.00", "7%", "110.28", "7.72", "19%", "37.82", "7.18",
                                      "Counter 1", "Anna"})
                QVERIFY2(text.contains(QString::fromUtf8(words)), qPrintable(text));
            QVERIFY(!text.contains(QStringLiteral("Training")) && !text.contains(QStringLiteral("again")));
            QVERIFY(pdf.allFontsEmbedded());
            QVERIFY(pdf.title().contains(QStringLiteral("A-10482")));
        }
    }

    void aRefundSaysWhatWasGivenBack()
    {
        PrintedReceipt receipt = aReceipt();
        receipt.total = euros(-4500);
        receipt.lines = {{-3, QStringLiteral("Club Night, Standing"), QString(), euros(-4500)}};
        receipt.tenders = {{QStringLiteral("Card"), euros(-4500), {}, {}}};
        for (const PaperFormat paper : ReceiptPapers) {
            const QString text = printed(receipt, paper).text(0);
            QVERIFY(text.contains(QStringLiteral("Refund A-10482")));
            QVERIFY(text.contains(QStringLiteral("Given back €45.00")));
            QVERIFY(text.contains(QStringLiteral("-45.00")));
        }
    }

    void reprintsAndTrainingAreMarked()
    {
        PrintedReceipt receipt = aReceipt();
        receipt.reprint = receipt.training = true;
        for (const PaperFormat paper : ReceiptPapers) {
            const QString text = printed(receipt, paper).text(0);
            QVERIFY(text.contains(QStringLiteral("Printed again")));
            QVERIFY(text.contains(QStringLiteral("Training: not a receipt")));
        }
    }

    void aLongReceiptLosesNoLine()
    {
        PrintedReceipt receipt = aReceipt();
        receipt.lines.clear();
        for (int i = 0; i < 600; ++i)
            receipt.lines.push_back({1, QStringLiteral("Line%1").arg(i, 4, 10, QLatin1Char('0')), QString(), euros(i)});
        for (const PaperFormat paper : ReceiptPapers) {
            const PdfReader pdf = printed(receipt, paper);
            QVERIFY(pdf.pages() > 1);
            QString text;
            for (int page = 0; page < pdf.pages(); ++page) {
                text += pdf.text(page) + u' ';
                QVERIFY(pdf.millimetres(page).height() <= ReceiptPainter::LongestRoll + 0.5);
                for (const QRectF &word : pdf.words(page))
                    QVERIFY(word.bottom() <= pdf.millimetres(page).height());
            }
            for (int i = 0; i < 600; ++i)
                QCOMPARE(text.count(QStringLiteral("Line%1").arg(i, 4, 10, QLatin1Char('0'))), 1);
            QVERIFY(text.contains(QStringLiteral("Served by Anna")));
        }
    }

    void longWordsStayOnThePaperAndAmountsWhole()
    {
        PrintedReceipt receipt = aReceipt();
        const QString word = QStringLiteral("Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz").repeated(3);
        receipt.venue = receipt.terminal = receipt.cashier = receipt.orderNumber = word;
        receipt.lines = {{100'000, word, word, euros(Money::MaxMinor)}};
        receipt.tenders = {{word, euros(Money::MaxMinor), euros(Money::MaxMinor), euros(0)}};
        receipt.taxes = {{705, euros(Money::MaxMinor), euros(1)}};
        receipt.total = euros(Money::MaxMinor);
        for (const PaperFormat paper : ReceiptPapers) {
            const PdfReader pdf = printed(receipt, paper);
            const double side = measures(paper).marginSide;
            for (const QRectF &box : pdf.words(0))
                QVERIFY(box.left() >= side - 0.5 && box.right() <= pdf.millimetres(0).width() - side + 0.5);
            QVERIFY(pdf.text(0).count(QStringLiteral("10,000,000,000.00")) >= 4);
            QVERIFY(pdf.text(0).contains(QStringLiteral("7.05%")));
        }
    }

    void anEmptyReceiptIsStillAPage()
    {
        for (const PaperFormat paper : ReceiptPapers)
            QCOMPARE(printed(PrintedReceipt(), paper).pages(), 1);
    }

    void anUnwritablePathIsOneErrorAndNoFile()
    {
        QTemporaryDir folder;
        const auto written = ReceiptPdf(receiptStyle(PaperFormat::Roll80)).write(folder.filePath(QStringLiteral("no/r.pdf")), aReceipt());
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::FileUnreadable);
        QVERIFY(QDir(folder.path()).isEmpty());
        QVERIFY(ReceiptPdf(receiptStyle(PaperFormat::Roll80)).write(folder.filePath(QStringLiteral("r.pdf")), aReceipt()));
        QVERIFY(QFile::exists(folder.filePath(QStringLiteral("r.pdf"))));
        QBuffer closed;
        QVERIFY(!ReceiptPdf(receiptStyle(PaperFormat::A4)).write(closed, aReceipt()));
    }
};

FOYER_TEST(ReceiptPdfTest, "receiptpdf")
#include "test_receiptpdf.moc"
