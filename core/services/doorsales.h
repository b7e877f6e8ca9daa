// DoorSales: takes what a door sold and gave back into the centre's books: order, money, tickets and places, once each.
#pragma once

#include "core/domain/doorsale.h"
#include "core/domain/journal.h"
#include "core/storage/doorcentre_store.h"
#include "core/storage/doorsale_store.h"
#include "core/storage/ledger_store.h"
#include "core/storage/place_store.h"

#include <QtCore/QJsonArray>

#include <map>

namespace foyer {

class Work;

class DoorSales
{
public:
    /// Within a unit of work that holds the door.
    DoorSales(Work &work, const doorcentre_store::Door &door) : m_work(work), m_door(door) {}

    /// An order that the record's facts tell of. Taken as it is, or kept as a conflict: true when it was taken.
    bool take(const QJsonObject &order, const QJsonArray &facts, const JournalRecord &record);
    /// "door.returned": those of these places that the door still had are the centre's again. Returns how many.
    qint64 takeBack(const QJsonObject &returned);

    /// A sale that was a conflict, after all, with the places that are there now: SoldOut, SeatTaken.
    Result<void> takeAfterAll(DoorSale sale, ChainId chain, qint64 seq);
    /// The same for no places: its tickets are void from the beginning. InvalidInput when they are somebody else's.
    Result<void> takeAsVoid(DoorSale sale, ChainId chain, qint64 seq);

    /// Counters of places, once, at the end.
    void write();

    /// The sale of this order that a record's facts tell of. InvalidInput.
    static Result<DoorSale> read(const QJsonArray &facts, const QString &order, const doorcentre_store::Door &door, Instant at);

private:
    using Places = std::vector<doorgrant_store::Place>;

    QString objectionTo(const DoorSale &sale, const Places &places) const;
    QString objectionTo(const OrderLine &line, const Places &places) const;
    void keep(const QString &kind, const QJsonObject &order, const QString &currency, const JournalRecord &record);
    void bookSale(const DoorSale &sale, ChainId chain, qint64 seq, bool isVoid);
    void bookReservation(const DoorSale &sale);
    void bookPayments(const DoorSale &sale);
    void bookTransfers(const DoorSale &sale);
    void countInRollup(const DoorSale &sale, ChainId chain);
    void transfer(const ledger_store::AccountKey &debit, const ledger_store::AccountKey &credit, Money amount, ReservationId reservation, PaymentId payment);
    void giveToHouse(const Places &places);
    Places placesOf(const DoorSale &sale);
    AllotmentId allotmentOfDoor(TicketTypeId type);
    StaffId knownStaff(StaffId staff) const;

    Work &m_work;
    const doorcentre_store::Door &m_door;
    std::map<TicketTypeId, AllotmentId> m_allotments; ///< the door's
    std::map<AllotmentId, place_store::Delta> m_sold;
    std::map<TicketTypeId, qint64> m_returned;
    std::vector<ledger_store::Transfer> m_transfers;
    std::vector<ledger_store::AccountKey> m_accounts; ///< of m_transfers, two each
};

} // namespace foyer
