#include "core/services/reasons.h"

#include "core/base/crypto.h"
#include "core/base/random.h"
#include "core/domain/inputtext.h"
#include "core/storage/reason_store.h"
#include "core/storage/writer.h"

namespace foyer::reasons {

namespace {

constexpr int SaltBytes = 16; ///< so that nobody finds out by guessing what was forgotten

} // namespace

Result<QString> read(const QString &text)
{
    const QString reason = text.simplified();
    if (reason.size() > Longest)
        return fail(ErrorCode::InvalidInput, {translate("Input", "the reason is longer than %1 characters").arg(Longest)});
    return reason;
}

void keep(Work &work, const QString &reason)
{
    if (reason.isEmpty())
        return;
    const QByteArray salt = work.random().bytes(SaltBytes);
    reason_store::add(work.db(), work.chain(), work.seq(), salt, reason);
    work.fact("reason.given", {{QStringLiteral("hash"), mark(salt, reason)}});
}

QString mark(const QByteArray &salt, const QString &reason)
{
    return QString::fromLatin1(crypto::sha256(salt + reason.toUtf8()).toHex());
}

} // namespace foyer::reasons
