// Desk: what the routes work with: the clerks who write, those who read, and the house's own rules.
#pragma once

#include "app/server/call.h"
#include "app/server/metrics.h"
#include "app/server/opencarts.h"
#include "app/server/papers.h"
#include "app/server/planshelf.h"
#include "app/server/sharedquestion.h"
#include "core/services/clerks.h"

#include <QtCore/QHash>
#include <QtCore/QJsonDocument>

#include <mutex>

namespace foyer {
class Owners;
}

namespace foyer::server {

class CardDesk;
class PasswordDesk;
class Workers;

class Desk
{
public:
    Desk(Clerks &writers, Clerks &readers, Actor actor, Currency currency, Metrics &metrics, const Clock &clock)
        : m_writers(writers), m_readers(readers), m_actor(actor), m_currency(currency), m_metrics(metrics), m_clock(clock), m_plans(clock),
          m_options(readers, foundOptions), m_codes(readers, codesOf)
    {
    }

    Clerks &writers() { return m_writers; }
    Clerks &readers() { return m_readers; }
    const Actor &actor() const { return m_actor; }
    Currency currency() const { return m_currency; } ///< the house's
    PlanShelf &plans() { return m_plans; }
    Metrics &metrics() { return m_metrics; }
    const Clock &clock() const { return m_clock; }
    /// Who takes cards; nullptr: nobody.
    CardDesk *cards() const { return m_cards; }
    void setCards(CardDesk *cards) { m_cards = cards; }
    /// Who hashes and compares passwords.
    PasswordDesk &passwords() const { return *m_passwords; }
    void setPasswords(PasswordDesk *passwords) { m_passwords = passwords; }
    /// Refuses while too many are hashed.
    static Fault passwordsBusy();
    /// Who draws tickets, and how; nullptr: nobody.
    Workers *drawers() const { return m_drawers; }
    const ReadPaper &readPaper() const { return m_readPaper; }
    void setPapers(Workers *drawers, ReadPaper read);
    /// How many reservations each caller has open.
    OpenCarts &openCarts() { return m_openCarts; }
    void setOpenCarts(OpenCarts::Limits limits) { m_openCarts.setLimits(limits); }
    /// What is counted elsewhere and shown with the metrics.
    void setGauges(std::function<Metrics::Gauges()> gauges) { m_gauges = std::move(gauges); }
    Metrics::Gauges gauges() const { return m_gauges ? m_gauges() : Metrics::Gauges{}; }

    /// One request of any verb, by a clerk who writes. With an Idempotency-Key its answer is stored with its effect, and a
    /// repeated request reads it again. `shown` makes the answer's body; it must not ask the box office.
    template <typename T>
    void write(const CallPtr &call, int status, std::function<Result<T>(BoxOffice &)> verb, std::function<QJsonObject(const T &)> shown, Reply reply);
    /// One question, by a clerk who only reads.
    void read(const CallPtr &call, std::function<Result<QJsonObject>(BoxOffice &)> question, Reply reply);

    /// Goes on when a shop asks, and for a customer only when `look` finds that it is theirs; else it is not there.
    void ifTheirs(const CallPtr &call, std::function<Result<void>(Owners &, CustomerId)> look, const Reply &reply, std::function<void()> then);

    SharedQuestion<TicketTypeId, TicketOption> &options() { return m_options; }
    /// The texts of an order's QR codes.
    SharedQuestion<Order, QStringList> &codes() { return m_codes; }

    /// Of a wallet that was looked at before.
    std::optional<Currency> walletCurrency(AccountId wallet);
    void rememberWallet(AccountId wallet, Currency currency);

private:
    static constexpr qsizetype MaxRememberedWallets = 100'000;

    static void setCompanion(BoxOffice &office, OnceOnly *companion);
    static std::vector<Result<TicketOption>> foundOptions(BoxOffice &office, std::span<const TicketTypeId> options);
    static std::vector<Result<QStringList>> codesOf(BoxOffice &office, std::span<const Order> orders);

    Clerks &m_writers;
    Clerks &m_readers;
    const Actor m_actor;
    const Currency m_currency;
    Metrics &m_metrics;
    const Clock &m_clock;
    std::function<Metrics::Gauges()> m_gauges;
    PlanShelf m_plans;
    CardDesk *m_cards = nullptr;
    PasswordDesk *m_passwords = nullptr;
    Workers *m_drawers = nullptr;
    ReadPaper m_readPaper;
    OpenCarts m_openCarts;
    SharedQuestion<TicketTypeId, TicketOption> m_options;
    SharedQuestion<Order, QStringList> m_codes;

    std::mutex m_mutex; ///< guards what follows
    QHash<AccountId, Currency> m_wallets;
};

template <typename T>
void Desk::write(const CallPtr &call, int status, std::function<Result<T>(BoxOffice &)> verb, std::function<QJsonObject(const T &)> shown, Reply reply)
{
    m_writers.run([=, reply = std::move(reply)](BoxOffice &office) {
        const auto body = [&shown](const T &made) { return QJsonDocument(shown(made)).toJson(QJsonDocument::Compact); };
        std::optional<OnceOnly> companion;
        if (auto once = call->once(status, {})) {
            companion.emplace(std::move(*once), [&body](const std::type_info &type, const void *outcome) -> std::optional<QByteArray> {
                if (type == typeid(T))
                    return body(*static_cast<const T *>(outcome));
                if (type != typeid(std::vector<Result<T>>))
                    return std::nullopt;
                const auto &answers = *static_cast<const std::vector<Result<T>> *>(outcome);
                return answers.size() == 1 && answers.front() ? std::optional(body(*answers.front())) : std::nullopt;
            });
            setCompanion(office, &*companion);
        }
        const auto made = verb(office);
        setCompanion(office, nullptr);
        if (companion && companion->replay())
            reply(answered(*call, *companion->replay()));
        else
            reply(made ? answered(*call, status, body(*made)) : refused(*call, faultFrom(made.error())));
    });
}

} // namespace foyer::server
