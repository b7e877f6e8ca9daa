#include "ui/printing/ticketfiles.h"

#include "ui/backend/backend.h"
#include "ui/printing/orderprint.h"
#include "ui/printing/ticketpdf.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QFutureWatcher>
#include <QtCore/QPromise>
#include <QtCore/QThreadPool>

namespace foyer::printing {
namespace {

Result<void> writeTickets(const Tickets &tickets, const QString &path, const PrintStyle &style)
{
    const QString folder = QFileInfo(path).absolutePath();
    if (!QDir().mkpath(folder))
        return fail(ErrorCode::FileUnreadable, {QDir::toNativeSeparators(path), QCoreApplication::translate("Print", "its folder cannot be made")});
    return TicketPdf(style).write(path, *tickets);
}

} // namespace

TicketFiles::TicketFiles(Backend &backend, QString folder, QObject *parent)
    : QObject(parent), m_backend(backend), m_folder(std::move(folder)), m_wish(std::make_unique<QObject>())
{
}

QString TicketFiles::pathOf(const QString &orderNumber) const
{
    return QDir(m_folder).filePath(orderNumber + QStringLiteral(".pdf"));
}

void TicketFiles::make(const Order &order, const PrintStyle &style, bool reprint)
{
    forget();
    m_backend.run(
        m_wish.get(), [order, reprint](Desk &desk) { return printedTickets(desk.office, order, reprint); },
        [this, style, path = pathOf(order.number)](const Result<std::vector<PrintedTicket>> &answer) {
            if (!answer) {
                Q_EMIT failed(answer.error());
                return;
            }
            const auto tickets = std::make_shared<const std::vector<PrintedTicket>>(*answer);
            Q_EMIT read(tickets);
            write(tickets, path, style);
        });
}

void TicketFiles::write(const Tickets &tickets, const QString &path, const PrintStyle &style)
{
    auto promise = std::make_shared<QPromise<Result<void>>>();
    // A watcher, not then(): its object may be gone before the file is written.
    auto *watcher = new QFutureWatcher<Result<void>>(m_wish.get());
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, path] {
        const Result<void> answer = watcher->result();
        if (answer)
            Q_EMIT written(path);
        else
            Q_EMIT failed(answer.error());
    });
    watcher->setFuture(promise->future());
    QThreadPool::globalInstance()->start([promise, tickets, path, style] {
        promise->start();
        promise->addResult(writeTickets(tickets, path, style));
        promise->finish();
    });
}

void TicketFiles::forget()
{
    m_wish = std::make_unique<QObject>();
}

} // namespace foyer::printing
