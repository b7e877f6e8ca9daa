#include "ui/customers/foundpurse.h"

#include "ui/backend/backend.h"
#include "ui/format.h"

#include <QtCore/QCoreApplication>

namespace foyer {

QString FoundPurse::title() const
{
    return isGiftCard() ? QCoreApplication::translate("Customers", "Gift card %1").arg(wallets.empty() ? QString() : wallets.front().code) : customer.name;
}

QString FoundPurse::detail() const
{
    QStringList parts;
    for (const QString &way : {customer.email, customer.phone})
        if (!way.isEmpty())
            parts << way;
    for (const Wallet &wallet : wallets)
        parts << formatMoney(wallet.balance, MoneySign::Show);
    return parts.join(QStringLiteral(" · "));
}

const Wallet *FoundPurse::wallet(Currency currency) const
{
    const auto found = std::find_if(wallets.begin(), wallets.end(), [&](const Wallet &w) { return w.balance.currency() == currency; });
    return found == wallets.end() ? nullptr : &*found;
}

Result<FoundPurse> purseOf(Desk &desk, const Customer &customer)
{
    auto wallets = desk.office.wallets().ofCustomer(customer.id);
    if (!wallets)
        return fail(wallets.error());
    return FoundPurse{customer, std::move(*wallets)};
}

Result<std::vector<FoundPurse>> findPurses(Desk &desk, const QString &typed)
{
    if (GiftCardCode::parse(typed)) {
        auto card = desk.office.wallets().byCode(typed);
        if (card)
            return std::vector<FoundPurse>{{{}, {std::move(*card)}}};
        if (card.error().code != ErrorCode::NotFound)
            return fail(card.error());
    }
    const auto people = desk.office.customers().find(typed);
    if (!people)
        return fail(people.error());
    std::vector<FoundPurse> found;
    for (const Customer &person : *people) {
        auto purse = purseOf(desk, person);
        if (!purse)
            return fail(purse.error());
        found.push_back(std::move(*purse));
    }
    return found;
}

} // namespace foyer
