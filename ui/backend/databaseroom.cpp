#include "ui/backend/databaseroom.h"

namespace foyer {

DatabaseRoom::DatabaseRoom(const QString &name, QObject *owner) : m_thread(new QThread), m_mailbox(std::make_shared<Mailbox>(owner))
{
    m_thread->setObjectName(name);
    moveToThread(m_thread);
    m_thread->start();
}

void DatabaseRoom::post(std::function<void()> body)
{
    QMetaObject::invokeMethod(this, [this, body = std::move(body)] {
        if (!isGivenUp())
            body();
    }, Qt::QueuedConnection);
}

void DatabaseRoom::end(DatabaseRoom *room, Milliseconds patience)
{
    QThread *thread = room->m_thread;
    const auto givenUp = room->m_givenUp; // outlives the room
    room->m_mailbox->close();
    *givenUp = patience == Milliseconds(0);
    // The connection must be closed by the thread that opened it.
    QMetaObject::invokeMethod(room, [room, thread] {
        room->close();
        room->deleteLater();
        thread->quit();
    }, Qt::QueuedConnection);
    if (patience > Milliseconds(0) && thread->wait(QDeadlineTimer(patience))) {
        delete thread;
        return;
    }
    *givenUp = true;
    // Its call comes back some day, or the program ends first.
    QObject::connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    if (thread->isFinished())
        thread->deleteLater();
}

} // namespace foyer
