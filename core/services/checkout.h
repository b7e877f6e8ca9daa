// Checkout: money for a reservation until it is an order (the payment machine of DESIGN section 5). Database only: the
// gateway is asked by CardPayments, outside any transaction.
#pragma once

#include "core/domain/sale.h"
#include "core/services/permission.h"

#include <functional>
#include <memory>
#include <span>

namespace foyer {

class Writer;
struct SaleMemory;

struct PayRequest {
    ReservationId reservation;
    Tender tender = Tender::Cash;
    Money amount;               ///< at most what is due
    std::optional<Money> given; ///< cash handed over; the amount unless given
    QString key;                ///< made by the caller once per attempt; the same key returns the first answer
    QString gateway = {};       ///< who answers for a card
    AccountId wallet = {};      ///< the wallet or gift card that is to pay
};

/// What the gateway said, or that it said nothing.
struct GatewayOutcome {
    enum class Kind { Captured, Declined, Failed, Unknown };
    Kind kind = Kind::Unknown;
    QString reference;
    QString message; ///< the gateway's sentence
};

struct Settlement {
    PaymentId payment;
    GatewayOutcome outcome;
};

/// Where a sale stands.
struct CheckoutState {
    Reservation reservation;
    std::vector<Payment> payments; ///< oldest first
    std::optional<Order> order;    ///< once everything is paid
    std::optional<Money> credit = {}; ///< what tickets that are exchanged for these count, while that is being done

    Money paid() const; ///< captured minus given back
    Money due() const;  ///< still to pay; below zero when an exchange has something to give back
    /// The attempt that waits for an answer.
    const Payment *live() const;
    /// Somebody still waits for it: nothing else may be paid before it is answered or given up.
    bool isWaiting() const { return live() && live()->state != PaymentState::Unknown; }
};

class Checkout
{
public:
    explicit Checkout(Writer &writer);
    ~Checkout();

    /// Cash, wallets and gift cards are captured at once, and complete the order when nothing is due any more. A card attempt is recorded as
    /// sent and committed: only then may the gateway be touched. Beside an attempt whose outcome is unknown cash is taken,
    /// and nothing else: if that attempt was a capture after all, it goes back by itself. A reservation with nothing to pay completes with
    /// completeFree(). ReservationExpired, ReservationEnded, MoreThanDue, InvalidInput, InsufficientFunds, PaymentUnresolved, NotFound.
    std::vector<Result<CheckoutState>> pay(const Actor &actor, std::span<const PayRequest> requests);
    Result<CheckoutState> pay(const Actor &actor, const PayRequest &request);
    /// For a total of zero.
    Result<CheckoutState> completeFree(const Actor &actor, ReservationId reservation);

    /// Records what became of an attempt, once: a repeated or late answer changes nothing that is settled. A capture for
    /// a reservation that was abandoned or paid otherwise makes a refund in state `created`. `by`: who said it; nobody for
    /// a gateway.
    std::vector<Result<CheckoutState>> settle(std::span<const Settlement> settlements, StaffId by = {});
    Result<CheckoutState> settle(const Settlement &settlement, StaffId by = {});

    /// Releases the places; cash in is given back now, card captures become refunds in state `created`.
    Result<CheckoutState> abandon(const Actor &actor, ReservationId reservation);
    /// A refund in state `created` is about to be sent to the gateway.
    Result<Payment> markSent(PaymentId payment);

    Result<CheckoutState> find(ReservationId reservation);
    Result<CheckoutState> findByPayment(PaymentId payment);
    /// Attempts and refunds of this terminal without a final answer: what a restart has to ask about.
    Result<std::vector<Payment>> unresolved();
    /// Reservations of this terminal that are being paid: what a restart brings back to the screen.
    Result<std::vector<ReservationId>> paying();

private:
    using States = std::vector<Result<CheckoutState>>;

    template <typename Body>
    Result<States> sell(const Actor &actor, std::span<const ReservationId> reservations, Body body);
    template <typename Request>
    States singly(std::span<const Request> requests, const Error &error, const std::function<Result<CheckoutState>(const Request &)> &one);

    Writer &m_writer;
    std::unique_ptr<SaleMemory> m_memory;
};

} // namespace foyer
