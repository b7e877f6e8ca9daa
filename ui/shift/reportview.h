// ReportView: an X or Z on the screen, row by row as it is printed, with what can be done with its paper.
#pragma once

#include "ui/printing/printedreport.h"

#include <QtWidgets/QWidget>

QT_FORWARD_DECLARE_CLASS(QGridLayout)
QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QPushButton)
QT_FORWARD_DECLARE_CLASS(QScrollArea)

namespace foyer {

class ReportView final : public QWidget
{
    Q_OBJECT

public:
    explicit ReportView(QWidget *parent = nullptr);

    void setReport(const printing::PrintedReport &report);
    const printing::PrintedReport &report() const { return m_report; }
    void setPrintable(bool printable);

Q_SIGNALS:
    void printWanted();
    void pdfWanted();
    void left();

private:
    void addLine(const printing::ReportLine &line);

    printing::PrintedReport m_report;
    QLabel *m_title;
    QLabel *m_subtitle;
    QScrollArea *m_scroll;
    QGridLayout *m_grid = nullptr;
    QPushButton *m_print;
    QPushButton *m_pdf;
    QPushButton *m_leave;
};

} // namespace foyer
