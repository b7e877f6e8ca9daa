// DiscountProof: works out again what the codes and discounts of every sale took off its tickets, and compares it with what was charged.
#pragma once

#include "core/services/breaches.h"
#include "core/storage/discountproof_store.h"

namespace foyer {

class DiscountProof
{
public:
    DiscountProof(Breaches &breaches, Database &db) : m_breaches(breaches), m_db(db) {}

    void check();

private:
    /// Orders read at a time.
    static constexpr int OrdersAtOnce = 500;

    void check(const std::vector<discountproof_store::DiscountedOrder> &orders);

    Breaches &m_breaches;
    Database &m_db;
};

} // namespace foyer
