#include "core/domain/csv.h"

#include "core/domain/inputtext.h"

#include <algorithm>
#include <array>

namespace foyer {

namespace {

QChar separatorOf(QStringView text)
{
    constexpr std::array Candidates{u',', u';', u'\t'};
    std::array<int, Candidates.size()> counts{};
    bool quoted = false;
    for (const QChar c : text) {
        if (c == u'"')
            quoted = !quoted;
        if (quoted)
            continue;
        if (c == u'\n' || c == u'\r')
            break;
        for (size_t i = 0; i < Candidates.size(); ++i)
            counts[i] += c == Candidates[i] ? 1 : 0;
    }
    return Candidates[size_t(std::max_element(counts.begin(), counts.end()) - counts.begin())];
}

class CsvReader
{
public:
    explicit CsvReader(const QString &text) : m_text(text) { m_file.separator = separatorOf(text); }

    CsvFile read()
    {
        while (m_at < m_text.size())
            readRow();
        return std::move(m_file);
    }

private:
    bool atEnd() const { return m_at >= m_text.size(); }
    bool atLineEnd() const { return atEnd() || m_text[m_at] == u'\n' || m_text[m_at] == u'\r'; }

    void readRow()
    {
        CsvRow row{m_line, {}};
        bool sound = readCell(row.cells);
        while (!atLineEnd() && m_text[m_at] == m_file.separator) {
            ++m_at;
            sound = readCell(row.cells) && sound;
        }
        passLineEnd();
        const bool blank = std::all_of(row.cells.begin(), row.cells.end(), [](const QString &c) { return c.trimmed().isEmpty(); });
        if (sound && !blank)
            m_file.rows.push_back(std::move(row));
    }

    bool readCell(QStringList &cells)
    {
        if (!atLineEnd() && m_text[m_at] == u'"')
            return readQuoted(cells);
        const qsizetype start = m_at;
        while (!atLineEnd() && m_text[m_at] != m_file.separator)
            ++m_at;
        cells.append(m_text.mid(start, m_at - start).trimmed());
        return true;
    }

    bool readQuoted(QStringList &cells)
    {
        const int line = m_line;
        QString cell;
        for (++m_at; !atEnd(); ++m_at) {
            if (m_text[m_at] == u'"') {
                if (m_at + 1 >= m_text.size() || m_text[m_at + 1] != u'"')
                    break;
                ++m_at;
            }
            m_line += m_text[m_at] == u'\n' ? 1 : 0;
            cell += m_text[m_at];
        }
        cells.append(cell);
        if (atEnd()) {
            m_file.faults.push_back({line, translate("Input", "a quotation mark is never closed")});
            return false;
        }
        ++m_at;
        if (atLineEnd() || m_text[m_at] == m_file.separator)
            return true;
        m_file.faults.push_back({m_line, translate("Input", "there is text behind a closing quotation mark")});
        while (!atLineEnd() && m_text[m_at] != m_file.separator)
            ++m_at;
        return false;
    }

    void passLineEnd()
    {
        if (!atEnd() && m_text[m_at] == u'\r')
            ++m_at;
        if (!atEnd() && m_text[m_at] == u'\n')
            ++m_at;
        ++m_line;
    }

    QString m_text;
    qsizetype m_at = 0;
    int m_line = 1;
    CsvFile m_file;
};

} // namespace

CsvFile readCsv(const QByteArray &bytes)
{
    if (auto faults = encodingFaults(bytes); !faults.empty())
        return {{}, std::move(faults)};
    QString text = QString::fromUtf8(bytes);
    if (text.startsWith(QChar::ByteOrderMark))
        text.remove(0, 1);
    return CsvReader(text).read();
}

QByteArray csvRow(const QStringList &cells)
{
    QStringList out;
    for (QString cell : cells) {
        const bool quote = std::any_of(cell.begin(), cell.end(), [](QChar c) {
            return c == u'"' || c == u',' || c == u';' || c == u'\t' || c == u'\n' || c == u'\r';
        }) || cell != cell.trimmed();
        out.append(quote ? u'"' + cell.replace(u'"', QStringLiteral("\"\"")) + u'"' : cell);
    }
    return out.join(u',').toUtf8() + "\r\n";
}

} // namespace foyer
