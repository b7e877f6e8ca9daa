#include "app/ctl/sellrequest.h"

#include "app/ctl/people.h"
#include "core/domain/inputtext.h"
#include "core/domain/localtime.h"

#include <QtCore/QHash>

namespace foyer::ctl {

namespace {

using Said = tl::expected<void, QString>;

/// Reads the options in the order in which they stand: each belongs to what was named before it.
class WishReader
{
public:
    Said read(const QString &option, const QString &value)
    {
        if (option == QLatin1String("event")) {
            m_wish.events.push_back({value, std::nullopt, {}, {}});
            return {};
        }
        if (m_wish.events.empty())
            return tl::unexpected(translate("Ctl", "--%1 stands before the first --event.").arg(option));
        if (option == QLatin1String("date"))
            return date(value);
        if (option == QLatin1String("seat"))
            return seat(value);
        if (option == QLatin1String("quantity"))
            return quantity(value);
        if (option == QLatin1String("type"))
            places().push_back({std::nullopt, value, 1, {}});
        else // level
            (places().empty() ? m_wish.events.back().level : places().back().level) = value;
        return {};
    }

    Said readTenders(const QString &text)
    {
        for (const QString &part : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
            const QString tender = part.section(QLatin1Char('='), 0, 0).trimmed();
            const QString amount = part.section(QLatin1Char('='), 1).trimmed();
            static const QHash<QString, Tender> tenders{{QStringLiteral("cash"), Tender::Cash}, {QStringLiteral("card"), Tender::Card}, {QStringLiteral("wallet"), Tender::Wallet}};
            if (!tenders.contains(tender) || amount.isEmpty())
                return tl::unexpected(translate("Ctl", "--pay says what is paid how, like cash=100,card=rest; \"%1\" does not.").arg(part.left(60)));
            m_wish.tenders.push_back({tenders.value(tender), amount == QLatin1String("rest") ? QString() : amount});
        }
        return {};
    }

    tl::expected<SellWish, QString> wish()
    {
        if (m_wish.events.empty())
            return tl::unexpected(translate("Ctl", "--event has to name what is sold."));
        for (const WantedEvent &event : m_wish.events)
            if (event.places.empty())
                return tl::unexpected(translate("Ctl", "Nothing is wanted of \"%1\": name places with --seat or --type.").arg(event.name));
        if (m_wish.tenders.empty())
            m_wish.tenders.push_back({Tender::Cash, {}});
        return m_wish;
    }

private:
    std::vector<WantedPlace> &places() { return m_wish.events.back().places; }

    Said date(const QString &value)
    {
        m_wish.events.back().date = QDate::fromString(value, Qt::ISODate);
        return m_wish.events.back().date->isValid() ? Said() : tl::unexpected(translate("Ctl", "--date is a day like 2026-11-20, not \"%1\".").arg(value.left(40)));
    }

    Said seat(const QString &value)
    {
        const auto label = SeatLabel::parse(value);
        if (!label)
            return tl::unexpected(translate("Ctl", "--seat is zone/row/number, like Stalls/5/12; \"%1\" is not.").arg(value.left(60)));
        places().push_back({*label, {}, 1, {}});
        return {};
    }

    Said quantity(const QString &value)
    {
        bool ok = false;
        const int number = value.toInt(&ok);
        if (!ok || number < 1)
            return tl::unexpected(translate("Ctl", "--quantity is a whole number from 1 on, not \"%1\".").arg(value.left(40)));
        if (places().empty() || places().back().seat)
            return tl::unexpected(translate("Ctl", "--quantity stands after the --type that it counts."));
        places().back().quantity = number;
        return {};
    }

    SellWish m_wish;
};

Result<ReserveLine> line(const Event &event, const SeatingPlan &plan, const WantedPlace &place, const QString &level)
{
    ReserveLine line{event.id, {}, {}, place.quantity};
    const TicketType *type = nullptr;
    if (place.seat) {
        const auto seat = std::find_if(plan.seats.begin(), plan.seats.end(), [&](const PlanSeat &s) { return s.label == *place.seat; });
        if (seat == plan.seats.end())
            return fail(ErrorCode::NotFound, {translate("Ctl", "the seat %1").arg(place.seat->toString())});
        type = event.typeOfCategory(seat->category);
        line.seat = seat->id;
    } else {
        for (const TicketType &one : event.ticketTypes)
            if (one.name.compare(place.type, Qt::CaseInsensitive) == 0)
                type = &one;
    }
    if (!type)
        return fail(ErrorCode::NotFound, {translate("Ctl", "a ticket for %1 at \"%2\"").arg(place.seat ? place.seat->toString() : place.type, event.name)});
    const auto found = findLevel(*type, level);
    if (!found)
        return fail(found.error());
    line.priceLevel = *found;
    return line;
}

} // namespace

Result<Event> findEvent(BoxOffice &office, const WantedEvent &wanted, Instant now)
{
    const auto venues = office.catalogue().venues();
    if (!venues)
        return fail(venues.error());
    QHash<VenueId, QTimeZone> zones;
    for (const Venue &venue : *venues)
        zones.insert(venue.id, venue.timeZone);
    EventFilter filter;
    filter.text = wanted.name;
    filter.limit = std::numeric_limits<int>::max();
    filter.shelf = EventShelf::All; // what is done with it says that it is archived
    auto events = office.catalogue().events(filter);
    if (!events)
        return fail(events.error());
    for (Event &event : *events) { // earliest first
        if (event.name.compare(wanted.name, Qt::CaseInsensitive) != 0)
            continue;
        const QDate day = inZone(event.startsAt, zones.value(event.venue, QTimeZone::utc())).date();
        if (wanted.date ? day == *wanted.date : now < event.endsAt)
            return std::move(event);
    }
    return fail(ErrorCode::NotFound, {wanted.date ? translate("Ctl", "the event \"%1\" on %2").arg(wanted.name, wanted.date->toString(Qt::ISODate))
                                                  : translate("Ctl", "an event \"%1\" from now on").arg(wanted.name)});
}

Result<PriceLevelId> findLevel(const TicketType &type, const QString &name)
{
    for (const PriceLevel &level : type.priceLevels)
        if (name.isEmpty() || level.name.compare(name, Qt::CaseInsensitive) == 0)
            return level.id;
    return fail(ErrorCode::NotFound, {translate("Ctl", "the price level \"%1\" of %2").arg(name, type.name)});
}

QList<QCommandLineOption> sellOptions()
{
    return {{QStringLiteral("event"), translate("Ctl", "What is sold; may be repeated, each with its places after it."), translate("Ctl", "name")},
            {QStringLiteral("date"), translate("Ctl", "The day of the event; the next one unless given."), translate("Ctl", "day")},
            {QStringLiteral("seat"), translate("Ctl", "A numbered seat; may be repeated."), translate("Ctl", "zone/row/number")},
            {QStringLiteral("type"), translate("Ctl", "A ticket type without numbered seats; may be repeated."), translate("Ctl", "name")},
            {QStringLiteral("quantity"), translate("Ctl", "How many of the type before it."), translate("Ctl", "n")},
            {QStringLiteral("level"), translate("Ctl", "The price level of the seat or type before it; right after --event, of all its places."), translate("Ctl", "name")},
            {QStringLiteral("promo"), translate("Ctl", "A promo code for the sale; may be repeated."), translate("Ctl", "code")},
            {QStringLiteral("pay"), translate("Ctl", "Like cash=100,card=rest; more cash than is due gives change. Cash unless given."), translate("Ctl", "payments")},
            {QStringLiteral("wallet"), translate("Ctl", "Whose wallet pays, as in --pay wallet=rest: its id, a gift card's code, or a customer."), translate("Ctl", "wallet")},
            {QStringLiteral("card-token"), translate("Ctl", "What the sandbox's card form would send: card_error and payment_error fail."), translate("Ctl", "token")},
            {QStringLiteral("card-receipt"), translate("Ctl", "The card was taken on a machine of its own, which printed this receipt."), translate("Ctl", "number")}};
}

Result<PayRequest> walletPayment(Call &call, BoxOffice &office, ReservationId reservation, Money amount, const QString &key)
{
    const auto wallet = findWallet(office, call.value("wallet"), amount.currency());
    if (!wallet)
        return fail(wallet.error());
    return PayRequest{reservation, wallet->isGiftCard ? Tender::GiftCard : Tender::Wallet, amount, {}, key, {}, wallet->id};
}

tl::expected<SellWish, QString> readWish(const QCommandLineParser &parser)
{
    static const QStringList ordered{QStringLiteral("event"), QStringLiteral("date"), QStringLiteral("seat"),
                                     QStringLiteral("type"), QStringLiteral("quantity"), QStringLiteral("level")};
    WishReader reader;
    QHash<QString, int> used;
    for (const QString &option : parser.optionNames()) {
        if (!ordered.contains(option))
            continue;
        if (const auto said = reader.read(option, parser.values(option).value(used[option]++)); !said)
            return tl::unexpected(said.error());
    }
    if (const auto said = reader.readTenders(parser.value(QStringLiteral("pay"))); !said)
        return tl::unexpected(said.error());
    auto wish = reader.wish();
    const auto isWallet = [](const WantedTender &tender) { return tender.tender == Tender::Wallet; };
    if (wish && std::any_of(wish->tenders.begin(), wish->tenders.end(), isWallet) != parser.isSet(QStringLiteral("wallet")))
        return tl::unexpected(translate("Ctl", "--pay wallet=… and --wallet, which says whose, belong together."));
    return wish;
}

Result<ReserveRequest> resolve(BoxOffice &office, const SellWish &wish, Instant now)
{
    ReserveRequest request;
    for (const WantedEvent &wanted : wish.events) {
        const auto event = findEvent(office, wanted, now);
        if (!event)
            return fail(event.error());
        SeatingPlan plan;
        const bool hasSeats = std::any_of(wanted.places.begin(), wanted.places.end(), [](const WantedPlace &p) { return p.seat.has_value(); });
        if (hasSeats && !event->plan.isNull()) {
            auto stored = office.catalogue().plan(event->plan);
            if (!stored)
                return fail(stored.error());
            plan = std::move(*stored);
        }
        for (const WantedPlace &place : wanted.places) {
            const auto one = line(*event, plan, place, place.level.isEmpty() ? wanted.level : place.level);
            if (!one)
                return fail(one.error());
            request.lines.push_back(*one);
        }
    }
    return request;
}

} // namespace foyer::ctl
