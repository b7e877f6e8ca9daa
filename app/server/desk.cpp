#include "app/server/desk.h"

#include "core/services/boxoffice.h"

namespace foyer::server {

void Desk::setCompanion(BoxOffice &office, OnceOnly *companion)
{
    office.writer().setCompanion(companion);
}

void Desk::read(const CallPtr &call, std::function<Result<QJsonObject>(BoxOffice &)> question, Reply reply)
{
    m_readers.run([=, reply = std::move(reply)](BoxOffice &office) {
        const auto found = question(office);
        reply(found ? answered(*call, 200, *found) : refused(*call, faultFrom(found.error())));
    });
}

Fault Desk::passwordsBusy()
{
    return {429, QStringLiteral("too_many_requests"), QStringLiteral("Too many sign in at the same time. Try again in a moment."), {}, 1};
}

void Desk::setPapers(Workers *drawers, ReadPaper read)
{
    m_drawers = drawers;
    m_readPaper = std::move(read);
}

void Desk::ifTheirs(const CallPtr &call, std::function<Result<void>(Owners &, CustomerId)> look, const Reply &reply, std::function<void()> then)
{
    if (call->caller.customer.isNull())
        return then();
    m_readers.run([call, look = std::move(look), reply, then = std::move(then)](BoxOffice &office) {
        if (const auto theirs = look(office.owners(), call->caller.customer); !theirs)
            return reply(refused(*call, faultFrom(theirs.error())));
        then();
    });
}

std::vector<Result<TicketOption>> Desk::foundOptions(BoxOffice &office, std::span<const TicketTypeId> options)
{
    return office.options().find(options);
}

std::vector<Result<QStringList>> Desk::codesOf(BoxOffice &office, std::span<const Order> orders)
{
    return office.orders().codes(orders);
}

std::optional<Currency> Desk::walletCurrency(AccountId wallet)
{
    const std::lock_guard lock(m_mutex);
    const auto known = m_wallets.constFind(wallet);
    return known == m_wallets.constEnd() ? std::nullopt : std::optional(*known);
}

void Desk::rememberWallet(AccountId wallet, Currency currency)
{
    const std::lock_guard lock(m_mutex);
    if (m_wallets.size() >= MaxRememberedWallets)
        m_wallets.clear();
    m_wallets.insert(wallet, currency);
}

} // namespace foyer::server
