// foyerctl door grant …: the places that doors sell, and the sales of doors that somebody has to look at.
#include "app/ctl/people.h"
#include "app/ctl/sellrequest.h"
#include "core/domain/inputtext.h"
#include "core/sync/doorclient.h"

#include <QtCore/QJsonArray>

namespace foyer::ctl {

namespace {

/// By its name, or its id.
Result<DoorState> findDoor(BoxOffice &office, const QString &text)
{
    const auto doors = office.doorCentre().doors();
    if (!doors)
        return fail(doors.error());
    for (const DoorState &door : *doors)
        if (door.name == text || door.terminal.toString() == text)
            return door;
    return fail(ErrorCode::NotFound, {translate("Input", "the door \"%1\"").arg(text.left(60))});
}

Result<GrantState> findGrant(BoxOffice &office, const QString &number)
{
    const auto grants = office.doorGrants().grants();
    if (!grants)
        return fail(grants.error());
    for (const GrantState &grant : *grants)
        if (QString::number(grant.number) == number)
            return grant;
    return fail(ErrorCode::NotFound, {translate("Input", "the grant \"%1\"").arg(number.left(40))});
}

/// What the options wish for, as a cart would have it.
Result<GrantWish> wishOf(Call &call, BoxOffice &office, TerminalId door)
{
    const auto wish = readWish(call.parser());
    if (!wish)
        return fail(ErrorCode::InvalidInput, {wish.error()});
    const auto now = office.now();
    const auto request = now ? resolve(office, *wish, *now) : fail(now.error());
    if (!request)
        return fail(request.error());
    GrantWish out{door, {}, 0, {}};
    for (const ReserveLine &line : request->lines) {
        const auto event = office.catalogue().event(line.event);
        if (!event)
            return fail(event.error());
        for (const TicketType &type : event->ticketTypes)
            for (const PriceLevel &level : type.priceLevels)
                if (level.id == line.priceLevel) {
                    if (!out.ticketType.isNull() && out.ticketType != type.id)
                        return fail(ErrorCode::InvalidInput, {translate("Input", "one grant is of one ticket type")});
                    out.ticketType = type.id;
                }
        if (line.seat.isNull())
            out.quantity += line.quantity;
        else
            out.seats.push_back(line.seat);
    }
    return out;
}

QJsonObject grantStateJson(const GrantState &grant)
{
    return {{QStringLiteral("number"), grant.number}, {QStringLiteral("door"), grant.doorName}, {QStringLiteral("event"), grant.eventName}, {QStringLiteral("type"), grant.ticketTypeName},
            {QStringLiteral("state"), grant.state}, {QStringLiteral("left"), grant.left}, {QStringLiteral("sold"), grant.sold}, {QStringLiteral("returned"), grant.returned}};
}

Answer grantPlaces(Call &call)
{
    const auto office = call.open();
    if (!office)
        return failed(office.error());
    const auto door = findDoor(**office, call.argument(0));
    if (!door)
        return failed(door.error());
    const auto wish = wishOf(call, **office, door->terminal);
    if (!wish)
        return failed(wish.error());
    const auto granted = (*office)->doorGrants().grant((*office)->system(), *wish);
    if (!granted)
        return failed(granted.error());
    return Outcome{translate("Ctl", "Grant %1: %2 places of %3, %4 are %5's from now on.")
                       .arg(QString::number(granted->number), QString::number(granted->left), granted->eventName, granted->ticketTypeName, granted->doorName),
                   grantStateJson(*granted), {}};
}

Answer listGrants(Call &call)
{
    const auto office = call.openReading();
    if (!office)
        return failed(office.error());
    const auto grants = (*office)->doorGrants().grants();
    if (!grants)
        return failed(grants.error());
    QString text;
    QJsonArray list;
    for (const GrantState &grant : *grants) {
        text += translate("Ctl", "%1  %2  %3, %4  %5: %6 left, %7 sold, %8 given back\n")
                    .arg(QString::number(grant.number), grant.doorName, grant.eventName, grant.ticketTypeName, grant.state, QString::number(grant.left), QString::number(grant.sold))
                    .arg(grant.returned);
        list.append(grantStateJson(grant));
    }
    return Outcome{text.isEmpty() ? translate("Ctl", "No door has places of its own; foyerctl door grant gives it some.") : text, {{QStringLiteral("grants"), list}}, {}};
}

Answer revokeDoor(Call &call)
{
    const auto office = call.open();
    if (!office)
        return failed(office.error());
    const auto door = findDoor(**office, call.argument(0));
    if (!door)
        return failed(door.error());
    DoorGrantId one;
    if (call.has("grant")) {
        const auto grant = findGrant(**office, call.value("grant"));
        if (!grant)
            return failed(grant.error());
        one = grant->id;
    }
    const auto revoked = (*office)->doorGrants().revoke((*office)->system(), door->terminal, one);
    if (!revoked)
        return failed(revoked.error());
    return Outcome{translate("Ctl", "%1 grants of %2 are revoked: nobody comes in with their tickets, but those whose sale is known here.").arg(QString::number(*revoked), door->name),
                   {{QStringLiteral("revoked"), *revoked}}, {}};
}

Answer writeOffGrant(Call &call)
{
    const auto office = call.open();
    if (!office)
        return failed(office.error());
    const auto grant = findGrant(**office, call.argument(0));
    if (!grant)
        return failed(grant.error());
    const auto places = (*office)->doorGrants().writeOff((*office)->system(), grant->id);
    if (!places)
        return failed(places.error());
    return Outcome{translate("Ctl", "%1 places are for sale here again.").arg(*places), {{QStringLiteral("places"), *places}}, {}};
}

/// At the door itself.
Answer returnPlaces(Call &call)
{
    const auto office = call.open();
    if (!office)
        return failed(office.error());
    EventId event;
    if (call.has("event")) {
        const auto now = (*office)->now();
        const auto found = now ? findEvent(**office, {call.value("event"), {}, {}, {}}, *now) : fail(now.error());
        if (!found)
            return failed(found.error());
        event = found->id;
    }
    const auto places = (*office)->doorStock().giveBack((*office)->system(), event);
    if (!places)
        return failed(places.error());
    const auto standing = DoorBooks(**office).standing();
    if (!standing)
        return failed(standing.error());
    DoorClient client(QUrl(standing->centre));
    const auto told = sendReturns(**office, client);
    const QString text = told ? translate("Ctl", "%1 places are the box office's again.") : translate("Ctl", "%1 places are not sold here any more; the box office has them when it is reached.");
    return Outcome{text.arg(*places), {{QStringLiteral("returned"), *places}, {QStringLiteral("told"), told.has_value()}}, {}};
}

using Settle = std::function<Result<void>(BoxOffice &, OrderId)>;

Answer settleSale(Call &call, const QString &said, const Settle &settle)
{
    const auto office = call.open();
    if (!office)
        return failed(office.error());
    const auto sale = OrderId::fromString(call.argument(0));
    if (!sale)
        return usage(translate("Ctl", "The id stands at the beginning of a line of foyerctl door conflicts."));
    const auto settled = settle(**office, *sale);
    return settled ? Answer(Outcome{said, {{QStringLiteral("settled"), sale->toString()}}, {}}) : failed(settled.error());
}

Answer refundSale(Call &call)
{
    return settleSale(call, translate("Ctl", "Its tickets are void, and the money goes back the way it came."),
                      [](BoxOffice &office, OrderId sale) { return office.doorSettlement().giveBack(office.system(), sale); });
}

Answer creditSale(Call &call)
{
    return settleSale(call, translate("Ctl", "Its tickets are void, and the money is in the wallet."), [&](BoxOffice &office, OrderId sale) -> Result<void> {
        const auto wallet = findWallet(call, office, call.value("wallet"));
        return wallet ? office.doorSettlement().giveBack(office.system(), sale, wallet->id) : fail(wallet.error());
    });
}

Answer dismissSale(Call &call)
{
    return settleSale(call, translate("Ctl", "It never becomes an order here."), [](BoxOffice &office, OrderId sale) { return office.doorSettlement().dismiss(office.system(), sale); });
}

} // namespace

std::vector<Verb> doorPlaceVerbs()
{
    const QString id = QStringLiteral("ID");
    const QCommandLineOption event{QStringLiteral("event"), translate("Ctl", "Of this event; of all unless given."), translate("Ctl", "name")};
    const QCommandLineOption one{QStringLiteral("grant"), translate("Ctl", "This one alone, by its number."), translate("Ctl", "number")};
    const QCommandLineOption wallet{QStringLiteral("wallet"), translate("Ctl", "Whose wallet, or its id, or a gift card's code."), translate("Ctl", "who")};
    return {verbOf("door", "grant", QStringLiteral("DOOR"), translate("Ctl", "Give places to a door, which sells them without the network."), sellOptions(), grantPlaces),
            verbOf("door", "grants", {}, translate("Ctl", "The places that doors have."), {}, listGrants),
            verbOf("door", "revoke", QStringLiteral("DOOR"), translate("Ctl", "A door was lost: let nobody in with its tickets."), {one}, revokeDoor),
            verbOf("door", "write-off", QStringLiteral("GRANT"), translate("Ctl", "Sell the places of a revoked grant here again, at your own risk."), {}, writeOffGrant),
            verbOf("door", "return", {}, translate("Ctl", "At a door: give back what is not sold."), {event}, returnPlaces),
            verbOf("door", "refund", id, translate("Ctl", "Give back the money of a sale that did not fit."), {}, refundSale),
            verbOf("door", "credit", id, translate("Ctl", "The same into a wallet."), {wallet, currencyOption()}, creditSale),
            verbOf("door", "dismiss", id, translate("Ctl", "Leave such a sale out for good."), {}, dismissSale)};
}

} // namespace foyer::ctl
