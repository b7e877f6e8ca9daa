#include "app/common/logging.h"

#include <QtCore/QDateTime>
#include <QtCore/QFile>
#include <QtCore/QLoggingCategory>
#include <QtCore/QMutex>

#include <array>
#include <cstdio>
#include <memory>

namespace foyer::logging {

namespace {

/// Writes lines; safe from any thread.
class Log
{
public:
    explicit Log(const Config &config) : m_config(config), m_file(config.file) { open(); }

    void write(Level level, const QByteArray &line)
    {
        if (level < m_config.level)
            return;
        const QMutexLocker lock(&m_mutex);
        if (m_config.file.isEmpty()) {
            std::fwrite(line.constData(), 1, size_t(line.size()), stderr);
            return;
        }
        if (m_file.isOpen() && m_file.size() + line.size() > m_config.maxBytes)
            rotate();
        if (m_file.isOpen())
            m_file.write(line);
    }

private:
    void open()
    {
        if (!m_config.file.isEmpty() && !m_file.open(QIODevice::Append | QIODevice::Unbuffered))
            std::fprintf(stderr, "The log %s cannot be written.\n", qUtf8Printable(m_config.file));
    }

    void rotate()
    {
        m_file.close();
        const auto older = [this](int n) { return m_config.file + QLatin1Char('.') + QString::number(n); };
        QFile::remove(older(m_config.keep));
        for (int n = m_config.keep - 1; n >= 1; --n)
            QFile::rename(older(n), older(n + 1));
        QFile::rename(m_config.file, older(1));
        open();
    }

    const Config m_config;
    QMutex m_mutex;
    QFile m_file;
};

/// Qt calls a plain function, so that the log has to be found without an object: set once, when the program starts.
std::unique_ptr<Log> &current()
{
    static std::unique_ptr<Log> log;
    return log;
}

constexpr std::array Names{"debug", "info", "warning", "critical"};

Level levelOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return Level::Debug;
    case QtInfoMsg:
        return Level::Info;
    case QtWarningMsg:
        return Level::Warning;
    case QtCriticalMsg:
    case QtFatalMsg:
        return Level::Critical;
    }
    return Level::Critical;
}

void handle(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const Level level = levelOf(type);
    const QByteArray line = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs).toUtf8() + ' ' + Names[size_t(level)] + ' '
        + (context.category ? context.category : "default") + ": " + message.toUtf8() + '\n';
    if (current())
        current()->write(level, line);
}

} // namespace

std::optional<Level> levelFromName(const QString &name)
{
    for (size_t i = 0; i < Names.size(); ++i)
        if (name == QLatin1String(Names[i]))
            return Level(i);
    return std::nullopt;
}

void install(const Config &config)
{
    current() = std::make_unique<Log>(config);
    qInstallMessageHandler(handle);
}

} // namespace foyer::logging
