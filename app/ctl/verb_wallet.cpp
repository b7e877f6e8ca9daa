#include "app/common/paths.h"
#include "app/ctl/people.h"
#include "core/base/later.h"
#include "core/domain/inputtext.h"
#include "core/payment/sandboxgateway.h"
#include "core/services/carddeposits.h"

#include <QtCore/QEventLoop>
#include <QtCore/QJsonArray>
#include <QtCore/QTimer>

namespace foyer::ctl {

namespace {

using WalletKind = WalletRequest::Kind;

constexpr Milliseconds DepositDeadline{90'000}; ///< longer than the gateway is waited for

QJsonObject walletJson(const Wallet &wallet)
{
    QJsonObject json{{QStringLiteral("wallet"), wallet.id.toString()}, {QStringLiteral("balance"), wallet.balance.toString()},
                     {QStringLiteral("currency"), wallet.balance.currency().code()}};
    if (wallet.isGiftCard)
        json.insert(QStringLiteral("code"), wallet.code);
    else
        json.insert(QStringLiteral("customer"), wallet.customer.toString());
    return json;
}

Answer createWallet(Call &call)
{
    auto office = call.open();
    if (!office)
        return failed(office.error());
    const auto currency = walletCurrency(call, **office);
    if (!currency)
        return failed(currency.error());
    const Actor actor = (*office)->system();
    if (call.argument(0) == QLatin1String("gift-card")) {
        const auto card = (*office)->wallets().issueGiftCard(actor, *currency);
        return card ? Answer(Outcome{translate("Ctl", "The gift card %1 is empty.").arg(card->code), walletJson(*card), {}}) : failed(card.error());
    }
    const auto customer = findCustomer(**office, call.argument(0));
    if (!customer)
        return failed(customer.error());
    const auto wallet = (*office)->wallets().open(actor, customer->id, *currency);
    if (!wallet)
        return failed(wallet.error());
    return Outcome{translate("Ctl", "%1 has a wallet with %2 %3.").arg(customer->name, wallet->balance.toString(), currency->code()), walletJson(*wallet), {}};
}

/// Through the gateway of the box office; what has no answer in time is asked about when the till or this program starts again.
Result<WalletReceipt> chargeCard(Call &call, BoxOffice &office, const WalletRequest &request)
{
    const auto gateway = SandboxGateway::open(paths::sandboxBooks(call.keyFolder()), call.clock(), eventLoopLater());
    if (!gateway)
        return fail(gateway.error());
    (*gateway)->setBehaviour({.delay = Milliseconds(0)});
    CardDeposits deposits(office.deposits(), **gateway, call.clock(), eventLoopLater());
    if (const auto resumed = deposits.resume(); !resumed)
        return fail(resumed.error());
    QEventLoop loop;
    Result<CardDeposit> answer = fail(ErrorCode::PaymentUnresolved);
    const auto owner = std::make_shared<char>();
    deposits.charge(office.system(), {request.wallet, request.amount, call.value("card"), request.key}, owner, [&](const Result<CardDeposit> &deposit) {
        answer = deposit;
        loop.quit();
    });
    QTimer::singleShot(DepositDeadline, &loop, &QEventLoop::quit);
    loop.exec();
    if (!answer)
        return fail(answer.error());
    if (answer->state == PaymentState::Declined)
        return fail(ErrorCode::PaymentDeclined, {answer->message});
    if (answer->state == PaymentState::Failed)
        return fail(ErrorCode::PaymentFailed, {answer->message});
    return answer->isLive() ? Result<WalletReceipt>(fail(ErrorCode::PaymentUnresolved)) : answer->receipt();
}

Answer moveMoney(Call &call, WalletKind kind)
{
    const QString tender = call.has("card-receipt") ? QStringLiteral("card") : QStringLiteral("cash");
    auto office = call.open();
    if (!office)
        return failed(office.error());
    const auto wallet = findWallet(call, **office, call.argument(0));
    if (!wallet)
        return failed(wallet.error());
    const auto amount = Money::parse(call.value("amount"), wallet->balance.currency());
    if (!amount)
        return failed(amount.error());
    WalletRequest request{kind, wallet->id, {}, tenderFrom(tender), *amount, call.value("key"), call.value("card-receipt")};
    if (kind == WalletKind::Transfer) {
        const auto to = findWallet(call, **office, call.value("to"));
        if (!to)
            return failed(to.error());
        request.to = to->id;
    }
    if (request.key.isEmpty())
        request.key = QStringLiteral("ctl-") + QUuid::createUuid().toString(QUuid::WithoutBraces);
    const auto done = call.has("card") ? chargeCard(call, **office, request) : (*office)->wallets().move((*office)->system(), request);
    if (!done)
        return failed(done.error());
    return Outcome{translate("Ctl", "%1 %2 moved; the balance is %3.").arg(done->amount.toString(), done->amount.currency().code(), done->balance.toString()),
                   {{QStringLiteral("transfer"), done->transfer.toString()}, {QStringLiteral("wallet"), wallet->id.toString()},
                    {QStringLiteral("amount"), done->amount.toString()}, {QStringLiteral("balance"), done->balance.toString()},
                    {QStringLiteral("currency"), done->amount.currency().code()}, {QStringLiteral("key"), request.key}}, {}};
}

Answer showStatement(Call &call)
{
    auto office = call.openReading();
    if (!office)
        return failed(office.error());
    const auto wallet = findWallet(call, **office, call.argument(0));
    if (!wallet)
        return failed(wallet.error());
    const auto statement = (*office)->wallets().statement(wallet->id);
    if (!statement)
        return failed(statement.error());
    if (call.has("csv") || call.has("output"))
        return call.document(statementCsv(*statement), walletJson(statement->wallet));
    QJsonArray entries;
    QString text = translate("Ctl", "%1: %2 %3\n").arg(statement->owner, statement->wallet.balance.toString(), statement->wallet.balance.currency().code());
    for (const WalletEntry &entry : statement->entries) {
        const QString time = QDateTime::fromMSecsSinceEpoch(entry.at.ms, Qt::UTC).toString(Qt::ISODateWithMs);
        text += QStringLiteral("%1  %2  %3  %4  %5  %6\n").arg(entry.number, 5).arg(time, entryKindName(entry.kind).leftJustified(12),
                                                          entry.amount.toString().rightJustified(12), entry.balance.toString().rightJustified(12), entry.counterparty);
        entries.append(QJsonObject{{QStringLiteral("number"), entry.number}, {QStringLiteral("time"), time}, {QStringLiteral("kind"), entryKindName(entry.kind)},
                                   {QStringLiteral("amount"), entry.amount.toString()}, {QStringLiteral("balance"), entry.balance.toString()},
                                   {QStringLiteral("counterparty"), entry.counterparty}, {QStringLiteral("reference"), entry.reference}});
    }
    QJsonObject json = walletJson(statement->wallet);
    json.insert(QStringLiteral("owner"), statement->owner);
    json.insert(QStringLiteral("entries"), entries);
    return Outcome{text, json, {}};
}

Verb walletVerb(const char *name, const QString &argument, const QString &summary, QList<QCommandLineOption> options, std::function<Answer(Call &)> run)
{
    options << currencyOption();
    return verbOf("wallet", name, argument, summary, std::move(options), std::move(run));
}

} // namespace

std::vector<Verb> walletVerbs()
{
    const QCommandLineOption amount{QStringLiteral("amount"), translate("Ctl", "How much, like 20.00."), translate("Ctl", "amount")};
    const QCommandLineOption key{QStringLiteral("key"), translate("Ctl", "Names the request: the same key moves the money once."), translate("Ctl", "key")};
    const QCommandLineOption receipt{QStringLiteral("card-receipt"), translate("Ctl", "It was a card: the number on the card machine's receipt."), translate("Ctl", "number")};
    const QCommandLineOption card{QStringLiteral("card"), translate("Ctl", "Charge this card through the gateway."), translate("Ctl", "token")};
    const QCommandLineOption to{QStringLiteral("to"), translate("Ctl", "Who gets it."), translate("Ctl", "wallet")};
    const QCommandLineOption csv{QStringLiteral("csv"), translate("Ctl", "As a CSV file.")};
    const QCommandLineOption output{QStringLiteral("output"), translate("Ctl", "Write the CSV file here instead of to standard output."), translate("Ctl", "file")};
    const QString wallet = QStringLiteral("WALLET");
    return {walletVerb("create", QStringLiteral("CUSTOMER"), translate("Ctl", "Open a customer's wallet, or a \"gift-card\"."), {}, createWallet),
            walletVerb("deposit", wallet, translate("Ctl", "Pay in to a wallet: its id, a gift card's code, or a customer."), {amount, key, receipt, card},
                       [](Call &call) { return moveMoney(call, WalletKind::Deposit); }),
            walletVerb("withdraw", wallet, translate("Ctl", "Pay out of a wallet."), {amount, key, receipt},
                       [](Call &call) { return moveMoney(call, WalletKind::Withdraw); }),
            walletVerb("transfer", wallet, translate("Ctl", "Move money from one wallet to another."), {amount, key, to},
                       [](Call &call) { return moveMoney(call, WalletKind::Transfer); }),
            walletVerb("statement", wallet, translate("Ctl", "What went in and out, and what was left after it."), {csv, output}, showStatement)};
}

} // namespace foyer::ctl
