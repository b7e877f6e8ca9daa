// A fresh, migrated box office for one test, on SQLite or PostgreSQL, with a clock that can be set.
#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/services/boxoffice.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

namespace foyer::test {

/// 2026-03-20 18:00:00 UTC, a Friday.
inline constexpr Instant Evening{1'774'029'600'000};

/// Adds the rows "sqlite" and, when FOYER_TEST_POSTGRES names a server, "postgres" to the column `database`.
void bothDatabases();

/// Dropped at the end of the test. On PostgreSQL foyer_now() reads the test's clock.
class TestDatabase
{
public:
    /// `kind`: "sqlite" or "postgres".
    explicit TestDatabase(const QString &kind);
    /// A copy of another whose box offices are closed, at its time and with its keys.
    explicit TestDatabase(const TestDatabase &model);
    ~TestDatabase();

    const DatabaseUrl &url() const { return m_url; }
    bool isPostgres() const { return m_url.kind == DatabaseUrl::Kind::Postgres; }
    SetClock &clock() { return m_clock; }
    /// Sets the clock of the programs and of the database.
    void setTime(Instant at);
    /// For programs of their own process, which cannot see this clock.
    void useSystemClock();
    void advance(Milliseconds by) { setTime(m_clock.now() + by); }

    QString keyFolder(const QString &terminal = QStringLiteral("till")) const;
    /// Opens a box office as the terminal of that name. SQLite has one writer: only one may be open at a time.
    std::unique_ptr<BoxOffice> open(const QString &terminal = QStringLiteral("till"));
    /// The login's own rights: for looking behind the verbs, and for tampering.
    std::unique_ptr<Database> administrator();

private:
    void makeFrom(const DatabaseUrl &model);

    QTemporaryDir m_folder;
    DatabaseUrl m_url;
    SetClock m_clock{Evening};
    SystemRandom m_random;
};

} // namespace foyer::test
