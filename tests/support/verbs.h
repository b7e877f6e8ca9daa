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
/// "transfer WALLET WALLET CENTS KEY", "close SHIFT".
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
    return said(office.shifts().close(actor, DrawerShiftId(id(1))));
}

} // namespace foyer::test
