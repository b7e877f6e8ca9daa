#include "ui/printing/printeddocument.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QTimeZone>

#include <algorithm>

namespace foyer::printing {
namespace {

// One function for both ways, so that no field is written and then not read.

/// Puts values into an object.
struct Writing {
    QJsonObject object;

    void text(const char *name, const QString &value) { object.insert(QLatin1String(name), value); }
    void number(const char *name, int value) { object.insert(QLatin1String(name), value); }
    void flag(const char *name, bool value) { object.insert(QLatin1String(name), value); }
    void texts(const char *name, const QStringList &value) { object.insert(QLatin1String(name), QJsonArray::fromStringList(value)); }
    void money(const char *name, const Money &value)
    {
        object.insert(QLatin1String(name), QJsonArray{value.currency().code(), QString::number(value.minor())});
    }
    void money(const char *name, const std::optional<Money> &value)
    {
        if (value)
            money(name, *value);
    }
    void moment(const char *name, const QDateTime &value)
    {
        if (value.isValid())
            object.insert(QLatin1String(name), QJsonArray{QString::number(value.toMSecsSinceEpoch()), QString::fromLatin1(value.timeZone().id())});
    }
    template <typename T, typename Visit>
    void list(const char *name, const std::vector<T> &values, Visit visit)
    {
        QJsonArray array;
        for (const T &value : values) {
            Writing inner;
            visit(inner, value);
            array.append(inner.object);
        }
        object.insert(QLatin1String(name), array);
    }
};

/// Takes them out again.
struct Reading {
    QJsonObject object;

    QJsonValue at(const char *name) const { return object.value(QLatin1String(name)); }
    void text(const char *name, QString &value) { value = at(name).toString(); }
    void number(const char *name, int &value) { value = at(name).toInt(); }
    void flag(const char *name, bool &value) { value = at(name).toBool(); }
    void texts(const char *name, QStringList &value)
    {
        for (const QJsonValue one : at(name).toArray())
            value << one.toString();
    }
    void money(const char *name, Money &value)
    {
        const QJsonArray pair = at(name).toArray();
        if (const auto currency = Currency::fromCode(pair.at(0).toString()))
            value = Money(pair.at(1).toString().toLongLong(), *currency);
    }
    void money(const char *name, std::optional<Money> &value)
    {
        if (Money read; !at(name).isUndefined()) {
            money(name, read);
            value = read;
        }
    }
    void moment(const char *name, QDateTime &value)
    {
        if (const QJsonArray pair = at(name).toArray(); !pair.isEmpty())
            value = QDateTime::fromMSecsSinceEpoch(pair.at(0).toString().toLongLong(), QTimeZone(pair.at(1).toString().toLatin1()));
    }
    template <typename T, typename Visit>
    void list(const char *name, std::vector<T> &values, Visit visit)
    {
        for (const QJsonValue one : at(name).toArray()) {
            Reading inner{one.toObject()};
            visit(inner, values.emplace_back());
        }
    }
};

const auto visitTicket = [](auto &fields, auto &ticket) {
    fields.text("venue", ticket.venue);
    fields.text("event", ticket.event);
    fields.moment("startsAt", ticket.startsAt);
    fields.moment("doorsAt", ticket.doorsAt);
    fields.text("seat", ticket.seat);
    fields.text("ticketType", ticket.ticketType);
    fields.text("priceLevel", ticket.priceLevel);
    fields.money("price", ticket.price);
    fields.text("orderNumber", ticket.orderNumber);
    fields.text("ticketNumber", ticket.ticketNumber);
    fields.text("code", ticket.code);
    fields.text("holder", ticket.holder);
    fields.number("position", ticket.position);
    fields.number("count", ticket.count);
    fields.flag("reprint", ticket.reprint);
    fields.number("copy", ticket.copy);
    fields.flag("training", ticket.training);
};

const auto visitLine = [](auto &fields, auto &line) {
    fields.number("count", line.count);
    fields.text("text", line.text);
    fields.text("detail", line.detail);
    fields.money("amount", line.amount);
};

const auto visitTax = [](auto &fields, auto &tax) {
    fields.number("rate", tax.rateBasisPoints);
    fields.money("gross", tax.gross);
    fields.money("tax", tax.tax);
};

const auto visitTender = [](auto &fields, auto &tender) {
    fields.text("name", tender.name);
    fields.money("amount", tender.amount);
    fields.money("given", tender.given);
    fields.money("change", tender.change);
};

const auto visitReceipt = [](auto &fields, auto &receipt) {
    fields.text("venue", receipt.venue);
    fields.texts("issuer", receipt.issuer);
    fields.text("orderNumber", receipt.orderNumber);
    fields.moment("at", receipt.at);
    fields.list("lines", receipt.lines, visitLine);
    fields.list("taxes", receipt.taxes, visitTax);
    fields.list("tenders", receipt.tenders, visitTender);
    fields.money("total", receipt.total);
    fields.text("terminal", receipt.terminal);
    fields.text("cashier", receipt.cashier);
    fields.flag("reprint", receipt.reprint);
    fields.number("copy", receipt.copy);
    fields.flag("training", receipt.training);
};

const auto visitReportLine = [](auto &fields, auto &line) {
    fields.text("words", line.words);
    fields.text("amount", line.amount);
};

QJsonObject reportObject(const PrintedReport &report)
{
    QJsonArray kinds; // beside the lines: the one field that is no plain value
    for (const ReportLine &line : report.lines)
        kinds.append(int(line.kind));
    Writing fields;
    fields.text("title", report.title);
    fields.text("subtitle", report.subtitle);
    fields.flag("reprint", report.reprint);
    fields.number("copy", report.copy);
    fields.flag("training", report.training);
    fields.list("lines", report.lines, visitReportLine);
    fields.object.insert(QStringLiteral("kinds"), kinds);
    return fields.object;
}

PrintedReport reportFrom(const QJsonObject &object)
{
    Reading fields{object};
    PrintedReport report;
    fields.text("title", report.title);
    fields.text("subtitle", report.subtitle);
    fields.flag("reprint", report.reprint);
    fields.number("copy", report.copy);
    fields.flag("training", report.training);
    fields.list("lines", report.lines, visitReportLine);
    const QJsonArray kinds = fields.at("kinds").toArray();
    for (qsizetype i = 0; i < qsizetype(report.lines.size()); ++i)
        report.lines[size_t(i)].kind = ReportLine::Kind(std::clamp(kinds.at(i).toInt(), 0, int(ReportLine::Small)));
    return report;
}

} // namespace

void PrintedDocument::markReprint(int piece, int copy)
{
    const auto mark = [copy](auto &paper) {
        paper.reprint = true;
        paper.copy = std::max(paper.copy, copy);
    };
    if (piece < int(tickets.size()))
        mark(tickets[size_t(piece)]);
    else if (receipt)
        mark(*receipt);
    else if (report)
        mark(*report);
}

QByteArray toBytes(const PrintedDocument &document)
{
    Writing fields;
    fields.text("language", document.language);
    fields.list("tickets", document.tickets, visitTicket);
    if (document.receipt) {
        Writing receipt;
        visitReceipt(receipt, *document.receipt);
        fields.object.insert(QStringLiteral("receipt"), receipt.object);
    }
    if (document.report)
        fields.object.insert(QStringLiteral("report"), reportObject(*document.report));
    return QJsonDocument(fields.object).toJson(QJsonDocument::Compact);
}

std::optional<PrintedDocument> documentFrom(const QByteArray &bytes)
{
    Reading fields{QJsonDocument::fromJson(bytes).object()};
    PrintedDocument document;
    fields.text("language", document.language);
    fields.list("tickets", document.tickets, visitTicket);
    if (const QJsonObject receipt = fields.at("receipt").toObject(); !receipt.isEmpty()) {
        Reading inner{receipt};
        visitReceipt(inner, document.receipt.emplace());
    }
    if (const QJsonObject report = fields.at("report").toObject(); !report.isEmpty())
        document.report = reportFrom(report);
    return document.pieces() > 0 ? std::optional(std::move(document)) : std::nullopt;
}

} // namespace foyer::printing
