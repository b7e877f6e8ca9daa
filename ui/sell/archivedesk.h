// ArchiveDesk: what can be done with an event that is not on sale any more: into the archive, and back.
#pragma once

#include "ui/backend/backend.h"
#include "ui/sell/listedevent.h"

namespace foyer {

class ArchiveDesk final : public QObject
{
    Q_OBJECT

public:
    explicit ArchiveDesk(Backend &backend, QObject *parent) : QObject(parent), m_backend(backend) {}

    void setActor(const Actor &actor) { m_actor = actor; }
    /// The latest events of this scope that the list is to show; runs on the database thread.
    static Result<std::vector<Event>> events(BoxOffice &office, EventScope scope, Instant now);
    /// Says what has become of the event, and offers the verb to those who may.
    void present(const ListedEvent &event);

Q_SIGNALS:
    void said(const QString &sentence, const QString &action, const std::function<void()> &body);
    /// One went in or came back.
    void moved();

private:
    void move(EventId event, const QString &name, bool in);

    Backend &m_backend;
    Actor m_actor;
};

} // namespace foyer
