#include "app/ctl/application.h"

#include <QtGui/QGuiApplication>

namespace foyer::ctl {

std::unique_ptr<QCoreApplication> makeApplication(int &argc, char *argv[], bool drawsPaper)
{
    if (!drawsPaper)
        return std::make_unique<QCoreApplication>(argc, argv);
    blockEndSignals();
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::make_unique<QGuiApplication>(argc, argv);
}

sigset_t blockEndSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    return signals;
}

} // namespace foyer::ctl
