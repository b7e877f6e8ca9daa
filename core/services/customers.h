// Customers: whom a cart is for. Optional everywhere; a name is enough.
#pragma once

#include "core/base/id.h"
#include "core/services/permission.h"

#include <vector>

namespace foyer {

class Writer;

struct Customer {
    CustomerId id;
    QString name;
    QString email; ///< may be empty
    QString phone; ///< as it was written; may be empty
    QString notes = {}; ///< for the house; may have several lines
    bool isEmailProved = false; ///< see EmailProofs, which alone decides it
};

class Customers
{
public:
    static constexpr int MaxNameLength = 100;
    static constexpr int MaxListed = 20;
    static constexpr int MaxNotesLength = 2000;

    explicit Customers(Writer &writer) : m_writer(writer) {}

    /// InvalidInput says which field and why. The id of `customer` is given here. Only the id enters the journal. Tickets that were
    /// passed on to the e-mail become theirs. With a password's hash they can sign in to a web shop: see CustomerLogins.
    Result<Customer> add(const Actor &actor, const Customer &customer, const QByteArray &passwordHash = {});
    /// The same for somebody who is there already.
    Result<Customer> change(const Actor &actor, const Customer &customer);
    /// What was typed so far: words that begin parts of the name or the e-mail, or digits of the phone number; accents
    /// and capitals do not matter. Nothing typed finds nobody. By name, at most MaxListed.
    Result<std::vector<Customer>> find(const QString &typed);
    /// NotFound also for somebody who was erased; of a merged entry, the one that stayed.
    Result<Customer> get(CustomerId id);
    /// Puts the customer on a cart; a null id takes them off. The order that comes from it keeps them. PromoNeedsCustomer and
    /// PromoCustomerUsedUp when a code of the cart counts for each customer.
    Result<void> assign(const Actor &actor, ReservationId cart, CustomerId customer);

private:
    Writer &m_writer;
};

} // namespace foyer
