// Comps: why and by whom tickets were given free of charge.
#pragma once

#include "core/domain/sale.h"
#include "core/storage/database.h"

namespace foyer::comp_store {

struct Comp {
    OrderId order;
    QString reason;
    StaffId staff;    ///< who issued it; null: a program
    StaffId approver; ///< who allowed it; null when the issuer may
};

void insert(Database &db, const Comp &comp);

/// What an order's page says of it.
struct Said {
    QString reason;
    QString approver; ///< a name; empty without one
};
std::optional<Said> of(Database &db, OrderId order);

} // namespace foyer::comp_store
