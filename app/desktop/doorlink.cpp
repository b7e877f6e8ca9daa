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
        post(**step, &DoorBooks::uploaded, [this] { upload(); });
    });
}

void DoorLink::download()
{
    m_backend.run(this, [](Desk &desk) { return DoorBooks(desk.office).download(); }, [this](const Result<DoorStep> &step) {
        if (!step)
            return fail(step.error());
        post(*step, &DoorBooks::downloaded, [this] { takeGrants(); });
    });
}

void DoorLink::takeGrants()
{
    m_backend.run(this, [](Desk &desk) { return DoorBooks(desk.office).grant(); }, [this](const Result<DoorStep> &step) {
        if (!step)
            return fail(step.error());
        post(*step, &DoorBooks::granted, [this] { acknowledge(); });
    });
}

void DoorLink::acknowledge()
{
    m_backend.run(this, [](Desk &desk) { return DoorBooks(desk.office).acknowledge(); }, [this](const Result<std::optional<DoorStep>> &step) {
        if (!step)
            return fail(step.error());
        if (!*step)
            return finish();
        post(**step, &DoorBooks::acknowledged, [this] { finish(); });
    });
}

void DoorLink::finish()
{
    m_isAway = false;
    m_timer.start();
    Q_EMIT synced();
}

void DoorLink::post(const DoorStep &step, Result<void> (DoorBooks::*keep)(const QJsonObject &), std::function<void()> then)
{
    m_client->post(step, [this, keep, then = std::move(then)](const Result<QJsonObject> &answer) {
        if (!answer)
            return fail(answer.error());
        m_backend.run(this, [keep, answer = *answer](Desk &desk) {
            DoorBooks books(desk.office);
            return (books.*keep)(answer);
        }, [this, then](const Result<void> &kept) { kept ? then() : fail(kept.error()); });
    });
}

void DoorLink::fail(const Error &error)
{
    if (!std::exchange(m_isAway, true))
        Q_EMIT failed(sentence(error));
    if (error.code != ErrorCode::DoorStopped) // which no time heals
        m_timer.start();
}

} // namespace foyer
