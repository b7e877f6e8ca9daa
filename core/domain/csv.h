// CSV as RFC 4180 has it, and as spreadsheets write it: rows of cells with their line numbers.
#pragma once

#include "core/domain/rowfault.h"

#include <QtCore/QStringList>

namespace foyer {

struct CsvRow {
    int line; ///< the one on which the row begins
    QStringList cells;
};

struct CsvFile {
    std::vector<CsvRow> rows; ///< rows without any text are left out
    std::vector<RowFault> faults;
    QChar separator = u',';
};

/// The separator is the comma, semicolon or tab that the first line has most of. A byte order mark and CRLF, LF or CR
/// ends are understood. Bytes must be UTF-8 without NUL.
CsvFile readCsv(const QByteArray &bytes);

/// Comma-separated, CRLF, quoted where needed.
QByteArray csvRow(const QStringList &cells);

} // namespace foyer
