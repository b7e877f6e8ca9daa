// A shift's report as JSON: what a Z keeps for ever. Fields are only ever added.
#include "core/domain/shift.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

namespace foyer {

namespace {

/// Puts the fields of a value into an object. Amounts are whole minor units with their currency: "1200 EUR".
struct ReportWriting {
    QJsonObject object;

    void text(const char *name, const QString &value) { object.insert(QLatin1String(name), value); }
    void number(const char *name, qint64 value) { object.insert(QLatin1String(name), value); }
    void number(const char *name, int value) { number(name, qint64(value)); }
    void at(const char *name, Instant value) { number(name, value.ms); }
    void money(const char *name, Money value) { text(name, QString::number(value.minor()) + u' ' + value.currency().code()); }
    template <typename T>
    void id(const char *name, const Id<T> &value) { text(name, value.toString()); }
    template <typename T, typename Visit>
    void one(const char *name, const T &value, Visit visit)
    {
        ReportWriting inner;
        visit(inner, value);
        object.insert(QLatin1String(name), inner.object);
    }
    template <typename T, typename Visit>
    void list(const char *name, const std::vector<T> &values, Visit visit)
    {
        QJsonArray array;
        for (const T &value : values) {
            ReportWriting inner;
            visit(inner, value);
            array.append(inner.object);
        }
        object.insert(QLatin1String(name), array);
    }
};

/// Takes them out again.
struct ReportReading {
    QJsonObject object;

    QJsonValue field(const char *name) const { return object.value(QLatin1String(name)); }
    void text(const char *name, QString &value) { value = field(name).toString(); }
    void number(const char *name, qint64 &value) { value = field(name).toInteger(); }
    void number(const char *name, int &value) { value = int(field(name).toInteger()); }
    void at(const char *name, Instant &value) { value = {field(name).toInteger()}; }
    void money(const char *name, Money &value)
    {
        const QString both = field(name).toString();
        value = Money(both.section(u' ', 0, 0).toLongLong(), Currency::fromCode(both.section(u' ', 1)).value_or(Currency()));
    }
    template <typename T>
    void id(const char *name, Id<T> &value) { value = Id<T>(QUuid::fromString(field(name).toString())); }
    template <typename T, typename Visit>
    void one(const char *name, T &value, Visit visit)
    {
        ReportReading inner{field(name).toObject()};
        visit(inner, value);
    }
    template <typename T, typename Visit>
    void list(const char *name, std::vector<T> &values, Visit visit)
    {
        const QJsonArray array = field(name).toArray();
        for (const QJsonValue value : array) {
            ReportReading inner{value.toObject()};
            visit(inner, values.emplace_back());
        }
    }
};

const auto visitFigure = [](auto &fields, auto &figure) {
    fields.text("name", figure.name);
    fields.number("count", figure.count);
    fields.money("amount", figure.amount);
};

const auto visitReportTax = [](auto &fields, auto &tax) {
    fields.number("rate", tax.rateBasisPoints);
    fields.money("gross", tax.gross);
    fields.money("tax", tax.tax);
};

const auto visitHandover = [](auto &fields, auto &handover) {
    fields.text("from", handover.from);
    fields.text("to", handover.to);
    fields.at("at", handover.at);
};

const auto visitOpen = [](auto &fields, auto &payment) {
    fields.text("tender", payment.tender);
    fields.money("amount", payment.amount);
    fields.text("reference", payment.reference);
    fields.at("at", payment.at);
};

const auto visitHead = [](auto &fields, auto &head) {
    fields.id("chain", head.chain);
    fields.text("letters", head.letters);
    fields.number("seq", head.seq);
    fields.text("hash", head.hash);
};

const auto visitPieces = [](auto &fields, auto &pieces) {
    fields.number("value", pieces.value);
    fields.number("count", pieces.count);
};

const auto visitShift = [](auto &fields, auto &shift) {
    fields.id("id", shift.id);
    fields.id("terminal", shift.terminal);
    fields.text("till", shift.till);
    fields.number("number", shift.number);
    fields.id("staff", shift.staff);
    fields.text("cashier", shift.cashier);
    fields.number("day", shift.day);
    fields.money("float", shift.opening);
    fields.at("opened_at", shift.openedAt);
};

/// Words and amounts of a movement; its kind is a word of its own on either side.
const auto visitMove = [](auto &fields, auto &move) {
    fields.money("amount", move.amount);
    fields.text("reason", move.reason);
    fields.text("by", move.by);
    fields.text("approver", move.approver);
    fields.at("at", move.at);
};

const auto visitReport = [](auto &fields, auto &report) {
    fields.one("shift", report.shift, visitShift);
    fields.number("number", report.number);
    fields.at("at", report.at);
    fields.list("taken", report.taken, visitFigure);
    fields.list("given_back", report.givenBack, visitFigure);
    fields.number("orders", report.orders);
    fields.one("sales", report.sales, visitFigure);
    fields.list("types", report.types, visitFigure);
    fields.list("levels", report.levels, visitFigure);
    fields.list("taxes", report.taxes, visitReportTax);
    fields.one("discounts", report.discounts, visitFigure);
    fields.one("refunds", report.refunds, visitFigure);
    fields.one("comps", report.comps, visitFigure);
    fields.list("handovers", report.handovers, visitHandover);
    fields.money("expected", report.expected);
    fields.list("pieces", report.pieces, visitPieces);
    fields.list("open_payments", report.open, visitOpen);
    fields.list("heads", report.heads, visitHead);
    fields.money("grand_sales", report.grandSales);
    fields.money("grand_refunds", report.grandRefunds);
};

} // namespace

QJsonObject toJson(const ShiftReport &report)
{
    ReportWriting fields;
    visitReport(fields, report);
    fields.list("moves", report.moves, [](auto &inner, auto &move) {
        inner.text("kind", kindName(move.kind));
        visitMove(inner, move);
    });
    if (report.counted)
        fields.money("counted", *report.counted);
    if (report.shift.closedAt)
        fields.at("closed_at", *report.shift.closedAt);
    fields.text("state", stateName(report.shift.state));
    return fields.object;
}

QByteArray toBytes(const ShiftReport &report)
{
    return QJsonDocument(toJson(report)).toJson(QJsonDocument::Compact);
}

std::optional<ShiftReport> shiftReportFrom(const QByteArray &bytes)
{
    ReportReading fields{QJsonDocument::fromJson(bytes).object()};
    if (!fields.object.contains(QLatin1String("expected")))
        return std::nullopt;
    ShiftReport report;
    visitReport(fields, report);
    fields.list("moves", report.moves, [](auto &inner, auto &move) {
        const QString kind = inner.field("kind").toString();
        move.kind = kind == QLatin1String("paid_in") ? CashMoveKind::PaidIn : kind == QLatin1String("paid_out") ? CashMoveKind::PaidOut : CashMoveKind::NoSale;
        visitMove(inner, move);
    });
    if (fields.object.contains(QLatin1String("counted")))
        fields.money("counted", report.counted.emplace());
    if (fields.object.contains(QLatin1String("closed_at")))
        fields.at("closed_at", report.shift.closedAt.emplace());
    const QString state = fields.field("state").toString();
    report.shift.state = state == QLatin1String("closed") ? DrawerState::Closed : state == QLatin1String("counting") ? DrawerState::Counting : DrawerState::Open;
    return report;
}

} // namespace foyer
