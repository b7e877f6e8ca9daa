#include "core/services/doorspeaker.h"

#include "core/domain/inputtext.h"
#include "core/storage/writer.h"

namespace foyer::doorspeaker {

tl::unexpected<Error> notBelieved()
{
    return fail(ErrorCode::PermissionDenied, {translate("Input", "speak for this door")});
}

Result<doorcentre_store::Door> of(Database &db, const DoorMessage &message, const char *path)
{
    doorcentre_store::lock(db, message.door);
    const auto door = doorcentre_store::find(db, message.door);
    const auto key = door ? crypto::PublicKey::fromBytes(door->publicKey) : std::nullopt;
    if (!key || !message.isFrom(*key, path))
        return notBelieved();
    if (door->stoppedAt)
        return fail(ErrorCode::DoorStopped, {door->name});
    return *door;
}

Result<doorcentre_store::Door> door(Database &db, TerminalId terminal)
{
    doorcentre_store::lock(db, terminal);
    const auto door = doorcentre_store::find(db, terminal);
    return door ? Result<doorcentre_store::Door>(*door) : fail(ErrorCode::NotFound, {translate("Input", "this door")});
}

Result<QJsonObject> sealed(const Writer &writer, const DoorMessage &message, const char *path, Result<QJsonObject> answer)
{
    return answer ? Result<QJsonObject>(sealedAnswer(message, path, std::move(*answer), writer.terminal(), writer.key())) : answer;
}

} // namespace foyer::doorspeaker
