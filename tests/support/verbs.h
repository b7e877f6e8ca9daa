// Verbs of the time after the sale, named by words: for a program that is killed in the middle of one, and for whoever asks again.
#pragma once

#include "core/services/boxoffice.h"
#include "core/services/carddeposits.h"
#include "core/services/paidexchanges.h"

#include <QtCore/QStringList>

namespace foyer::test {

/// "carddeposit WALLET CENTS KEY": for CardDeposits, which asks a bank.
inline DepositCharge depositCharge(const QStringList &words)
{
    return {AccountId(QUuid::fromString(words.at(1))), Money(words.at(2).toLongLong(), Currency()), {}, words.at(3)};
}

/// "cardexchange ORDER RESERVATION CENTS": the difference by card, and then the exchange by whoever listens to `cards`.
inline void exchangeByCard(BoxOffice &office, CardPayments &cards, const Actor &actor, const QStringList &words, const std::shared_ptr<const void> &owner)
{
    const ReservationId cart(QUuid::fromString(words.at(2)));
    if (office.exchangePlans().plan(actor, {OrderId(QUuid::fromString(words.at(1))), {}, cart, {}, words.at(2), {}}))
        cards.charge(actor, {cart, Money(words.at(3).toLongLong(), Currency()), {}, QStringLiteral("card ") + words.at(2)}, owner, [](const Result<CheckoutState> &) {});
}

/// The same words are the same request: "refund ORDER", "exchange ORDER RESERVATION CENTS", "comp RESERVATION", "deposit WALLET CENTS KEY",
/// "transfer WALLET WALLET CENTS KEY", "withdraw WALLET CENTS KEY", "close SHIFT", "level ORDER LEVEL CENTS", "revoke ORDER". What has no key is
/// looked at first, as people do who do not know whether they did it: "give ORDER CUSTOMER", "mail ORDER E-MAIL", "paidin CENTS REASON".
inline Result<void> doVerb(BoxOffice &office, const Actor &actor, const QStringList &words)
{
    const QString &verb = words.at(0);
    const auto id = [&](int at) { return QUuid::fromString(words.at(at)); };
    const auto money = [&](int at) { return Money(words.at(at).toLongLong(), Currency()); };
    const auto said = [](const auto &answer) { return answer ? Result<void>() : Result<void>(fail(answer.error())); };
    if (verb == QLatin1String("refund"))
        return said(office.refunds().refund(actor, {OrderId(id(1)), {}, false, words.at(1)}));
    if (verb == QLatin1String("exchange")) {
        const PayRequest cash{ReservationId(id(2)), Tender::Cash, money(3), {}, QStringLiteral("pay ") + words.at(2)};
        return said(office.exchanges().exchange(actor, {OrderId(id(1)), {}, ReservationId(id(2)), cash, words.at(2)}));
    }
    if (verb == QLatin1String("comp"))
        return said(office.comps().give(actor, {ReservationId(id(1)), QStringLiteral("press")}));
    if (verb == QLatin1String("deposit"))
        return said(office.wallets().move(actor, WalletRequest{WalletRequest::Kind::Deposit, AccountId(id(1)), {}, Tender::Cash, money(2), words.at(3)}));
    if (verb == QLatin1String("transfer"))
        return said(office.wallets().move(actor, WalletRequest{WalletRequest::Kind::Transfer, AccountId(id(1)), AccountId(id(2)), {}, money(3), words.at(4)}));
    if (verb == QLatin1String("withdraw"))
        return said(office.wallets().move(actor, WalletRequest{WalletRequest::Kind::Withdraw, AccountId(id(1)), {}, Tender::Cash, money(2), words.at(3)}));
    if (verb == QLatin1String("close"))
        return said(office.shifts().close(actor, DrawerShiftId(id(1))));
    if (verb == QLatin1String("paidin")) {
        const auto x = office.shifts().x(actor);
        const bool isDone = x && std::any_of(x->moves.begin(), x->moves.end(), [&](const ReportMove &move) { return move.reason == words.at(2); });
        return isDone ? Result<void>() : office.shifts().move(actor, CashMoveKind::PaidIn, money(1), words.at(2));
    }
    const auto detail = office.orderDetails().of(OrderId(id(1)));
    if (!detail)
        return fail(detail.error());
    std::vector<TicketId> tickets;
    for (const OrderLine &line : detail->order.lines)
        if (verb != QLatin1String("level") || !line.ticket.seat.isNull())
            tickets.push_back(line.ticket.id);
    if (verb == QLatin1String("level")) {
        const PayRequest cash{{}, Tender::Cash, money(3), {}, QStringLiteral("pay ") + words.at(1)};
        return said(office.exchanges().changeLevel(actor, {OrderId(id(1)), tickets, PriceLevelId(id(2)), cash, words.at(1)}));
    }
    if (verb == QLatin1String("revoke"))
        return said(office.ticketChanges().revoke(actor, tickets, QStringLiteral("stolen")));
    if (verb == QLatin1String("give"))
        return detail->holders.isEmpty() ? said(office.ticketChanges().give(actor, tickets, CustomerId(id(2)))) : Result<void>();
    return detail->waiting.isEmpty() ? said(office.ticketChanges().giveToEmail(actor, tickets, words.at(2))) : Result<void>();
}

} // namespace foyer::test
