#include "ui/frame/locknotice.h"

#include "ui/format.h"

#include <QtCore/QCoreApplication>

namespace foyer {
namespace {

QString moneyOf(Money money)
{
    return formatMoney(money, MoneySign::Show);
}

QString paymentNotice(const CheckoutState &sale)
{
    const QString total = moneyOf(sale.reservation.total());
    if (sale.live())
        return QCoreApplication::translate("Lock", "A card payment of %1 is running behind this lock. Foyer goes on asking for its answer.")
            .arg(moneyOf(sale.live()->amount));
    if (sale.paid().isPositive())
        return QCoreApplication::translate("Lock", "A sale over %1 is not finished: %2 is in, %3 is still due.")
            .arg(total, moneyOf(sale.paid()), moneyOf(sale.due()));
    return QCoreApplication::translate("Lock", "A sale over %1 waits for its payment.").arg(total);
}

} // namespace

QString lockNotice(Behind page, const Reservation &cart, const CheckoutState &sale)
{
    if (page == Behind::Payment)
        return paymentNotice(sale);
    if (page == Behind::Done && sale.order)
        return QCoreApplication::translate("Lock", "Order %1 is complete. Its change and tickets are on the page behind this lock.").arg(sale.order->number);
    if (cart.lines.empty())
        return {};
    const QString until = formatTime(QDateTime::fromMSecsSinceEpoch(cart.expiresAt.ms).time());
    return QCoreApplication::translate("Lock", "A cart with %n ticket(s) over %1 stays reserved until %2.", nullptr, cart.places())
        .arg(moneyOf(cart.total()), until);
}

} // namespace foyer
