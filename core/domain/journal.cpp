#include "core/domain/journal.h"

#include <QtCore/QtEndian>

namespace foyer {

namespace {

QByteArray bigEndian(qint64 value)
{
    QByteArray out(8, Qt::Uninitialized);
    qToBigEndian(value, out.data());
    return out;
}

} // namespace

QByteArray JournalRecord::computedHash() const
{
    return crypto::sha256(previousHash + chain.uuid().toRfc4122() + bigEndian(seq) + bigEndian(at.ms) + body);
}

QByteArray zeroHash()
{
    return QByteArray(crypto::HashSize, '\0');
}

} // namespace foyer
