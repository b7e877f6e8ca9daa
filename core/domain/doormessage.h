// DoorMessage: what a door says to the centre. Each message is signed by the door's key and safe to repeat.
#pragma once

#include "core/base/crypto.h"
#include "core/base/error.h"
#include "core/base/id.h"
#include "core/domain/journal.h"

#include <QtCore/QJsonObject>

namespace foyer {

/// As it came: to be believed only after isFrom().
struct DoorMessage {
    TerminalId door;
    QJsonObject body;
    QByteArray text;      ///< of the body, as it was signed
    QByteArray signature;

    /// Whether the owner of the key sent exactly this, and to this address.
    bool isFrom(const crypto::PublicKey &key, const QByteArray &path) const;

    /// The envelope that goes over the wire: {"door", "message", "signature"}.
    static QByteArray seal(const QByteArray &path, TerminalId door, const QJsonObject &body, const crypto::SigningKey &key);
    /// InvalidInput for anything that is no envelope.
    static Result<DoorMessage> open(const QByteArray &envelope);
};

/// A journal record on its way to the centre.
QJsonObject recordJson(const JournalRecord &record);
Result<JournalRecord> recordFrom(const QJsonObject &json, ChainId chain);

} // namespace foyer
