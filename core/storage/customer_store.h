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
};

void add(Database &db, const Row &customer, const QString &search, Instant now);
/// At most three patterns, each of which the search text must contain; by name.
std::vector<Row> find(Database &db, std::span<const QString> parts, int limit);
std::optional<Row> get(Database &db, CustomerId id);

} // namespace foyer::customer_store
