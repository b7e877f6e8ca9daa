#include "ui/pages/donepage.h"

#include "core/domain/errortext.h"
#include "ui/backend/backend.h"
#include "ui/format.h"
#include "ui/frame/keyhelp.h"
#include "ui/pay/cashmoves.h"
#include "ui/pay/paperpanel.h"
#include "ui/pay/soldtext.h"
#include "ui/pay/tenderlist.h"
#include "ui/printing/ticketprinter.h"
#include "ui/retranslation.h"
#include "ui/theme/icons.h"
#include "ui/theme/stylesheet.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/elidedlabel.h"

#include <QtCore/QDir>
#include <QtCore/QSettings>
#include <QtCore/QUrl>
#include <QtGui/QDesktopServices>
#include <QtGui/QKeyEvent>
#include <QtPrintSupport/QPrintDialog>
#include <QtPrintSupport/QPrinter>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>

namespace foyer {
namespace {

const QString PaperKey = QStringLiteral("printing/paper");
const QString Roll = QStringLiteral("roll80");

/// Given back because the tickets that were exchanged had cost more.
bool isOfExchange(const CheckoutState &state, const Payment &payment)
{
    return state.order && state.order->credit && payment.createdAt == state.order->createdAt;
}

/// Cash that goes back over the counter.
Money changeOf(const CheckoutState &state)
{
    Money change = Money::zero(state.reservation.currency);
    for (const Payment &payment : state.payments)
        if (payment.kind == PaymentKind::Capture && payment.state == PaymentState::Captured && payment.given)
            change += payment.change();
        else if (isSettledCash(payment, PaymentKind::Refund) && isOfExchange(state, payment))
            change += payment.amount;
    return change;
}

QString tendersText(const CheckoutState &state)
{
    QStringList lines;
    if (state.order && state.order->credit)
        lines << DonePage::tr("Exchanged tickets %1").arg(formatMoney(*state.order->credit, MoneySign::Show));
    for (const Payment &payment : state.payments)
        if (payment.kind == PaymentKind::Refund && payment.tender != Tender::Cash && isOfExchange(state, payment))
            lines << DonePage::tr("%1 back to: %2").arg(formatMoney(payment.amount, MoneySign::Show), tenderText(payment.tender));
        else if (payment.kind == PaymentKind::Capture && payment.state == PaymentState::Captured)
            lines << tenderText(payment.tender) + u' ' + formatMoney(payment.given.value_or(payment.amount), MoneySign::Show);
    return lines.join(QStringLiteral("  ·  "));
}

QPushButton *namedButton(const QString &name, ButtonRole role, QWidget *parent)
{
    QPushButton *button = makeButton(QString(), role, parent);
    button->setObjectName(name);
    return button;
}

} // namespace

DonePage::DonePage(const Theme &theme, Backend &backend, QSettings &settings, DoneOptions options, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_backend(backend)
    , m_settings(settings)
    , m_files(backend, options.ticketFolder)
    , m_guard(options.now)
    , m_banner(new Banner(theme, this))
{
    auto *sides = new QHBoxLayout(this);
    sides->setContentsMargins(space::Large, space::Large, space::Large, space::Large);
    sides->setSpacing(space::Huge);
    sides->addWidget(makeMoney(), 1);
    auto *right = new QVBoxLayout;
    right->setSpacing(space::Medium);
    right->addWidget(makeSold(), 1);
    right->addWidget(m_banner);
    QWidget *tickets = makeTickets();
    right->addWidget(tickets);
    if (options.printDesk) {
        m_paperPanel = new PaperPanel(theme, *options.printDesk, m_print, tickets);
        tickets->layout()->addWidget(m_paperPanel);
        connect(m_paperPanel, &PaperPanel::left, this, [this] { m_next->setFocus(); });
        connect(options.printDesk, &printing::PrintDesk::failed, this, &DonePage::showError);
    }
    sides->addLayout(right, 1);
    setFocusProxy(m_next);
    describeKeys(this, {{QT_TRANSLATE_NOOP("Keys", "Enter"), QT_TRANSLATE_NOOP("Keys", "serve the next customer")}});
    m_banner->setDismissable(true);
    connectFiles();
    new Retranslation(this, [this] { tellSale(); });
}

QWidget *DonePage::makeMoney()
{
    auto *side = new QWidget(this);
    auto *layout = new QVBoxLayout(side);
    m_changeLabel = new QLabel(side);
    m_changeLabel->setObjectName(QStringLiteral("changeLabel"));
    setTextRole(m_changeLabel, TypeRole::Section);
    m_change = new QLabel(side);
    m_change->setObjectName(QStringLiteral("change"));
    setTextRole(m_change, TypeRole::Verdict);
    m_tenders = new QLabel(side);
    m_tenders->setWordWrap(true);
    setTone(m_tenders, Tone::Muted);
    m_next = namedButton(QStringLiteral("next"), ButtonRole::Pay, side);
    say(m_next, [this] {
        m_next->setText(tr("Next   ⏎"));
        m_next->setAccessibleName(tr("Next customer"));
    });
    layout->addStretch(1);
    layout->addWidget(m_changeLabel);
    layout->addWidget(m_change);
    layout->addWidget(m_tenders);
    layout->addStretch(2);
    layout->addWidget(m_next);
    connect(m_next, &QPushButton::clicked, this, &DonePage::goOn);
    return side;
}

QWidget *DonePage::makeSold()
{
    auto *panel = new QFrame(this);
    setPanel(panel);
    auto *layout = new QVBoxLayout(panel);
    layout->setContentsMargins(space::Large, space::Large, space::Large, space::Large);
    auto *head = new QHBoxLayout;
    m_number = new QLabel(panel);
    m_number->setObjectName(QStringLiteral("number"));
    setTextRole(m_number, TypeRole::Section);
    m_total = new QLabel(panel);
    setTextRole(m_total, TypeRole::Section);
    head->addWidget(m_number);
    head->addStretch();
    head->addWidget(m_total);
    layout->addLayout(head);
    m_customer = new QLabel(panel);
    m_customer->setObjectName(QStringLiteral("customer"));
    m_customer->setTextFormat(Qt::PlainText);
    setTone(m_customer, Tone::Muted);
    m_customer->hide();
    layout->addWidget(m_customer);
    auto *scroll = new QScrollArea(panel);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_sold = new QLabel;
    m_sold->setObjectName(QStringLiteral("sold"));
    m_sold->setTextFormat(Qt::PlainText);
    m_sold->setWordWrap(true);
    m_sold->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    scroll->setWidget(m_sold);
    scroll->viewport()->setAutoFillBackground(false);
    m_sold->setAutoFillBackground(false);
    layout->addWidget(scroll, 1);
    return panel;
}

QWidget *DonePage::makeTickets()
{
    auto *panel = new QFrame(this);
    setPanel(panel);
    auto *layout = new QVBoxLayout(panel);
    layout->setContentsMargins(space::Large, space::Large, space::Large, space::Large);
    layout->setSpacing(space::Medium);
    auto *buttons = new QHBoxLayout;
    m_print = namedButton(QStringLiteral("print"), ButtonRole::Secondary, panel);
    m_print->setIcon(icon(IconName::Print, m_theme));
    connect(&m_theme, &Theme::changed, this, [this] { m_print->setIcon(icon(IconName::Print, m_theme)); });
    m_save = namedButton(QStringLiteral("save"), ButtonRole::Secondary, panel);
    m_paper = new QComboBox(panel);
    m_paper->setObjectName(QStringLiteral("paper"));
    m_paper->addItem(QString(), QStringLiteral("a4"));
    m_paper->addItem(QString(), Roll);
    m_paper->setCurrentIndex(qMax(0, m_paper->findData(m_settings.value(PaperKey).toString())));
    buttons->addWidget(m_print, 1);
    buttons->addWidget(m_save);
    buttons->addWidget(m_paper);
    layout->addLayout(buttons);
    auto *file = new QHBoxLayout;
    m_file = new ElidedLabel(panel);
    m_file->setObjectName(QStringLiteral("file"));
    setTone(m_file, Tone::Muted);
    m_open = namedButton(QStringLiteral("open"), ButtonRole::Quiet, panel);
    file->addWidget(m_file, 1);
    file->addWidget(m_open);
    layout->addLayout(file);
    say(panel, [this] {
        m_print->setText(tr("Print tickets"));
        m_save->setText(tr("Save PDF…"));
        m_paper->setAccessibleName(tr("Paper"));
        m_paper->setItemText(0, tr("A4 paper"));
        m_paper->setItemText(1, tr("80 mm roll"));
        m_open->setText(tr("Open"));
        m_open->setAccessibleName(tr("Open the PDF with the tickets"));
        tellFile();
    });
    connect(m_print, &QPushButton::clicked, this, &DonePage::printTickets);
    connect(m_save, &QPushButton::clicked, this, &DonePage::savePdf);
    connect(m_open, &QPushButton::clicked, this, &DonePage::openPdf);
    connect(m_paper, &QComboBox::activated, this, &DonePage::changePaper);
    return panel;
}

void DonePage::connectFiles()
{
    connect(&m_files, &printing::TicketFiles::failed, this, &DonePage::showError);
    connect(&m_files, &printing::TicketFiles::read, this, [this](const printing::Tickets &tickets) {
        m_tickets = tickets;
        m_print->setEnabled(true);
        m_save->setEnabled(true);
    });
    connect(&m_files, &printing::TicketFiles::written, this, [this](const QString &path) {
        m_path = path;
        tellFile();
        m_open->setEnabled(true);
    });
    connect(m_banner, &Banner::actionTriggered, this, &DonePage::writeTickets);
}

void DonePage::show(const CheckoutState &state, const Session &session, bool isEarlierSale)
{
    m_guard.close();
    m_banner->clear();
    m_order = state.order.value_or(Order());
    m_isEarlierSale = isEarlierSale;
    m_state = state;
    tellSale();
    askCustomer();
    writeTickets();
    if (m_paperPanel)
        m_paperPanel->begin(state, session, isEarlierSale);
    QWidget::show();
    m_next->setFocus();
}

void DonePage::tellSale()
{
    showMoney(m_state);
    m_number->setText(tr("Order %1").arg(m_order.number));
    m_total->setText(formatMoney(m_order.total, MoneySign::Show));
    m_sold->setText(soldText(m_order));
    m_customer->setText(tr("For %1").arg(m_customerName));
    m_customer->setVisible(!m_customerName.isEmpty());
}

void DonePage::askCustomer()
{
    m_customerName.clear();
    tellSale();
    if (m_order.customer.isNull())
        return;
    m_backend.run(this, [id = m_order.customer](Desk &desk) { return desk.office.customers().get(id); }, [this](const Result<Customer> &found) {
        if (!found || found->id != m_order.customer)
            return; // the order stands without the name, too
        m_customerName = found->name;
        tellSale();
    });
}

void DonePage::tellFile()
{
    if (!m_path.isEmpty())
        m_file->setText(tr("Saved as %1").arg(QDir::toNativeSeparators(m_path)));
    else if (m_isWriting)
        m_file->setText(tr("Writing %n ticket(s)…", nullptr, int(m_order.lines.size())));
    else
        m_file->setText(m_order.lines.empty() ? QString() : tr("The tickets are not on paper yet"));
}

void DonePage::showMoney(const CheckoutState &state)
{
    const Money change = changeOf(state);
    const bool isDue = change.isPositive() && !m_isEarlierSale; // nobody gets it a second time with the tickets
    m_changeLabel->setText(isDue ? tr("Change due") : change.isPositive() ? tr("Change was given") : tr("No change"));
    m_change->setText(formatMoney(change, MoneySign::Show));
    setTone(m_change, isDue ? Tone::Good : Tone::Muted);
    m_change->setAccessibleName(QStringLiteral("%1 %2").arg(m_changeLabel->text(), m_change->text()));
    const QString tenders = tendersText(state);
    m_tenders->setText(tenders.isEmpty() ? tr("Nothing was to be paid") : tenders);
}

printing::PrintStyle DonePage::style() const
{
    const bool isRoll = m_paper->currentData().toString() == Roll;
    return {isRoll ? printing::PaperFormat::Roll80 : printing::PaperFormat::A4, QLocale(), QString()};
}

void DonePage::writeTickets()
{
    m_banner->clear();
    m_tickets.reset();
    m_path.clear();
    m_isWriting = true;
    tellFile();
    for (QPushButton *button : {m_print, m_save, m_open})
        button->setEnabled(false);
    m_files.make(m_order, style(), m_isEarlierSale);
}

void DonePage::changePaper()
{
    m_settings.setValue(PaperKey, m_paper->currentData());
    writeTickets();
}

void DonePage::printTickets()
{
    if (m_paperPanel && m_paperPanel->printTickets())
        return m_next->setFocus();
    QPrinter printer(QPrinter::HighResolution);
    printer.setDocName(m_order.number);
    QPrintDialog dialog(&printer, this);
    dialog.setWindowTitle(tr("Print %n ticket(s)", nullptr, int(m_order.lines.size())));
    if (dialog.exec() == QDialog::Accepted) {
        if (const auto printed = printing::printTickets(printer, *m_tickets, style()); !printed)
            showError(printed.error());
    }
    m_next->setFocus();
}

void DonePage::savePdf()
{
    const QString proposal = QDir::home().filePath(m_order.number + QStringLiteral(".pdf"));
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the tickets as PDF"), proposal, tr("PDF files (*.pdf)"));
    if (!path.isEmpty())
        m_files.write(m_tickets, path, style());
    m_next->setFocus();
}

void DonePage::openPdf()
{
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(m_path)))
        m_banner->showMessage(Tone::Warn, tr("No program on this computer opens PDF files. The tickets are in %1.").arg(QDir::toNativeSeparators(m_path)));
    m_next->setFocus();
}

/// The sale stands whatever happens to its paper.
void DonePage::showError(const Error &error)
{
    m_isWriting = false;
    tellFile();
    m_banner->showMessage(Tone::Bad, tr("The sale is complete, but its tickets were not written or printed. %1").arg(sentence(error)), tr("Try again"));
}

void DonePage::goOn()
{
    if (!m_guard.isOpen())
        return;
    m_files.forget();
    Q_EMIT next();
}

void DonePage::keyPressEvent(QKeyEvent *event)
{
    auto *button = qobject_cast<QPushButton *>(focusWidget());
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->isAutoRepeat())
        return;
    if (isEnter && button && button->hasFocus())
        return button->click();
    if (isEnter || event->key() == Qt::Key_F9 || event->key() == Qt::Key_Escape)
        return goOn();
    QWidget::keyPressEvent(event);
}

} // namespace foyer
