// What tests of promo codes share: a house with two events, codes in one line, and a proof that everything adds up.
#pragma once

#include "core/services/verifier.h"
#include "core/storage/terminal_store.h"
#include "core/storage/writer.h"
#include "tests/support/builders.h"

namespace foyer::test {

inline PromoTerms percentOff(qint64 hundredths)
{
    PromoTerms terms;
    terms.value = hundredths;
    return terms;
}

inline PromoTerms amountOff(qint64 cents)
{
    PromoTerms terms;
    terms.kind = DiscountKind::Amount;
    terms.value = cents;
    terms.currency = Currency();
    return terms;
}

inline PromoTerms times(PromoTerms terms, qint64 limit)
{
    terms.totalLimit = limit;
    return terms;
}

class DiscountHouse
{
public:
    explicit DiscountHouse(const QString &database) : box(database), office(box.open())
    {
        hamlet = anEvent(*office).withSeats(2, 10, 1000).withGeneral(QStringLiteral("Standing"), 200, 1000).add();
        club = anEvent(*office).named(QStringLiteral("Club")).withGeneral(QStringLiteral("Floor"), 200, 1500).withFee(100).add();
    }

    PromoCode code(const QString &code, const PromoTerms &terms) { return must(office->promos().add(office->system(), code, terms)); }
    Reservation standing(int places) { return hold(*office, {test::places(hamlet, 1, places)}); }
    Result<Reservation> enter(const Reservation &cart, const QString &code) { return office->discounts().enter(office->system(), cart.id, code); }
    /// "held/used" of a code.
    QString uses(const QString &code)
    {
        const auto use = must(office->promos().show(code)).use;
        return QStringLiteral("%1/%2").arg(use.held).arg(use.used);
    }
    Result<CheckoutState> pay(const Reservation &cart)
    {
        if (cart.total().isZero())
            return office->checkout().completeFree(office->system(), cart.id);
        return office->checkout().pay(office->system(), PayRequest{cart.id, Tender::Cash, cart.total(), {}, QStringLiteral("pay ") + cart.id.toString()});
    }
    Order sold(const Reservation &cart) { return *must(pay(cart)).order; }

    /// What verify finds; nothing, if all is well. On SQLite nobody else may write meanwhile, which nobody does.
    QString breaches()
    {
        const auto db = Database::open(box.url(), Database::Mode::Read, box.clock());
        return must(Verifier(*db, KeyStore(box.keyFolder()).marks(terminal_store::all(*db))).verify()).breaches.join(u'\n');
    }

    /// The tables themselves. The house is closed for it: SQLite has one writer.
    std::unique_ptr<Database> behind()
    {
        office.reset();
        return box.administrator();
    }

    TestDatabase box;
    std::unique_ptr<BoxOffice> office;
    Event hamlet;
    Event club;
};

} // namespace foyer::test
