// Shifts at a drawer: the shift itself, what moves cash in it, its counts and its Z.
#pragma once

#include "core/domain/shift.h"
#include "core/storage/database.h"

#include <QtCore/QTimeZone>

namespace foyer::shift_store {

/// What a sale has to know of its till's drawer.
struct SaleDrawer {
    DrawerShiftId id;
    DrawerState state = DrawerState::Open;
    Currency currency;
};

/// The terminal's open shift, held until the end of the unit of work: it cannot be closed meanwhile, and many sales may hold
/// it at once. A sale that waited for a closing finds none.
std::optional<SaleDrawer> openForSale(Database &db, TerminalId terminal);
/// The shift, locked against sales and other closings until the end of the unit of work.
std::optional<DrawerShift> lock(Database &db, DrawerShiftId shift);
/// Locks the terminal's open shift.
std::optional<DrawerShift> lockOpen(Database &db, TerminalId terminal);

/// Whether the payment counts in a shift whose Z is final; held until the end of the unit of work, so that it stays so.
bool isFinal(Database &db, PaymentId payment);

/// The shift of the terminal that is not closed.
std::optional<DrawerShift> open(Database &db, TerminalId terminal);
std::optional<DrawerShift> find(Database &db, DrawerShiftId shift);

/// Where the row and its fact are journalled.
struct Record {
    Instant at;
    ChainId chain;
    qint64 seq = 0;
};

/// False when the terminal has an open shift. Gives the shift its number.
bool add(Database &db, DrawerShift &shift, const Record &record);
void setState(Database &db, DrawerShiftId shift, DrawerState state, std::optional<Instant> closedAt);
void setStaff(Database &db, DrawerShiftId shift, StaffId staff);

struct NewMove {
    CashMoveId id;
    DrawerShiftId shift;
    CashMoveKind kind = CashMoveKind::NoSale;
    qint64 amount = 0;
    QString reason;
    StaffId staff;
    StaffId approver;
};

void addMove(Database &db, const NewMove &move, const Record &record);
void addHandover(Database &db, HandoverId id, DrawerShiftId shift, StaffId from, StaffId to, const Record &record);

struct Counted {
    CashCountId id;
    DrawerShiftId shift;
    qint64 number = 0; ///< of the shift, from 1
    qint64 total = 0;
    QString pieces;
    StaffId staff;
};

/// Gives the count its number.
void addCount(Database &db, Counted &count, const Record &record);
std::optional<Counted> latestCount(Database &db, DrawerShiftId shift);

struct NewZ {
    ZReportId id;
    DrawerShiftId shift;
    TerminalId terminal;
    qint64 number = 0;
    qint64 counted = 0;
    qint64 expected = 0;
    qint64 grandSales = 0;
    qint64 grandRefunds = 0;
    QString currency;
    QString body;
};

void addZ(Database &db, const NewZ &z, const Record &record);
/// The next number, and the grand totals up to now in this currency.
struct ZBefore {
    qint64 number = 1;
    qint64 grandSales = 0;
    qint64 grandRefunds = 0;
};
ZBefore beforeZ(Database &db, TerminalId terminal, const QString &currency);
/// The body of a Z; empty when there is none.
QString zBody(Database &db, DrawerShiftId shift);
QString zBody(Database &db, TerminalId terminal, qint64 number);

/// Newest first.
std::vector<ZLine> zs(Database &db, TerminalId terminal, int limit);

/// The house's: of its first venue by name; UTC without one.
QTimeZone houseZone(Database &db);
/// Of the first venue; euro without one.
Currency houseCurrency(Database &db);

} // namespace foyer::shift_store
