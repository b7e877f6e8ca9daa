#include "app/ctl/people.h"

#include "core/domain/inputtext.h"

namespace foyer::ctl {

QCommandLineOption currencyOption()
{
    return {QStringLiteral("currency"), translate("Ctl", "The wallet's currency; the venue's unless given."), translate("Ctl", "code")};
}

Result<Currency> walletCurrency(Call &call, BoxOffice &office)
{
    if (call.has("currency"))
        return Currency::fromCode(call.value("currency"));
    const auto venues = office.catalogue().venues();
    if (!venues)
        return fail(venues.error());
    return venues->empty() ? Currency() : venues->front().currency;
}

Result<Customer> findCustomer(BoxOffice &office, const QString &text)
{
    if (const auto id = CustomerId::fromString(text))
        return office.customers().get(*id);
    const auto found = office.customers().find(text);
    if (!found)
        return fail(found.error());
    if (found->empty())
        return fail(ErrorCode::NotFound, {translate("Ctl", "the customer \"%1\"").arg(text.left(60))});
    if (found->size() > 1)
        return fail(ErrorCode::InvalidInput, {translate("Ctl", "\"%1\" fits several customers; say the e-mail or the id").arg(text.left(60))});
    return found->front();
}

Result<Wallet> findWallet(BoxOffice &office, const QString &text, Currency currency)
{
    if (const auto id = AccountId::fromString(text))
        if (const auto wallet = office.wallets().get(*id))
            return wallet;
    if (GiftCardCode::parse(text))
        return office.wallets().byCode(text);
    const auto customer = findCustomer(office, text);
    if (!customer)
        return fail(customer.error());
    const auto wallets = office.wallets().ofCustomer(customer->id);
    if (!wallets)
        return fail(wallets.error());
    for (const Wallet &wallet : *wallets)
        if (wallet.balance.currency() == currency)
            return wallet;
    return fail(ErrorCode::NotFound, {translate("Ctl", "a wallet of %1 in %2").arg(customer->name, currency.code())});
}

Result<Wallet> findWallet(Call &call, BoxOffice &office, const QString &text)
{
    const auto currency = walletCurrency(call, office);
    return currency ? findWallet(office, text, *currency) : fail(currency.error());
}

} // namespace foyer::ctl
