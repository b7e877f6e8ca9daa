// AccessLog: one line for each request, to a file or to standard error.
#pragma once

#include "app/server/message.h"
#include "core/base/clock.h"
#include "core/base/error.h"

#include <chrono>
#include <cstdio>
#include <memory>
#include <mutex>

namespace foyer::server {

/// Lines are gathered; flush() is called every second by whoever owns the log.
class AccessLog
{
public:
    /// "-": standard error; empty: no log. FileUnreadable.
    static Result<std::unique_ptr<AccessLog>> open(const QString &path);
    ~AccessLog();

    void add(Instant at, const Request &request, const Response &response, std::chrono::microseconds took);
    void flush();

private:
    explicit AccessLog(std::FILE *file) : m_file(file) {}

    std::mutex m_mutex;
    std::FILE *m_file; ///< null: no log
};

QByteArray methodName(Method method);

} // namespace foyer::server
