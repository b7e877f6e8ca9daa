// A till that loses power in the middle of something other than a sale: killed_verb URL KEYS BOOKS N STAFF WORDS… does what the
// words say (tests/support/verbs.h), sends what cards are to get back, and kills itself with SIGKILL before the N-th system
// call that writes. It prints "done" and the number of such calls when it got through.
#include "core/base/later.h"
#include "core/base/random.h"
#include "core/payment/sandboxgateway.h"
#include "core/services/carddeposits.h"
#include "core/services/cardpayments.h"
#include "tests/support/killer.h"
#include "tests/support/verbs.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QTextStream>

using namespace foyer;

namespace {

template <typename T>
T got(Result<T> result)
{
    if (!result)
        qFatal("it failed: %d %s", int(result.error().code), qUtf8Printable(result.error().detail));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    const SystemClock clock;
    SystemRandom random;
    auto office = got(BoxOffice::open({got(DatabaseUrl::parse(arguments.at(1))), arguments.at(2), QStringLiteral("till"), clock, random, crypto::PinCost::Minimal}));
    auto bank = got(SandboxGateway::open(arguments.at(3), clock, eventLoopLater()));
    bank->setBehaviour({.delay = Milliseconds(0)});
    CardPayments cards(office->checkout(), *bank, clock, eventLoopLater());
    const Actor actor{StaffId(QUuid::fromString(arguments.at(5))), Role::Administrator, office->terminal(), ShiftId()};

    CardDeposits deposits(office->deposits(), *bank, clock, eventLoopLater());
    const QStringList words = arguments.mid(6);
    const auto owner = std::make_shared<char>();
    PaidExchanges exchanges(office->exchangePlans(), office->checkout(), cards);
    test::killer::arm(arguments.at(4).toInt());
    if (words.at(0) == QLatin1String("carddeposit"))
        deposits.charge(actor, test::depositCharge(words), owner, [](const Result<CardDeposit> &deposit) { got(deposit); });
    else if (words.at(0) == QLatin1String("cardexchange"))
        test::exchangeByCard(*office, cards, actor, words, owner);
    else
        got(test::doVerb(*office, actor, words));
    got(cards.resume());
    while (cards.pending() > 0 || deposits.pending() > 0)
        app.processEvents(QEventLoop::WaitForMoreEvents);
    QTextStream(stdout) << "done " << test::killer::disarm() << Qt::endl;
    return 0;
}
