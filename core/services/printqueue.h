// PrintQueue: prints jobs one after another on a thread of its own, and stops a printer that cannot go on until somebody
// has looked after it. No job is lost, and none is printed twice without saying so on the paper.
#pragma once

#include "core/base/error.h"
#include "core/services/ticketprinter.h"

#include <QtCore/QHash>
#include <QtCore/QObject>
#include <QtCore/QThread>

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

namespace foyer {

struct PrintQueueState {
    std::vector<PrintJob> waiting; ///< oldest first; the one that is being printed is still among them
    QHash<QString, PrintTrouble> stopped; ///< by printer
    bool isPrinting = false;
};

class PrintQueue final : public QObject
{
    Q_OBJECT

public:
    /// Null for a printer that is not set up. Called on the queue's thread.
    using MakePrinter = std::function<std::unique_ptr<TicketPrinter>(const QString &printer)>;
    static constexpr std::chrono::milliseconds LookAgain{3'000};

    /// Jobs that an earlier run left in the folder are printed at once. A printer that said itself why it cannot print is
    /// asked again each `lookAgain`: once there is paper it goes on by itself.
    PrintQueue(QString folder, MakePrinter makePrinter, QObject *parent = nullptr, std::chrono::milliseconds lookAgain = LookAgain);
    /// Stops in the middle of a piece if need be; what is not printed then is printed by the next run.
    ~PrintQueue() override;

    /// Printers have changed: those that stopped are tried again.
    void setPrinters(MakePrinter makePrinter);
    void add(PrintJob job);
    /// Before every waiting job. Never kept: a drawer that opens an hour later is a danger.
    void openDrawer(const QString &printer);
    void tryAgain(const QString &printer);
    /// Everything that waits for one printer goes to another.
    void move(const QString &from, const QString &to);
    /// Nothing of it is printed any more.
    void discard(const QString &printer);
    /// Prints a job at once on a printer that need not be set up, and forgets it; tried() tells what came of it.
    void tryOut(std::function<std::unique_ptr<TicketPrinter>()> makePrinter, PrintJob job);

    const PrintQueueState &state() const { return m_state; }

Q_SIGNALS:
    void changed();
    /// A job is on paper, all of it.
    void printed(const QString &title);
    void drawerFailed(foyer::PrintTrouble trouble);
    void tried(foyer::PrintTrouble trouble);
    /// Jobs cannot be kept on disk; they are printed all the same.
    void notKept(const foyer::Error &error);

private:
    struct Room;

    void post(std::function<void(Room &)> job);

    PrintQueueState m_state;
    QThread m_thread;
    std::unique_ptr<Room> m_room; ///< lives on m_thread
};

} // namespace foyer
