#include "core/services/verifier.h"

#include "core/base/money.h"
#include "core/domain/businessday.h"
#include "core/domain/inputtext.h"
#include "core/services/chainproof.h"
#include "core/services/discountproof.h"
#include "core/services/factproof.h"
#include "core/services/shiftproof.h"
#include "core/storage/verify_checks.h"

#include <map>

namespace foyer {

namespace {

struct Figures {
    qint64 sold = 0;
    qint64 amount = 0;
    QString name; ///< event and ticket type
};

using RollupKey = std::tuple<ChainId, EventId, TicketTypeId, QString, int>;

} // namespace

Result<VerifyReport> Verifier::verify()
{
    return guarded([&]() -> Result<VerifyReport> { return prove(); });
}

VerifyReport Verifier::prove()
{
    const verify_store::Snapshot snapshot(m_db);
    Breaches breaches(MaxBreaches);
    VerifyReport report;
    report.records = proveJournal(breaches);
    for (const QString &breach : verify_checks::run(m_db, MaxBreaches))
        breaches.add(breach);
    DiscountProof(breaches, m_db).check();
    proveTaxes(breaches);
    proveRollups(breaches);
    report.tickets = verify_store::ticketCount(m_db);
    report.transfers = verify_store::transferCount(m_db);
    report.breaches = breaches.sentences();
    return report;
}

qint64 Verifier::proveJournal(Breaches &breaches)
{
    ChainProof chains(breaches, verify_store::chains(m_db));
    FactProof facts(breaches, m_db, [&](ChainId chain, qint64 seq) { return chains.nameOf(chain, seq); });
    qint64 count = 0;
    ChainId chain;
    qint64 seq = 0;
    for (;;) {
        const auto page = verify_store::records(m_db, chain, seq, PageSize);
        if (page.empty())
            break;
        chains.check(page);
        facts.check(page);
        count += qint64(page.size());
        chain = page.back().chain;
        seq = page.back().seq;
    }
    chains.finish(m_db, m_marks);
    facts.finish();
    ShiftProof(breaches, m_db, [&](ChainId named, qint64 at) { return chains.nameOf(named, at); }).check();
    return count;
}

void Verifier::proveTaxes(Breaches &breaches)
{
    for (const auto &charged : verify_store::taxes(m_db)) {
        const Currency currency = Currency::fromCode(charged.currency).value_or(Currency());
        const qint64 right = taxContained(Money(charged.gross, currency), charged.rate).minor();
        if (charged.tax != right)
            breaches.add(translate("Verify", "Order %1 has a line of %2 %3 that contains %4 of tax, but it says %5.")
                             .arg(charged.orderNumber, QString::number(charged.gross), charged.currency, QString::number(right), QString::number(charged.tax)));
    }
}

void Verifier::proveRollups(Breaches &breaches)
{
    std::map<RollupKey, Figures> counted;
    for (const auto &sale : verify_store::saleCounts(m_db)) {
        const int day = businessDay(sale.at, QTimeZone(sale.timeZone.toUtf8()));
        Figures &figures = counted[{sale.chain, sale.event, sale.type, sale.currency, day}];
        figures.sold += sale.sold;
        figures.amount += sale.amount;
        figures.name = sale.eventName + QStringLiteral(", ") + sale.typeName;
    }
    const auto differ = [&](const RollupKey &key, const QString &name, qint64 told, qint64 toldAmount, const Figures &found) {
        if (told != found.sold || toldAmount != found.amount)
            breaches.add(translate("Verify", "%1 on %2: the statistics say %3 sold for %4, but the orders say %5 for %6.")
                             .arg(name, businessDate(std::get<int>(key)).toString(Qt::ISODate), QString::number(told), QString::number(toldAmount),
                                  QString::number(found.sold), QString::number(found.amount)));
    };
    for (const auto &row : verify_store::rollups(m_db)) {
        const RollupKey key{row.chain, row.event, row.type, row.currency, row.day};
        const auto found = counted.extract(key);
        differ(key, row.eventName + QStringLiteral(", ") + row.typeName, row.sold, row.amount, found ? found.mapped() : Figures{});
    }
    for (const auto &[key, figures] : counted)
        differ(key, figures.name, 0, 0, figures);
}

} // namespace foyer
