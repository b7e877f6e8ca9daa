// SandboxBooks: what the sandbox bank knows, kept in a small file so that it outlives the program as a real bank does.
#pragma once

#include "core/base/clock.h"
#include "core/services/checkout.h"

#include <map>
#include <optional>

namespace foyer {

/// One attempt that arrived.
struct SandboxEntry {
    bool isRefund = false;
    Money amount;
    GatewayOutcome outcome;
    QString captureReference;           ///< of a refund
    int silentAsks = 0;                 ///< so many questions are still answered "unknown"
    std::optional<Instant> silentUntil; ///< and all of them until then
};

class SandboxBooks
{
public:
    /// An empty path keeps them in memory. FileUnreadable, FileInvalid.
    static Result<SandboxBooks> open(const QString &path);

    const SandboxEntry *find(const QString &key) const;
    /// False when the file could not be written; then the books stay as they were.
    bool put(const QString &key, const SandboxEntry &entry);

    /// What is left of a capture after its refunds; empty when no capture has this reference.
    std::optional<Money> left(const QString &captureReference) const;
    /// Captures minus refunds of that currency.
    Money balance(Currency currency) const;
    /// How many charges moved money.
    int captures() const;
    /// A reference that no entry has.
    QString nextReference() const;

private:
    explicit SandboxBooks(QString path) : m_path(std::move(path)) {}
    bool save() const;

    QString m_path;
    std::map<QString, SandboxEntry> m_entries; ///< by key
};

} // namespace foyer
