// A till that loses power: sells two seats and a standing place, half in cash and half by card, and kills itself with
// SIGKILL before the N-th system call that writes (to the file on SQLite, to the server on PostgreSQL).
// killed_sale URL KEYS BOOKS N prints "sold" and the number of such calls when it got through. With a fifth argument
// "lost" the card's answer never comes; it prints "unknown" and dies when it has given the answer up.
#include "core/base/later.h"
#include "core/base/random.h"
#include "core/payment/sandboxgateway.h"
#include "core/services/boxoffice.h"
#include "core/services/cardpayments.h"
#include "tests/support/killer.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QTextStream>

#include <signal.h>
#include <unistd.h>

using namespace foyer;

namespace {

template <typename T>
T must(Result<T> result)
{
    if (!result)
        qFatal("the sale failed: %d %s", int(result.error().code), qUtf8Printable(result.error().detail));
    return std::move(*result);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    const SystemClock clock;
    SystemRandom random;
    auto office = must(BoxOffice::open({must(DatabaseUrl::parse(arguments.at(1))), arguments.at(2), QStringLiteral("till"), clock, random, crypto::PinCost::Minimal}));
    auto bank = must(SandboxGateway::open(arguments.at(3), clock, eventLoopLater()));
    const bool isLost = arguments.value(5) == QLatin1String("lost");
    bank->setBehaviour({.delay = Milliseconds(0), .loseReply = isLost});
    const CardTiming impatient{Milliseconds(1), Milliseconds(600'000), Milliseconds(600'000)};
    CardPayments cards(office->checkout(), *bank, clock, eventLoopLater(), isLost ? impatient : CardTiming{});
    cards.onChange([isLost](const CheckoutState &) {
        if (!isLost)
            return;
        QTextStream(stdout) << "unknown" << Qt::endl;
        ::kill(::getpid(), SIGKILL);
    });
    const Event event = must(office->catalogue().events({})).front();
    const auto seated = event.ticketTypes[0];
    const auto standing = event.ticketTypes[1];

    test::killer::arm(arguments.at(4).toInt());
    const auto best = must(office->inventory().reserveBest(office->system(), BestRequest{{}, Channel::Counter, event.id, {seated.priceLevels[0].id}, 2}));
    const auto cart = must(office->inventory().reserve(office->system(), ReserveRequest{best.reservation.id, Channel::Counter,
        {{event.id, standing.priceLevels[0].id, {}, 1}}}));
    const Money half(cart.total().minor() / 2, cart.currency);
    must(office->checkout().pay(office->system(), PayRequest{cart.id, Tender::Cash, half, {}, cart.id.toString() + QStringLiteral("-cash")}));
    const auto owner = std::make_shared<char>();
    cards.charge(office->system(), {cart.id, cart.total() - half, {}, cart.id.toString() + QStringLiteral("-card")}, owner,
                 [&](const Result<CheckoutState> &state) {
                     const int calls = test::killer::disarm();
                     QTextStream(stdout) << (must(state).order ? "sold " : "not sold ") << calls << Qt::endl;
                     app.quit();
                 });
    return app.exec();
}
