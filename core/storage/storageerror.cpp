#include "core/storage/storageerror.h"

#include <QtSql/QSqlError>

namespace foyer {

namespace {

using Kind = StorageError::Kind;

Kind classifyPostgres(const QString &state, const QString &text)
{
    if (state.isEmpty()) { // no SQLSTATE: the connection itself failed
        return text.contains(QLatin1String("password authentication failed")) || text.contains(QLatin1String("no password supplied"))
            ? Kind::WrongPassword
            : Kind::ConnectionLost;
    }
    const QString group = state.left(2);
    if (state == QLatin1String("40P01"))
        return Kind::Deadlock;
    if (state == QLatin1String("40001"))
        return Kind::Serialisation;
    if (state == QLatin1String("55P03") || state == QLatin1String("57014"))
        return Kind::Busy; // lock_timeout, statement_timeout
    if (state == QLatin1String("23505"))
        return Kind::Unique;
    if (state == QLatin1String("23514"))
        return Kind::Check;
    if (state == QLatin1String("23503"))
        return Kind::ForeignKey;
    if (state == QLatin1String("28P01") || state == QLatin1String("28000"))
        return Kind::WrongPassword;
    if (state == QLatin1String("53100"))
        return Kind::DiskFull;
    if (state == QLatin1String("25006"))
        return Kind::ReadOnly;
    if (state == QLatin1String("26000") || group == QLatin1String("08") || state.startsWith(QLatin1String("57P")) || state == QLatin1String("25P03"))
        return Kind::ConnectionLost;
    if (state == QLatin1String("42P01"))
        return Kind::SchemaMissing;
    return Kind::Other;
}

Kind classifySqlite(int code)
{
    switch (code) {
    case 2067: // SQLITE_CONSTRAINT_UNIQUE
    case 1555: // SQLITE_CONSTRAINT_PRIMARYKEY
        return Kind::Unique;
    case 787:  // SQLITE_CONSTRAINT_FOREIGNKEY
        return Kind::ForeignKey;
    default:
        break;
    }
    switch (code & 0xff) {
    case 5:  // SQLITE_BUSY
    case 6:  // SQLITE_LOCKED
        return Kind::Busy;
    case 8:  // SQLITE_READONLY
        return Kind::ReadOnly;
    case 10: // SQLITE_IOERR
    case 11: // SQLITE_CORRUPT
        return Kind::Corrupt;
    case 13: // SQLITE_FULL
        return Kind::DiskFull;
    case 14: // SQLITE_CANTOPEN
        return Kind::Unavailable;
    case 19: // SQLITE_CONSTRAINT
        return Kind::Check;
    case 26: // SQLITE_NOTADB
        return Kind::NotADatabase;
    default:
        return Kind::Other;
    }
}

ErrorCode codeOf(Kind kind)
{
    switch (kind) {
    case Kind::Busy:
    case Kind::Deadlock:
    case Kind::Serialisation:
        return ErrorCode::DatabaseBusy;
    case Kind::ConnectionLost:
    case Kind::Unavailable:
        return ErrorCode::DatabaseUnavailable;
    case Kind::WrongPassword:
        return ErrorCode::WrongPassword;
    case Kind::DiskFull:
        return ErrorCode::DiskFull;
    case Kind::ReadOnly:
        return ErrorCode::DatabaseReadOnly;
    case Kind::Corrupt:
        return ErrorCode::DatabaseCorrupt;
    case Kind::NotADatabase:
        return ErrorCode::NotADatabase;
    case Kind::LockedByOther:
        return ErrorCode::DatabaseLocked;
    case Kind::SchemaTooNew:
        return ErrorCode::SchemaTooNew;
    case Kind::SchemaMissing:
        return ErrorCode::SchemaMissing;
    case Kind::Unique:
    case Kind::Check:
    case Kind::ForeignKey:
    case Kind::Other:
        return ErrorCode::Internal;
    }
    return ErrorCode::Internal;
}

} // namespace

StorageError::StorageError(Kind kind, const QString &message) : std::runtime_error(message.toStdString()), m_kind(kind) {}

StorageError StorageError::fromSql(const QSqlError &error, bool postgres)
{
    const QString text = error.databaseText() + QLatin1Char(' ') + error.driverText();
    const Kind kind = postgres ? classifyPostgres(error.nativeErrorCode(), text) : classifySqlite(error.nativeErrorCode().toInt());
    return StorageError(kind, text.trimmed());
}

Error StorageError::toError() const
{
    const QString text = QString::fromUtf8(what());
    const ErrorCode code = codeOf(m_kind);
    // Only "does not answer" says the driver's reason to people; whoever opened the database adds its name to others.
    return Error{code, code == ErrorCode::DatabaseUnavailable ? QStringList{text} : QStringList(), text};
}

} // namespace foyer
