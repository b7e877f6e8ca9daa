#include "ui/exchange/exchangetext.h"

#include "ui/format.h"

#include <QtCore/QCoreApplication>

namespace foyer {
namespace {

QString exchangeWord(const char *text, int n = -1)
{
    return QCoreApplication::translate("Exchange", text, nullptr, n);
}

} // namespace

QString exchangeBannerText(const ExchangeInHand &exchange)
{
    return exchangeWord(QT_TRANSLATE_N_NOOP("Exchange", "Exchange %n ticket(s) of order %1, worth %2: choose the new places."), int(exchange.tickets.size()))
        .arg(exchange.number, formatMoney(exchange.worth, MoneySign::Show));
}

QString exchangeCreditText(const ExchangeInHand &exchange)
{
    if (!exchange.level.isEmpty())
        return exchangeWord(QT_TRANSLATE_N_NOOP("Exchange", "%n ticket(s) of order %1 for the price %2: the places stay."), int(exchange.tickets.size()))
            .arg(exchange.number, exchange.level);
    return exchangeWord(QT_TRANSLATE_N_NOOP("Exchange", "%n ticket(s) of order %1 count %2."), int(exchange.tickets.size()))
        .arg(exchange.number, formatMoney(exchange.worth, MoneySign::Show));
}

QString exchangeVerbText(Money due)
{
    if (due.isZero())
        return exchangeWord(QT_TRANSLATE_NOOP("Exchange", "Exchange   F9"));
    const QString amount = formatMoney(due.isNegative() ? -due : due, MoneySign::Show);
    return (due.isNegative() ? exchangeWord(QT_TRANSLATE_NOOP("Exchange", "Give back %1   F9")) : exchangeWord(QT_TRANSLATE_NOOP("Exchange", "Pay %1   F9"))).arg(amount);
}

} // namespace foyer
