#include "tests/benchmarks/literals.h"

#include <QtCore/QtGlobal>

namespace foyer::bench {

namespace {

QByteArray readQuoted(const QByteArray &sql, qsizetype &at)
{
    QByteArray out;
    for (++at; at < sql.size(); ++at) {
        if (sql[at] == '\'' && (at + 1 == sql.size() || sql[at + 1] != '\'')) {
            ++at;
            return out;
        }
        if (sql[at] == '\'')
            ++at; // doubled
        out += sql[at];
    }
    qFatal("a text has no end: %s", sql.constData());
}

} // namespace

Literal readLiteral(const QByteArray &sql, qsizetype &at)
{
    const QByteArrayView rest = QByteArrayView(sql).sliced(at);
    if (rest.startsWith("NULL")) {
        at += 4;
        return {};
    }
    if (rest.startsWith('\''))
        return {Literal::Kind::Text, readQuoted(sql, at)};
    if (rest.startsWith("x'")) {
        ++at;
        return {Literal::Kind::Bytes, QByteArray::fromHex(readQuoted(sql, at))};
    }
    qsizetype end = at;
    while (end < sql.size() && (sql[end] == '-' || (sql[end] >= '0' && sql[end] <= '9')))
        ++end;
    if (end == at)
        qFatal("no value at %lld of %s", static_cast<long long>(at), sql.constData());
    const Literal number{Literal::Kind::Number, sql.mid(at, end - at)};
    at = end;
    return number;
}

std::vector<Literal> argumentsOf(const QByteArray &execute)
{
    std::vector<Literal> out;
    qsizetype at = execute.indexOf('(');
    if (at < 0)
        return out;
    for (++at; at < execute.size() && execute[at] != ')';) {
        if (execute[at] == ',' || execute[at] == ' ')
            ++at;
        else
            out.push_back(readLiteral(execute, at));
    }
    return out;
}

std::vector<Literal> valuesOf(const QByteArray &source, const QByteArray &expanded)
{
    const auto isDigit = [&](qsizetype i) { return i < source.size() && source[i] >= '0' && source[i] <= '9'; };
    std::vector<Literal> out;
    bool quoted = false;
    qsizetype at = 0;
    for (qsizetype i = 0; i < source.size(); ++i) {
        if (source[i] == '\'')
            quoted = !quoted;
        const bool named = source[i] == ':' && isDigit(i + 1);
        if (quoted || (source[i] != '?' && !named)) {
            ++at;
            continue;
        }
        out.push_back(readLiteral(expanded, at));
        while (named && isDigit(i + 1))
            ++i;
    }
    return out;
}

} // namespace foyer::bench
