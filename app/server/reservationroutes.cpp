// Reservations from the first place to the paid order.
#include "app/server/carddesk.h"
#include "app/server/desk.h"
#include "app/server/eventjson.h"
#include "app/server/routes.h"
#include "core/base/crypto.h"

#include <QtCore/QJsonArray>

#include <unordered_map>

namespace foyer::server {

namespace {

using CartNeed = Fields::Need;

constexpr qsizetype MostLines = 200;
constexpr qsizetype MostSeats = 1'000;

/// A line as it was asked for: places of a type, or seats of an event.
struct WantedLine {
    TicketTypeId type;
    QString level; ///< a name or an id; empty: the first
    int quantity = 1;
    EventId event;
    std::vector<QString> seats; ///< "zone/row/number" or the plan's guid
};

struct WantedCart {
    std::vector<WantedLine> lines;
    CustomerId customer;
};

WantedLine lineFrom(const Fields &fields)
{
    WantedLine line;
    if (fields.has("ticket_type_id")) {
        line.type = TicketTypeId(fields.uuid("ticket_type_id"));
        line.level = fields.text("price_level", CartNeed::Optional, 200);
        line.quantity = int(fields.whole("quantity", CartNeed::Required, 1, Inventory::MaxPlaces, 1));
    } else {
        line.event = EventId(fields.uuid("event_id"));
        line.level = fields.text("price_level", CartNeed::Optional, 200);
        line.seats = fields.texts("seats", CartNeed::Required, MostSeats);
        if (line.seats.empty())
            fields.refuse("seats", QStringLiteral("names no seat"));
    }
    return line;
}

WantedCart cartFrom(const Fields &fields)
{
    WantedCart cart;
    for (const Fields &line : fields.objects("lines", CartNeed::Required, MostLines))
        cart.lines.push_back(lineFrom(line));
    if (cart.lines.empty())
        fields.refuse("lines", QStringLiteral("is empty"));
    if (fields.has("customer_id"))
        cart.customer = CustomerId(fields.uuid("customer_id"));
    return cart;
}

tl::unexpected<Error> notThere(const QString &what)
{
    return fail(ErrorCode::NotFound, {what});
}

Result<PriceLevelId> levelOf(const TicketType &type, const QString &wanted)
{
    if (wanted.isEmpty())
        return type.priceLevels.front().id;
    for (const PriceLevel &level : type.priceLevels)
        if (level.name.compare(wanted, Qt::CaseInsensitive) == 0 || level.id.toString() == wanted)
            return level.id;
    return notThere(QStringLiteral("the price level \"%1\" of %2").arg(wanted.left(60), type.name));
}

/// Places and named seats; or a number of the best seats of one type, which have a reservation of their own.
struct CartRequest {
    ReserveRequest named;
    std::optional<BestRequest> best;
};

/// Turns names into ids, with the catalogue.
class CartReader
{
public:
    CartReader(BoxOffice &office, PlanShelf &shelf) : m_office(office), m_shelf(shelf) {}

    /// What the shelf remembers may be a moment old, so it finds but does not refuse.
    Result<CartRequest> read(const WantedCart &cart)
    {
        auto request = readOnce(cart);
        if (request || request.error().code != ErrorCode::NotFound || m_events.empty())
            return request;
        for (const auto &[event, remembered] : m_events)
            m_shelf.forget(event);
        m_events.clear();
        return readOnce(cart);
    }

private:
    Result<CartRequest> readOnce(const WantedCart &cart)
    {
        CartRequest request;
        request.named.channel = Channel::Web;
        for (const WantedLine &line : cart.lines) {
            const auto added = line.seats.empty() ? addPlaces(line, request) : addSeats(line, request);
            if (!added)
                return fail(added.error());
            if (request.best && cart.lines.size() > 1)
                return fail(ErrorCode::InvalidInput, {QStringLiteral("the best seats of a type have a reservation of their own; name the seats to have them with others")});
        }
        return request;
    }

    Result<void> addPlaces(const WantedLine &line, CartRequest &request)
    {
        const auto id = m_shelf.eventOf(m_office, line.type);
        const auto event = id ? eventOf(*id) : Result<const Event *>(fail(id.error()));
        if (!event)
            return fail(event.error());
        const TicketType *type = (*event)->type(line.type);
        if (!type)
            return notThere(QStringLiteral("this ticket type"));
        const auto level = levelOf(*type, line.level);
        if (!level)
            return fail(level.error());
        if (type->admission == AdmissionKind::Seated)
            request.best = BestRequest{.into = {}, .channel = Channel::Web, .event = (*event)->id, .levels = {*level}, .count = line.quantity};
        else
            request.named.lines.push_back({(*event)->id, *level, {}, line.quantity});
        return {};
    }

    Result<void> addSeats(const WantedLine &line, CartRequest &request)
    {
        const auto event = eventOf(line.event);
        if (!event)
            return fail(event.error());
        if ((*event)->plan.isNull())
            return notThere(QStringLiteral("a numbered seat of this event"));
        const auto plan = m_shelf.plan(m_office, (*event)->plan);
        if (!plan)
            return fail(plan.error());
        for (const QString &wanted : line.seats) {
            const auto seat = std::find_if((*plan)->seats.begin(), (*plan)->seats.end(), [&](const PlanSeat &s) { return s.guid == wanted || s.label.toString() == wanted; });
            const TicketType *type = seat == (*plan)->seats.end() ? nullptr : (*event)->typeOfCategory(seat->category);
            if (!type)
                return notThere(QStringLiteral("the seat \"%1\"").arg(wanted.left(60)));
            const auto level = levelOf(*type, line.level);
            if (!level)
                return fail(level.error());
            request.named.lines.push_back({(*event)->id, *level, seat->id, 1});
        }
        return {};
    }

    Result<const Event *> eventOf(EventId id)
    {
        if (const auto known = m_events.find(id); known != m_events.end())
            return known->second.get();
        auto event = m_shelf.event(m_office, id);
        if (!event)
            return fail(event.error());
        return m_events.emplace(id, std::move(*event)).first->second.get();
    }

    BoxOffice &m_office;
    PlanShelf &m_shelf;
    std::unordered_map<EventId, PlanShelf::EventPtr> m_events;
};

Fault cartFault(const Error &error)
{
    return faultFrom(error, QStringLiteral("lines"));
}

const Reservation &reservationOf(const Reservation &made) { return made; }
const Reservation &reservationOf(const BestReserved &made) { return made.reservation; }

/// By `verb`, for a customer who is there; null: for nobody.
template <typename Verb>
Result<Reservation> reserveFor(Desk &desk, BoxOffice &office, CustomerId customer, Verb verb)
{
    if (const auto known = customer.isNull() ? Result<Customer>(Customer()) : office.customers().get(customer); !known)
        return fail(known.error());
    Result<Reservation> made = verb(office.inventory()).map([](const auto &one) { return reservationOf(one); });
    if (!made || customer.isNull())
        return made;
    if (const auto assigned = office.customers().assign(desk.actor(), made->id, customer); !assigned)
        return fail(assigned.error());
    made->customer = customer;
    return made;
}

Fault tooManyCarts()
{
    return {429, QStringLiteral("too_many_reservations"), QStringLiteral("Too many reservations are open. Pay or release some first."), {}, 60};
}

/// Counts what becomes of a request that was let in.
template <typename Answer>
void noteCart(Desk &desk, const CallPtr &call, const Answer &made)
{
    if (made)
        desk.openCarts().opened(call->caller, reservationOf(*made));
    else
        desk.openCarts().failed(call->caller);
}

/// Simple carts wait in line with others and are decided together; a key or a customer makes it a request of its own.
template <typename Made, typename Request>
void reserveCart(Desk &desk, const CallPtr &call, const Request &request, CustomerId customer, const Reply &reply,
                 void (Clerks::*line)(const Actor &, Request, Clerks::Reply<Made>), Result<Made> (Inventory::*verb)(const Actor &, const Request &))
{
    const auto shown = [&desk](const Reservation &made) { return reservationJson(made, desk.clock().now()); };
    if (!desk.openCarts().enter(call->caller, desk.clock().now()))
        return reply(refused(*call, tooManyCarts()));
    if (call->request.idempotencyKey.isEmpty() && customer.isNull()) {
        (desk.writers().*line)(desk.actor(), request, [&desk, call, shown, reply](const Result<Made> &made) {
            noteCart(desk, call, made);
            reply(made ? answered(*call, 201, shown(reservationOf(*made))) : refused(*call, cartFault(made.error())));
        });
        return;
    }
    desk.write<Reservation>(call, 201, [&desk, call, request, customer, verb](BoxOffice &office) {
        const auto made = reserveFor(desk, office, customer, [&](Inventory &inventory) { return (inventory.*verb)(desk.actor(), request); });
        noteCart(desk, call, made); // a repeated request makes nothing, and fails here
        return made;
    }, shown, reply);
}

void reserveCart(Desk &desk, const CallPtr &call, const CartRequest &request, CustomerId customer, const Reply &reply)
{
    if (request.best)
        reserveCart<BestReserved>(desk, call, *request.best, customer, reply, &Clerks::reserveBest, &Inventory::reserveBest);
    else
        reserveCart<Reservation>(desk, call, request.named, customer, reply, &Clerks::reserve, &Inventory::reserve);
}

/// The same payment has the same key at the gateway, however often the shop sends it.
QString paymentKey(const Call &call)
{
    if (call.request.idempotencyKey.isEmpty())
        return QStringLiteral("web-") + QUuid::createUuid().toString(QUuid::WithoutBraces);
    return QStringLiteral("web-") + QString::fromLatin1(crypto::sha256(call.request.path + ' ' + call.caller.owner().toByteArray(QUuid::WithoutBraces) + ' ' + call.request.idempotencyKey).toHex());
}

const Payment *paymentOfKey(const CheckoutState &state, const QString &key)
{
    const auto found = std::find_if(state.payments.begin(), state.payments.end(), [&](const Payment &p) { return p.key == key; });
    return found == state.payments.end() ? nullptr : &*found;
}

QJsonObject partlyPaid(const CheckoutState &state, const Payment &payment)
{
    return {{QStringLiteral("payment"), paymentJson(payment)}, {QStringLiteral("amount_due"), state.due().toString()},
            {QStringLiteral("currency"), state.reservation.currency.code()}, {QStringLiteral("reservation_id"), state.reservation.id.toString()}};
}

/// The tickets' codes are derived by a clerk who reads; without them an order is still an order.
void answerOrder(Desk &desk, const CallPtr &call, const Order &order, const Reply &reply)
{
    desk.codes().ask(order, [call, order, reply](const Result<QStringList> &codes) {
        reply(answered(*call, 201, orderJson(order, codes.value_or(QStringList()))));
    });
}

void answerPayment(Desk &desk, const CallPtr &call, const QString &key, const Result<CheckoutState> &state, const Reply &reply)
{
    if (!state)
        return reply(refused(*call, faultFrom(state.error())));
    const Payment *payment = paymentOfKey(*state, key);
    if (!payment)
        return reply(refused(*call, faultFrom(Error{ErrorCode::PaymentUnresolved, {}, {}})));
    switch (payment->state) {
    case PaymentState::Captured:
        if (state->order)
            desk.openCarts().ended(call->caller, state->reservation.id);
        return state->order ? answerOrder(desk, call, *state->order, reply) : reply(answered(*call, 200, partlyPaid(*state, *payment)));
    case PaymentState::Declined:
        return reply(refused(*call, Fault{402, QStringLiteral("card_declined"), payment->message, QStringLiteral("token")}));
    case PaymentState::Failed:
        return reply(refused(*call, Fault{402, QStringLiteral("payment_failed"), payment->message, QStringLiteral("token")}));
    case PaymentState::Created:
    case PaymentState::Sent:
    case PaymentState::Unknown:
        break;
    }
    reply(answered(*call, 202, partlyPaid(*state, *payment)));
}

void payByCard(Desk &desk, const CallPtr &call, PayRequest request, const QString &token, const Reply &reply)
{
    CardDesk *cards = desk.cards();
    if (!cards || !cards->supports(request.amount.currency()))
        return reply(refused(*call, Fault{400, QStringLiteral("currency_not_supported"),
                                          QStringLiteral("Currency %1 not supported").arg(request.amount.currency().code()), QStringLiteral("currency")}));
    request.gateway = cards->gateway();
    desk.writers().pay(desk.actor(), request, [&desk, call, cards, token, key = request.key, reply](const Result<CheckoutState> &state) {
        const Payment *payment = state ? paymentOfKey(*state, key) : nullptr;
        if (!payment || payment->state != PaymentState::Sent)
            return answerPayment(desk, call, key, state, reply);
        cards->charge(*payment, token, [&desk, call, key, reply](const Result<CheckoutState> &settled) { answerPayment(desk, call, key, settled, reply); });
    });
}

} // namespace

void routes::addReservation(Desk &desk, const CallPtr &call, Reply reply)
{
    std::optional<Fault> fault;
    WantedCart cart = cartFrom(Fields::parse(call->request.body, &fault));
    if (fault)
        return reply(refused(*call, *fault));
    if (const CustomerId own = call->caller.customer; !own.isNull()) {
        if (!cart.customer.isNull() && cart.customer != own)
            return reply(refused(*call, faultFrom(Error{ErrorCode::NotFound, {QStringLiteral("this customer")}, {}}, QStringLiteral("customer_id"))));
        cart.customer = own;
    }
    desk.readers().run([&desk, call, cart, reply = std::move(reply)](BoxOffice &office) {
        const auto request = CartReader(office, desk.plans()).read(cart);
        if (!request)
            return reply(refused(*call, cartFault(request.error())));
        reserveCart(desk, call, *request, cart.customer, reply);
    });
}

void routes::showReservation(Desk &desk, const CallPtr &call, Reply reply)
{
    desk.read(call, [id = ReservationId(call->ids.front())](BoxOffice &office) -> Result<QJsonObject> {
        const auto found = office.inventory().find(id);
        const auto now = office.now();
        if (!found || !now)
            return fail(found ? now.error() : found.error());
        return reservationJson(*found, *now);
    }, std::move(reply));
}

void routes::releaseReservation(Desk &desk, const CallPtr &call, Reply reply)
{
    desk.writers().run([&desk, call, reply = std::move(reply), id = ReservationId(call->ids.front())](BoxOffice &office) {
        auto released = office.inventory().release(desk.actor(), id);
        if (!released && released.error().code == ErrorCode::PaymentUnresolved) { // what is in goes back first
            const auto given = office.checkout().abandon(desk.actor(), id);
            released = given ? Result<void>() : fail(given.error());
            if (given && desk.cards())
                desk.cards()->pursue();
        }
        if (released)
            desk.openCarts().ended(call->caller, id);
        reply(released ? Response{204} : refused(*call, faultFrom(released.error())));
    });
}

void routes::extendReservation(Desk &desk, const CallPtr &call, Reply reply)
{
    desk.write<Reservation>(call, 200, [&desk, call, id = ReservationId(call->ids.front())](BoxOffice &office) {
        const auto made = office.inventory().extend(desk.actor(), id);
        if (made)
            desk.openCarts().extended(call->caller, *made);
        return made;
    },
                            [&desk](const Reservation &made) { return reservationJson(made, desk.clock().now()); }, std::move(reply));
}

void routes::addPayment(Desk &desk, const CallPtr &call, Reply reply)
{
    std::optional<Fault> fault;
    const Fields fields = Fields::parse(call->request.body, &fault);
    const QString tender = fields.text("tender", CartNeed::Required, 20);
    const bool isCard = tender == QLatin1String("card");
    if (!isCard && tender != QLatin1String("wallet"))
        fields.refuse("tender", QStringLiteral("must be card or wallet"));
    const auto currency = fields.has("currency") ? Currency::fromCode(fields.text("currency", CartNeed::Required, 10)) : Result<Currency>(desk.currency());
    if (!currency)
        fields.refuse("currency", QStringLiteral("is no currency of ISO 4217"));
    const QString digits = fields.decimal("amount");
    const QString token = isCard ? fields.text("token", CartNeed::Required, 500) : QString();
    PayRequest request;
    request.reservation = ReservationId(call->ids.front());
    request.tender = isCard ? Tender::Card : Tender::Wallet;
    request.wallet = isCard ? AccountId() : AccountId(fields.uuid("wallet_id"));
    request.key = paymentKey(*call);
    if (fault)
        return reply(refused(*call, *fault));
    const auto amount = amountFrom(digits, *currency, QStringLiteral("amount"));
    if (!amount)
        return reply(refused(*call, amount.error()));
    request.amount = *amount;
    if (isCard)
        return payByCard(desk, call, std::move(request), token, reply);
    desk.ifTheirs(call, [wallet = request.wallet](Owners &owners, CustomerId customer) { return owners.mustBe(customer, wallet); }, reply, [&desk, call, request, reply] {
        desk.writers().pay(desk.actor(), request, [&desk, call, key = request.key, reply](const Result<CheckoutState> &state) {
            answerPayment(desk, call, key, state, reply);
        });
    });
}

void routes::showPayment(Desk &desk, const CallPtr &call, Reply reply)
{
    desk.read(call, [id = PaymentId(call->ids.front())](BoxOffice &office) -> Result<QJsonObject> {
        const auto state = office.checkout().findByPayment(id);
        if (!state)
            return fail(state.error());
        const auto payment = std::find_if(state->payments.begin(), state->payments.end(), [&](const Payment &p) { return p.id == id; });
        QJsonObject out = partlyPaid(*state, *payment);
        if (state->order)
            out.insert(QStringLiteral("order"), orderJson(*state->order, office.orders().codes(*state->order).value_or(QStringList())));
        return out;
    }, std::move(reply));
}

} // namespace foyer::server
