// Backend: the window's only way to the services. Verbs run on the database's own thread; answers come back to the
// object that asked, on its thread, and are dropped when it is gone. The window never waits.
#pragma once

#include "core/base/clock.h"
#include "core/services/boxoffice.h"
#include "core/services/carddeposits.h"
#include "core/services/cardpayments.h"

#include <QtCore/QObject>
#include <QtCore/QPointer>
#include <QtCore/QTimer>

#include <deque>
#include <functional>
#include <memory>
#include <optional>

namespace foyer {

class LiveFeed;

/// What a verb finds on the database thread.
struct Desk {
    BoxOffice &office;
    CardPayments &cards;
    CardDeposits &deposits;
    std::weak_ptr<const void> owner; ///< for charges: ends with the desk
};

/// How long the window waits for a database, and how often it tries again.
struct Patience {
    Milliseconds verb{8'000};     ///< a verb that runs longer has lost its connection (on PostgreSQL)
    Milliseconds reading{30'000}; ///< the same for one that reads a whole season; the server ends a statement as late
    Milliseconds opening{20'000}; ///< the same for opening
    Milliseconds slow{1'000};     ///< from here on people are told that it is slow
    Milliseconds firstPause{1'000}; ///< before trying again; doubled after each try
    Milliseconds longestPause{30'000};
};

/// What the backend opens. The clock, the random source and the gateway's maker must outlive it.
struct BackendConfig {
    DatabaseUrl url;
    QString keyFolder;
    QString terminalName = QStringLiteral("Till 1");
    const Clock &clock;
    Random &random;
    crypto::PinCost pinCost = crypto::PinCost::Interactive;
    /// Called on each database thread, once; a failure ends its opening.
    std::function<Result<std::unique_ptr<PaymentGateway>>()> makeGateway;
    /// Of a gateway that takes no charges any more, but has to be asked about earlier ones; may be empty.
    std::function<Result<std::unique_ptr<PaymentGateway>>()> makeEarlierGateway = {};
    Patience patience = {};
};

/// When a verb does not come back in time its connection is given up: the answer is DatabaseUnavailable, a new connection
/// on a new thread takes over, and nothing more is done on the old one, not even a COMMIT. What was asked may have
/// happened all the same: payments carry keys, reservations ids, by which they are looked for afterwards.
class Backend : public QObject
{
    Q_OBJECT

public:
    explicit Backend(BackendConfig config, QObject *parent = nullptr);
    /// Waits for the verbs that run and are queued, as long as one may last.
    ~Backend() override;

    const Clock &clock() const { return m_config.clock; }
    /// What happens elsewhere, as it happens.
    LiveFeed &feed() { return *m_feed; }
    bool isOnline() const { return m_online; }
    /// Until the next try; zero while online or while one is under way.
    Milliseconds untilNextTry() const;
    /// An id for something new, that can be looked for when no answer comes.
    template <typename I>
    I makeId() { return m_ids.make<I>(); }

    /// Opens the box office on its thread; opened() or failed() tells the outcome. Interrupted payments are pursued.
    void open();

    /// `verb(Desk &)` on the database thread, then `then(its Result)` here unless `context` is gone. Before open()
    /// has succeeded, and while there is no connection, the answer is DatabaseUnavailable.
    template <typename Verb, typename Then>
    void run(QObject *context, Verb verb, Then then)
    {
        using Answer = std::invoke_result_t<Verb, Desk &>;
        start<Answer>(context, [verb = std::move(verb)](Desk &desk, const std::function<void(Answer)> &reply) { reply(verb(desk)); }, std::move(then));
    }

    /// The same for a verb that only reads, and much: it is given more time before its connection counts as lost.
    template <typename Verb, typename Then>
    void read(QObject *context, Verb verb, Then then)
    {
        using Answer = std::invoke_result_t<Verb, Desk &>;
        start<Answer>(context, [verb = std::move(verb)](Desk &desk, const std::function<void(Answer)> &reply) { reply(verb(desk)); }, std::move(then),
                      m_config.patience.reading);
    }

    /// For verbs that answer later: `verb(Desk &, reply)` calls `reply(Result<T>)` on the database thread, once or never.
    template <typename Answer, typename Verb, typename Then>
    void start(QObject *context, Verb verb, Then then, std::optional<Milliseconds> patience = {})
    {
        QPointer<QObject> guard(context);
        const quint64 number = ++m_lastNumber;
        // On the window's thread; only the first answer counts, be it the verb's or that it was given up.
        std::function<void(Answer)> answer = [this, number, guard, then = std::move(then)](Answer value) {
            if (!forget(number))
                return;
            noteOutcome(value ? nullptr : &value.error());
            if (guard)
                then(std::move(value));
        };
        const auto away = [answer] { answer(fail(ErrorCode::DatabaseUnavailable, {QString()})); };
        post({number, patience.value_or(m_config.patience.verb)}, away, [verb = std::move(verb), answer](Desk &desk, const Send &send) {
            verb(desk, [send, answer](Answer value) { send([answer, value = std::move(value)]() mutable { answer(std::move(value)); }); });
        });
    }

public Q_SLOTS:
    /// Without waiting for the end of the pause.
    void tryNow();

Q_SIGNALS:
    void opened();
    void failed(const foyer::Error &error);
    /// A gateway's answer changed a sale, also one that nobody on this screen waits for.
    void saleChanged(const foyer::CheckoutState &state);
    /// The same of a deposit to a wallet by card.
    void depositChanged(const foyer::CardDeposit &deposit);
    /// The database answers again, or does not: the status strip says so.
    void onlineChanged(bool online);
    /// A verb takes longer than people like, or does so no more.
    void slowChanged(bool slow);

private:
    struct Room;
    using Send = std::function<void(std::function<void()>)>;

    /// A verb that was asked for and has not answered.
    struct Asked {
        quint64 number;
        std::function<void()> away; ///< answers that the database is away
    };

    /// What the database thread has to do, and how long it may take.
    struct Task {
        quint64 number;
        Milliseconds patience;
    };

    void makeRoom();
    void openRoom();
    void onOpened();
    void onOpenFailed(const Error &error);
    void giveUpRoom();
    void post(Task task, std::function<void()> away, std::function<void(Desk &, const Send &)> verb);
    /// The database thread is through with a verb, whether it has answered or not.
    void onRan(quint64 number);
    void watch();
    void onOverdue();
    bool forget(quint64 number);
    void noteOutcome(const Error *error);
    void setOnline(bool online);
    void setSlow(bool slow);
    void planTry();
    bool mayHang() const { return m_config.url.kind == DatabaseUrl::Kind::Postgres; }

    BackendConfig m_config;
    IdMaker m_ids;
    LiveFeed *m_feed;
    Room *m_room = nullptr;     ///< lives on its own thread
    bool m_isOpen = false;      ///< m_room can be asked
    bool m_wasOpen = false;
    bool m_online = true;
    bool m_slow = false;
    quint64 m_lastNumber = 0;
    std::deque<Task> m_queue; ///< in order
    std::vector<Asked> m_asked;
    QTimer m_overdue;
    QTimer m_slowly;
    QTimer m_again;
    Milliseconds m_pause{0};
};

} // namespace foyer
