// The program's one application object, and the signals that end it.
#pragma once

#include <QtCore/QCoreApplication>

#include <csignal>
#include <memory>

namespace foyer::ctl {

/// With fonts when the verb draws paper, and then with signals blocked before there is a second thread. Never on a display.
std::unique_ptr<QCoreApplication> makeApplication(int &argc, char *argv[], bool drawsPaper);

/// From now on SIGTERM and SIGINT are taken by whoever waits for them; threads that begin later inherit it.
sigset_t blockEndSignals();

} // namespace foyer::ctl
