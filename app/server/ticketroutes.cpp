// Tickets on paper, and tickets that the house gives away.
#include "app/server/desk.h"
#include "app/server/eventjson.h"
#include "app/server/routes.h"
#include "app/server/workers.h"

namespace foyer::server {

namespace {

using CompNeed = Fields::Need;

struct WantedComps {
    TicketTypeId type;
    int quantity = 1;
    CustomerId customer;
    QString reason;
};

WantedComps compsFrom(const Fields &fields)
{
    WantedComps wanted;
    wanted.type = TicketTypeId(fields.uuid("ticket_type_id"));
    wanted.quantity = int(fields.whole("quantity", CompNeed::Required, 1, Inventory::MaxPlaces, 1));
    if (fields.has("customer_id"))
        wanted.customer = CustomerId(fields.uuid("customer_id"));
    wanted.reason = fields.text("reason", CompNeed::Required, Comps::LongestReason);
    if (wanted.reason.trimmed().isEmpty())
        fields.refuse("reason", QStringLiteral("is empty"));
    return wanted;
}

/// Places of the type: of a seated one the best that are free.
Result<ReservationId> reserveComps(Desk &desk, BoxOffice &office, const WantedComps &wanted)
{
    const auto id = desk.plans().eventOf(office, wanted.type);
    const auto event = id ? office.catalogue().event(*id) : Result<Event>(fail(id.error()));
    if (!event)
        return fail(event.error());
    const TicketType *type = event->type(wanted.type);
    if (!type)
        return fail(ErrorCode::NotFound, {QStringLiteral("this ticket type")});
    const PriceLevelId level = type->priceLevels.front().id;
    if (type->admission == AdmissionKind::Seated) {
        BestRequest best;
        best.channel = Channel::Web;
        best.event = event->id;
        best.levels = {level};
        best.count = wanted.quantity;
        return office.inventory().reserveBest(desk.actor(), best).map([](const BestReserved &made) { return made.reservation.id; });
    }
    ReserveRequest request;
    request.channel = Channel::Web;
    request.lines = {{event->id, level, {}, wanted.quantity}};
    return office.inventory().reserve(desk.actor(), request).map([](const Reservation &made) { return made.id; });
}

Result<CheckoutState> giveComps(Desk &desk, BoxOffice &office, const WantedComps &wanted)
{
    if (const auto known = wanted.customer.isNull() ? Result<Customer>(Customer()) : office.customers().get(wanted.customer); !known)
        return fail(known.error());
    const auto cart = reserveComps(desk, office, wanted);
    if (!cart)
        return fail(cart.error());
    const auto assigned = wanted.customer.isNull() ? Result<void>() : office.customers().assign(desk.actor(), *cart, wanted.customer);
    auto given = assigned ? office.comps().give(desk.actor(), {*cart, wanted.reason}) : Result<CheckoutState>(fail(assigned.error()));
    if (!given)
        (void)office.inventory().release(desk.actor(), *cart); // else its time ends it
    return given;
}

Fault drawersBusy()
{
    return {429, QStringLiteral("too_many_requests"), QStringLiteral("Too many tickets are being drawn. Try again in a moment."), {}, 1};
}

Response pdfAnswer(const Call &call, const Result<QByteArray> &pdf)
{
    if (!pdf)
        return refused(call, faultFrom(pdf.error()));
    return {200, QByteArrayLiteral("application/pdf"), *pdf, {{"Cache-Control", "private, no-store"}}};
}

} // namespace

void routes::addComps(Desk &desk, const CallPtr &call, Reply reply)
{
    std::optional<Fault> fault;
    const WantedComps wanted = compsFrom(Fields::parse(call->request.body, &fault));
    if (fault)
        return reply(refused(*call, *fault));
    desk.write<CheckoutState>(call, 201, [&desk, wanted](BoxOffice &office) { return giveComps(desk, office, wanted); },
                              [](const CheckoutState &state) { return orderJson(*state.order, {}); }, std::move(reply));
}

/// Read by a clerk, drawn on a thread of its own.
void routes::printTicket(Desk &desk, const CallPtr &call, Reply reply)
{
    Workers *drawers = desk.drawers();
    if (!drawers)
        return reply(refused(*call, Fault{404, QStringLiteral("not_found"), QStringLiteral("This server draws no tickets.")}));
    auto place = drawers->place();
    if (!place)
        return reply(refused(*call, drawersBusy()));
    desk.readers().run([&desk, drawers, call, place = std::move(place), reply = std::move(reply), id = TicketId(call->ids.front())](BoxOffice &office) {
        const auto drawing = desk.readPaper()(office, id);
        if (!drawing && drawing.error().code == ErrorCode::InvalidInput)
            return reply(refused(*call, Fault{409, QStringLiteral("ticket_not_valid"), QStringLiteral("This ticket admits nobody, so there is no paper of it.")}));
        if (!drawing)
            return reply(refused(*call, faultFrom(drawing.error())));
        drawers->run(place, [call, reply, drawing = *drawing] { reply(pdfAnswer(*call, drawing())); });
    });
}

} // namespace foyer::server
