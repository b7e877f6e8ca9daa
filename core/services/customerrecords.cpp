#include "core/services/customerrecords.h"

#include "core/domain/inputtext.h"
#include "core/services/customerlogins.h"
#include "core/services/customerrules.h"
#include "core/services/emailproofs.h"
#include "core/services/gifts.h"
#include "core/services/walletbook.h"
#include "core/storage/customer_store.h"
#include "core/storage/deposit_store.h"
#include "core/storage/emailproof_store.h"
#include "core/storage/gift_store.h"
#include "core/storage/reason_store.h"
#include "core/storage/writer.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonDocument>

#include <algorithm>

namespace foyer {

namespace {

tl::unexpected<Error> noSuchCustomer()
{
    return fail(ErrorCode::NotFound, {translate("Input", "this customer")});
}

QString isoTime(Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(at.ms, Qt::UTC).toString(Qt::ISODateWithMs);
}

/// What is in the wallets of one goes into those of the other.
Result<void> moveWallets(Work &work, StaffId by, CustomerId from, CustomerId into)
{
    std::vector<std::pair<AccountId, AccountId>> ways;
    std::vector<AccountId> all;
    for (const auto &wallet : wallet_store::ofOwner(work.db(), from.uuid())) {
        ways.emplace_back(wallet.id, walletOf(work, into, wallet.balance.currency()));
        all.insert(all.end(), {ways.back().first, ways.back().second});
    }
    WalletBook book(work, by);
    book.lock(all);
    for (const auto &[source, target] : ways) {
        const auto wallet = book.need(source);
        if (!wallet)
            return fail(wallet.error());
        if (!wallet->balance.isPositive())
            continue;
        if (const auto moved = book.move({.debit = source, .credit = target, .amount = wallet->balance}); !moved)
            return fail(moved.error());
    }
    book.write();
    return {};
}

/// What stays, completed by what goes.
customer_store::Row mergedRow(customer_store::Row into, const customer_store::Row &from)
{
    if (into.email.isEmpty())
        into.email = from.email;
    if (gifts::folded(into.email) == gifts::folded(from.email)) // what goes proved it for what stays
        into.isEmailProved = into.isEmailProved || from.isEmailProved;
    if (into.phone.isEmpty())
        into.phone = from.phone;
    if (!from.notes.isEmpty())
        into.notes = QStringList{into.notes, from.notes}.join(u'\n').trimmed().left(Customers::MaxNotesLength);
    return into;
}

QJsonObject walletJson(Database &db, const wallet_store::Row &wallet)
{
    QJsonArray entries;
    for (const auto &row : wallet_store::statement(db, wallet.id, wallet.balance.currency()))
        entries.append(QJsonObject{{QStringLiteral("number"), row.entry.number}, {QStringLiteral("time"), isoTime(row.entry.at)},
                                   {QStringLiteral("kind"), entryKindName(row.entry.kind)}, {QStringLiteral("amount"), row.entry.amount.toString()},
                                   {QStringLiteral("balance"), row.entry.balance.toString()}});
    return {{QStringLiteral("currency"), wallet.balance.currency().code()}, {QStringLiteral("balance"), wallet.balance.toString()},
            {QStringLiteral("operations"), entries}};
}

} // namespace

Result<Customer> CustomerRecords::merge(const Actor &actor, CustomerId from, CustomerId into)
{
    if (const auto allowed = require(actor, Permission::ManageCustomers); !allowed)
        return fail(allowed.error());
    if (from == into)
        return fail(ErrorCode::InvalidInput, {translate("Input", "these are not two customers but one")});
    return m_writer.write([&](Work &work) -> Result<Customer> {
        gifts::beginRegistering(work);
        customer_store::lock(work.db(), std::array{from, into});
        if (!customer_store::isPresent(work.db(), from) || !customer_store::isPresent(work.db(), into))
            return noSuchCustomer();
        const auto kept = mergedRow(*customer_store::get(work.db(), into), *customer_store::get(work.db(), from));
        const Customer customer{kept.id, kept.name, kept.email, kept.phone, kept.notes, kept.isEmailProved};
        for (const QString &email : {kept.email, customer_store::get(work.db(), from)->email})
            gifts::claim(work, actor.staff, into, email); // whatever waits for them by either e-mail
        if (const auto moved = moveWallets(work, actor.staff, from, into); !moved)
            return fail(moved.error());
        customer_store::change(work.db(), kept, customer_rules::searchText(customer));
        if (kept.isEmailProved)
            customer_store::prove(work.db(), into, gifts::folded(kept.email));
        customer_store::merge(work.db(), from, into);
        CustomerLogins::merge(work, from, into, kept.email);
        work.fact("customer.merged", {{QStringLiteral("id"), from.toString()}, {QStringLiteral("into"), into.toString()},
                                      {QStringLiteral("by"), actor.staff.toString()}});
        return customer;
    });
}

Result<QByteArray> CustomerRecords::exportData(const Actor &actor, CustomerId id)
{
    if (const auto allowed = require(actor, Permission::ManageCustomers); !allowed)
        return fail(allowed.error());
    return m_writer.read([&](Database &db) -> Result<QByteArray> {
        const auto customer = customer_store::get(db, id);
        if (!customer)
            return noSuchCustomer();
        QJsonArray orders;
        for (const auto &order : customer_store::orders(db, customer->id))
            orders.append(QJsonObject{{QStringLiteral("number"), order.number}, {QStringLiteral("time"), isoTime(order.at)},
                                      {QStringLiteral("total"), order.total.toString()}, {QStringLiteral("currency"), order.total.currency().code()}});
        QJsonArray wallets;
        for (const auto &wallet : wallet_store::ofOwner(db, customer->id.uuid()))
            wallets.append(walletJson(db, wallet));
        const QJsonObject all{{QStringLiteral("id"), customer->id.toString()}, {QStringLiteral("name"), customer->name},
                              {QStringLiteral("email"), customer->email}, {QStringLiteral("email_proved"), customer->isEmailProved},
                              {QStringLiteral("phone"), customer->phone}, {QStringLiteral("notes"), customer->notes}, {QStringLiteral("orders"), orders}, {QStringLiteral("wallets"), wallets}};
        return QJsonDocument(all).toJson(QJsonDocument::Indented);
    });
}

Result<void> CustomerRecords::erase(const Actor &actor, CustomerId id)
{
    if (const auto allowed = require(actor, Permission::ManageCustomers); !allowed)
        return allowed;
    return m_writer.write([&](Work &work) -> Result<void> {
        customer_store::lock(work.db(), std::array{id});
        if (!customer_store::isPresent(work.db(), id))
            return noSuchCustomer();
        std::vector<AccountId> wallets;
        for (const auto &wallet : wallet_store::ofOwner(work.db(), id.uuid()))
            wallets.push_back(wallet.id);
        std::sort(wallets.begin(), wallets.end());
        for (const auto &wallet : wallet_store::lock(work.db(), wallets))
            if (wallet.balance.isPositive())
                return fail(ErrorCode::InvalidInput, {translate("Input", "the wallet still holds %1 %2, which have to be paid out first")
                                                          .arg(wallet.balance.toString(), wallet.balance.currency().code())});
        if (const auto expected = deposit_store::expected(work.db(), id); !expected.empty())
            return fail(ErrorCode::InvalidInput, {translate("Input", "a card is still asked about %1 %2 for the wallet; wait for its answer")
                                                      .arg(expected.front().amount.toString(), expected.front().amount.currency().code())});
        reason_store::forget(work.db(), id);
        EmailProofs::forget(work, id);
        customer_store::erase(work.db(), id, work.now());
        CustomerLogins::erase(work, id);
        work.fact("customer.erased", {{QStringLiteral("id"), id.toString()}, {QStringLiteral("by"), actor.staff.toString()}});
        return {};
    });
}

Result<int> CustomerRecords::forgetEmail(const Actor &actor, const QString &email)
{
    if (const auto allowed = require(actor, Permission::ManageCustomers); !allowed)
        return fail(allowed.error());
    return m_writer.write([&](Work &work) -> Result<int> {
        const auto waiting = gift_store::waitingFor(work.db(), gifts::folded(email));
        if (waiting.empty())
            return fail(ErrorCode::NotFound, {translate("Input", "a ticket that waits for this e-mail")});
        gift_store::forget(work.db(), waiting);
        emailproof_store::forget(work.db(), gifts::folded(email));
        work.fact("gift.forgotten", JsonText().add("tickets", int(waiting.size())).add("by", actor.staff));
        return int(waiting.size());
    });
}

} // namespace foyer
