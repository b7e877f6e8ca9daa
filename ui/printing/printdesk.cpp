#include "ui/printing/printdesk.h"

#include "ui/backend/backend.h"
#include "ui/printing/escposprinter.h"
#include "ui/printing/orderprint.h"
#include "ui/printing/orderreceipt.h"
#include "ui/printing/systemprinter.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>
#include <QtCore/QSettings>

namespace foyer::printing {
namespace {

std::unique_ptr<TicketPrinter> makePrinter(const PrinterSetup &printer, const LinePatience &patience)
{
    if (printer.kind == PrinterKind::System)
        return std::make_unique<SystemPrinter>(printer);
    auto line = makeLine(printer, patience);
    return line ? std::make_unique<EscPosPrinter>(printer, std::move(line), patience) : nullptr;
}

QString paperKey(Paper paper, const QString &orderNumber)
{
    return (paper == Paper::Ticket ? QStringLiteral("tickets ") : QStringLiteral("receipt ")) + orderNumber;
}

/// A copy that nobody has counted.
constexpr int Unknown = -1;

/// `copy`: from 2 on it stands on the paper.
Result<PrintedDocument> documentOf(Desk &desk, Paper paper, const CheckoutState &sale, const QString &language, bool reprint, int copy)
{
    PrintedDocument document;
    document.language = language;
    if (paper == Paper::Ticket) {
        auto tickets = printedTickets(desk.office, *sale.order, reprint);
        if (!tickets)
            return fail(tickets.error());
        document.tickets = std::move(*tickets);
        for (PrintedTicket &ticket : document.tickets)
            ticket.copy = copy;
        return document;
    }
    auto receipt = printedReceipt(desk, *sale.order, sale.payments, reprint);
    if (!receipt)
        return fail(receipt.error());
    document.receipt = std::move(*receipt);
    document.receipt->copy = copy;
    return document;
}

PrintJob jobOf(const QString &printer, const QString &title, const PrintedDocument &document)
{
    PrintJob job;
    job.printer = printer;
    job.title = title;
    job.document = toBytes(document);
    job.pieces = document.pieces();
    return job;
}

} // namespace

PrintDesk::PrintDesk(Backend &backend, QSettings &settings, const QString &folder, LinePatience patience, QObject *parent)
    : QObject(parent), m_backend(backend), m_settings(settings), m_patience(patience), m_setup(loadPrinters(settings)), m_queue(folder, maker())
{
    connect(&m_queue, &PrintQueue::notKept, this, &PrintDesk::failed);
}

PrintQueue::MakePrinter PrintDesk::maker() const
{
    // A copy: it is read on the queue's thread.
    return [setup = m_setup, patience = m_patience](const QString &id) -> std::unique_ptr<TicketPrinter> {
        const PrinterSetup *printer = setup.find(id);
        return printer ? makePrinter(*printer, patience) : nullptr;
    };
}

void PrintDesk::setSetup(const PrintSetup &setup)
{
    if (setup == m_setup)
        return;
    m_setup = setup;
    savePrinters(m_settings, m_setup);
    m_queue.setPrinters(maker());
    Q_EMIT setupChanged();
}

const PrinterSetup *PrintDesk::printerFor(Paper paper) const
{
    return m_setup.find(paper == Paper::Ticket ? m_setup.ticketPrinter : m_setup.receiptPrinter);
}

void PrintDesk::serve(const CheckoutState &sale, const Session &session)
{
    if (!sale.order)
        return;
    if (m_setup.ticketsAtOnce && printerFor(Paper::Ticket))
        print(Paper::Ticket, sale, session);
    if (m_setup.receipts == ReceiptWish::Always && printerFor(Paper::Receipt))
        print(Paper::Receipt, sale, session);
}

void PrintDesk::openDrawer()
{
    if (const PrinterSetup *drawer = m_setup.drawer(); drawer && m_setup.drawerForCash)
        m_queue.openDrawer(drawer->id);
}

bool PrintDesk::wasPrinted(Paper paper, const QString &orderNumber) const
{
    return m_copies.contains(paperKey(paper, orderNumber));
}

void PrintDesk::print(Paper paper, const CheckoutState &sale, const Session &session, bool isEarlierSale)
{
    const PrinterSetup *printer = printerFor(paper);
    if (!printer || !sale.order)
        return;
    const QString number = sale.order->number;
    const bool reprint = isEarlierSale || wasPrinted(paper, number);
    const int before = m_copies.value(paperKey(paper, number), isEarlierSale ? Unknown : 0);
    const int copy = before == Unknown ? 1 : before + 1;
    m_copies.insert(paperKey(paper, number), before == Unknown ? Unknown : copy); // at once: a second press is a reprint, however late the first answer comes
    m_backend.run(this, [=, language = QLocale().name()](Desk &desk) -> Result<PrintedDocument> {
        const Reprint what = paper == Paper::Ticket ? Reprint::Tickets : Reprint::Receipt;
        if (const auto noted = reprint ? desk.office.orders().noteReprint(session.actor, sale.order->id, what) : Result<void>(); !noted)
            return fail(noted.error());
        return documentOf(desk, paper, sale, language, reprint, copy);
    }, [this, paper, reprint, number, setup = *printer](const Result<PrintedDocument> &document) {
        if (document) {
            enqueue(setup, number, *document);
            Q_EMIT sent(paper, number);
            return;
        }
        if (!reprint)
            m_copies.remove(paperKey(paper, number));
        Q_EMIT failed(document.error());
    });
}

bool PrintDesk::printReport(const PrintedReport &report)
{
    const PrinterSetup *printer = printerFor(Paper::Receipt);
    if (!printer)
        return false;
    PrintedDocument document;
    document.language = QLocale().name();
    document.report = report;
    enqueue(*printer, report.title, document);
    return true;
}

void PrintDesk::read(Paper paper, const CheckoutState &sale, QObject *context, std::function<void(const Result<PrintedDocument> &)> then)
{
    m_backend.run(context, [=, language = QLocale().name()](Desk &desk) { return documentOf(desk, paper, sale, language, false, 1); }, std::move(then));
}

void PrintDesk::enqueue(const PrinterSetup &printer, const QString &title, const PrintedDocument &document)
{
    m_queue.add(jobOf(printer.id, title, document));
}

void PrintDesk::printTestPage(const PrinterSetup &printer)
{
    PrintedDocument page = testPage(printer);
    page.language = QLocale().name();
    m_queue.tryOut([printer, patience = m_patience] { return makePrinter(printer, patience); },
                   jobOf(printer.id, QCoreApplication::translate("Print", "Test page"), page));
}

PrintedDocument testPage(const PrinterSetup &printer)
{
    PrintedTicket ticket;
    ticket.training = true;
    ticket.venue = printer.name;
    ticket.event = QCoreApplication::translate("Print", "Test page");
    ticket.seat = QStringLiteral("ÄÖÜ äöüß éŁş");
    ticket.ticketType = QStringLiteral("Ελληνικά · Русский");
    ticket.priceLevel = QStringLiteral("中文 · العربية");
    ticket.orderNumber = QStringLiteral("TEST");
    ticket.ticketNumber = QStringLiteral("TEST");
    ticket.code = QStringLiteral("FOYER TEST PAGE");
    PrintedDocument document;
    document.tickets = {ticket};
    return document;
}

} // namespace foyer::printing
