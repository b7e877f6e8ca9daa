// PrintedReport: the X or Z of a shift as rows of words and amounts, ready to be drawn.
#pragma once

#include <QtCore/QString>

#include <vector>

namespace foyer::printing {

struct ReportLine {
    enum Kind { Heading, Row, Strong, Small };
    Kind kind = Row;
    QString words;
    QString amount; ///< may be empty

    bool operator==(const ReportLine &) const = default;
};

struct PrintedReport {
    QString title;    ///< "Z 12"
    QString subtitle; ///< "Till 1 · Friday, 20 November 2026"
    std::vector<ReportLine> lines;
    bool reprint = false;
    int copy = 1; ///< from 2 on it is printed with the mark
    bool training = false;
};

} // namespace foyer::printing
