// DoorCentre: the centre's side of doors that work without it: they enrol, upload what they did, and download what they have to know.
#pragma once

#include "core/domain/admission.h"
#include "core/domain/doormessage.h"
#include "core/services/permission.h"

#include <QtCore/QJsonObject>

namespace foyer {

class Writer;

struct DoorInvitation {
    QString name;
    QString code; ///< shown once
    Instant until;
};

struct DoorState {
    TerminalId terminal;
    QString name;
    Instant enrolledAt;
    std::optional<Instant> seenAt;
    std::optional<Instant> stoppedAt; ///< two databases spoke for it
    qint64 records = 0;               ///< of its journal that are here
};

/// A passage that a door let happen and that cannot be counted here.
struct DoorConflict {
    Passage passage;
    QString kind; ///< "twice", "out_of_turn", "unknown", "passed_on", "void", "revoked"
    QString eventName;
};

/// A door's message is believed when the door's key signed it: PermissionDenied otherwise, and InvalidInput for what makes no sense.
class DoorCentre
{
public:
    /// The addresses of the messages; what is signed names its own.
    static constexpr char EnrolPath[] = "/v1/door/enrol";
    static constexpr char UploadPath[] = "/v1/door/upload";
    static constexpr char DownloadPath[] = "/v1/door/download";
    static constexpr char ReturnPath[] = "/v1/door/return";
    static constexpr Milliseconds InvitationLasts{60 * 60'000};

    explicit DoorCentre(Writer &writer) : m_writer(writer) {}

    /// Whoever has the code may make one machine a door within an hour.
    Result<DoorInvitation> invite(const Actor &actor, const QString &name);
    Result<std::vector<DoorState>> doors();
    /// Oldest first.
    Result<std::vector<DoorConflict>> conflicts();
    /// Those of a ticket that are counted here, in order.
    Result<std::vector<Passage>> passagesOf(TicketNumber ticket);
    /// Somebody has looked at it, and it stays as it is.
    Result<void> accept(const Actor &actor, AdmissionId conflict);

    /// {code, public_key}: the machine becomes a door. The same machine with the same code gets the same answer again.
    Result<QJsonObject> enrol(const DoorMessage &message);
    /// {records}: each is taken once, in order, with its effect; a record that is here already is passed over. The answer says how
    /// far the centre has come. Another record of the same number means that two databases speak for one door: DoorStopped, for ever.
    Result<QJsonObject> upload(const DoorMessage &message);
    /// The same with the records up to places that are given back: the answer says how many came back with them. A place never comes
    /// back before the sales that the door made until then.
    Result<QJsonObject> giveBack(const DoorMessage &message);
    /// {plans, cursor}: what the door has to know about the events that are on or come soon.
    Result<QJsonObject> download(const DoorMessage &message);

private:
    Result<QJsonObject> take(const DoorMessage &message, const char *path);

    Writer &m_writer;
};

} // namespace foyer
