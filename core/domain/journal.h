// Journal records: how a chain is hashed and signed. Law 3: every fact is journalled in the transaction of its effect.
#pragma once

#include "core/base/clock.h"
#include "core/base/crypto.h"
#include "core/base/id.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

namespace foyer {

/// One commit: everything that happened in it.
struct JournalRecord {
    ChainId chain;
    qint64 seq = 0; ///< 1, 2, 3… without a gap
    Instant at;
    QByteArray body;         ///< compact JSON: {"by": …, "facts": [{"what": …}, …]}
    QByteArray previousHash; ///< 32 zero bytes before the first
    QByteArray hash;
    QByteArray signature;    ///< Ed25519 over hash, with the terminal's key

    /// SHA-256 over previous hash, chain, seq, time and body, integers big-endian.
    QByteArray computedHash() const;
};

QByteArray zeroHash();

} // namespace foyer
