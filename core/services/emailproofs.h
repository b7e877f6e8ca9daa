// EmailProofs: customers prove that an e-mail is theirs. Foyer makes a secret, the shop mails it, and whoever shows it reads that mailbox:
// they may have a new password, too.
#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/base/id.h"

namespace foyer {

class Work;
class Writer;

/// With the one and only sight of what has to be mailed.
struct NewEmailProof {
    QString secret;
    Instant until;
};

class EmailProofs
{
public:
    static constexpr int MostOpen = 3; ///< of one e-mail; the schema says the same
    static constexpr Milliseconds Lifetime{30 * 60'000};

    explicit EmailProofs(Writer &writer) : m_writer(writer) {}

    /// The same for an e-mail that is known here and for one that is not. InvalidInput for what is no e-mail; LockedOut, with the
    /// minutes, while MostOpen are open: whoever owns the mailbox has those.
    Result<NewEmailProof> make(const QString &email);
    /// NotFound for a secret that is none, was used or ended. To be asked before a password is hashed for nothing.
    Result<void> mustBeOpen(const QString &secret);
    /// Uses the secret up. The e-mail is proved for whoever has it now: who signs in with it, else the first. With a password's hash
    /// that is their password from now on; CustomerLogins::replace() says what ends. NotFound as above, and when nobody has the e-mail (any
    /// more): then the secret stays open. InvalidInput when somebody else began to sign in with it at this moment.
    Result<void> confirm(const QString &secret, const QByteArray &passwordHash = {});
    /// Forgets what ended, at most `limit` at once.
    Result<int> tidy(int limit);

    /// Within a unit of work: nothing that was mailed to them counts any more. To be called while their e-mails are known.
    static void forget(Work &work, CustomerId customer);

private:
    Writer &m_writer;
};

} // namespace foyer
