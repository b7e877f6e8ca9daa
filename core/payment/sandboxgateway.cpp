#include "core/payment/sandboxgateway.h"

#include <QtCore/QCoreApplication>

namespace foyer {

namespace {

using Kind = GatewayOutcome::Kind;

constexpr SandboxBehaviour::Late HalfAMinute{0, Milliseconds(30'000)};

QString failureText()
{
    return QCoreApplication::translate("Gateway", "Something went wrong with your transaction");
}

} // namespace

SandboxGateway::SandboxGateway(SandboxBooks books, const Clock &clock, Later later)
    : m_books(std::move(books)), m_clock(clock), m_later(std::move(later))
{
}

Result<std::unique_ptr<SandboxGateway>> SandboxGateway::open(const QString &booksPath, const Clock &clock, Later later)
{
    auto books = SandboxBooks::open(booksPath);
    if (!books)
        return fail(books.error());
    return std::unique_ptr<SandboxGateway>(new SandboxGateway(std::move(*books), clock, std::move(later)));
}

bool SandboxGateway::supports(Currency currency) const
{
    return currency == Currency();
}

void SandboxGateway::charge(const ChargeRequest &request, Reply reply)
{
    SandboxEntry entry;
    entry.amount = request.amount;
    entry.outcome = decideCharge(request);
    const bool isLate = request.token == QLatin1String("late_answer");
    arrive(request.key, std::move(entry), isLate ? std::optional(HalfAMinute) : m_behaviour.lateSuccess, reply);
}

void SandboxGateway::refund(const RefundRequest &request, Reply reply)
{
    SandboxEntry entry;
    entry.isRefund = true;
    entry.amount = request.amount;
    entry.captureReference = request.captureReference;
    entry.outcome = decideRefund(request);
    arrive(request.key, std::move(entry), m_behaviour.lateSuccess, reply);
}

void SandboxGateway::ask(const QString &key, Reply reply)
{
    const SandboxEntry *found = m_books.find(key);
    if (!found) {
        answer({Kind::Failed, {}, QCoreApplication::translate("Gateway", "The payment never arrived")}, reply);
        return;
    }
    const bool silent = found->silentAsks > 0 || (found->silentUntil && m_clock.now() < *found->silentUntil);
    if (!silent) {
        answer(found->outcome, reply);
        return;
    }
    SandboxEntry asked = *found;
    asked.silentAsks = qMax(0, asked.silentAsks - 1);
    m_books.put(key, asked);
    answer({Kind::Unknown, {}, {}}, reply);
}

GatewayOutcome SandboxGateway::decideCharge(const ChargeRequest &request) const
{
    const QString reference = m_books.nextReference();
    if (!supports(request.amount.currency()))
        return {Kind::Failed, reference, QCoreApplication::translate("Gateway", "Currency %1 not supported").arg(request.amount.currency().code())};
    if (request.token == QLatin1String("card_error"))
        return {Kind::Declined, reference, QCoreApplication::translate("Gateway", "Your card has been declined")};
    if (request.token == QLatin1String("payment_error") || !request.amount.isPositive())
        return {Kind::Failed, reference, failureText()};
    return {Kind::Captured, reference, {}};
}

GatewayOutcome SandboxGateway::decideRefund(const RefundRequest &request) const
{
    const QString reference = m_books.nextReference();
    const auto left = m_books.left(request.captureReference);
    if (!left || left->currency() != request.amount.currency() || !request.amount.isPositive() || request.amount > *left)
        return {Kind::Failed, reference, QCoreApplication::translate("Gateway", "There is no such payment to give back")};
    return {Kind::Captured, reference, {}};
}

void SandboxGateway::arrive(const QString &key, SandboxEntry entry, const std::optional<SandboxBehaviour::Late> &late, const Reply &reply)
{
    if (m_behaviour.neverArrives)
        return;
    if (const SandboxEntry *known = m_books.find(key)) {
        entry = *known;
    } else {
        if (late) {
            entry.silentAsks = late->asks;
            entry.silentUntil = m_clock.now() + late->time;
        }
        if (!m_books.put(key, entry)) { // a bank that cannot write it down does not do it
            answer({Kind::Failed, {}, failureText()}, reply);
            return;
        }
    }
    if (!m_behaviour.loseReply && !late)
        answer(entry.outcome, reply);
}

void SandboxGateway::answer(const GatewayOutcome &outcome, const Reply &reply)
{
    m_later(m_behaviour.delay, [outcome, reply] { reply(outcome); });
}

} // namespace foyer
