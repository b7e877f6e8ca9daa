#include "ui/pay/paperpanel.h"

#include "ui/pay/printpreview.h"
#include "ui/settings/printersettings.h"
#include "ui/retranslation.h"
#include "ui/theme/stylesheet.h"
#include "ui/widgets/elidedlabel.h"

#include <QtWidgets/QDialog>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace foyer {

using printing::Paper;

PaperPanel::PaperPanel(const Theme &theme, printing::PrintDesk &desk, QPushButton *tickets, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_desk(desk)
    , m_tickets(tickets)
    , m_status(new ElidedLabel(this))
    , m_receipt(makeButton(QString(), ButtonRole::Secondary, this))
    , m_preview(makeButton(QString(), ButtonRole::Secondary, this))
    , m_settings(makeButton(QString(), ButtonRole::Secondary, this))
{
    m_status->setObjectName(QStringLiteral("printStatus"));
    setTone(m_status, Tone::Muted);
    m_receipt->setObjectName(QStringLiteral("printReceipt"));
    m_preview->setObjectName(QStringLiteral("preview"));
    m_settings->setObjectName(QStringLiteral("printers"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_receipt, 1);
    row->addWidget(m_preview);
    row->addWidget(m_settings);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::Small);
    layout->addLayout(row);
    layout->addWidget(m_status);
    connect(m_receipt, &QPushButton::clicked, this, &PaperPanel::printReceipt);
    connect(m_preview, &QPushButton::clicked, this, &PaperPanel::showPreview);
    connect(m_settings, &QPushButton::clicked, this, &PaperPanel::showSettings);
    connect(&desk, &printing::PrintDesk::setupChanged, this, &PaperPanel::refresh);
    connect(&desk, &printing::PrintDesk::sent, this, &PaperPanel::refresh);
    connect(&desk.queue(), &PrintQueue::changed, this, &PaperPanel::refresh);
    connect(&desk.queue(), &PrintQueue::printed, this, [this](const QString &title) {
        m_printed = title;
        refresh();
    });
    say(this, [this] {
        m_preview->setText(tr("Preview…"));
        m_settings->setText(tr("Printers…"));
        refresh();
    });
}

void PaperPanel::begin(const CheckoutState &sale, const Session &session, bool isEarlierSale)
{
    m_sale = sale;
    m_session = session;
    m_isEarlierSale = isEarlierSale;
    m_printed.clear();
    if (!isEarlierSale)
        m_desk.serve(sale, session);
    refresh();
}

bool PaperPanel::printTickets()
{
    if (!m_desk.printerFor(Paper::Ticket))
        return false;
    m_desk.print(Paper::Ticket, m_sale, m_session, m_isEarlierSale);
    return true;
}

void PaperPanel::printReceipt()
{
    m_desk.print(Paper::Receipt, m_sale, m_session, m_isEarlierSale);
    Q_EMIT left();
}

void PaperPanel::refresh()
{
    const QString number = m_sale.order ? m_sale.order->number : QString();
    const auto isAgain = [&](Paper paper) { return m_isEarlierSale || m_desk.wasPrinted(paper, number); };
    m_tickets->setText(isAgain(Paper::Ticket) ? tr("Print tickets again") : tr("Print tickets"));
    m_receipt->setText(isAgain(Paper::Receipt) ? tr("Print receipt again") : tr("Print receipt"));
    m_receipt->setEnabled(m_desk.printerFor(Paper::Receipt) && m_sale.order.has_value());
    m_preview->setEnabled(m_sale.order.has_value());
    m_receipt->setToolTip(m_receipt->isEnabled() ? QString() : tr("Choose a printer for receipts first, under Printers"));
    m_status->setText(status());
}

QString PaperPanel::status() const
{
    const QString number = m_sale.order ? m_sale.order->number : QString();
    for (const PrintJob &job : m_desk.queue().state().waiting) {
        if (job.title != number)
            continue;
        const auto *printer = m_desk.setup().find(job.printer);
        const QString name = printer ? printer->name : QString();
        if (m_desk.queue().state().stopped.contains(job.printer))
            return tr("Waiting for %1, printed so far: %2 of %3").arg(name).arg(job.done).arg(job.pieces);
        return tr("Printing on %1: %2 of %3").arg(name).arg(job.done + 1).arg(job.pieces);
    }
    if (!m_printed.isEmpty() && m_printed == number)
        return tr("Printed");
    const auto *printer = m_desk.printerFor(Paper::Ticket);
    return printer ? tr("Tickets go to %1").arg(printer->name) : tr("No ticket printer is set up; tickets are PDF files");
}

void PaperPanel::showPreview()
{
    PrintPreview preview(window());
    const auto show = [&](Paper paper) {
        const printing::PrinterSetup *printer = m_desk.printerFor(paper);
        // Without a printer of its own a paper is looked at as the page that a PDF holds.
        printing::PrinterSetup page{{}, tr("A4 paper"), printing::PrinterKind::System, {}, printing::PaperFormat::A4, false, false};
        m_desk.read(paper, m_sale, &preview, [&preview, chosen = printer ? *printer : page](const Result<printing::PrintedDocument> &document) {
            if (document)
                preview.add(*document, chosen);
            else
                preview.showError(document.error());
        });
    };
    show(Paper::Ticket);
    show(Paper::Receipt);
    preview.exec();
    Q_EMIT left();
}

void PaperPanel::showSettings()
{
    QDialog dialog(window());
    dialog.setWindowTitle(tr("Printers"));
    auto *layout = new QVBoxLayout(&dialog);
    layout->addWidget(new PrinterSettings(m_theme, m_desk, &dialog), 1);
    auto *close = makeButton(tr("Close"), ButtonRole::Primary, &dialog);
    layout->addWidget(close, 0, Qt::AlignRight);
    connect(close, &QPushButton::clicked, &dialog, &QDialog::accept);
    for (QPushButton *button : dialog.findChildren<QPushButton *>())
        button->setAutoDefault(false); // Enter ends a field, and presses nothing
    dialog.resize(960, 640);
    dialog.exec();
    Q_EMIT left();
}

} // namespace foyer
