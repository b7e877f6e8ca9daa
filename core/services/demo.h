// The demo box office: three venues, a season around today and weeks of sales, all made by the real services.
#pragma once

#include "core/services/boxoffice.h"

#include <functional>
#include <span>

namespace foyer {

struct DemoOptions {
    quint64 seed = 1;     ///< the same seed on the same day makes the same sales
    int historyDays = 60; ///< before today
    int percent = 100;    ///< of the usual demand; shows that are sold out stay so
};

struct DemoSummary {
    int venues = 0;
    int events = 0;
    int orders = 0;
    int tickets = 0;
};

/// Who may sign in to a demo, and with what.
struct DemoMember {
    const char *name;
    Role role;
    const char *pin;
};

std::span<const DemoMember> demoStaff();

/// True for a database that buildDemo() filled: its sign-in screen may show the PINs.
Result<bool> isDemo(Writer &writer);

/// Fills a new database; makes the tables when there are none. `config.clock` says what today is, `config.random` makes
/// the terminal's key. InvalidInput when the box office holds something already. A file that did not exist appears
/// when it is complete, or not at all. On PostgreSQL the login needs the right to create roles and functions; the server's
/// clock is set for the time of the making.
Result<DemoSummary> buildDemo(const BoxOfficeConfig &config, const DemoOptions &options = {}, const std::function<void(int percent)> &progress = {});

} // namespace foyer
