// FoundPurse: somebody who was found by typing, with what is in their wallets; or a gift card, by its code.
#pragma once

#include "core/domain/wallet.h"
#include "core/services/customers.h"

namespace foyer {

struct Desk;

struct FoundPurse {
    Customer customer; ///< of a gift card: nobody
    std::vector<Wallet> wallets;

    bool isGiftCard() const { return customer.id.isNull(); }
    /// The person's name, or the gift card with its code.
    QString title() const;
    /// Ways to reach the person, and what is in the wallets.
    QString detail() const;
    /// In this currency; null when there is none.
    const Wallet *wallet(Currency currency) const;
};

/// On the database's thread: whoever fits what was typed, or the gift card whose code it is.
Result<std::vector<FoundPurse>> findPurses(Desk &desk, const QString &typed);
Result<FoundPurse> purseOf(Desk &desk, const Customer &customer);

} // namespace foyer
