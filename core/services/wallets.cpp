#include "core/services/wallets.h"

#include "core/domain/csv.h"
#include "core/domain/inputtext.h"
#include "core/services/doorstock.h"
#include "core/services/walletbatch.h"
#include "core/storage/customer_store.h"
#include "core/storage/writer.h"

#include <QtCore/QDateTime>

namespace foyer {

namespace {

using WalletAnswers = std::vector<Result<WalletReceipt>>;

tl::unexpected<Error> noSuchWallet()
{
    return fail(ErrorCode::NotFound, {translate("Input", "this wallet")});
}

Wallet walletFrom(Database &db, const wallet_store::Row &row)
{
    Wallet wallet{row.id, row.isGiftCard, {}, {}, row.balance, row.operations};
    if (!row.isGiftCard)
        wallet.customer = CustomerId(row.owner);
    else if (const auto code = GiftCardCode::parse(wallet_store::giftCardCode(db, GiftCardId(row.owner))))
        wallet.code = code->grouped();
    return wallet;
}

Result<Wallet> loadWallet(Database &db, AccountId id)
{
    const auto rows = wallet_store::find(db, std::array{id});
    return rows.empty() ? Result<Wallet>(noSuchWallet()) : walletFrom(db, rows.front());
}

} // namespace

Wallets::Wallets(Writer &writer) : m_writer(writer), m_memory(std::make_unique<WalletMemory>()) {}

Wallets::~Wallets() = default;

Result<Wallet> Wallets::open(const Actor &actor, CustomerId customer, Currency currency)
{
    if (const auto allowed = require(actor, Permission::Sell); !allowed)
        return fail(allowed.error());
    return m_writer.write([&](Work &work) -> Result<Wallet> {
        if (const auto here = DoorStock::onlyAtCentre(work.db()); !here)
            return fail(here.error());
        if (!customer_store::isPresent(work.db(), customer))
            return fail(ErrorCode::NotFound, {translate("Input", "this customer")});
        return loadWallet(work.db(), walletOf(work, customer, currency));
    });
}

Result<Wallet> Wallets::issueGiftCard(const Actor &actor, Currency currency)
{
    if (const auto allowed = require(actor, Permission::Sell); !allowed)
        return fail(allowed.error());
    return m_writer.write([&](Work &work) -> Result<Wallet> {
        if (const auto here = DoorStock::onlyAtCentre(work.db()); !here)
            return fail(here.error());
        const auto card = work.ids().make<GiftCardId>();
        wallet_store::addGiftCard(work.db(), card, GiftCardCode::make(work.random()).toString(), work.now());
        const AccountId account = ledger_store::ensureAccount(work.db(), work.ids(), {ledger_store::AccountKind::GiftCard, card.uuid(), currency});
        work.fact("wallet.opened", JsonText().add("id", account).add("kind", QStringLiteral("gift_card")).add("owner", card)
                                       .add("currency", currency.code()).add("by", actor.staff));
        return loadWallet(work.db(), account);
    });
}

Result<Wallet> Wallets::get(AccountId wallet)
{
    return m_writer.read([&](Database &db) { return loadWallet(db, wallet); });
}

Result<std::vector<Wallet>> Wallets::ofCustomer(CustomerId customer)
{
    return m_writer.read([&](Database &db) {
        std::vector<Wallet> wallets;
        for (const auto &row : wallet_store::ofOwner(db, customer.uuid()))
            wallets.push_back(walletFrom(db, row));
        return wallets;
    });
}

Result<Wallet> Wallets::byCode(const QString &code)
{
    const auto parsed = GiftCardCode::parse(code);
    if (!parsed)
        return fail(parsed.error());
    return m_writer.read([&](Database &db) -> Result<Wallet> {
        const GiftCardId card = wallet_store::giftCard(db, parsed->toString());
        const auto rows = wallet_store::ofOwner(db, card.uuid());
        if (card.isNull() || rows.empty())
            return fail(ErrorCode::NotFound, {translate("Input", "this gift card")});
        return walletFrom(db, rows.front());
    });
}

WalletAnswers Wallets::move(const Actor &actor, std::span<const WalletRequest> requests)
{
    WalletMemory learned;
    const auto attempt = [&](std::span<const WalletRequest> part) {
        return m_writer.write([&](Work &work) {
            WalletBatch batch(actor, part, *m_memory);
            WalletAnswers answers = batch.run(work);
            learned = batch.learned();
            return answers;
        });
    };
    auto answers = attempt(requests);
    // A key that another program just used for something else breaks the batch: each member alone then finds out.
    if (!answers && answers.error().code == ErrorCode::Internal) {
        answers = WalletAnswers();
        for (size_t i = 0; i < requests.size(); ++i) {
            const auto alone = attempt(requests.subspan(i, 1));
            answers->push_back(alone ? alone->front() : fail(alone.error()));
        }
    }
    if (!answers)
        return WalletAnswers(requests.size(), Result<WalletReceipt>(fail(answers.error())));
    m_memory->tenders.merge(learned.tenders);
    return std::move(*answers);
}

Result<WalletReceipt> Wallets::move(const Actor &actor, const WalletRequest &request)
{
    return std::move(move(actor, std::span(&request, 1)).front());
}

Result<WalletStatement> Wallets::statement(AccountId id)
{
    return m_writer.read([&](Database &db) -> Result<WalletStatement> {
        const auto wallet = loadWallet(db, id);
        if (!wallet)
            return fail(wallet.error());
        WalletStatement out{*wallet, wallet->code, {}};
        if (const auto customer = customer_store::get(db, wallet->customer))
            out.owner = customer->name;
        for (wallet_store::EntryRow &row : wallet_store::statement(db, id, wallet->balance.currency())) {
            if (row.otherIsGiftCard)
                row.entry.counterparty = translate("Wallet", "Gift card");
            out.entries.push_back(std::move(row.entry));
        }
        if (!out.entries.empty()) // what came in between two reads is on it, too
            out.wallet.balance = out.entries.back().balance;
        return out;
    });
}

QByteArray statementCsv(const WalletStatement &statement)
{
    const auto word = [](const char *text) { return QString::fromLatin1(text); };
    QByteArray out = csvRow({word("number"), word("time"), word("kind"), word("counterparty"), word("amount"), word("balance"), word("currency"), word("reference")});
    for (const WalletEntry &entry : statement.entries)
        out += csvRow({QString::number(entry.number), QDateTime::fromMSecsSinceEpoch(entry.at.ms, Qt::UTC).toString(Qt::ISODateWithMs),
                       entryKindName(entry.kind), entry.counterparty, entry.amount.toString(), entry.balance.toString(),
                       entry.amount.currency().code(), entry.reference});
    return out;
}

} // namespace foyer
