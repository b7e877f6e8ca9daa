// PrintDesk: everything that this window prints: which printer is for what, what comes by itself after a sale, and the
// drawer. Content is read on the database's thread and printed on the queue's.
#pragma once

#include "core/services/checkout.h"
#include "core/services/printqueue.h"
#include "ui/printing/printeddocument.h"
#include "ui/printing/printerline.h"
#include "ui/session.h"

#include <QtCore/QHash>

namespace foyer {

class Backend;

namespace printing {

enum class Paper { Ticket, Receipt };

class PrintDesk final : public QObject
{
    Q_OBJECT

public:
    /// Jobs that are not printed yet are kept in the folder. The settings must outlive it.
    PrintDesk(Backend &backend, QSettings &settings, const QString &folder, LinePatience patience = {}, QObject *parent = nullptr);

    const PrintSetup &setup() const { return m_setup; }
    /// Remembered in the settings; printers that had stopped are tried again.
    void setSetup(const PrintSetup &setup);
    /// Null while papers of this kind have no printer.
    const PrinterSetup *printerFor(Paper paper) const;
    PrintQueue &queue() { return m_queue; }

    /// A sale is complete: prints what is to come by itself.
    void serve(const CheckoutState &sale, const Session &session);
    /// Cash comes or goes: opens the drawer, if there is one and it is wanted.
    void openDrawer();
    /// Whatever was printed here before, or belongs to an earlier sale, is marked on paper and journalled first.
    void print(Paper paper, const CheckoutState &sale, const Session &session, bool isEarlierSale = false);
    bool wasPrinted(Paper paper, const QString &orderNumber) const;
    /// What print() would print, for looking at; `then` is dropped when `context` is gone.
    void read(Paper paper, const CheckoutState &sale, QObject *context, std::function<void(const Result<PrintedDocument> &)> then);
    /// A ticket that admits nobody, through a printer that need not be remembered yet; the queue's tried() tells the end.
    void printTestPage(const PrinterSetup &printer);

Q_SIGNALS:
    void setupChanged();
    /// It waits for its printer or is printed already.
    void sent(foyer::printing::Paper paper, const QString &orderNumber);
    void failed(const foyer::Error &error);

private:
    PrintQueue::MakePrinter maker() const;
    void enqueue(const PrinterSetup &printer, const QString &title, const PrintedDocument &document);

    Backend &m_backend;
    QSettings &m_settings;
    LinePatience m_patience;
    PrintSetup m_setup;
    /// How often each paper was printed since the program began; Unknown: it came out of an earlier run, or of another till.
    QHash<QString, int> m_copies;
    PrintQueue m_queue;
};

/// A ticket in several scripts whose code says only that it is a test.
PrintedDocument testPage(const PrinterSetup &printer);

} // namespace printing
} // namespace foyer
