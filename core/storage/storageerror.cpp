#include "core/storage/storageerror.h"

#include <QtSql/QSqlError>

namespace foyer {

namespace {

using ErrorKind = StorageError::Kind;

ErrorKind classifyPostgres(const QString &state, const QString &text)
{
    if (state.isEmpty()) { // no SQLSTATE: the connection itself failed
        return text.contains(QLatin1String("password authentication failed")) || text.contains(QLatin1String("no password supplied"))
            ? ErrorKind::WrongPassword
            : ErrorKind::ConnectionLost;
    }
    const QString group = state.left(2);
    if (state == QLatin1String("40P01"))
        return ErrorKind::Deadlock;
    if (state == QLatin1String("40001"))
        return ErrorKind::Serialisation;
    if (state == QLatin1String("55P03") || state == QLatin1String("57014"))
        return ErrorKind::Busy; // lock_timeout, statement_timeout
    if (state == QLatin1String("23505"))
        return ErrorKind::Unique;
    if (state == QLatin1String("23514"))
        return ErrorKind::Check;
    if (state == QLatin1String("23503"))
        return ErrorKind::ForeignKey;
    if (state == QLatin1String("FY001")) // foyer_all_counted()
        return ErrorKind::Shortage;
    if (state == QLatin1String("28P01") || state == QLatin1String("28000"))
        return ErrorKind::WrongPassword;
    if (state == QLatin1String("42501"))
        return ErrorKind::Forbidden;
    if (state == QLatin1String("53100"))
        return ErrorKind::DiskFull;
    if (state == QLatin1String("25006"))
        return ErrorKind::ReadOnly;
    if (state == QLatin1String("26000") || group == QLatin1String("08") || state.startsWith(QLatin1String("57P")) || state == QLatin1String("25P03"))
        return ErrorKind::ConnectionLost;
    if (state == QLatin1String("42P01"))
        return ErrorKind::SchemaMissing;
    return ErrorKind::Other;
}

ErrorKind classifySqlite(int code)
{
    switch (code) {
    case 2067: // SQLITE_CONSTRAINT_UNIQUE
    case 1555: // SQLITE_CONSTRAINT_PRIMARYKEY
        return ErrorKind::Unique;
    case 787:  // SQLITE_CONSTRAINT_FOREIGNKEY
        return ErrorKind::ForeignKey;
    default:
        break;
    }
    switch (code & 0xff) {
    case 5:  // SQLITE_BUSY
    case 6:  // SQLITE_LOCKED
        return ErrorKind::Busy;
    case 8:  // SQLITE_READONLY
        return ErrorKind::ReadOnly;
    case 10: // SQLITE_IOERR
    case 11: // SQLITE_CORRUPT
        return ErrorKind::Corrupt;
    case 13: // SQLITE_FULL
        return ErrorKind::DiskFull;
    case 14: // SQLITE_CANTOPEN
        return ErrorKind::Unavailable;
    case 19: // SQLITE_CONSTRAINT
        return ErrorKind::Check;
    case 26: // SQLITE_NOTADB
        return ErrorKind::NotADatabase;
    default:
        return ErrorKind::Other;
    }
}

ErrorCode codeOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Busy:
    case ErrorKind::Deadlock:
    case ErrorKind::Serialisation:
        return ErrorCode::DatabaseBusy;
    case ErrorKind::ConnectionLost:
    case ErrorKind::Unavailable:
        return ErrorCode::DatabaseUnavailable;
    case ErrorKind::WrongPassword:
        return ErrorCode::WrongPassword;
    case ErrorKind::Forbidden:
        return ErrorCode::DatabaseForbidden;
    case ErrorKind::DiskFull:
        return ErrorCode::DiskFull;
    case ErrorKind::ReadOnly:
        return ErrorCode::DatabaseReadOnly;
    case ErrorKind::Corrupt:
        return ErrorCode::DatabaseCorrupt;
    case ErrorKind::NotADatabase:
        return ErrorCode::NotADatabase;
    case ErrorKind::LockedByOther:
        return ErrorCode::DatabaseLocked;
    case ErrorKind::SchemaTooNew:
        return ErrorCode::SchemaTooNew;
    case ErrorKind::SchemaMissing:
        return ErrorCode::SchemaMissing;
    case ErrorKind::Shortage: // PlacesRanOut by then
    case ErrorKind::Unique:
    case ErrorKind::Check:
    case ErrorKind::ForeignKey:
    case ErrorKind::Other:
        return ErrorCode::Internal;
    }
    return ErrorCode::Internal;
}

} // namespace

StorageError::StorageError(Kind kind, const QString &message) : std::runtime_error(message.toStdString()), m_kind(kind) {}

StorageError StorageError::fromSql(const QSqlError &error, bool postgres)
{
    const QString text = (error.databaseText() + QLatin1Char(' ') + error.driverText()).trimmed();
    return postgres ? fromPostgres(error.nativeErrorCode(), text) : fromSqlite(error.nativeErrorCode().toInt(), text);
}

StorageError StorageError::fromPostgres(const QString &state, const QString &message)
{
    return StorageError(classifyPostgres(state, message), message);
}

StorageError StorageError::fromSqlite(int code, const QString &message)
{
    return StorageError(classifySqlite(code), message);
}

Error StorageError::toError() const
{
    const QString text = QString::fromUtf8(what());
    // What a guard of the archive stops is a refusal and no bug: somebody archived the event meanwhile.
    const bool isArchived = m_kind == Kind::Check && text.contains(QLatin1String("an archived event is read-only"));
    const ErrorCode code = isArchived ? ErrorCode::EventArchived : codeOf(m_kind);
    // Only "does not answer" says the driver's reason to people; whoever opened the database adds its name to others.
    return Error{code, code == ErrorCode::DatabaseUnavailable ? QStringList{text} : QStringList(), text};
}

} // namespace foyer
