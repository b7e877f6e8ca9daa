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

/// What the centre answers, signed by the terminal that does: for this message of this door and no other. Two members more.
QJsonObject sealedAnswer(const DoorMessage &message, const QByteArray &path, QJsonObject answer, TerminalId by, const crypto::SigningKey &key);
/// Who says to have signed it; null: nobody.
TerminalId answeredBy(const QJsonObject &answer);
/// Whether the owner of the key gave this answer to that envelope.
bool isAnswerTo(const QByteArray &envelope, const QByteArray &path, const QJsonObject &answer, const crypto::PublicKey &key);

/// A journal record on its way to the centre.
QJsonObject recordJson(const JournalRecord &record);
Result<JournalRecord> recordFrom(const QJsonObject &json, ChainId chain);

} // namespace foyer
