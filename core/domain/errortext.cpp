#include "core/domain/errortext.h"

#include <QtCore/QCoreApplication>

namespace foyer {

namespace {

/// Arguments are other people's words (paths, reasons of the system): long ones are cut.
constexpr qsizetype MaxArgumentLength = 300;

struct Texts {
    const char *full = nullptr;  ///< with %1 and %2
    const char *plain = nullptr; ///< when an argument is missing; null when full takes none
};

// Longer than a screen because it is a table: a switch, so that the compiler misses a text for a new code.
Texts textsOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidInput:
        return {QT_TRANSLATE_NOOP("Error", "This cannot be used: %1. Correct it and try again."),
                QT_TRANSLATE_NOOP("Error", "Something that was entered cannot be used. Check it and try again.")};
    case ErrorCode::NotFound:
        return {QT_TRANSLATE_NOOP("Error", "Foyer could not find %1. Check the name or number and search again."),
                QT_TRANSLATE_NOOP("Error", "Foyer could not find this. Check the name or number and search again.")};
    case ErrorCode::PermissionDenied:
        return {QT_TRANSLATE_NOOP("Error", "You are not allowed to do this: %1. Ask a supervisor to sign in."),
                QT_TRANSLATE_NOOP("Error", "You are not allowed to do this. Ask a supervisor to sign in.")};
    case ErrorCode::KeyReused:
        return {QT_TRANSLATE_NOOP("Error", "This request repeats the key of an earlier one but asks for something else, "
                                           "so nothing was done. Send it again with a new key.")};
    case ErrorCode::WrongPin:
        return {QT_TRANSLATE_NOOP("Error", "The PIN is wrong. Enter it again (attempts left: %1)."),
                QT_TRANSLATE_NOOP("Error", "The PIN is wrong. Enter it again.")};
    case ErrorCode::LockedOut:
        return {QT_TRANSLATE_NOOP("Error", "Signing in is locked after too many wrong PINs. Wait (minutes left: %1) or "
                                           "ask a manager to unlock it."),
                QT_TRANSLATE_NOOP("Error", "Signing in is locked after too many wrong PINs. Wait a while or ask a "
                                           "manager to unlock it.")};
    case ErrorCode::SoldOut:
        return {QT_TRANSLATE_NOOP("Error", "There are not enough places of %1 (places left: %2). Take fewer or choose "
                                           "another ticket."),
                QT_TRANSLATE_NOOP("Error", "There are not enough places left. Take fewer or choose another ticket.")};
    case ErrorCode::SeatTaken:
        return {QT_TRANSLATE_NOOP("Error", "Somebody else has just taken %1. Choose other seats."),
                QT_TRANSLATE_NOOP("Error", "Somebody else has just taken this seat. Choose another.")};
    case ErrorCode::NotOnSale:
        return {QT_TRANSLATE_NOOP("Error", "%1 is not on sale now. Check its dates and its status, or choose another."),
                QT_TRANSLATE_NOOP("Error", "This is not on sale now. Check its dates and its status, or choose another.")};
    case ErrorCode::EventArchived:
        return {QT_TRANSLATE_NOOP("Error", "%1 is archived, so nothing about it can be changed. A manager can bring it back from the archive first."),
                QT_TRANSLATE_NOOP("Error", "This event is archived, so nothing about it can be changed. A manager can bring it back from the "
                                           "archive first.")};
    case ErrorCode::LimitExceeded:
        return {QT_TRANSLATE_NOOP("Error", "That is more than one order may hold of %1 (limit: %2). Take fewer, or start "
                                           "another order."),
                QT_TRANSLATE_NOOP("Error", "That is more than one order may hold. Take fewer, or start another order.")};
    case ErrorCode::ReservationExpired:
        return {QT_TRANSLATE_NOOP("Error", "The time of this reservation is over and its places are free again. Choose "
                                           "the places once more.")};
    case ErrorCode::ReservationEnded:
        return {QT_TRANSLATE_NOOP("Error", "This reservation has already ended (%1). Start a new one."),
                QT_TRANSLATE_NOOP("Error", "This reservation has already ended. Start a new one.")};
    case ErrorCode::CartTaken:
        return {QT_TRANSLATE_NOOP("Error", "Another till has just taken this cart up, so it is no longer parked. Ask there, or "
                                           "choose another cart.")};
    case ErrorCode::AlreadyRefunded:
        return {QT_TRANSLATE_NOOP("Error", "These tickets were given back or exchanged already (%1). Look at the order again and "
                                           "choose others."),
                QT_TRANSLATE_NOOP("Error", "These tickets were given back or exchanged already. Look at the order again and "
                                           "choose others.")};
    case ErrorCode::AlreadyAdmitted:
        return {QT_TRANSLATE_NOOP("Error", "Somebody came in with these tickets already (%1). Only a supervisor may undo that: ask one to allow it."),
                QT_TRANSLATE_NOOP("Error", "Somebody came in with these tickets already. Only a supervisor may undo that: ask one to allow it.")};
    case ErrorCode::PlacesInUse:
        return {QT_TRANSLATE_NOOP("Error", "Some of these places are held or sold (%1). Release or refund them first, or "
                                           "choose others."),
                QT_TRANSLATE_NOOP("Error", "Some of these places are held or sold. Release or refund them first, or "
                                           "choose others.")};
    case ErrorCode::PromoUnknown:
        return {QT_TRANSLATE_NOOP("Error", "There is no promo code %1. Check how it is written."),
                QT_TRANSLATE_NOOP("Error", "There is no such promo code. Check how it is written.")};
    case ErrorCode::PromoNotYet:
        return {QT_TRANSLATE_NOOP("Error", "The promo code %1 is not valid yet (from %2). Sell without it, or wait until then."),
                QT_TRANSLATE_NOOP("Error", "This promo code is not valid yet. Sell without it, or wait until it is.")};
    case ErrorCode::PromoOver:
        return {QT_TRANSLATE_NOOP("Error", "The promo code %1 is no longer valid. Sell without it, or try another code."),
                QT_TRANSLATE_NOOP("Error", "This promo code is no longer valid. Sell without it, or try another code.")};
    case ErrorCode::PromoUsedUp:
        return {QT_TRANSLATE_NOOP("Error", "The promo code %1 is used up. Sell without it, or try another code."),
                QT_TRANSLATE_NOOP("Error", "This promo code is used up. Sell without it, or try another code.")};
    case ErrorCode::PromoCustomerUsedUp:
        return {QT_TRANSLATE_NOOP("Error", "This customer has used the promo code %1 as often as each may. Take the code off first, or sell without it."),
                QT_TRANSLATE_NOOP("Error", "This customer has used this promo code as often as each may. Take the code off first, or sell without it.")};
    case ErrorCode::PromoNeedsCustomer:
        return {QT_TRANSLATE_NOOP("Error", "The promo code %1 counts for each customer, so the cart needs one. Choose the customer first (F7)."),
                QT_TRANSLATE_NOOP("Error", "This promo code counts for each customer, so the cart needs one. Choose the customer first (F7).")};
    case ErrorCode::PromoNotForThese:
        return {QT_TRANSLATE_NOOP("Error", "The promo code %1 is not for these tickets. Choose what it is for, or try another code."),
                QT_TRANSLATE_NOOP("Error", "This promo code is not for these tickets. Choose what it is for, or try another code.")};
    case ErrorCode::PromoAlone:
        return {QT_TRANSLATE_NOOP("Error", "The promo code %1 does not combine with the codes in the cart, and they take off as much or more. Take them off "
                                           "first if you want it."),
                QT_TRANSLATE_NOOP("Error", "This promo code does not combine with the codes in the cart, and they take off as much or more. Take them off "
                                           "first if you want it.")};
    case ErrorCode::CurrencyMismatch:
        return {QT_TRANSLATE_NOOP("Error", "The amount should be in %1 but is in %2. Enter it in the right currency."),
                QT_TRANSLATE_NOOP("Error", "The amount is in the wrong currency. Enter it in the currency of the event.")};
    case ErrorCode::MoreThanDue:
        return {QT_TRANSLATE_NOOP("Error", "This is more than is still to pay (%1). Enter a smaller amount."),
                QT_TRANSLATE_NOOP("Error", "This is more than is still to pay. Enter a smaller amount.")};
    case ErrorCode::InsufficientFunds:
        return {QT_TRANSLATE_NOOP("Error", "There is not enough money on it (balance: %1). Use it for a part and take the "
                                           "rest in another way."),
                QT_TRANSLATE_NOOP("Error", "There is not enough money on it. Use it for a part and take the rest in "
                                           "another way.")};
    case ErrorCode::PaymentDeclined:
        return {QT_TRANSLATE_NOOP("Error", "The payment was declined: %1. Try another card or take the money in another "
                                           "way."),
                QT_TRANSLATE_NOOP("Error", "The payment was declined. Try another card or take the money in another way.")};
    case ErrorCode::PaymentFailed:
        return {QT_TRANSLATE_NOOP("Error", "The payment did not work: %1. No money was taken; try again or take it in "
                                           "another way."),
                QT_TRANSLATE_NOOP("Error", "The payment did not work. No money was taken; try again or take it in another "
                                           "way.")};
    case ErrorCode::PaymentUnresolved:
        return {QT_TRANSLATE_NOOP("Error", "A payment is still without an answer. Wait for it or ask again; do not take "
                                           "the money a second time.")};
    case ErrorCode::NoShift:
        return {QT_TRANSLATE_NOOP("Error", "No shift is open on this till. Open one with its float on the page Shift first.")};
    case ErrorCode::ShiftOpen:
        return {QT_TRANSLATE_NOOP("Error", "A shift is open on this till already (%1). Close it with its count, or let it be handed over."),
                QT_TRANSLATE_NOOP("Error", "A shift is open on this till already. Close it with its count, or let it be handed over.")};
    case ErrorCode::DrawerCounted:
        return {QT_TRANSLATE_NOOP("Error", "The drawer is being counted, so no cash may go in or out. Close the shift, or leave the count "
                                           "and go on.")};
    case ErrorCode::ShiftClosed:
        return {QT_TRANSLATE_NOOP("Error", "The shift of this money is closed and its Z is final. Pay it out or in with a reason instead.")};
    case ErrorCode::DoorStopped:
        return {QT_TRANSLATE_NOOP("Error", "Two databases have spoken for the door %1, so neither is believed any more. Enrol it anew with an empty database."),
                QT_TRANSLATE_NOOP("Error", "Two databases have spoken for this door, so neither is believed any more. Enrol it anew with an empty database.")};
    case ErrorCode::CentreRefused:
        return {QT_TRANSLATE_NOOP("Error", "The box office refused what this door sent: %1."),
                QT_TRANSLATE_NOOP("Error", "The box office refused what this door sent. Ask there whether the door is still enrolled.")};
    case ErrorCode::DoorOnlySells:
        return {QT_TRANSLATE_NOOP("Error", "This is a door: it sells its own places at their price and admits people. Everything else is done at the box office.")};
    case ErrorCode::CentreUnavailable:
        return {QT_TRANSLATE_NOOP("Error", "The box office cannot be reached (%1). Scanning goes on, and so does selling what is left here; all of it is sent later."),
                QT_TRANSLATE_NOOP("Error", "The box office cannot be reached. Scanning goes on, and so does selling what is left here; all of it is sent later.")};
    case ErrorCode::FileUnreadable:
        return {QT_TRANSLATE_NOOP("Error", "The file %1 could not be opened: %2. Check its name and folder, or choose "
                                           "another."),
                QT_TRANSLATE_NOOP("Error", "The file could not be opened. Check its name and folder, or choose another.")};
    case ErrorCode::FileInvalid:
        return {QT_TRANSLATE_NOOP("Error", "The file has a fault and nothing was taken from it: %1. Correct the file and "
                                           "try again."),
                QT_TRANSLATE_NOOP("Error", "The file has a fault and nothing was taken from it. Correct the file and try "
                                           "again.")};
    case ErrorCode::DatabaseBusy:
        return {QT_TRANSLATE_NOOP("Error", "The database is busy and nothing was changed. Try again in a moment.")};
    case ErrorCode::DatabaseUnavailable:
        return {QT_TRANSLATE_NOOP("Error", "The database does not answer: %1. Check the network and the server, then try "
                                           "again."),
                QT_TRANSLATE_NOOP("Error", "The database does not answer. Check the network and the server, then try "
                                           "again.")};
    case ErrorCode::DatabaseLocked:
        return {QT_TRANSLATE_NOOP("Error", "Another program is using this box office. Close it there, then try again.")};
    case ErrorCode::WrongPassword:
        return {QT_TRANSLATE_NOOP("Error", "The database refused the password of %1. Check user and password, then try "
                                           "again."),
                QT_TRANSLATE_NOOP("Error", "The database refused the password. Check user and password, then try again.")};
    case ErrorCode::DatabaseForbidden:
        return {QT_TRANSLATE_NOOP("Error", "The database login %1 has no rights to this box office. Ask whoever looks after the database for them."),
                QT_TRANSLATE_NOOP("Error", "The database login has no rights to this box office. Ask whoever looks after the database for them.")};
    case ErrorCode::NotADatabase:
        return {QT_TRANSLATE_NOOP("Error", "The file %1 is not a database. Choose the file of a box office."),
                QT_TRANSLATE_NOOP("Error", "The file is not a database. Choose the file of a box office.")};
    case ErrorCode::DatabaseCorrupt:
        return {QT_TRANSLATE_NOOP("Error", "The database %1 is damaged. Stop selling with it and restore the latest "
                                           "backup."),
                QT_TRANSLATE_NOOP("Error", "The database is damaged. Stop selling with it and restore the latest backup.")};
    case ErrorCode::DatabaseReadOnly:
        return {QT_TRANSLATE_NOOP("Error", "The database %1 can be read but not written. Check the rights of the file and "
                                           "its folder."),
                QT_TRANSLATE_NOOP("Error", "The database can be read but not written. Check the rights of the file and "
                                           "its folder.")};
    case ErrorCode::DiskFull:
        return {QT_TRANSLATE_NOOP("Error", "The disk is full and nothing was changed. Make room, then try again.")};
    case ErrorCode::SchemaTooNew:
        return {QT_TRANSLATE_NOOP("Error", "This box office was written by a newer Foyer (its version is %1, this program "
                                           "knows %2). Update the program."),
                QT_TRANSLATE_NOOP("Error", "This box office was written by a newer Foyer. Update the program.")};
    case ErrorCode::SchemaMissing:
        return {QT_TRANSLATE_NOOP("Error", "This database holds no box office yet. Set it up with \"foyerctl migrate\".")};
    case ErrorCode::Internal:
        break;
    }
    return {QT_TRANSLATE_NOOP("Error", "Foyer made a mistake and stopped what it was doing. Check what was recorded before "
                                       "you try again, and send the log file to whoever looks after Foyer.")};
}

/// An argument as it stands inside a sentence: one line, without the end of a sentence of its own.
QString argument(const QString &text)
{
    QString out = text.simplified();
    while (out.endsWith(QLatin1Char('.')) || out.endsWith(QLatin1Char('!')))
        out.chop(1);
    return out.size() > MaxArgumentLength ? out.left(MaxArgumentLength - 1) + QChar(0x2026) : out;
}

int argumentCount(const char *text)
{
    const QByteArrayView view(text);
    return view.contains("%2") ? 2 : view.contains("%1") ? 1 : 0;
}

} // namespace

QString sentence(const Error &error)
{
    const Texts texts = textsOf(error.code);
    const QString first = argument(error.args.value(0));
    const QString second = argument(error.args.value(1));
    const int needed = argumentCount(texts.full);
    const bool complete = (needed < 1 || !first.isEmpty()) && (needed < 2 || !second.isEmpty());
    const QString text = QCoreApplication::translate("Error", complete ? texts.full : texts.plain);
    if (!complete || needed == 0)
        return text;
    return needed == 2 ? text.arg(first, second) : text.arg(first);
}

} // namespace foyer
