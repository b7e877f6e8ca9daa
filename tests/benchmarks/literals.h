// Literals: bound values read back from statements in which a driver or a trace has written them out.
#pragma once

#include <QtCore/QByteArray>

#include <vector>

namespace foyer::bench {

struct Literal {
    enum class Kind { Null, Number, Text, Bytes };
    Kind kind = Kind::Null;
    QByteArray value; ///< without quotes; Bytes: raw
};

/// Reads NULL, a whole number, 'text' or x'bytes' that begins at `at`, and moves `at` behind it. Ends the program on anything else.
Literal readLiteral(const QByteArray &sql, qsizetype &at);

/// The arguments of "EXECUTE name (…)".
std::vector<Literal> argumentsOf(const QByteArray &execute);

/// The values that stand in `expanded` where `source` has its placeholders: `?`, or `:0`, `:1`… as the driver of Qt writes them, each once.
std::vector<Literal> valuesOf(const QByteArray &source, const QByteArray &expanded);

} // namespace foyer::bench
