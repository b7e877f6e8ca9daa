// Call: a request that found its route, and who makes it.
#pragma once

#include "app/server/fault.h"
#include "app/server/fields.h"
#include "core/services/once.h"
#include "core/services/apitokens.h"

#include <memory>

namespace foyer::server {

/// Whose token it was, and what that allows.
struct Caller {
    TokenId token; ///< null when the server asks for none
    Scopes scopes;
    CustomerId customer = {}; ///< who signed in; null: a shop

    /// Whose keys of requests these are: a customer's stay theirs when they sign in again.
    QUuid owner() const { return customer.isNull() ? token.uuid() : customer.uuid(); }
};

struct Call {
    Request request;
    std::vector<QUuid> ids; ///< the {id}s of the path, in order
    Dialect dialect = Dialect::Plain;
    Caller caller = {};

    /// How this request wants to be remembered; empty without an Idempotency-Key.
    std::optional<Once> once(int status, std::function<QByteArray(const QUuid &made)> body) const;
    /// The value of a query parameter, percent-decoded; empty when it is missing.
    QString parameter(const char *name) const;
};

using CallPtr = std::shared_ptr<const Call>;

Response answered(const Call &call, int status, const QByteArray &body);
Response answered(const Call &call, const Replay &replay);
Response answered(const Call &call, int status, const QJsonObject &body);
inline Response refused(const Call &call, const Fault &fault) { return refused(call.dialect, fault); }

} // namespace foyer::server
