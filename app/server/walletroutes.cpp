// Clients and their wallets: deposits, transfers, statements. A client is a customer.
#include "app/server/carddesk.h"
#include "app/server/desk.h"
#include "app/server/routes.h"
#include "core/base/crypto.h"
#include "core/services/boxoffice.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>

namespace foyer::server {

namespace {

using WalletNeed = Fields::Need;

constexpr int LongestStatement = 1'000;

QString utcTime(Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(at.ms, Qt::UTC).toString(Qt::ISODateWithMs);
}

QJsonObject walletJson(const Wallet &wallet)
{
    QJsonObject out{{QStringLiteral("id"), wallet.id.toString()}, {QStringLiteral("balance"), wallet.balance.toString()},
                    {QStringLiteral("currency"), wallet.balance.currency().code()}};
    if (!wallet.customer.isNull())
        out.insert(QStringLiteral("client_id"), wallet.customer.toString());
    return out;
}

QJsonObject clientJson(const Customer &customer, const std::vector<Wallet> &wallets)
{
    QJsonArray list;
    for (const Wallet &wallet : wallets)
        list.append(walletJson(wallet));
    QJsonObject out{{QStringLiteral("id"), customer.id.toString()}, {QStringLiteral("name"), customer.name}, {QStringLiteral("email"), customer.email},
                    {QStringLiteral("wallets"), list}};
    if (!wallets.empty())
        out.insert(QStringLiteral("wallet"), walletJson(wallets.front()));
    return out;
}

QJsonObject receiptJson(const WalletReceipt &receipt)
{
    return {{QStringLiteral("id"), receipt.transfer.toString()}, {QStringLiteral("amount"), receipt.amount.toString()},
            {QStringLiteral("balance"), receipt.balance.toString()}, {QStringLiteral("currency"), receipt.amount.currency().code()},
            {QStringLiteral("at"), utcTime(receipt.at)}};
}

QJsonObject entryJson(const WalletEntry &entry)
{
    const bool isOut = entry.amount.isNegative();
    return {{QStringLiteral("number"), entry.number}, {QStringLiteral("at"), utcTime(entry.at)}, {QStringLiteral("kind"), entryKindName(entry.kind)},
            {QStringLiteral("amount"), (isOut ? -entry.amount : entry.amount).toString()}, {QStringLiteral("direction"), isOut ? QStringLiteral("out") : QStringLiteral("in")},
            {QStringLiteral("counterparty"), entry.counterparty}, {QStringLiteral("balance"), entry.balance.toString()},
            {QStringLiteral("currency"), entry.amount.currency().code()}};
}

/// The currency that the request names; the house's otherwise.
tl::expected<Currency, Fault> currencyOf(const Desk &desk, const Fields &fields)
{
    if (!fields.has("currency"))
        return desk.currency();
    const auto currency = Currency::fromCode(fields.text("currency", WalletNeed::Optional, 10));
    if (!currency)
        return tl::unexpected(Fault{400, QStringLiteral("invalid"), QStringLiteral("The field currency is no currency of ISO 4217."), QStringLiteral("currency")});
    return *currency;
}

/// A wallet's transfers are known by a key of their own: the same request moves the money once.
QString transferKey(const Call &call)
{
    if (call.request.idempotencyKey.isEmpty())
        return QStringLiteral("web-") + QUuid::createUuid().toString(QUuid::WithoutBraces);
    return QStringLiteral("web-") + QString::fromLatin1(crypto::sha256(call.caller.owner().toByteArray(QUuid::WithoutBraces) + ' ' + call.request.idempotencyKey).toHex());
}

/// Amounts are read in the currency of the wallet, which never changes.
void withCurrency(Desk &desk, const CallPtr &call, AccountId wallet, std::function<void(Currency)> then, const Reply &reply)
{
    if (const auto known = desk.walletCurrency(wallet))
        return then(*known);
    desk.readers().run([&desk, call, wallet, then = std::move(then), reply](BoxOffice &office) {
        const auto found = office.wallets().get(wallet);
        if (!found)
            return reply(refused(*call, faultFrom(found.error())));
        desk.rememberWallet(wallet, found->balance.currency());
        then(found->balance.currency());
    });
}

void moveMoney(Desk &desk, const CallPtr &call, WalletRequest request, const QString &digits, const Reply &reply)
{
    withCurrency(desk, call, request.wallet, [&desk, call, request, digits, reply](Currency currency) mutable {
        const auto amount = amountFrom(digits, currency, QStringLiteral("amount"));
        if (!amount)
            return reply(refused(*call, amount.error()));
        request.amount = *amount;
        request.key = transferKey(*call);
        desk.writers().move(desk.actor(), request, [call, request, reply](const Result<WalletReceipt> &moved) {
            if (!moved)
                return reply(refused(*call, faultFrom(moved.error())));
            QJsonObject body = receiptJson(*moved);
            if (request.kind == WalletRequest::Kind::Transfer) {
                body.insert(QStringLiteral("from"), request.wallet.toString());
                body.insert(QStringLiteral("to"), request.to.toString());
            } else {
                body.insert(QStringLiteral("wallet_id"), request.wallet.toString());
            }
            reply(answered(*call, 201, body));
        });
    }, reply);
}

QJsonObject depositJson(const CardDeposit &deposit)
{
    QJsonObject out{{QStringLiteral("deposit_id"), deposit.id.toString()}, {QStringLiteral("wallet_id"), deposit.wallet.toString()}, {QStringLiteral("tender"), QStringLiteral("card")},
                    {QStringLiteral("state"), stateName(deposit.state)}, {QStringLiteral("amount"), deposit.amount.toString()},
                    {QStringLiteral("currency"), deposit.amount.currency().code()}};
    if (deposit.state != PaymentState::Captured)
        return out;
    out.insert(QStringLiteral("id"), deposit.transfer.toString());
    out.insert(QStringLiteral("balance"), deposit.balance.toString());
    out.insert(QStringLiteral("at"), utcTime(deposit.settledAt));
    return out;
}

void answerDeposit(const CallPtr &call, const Result<CardDeposit> &deposit, const Reply &reply)
{
    if (!deposit)
        return reply(refused(*call, faultFrom(deposit.error())));
    switch (deposit->state) {
    case PaymentState::Captured:
        return reply(answered(*call, 201, depositJson(*deposit)));
    case PaymentState::Declined:
        return reply(refused(*call, Fault{402, QStringLiteral("card_declined"), deposit->message, QStringLiteral("token")}));
    case PaymentState::Failed:
        return reply(refused(*call, Fault{402, QStringLiteral("payment_failed"), deposit->message, QStringLiteral("token")}));
    case PaymentState::Created:
    case PaymentState::Sent:
    case PaymentState::Unknown:
        break;
    }
    reply(answered(*call, 202, depositJson(*deposit)));
}

/// The attempt is committed before the gateway is asked. The same request again gets the state that the attempt is in.
void depositByCard(Desk &desk, const CallPtr &call, const QString &digits, const QString &token, const Reply &reply)
{
    const AccountId wallet(call->ids.front());
    withCurrency(desk, call, wallet, [&desk, call, wallet, digits, token, reply](Currency currency) {
        CardDesk *cards = desk.cards();
        if (!cards || !cards->supports(currency))
            return reply(refused(*call, Fault{400, QStringLiteral("currency_not_supported"), QStringLiteral("Currency %1 not supported").arg(currency.code()), {}}));
        const auto amount = amountFrom(digits, currency, QStringLiteral("amount"));
        if (!amount)
            return reply(refused(*call, amount.error()));
        const DepositRequest request{wallet, *amount, transferKey(*call), cards->gateway()};
        desk.writers().run([&desk, call, cards, request, token, reply](BoxOffice &office) {
            const auto deposit = office.deposits().begin(desk.actor(), request);
            if (!deposit || deposit->state != PaymentState::Sent)
                return answerDeposit(call, deposit, reply);
            cards->charge(*deposit, token, [call, reply](const Result<CardDeposit> &settled) { answerDeposit(call, settled, reply); });
        });
    }, reply);
}

/// A page of a statement: what stands behind number `after`.
Result<QJsonObject> operationsOf(BoxOffice &office, AccountId wallet, qint64 after, int limit)
{
    const auto statement = office.wallets().statement(wallet);
    if (!statement)
        return fail(statement.error());
    QJsonArray list;
    qint64 last = after;
    for (const WalletEntry &entry : statement->entries) {
        if (entry.number <= after || list.size() >= limit)
            continue;
        list.append(entryJson(entry));
        last = entry.number;
    }
    const bool isAll = statement->entries.empty() || statement->entries.back().number <= last;
    return QJsonObject{{QStringLiteral("operations"), list}, {QStringLiteral("next"), isAll ? QJsonValue() : QJsonValue(last)}};
}

} // namespace

void routes::addClient(Desk &desk, const CallPtr &call, Reply reply)
{
    std::optional<Fault> fault;
    const Fields fields = Fields::parse(call->request.body, &fault);
    Customer person;
    person.name = fields.text("name", WalletNeed::Required, Customers::MaxNameLength);
    person.email = fields.text("email", WalletNeed::Optional, 200);
    const auto currency = currencyOf(desk, fields);
    if (fault || !currency)
        return reply(refused(*call, fault ? *fault : currency.error()));
    auto made = std::make_shared<Customer>(person);
    desk.write<Wallet>(call, 201,
        [&desk, made, currency = *currency](BoxOffice &office) -> Result<Wallet> {
            const auto added = office.customers().add(desk.actor(), *made);
            if (!added)
                return fail(added.error());
            *made = *added;
            return office.wallets().open(desk.actor(), added->id, currency);
        },
        [made](const Wallet &wallet) { return clientJson(*made, {wallet}); }, std::move(reply));
}

void routes::showClient(Desk &desk, const CallPtr &call, Reply reply)
{
    desk.read(call, [id = CustomerId(call->ids.front())](BoxOffice &office) -> Result<QJsonObject> {
        const auto person = office.customers().get(id);
        if (!person)
            return fail(person.error());
        const auto wallets = office.wallets().ofCustomer(person->id);
        return wallets ? Result<QJsonObject>(clientJson(*person, *wallets)) : fail(wallets.error());
    }, std::move(reply));
}

void routes::addWallet(Desk &desk, const CallPtr &call, Reply reply)
{
    std::optional<Fault> fault;
    const Fields fields = Fields::parse(call->request.body, &fault);
    const auto currency = currencyOf(desk, fields);
    if (fault || !currency)
        return reply(refused(*call, fault ? *fault : currency.error()));
    desk.write<Wallet>(call, 201, [&desk, id = CustomerId(call->ids.front()), currency = *currency](BoxOffice &office) {
        return office.wallets().open(desk.actor(), id, currency);
    }, walletJson, std::move(reply));
}

void routes::showWallet(Desk &desk, const CallPtr &call, Reply reply)
{
    desk.read(call, [id = AccountId(call->ids.front())](BoxOffice &office) -> Result<QJsonObject> {
        const auto wallet = office.wallets().get(id);
        return wallet ? Result<QJsonObject>(walletJson(*wallet)) : fail(wallet.error());
    }, std::move(reply));
}

void routes::showOperations(Desk &desk, const CallPtr &call, Reply reply)
{
    const auto number = [&](const char *name, qint64 otherwise, qint64 most) -> std::optional<qint64> {
        const QString text = call->parameter(name);
        bool isNumber = true;
        const qint64 value = text.isEmpty() ? otherwise : text.toLongLong(&isNumber);
        return isNumber && value >= 0 && value <= most ? std::optional(value) : std::nullopt;
    };
    const auto after = number("after", 0, std::numeric_limits<qint64>::max());
    const auto limit = number("limit", 100, LongestStatement);
    if (!after || !limit)
        return reply(refused(*call, Fault{400, QStringLiteral("invalid"), QStringLiteral("after and limit are whole numbers, and a limit is at most %1.").arg(LongestStatement),
                                          after ? QStringLiteral("limit") : QStringLiteral("after")}));
    desk.read(call, [id = AccountId(call->ids.front()), after = *after, limit = int(*limit)](BoxOffice &office) { return operationsOf(office, id, after, limit); },
              std::move(reply));
}

void routes::addDeposit(Desk &desk, const CallPtr &call, Reply reply)
{
    std::optional<Fault> fault;
    const Fields fields = Fields::parse(call->request.body, &fault);
    const QString digits = fields.decimal("amount");
    const QString tender = fields.text("tender", WalletNeed::Optional, 20);
    if (!tender.isEmpty() && tender != QLatin1String("card"))
        fields.refuse("tender", QStringLiteral("must be card"));
    const QString token = tender.isEmpty() ? QString() : fields.text("token", WalletNeed::Required, 500);
    if (fault)
        return reply(refused(*call, *fault));
    if (!tender.isEmpty())
        return depositByCard(desk, call, digits, token, reply);
    WalletRequest request;
    request.wallet = AccountId(call->ids.front());
    request.tender = Tender::Card; // it comes from outside, not out of a drawer
    request.reference = QStringLiteral("web");
    moveMoney(desk, call, std::move(request), digits, reply);
}

void routes::showDeposit(Desk &desk, const CallPtr &call, Reply reply)
{
    desk.read(call, [id = DepositId(call->ids.front())](BoxOffice &office) -> Result<QJsonObject> {
        const auto deposit = office.deposits().find(id);
        return deposit ? Result<QJsonObject>(depositJson(*deposit)) : fail(deposit.error());
    }, std::move(reply));
}

void routes::addTransfer(Desk &desk, const CallPtr &call, Reply reply)
{
    std::optional<Fault> fault;
    const Fields fields = Fields::parse(call->request.body, &fault);
    WalletRequest request;
    request.kind = WalletRequest::Kind::Transfer;
    request.wallet = AccountId(fields.uuid("from"));
    request.to = AccountId(fields.uuid("to"));
    const QString digits = fields.decimal("amount");
    if (fault)
        return reply(refused(*call, *fault));
    desk.ifTheirs(call, [from = request.wallet](Owners &owners, CustomerId customer) { return owners.mustBe(customer, from); }, reply,
                  [&desk, call, request, digits, reply] { moveMoney(desk, call, request, digits, reply); });
}

} // namespace foyer::server
