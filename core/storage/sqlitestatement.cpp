#include "core/storage/sqlitestatement.h"

#include "core/base/clock.h"

#include <sqlite3.h>

namespace foyer {

namespace {

QVariant columnOf(sqlite3_stmt *statement, int column)
{
    switch (sqlite3_column_type(statement, column)) {
    case SQLITE_INTEGER:
        return QVariant(qint64(sqlite3_column_int64(statement, column)));
    case SQLITE_FLOAT:
        return QVariant(sqlite3_column_double(statement, column));
    case SQLITE_BLOB: {
        const auto *bytes = static_cast<const char *>(sqlite3_column_blob(statement, column));
        return QVariant(bytes ? QByteArray(bytes, sqlite3_column_bytes(statement, column)) : QByteArray(""));
    }
    case SQLITE_TEXT: {
        const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(statement, column));
        return QVariant(QString::fromUtf8(text, sqlite3_column_bytes(statement, column)));
    }
    default:
        return QVariant();
    }
}

} // namespace

void addClock(sqlite3 *connection, const Clock &clock)
{
    const auto tell = [](sqlite3_context *context, int, sqlite3_value **) {
        sqlite3_result_int64(context, static_cast<const Clock *>(sqlite3_user_data(context))->now().ms);
    };
    if (sqlite3_create_function_v2(connection, "foyer_now", 0, SQLITE_UTF8, const_cast<Clock *>(&clock), tell, nullptr, nullptr, nullptr) != SQLITE_OK)
        throw StorageError(StorageError::Kind::Other, QString::fromUtf8(sqlite3_errmsg(connection)));
}

SqliteStatement::SqliteStatement(sqlite3 *connection, const QByteArray &sql) : m_connection(connection)
{
    if (sqlite3_prepare_v3(connection, sql.constData(), int(sql.size()), SQLITE_PREPARE_PERSISTENT, &m_statement, nullptr) != SQLITE_OK)
        fail();
}

SqliteStatement::~SqliteStatement()
{
    sqlite3_finalize(m_statement);
}

void SqliteStatement::bind(int first, std::span<const Param> params)
{
    for (const Param &param : params)
        bind(++first, param.value());
}

void SqliteStatement::bind(int place, const QVariant &value)
{
    int code = SQLITE_OK;
    if (value.isNull()) {
        code = sqlite3_bind_null(m_statement, place);
    } else if (value.typeId() == QMetaType::LongLong) {
        code = sqlite3_bind_int64(m_statement, place, *static_cast<const qint64 *>(value.constData()));
    } else if (value.typeId() == QMetaType::QUuid) {
        const QByteArray bytes = static_cast<const QUuid *>(value.constData())->toRfc4122();
        code = sqlite3_bind_blob(m_statement, place, bytes.constData(), int(bytes.size()), SQLITE_TRANSIENT);
    } else if (value.typeId() == QMetaType::QByteArray) {
        const auto &bytes = *static_cast<const QByteArray *>(value.constData());
        code = bytes.isNull() ? sqlite3_bind_null(m_statement, place)
                              : sqlite3_bind_blob(m_statement, place, bytes.constData(), int(bytes.size()), SQLITE_STATIC);
    } else {
        const auto &text = *static_cast<const QString *>(value.constData());
        code = sqlite3_bind_text16(m_statement, place, text.utf16(), int(text.size() * 2), SQLITE_STATIC);
    }
    if (code != SQLITE_OK)
        fail();
}

void SqliteStatement::run(Rows &rows)
{
    int code = sqlite3_step(m_statement);
    for (; code == SQLITE_ROW; code = sqlite3_step(m_statement)) {
        std::vector<QVariant> row(size_t(sqlite3_column_count(m_statement)));
        for (size_t column = 0; column < row.size(); ++column)
            row[column] = columnOf(m_statement, int(column));
        rows.emplace_back(std::move(row));
    }
    if (code != SQLITE_DONE)
        fail();
    sqlite3_reset(m_statement);
}

void SqliteStatement::fail()
{
    const StorageError error = StorageError::fromSqlite(sqlite3_extended_errcode(m_connection), QString::fromUtf8(sqlite3_errmsg(m_connection)));
    sqlite3_reset(m_statement);
    throw error;
}

} // namespace foyer
