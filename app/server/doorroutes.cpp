// Doors with a database of their own: each message carries the door's signature, which stands for a token.
#include "app/server/desk.h"
#include "app/server/routes.h"

namespace foyer::server {

namespace {

template <typename Service>
using DoorVerb = Result<QJsonObject> (Service::*)(const DoorMessage &);

template <typename Service>
void hearDoor(Desk &desk, const CallPtr &call, Service &(BoxOffice::*service)(), DoorVerb<Service> verb, Reply reply)
{
    auto message = DoorMessage::open(call->request.body);
    if (!message)
        return reply(refused(*call, faultFrom(message.error())));
    desk.write<QJsonObject>(call, 200, [service, verb, message = std::move(*message)](BoxOffice &office) { return ((office.*service)().*verb)(message); },
                            [](const QJsonObject &answer) { return answer; }, std::move(reply));
}

} // namespace

void routes::enrolDoor(Desk &desk, const CallPtr &call, Reply reply)
{
    hearDoor(desk, call, &BoxOffice::doorCentre, &DoorCentre::enrol, std::move(reply));
}

void routes::uploadFromDoor(Desk &desk, const CallPtr &call, Reply reply)
{
    hearDoor(desk, call, &BoxOffice::doorCentre, &DoorCentre::upload, std::move(reply));
}

void routes::downloadToDoor(Desk &desk, const CallPtr &call, Reply reply)
{
    hearDoor(desk, call, &BoxOffice::doorCentre, &DoorCentre::download, std::move(reply));
}

void routes::returnFromDoor(Desk &desk, const CallPtr &call, Reply reply)
{
    hearDoor(desk, call, &BoxOffice::doorCentre, &DoorCentre::giveBack, std::move(reply));
}

void routes::grantToDoor(Desk &desk, const CallPtr &call, Reply reply)
{
    hearDoor(desk, call, &BoxOffice::doorGrants, &DoorGrants::offer, std::move(reply));
}

void routes::acknowledgeByDoor(Desk &desk, const CallPtr &call, Reply reply)
{
    hearDoor(desk, call, &BoxOffice::doorGrants, &DoorGrants::acknowledge, std::move(reply));
}

} // namespace foyer::server
