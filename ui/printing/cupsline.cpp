#include "ui/printing/cupsline.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QProcess>
#include <QtCore/QStandardPaths>

namespace foyer::printing {

bool CupsLine::open(std::stop_token)
{
    m_bytes.clear();
    return m_isOpen = !QStandardPaths::findExecutable(m_program).isEmpty();
}

bool CupsLine::write(const QByteArray &bytes, std::stop_token)
{
    m_bytes += bytes;
    return true;
}

bool CupsLine::close(std::stop_token stop)
{
    m_isOpen = false;
    QProcess lp;
    lp.start(m_program, {QStringLiteral("-d"), m_queue, QStringLiteral("-o"), QStringLiteral("raw"), QStringLiteral("-s")});
    lp.write(std::exchange(m_bytes, {}));
    lp.closeWriteChannel();
    QElapsedTimer waited;
    waited.start();
    while (lp.state() != QProcess::NotRunning) {
        if (stop.stop_requested() || waited.hasExpired(m_patience.stalling.count())) {
            lp.kill();
            lp.waitForFinished(SliceMs);
            return false;
        }
        lp.waitForFinished(SliceMs);
    }
    const bool isHeard = lp.error() == QProcess::UnknownError || lp.error() == QProcess::Timedout; // a slice of waiting was over
    if (lp.exitStatus() == QProcess::NormalExit && lp.exitCode() == 0 && isHeard)
        return true;
    qWarning("printing through CUPS failed: %s", lp.readAllStandardError().trimmed().constData());
    return false;
}

} // namespace foyer::printing
