// ApiTokens: who may use the server, and for what. A token is shown once, when it is made; the database knows its hash alone.
#pragma once

#include "core/base/clock.h"
#include "core/services/permission.h"

#include <QtCore/QStringList>

#include <vector>

namespace foyer {

class Writer;

/// What a token allows.
enum class Scope {
    Read,   ///< look at events, places, orders
    Sell,   ///< reserve, take payments, make and sell ticket options
    Wallet, ///< people and their money
    Manage, ///< refunds, revoked tickets, comps, statistics
};

class Scopes
{
public:
    Scopes() = default;
    static Scopes all();
    /// "sell,wallet,read", in any order. InvalidInput names what is none.
    static Result<Scopes> fromText(const QString &text);

    bool has(Scope scope) const { return m_bits & (1u << unsigned(scope)); }
    void add(Scope scope) { m_bits |= 1u << unsigned(scope); }
    bool isEmpty() const { return m_bits == 0; }
    QString text() const; ///< "read,sell": as it is stored

    bool operator==(const Scopes &) const = default;

private:
    unsigned m_bits = 0;
};

QString scopeName(Scope scope);

struct Token {
    TokenId id;
    QString name;
    Scopes scopes;
    Instant createdAt;
    std::optional<Instant> revokedAt;
};

/// With the one and only sight of what the shop has to send.
struct NewToken {
    Token token;
    QString secret;
};

class ApiTokens
{
public:
    static constexpr int MaxNameLength = 100;

    explicit ApiTokens(Writer &writer) : m_writer(writer) {}

    /// InvalidInput, PermissionDenied.
    Result<NewToken> add(const Actor &actor, const QString &name, Scopes scopes);
    /// Newest first, revoked ones too.
    Result<std::vector<Token>> list();
    /// NotFound also for one that is revoked already.
    Result<void> revoke(const Actor &actor, TokenId token);

    struct Found {
        TokenId id;
        Scopes scopes;
    };
    /// NotFound for what is no token, and for one that was revoked.
    Result<Found> find(const QString &secret);

private:
    Writer &m_writer;
};

} // namespace foyer
