#include "core/services/customers.h"

#include "core/domain/inputtext.h"
#include "core/services/cartdiscounts.h"
#include "core/services/customerlogins.h"
#include "core/services/customerrules.h"
#include "core/services/gifts.h"
#include "core/services/livereservation.h"
#include "core/storage/customer_store.h"
#include "core/storage/reservation_store.h"
#include "core/storage/writer.h"

#include <array>

namespace foyer {

namespace {

Customer fromRow(const customer_store::Row &row)
{
    return {row.id, row.name, row.email, row.phone, row.notes, row.isEmailProved};
}

tl::unexpected<Error> nobody()
{
    return fail(ErrorCode::NotFound, {translate("Input", "this customer")});
}

} // namespace

Result<Customer> Customers::add(const Actor &actor, const Customer &asked, const QByteArray &passwordHash)
{
    if (const auto allowed = require(actor, Permission::Sell); !allowed)
        return fail(allowed.error());
    Customer customer = customer_rules::trimmed(asked);
    if (const auto good = customer_rules::check(customer); !good)
        return fail(good.error());
    return m_writer.write([&](Work &work) -> Result<Customer> {
        gifts::beginRegistering(work);
        customer.id = work.ids().make<CustomerId>();
        customer_store::add(work.db(), {customer.id, customer.name, customer.email, customer.phone, customer.notes}, customer_rules::searchText(customer), work.now());
        work.fact("customer.added", {{QStringLiteral("id"), customer.id.toString()}, {QStringLiteral("by"), actor.staff.toString()}});
        gifts::claim(work, actor.staff, customer.id, customer.email);
        if (!passwordHash.isEmpty())
            if (const auto added = CustomerLogins::add(work, customer.id, customer.email, passwordHash); !added)
                return fail(added.error());
        return customer;
    });
}

Result<Customer> Customers::change(const Actor &actor, const Customer &asked)
{
    if (const auto allowed = require(actor, Permission::Sell); !allowed)
        return fail(allowed.error());
    const Customer customer = customer_rules::trimmed(asked);
    if (const auto good = customer_rules::check(customer); !good)
        return fail(good.error());
    return m_writer.write([&](Work &work) -> Result<Customer> {
        gifts::beginRegistering(work);
        customer_store::lock(work.db(), std::array{customer.id}); // nobody erases them meanwhile, or sets their password
        if (!customer_store::isPresent(work.db(), customer.id))
            return nobody();
        if (const auto followed = CustomerLogins::follow(work, customer.id, customer.email); !followed)
            return fail(followed.error());
        customer_store::change(work.db(), {customer.id, customer.name, customer.email, customer.phone, customer.notes}, customer_rules::searchText(customer));
        work.fact("customer.changed", {{QStringLiteral("id"), customer.id.toString()}, {QStringLiteral("by"), actor.staff.toString()}});
        gifts::claim(work, actor.staff, customer.id, customer.email);
        return fromRow(*customer_store::get(work.db(), customer.id));
    });
}

Result<std::vector<Customer>> Customers::find(const QString &typed)
{
    const auto parts = customer_rules::partsOf(typed.left(MaxNameLength).trimmed());
    if (parts.empty() || parts.front().trimmed().isEmpty())
        return std::vector<Customer>();
    return m_writer.read([&](Database &db) {
        std::vector<Customer> found;
        for (const auto &row : customer_store::find(db, parts, MaxListed))
            found.push_back(fromRow(row));
        return found;
    });
}

Result<Customer> Customers::get(CustomerId id)
{
    return m_writer.read([&](Database &db) -> Result<Customer> {
        const auto found = customer_store::get(db, id);
        if (!found)
            return nobody();
        return fromRow(*found);
    });
}

Result<void> Customers::assign(const Actor &actor, ReservationId cart, CustomerId customer)
{
    if (const auto allowed = require(actor, Permission::Sell); !allowed)
        return allowed;
    return m_writer.write([&](Work &work) -> Result<void> {
        const auto reservation = lockActive(work, cart);
        if (!reservation)
            return fail(reservation.error());
        if (!customer.isNull() && !customer_store::isPresent(work.db(), customer))
            return nobody();
        if (const auto allowed = cartdiscounts::mayBelongTo(work, cart, customer); !allowed)
            return allowed;
        reservation_store::setCustomer(work.db(), cart, customer);
        QJsonObject fact = aboutReservation(cart, actor);
        fact.insert(QStringLiteral("customer"), customer.isNull() ? QJsonValue() : QJsonValue(customer.toString()));
        work.fact("cart.customer", fact);
        return {};
    });
}

} // namespace foyer
