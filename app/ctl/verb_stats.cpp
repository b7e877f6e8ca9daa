#include "app/ctl/call.h"
#include "core/domain/inputtext.h"

#include <QtCore/QJsonArray>

namespace foyer::ctl {

namespace {

QString row(const QString &name, int capacity, int reserved, int sold, int comps, int admitted, Money revenue)
{
    return QStringLiteral("%1 %2 %3 %4 %5 %6 %7 %8\n").arg(name.leftJustified(40, QLatin1Char(' '), true)).arg(capacity, 9).arg(reserved, 9).arg(sold, 9)
        .arg(comps, 7).arg(admitted, 9).arg(revenue.toString(), 14).arg(revenue.currency().code());
}

QString header(const QString &what)
{
    return QStringLiteral("%1 %2 %3 %4 %5 %6 %7\n").arg(what.leftJustified(40)).arg(translate("Ctl", "capacity"), 9).arg(translate("Ctl", "reserved"), 9)
        .arg(translate("Ctl", "sold"), 9).arg(translate("Ctl", "free"), 7).arg(translate("Ctl", "admitted"), 9).arg(translate("Ctl", "revenue"), 14);
}

template <typename Figures>
QJsonObject figures(const Figures &one)
{
    return {{QStringLiteral("name"), one.name}, {QStringLiteral("capacity"), one.capacity}, {QStringLiteral("reserved"), one.reserved},
            {QStringLiteral("sold"), one.sold}, {QStringLiteral("comps"), one.comps}, {QStringLiteral("revenue"), one.revenue.toString()},
            {QStringLiteral("fees"), one.fees.toString()}, {QStringLiteral("admitted"), one.admitted}, {QStringLiteral("currency"), one.currency.code()}};
}

QString dayOf(Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(at.ms, Qt::UTC).toString(QStringLiteral("yyyy-MM-dd"));
}

Outcome outcomeOf(const StatisticsReport &report)
{
    QJsonArray events;
    QJsonArray types;
    QJsonArray days;
    QString text = header(translate("Ctl", "event"));
    for (const EventFigures &event : report.events) {
        text += row(dayOf(event.startsAt) + QLatin1Char(' ') + event.name, event.capacity, event.reserved, event.sold, event.comps, event.admitted, event.revenue);
        QJsonObject object = figures(event);
        object.insert(QStringLiteral("starts_at"), QDateTime::fromMSecsSinceEpoch(event.startsAt.ms, Qt::UTC).toString(Qt::ISODate));
        events.append(object);
    }
    text += QLatin1Char('\n') + header(translate("Ctl", "ticket type"));
    for (const TypeFigures &type : report.types) {
        text += row(type.name, type.capacity, type.reserved, type.sold, type.comps, type.admitted, type.revenue);
        types.append(figures(type));
    }
    for (const DayFigures &day : report.days)
        days.append(QJsonObject{{QStringLiteral("day"), day.day.toString(Qt::ISODate)}, {QStringLiteral("sold"), day.sold}, {QStringLiteral("comps"), day.comps},
                                {QStringLiteral("takings"), day.takings.toString()}, {QStringLiteral("currency"), day.currency.code()}});
    text += QLatin1Char('\n') + translate("Ctl", "Reservations: %1, of which %2 became orders and %3 expired.")
                                    .arg(report.reservations).arg(report.completed).arg(report.expired);
    return {text, {{QStringLiteral("events"), events}, {QStringLiteral("ticket_types"), types}, {QStringLiteral("days"), days},
                   {QStringLiteral("reservations"), report.reservations}, {QStringLiteral("completed"), report.completed},
                   {QStringLiteral("expired"), report.expired}}, {}};
}

} // namespace

Verb statsVerb()
{
    Verb verb;
    verb.name = QStringLiteral("stats");
    verb.summary = translate("Ctl", "Reserved and sold places per event and per ticket type.");
    verb.run = [](Call &call) -> Answer {
        const auto office = call.openReading();
        if (!office)
            return failed(office.error());
        const auto report = (*office)->statistics().report((*office)->system(), {});
        return report ? Answer(outcomeOf(*report)) : failed(report.error());
    };
    return verb;
}

} // namespace foyer::ctl
