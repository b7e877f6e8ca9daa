// Load over HTTP: connections that stay open, driven by few threads, and how long each answer took.
#pragma once

#include "tests/support/httpclient.h"

#include <functional>
#include <vector>

namespace foyer::bench {

/// One connection's part. Told the answer to what it asked before (null at first), it says what it asks next; empty: nothing more.
/// Any status that it does not expect is its own to refuse. Called by one thread at a time.
using Caller = std::function<QByteArray(const test::HttpClient::Answer *before)>;

/// One caller a connection; returns when all have ended, with the seconds that took. `callersCpu`: what the callers themselves computed
/// meanwhile, in seconds of one core.
double loadWith(quint16 port, std::vector<Caller> callers, double *callersCpu = nullptr);

/// A caller that asks `request` as long as `next` gives a number, and expects 201.
Caller repeated(std::function<QByteArray(int)> request, std::function<int()> next);

/// Asks at a steady pace, whatever the answers take: milliseconds from the moment when each request was due until its answer, in order of size.
std::vector<double> loadSteadily(quint16 port, const QByteArray &request, int connections, double perSecond, double seconds);

QByteArray postRequest(const QByteArray &path, const QByteArray &body);

} // namespace foyer::bench
