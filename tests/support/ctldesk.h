// CtlDesk: a furnished box office in a home of its own, and foyerctl on it.
#pragma once

#include "tests/support/builders.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>

namespace foyer::test {

class CtlDesk
{
public:
    CtlDesk()
    {
        SystemRandom random;
        const SystemClock clock;
        const auto url = must(DatabaseUrl::parse(db()));
        must(BoxOffice::migrate(url, clock));
        const auto office = must(BoxOffice::open({url, keys(), QStringLiteral("till"), clock, random, crypto::PinCost::Minimal}));
        anEvent(*office).named(QStringLiteral("Hamlet")).startingAt(clock.now() + std::chrono::hours(24)).withGeneral(QStringLiteral("Standing"), 50, 1200)
            .withLevel(QStringLiteral("Child"), 600).add();
    }

    /// The exit code; `json` is what was answered. `typed`: what stands on standard input.
    int run(const QString &words, const QByteArray &typed = {})
    {
        QProcess process;
        process.start(QStringLiteral(FOYERCTL), QStringList{QStringLiteral("--db"), db(), QStringLiteral("--keys"), keys(), QStringLiteral("--json")} + words.split(u' '));
        process.write(typed);
        process.closeWriteChannel();
        if (!process.waitForFinished(120'000))
            qFatal("foyerctl did not come back");
        json = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
        error = QString::fromUtf8(process.readAllStandardError());
        return process.exitCode();
    }
    int run(const char *words) { return run(QString::fromUtf8(words)); }
    /// What every failure owes: its exit code and one sentence.
    bool failsWith(int code, const QString &words)
    {
        return run(words) == code && error.count(u'\n') == 1 && error.endsWith(QLatin1String(".\n")) && (error.at(0).isUpper() || error.startsWith(QLatin1String("--")));
    }
    QString path(const char *name) const { return m_home.filePath(QLatin1String(name)); }
    QString value(const char *key) const { return json.value(QLatin1String(key)).toString(); }

    QJsonObject json;
    QString error;

private:
    QString db() const { return QStringLiteral("sqlite:") + m_home.filePath(QStringLiteral("foyer.db")); }
    QString keys() const { return m_home.filePath(QStringLiteral("keys")); }

    QTemporaryDir m_home;
};

} // namespace foyer::test
