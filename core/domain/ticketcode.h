// TicketCode: what the QR code of a ticket says, and the signature that lets a door believe it without a network.
#pragma once

#include "core/base/crypto.h"
#include "core/base/error.h"
#include "core/domain/ticketnumber.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

namespace foyer {

/// Never price, name or price level: a code may be photographed.
/// Bytes: version, issuer, ticket number (6, big endian), event number, type, seat, grant, generation; all but the
/// ticket number as LEB128. With the signature 77 to 95 bytes, so at most 152 symbols.
struct TicketCode {
    static constexpr int CurrentVersion = 1;
    static constexpr int MaxBytes = 95;

    int version = CurrentVersion;
    quint16 issuer = 0;      ///< which key signed
    TicketNumber number;     ///< never null
    quint32 eventNumber = 0;
    quint16 type = 0;        ///< short number of the ticket type within the event
    quint32 seat = 0;        ///< place of the seat in its event's plan, counted from 1; 0 = no numbered seat
    quint32 grant = 0;       ///< the grant to a door that it was signed for; 0 = none
    quint16 generation = 0;  ///< raised when the ticket goes to another holder

    bool operator==(const TicketCode &) const = default;
};

/// A code as it was read: well formed, but not believed before verify().
struct ReadCode {
    TicketCode code;
    QByteArray payload;
    QByteArray signature;
};

namespace ticketcode {

/// The signed code as text of 32 symbols; the same code and key give the same text.
QString encode(const TicketCode &code, const crypto::SigningKey &key);

/// Accepts lower case and spaces anywhere. There is one text for each code: other spellings of the same values,
/// trailing bytes and unknown versions are InvalidInput.
Result<ReadCode> decode(QStringView text);

/// True when the owner of the key signed exactly this code.
bool verify(const ReadCode &read, const crypto::PublicKey &key);

} // namespace ticketcode

} // namespace foyer
