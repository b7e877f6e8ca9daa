// Papers: tickets as PDF. The server knows no paper; the program that starts it says who draws.
#pragma once

#include "core/base/error.h"
#include "core/base/id.h"

#include <QtCore/QByteArray>

#include <functional>

namespace foyer {
class BoxOffice;
}

namespace foyer::server {

/// What was read, ready to be drawn without the box office, on any thread.
using Drawing = std::function<Result<QByteArray>()>;
/// Reads a ticket. InvalidInput when it admits nobody (any more), NotFound.
using ReadPaper = std::function<Result<Drawing>(BoxOffice &, TicketId)>;

} // namespace foyer::server
