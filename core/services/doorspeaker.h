// doorspeaker: who speaks when a door's message comes in.
#pragma once

#include "core/domain/doormessage.h"
#include "core/storage/doorcentre_store.h"

namespace foyer {
class Writer;
}

namespace foyer::doorspeaker {

/// The door that sent the message to this address, locked: one message at a time. PermissionDenied, DoorStopped.
Result<doorcentre_store::Door> of(Database &db, const DoorMessage &message, const char *path);
/// The door itself, locked in the same way.
Result<doorcentre_store::Door> door(Database &db, TerminalId terminal);
tl::unexpected<Error> notBelieved();
/// The centre's answer with its signature: a door believes no other.
Result<QJsonObject> sealed(const Writer &writer, const DoorMessage &message, const char *path, Result<QJsonObject> answer);

} // namespace foyer::doorspeaker
