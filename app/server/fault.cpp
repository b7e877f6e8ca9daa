#include "app/server/fault.h"

#include "core/domain/errortext.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

namespace foyer::server {

namespace {

struct Said {
    int status;
    const char *code;
};

// Longer than a screen because it is a table: a switch, so that the compiler misses a new code.
Said saidAs(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidInput: return {400, "invalid"};
    case ErrorCode::NotFound: return {404, "not_found"};
    case ErrorCode::PermissionDenied: return {403, "forbidden"};
    case ErrorCode::KeyReused: return {409, "key_reused"};
    case ErrorCode::WrongPin: return {401, "wrong_password"};
    case ErrorCode::LockedOut: return {429, "locked_out"};
    case ErrorCode::SoldOut: return {409, "sold_out"};
    case ErrorCode::SeatTaken: return {409, "seat_taken"};
    case ErrorCode::NotOnSale: return {409, "not_on_sale"};
    case ErrorCode::EventArchived: return {409, "event_archived"};
    case ErrorCode::LimitExceeded: return {400, "limit_exceeded"};
    case ErrorCode::ReservationExpired: return {409, "reservation_expired"};
    case ErrorCode::ReservationEnded: return {409, "reservation_ended"};
    case ErrorCode::CartTaken: return {409, "cart_taken"};
    case ErrorCode::AlreadyRefunded: return {409, "already_refunded"};
    case ErrorCode::AlreadyAdmitted: return {409, "already_admitted"};
    case ErrorCode::PromoUnknown: return {404, "promo_unknown"};
    case ErrorCode::PromoNotYet: return {409, "promo_not_yet"};
    case ErrorCode::PromoOver: return {409, "promo_over"};
    case ErrorCode::PromoUsedUp: return {409, "promo_used_up"};
    case ErrorCode::PromoCustomerUsedUp: return {409, "promo_customer_used_up"};
    case ErrorCode::PromoNeedsCustomer: return {400, "promo_needs_customer"};
    case ErrorCode::PromoNotForThese: return {409, "promo_not_for_these"};
    case ErrorCode::PromoAlone: return {409, "promo_alone"};
    case ErrorCode::PlacesInUse: return {409, "places_in_use"};
    case ErrorCode::CurrencyMismatch: return {409, "currency_mismatch"};
    case ErrorCode::MoreThanDue: return {400, "more_than_due"};
    case ErrorCode::InsufficientFunds: return {409, "insufficient_funds"};
    case ErrorCode::PaymentDeclined: return {402, "card_declined"};
    case ErrorCode::PaymentFailed: return {402, "payment_failed"};
    case ErrorCode::PaymentUnresolved: return {409, "payment_unresolved"};
    case ErrorCode::NoShift: return {409, "no_shift"};
    case ErrorCode::ShiftOpen: return {409, "shift_open"};
    case ErrorCode::DrawerCounted: return {409, "drawer_counted"};
    case ErrorCode::ShiftClosed: return {409, "shift_closed"};
    case ErrorCode::DoorStopped: return {409, "door_stopped"};
    case ErrorCode::DoorOnlySells: return {409, "door_only_sells"};
    case ErrorCode::CentreRefused:
    case ErrorCode::CentreUnavailable: return {503, "centre_unavailable"};
    case ErrorCode::FileUnreadable: return {400, "file_unreadable"};
    case ErrorCode::FileInvalid: return {400, "file_invalid"};
    case ErrorCode::DatabaseBusy: return {503, "busy"};
    case ErrorCode::DatabaseUnavailable:
    case ErrorCode::DatabaseLocked:
    case ErrorCode::WrongPassword:
    case ErrorCode::DatabaseForbidden:
    case ErrorCode::NotADatabase:
    case ErrorCode::DatabaseCorrupt:
    case ErrorCode::DatabaseReadOnly:
    case ErrorCode::DiskFull:
    case ErrorCode::SchemaTooNew:
    case ErrorCode::SchemaMissing: return {503, "database_unavailable"};
    case ErrorCode::Internal: break;
    }
    return {500, "internal"};
}

/// "data.attributes.quantity" as JSON:API points: "/data/attributes/quantity".
QString pointerTo(const QString &field)
{
    return QLatin1Char('/') + QString(field).replace(QLatin1Char('.'), QLatin1Char('/'));
}

} // namespace

Fault faultFrom(const Error &error, const QString &field)
{
    const Said said = saidAs(error.code);
    if (said.status >= 500) // the details are for whoever runs the server
        qWarning("%s: %s %s", said.code, qUtf8Printable(error.args.join(QStringLiteral(", "))), qUtf8Printable(error.detail));
    if (said.status == 503)
        return {503, QLatin1String(said.code), QStringLiteral("The database does not answer now. Try again in a moment."), {}, 1};
    return {said.status, QLatin1String(said.code), sentence(error), field};
}

QByteArray mediaType(Dialect dialect)
{
    return dialect == Dialect::JsonApi ? QByteArrayLiteral("application/vnd.api+json") : QByteArrayLiteral("application/json");
}

Response refused(Dialect dialect, const Fault &fault)
{
    QJsonObject body;
    if (dialect == Dialect::JsonApi) {
        QJsonObject error{{QStringLiteral("status"), QString::number(fault.status)}, {QStringLiteral("code"), fault.code},
                          {QStringLiteral("detail"), fault.message}};
        if (!fault.field.isEmpty())
            error.insert(QStringLiteral("source"), QJsonObject{{QStringLiteral("pointer"), pointerTo(fault.field)}});
        body.insert(QStringLiteral("errors"), QJsonArray{error});
    } else {
        QJsonObject error{{QStringLiteral("code"), fault.code}, {QStringLiteral("message"), fault.message}};
        if (!fault.field.isEmpty())
            error.insert(QStringLiteral("field"), fault.field);
        body.insert(QStringLiteral("error"), error);
    }
    Response response{fault.status, mediaType(dialect), QJsonDocument(body).toJson(QJsonDocument::Compact)};
    if (fault.retryAfter > 0)
        response.headers.emplace_back("Retry-After", QByteArray::number(fault.retryAfter));
    if (!fault.allow.isEmpty())
        response.headers.emplace_back("Allow", fault.allow);
    if (fault.status == 401)
        response.headers.emplace_back("WWW-Authenticate", "Bearer");
    return response;
}

} // namespace foyer::server
