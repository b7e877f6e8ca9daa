// Secrets that were mailed to prove an e-mail: how many are open, and which e-mail one is for. By hash alone.
#pragma once

#include "core/storage/database.h"

namespace foyer::emailproof_store {

// `email`: in small letters.

/// In the place of one that ended, if there is one; false while `most` are open.
bool add(Database &db, const QString &email, const QByteArray &hash, int most, Instant now, Instant until);
/// When the first of the e-mail's ends; 0 when there is none.
Instant firstEnd(Database &db, const QString &email);

/// What an open one proves.
std::optional<QString> emailOf(Database &db, const QByteArray &hash, Instant now);
/// Whoever takes it is the only one: false when it ended or was taken.
bool take(Database &db, const QByteArray &hash, Instant now);
/// All of the e-mail.
void forget(Database &db, const QString &email);

/// Forgets what ended, at most `limit`.
int tidy(Database &db, Instant now, int limit);

} // namespace foyer::emailproof_store
