#include "core/services/emailproofs.h"

#include "core/base/crypto.h"
#include "core/base/random.h"
#include "core/domain/inputtext.h"
#include "core/services/customerlogins.h"
#include "core/services/customerrules.h"
#include "core/services/gifts.h"
#include "core/storage/customer_store.h"
#include "core/storage/emailproof_store.h"
#include "core/storage/login_store.h"
#include "core/storage/writer.h"

#include <array>

namespace foyer {

namespace {

constexpr int ProofBytes = 32;
constexpr QLatin1StringView ProofPrefix("proof_");

QByteArray proofHash(const QString &secret)
{
    return crypto::sha256(secret.toUtf8());
}

tl::unexpected<Error> noSuchSecret()
{
    return fail(ErrorCode::NotFound, {translate("Input", "this secret")});
}

/// Who signs in with it; else the first who has it.
std::optional<CustomerId> whoseEmail(Database &db, const QString &email)
{
    if (const auto customer = login_store::customerOf(db, email))
        return customer;
    const auto known = customer_store::byEmail(db, email);
    return known ? std::optional(known->id) : std::nullopt;
}

/// Locked, so that it stays theirs: nobody changes, merges or erases them meanwhile.
std::optional<CustomerId> lockOwner(Work &work, const QString &email)
{
    std::optional<CustomerId> locked;
    while (true) {
        const auto owner = whoseEmail(work.db(), email);
        if (!owner || owner == locked)
            return owner;
        customer_store::lock(work.db(), std::array{*owner});
        locked = owner;
    }
}

} // namespace

Result<NewEmailProof> EmailProofs::make(const QString &email)
{
    const QString wanted = gifts::folded(email);
    if (!customer_rules::isEmail(wanted) || wanted.size() > customer_rules::MaxEmailLength)
        return fail(ErrorCode::InvalidInput, {translate("Input", "\"%1\" is no e-mail address").arg(wanted.left(60))});
    return m_writer.write([&](Work &work) -> Result<NewEmailProof> {
        NewEmailProof made{{}, work.now() + Lifetime};
        made.secret = ProofPrefix + QString::fromLatin1(work.random().bytes(ProofBytes).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
        if (emailproof_store::add(work.db(), wanted, proofHash(made.secret), MostOpen, work.now(), made.until))
            return made;
        const qint64 left = (emailproof_store::firstEnd(work.db(), wanted) - work.now()).count();
        return fail(ErrorCode::LockedOut, {QString::number(std::max<qint64>(1, (left + 59'999) / 60'000))});
    });
}

Result<void> EmailProofs::mustBeOpen(const QString &secret)
{
    return m_writer.read([&](Database &db) { return emailproof_store::emailOf(db, proofHash(secret), db.now()) ? Result<void>() : noSuchSecret(); });
}

Result<void> EmailProofs::confirm(const QString &secret, const QByteArray &passwordHash)
{
    const QByteArray hash = proofHash(secret);
    return m_writer.write([&](Work &work) -> Result<void> {
        const auto email = emailproof_store::emailOf(work.db(), hash, work.now());
        // The person first, then the secret: in this order everybody locks them.
        const auto owner = email ? lockOwner(work, *email) : std::nullopt;
        if (!owner || !emailproof_store::take(work.db(), hash, work.now()))
            return noSuchSecret();
        customer_store::prove(work.db(), *owner, *email);
        work.fact("customer.email_proved", {{QStringLiteral("id"), owner->toString()}});
        return passwordHash.isEmpty() ? Result<void>() : CustomerLogins::replace(work, *owner, *email, passwordHash);
    });
}

Result<int> EmailProofs::tidy(int limit)
{
    return m_writer.write([&](Work &work) { return emailproof_store::tidy(work.db(), work.now(), limit); });
}

void EmailProofs::forget(Work &work, CustomerId customer)
{
    for (const QString &email : customer_store::emailsOf(work.db(), customer))
        emailproof_store::forget(work.db(), gifts::folded(email));
}

} // namespace foyer
