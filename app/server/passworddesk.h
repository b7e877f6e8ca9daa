// PasswordDesk: hashes and compares customers' passwords, which is slow on purpose, on threads of its own; few at a time.
#pragma once

#include "app/server/fields.h"
#include "app/server/workers.h"
#include "core/base/crypto.h"

#include <QtCore/QString>

namespace foyer::server {

class PasswordDesk
{
public:
    static constexpr int AtOnce = 2;   ///< 64 MiB each
    static constexpr int Places = 32;  ///< more are told to come again

    explicit PasswordDesk(crypto::PinCost cost);

    Workers::Place place() { return m_workers.place(); }
    void hash(Workers::Place place, const QString &password, std::function<void(QByteArray)> then);
    /// An empty hash is nobody's: comparing takes as long, and fails.
    void compare(Workers::Place place, const QString &password, const QByteArray &hash, std::function<void(bool)> then);
    void close() { m_workers.close(); }

private:
    const crypto::PinCost m_cost;
    const QByteArray m_nobodys;
    Workers m_workers;
};

/// The member "password", where somebody chooses one; refused when it is missing, too short or too long.
QString newPassword(const Fields &fields);

} // namespace foyer::server
