// Backend: the window's only way to the services. Verbs run on the database's own thread; answers come back to the
// object that asked, on its thread, and are dropped when it is gone. The window never waits.
#pragma once

#include "core/base/clock.h"
#include "core/services/boxoffice.h"
#include "core/services/cardpayments.h"

#include <QtCore/QObject>
#include <QtCore/QPointer>
#include <QtCore/QThread>

#include <functional>
#include <memory>

namespace foyer {

/// What a verb finds on the database thread.
struct Desk {
    BoxOffice &office;
    CardPayments &cards;
    std::weak_ptr<const void> owner; ///< for CardPayments::charge: ends with the desk
};

/// What the backend opens. The clock, the random source and the gateway's maker must outlive it.
struct BackendConfig {
    DatabaseUrl url;
    QString keyFolder;
    QString terminalName = QStringLiteral("Till 1");
    const Clock &clock;
    Random &random;
    crypto::PinCost pinCost = crypto::PinCost::Interactive;
    /// Called on the database thread, once; a failure ends open().
    std::function<Result<std::unique_ptr<PaymentGateway>>()> makeGateway;
    /// Of a gateway that takes no charges any more, but has to be asked about earlier ones; may be empty.
    std::function<Result<std::unique_ptr<PaymentGateway>>()> makeEarlierGateway = {};
};

class Backend : public QObject
{
    Q_OBJECT

public:
    explicit Backend(BackendConfig config, QObject *parent = nullptr);
    /// Waits for the verb that runs; those still queued are dropped.
    ~Backend() override;

    const Clock &clock() const { return m_config.clock; }

    /// Opens the box office on its thread; opened() or failed() tells the outcome. Interrupted payments are pursued.
    void open();

    /// `verb(Desk &)` on the database thread, then `then(its Result)` here unless `context` is gone. Before open()
    /// has succeeded the answer is DatabaseUnavailable.
    template <typename Verb, typename Then>
    void run(QObject *context, Verb verb, Then then)
    {
        using Answer = std::invoke_result_t<Verb, Desk &>;
        start<Answer>(context, [verb = std::move(verb)](Desk &desk, const std::function<void(Answer)> &reply) { reply(verb(desk)); }, std::move(then));
    }

    /// For verbs that answer later: `verb(Desk &, reply)` calls `reply(Result<T>)` on the database thread, once or never.
    template <typename Answer, typename Verb, typename Then>
    void start(QObject *context, Verb verb, Then then)
    {
        QPointer<QObject> guard(context);
        std::function<void(Answer)> deliver = [this, guard, then = std::move(then)](Answer answer) {
            QMetaObject::invokeMethod(this, [this, guard, then, answer = std::move(answer)]() mutable {
                noteOutcome(answer ? nullptr : &answer.error());
                if (guard)
                    then(std::move(answer));
            }, Qt::QueuedConnection);
        };
        post([verb = std::move(verb), deliver](Desk *desk) {
            if (desk)
                verb(*desk, deliver);
            else
                deliver(fail(ErrorCode::DatabaseUnavailable, {QString()}));
        });
    }

Q_SIGNALS:
    void opened();
    void failed(const foyer::Error &error);
    /// A gateway's answer changed a sale, also one that nobody on this screen waits for.
    void saleChanged(const foyer::CheckoutState &state);
    /// The database answers again, or does not: the status strip says so.
    void onlineChanged(bool online);

private:
    struct Room;

    void post(std::function<void(Desk *)> job);
    void noteOutcome(const Error *error);

    BackendConfig m_config;
    QThread m_thread;
    std::unique_ptr<Room> m_room; ///< lives on m_thread
    bool m_online = true;
};

} // namespace foyer
