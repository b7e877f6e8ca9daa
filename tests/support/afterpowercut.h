// After a power cut: what a till does when it starts again, and the proof that every law still holds.
#pragma once

#include "core/payment/sandboxgateway.h"
#include "core/services/carddeposits.h"
#include "core/services/paidexchanges.h"
#include "core/services/cardpayments.h"
#include "core/services/verifier.h"
#include "core/storage/keystore.h"
#include "core/storage/terminal_store.h"
#include "core/storage/writer.h"
#include "tests/support/builders.h"

namespace foyer::test {

inline QString urlText(const TestDatabase &box)
{
    const DatabaseUrl &url = box.url();
    return box.isPostgres() ? QStringLiteral("postgres://%1@%2:%3/%4").arg(url.user, url.hosts, url.ports, url.database)
                            : QStringLiteral("sqlite:") + url.path;
}

/// Power is back: what was left open is asked about, what cannot be finished is given back, and every law must hold.
inline std::unique_ptr<SandboxGateway> recover(TestDatabase &box, BoxOffice &office, const QString &books)
{
    QVector<std::function<void()>> queue;
    const auto later = [&](Milliseconds, std::function<void()> body) { queue << std::move(body); };
    auto bank = must(SandboxGateway::open(books, SystemClock(), later));
    const SetClock clock(SystemClock().now() + std::chrono::minutes(2)); // past every deadline
    CardPayments cards(office.checkout(), *bank, clock, later);
    CardDeposits deposits(office.deposits(), *bank, clock, later);
    const auto settle = [&] {
        for (int rounds = 0; cards.pending() + deposits.pending() > 0 && rounds < 200; ++rounds)
            if (!queue.isEmpty())
                queue.takeFirst()();
    };
    PaidExchanges exchanges(office.exchangePlans(), office.checkout(), cards);
    must(cards.resume());
    must(exchanges.resume());
    must(deposits.resume());
    settle();
    if (cards.pending() + deposits.pending() != 0)
        qFatal("a payment has no answer");
    for (const ReservationId open : must(office.checkout().paying()))
        must(cards.abandon(office.system(), open));
    settle();
    const auto report = *office.writer().read([&](Database &) -> Result<VerifyReport> {
        const auto db = Database::open(box.url(), Database::Mode::Read, clock);
        return Verifier(*db, KeyStore(box.keyFolder()).marks(terminal_store::all(*db))).verify();
    });
    if (!report.isSound())
        qFatal("%s", qPrintable(report.breaches.join(u'\n')));
    return bank;
}

} // namespace foyer::test
