// What is wrong with a line of a file that somebody gave us.
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <vector>

namespace foyer {

struct RowFault {
    int line; ///< from 1
    QString reason;

    bool operator==(const RowFault &) const = default;
};

/// Every line that is not UTF-8 or holds a NUL; such a file is read no further.
std::vector<RowFault> encodingFaults(const QByteArray &text);

} // namespace foyer
