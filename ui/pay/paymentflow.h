// PaymentFlow: one sale from its first payment to its end: which verb runs, with which key, and what it answered.
#pragma once

#include "ui/backend/backend.h"
#include "ui/exchange/exchangeinhand.h"
#include "ui/session.h"

#include <memory>

namespace foyer {

/// Runs one verb at a time and ignores wishes that come meanwhile, so that nothing is paid twice. Each attempt has a key
/// of its own; when nobody knows whether it arrived, only the same attempt with the same key can follow.
class PaymentFlow final : public QObject
{
    Q_OBJECT

public:
    explicit PaymentFlow(Backend &backend, QObject *parent = nullptr);

    /// Forgets the sale before, whose payments go on in the background, and reads where this one stands.
    /// With tickets that are exchanged for it what they count is a tender: the last one, taken as soon as all else is paid.
    void begin(const Reservation &reservation, const Session &session, std::optional<ExchangeInHand> exchange = {});
    /// Nothing that still answers is shown any more.
    void forget();

    const CheckoutState &state() const { return m_state; }
    const std::optional<ExchangeInHand> &exchange() const { return m_exchange; }
    /// A verb runs; nothing else is accepted until it answers.
    bool isBusy() const { return m_isBusy; }
    /// The card is being asked and somebody waits for it here.
    bool isAskingCard() const { return m_isAskingCard; }
    /// The database did not answer the latest attempt: tryAgain() is the only way on.
    bool isUncertain() const { return m_attempt && !m_isBusy; }
    bool canPay() const;
    /// While nobody knows what became of a card, cash alone may be taken.
    bool canPayByCard() const { return canPay() && !m_state.live(); }
    /// The attempt on a card machine that stands alone: somebody has to say what it showed.
    const Payment *questioned() const;

    /// What was handed over: less than is due is a part, more means change.
    void payCash(Money given);
    void payCard(Money amount, const QString &token);
    void payStored(const Wallet &wallet, Money amount);
    /// What the card machine showed, of an attempt or of a refund.
    void tell(PaymentId payment, const GatewayOutcome &outcome);
    /// Nothing is due, or an exchange has something to give back. `asCredit`: into the wallet of the order's customer.
    void completeFree(bool asCredit = false);
    void tryAgain();
    /// The attempt goes on in the background; the sale stays as it is until its answer.
    void stopWaiting();
    /// Releases the places; cash goes back to the customer now, cards by themselves.
    void giveBack();
    void extend();
    void reload();

Q_SIGNALS:
    void changed();
    void refused(const foyer::Error &error);
    void completed(const foyer::CheckoutState &state);
    void gaveBack(const foyer::CheckoutState &state);

private:
    struct Attempt {
        Tender tender;
        Money amount;
        Money given;
        QString token;
        QString key;
        AccountId wallet = {};
    };

    void send();
    void sendCard();
    void sendExchange(std::optional<PayRequest> payment, bool asCredit = false);
    void exchangeIsGone();
    void takePlan(const std::optional<PlannedExchange> &plan);
    void handleExchange(const Result<ExchangeMade> &answer);
    void setBusy(bool busy);
    void watch();
    void handleAnswer(const Result<CheckoutState> &answer);
    void handleRefusal(const Error &error);
    void apply(const CheckoutState &state);

    Backend &m_backend;
    Session m_session;
    CheckoutState m_state;
    std::optional<Attempt> m_attempt;
    std::optional<ExchangeInHand> m_exchange;
    bool m_isPlanned = false; ///< the reservation itself knows of the exchange
    bool m_isExchangeTried = false; ///< by itself once; after a refusal somebody has to want it
    bool m_isBusy = false;
    bool m_isAskingCard = false;
    bool m_isTelling = false;
    bool m_isShown = false; ///< also after its end, while its refunds are watched
    bool m_isOver = true;
    std::unique_ptr<QObject> m_sale; ///< answers to an earlier sale find it gone
};

} // namespace foyer
