#include "ui/settings/printersettings.h"

#include "core/domain/errortext.h"
#include "ui/printing/printtroubletext.h"
#include "ui/settings/systemprinters.h"
#include "ui/theme/stylesheet.h"
#include "ui/widgets/banner.h"

#include <QtCore/QSignalBlocker>
#include <QtCore/QUuid>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace foyer {

using printing::PaperFormat;
using printing::PrinterKind;
using printing::PrinterSetup;
using printing::ReceiptWish;

namespace {

template <typename W>
W *named(const char *name, W *widget)
{
    widget->setObjectName(QLatin1String(name));
    return widget;
}

template <typename T>
void choose(QComboBox *box, T value)
{
    box->setCurrentIndex(std::max(0, box->findData(int(value))));
}

QString hintFor(PrinterKind kind)
{
    switch (kind) {
    case PrinterKind::Network:
        return QStringLiteral("192.168.0.20:9100");
    case PrinterKind::Device:
        return QStringLiteral("/dev/usb/lp0");
    case PrinterKind::System:
    case PrinterKind::CupsRaw:
        break;
    }
    return PrinterSettings::tr("Name in the system");
}

} // namespace

PrinterSettings::PrinterSettings(const Theme &theme, printing::PrintDesk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_setup(desk.setup()), m_banner(new Banner(theme, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(space::Medium);
    auto *sides = new QHBoxLayout;
    sides->setSpacing(space::Large);
    sides->addWidget(makeList(), 1);
    sides->addWidget(makeForm(), 2);
    layout->addLayout(sides, 1);
    layout->addWidget(m_banner);
    layout->addWidget(makeUses());
    connectForm();
    connect(&desk.queue(), &PrintQueue::tried, this, &PrinterSettings::showTrial);
    for (const PrinterSetup &printer : m_setup.printers)
        addRow(printer.name);
    m_list->setCurrentRow(m_setup.printers.empty() ? -1 : 0);
    showPrinter();
    fillUses();
}

QWidget *PrinterSettings::makeList()
{
    auto *side = new QWidget(this);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    m_list = named("printerList", new QListWidget(side));
    m_list->setAccessibleName(tr("Printers"));
    auto *add = named("addPrinter", makeButton(tr("Add a printer"), ButtonRole::Secondary, side));
    m_remove = named("removePrinter", makeButton(tr("Remove this printer"), ButtonRole::Quiet, side));
    layout->addWidget(m_list, 1);
    layout->addWidget(add);
    layout->addWidget(m_remove);
    connect(add, &QPushButton::clicked, this, &PrinterSettings::addPrinter);
    connect(m_remove, &QPushButton::clicked, this, &PrinterSettings::removePrinter);
    return side;
}

QWidget *PrinterSettings::makeForm()
{
    m_form = new QWidget(this);
    auto *layout = new QFormLayout(m_form);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setVerticalSpacing(space::Small);
    m_name = named("printerName", new QLineEdit(m_form));
    m_name->setMaxLength(60);
    m_kind = named("printerKind", new QComboBox(m_form));
    m_kind->addItem(tr("Receipt printer on the network"), int(PrinterKind::Network));
    m_kind->addItem(tr("Receipt printer on a device file (USB)"), int(PrinterKind::Device));
    m_kind->addItem(tr("Receipt printer behind CUPS, raw"), int(PrinterKind::CupsRaw));
    m_kind->addItem(tr("Printer of the system, with its driver"), int(PrinterKind::System));
    m_address = named("printerAddress", new QComboBox(m_form));
    m_address->setEditable(true);
    m_address->setInsertPolicy(QComboBox::NoInsert);
    m_paper = named("printerPaper", new QComboBox(m_form));
    m_tellsState = named("tellsState", new QCheckBox(tr("Says whether it can print (paper, cover)"), m_form));
    m_drawer = named("hasDrawer", new QCheckBox(tr("A cash drawer hangs on it"), m_form));
    m_test = named("testPage", makeButton(tr("Print a test page"), ButtonRole::Secondary, m_form));
    layout->addRow(tr("Name"), m_name);
    layout->addRow(tr("Kind"), m_kind);
    layout->addRow(tr("Address"), m_address);
    layout->addRow(tr("Paper"), m_paper);
    layout->addRow(QString(), m_tellsState);
    layout->addRow(QString(), m_drawer);
    layout->addRow(QString(), m_test);
    for (QWidget *field : std::initializer_list<QWidget *>{m_name, m_kind, m_address, m_paper}) {
        auto *label = static_cast<QLabel *>(layout->labelForField(field));
        label->setMinimumHeight(measure::Touch); // in line with its field
        field->setAccessibleName(label->text());
    }
    for (QWidget *field : std::initializer_list<QWidget *>{m_tellsState, m_drawer})
        field->setMinimumHeight(measure::Touch);
    return m_form;
}

QWidget *PrinterSettings::makeUses()
{
    auto *uses = new QWidget(this);
    auto *grid = new QGridLayout(uses);
    grid->setContentsMargins(0, 0, 0, 0);
    m_ticketPrinter = named("ticketPrinter", new QComboBox(uses));
    m_receiptPrinter = named("receiptPrinter", new QComboBox(uses));
    m_ticketsAtOnce = named("ticketsAtOnce", new QCheckBox(tr("Print tickets as soon as a sale is complete"), uses));
    m_receipts = named("receipts", new QComboBox(uses));
    m_receipts->addItem(tr("No receipts"), int(ReceiptWish::Never));
    m_receipts->addItem(tr("Receipts when somebody asks for one"), int(ReceiptWish::Ask));
    m_receipts->addItem(tr("A receipt for every sale"), int(ReceiptWish::Always));
    m_drawerForCash = named("drawerForCash", new QCheckBox(tr("Open the drawer whenever cash comes or goes"), uses));
    m_ticketPrinter->setAccessibleName(tr("Printer for tickets"));
    m_receiptPrinter->setAccessibleName(tr("Printer for receipts"));
    m_receipts->setAccessibleName(tr("When receipts are printed"));
    for (QCheckBox *box : {m_ticketsAtOnce, m_drawerForCash})
        box->setMinimumHeight(measure::Touch);
    grid->addWidget(new QLabel(tr("Tickets"), uses), 0, 0);
    grid->addWidget(m_ticketPrinter, 0, 1);
    grid->addWidget(m_ticketsAtOnce, 0, 2);
    grid->addWidget(new QLabel(tr("Receipts"), uses), 1, 0);
    grid->addWidget(m_receiptPrinter, 1, 1);
    grid->addWidget(m_receipts, 1, 2);
    grid->addWidget(m_drawerForCash, 2, 1, 1, 2);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    return uses;
}

void PrinterSettings::connectForm()
{
    connect(m_list, &QListWidget::currentRowChanged, this, &PrinterSettings::showPrinter);
    connect(m_name, &QLineEdit::textEdited, this, &PrinterSettings::readForm);
    connect(m_address, &QComboBox::editTextChanged, this, &PrinterSettings::readForm);
    // Half an address may be another printer's: it must not be tried while somebody types.
    connect(m_name, &QLineEdit::editingFinished, this, &PrinterSettings::apply);
    connect(m_address->lineEdit(), &QLineEdit::editingFinished, this, &PrinterSettings::apply);
    connect(m_address, &QComboBox::activated, this, &PrinterSettings::readFormAndApply);
    connect(m_kind, &QComboBox::activated, this, [this] {
        readFormAndApply();
        showPrinter(); // another kind has other papers and addresses
    });
    connect(m_paper, &QComboBox::activated, this, &PrinterSettings::readFormAndApply);
    connect(m_tellsState, &QCheckBox::clicked, this, &PrinterSettings::readFormAndApply);
    connect(m_drawer, &QCheckBox::clicked, this, &PrinterSettings::readFormAndApply);
    connect(m_test, &QPushButton::clicked, this, &PrinterSettings::printTestPage);
    connect(m_ticketPrinter, &QComboBox::activated, this, &PrinterSettings::readUses);
    connect(m_receiptPrinter, &QComboBox::activated, this, &PrinterSettings::readUses);
    connect(m_ticketsAtOnce, &QCheckBox::clicked, this, &PrinterSettings::readUses);
    connect(m_receipts, &QComboBox::activated, this, &PrinterSettings::readUses);
    connect(m_drawerForCash, &QCheckBox::clicked, this, &PrinterSettings::readUses);
}

PrinterSetup *PrinterSettings::current()
{
    const int row = m_list->currentRow();
    return row >= 0 && row < int(m_setup.printers.size()) ? &m_setup.printers[size_t(row)] : nullptr;
}

void PrinterSettings::addRow(const QString &name)
{
    auto *row = new QListWidgetItem(name, m_list);
    row->setSizeHint({0, measure::Touch});
}

void PrinterSettings::addPrinter()
{
    PrinterSetup printer;
    printer.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    printer.name = tr("Printer %1").arg(m_setup.printers.size() + 1);
    m_setup.printers.push_back(printer);
    addRow(printer.name);
    m_list->setCurrentRow(m_list->count() - 1);
    m_address->setFocus();
}

void PrinterSettings::removePrinter()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    m_setup.printers.erase(m_setup.printers.begin() + row);
    delete m_list->takeItem(row);
    showPrinter();
    apply();
}

void PrinterSettings::showPrinter()
{
    const PrinterSetup *printer = current();
    m_form->setEnabled(printer);
    m_remove->setEnabled(printer);
    const QSignalBlocker blockAddress(m_address);
    m_name->setText(printer ? printer->name : QString());
    choose(m_kind, printer ? printer->kind : PrinterKind::Network);
    m_paper->clear();
    m_paper->addItem(tr("80 mm roll"), int(PaperFormat::Roll80));
    m_paper->addItem(tr("80 mm roll, 64 mm printed"), int(PaperFormat::Roll80Narrow));
    m_paper->addItem(tr("58 mm roll"), int(PaperFormat::Roll58));
    if (printer && !printer->isRaw())
        m_paper->addItem(tr("A4 paper"), int(PaperFormat::A4));
    choose(m_paper, printer ? printer->paper : PaperFormat::Roll80);
    m_address->clear();
    m_address->lineEdit()->setPlaceholderText(printer ? hintFor(printer->kind) : QString());
    m_address->setEditText(printer ? printer->address : QString());
    m_tellsState->setChecked(printer && printer->tellsState && printer->canTellState());
    m_tellsState->setEnabled(printer && printer->canTellState());
    m_drawer->setChecked(printer && printer->hasDrawer && printer->isRaw());
    m_drawer->setEnabled(printer && printer->isRaw());
    if (printer && !printer->canTellState())
        fillSystemNames();
    refresh();
}

void PrinterSettings::readForm()
{
    PrinterSetup *printer = current();
    if (!printer)
        return;
    printer->name = m_name->text().trimmed();
    printer->kind = PrinterKind(m_kind->currentData().toInt());
    printer->address = m_address->currentText().trimmed();
    printer->paper = PaperFormat(m_paper->currentData().toInt());
    if (printer->isRaw() && !printing::isRoll(printer->paper))
        printer->paper = PaperFormat::Roll80;
    if (m_tellsState->isEnabled())
        printer->tellsState = m_tellsState->isChecked();
    printer->hasDrawer = m_drawer->isChecked();
    m_list->currentItem()->setText(printer->name);
    refresh();
}

void PrinterSettings::readFormAndApply()
{
    readForm();
    apply();
}

void PrinterSettings::hideEvent(QHideEvent *event)
{
    apply();
    QWidget::hideEvent(event);
}

void PrinterSettings::fillSystemNames()
{
    systemPrinterNames(this, [this](const QStringList &names) {
        const PrinterSetup *printer = current();
        if (!printer || printer->canTellState())
            return;
        const QSignalBlocker block(m_address);
        m_address->clear();
        m_address->addItems(names);
        m_address->setEditText(printer->address);
    });
}

void PrinterSettings::fillUses()
{
    for (QComboBox *box : {m_ticketPrinter, m_receiptPrinter}) {
        const QString chosen = box == m_ticketPrinter ? m_setup.ticketPrinter : m_setup.receiptPrinter;
        box->clear();
        box->addItem(box == m_ticketPrinter ? tr("PDF files only") : tr("Not printed"), QString());
        for (const PrinterSetup &printer : m_setup.printers)
            if (printing::validate(printer))
                box->addItem(printer.name, printer.id);
        box->setCurrentIndex(std::max(0, box->findData(chosen)));
    }
    m_ticketsAtOnce->setChecked(m_setup.ticketsAtOnce);
    choose(m_receipts, m_setup.receipts);
    m_drawerForCash->setChecked(m_setup.drawerForCash);
}

void PrinterSettings::readUses()
{
    m_setup.ticketPrinter = m_ticketPrinter->currentData().toString();
    m_setup.receiptPrinter = m_receiptPrinter->currentData().toString();
    m_setup.ticketsAtOnce = m_ticketsAtOnce->isChecked();
    m_setup.receipts = ReceiptWish(m_receipts->currentData().toInt());
    m_setup.drawerForCash = m_drawerForCash->isChecked();
    apply();
}

/// Printers that are not complete yet stay on the screen and are not remembered.
void PrinterSettings::apply()
{
    printing::PrintSetup complete = m_setup;
    std::erase_if(complete.printers, [](const PrinterSetup &printer) { return !printing::validate(printer); });
    if (!complete.find(complete.ticketPrinter))
        complete.ticketPrinter.clear();
    if (!complete.find(complete.receiptPrinter))
        complete.receiptPrinter.clear();
    m_desk.setSetup(complete);
    fillUses();
    refresh();
}

void PrinterSettings::refresh()
{
    const PrinterSetup *printer = current();
    const auto valid = printer ? printing::validate(*printer) : Result<void>();
    m_test->setEnabled(printer && valid && !m_isTrying);
    if (!printer)
        return m_setup.printers.empty()
            ? m_banner->showMessage(Tone::Accent, tr("No printer is set up. Tickets are kept as PDF files; add a printer to have them on paper."))
            : m_banner->clear();
    valid ? m_banner->clear() : m_banner->showMessage(Tone::Warn, sentence(valid.error()));
}

void PrinterSettings::printTestPage()
{
    m_isTrying = true;
    m_test->setEnabled(false);
    m_banner->showMessage(Tone::Accent, tr("Printing a test page on %1…").arg(current()->name));
    m_desk.printTestPage(*current());
}

void PrinterSettings::showTrial(PrintTrouble trouble)
{
    m_isTrying = false;
    refresh();
    const QString name = current() ? current()->name : QString();
    if (trouble == PrintTrouble::None)
        m_banner->showMessage(Tone::Good, tr("%1 printed a test page.").arg(name));
    else
        m_banner->showMessage(Tone::Bad, printing::printTroubleText(trouble, name));
}

} // namespace foyer
