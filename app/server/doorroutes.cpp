// Doors with a database of their own: each message carries the door's signature, which stands for a token.
#include "app/server/desk.h"
#include "app/server/routes.h"

namespace foyer::server {

namespace {

using DoorVerb = Result<QJsonObject> (DoorCentre::*)(const DoorMessage &);

void hearDoor(Desk &desk, const CallPtr &call, DoorVerb verb, Reply reply)
{
    auto message = DoorMessage::open(call->request.body);
    if (!message)
        return reply(refused(*call, faultFrom(message.error())));
    desk.write<QJsonObject>(call, 200, [verb, message = std::move(*message)](BoxOffice &office) { return (office.doorCentre().*verb)(message); },
                            [](const QJsonObject &answer) { return answer; }, std::move(reply));
}

} // namespace

void routes::enrolDoor(Desk &desk, const CallPtr &call, Reply reply)
{
    hearDoor(desk, call, &DoorCentre::enrol, std::move(reply));
}

void routes::uploadFromDoor(Desk &desk, const CallPtr &call, Reply reply)
{
    hearDoor(desk, call, &DoorCentre::upload, std::move(reply));
}

void routes::downloadToDoor(Desk &desk, const CallPtr &call, Reply reply)
{
    hearDoor(desk, call, &DoorCentre::download, std::move(reply));
}

} // namespace foyer::server
