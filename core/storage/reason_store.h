// Why something was done, in somebody's own words: beside the journal, which knows its salted hash alone.
#pragma once

#include "core/storage/database.h"

namespace foyer::reason_store {

void add(Database &db, ChainId chain, qint64 seq, const QByteArray &salt, const QString &text);

struct Told {
    ChainId chain;
    qint64 seq = 0;
    QByteArray salt;
    QString text;
};

/// Those of these records.
std::vector<Told> of(Database &db, ChainId chain, qint64 first, qint64 last);
/// Whoever reads for statistics sees none of it.
bool mayRead(Database &db);
/// What was said about this customer's orders and tickets.
void forget(Database &db, CustomerId customer);

} // namespace foyer::reason_store
