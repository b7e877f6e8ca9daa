// StorageError: what a database driver reported, classified once. Thrown inside storage, a Result at the services' edge.
#pragma once

#include "core/base/error.h"

#include <stdexcept>

class QSqlError;

namespace foyer {

class StorageError : public std::runtime_error
{
public:
    enum class Kind {
        Busy,          ///< a lock was not given in time
        Deadlock,
        Serialisation,
        Unique,        ///< the four constraint kinds are bugs when a verb meets them
        Check,
        ForeignKey,
        Shortage,      ///< a counter that is told last has not got the places: see place_store::apply()
        ConnectionLost,///< also: statements prepared before a server restart
        Unavailable,   ///< nothing answers, or it refuses connections
        WrongPassword,
        Forbidden,     ///< the login lacks a right
        DiskFull,
        ReadOnly,
        Corrupt,
        NotADatabase,
        LockedByOther, ///< another program writes this file
        SchemaTooNew,
        SchemaMissing,
        Other,
    };

    StorageError(Kind kind, const QString &message);
    static StorageError fromSql(const QSqlError &error, bool postgres);
    /// `state`: five characters; empty when the connection itself failed.
    static StorageError fromPostgres(const QString &state, const QString &message);
    /// SQLite's extended result code.
    static StorageError fromSqlite(int code, const QString &message);

    Kind kind() const { return m_kind; }
    /// The unit of work may succeed when it is run again as a whole.
    bool isTransient() const { return m_kind == Kind::Busy || m_kind == Kind::Deadlock || m_kind == Kind::Serialisation; }
    /// The error as services report it.
    Error toError() const;

private:
    Kind m_kind;
};

/// Runs `body` and turns a StorageError into a failed Result.
template <typename Body>
auto guarded(Body &&body) -> decltype(body())
{
    try {
        return body();
    } catch (const StorageError &error) {
        return tl::unexpected<Error>(error.toError());
    }
}

} // namespace foyer
