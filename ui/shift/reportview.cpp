#include "ui/shift/reportview.h"

#include "ui/retranslation.h"
#include "ui/theme/stylesheet.h"

#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>

namespace foyer {
namespace {

constexpr int ReportWidth = 680; ///< further apart, words and amounts lose each other

} // namespace

ReportView::ReportView(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_subtitle(new QLabel(this))
    , m_scroll(new QScrollArea(this))
    , m_print(makeButton(QString(), ButtonRole::Primary, this))
    , m_pdf(makeButton(QString(), ButtonRole::Secondary, this))
    , m_leave(makeButton(QString(), ButtonRole::Secondary, this))
{
    setMaximumWidth(ReportWidth);
    setTextRole(m_title, TypeRole::Total);
    m_title->setObjectName(QStringLiteral("reportTitle"));
    setTone(m_subtitle, Tone::Muted);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setObjectName(QStringLiteral("reportRows"));
    m_print->setObjectName(QStringLiteral("reportPrint"));
    m_pdf->setObjectName(QStringLiteral("reportPdf"));
    m_leave->setObjectName(QStringLiteral("reportLeave"));
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_leave);
    foot->addStretch(1);
    foot->addWidget(m_pdf);
    foot->addWidget(m_print);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::Small);
    layout->addWidget(m_title);
    layout->addWidget(m_subtitle);
    layout->addWidget(m_scroll, 1);
    layout->addLayout(foot);
    say(this, [this] {
        m_print->setText(tr("Print the report"));
        m_pdf->setText(tr("Save as PDF"));
        m_leave->setText(tr("Back   Esc"));
        m_scroll->setAccessibleName(tr("Report"));
    });
    connect(m_print, &QPushButton::clicked, this, &ReportView::printWanted);
    connect(m_pdf, &QPushButton::clicked, this, &ReportView::pdfWanted);
    connect(m_leave, &QPushButton::clicked, this, &ReportView::left);
}

void ReportView::setReport(const printing::PrintedReport &report)
{
    m_report = report;
    m_title->setText(report.title);
    m_subtitle->setText(report.subtitle);
    auto *rows = new QWidget(m_scroll);
    setPanel(rows);
    m_grid = new QGridLayout(rows);
    m_grid->setContentsMargins(space::Large, space::Medium, space::Large, space::Medium);
    m_grid->setVerticalSpacing(space::Tiny);
    m_grid->setHorizontalSpacing(space::Huge);
    m_grid->setColumnStretch(0, 1);
    for (const printing::ReportLine &line : report.lines)
        addLine(line);
    m_grid->setRowStretch(m_grid->rowCount(), 1);
    m_scroll->setWidget(rows); // the earlier rows go with it
    m_print->isVisibleTo(this) ? m_print->setFocus() : m_leave->setFocus();
}

void ReportView::addLine(const printing::ReportLine &line)
{
    using printing::ReportLine;
    const int row = m_grid->rowCount();
    if (line.kind == ReportLine::Heading)
        m_grid->setRowMinimumHeight(row, space::Vast);
    const auto label = [&](const QString &text, int column) {
        auto *made = new QLabel(text);
        made->setTextFormat(Qt::PlainText);
        made->setWordWrap(column == 0);
        made->setAlignment((column == 0 ? Qt::AlignLeft : Qt::AlignRight) | (line.kind == ReportLine::Heading ? Qt::AlignBottom : Qt::AlignVCenter));
        if (line.kind == ReportLine::Heading || line.kind == ReportLine::Strong)
            setTextRole(made, TypeRole::Strong);
        if (line.kind == ReportLine::Small)
            setTone(made, Tone::Muted);
        m_grid->addWidget(made, row, column);
    };
    label(line.words, 0);
    if (!line.amount.isEmpty())
        label(line.amount, 1);
}

void ReportView::setPrintable(bool printable)
{
    m_print->setVisible(printable);
}

} // namespace foyer
