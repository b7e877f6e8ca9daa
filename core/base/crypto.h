// Hashes, signatures and PIN hashes: thin names over libsodium, so that nothing else includes it.
#pragma once

#include <QtCore/QByteArray>

#include <optional>

namespace foyer {
class Random;
}

namespace foyer::crypto {

inline constexpr int HashSize = 32;
inline constexpr int SignatureSize = 64;
inline constexpr int PublicKeySize = 32;
inline constexpr int SeedSize = 32;

/// Must run before anything else here; cheap to repeat. Aborts when libsodium cannot start.
void initialise();

/// SHA-256, 32 bytes.
QByteArray sha256(const QByteArray &data);

/// Ed25519 verification key.
class PublicKey
{
public:
    /// Empty when the bytes are not 32 long.
    static std::optional<PublicKey> fromBytes(const QByteArray &bytes);

    bool verifies(const QByteArray &message, const QByteArray &signature) const;
    const QByteArray &bytes() const { return m_bytes; }

private:
    explicit PublicKey(QByteArray bytes) : m_bytes(std::move(bytes)) {}
    QByteArray m_bytes;
};

/// Ed25519 signing key; deterministic: the same message has the same signature.
class SigningKey
{
public:
    static SigningKey generate(Random &random);
    /// Empty when the seed is not 32 bytes long.
    static std::optional<SigningKey> fromSeed(const QByteArray &seed);

    QByteArray sign(const QByteArray &message) const;
    PublicKey publicKey() const;
    const QByteArray &seed() const { return m_seed; }

private:
    explicit SigningKey(const QByteArray &seed);
    QByteArray m_seed;
    QByteArray m_secret;
    QByteArray m_public;
};

/// How much work one PIN guess costs.
enum class PinCost {
    Interactive, ///< Argon2id, libsodium's interactive limits
    Minimal,     ///< Argon2id at the library's minimum: tests and demo data only
};

/// Argon2id hash in its own text form (salt and limits inside).
QByteArray hashPin(const QString &pin, PinCost cost);
bool pinMatches(const QString &pin, const QByteArray &hash);

} // namespace foyer::crypto
