// DatabaseRoom: a thread with one box office on it. Its calls may hang for as long as the server likes: then the room is
// abandoned, its thread is left to die, and whoever needed it makes another.
#pragma once

#include "core/services/boxoffice.h"
#include "ui/backend/mailbox.h"

#include <QtCore/QThread>

namespace foyer {

/// Made, used and abandoned on one thread; what is posted runs on the room's own.
class DatabaseRoom : public QObject
{
    Q_OBJECT

public:
    /// `owner` gets what send() sends.
    DatabaseRoom(const QString &name, QObject *owner);

    /// Runs `body` here, in order; not at all once the room is abandoned.
    void post(std::function<void()> body);
    /// From the room's thread to its owner; dropped once the room is abandoned.
    void send(std::function<void()> body) { m_mailbox->send(std::move(body)); }
    /// For BoxOfficeConfig.
    std::shared_ptr<const std::atomic<bool>> givenUp() const { return m_givenUp; }
    bool isGivenUp() const { return *m_givenUp; }

    /// Ends the room: what runs and is queued is waited for, but no longer than `patience`, and dropped then. The room
    /// deletes itself as soon as its call comes back.
    static void end(DatabaseRoom *room, Milliseconds patience);
    /// Ends it without waiting.
    static void abandon(DatabaseRoom *room) { end(room, Milliseconds(0)); }

protected:
    /// On the room's thread: everything that belongs to it is closed.
    virtual void close() = 0;

private:
    QThread *m_thread;
    std::shared_ptr<Mailbox> m_mailbox;
    std::shared_ptr<std::atomic<bool>> m_givenUp = std::make_shared<std::atomic<bool>>(false);
};

} // namespace foyer
