#include "app/server/passworddesk.h"

#include "core/services/customerlogins.h"

#include <QtCore/QUuid>

namespace foyer::server {

PasswordDesk::PasswordDesk(crypto::PinCost cost)
    : m_cost(cost), m_nobodys(crypto::hashPin(QUuid::createUuid().toString(), cost)), m_workers(AtOnce, Places)
{
}

void PasswordDesk::hash(Workers::Place place, const QString &password, std::function<void(QByteArray)> then)
{
    m_workers.run(std::move(place), [this, password, then = std::move(then)] { then(crypto::hashPin(password, m_cost)); });
}

void PasswordDesk::compare(Workers::Place place, const QString &password, const QByteArray &hash, std::function<void(bool)> then)
{
    m_workers.run(std::move(place), [this, password, hash, then = std::move(then)] {
        const bool matches = crypto::pinMatches(password, hash.isEmpty() ? m_nobodys : hash);
        then(matches && !hash.isEmpty());
    });
}

QString newPassword(const Fields &fields)
{
    const QString password = fields.text("password", Fields::Need::Required, CustomerLogins::LongestPassword);
    if (password.size() < CustomerLogins::ShortestPassword)
        fields.refuse("password", QStringLiteral("has fewer than %1 characters").arg(CustomerLogins::ShortestPassword));
    return password;
}

} // namespace foyer::server
