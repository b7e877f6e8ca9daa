#include "core/base/crypto.h"

#include "core/base/random.h"

#include <QtCore/QString>

#include <sodium.h>

namespace foyer::crypto {

namespace {

const unsigned char *raw(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

unsigned char *raw(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

} // namespace

void initialise()
{
    if (sodium_init() < 0)
        qFatal("libsodium cannot start");
}

QByteArray sha256(const QByteArray &data)
{
    QByteArray out(HashSize, Qt::Uninitialized);
    crypto_hash_sha256(raw(out), raw(data), size_t(data.size()));
    return out;
}

std::optional<PublicKey> PublicKey::fromBytes(const QByteArray &bytes)
{
    if (bytes.size() != PublicKeySize)
        return std::nullopt;
    return PublicKey(bytes);
}

bool PublicKey::verifies(const QByteArray &message, const QByteArray &signature) const
{
    return signature.size() == SignatureSize
        && crypto_sign_verify_detached(raw(signature), raw(message), size_t(message.size()), raw(m_bytes)) == 0;
}

SigningKey::SigningKey(const QByteArray &seed)
    : m_seed(seed), m_secret(crypto_sign_SECRETKEYBYTES, Qt::Uninitialized), m_public(PublicKeySize, Qt::Uninitialized)
{
    initialise();
    crypto_sign_seed_keypair(raw(m_public), raw(m_secret), raw(m_seed));
}

SigningKey SigningKey::generate(Random &random)
{
    return SigningKey(random.bytes(SeedSize));
}

std::optional<SigningKey> SigningKey::fromSeed(const QByteArray &seed)
{
    if (seed.size() != SeedSize)
        return std::nullopt;
    return SigningKey(seed);
}

QByteArray SigningKey::sign(const QByteArray &message) const
{
    QByteArray out(SignatureSize, Qt::Uninitialized);
    crypto_sign_detached(raw(out), nullptr, raw(message), size_t(message.size()), raw(m_secret));
    return out;
}

PublicKey SigningKey::publicKey() const
{
    return *PublicKey::fromBytes(m_public);
}

QByteArray hashPin(const QString &pin, PinCost cost)
{
    initialise();
    const QByteArray utf8 = pin.toUtf8();
    const bool minimal = cost == PinCost::Minimal;
    QByteArray out(crypto_pwhash_STRBYTES, '\0');
    const int rc = crypto_pwhash_str(out.data(), utf8.constData(), size_t(utf8.size()),
                                     minimal ? crypto_pwhash_OPSLIMIT_MIN : crypto_pwhash_OPSLIMIT_INTERACTIVE,
                                     minimal ? crypto_pwhash_MEMLIMIT_MIN : crypto_pwhash_MEMLIMIT_INTERACTIVE);
    if (rc != 0)
        qFatal("no memory for a PIN hash");
    return QByteArray(out.constData());
}

bool pinMatches(const QString &pin, const QByteArray &hash)
{
    initialise();
    const QByteArray utf8 = pin.toUtf8();
    return crypto_pwhash_str_verify(hash.constData(), utf8.constData(), size_t(utf8.size())) == 0;
}

} // namespace foyer::crypto
