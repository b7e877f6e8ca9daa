// What a customer's fields may hold, and how they are searched.
#pragma once

#include "core/services/customers.h"

namespace foyer::customer_rules {

constexpr qsizetype MaxEmailLength = 254;

/// Without blanks around the fields.
Customer trimmed(const Customer &customer);
/// InvalidInput says which field and why.
Result<void> check(const Customer &customer);
bool isEmail(const QString &text);
/// What find() looks through.
QString searchText(const Customer &customer);
/// What was typed, as beginnings of words of the search text; none when nothing was typed.
std::vector<QString> partsOf(const QString &typed);

} // namespace foyer::customer_rules
