// CtlHome: foyerctl as people run it, in a home of its own, on either database.
#pragma once

#include "core/base/random.h"
#include "core/storage/database.h"
#include "core/storage/setclock.h"
#include "tests/support/builders.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>

#include <csignal>
#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/resource.h>

namespace foyer::test {

struct CtlRan {
    int exitCode = -1;
    QString out;
    QString error;

    QJsonObject json() const { return QJsonDocument::fromJson(out.toUtf8()).object(); }
    /// What every failure owes: its exit code and one sentence.
    bool failedWith(int code) const
    {
        return exitCode == code && error.count(QLatin1Char('\n')) == 1 && error.endsWith(QLatin1String(".\n")) && (error.at(0).isUpper() || error.startsWith(QLatin1String("--")));
    }
    QByteArray told() const { return QStringLiteral("exit %1, out: %2, error: %3").arg(exitCode).arg(out, error).toUtf8(); }
};

/// A home of its own with a database in it, and the program on both.
class CtlHome
{
public:
    explicit CtlHome(const QString &kind = QStringLiteral("sqlite"))
    {
        if (kind == QLatin1String("postgres")) {
            m_postgres = std::make_unique<TestDatabase>(kind);
            setclock::remove(*m_postgres->administrator());
            const DatabaseUrl &url = m_postgres->url();
            db = QStringLiteral("postgres://%1:%2@%3:%4/%5").arg(url.user, url.password, url.hosts, url.ports, url.database);
        } else {
            db = QStringLiteral("sqlite:") + path("foyer.db");
        }
    }

    QString path(const char *name) const { return m_home.filePath(QLatin1String(name)); }

    QString write(const char *name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("a test file could not be written");
        return file.fileName();
    }

    CtlRan run(const QStringList &arguments, rlim_t largestFile = RLIM_INFINITY, const QByteArray &typed = {}) const
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("HOME"), m_home.path());
        environment.insert(QStringLiteral("XDG_DATA_HOME"), path("data"));
        environment.insert(QStringLiteral("FOYER_DB"), db);
        environment.remove(QStringLiteral("FOYER_KEYS"));
        environment.remove(QStringLiteral("DISPLAY"));
        process.setProcessEnvironment(environment);
        process.setChildProcessModifier([largestFile] {
            const rlimit limit{largestFile, largestFile};
            ::setrlimit(RLIMIT_FSIZE, &limit);
            ::signal(SIGXFSZ, SIG_IGN); // the write fails, as on a full disk
            ::prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE); // rights bind root, too
        });
        process.start(QStringLiteral(FOYERCTL), arguments);
        process.write(typed);
        process.closeWriteChannel();
        if (!process.waitForFinished(120'000))
            qFatal("foyerctl did not come back");
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, QString::fromUtf8(process.readAllStandardOutput()),
                QString::fromUtf8(process.readAllStandardError())};
    }

    CtlRan run(const char *words) const { return run(QString::fromLatin1(words).split(QLatin1Char(' '))); }

    /// Tables, a venue with the theatre, and Hamlet tomorrow with seats and 50 standing places.
    void furnish() const
    {
        const auto url = must(DatabaseUrl::parse(db));
        SystemClock clock;
        SystemRandom random;
        must(BoxOffice::migrate(url, clock));
        const auto office = must(BoxOffice::open({url, path("data/foyer/keys"), QStringLiteral("till"), clock, random, crypto::PinCost::Minimal}));
        anEvent(*office).named(QStringLiteral("Hamlet")).startingAt(clock.now() + std::chrono::hours(24)).withSeats(3, 10)
            .withLevel(QStringLiteral("Reduced"), 4500).withGeneral(QStringLiteral("Standing"), 50, 1200).add();
    }

    bool isSound() const { return run("verify").exitCode == 0; }

    QString db;

private:
    QTemporaryDir m_home;
    std::unique_ptr<TestDatabase> m_postgres;
};

} // namespace foyer::test

// Runs once, whatever the arguments are.
#define VERIFY_FAILED(run, code)                                                                                       \
    do {                                                                                                               \
        const CtlRan ran_ = (run);                                                                                        \
        QVERIFY2(ran_.failedWith(code), ran_.told().constData());                                                      \
    } while (false)
#define VERIFY_DONE(run)                                                                                               \
    do {                                                                                                               \
        const CtlRan ran_ = (run);                                                                                        \
        QVERIFY2(ran_.exitCode == 0 && ran_.error.isEmpty(), ran_.told().constData());                                 \
    } while (false)
