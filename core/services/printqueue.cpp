#include "core/services/printqueue.h"

#include "core/services/printspool.h"

#include <QtCore/QTimer>

#include <algorithm>

namespace foyer {

/// Everything that belongs to the printing thread.
struct PrintQueue::Room : QObject {
    Room(PrintQueue &owner, QString folder, MakePrinter maker) : queue(owner), spool(std::move(folder)), makePrinter(std::move(maker)) {}

    void open();
    void add(PrintJob job);
    void work();
    void workLater();
    void lookAgain();
    void move(const QString &from, const QString &to);
    void discard(const QString &printer);
    void openDrawer(const QString &printer);
    PrintTrouble tryOut(TicketPrinter &printer, const PrintJob &job);

    PrintJob *next();
    TicketPrinter *printerOf(const QString &id);
    bool print(PrintJob &job);
    void finish(const PrintJob &job);
    void stop(const QString &printer, PrintTrouble trouble);
    void keep(PrintJob &job);
    void tell();
    template <typename Said>
    void say(Said said)
    {
        QMetaObject::invokeMethod(&queue, std::move(said), Qt::QueuedConnection);
    }

    PrintQueue &queue;
    PrintSpool spool;
    MakePrinter makePrinter;
    std::vector<PrintJob> jobs;
    QHash<QString, PrintTrouble> stopped;
    QString openId; ///< of the printer that is connected
    std::unique_ptr<TicketPrinter> openPrinter;
    std::stop_source stopping;
    bool isPrinting = false;
    bool isWorkPosted = false;
    QTimer again{this}; ///< started on the printing thread
};

/// What a printer says of itself before anything is sent to it; whatever else stops it, a person has to look.
static bool endsByItself(PrintTrouble trouble)
{
    return trouble == PrintTrouble::OutOfPaper || trouble == PrintTrouble::CoverOpen || trouble == PrintTrouble::Offline;
}

void PrintQueue::Room::open()
{
    connect(&again, &QTimer::timeout, this, &Room::lookAgain);
    again.start();
    auto left = spool.open();
    if (!left)
        return say([this, error = left.error()] { Q_EMIT queue.notKept(error); });
    for (const QString &file : spool.damaged())
        say([this, file] { Q_EMIT queue.notKept({ErrorCode::FileInvalid, {file}, {}}); });
    jobs.insert(jobs.end(), left->begin(), left->end());
    tell();
    workLater();
}

void PrintQueue::Room::add(PrintJob job)
{
    keep(job);
    jobs.push_back(std::move(job));
    tell();
    workLater();
}

/// Not at once: a drawer that was asked for meanwhile comes first.
void PrintQueue::Room::workLater()
{
    if (!std::exchange(isWorkPosted, true))
        QMetaObject::invokeMethod(this, [this] {
            isWorkPosted = false;
            work();
        }, Qt::QueuedConnection);
}

PrintJob *PrintQueue::Room::next()
{
    const auto job = std::find_if(jobs.begin(), jobs.end(), [this](const PrintJob &j) { return !stopped.contains(j.printer); });
    return job == jobs.end() ? nullptr : &*job;
}

void PrintQueue::Room::work()
{
    PrintJob *job = stopping.stop_requested() ? nullptr : next();
    isPrinting = job != nullptr;
    if (!job) {
        openPrinter.reset(); // others may want to connect
        openId.clear();
        return tell();
    }
    tell();
    print(*job);
    workLater();
}

TicketPrinter *PrintQueue::Room::printerOf(const QString &id)
{
    if (!openPrinter || openId != id) {
        openPrinter.reset(); // one connection at a time: two may lead to the same printer
        openPrinter = makePrinter(id);
        openId = id;
    }
    return openPrinter.get();
}

/// Whether the printer went on.
bool PrintQueue::Room::print(PrintJob &job)
{
    TicketPrinter *printer = printerOf(job.printer);
    if (!printer)
        return stop(job.printer, PrintTrouble::NotSetUp), false;
    const int until = std::min(job.pieces, job.done + std::max(1, printer->atOnce(job)));
    // What the next run must believe if this one ends before it knows better.
    PrintJob ifInterrupted = job;
    ifInterrupted.doubtful = std::max(job.doubtful, until);
    ++ifInterrupted.copy;
    keep(ifInterrupted);
    const PrintOutcome outcome = printer->print(job, stopping.get_token());
    if (outcome.trouble == PrintTrouble::None) {
        job.done = until;
        if (job.done >= job.doubtful)
            job.copy = 1;
        finish(job);
        return true;
    }
    if (outcome.mayBeOnPaper)
        job = ifInterrupted;
    else
        keep(job);
    stop(job.printer, outcome.trouble);
    return false;
}

/// Without taking the trouble off the screen meanwhile: it is over when something has been printed.
void PrintQueue::Room::lookAgain()
{
    const QStringList printers = stopped.keys();
    for (const QString &printer : printers) {
        const auto job = std::find_if(jobs.begin(), jobs.end(), [&](const PrintJob &j) { return j.printer == printer; });
        if (stopping.stop_requested() || job == jobs.end() || !endsByItself(stopped.value(printer)) || !print(*job))
            continue;
        stopped.remove(printer);
        tell();
        workLater();
    }
}

void PrintQueue::Room::finish(const PrintJob &done)
{
    const auto job = std::find_if(jobs.begin(), jobs.end(), [&](const PrintJob &j) { return &j == &done; });
    if (!job->isDone())
        return keep(*job);
    spool.remove(*job);
    say([this, title = job->title] { Q_EMIT queue.printed(title); });
    jobs.erase(job);
}

void PrintQueue::Room::stop(const QString &printer, PrintTrouble trouble)
{
    openPrinter.reset();
    stopped.insert(printer, trouble);
    tell();
}

void PrintQueue::Room::move(const QString &from, const QString &to)
{
    for (PrintJob &job : jobs) {
        if (job.printer == from) {
            job.printer = to;
            keep(job);
        }
    }
    stopped.remove(from);
    stopped.remove(to);
    tell();
    workLater();
}

void PrintQueue::Room::discard(const QString &printer)
{
    const auto gone = std::stable_partition(jobs.begin(), jobs.end(), [&](const PrintJob &job) { return job.printer != printer; });
    for (auto job = gone; job != jobs.end(); ++job) {
        qWarning("%s was not printed: somebody took it off the queue with %d of %d pieces done", qUtf8Printable(job->title), job->done, job->pieces);
        spool.remove(*job);
    }
    jobs.erase(gone, jobs.end());
    stopped.remove(printer);
    tell();
}

void PrintQueue::Room::openDrawer(const QString &id)
{
    if (stopping.stop_requested())
        return;
    TicketPrinter *printer = printerOf(id);
    const PrintTrouble trouble = printer ? printer->openDrawer(stopping.get_token()) : PrintTrouble::NotSetUp;
    if (trouble != PrintTrouble::None)
        say([this, trouble] { Q_EMIT queue.drawerFailed(trouble); });
    workLater();
}

PrintTrouble PrintQueue::Room::tryOut(TicketPrinter &printer, const PrintJob &job)
{
    openPrinter.reset();
    PrintJob trial = job;
    while (!trial.isDone()) {
        const int until = trial.done + std::max(1, printer.atOnce(trial));
        if (const PrintOutcome outcome = printer.print(trial, stopping.get_token()); outcome.trouble != PrintTrouble::None)
            return outcome.trouble;
        trial.done = until;
    }
    return PrintTrouble::None;
}

void PrintQueue::Room::keep(PrintJob &job)
{
    if (const auto kept = spool.keep(job); !kept)
        say([this, error = kept.error()] { Q_EMIT queue.notKept(error); });
}

void PrintQueue::Room::tell()
{
    say([this, state = PrintQueueState{jobs, stopped, isPrinting}] {
        queue.m_state = state;
        Q_EMIT queue.changed();
    });
}

PrintQueue::PrintQueue(QString folder, MakePrinter makePrinter, QObject *parent, std::chrono::milliseconds lookAgain)
    : QObject(parent), m_room(std::make_unique<Room>(*this, std::move(folder), std::move(makePrinter)))
{
    m_thread.setObjectName(QStringLiteral("printing"));
    m_room->again.setInterval(lookAgain);
    m_room->moveToThread(&m_thread);
    m_thread.start();
    post([](Room &room) { room.open(); });
}

PrintQueue::~PrintQueue()
{
    m_room->stopping.request_stop();
    // Connections must be closed by the thread that opened them.
    post([](Room &room) {
        room.openPrinter.reset();
        room.again.stop(); // by the thread that started it
        QThread::currentThread()->quit();
    });
    m_thread.wait();
}

void PrintQueue::post(std::function<void(Room &)> job)
{
    QMetaObject::invokeMethod(m_room.get(), [room = m_room.get(), job = std::move(job)] { job(*room); }, Qt::QueuedConnection);
}

void PrintQueue::setPrinters(MakePrinter makePrinter)
{
    post([maker = std::move(makePrinter)](Room &room) {
        room.openPrinter.reset();
        room.makePrinter = maker;
        room.stopped.clear();
        room.tell();
        room.workLater();
    });
}

void PrintQueue::add(PrintJob job)
{
    post([job = std::move(job)](Room &room) { room.add(job); });
}

void PrintQueue::openDrawer(const QString &printer)
{
    post([printer](Room &room) { room.openDrawer(printer); });
}

void PrintQueue::tryAgain(const QString &printer)
{
    post([printer](Room &room) {
        room.stopped.remove(printer);
        room.tell();
        room.workLater();
    });
}

void PrintQueue::move(const QString &from, const QString &to)
{
    post([from, to](Room &room) { room.move(from, to); });
}

void PrintQueue::discard(const QString &printer)
{
    post([printer](Room &room) { room.discard(printer); });
}

void PrintQueue::tryOut(std::function<std::unique_ptr<TicketPrinter>()> makePrinter, PrintJob job)
{
    post([this, maker = std::move(makePrinter), job = std::move(job)](Room &room) {
        const auto printer = maker();
        const PrintTrouble trouble = printer ? room.tryOut(*printer, job) : PrintTrouble::NotSetUp;
        room.say([this, trouble] { Q_EMIT tried(trouble); });
        room.workLater();
    });
}

} // namespace foyer
