// Mailbox: the way from a thread that may outlive its owner back to the owner's thread.
#pragma once

#include <QtCore/QObject>

#include <functional>
#include <mutex>

namespace foyer {

/// Shared by both sides. What is sent after close() is dropped.
class Mailbox
{
public:
    explicit Mailbox(QObject *owner) : m_owner(owner) {}

    /// From any thread: `body` runs on the owner's.
    void send(std::function<void()> body)
    {
        const std::lock_guard lock(m_mutex);
        if (m_owner)
            QMetaObject::invokeMethod(m_owner, std::move(body), Qt::QueuedConnection);
    }
    /// The owner goes, or does not want to hear from the other side any more.
    void close()
    {
        const std::lock_guard lock(m_mutex);
        m_owner = nullptr;
    }

private:
    std::mutex m_mutex;
    QObject *m_owner;
};

} // namespace foyer
