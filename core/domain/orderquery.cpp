#include "core/domain/orderquery.h"

#include "core/domain/symbols.h"
#include "core/domain/ticketcode.h"

#include <QtCore/QRegularExpression>

#include <algorithm>

namespace foyer {

namespace {

constexpr qsizetype ShortestTicketNumber = 4; ///< fewer symbols begin too many
constexpr qsizetype ShortestPerson = 2;
constexpr qsizetype LongestTicketNumber = 30; ///< longer texts can only be scanned codes

/// The beginning of a ticket number, as numbers are stored; empty when it cannot be one.
QString ticketBeginning(QString text)
{
    text = text.toUpper().remove(u' ').remove(u'-');
    text.replace(u'O', u'0').replace(u'I', u'1');
    const bool isOne = text.size() >= ShortestTicketNumber && text.size() <= TicketNumber::Length
        && std::all_of(text.begin(), text.end(), [](QChar c) { return symbols::value(c) >= 0; });
    return isOne ? text : QString();
}

std::optional<SeatLabel> seatIn(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("^(?:(.*?)[\\s,/]+)?([^\\s,/-]+)[-/]([^\\s,/-]+)$"));
    const auto match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    return SeatLabel{match.captured(1), match.captured(2), match.captured(3)};
}

/// "21.11.2026", "21.11.", "2026-11-21"
std::optional<QDate> dayIn(const QString &text, QDate today)
{
    static const QRegularExpression dotted(QStringLiteral("^(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})?$"));
    QDate day = QDate::fromString(text, Qt::ISODate);
    if (const auto match = dotted.match(text); match.hasMatch()) {
        const bool hasYear = !match.captured(3).isEmpty();
        day = QDate(hasYear ? match.captured(3).toInt() : today.year(), match.captured(2).toInt(), match.captured(1).toInt());
        if (!hasYear && day.isValid() && day > today)
            day = day.addYears(-1); // an order was made before today
    }
    return day.isValid() ? std::optional(day) : std::nullopt;
}

/// At least the first eight digits of an id, as web shops show them.
std::optional<std::pair<QUuid, QUuid>> idsIn(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("^[0-9a-f]{8}(-?[0-9a-f]{0,4}){0,3}-?[0-9a-f]{0,12}$"), QRegularExpression::CaseInsensitiveOption);
    const QString digits = QString(text).remove(u'-').toLower();
    if (!pattern.match(text).hasMatch() || digits.size() > 32)
        return std::nullopt;
    const auto whole = [&](QChar filler) {
        QString id = digits.leftJustified(32, filler);
        for (const int dash : {8, 13, 18, 23})
            id.insert(dash, u'-');
        return QUuid::fromString(id);
    };
    return std::pair(whole(u'0'), whole(u'f'));
}

} // namespace

OrderQuery OrderQuery::read(const QString &typed, QDate today)
{
    static const QRegularExpression order(QStringLiteral("^[A-Za-z]{1,4}-\\d*$"));
    static const QRegularExpression digits(QStringLiteral("^\\d{3,}$"));
    OrderQuery query;
    const QString text = typed.simplified();
    query.reservation = idsIn(text);
    if (text.size() > LongestTicketNumber) {
        if (const auto code = ticketcode::decode(text))
            query.ticketNumber = code->code.number.toString();
        else
            query.person = text;
        return query;
    }
    if (order.match(text).hasMatch())
        query.orderNumber = text.toUpper();
    if (digits.match(text).hasMatch())
        query.counter = text;
    query.day = dayIn(text, today);
    query.ticketNumber = ticketBeginning(text);
    query.seat = seatIn(text);
    if (text.size() >= ShortestPerson && !query.day && query.orderNumber.isEmpty())
        query.person = text;
    return query;
}

} // namespace foyer
