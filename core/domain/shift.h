// A shift at a drawer as values: its cash, how it is counted, and the report of what it took (X reads it, Z closes it).
#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/money.h"

#include <QtCore/QJsonObject>

#include <optional>
#include <vector>

namespace foyer {

enum class DrawerState { Open, Counting, Closed };
enum class CashMoveKind { PaidIn, PaidOut, NoSale };

/// One drawer's time, from its float to its Z.
struct DrawerShift {
    DrawerShiftId id;
    TerminalId terminal;
    QString till;      ///< the terminal's name
    qint64 number = 0; ///< of this till, by opening
    StaffId staff;     ///< who answers for the cash now; null when a program opened it
    QString cashier;
    DrawerState state = DrawerState::Open;
    int day = 0;       ///< business day of the opening: 20261120
    Money opening;     ///< the float
    Instant openedAt;
    std::optional<Instant> closedAt;
};

/// Some notes or coins of one value.
struct CashPieces {
    qint64 value = 0; ///< minor units
    qint64 count = 0;

    bool operator==(const CashPieces &) const = default;
};

using CashCount = std::vector<CashPieces>;

/// Values of notes and coins, largest first.
std::vector<qint64> denominations(Currency currency);
Money totalOf(const CashCount &count, Currency currency);
/// "5000*3 2000*1"; empty for an empty drawer.
QString countText(const CashCount &count);
CashCount countFrom(const QString &text);

/// How much of something, and how often.
struct ReportFigure {
    QString name; ///< a tender's stored name, a ticket type's or price level's own
    qint64 count = 0;
    Money amount;

    bool operator==(const ReportFigure &) const = default;
};

struct ReportTax {
    int rateBasisPoints = 0;
    Money gross;
    Money tax; ///< contained in gross

    bool operator==(const ReportTax &) const = default;
};

struct ReportMove {
    CashMoveKind kind = CashMoveKind::NoSale;
    Money amount;
    QString reason;
    QString by;
    QString approver; ///< empty unless somebody had to allow it
    Instant at;
};

struct ReportHandover {
    QString from;
    QString to;
    Instant at;
};

/// A payment of this till whose outcome nobody knew when the report was made.
struct ReportOpenPayment {
    QString tender;
    Money amount;
    QString reference;
    Instant at;
};

/// Where a chain of the journal stood.
struct ReportHead {
    ChainId chain;
    QString letters;
    qint64 seq = 0;
    QString hash; ///< hexadecimal
};

/// Captured money counts in the shift in which it was known to have moved, orders in the one in which they were made.
struct ShiftReport {
    DrawerShift shift;
    qint64 number = 0; ///< the Z's, of this till without gaps; 0 for an X
    Instant at;
    std::vector<ReportFigure> taken;     ///< per tender and currency
    std::vector<ReportFigure> givenBack; ///< the same, out again
    qint64 orders = 0;
    ReportFigure sales;                  ///< tickets sold and what they brought, discounts taken off, fees in
    std::vector<ReportFigure> types;
    std::vector<ReportFigure> levels;
    std::vector<ReportTax> taxes;
    ReportFigure discounts;              ///< lines with one, and how much
    ReportFigure refunds;                ///< refund orders
    ReportFigure comps;                  ///< tickets, no money
    std::vector<ReportMove> moves;
    std::vector<ReportHandover> handovers;
    Money expected;                      ///< cash that ought to be in the drawer
    std::optional<Money> counted;        ///< Z only
    CashCount pieces;
    std::vector<ReportOpenPayment> open;
    std::vector<ReportHead> heads;       ///< Z only
    Money grandSales;                    ///< of all Zs of this till, this one included; never reset
    Money grandRefunds;

    Money difference() const { return counted ? *counted - expected : Money::zero(expected.currency()); }
    Money movedBy(CashMoveKind kind) const;
    qint64 times(CashMoveKind kind) const;
};

/// A Z among the others of its till.
struct ZLine {
    qint64 number = 0;
    Instant at;
    int day = 0; ///< business day of the opening
    QString cashier;
    Money counted;
    Money expected;
};

/// As a Z keeps it and prints it again.
QByteArray toBytes(const ShiftReport &report);
/// Nothing for bytes that hold no whole report.
std::optional<ShiftReport> shiftReportFrom(const QByteArray &bytes);
QJsonObject toJson(const ShiftReport &report);

QString stateName(DrawerState state);
DrawerState drawerStateFrom(const QString &name);
QString kindName(CashMoveKind kind);
CashMoveKind cashMoveFrom(const QString &name);

} // namespace foyer
