// Tickets that were passed on to an e-mail which no customer has, and wait for whoever registers with it.
#pragma once

#include "core/storage/database.h"

#include <QtCore/QHash>

#include <span>

namespace foyer::gift_store {

/// Whoever registers people or changes e-mails does so beside others; whoever gives to an e-mail is alone. Until the unit
/// of work ends: so nobody registers with an e-mail while a ticket is being put there.
enum class Turn { Registering, Giving };
void lock(Database &db, Turn turn);

/// `email` in small letters; instead of whoever they waited for before.
void wait(Database &db, std::span<const TicketId> tickets, const QString &email, Instant now);
void forget(Database &db, std::span<const TicketId> tickets);

std::vector<TicketId> waitingFor(Database &db, const QString &email);
/// Those of these that still waited: nobody else gets them any more.
std::vector<TicketId> take(Database &db, std::span<const TicketId> tickets, const QString &email);

/// Those of the order's tickets that wait, and for whom.
QHash<TicketId, QString> ofOrder(Database &db, OrderId order);

} // namespace foyer::gift_store
