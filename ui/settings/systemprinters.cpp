#include "ui/settings/systemprinters.h"

#include <QtCore/QFutureWatcher>
#include <QtCore/QPromise>
#include <QtCore/QThreadPool>
#include <QtPrintSupport/QPrinterInfo>

#include <memory>

namespace foyer {

void systemPrinterNames(QObject *context, std::function<void(const QStringList &)> then)
{
    auto promise = std::make_shared<QPromise<QStringList>>();
    // A watcher, not then(): its object may be gone before the answer comes.
    auto *watcher = new QFutureWatcher<QStringList>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, then = std::move(then)] {
        then(watcher->result());
        watcher->deleteLater();
    });
    watcher->setFuture(promise->future());
    QThreadPool::globalInstance()->start([promise] {
        promise->start();
        promise->addResult(QPrinterInfo::availablePrinterNames());
        promise->finish();
    });
}

} // namespace foyer
