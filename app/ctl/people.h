// People: customers and wallets as the words of a command line name them.
#pragma once

#include "app/ctl/call.h"

namespace foyer::ctl {

/// --currency, for verbs that look for a customer's wallet.
QCommandLineOption currencyOption();
/// What --currency says; the venue's unless given.
Result<Currency> walletCurrency(Call &call, BoxOffice &office);

/// By id, or the only one whose name, e-mail or phone fits. NotFound, InvalidInput.
Result<Customer> findCustomer(BoxOffice &office, const QString &text);
/// By its id, a gift card's code, or whose it is and in which currency. NotFound, InvalidInput.
Result<Wallet> findWallet(BoxOffice &office, const QString &text, Currency currency);
/// The same in walletCurrency().
Result<Wallet> findWallet(Call &call, BoxOffice &office, const QString &text);

} // namespace foyer::ctl
