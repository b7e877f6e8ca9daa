// DatabaseUrl: where a box office lives, as people write it.
#pragma once

#include "core/base/error.h"

namespace foyer {

/// `sqlite:PATH` or `postgres://user[:password]@host[:port][,host2[:port2]]/database[?option=value&…]`.
struct DatabaseUrl {
    enum class Kind { Sqlite, Postgres };

    Kind kind = Kind::Sqlite;
    QString path;     ///< SQLite only
    QString user;
    QString password; ///< empty: ~/.pgpass or PGPASSWORD, as libpq does
    QString hosts;    ///< comma-separated; several mean failover
    QString ports;    ///< comma-separated, one or as many as hosts; empty: 5432
    QString database;
    QString options;  ///< libpq's own, separated by ';'

    /// InvalidInput for anything else.
    static Result<DatabaseUrl> parse(const QString &text);
    /// Without the password: for messages and logs.
    QString display() const;
};

} // namespace foyer
