#include "app/desktop/doorlink.h"

#include "core/domain/errortext.h"
#include "ui/backend/backend.h"

namespace foyer {

DoorLink::DoorLink(Backend &backend, QObject *parent) : QObject(parent), m_backend(backend)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(Between);
    connect(&m_timer, &QTimer::timeout, this, &DoorLink::sync);
}

void DoorLink::start()
{
    m_backend.run(this, [](Desk &desk) { return DoorBooks(desk.office).standing(); }, [this](const Result<DoorStanding> &standing) {
        if (!standing)
            return m_timer.start(); // the database was away: looked at again
        if (standing->centre.isEmpty())
            return;
        m_client = std::make_unique<DoorClient>(QUrl(standing->centre));
        upload();
    });
}

void DoorLink::sync()
{
    m_client ? upload() : start();
}

void DoorLink::upload()
{
    m_backend.run(this, [](Desk &desk) { return DoorBooks(desk.office).upload(); }, [this](const Result<std::optional<DoorStep>> &step) {
        if (!step)
            return fail(step.error());
        if (!*step)
            return download();
        post(**step, [this] { upload(); });
    });
}

void DoorLink::download()
{
    m_backend.run(this, [](Desk &desk) { return DoorBooks(desk.office).download(); }, [this](const Result<DoorStep> &step) {
        if (!step)
            return fail(step.error());
        post(*step, [this] { takeGrants(); });
    });
}

void DoorLink::takeGrants()
{
    m_backend.run(this, [](Desk &desk) { return DoorBooks(desk.office).grant(); }, [this](const Result<DoorStep> &step) {
        if (!step)
            return fail(step.error());
        post(*step, [this] { acknowledge(); });
    });
}

void DoorLink::acknowledge()
{
    m_backend.run(this, [](Desk &desk) { return DoorBooks(desk.office).acknowledge(); }, [this](const Result<std::optional<DoorStep>> &step) {
        if (!step)
            return fail(step.error());
        if (!*step)
            return finish();
        post(**step, [this] { finish(); });
    });
}

void DoorLink::finish()
{
    m_isAway = false;
    m_timer.start();
    Q_EMIT synced();
    tell();
}

void DoorLink::post(const DoorStep &step, std::function<void()> then)
{
    m_client->post(step, [this, step, then = std::move(then)](const Result<QJsonObject> &answer) {
        if (!answer)
            return fail(answer.error());
        m_backend.run(this, [step, answer = *answer](Desk &desk) {
            DoorBooks books(desk.office);
            return books.keep(step, answer);
        }, [this, then](const Result<void> &kept) { kept ? then() : fail(kept.error()); });
    });
}

void DoorLink::fail(const Error &error)
{
    if (!std::exchange(m_isAway, true) && error.code != ErrorCode::CentreUnavailable)
        Q_EMIT failed(sentence(error));
    if (error.code != ErrorCode::DoorStopped) // which no time heals
        m_timer.start();
    tell();
}

void DoorLink::tell()
{
    m_backend.run(this, [](Desk &desk) { return DoorBooks(desk.office).standing(); }, [this](const Result<DoorStanding> &standing) {
        if (!standing)
            return;
        const auto next = std::max(0, m_timer.remainingTime());
        DoorHealth health{m_isAway, standing->places, standing->sales, standing->waiting, {}, (next + 999) / 1000, standing->clockOff.count() / 60'000};
        if (standing->heard)
            health.heard = QDateTime::fromMSecsSinceEpoch(standing->heard->ms);
        Q_EMIT told(health);
    });
}

} // namespace foyer
