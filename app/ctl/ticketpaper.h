// Tickets of the server as PDF, drawn as the window draws them.
#pragma once

#include "app/server/papers.h"

namespace foyer::ctl {

server::ReadPaper ticketPaper();

} // namespace foyer::ctl
