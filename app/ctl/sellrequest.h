// SellRequest: what `foyerctl sell` was asked for, as words first and then as a reservation and payments.
#pragma once

#include "app/ctl/call.h"

#include <QtCore/QDate>

namespace foyer::ctl {

/// One --seat or --type with what belongs to it.
struct WantedPlace {
    std::optional<SeatLabel> seat;
    QString type;     ///< general admission
    int quantity = 1;
    QString level;    ///< empty: the first price level
};

/// One --event with its places.
struct WantedEvent {
    QString name;
    std::optional<QDate> date; ///< in the venue's time; the next one unless given
    QString level;             ///< of its places that name none
    std::vector<WantedPlace> places;
};

struct WantedTender {
    Tender tender = Tender::Cash; ///< Wallet also for a gift card: whose it is says --wallet
    QString amount; ///< empty: the rest
};

struct SellWish {
    std::vector<WantedEvent> events;
    std::vector<WantedTender> tenders; ///< cash for everything unless said otherwise
};

/// The next event of that name, or the one of that day. NotFound.
Result<Event> findEvent(BoxOffice &office, const WantedEvent &wanted, Instant now);
/// The first level when the name is empty. NotFound.
Result<PriceLevelId> findLevel(const TicketType &type, const QString &name);

QList<QCommandLineOption> sellOptions();
/// A payment from what --wallet names. NotFound, InvalidInput.
Result<PayRequest> walletPayment(Call &call, BoxOffice &office, ReservationId reservation, Money amount, const QString &key);

/// A sentence when the options make no sense.
tl::expected<SellWish, QString> readWish(const QCommandLineParser &parser);

/// Looks events, seats, types and levels up. NotFound, InvalidInput.
Result<ReserveRequest> resolve(BoxOffice &office, const SellWish &wish, Instant now);

} // namespace foyer::ctl
