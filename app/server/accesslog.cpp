#include "app/server/accesslog.h"

#include <cerrno>
#include <cstring>
#include <ctime>

namespace foyer::server {

QByteArray methodName(Method method)
{
    switch (method) {
    case Method::Get: return "GET";
    case Method::Post: return "POST";
    case Method::Put: return "PUT";
    case Method::Patch: return "PATCH";
    case Method::Delete: return "DELETE";
    case Method::Head: return "HEAD";
    case Method::Options: return "OPTIONS";
    case Method::Other: break;
    }
    return "OTHER";
}

Result<std::unique_ptr<AccessLog>> AccessLog::open(const QString &path)
{
    if (path.isEmpty())
        return std::unique_ptr<AccessLog>(new AccessLog(nullptr));
    if (path == QLatin1String("-"))
        return std::unique_ptr<AccessLog>(new AccessLog(stderr));
    std::FILE *file = std::fopen(qPrintable(path), "ae");
    if (!file)
        return fail(ErrorCode::FileUnreadable, {path, QString::fromLocal8Bit(std::strerror(errno))});
    return std::unique_ptr<AccessLog>(new AccessLog(file));
}

AccessLog::~AccessLog()
{
    flush();
    if (m_file && m_file != stderr)
        std::fclose(m_file);
}

void AccessLog::add(Instant at, const Request &request, const Response &response, std::chrono::microseconds took)
{
    if (!m_file)
        return;
    const std::time_t second = at.ms / 1000;
    std::tm parts{};
    gmtime_r(&second, &parts);
    char time[32];
    std::strftime(time, sizeof time, "%Y-%m-%dT%H:%M:%S", &parts);
    // A path is other people's text: what is not printable stands as %XX, so that a line stays a line.
    const QByteArray path = request.path.toPercentEncoding("/{}%:@!$&'()*+,;=");
    const std::lock_guard lock(m_mutex);
    std::fprintf(m_file, "%s.%03dZ %s %s %s %d %lld %.3f\n", time, int(at.ms % 1000), request.peer.constData(), methodName(request.method).constData(),
                 path.constData(), response.status, static_cast<long long>(response.body.size()), double(took.count()) / 1000);
}

void AccessLog::flush()
{
    const std::lock_guard lock(m_mutex);
    if (m_file)
        std::fflush(m_file);
}

} // namespace foyer::server
