// TableCopy: every row of a box office from one home into the other, as it stands: nothing is counted or moved again.
#pragma once

#include "core/storage/database.h"

namespace foyer {

/// One of the two databases is SQLite, whose tables say what there is to copy; both have the schema that this program
/// knows. Reads one snapshot, so others may go on writing to the source; writes one transaction.
class TableCopy
{
public:
    /// `progress` is told per cent, 0 to 100. PIN hashes that the login may not read are left empty.
    TableCopy(Database &from, Database &to, std::function<void(int)> progress);

    /// Clears the target's tables first: what it holds must have been judged before. `last` runs before the commit.
    void run(const std::function<void()> &last);

    /// Empties all tables but `migration`.
    static void clear(Database &database);

private:
    struct Table {
        QByteArray name;
        std::vector<QByteArray> columnNames;
        std::vector<ColumnType> columnTypes;

        QString columnList() const;
        QString readList;  ///< what is selected: a login that may not see a column reads nothing in its place
    };

    std::vector<Table> tables() const;
    void copy(const Table &table);
    void insert(const Table &table, const Rows &rows);
    void tell();

    Database &m_from;
    Database &m_to;
    std::function<void(int)> m_progress;
    qint64 m_rows = 0;
    qint64 m_copied = 0;
    int m_told = -1;
};

} // namespace foyer
