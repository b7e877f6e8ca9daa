// Customers: names and ways to reach them.
#pragma once

#include "core/storage/database.h"

#include <span>

namespace foyer::customer_store {

struct Row {
    CustomerId id;
    QString name;
    QString email;
    QString phone;
    QString notes = {};
    bool isEmailProved = false; ///< read only: prove() writes it
};

void add(Database &db, const Row &customer, const QString &search, Instant now);
/// At most three parts, each of which a word of the search text must begin with, or a part of the phone number; by name.
std::vector<Row> find(Database &db, std::span<const QString> parts, int limit);
/// Of a merged entry, the one that stayed; nobody who was erased.
std::optional<Row> get(Database &db, CustomerId id);
/// There, neither erased nor merged into another.
bool isPresent(Database &db, CustomerId id);
void change(Database &db, const Row &customer, const QString &search);
/// The first of those with this e-mail, capitals aside; nobody for an empty one.
std::optional<Row> byEmail(Database &db, const QString &email);

/// The person proved that this e-mail is theirs; in small letters. Kept, but without effect while they have another.
void prove(Database &db, CustomerId id, const QString &email);
/// Of the entry and of what was merged into it.
std::vector<QString> emailsOf(Database &db, CustomerId id);

/// Who has this e-mail (in small letters), or had it before their entry became part of another.
std::optional<CustomerId> personOf(Database &db, const QString &email);

std::optional<Row> byNameAndPhone(Database &db, const QString &name, const QString &phone);

/// Who merges or erases one waits for who does the same.
void lock(Database &db, std::span<const CustomerId> ids);
/// The entry and everything that points at it belongs to `into` from now on.
void merge(Database &db, CustomerId from, CustomerId into);
/// Nothing of the person is left but the id, here and in what was merged into them; tickets that wait for their e-mail are the buyer's again.
void erase(Database &db, CustomerId id, Instant now);

struct OrderRow {
    QString number;
    Instant at;
    Money total;
};

/// Oldest first.
std::vector<OrderRow> orders(Database &db, CustomerId id);

} // namespace foyer::customer_store
