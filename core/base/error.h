// Error and Result: how a verb says that it could not do what it was asked.
#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>

#include <tl/expected.hpp>

namespace foyer {

/// Every reason for which a verb may refuse or fail. Closed: each has exactly one sentence in
/// core/domain/errortext, and the HTTP interface has one code for each.
enum class ErrorCode {
    // What was asked
    InvalidInput,      ///< args: what is wrong, as a sentence fragment
    NotFound,          ///< args: what was looked for
    PermissionDenied,  ///< args: the verb that the role may not do
    KeyReused,         ///< the same idempotency key with another request
    // Signing in
    WrongPin,          ///< args: attempts left
    LockedOut,         ///< args: minutes until the next attempt
    // Places
    SoldOut,           ///< args: ticket type, places left
    SeatTaken,         ///< args: seats, as people say them
    NotOnSale,         ///< args: event or ticket type
    EventArchived,     ///< args: the event, which is read-only
    LimitExceeded,     ///< args: ticket type or "reservation", limit
    ReservationExpired,
    ReservationEnded,  ///< args: the state it ended in
    CartTaken,         ///< another till took the parked cart up first
    AlreadyRefunded,   ///< args: tickets, as people say their numbers
    AlreadyAdmitted,   ///< somebody came in with it, and only a supervisor may undo that; args: tickets
    PlacesInUse,       ///< capacity or a kill would take places that are held or sold; args: how many
    // Promo codes; args: the code
    PromoUnknown,
    PromoNotYet,       ///< args: code, from when on
    PromoOver,         ///< its time is over, or it was revoked
    PromoUsedUp,       ///< as often as it may be in all
    PromoCustomerUsedUp, ///< as often as one customer may
    PromoNeedsCustomer,
    PromoNotForThese,  ///< nothing in the cart is what it is for
    PromoAlone,        ///< it does not combine with what the cart has
    // Money
    CurrencyMismatch,  ///< args: expected currency, given currency
    MoreThanDue,       ///< args: amount due
    InsufficientFunds, ///< args: balance
    PaymentDeclined,   ///< args: the gateway's sentence
    PaymentFailed,     ///< args: the gateway's sentence
    PaymentUnresolved, ///< an attempt is still without an answer
    // The drawer
    NoShift,           ///< the till has no open shift, and this needs one
    ShiftOpen,         ///< the till has one already; args: whose
    DrawerCounted,     ///< cash stands still while the drawer is being counted
    ShiftClosed,       ///< its Z is final
    // Doors with a database of their own
    DoorStopped,       ///< two databases spoke for it; args: its name
    CentreRefused,     ///< args: what the centre said
    DoorOnlySells,     ///< asked of a door what only the centre does
    CentreUnavailable, ///< args: reason
    // Files that people give us
    FileUnreadable,    ///< args: path, reason
    FileInvalid,       ///< args: first fault with its place
    // The database
    DatabaseBusy,
    DatabaseUnavailable, ///< args: reason
    DatabaseLocked,      ///< another program writes this file
    WrongPassword,       ///< args: user
    DatabaseForbidden,   ///< args: user; let in, but without rights to the box office
    NotADatabase,        ///< args: path
    DatabaseCorrupt,     ///< args: path
    DatabaseReadOnly,    ///< args: path
    DiskFull,
    SchemaTooNew,        ///< args: version found, version known
    SchemaMissing,       ///< the database holds no box office
    Internal,            ///< a bug; detail says where
};

/// One refusal or failure. `args` fill the sentence, `detail` is for the log only.
struct Error {
    ErrorCode code;
    QStringList args;
    QString detail;

    bool operator==(const Error &other) const { return code == other.code && args == other.args; }
};

template <typename T>
using Result = tl::expected<T, Error>;

/// `return fail(ErrorCode::SoldOut, {name});`
[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, QStringList args = {}, QString detail = {})
{
    return tl::unexpected<Error>(Error{code, std::move(args), std::move(detail)});
}

[[nodiscard]] inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

} // namespace foyer
