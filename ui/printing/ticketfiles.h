// TicketFiles: keeps the tickets of every order as a PDF in one folder, made off the window's thread.
#pragma once

#include "core/domain/sale.h"
#include "ui/printing/printedticket.h"
#include "ui/printing/printstyle.h"

#include <QtCore/QObject>

#include <memory>
#include <vector>

namespace foyer {

class Backend;

namespace printing {

using Tickets = std::shared_ptr<const std::vector<PrintedTicket>>;

class TicketFiles final : public QObject
{
    Q_OBJECT

public:
    /// The folder is made when it is first needed.
    TicketFiles(Backend &backend, QString folder, QObject *parent = nullptr);

    /// FOLDER/ORDER.pdf
    QString pathOf(const QString &orderNumber) const;
    /// Reads what stands on the tickets, then writes the file of the order; read(), then written() or failed().
    void make(const Order &order, const PrintStyle &style, bool reprint = false);
    /// Writes tickets that were read to a path of somebody's choice; written() or failed().
    void write(const Tickets &tickets, const QString &path, const PrintStyle &style);
    /// Answers to earlier wishes are dropped.
    void forget();

Q_SIGNALS:
    void read(const foyer::printing::Tickets &tickets);
    void written(const QString &path);
    void failed(const foyer::Error &error);

private:
    Backend &m_backend;
    QString m_folder;
    std::unique_ptr<QObject> m_wish; ///< answers to an earlier wish find it gone
};

} // namespace printing
} // namespace foyer
