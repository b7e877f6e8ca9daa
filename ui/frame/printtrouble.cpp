#include "ui/frame/printtrouble.h"

#include "ui/printing/printdesk.h"
#include "ui/printing/printtroubletext.h"
#include "ui/widgets/banner.h"

#include <QtCore/QEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>

#include <algorithm>

namespace foyer {

PrintTroubleBar::PrintTroubleBar(const Theme &theme, printing::PrintDesk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_banner(new Banner(theme, this))
    , m_other(makeButton(QString(), ButtonRole::Secondary, m_banner))
{
    m_other->setObjectName(QStringLiteral("otherPrinter"));
    m_banner->addButton(m_other);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_banner);
    connect(m_banner, &Banner::actionTriggered, this, [this] { m_desk.queue().tryAgain(m_printer); });
    connect(m_other, &QPushButton::clicked, this, &PrintTroubleBar::chooseOther);
    connect(&desk.queue(), &PrintQueue::changed, this, &PrintTroubleBar::refresh);
    refresh();
}

void PrintTroubleBar::refresh()
{
    const PrintQueueState &state = m_desk.queue().state();
    m_other->setText(tr("Other printer"));
    // The oldest job that is held up tells which printer matters.
    const auto held = std::find_if(state.waiting.begin(), state.waiting.end(), [&](const PrintJob &job) { return state.stopped.contains(job.printer); });
    setVisible(held != state.waiting.end());
    if (held == state.waiting.end())
        return m_banner->clear();
    m_printer = held->printer;
    const auto *setup = m_desk.setup().find(m_printer);
    const int jobs = int(std::count_if(state.waiting.begin(), state.waiting.end(), [&](const PrintJob &job) { return job.printer == m_printer; }));
    const QString trouble = printing::printTroubleText(state.stopped.value(m_printer), setup ? setup->name : QString());
    const QString message = trouble + u' ' + tr("Waiting: %n print job(s), the first is %1.", nullptr, jobs).arg(held->title);
    if (message != m_banner->message() || !m_banner->isVisibleTo(this))
        m_banner->showMessage(Tone::Warn, message, tr("Try again"));
}

QString PrintTroubleBar::message() const
{
    return isHidden() ? QString() : m_banner->message();
}

void PrintTroubleBar::chooseOther()
{
    const QString stopped = m_printer; // another may stop while the menu is open
    QMenu menu(this);
    for (const printing::PrinterSetup &printer : m_desk.setup().printers)
        if (printer.id != stopped)
            connect(menu.addAction(tr("Print on %1").arg(printer.name)), &QAction::triggered, this,
                    [this, stopped, id = printer.id] { m_desk.queue().move(stopped, id); });
    menu.addSeparator();
    connect(menu.addAction(tr("Do not print what waits here (tickets stay as PDF files)")), &QAction::triggered, this,
            [this, stopped] { m_desk.queue().discard(stopped); });
    menu.exec(m_other->mapToGlobal(QPoint(0, m_other->height())));
}

void PrintTroubleBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

} // namespace foyer
