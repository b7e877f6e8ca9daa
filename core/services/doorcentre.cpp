#include "core/services/doorcentre.h"

#include "core/base/random.h"
#include "core/domain/inputtext.h"
#include "core/domain/symbols.h"
#include "core/services/doorspeaker.h"
#include "core/services/doorupload.h"
#include "core/storage/admission_store.h"
#include "core/storage/doorcentre_store.h"
#include "core/storage/doordata_store.h"
#include "core/storage/writer.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

namespace foyer {

namespace {

using doorcentre_store::Door;

constexpr int CodeBytes = 10; ///< 16 symbols
constexpr qsizetype LongestDoorName = 60;
constexpr Milliseconds KnownBack{std::chrono::hours(24)};
constexpr Milliseconds KnownAhead{std::chrono::hours(7 * 24)};

QByteArray codeHash(const QString &code)
{
    return crypto::sha256(symbols::cleaned(code).toUpper().toLatin1());
}

QJsonObject centreJson(const Writer &writer)
{
    return {{QStringLiteral("terminal"), writer.terminal().toString()}, {QStringLiteral("public_key"), QString::fromLatin1(writer.key().publicKey().bytes().toHex())}};
}

QJsonObject enrolled(Database &db, const Door &door)
{
    return {{QStringLiteral("told"), doordata_store::terminals(db)}, {QStringLiteral("terminal"), door.terminal.toString()}, {QStringLiteral("number"), door.number}, {QStringLiteral("name"), door.name},
            {QStringLiteral("chain"), door.chain.toString()}, {QStringLiteral("chain_number"), door.chainNumber}, {QStringLiteral("at"), door.enrolledAt.ms}};
}

} // namespace

Result<DoorInvitation> DoorCentre::invite(const Actor &actor, const QString &name)
{
    if (const auto allowed = require(actor, Permission::ManageStaff); !allowed)
        return fail(allowed.error());
    const QString called = name.simplified();
    if (called.isEmpty() || called.size() > LongestDoorName)
        return fail(ErrorCode::InvalidInput, {translate("Input", "a door needs a name of at most 60 characters")});
    return m_writer.write([&](Work &work) {
        const QString code = symbols::encode(work.random().bytes(CodeBytes));
        const DoorInvitation made{called, code, work.now() + InvitationLasts};
        doorcentre_store::invite(work.db(), work.ids().make<TokenId>().uuid(), called, codeHash(code), made.until);
        work.fact("door.invited", signedBy(actor, {{QStringLiteral("name"), called}}));
        return made;
    });
}

Result<std::vector<DoorState>> DoorCentre::doors()
{
    return m_writer.read([](Database &db) {
        std::vector<DoorState> out;
        for (const Door &door : doorcentre_store::all(db))
            out.push_back({door.terminal, door.name, door.enrolledAt, door.seenAt, door.stoppedAt, doorcentre_store::headOf(db, door.chain).seq});
        return out;
    });
}

Result<std::vector<DoorConflict>> DoorCentre::conflicts()
{
    return m_writer.read([](Database &db) {
        std::vector<DoorConflict> out;
        for (const auto &conflict : doorcentre_store::openConflicts(db))
            out.push_back({conflict.passage, conflict.kind, conflict.eventName});
        return out;
    });
}

Result<std::vector<Passage>> DoorCentre::passagesOf(TicketNumber ticket)
{
    return m_writer.read([ticket](Database &db) { return admission_store::ofTicket(db, ticket); });
}

Result<void> DoorCentre::accept(const Actor &actor, AdmissionId conflict)
{
    if (const auto allowed = require(actor, Permission::UndoAdmitted); !allowed)
        return allowed;
    return m_writer.write([&](Work &work) -> Result<void> {
        if (!doorcentre_store::accept(work.db(), conflict, actor.staff, work.now()))
            return fail(ErrorCode::NotFound, {translate("Input", "this passage among those that nobody has looked at")});
        work.fact("conflict.accepted", signedBy(actor, {{QStringLiteral("id"), conflict.toString()}}));
        return {};
    });
}

Result<QJsonObject> DoorCentre::enrol(const DoorMessage &message)
{
    const QByteArray publicKey = QByteArray::fromHex(message.body.value(QLatin1String("public_key")).toString().toLatin1());
    const auto key = crypto::PublicKey::fromBytes(publicKey);
    if (!key || !message.isFrom(*key, EnrolPath))
        return doorspeaker::notBelieved();
    const QByteArray hash = codeHash(message.body.value(QLatin1String("code")).toString());
    auto answer = m_writer.write([&](Work &work) -> Result<QJsonObject> {
        const auto invitation = doorcentre_store::invitation(work.db(), hash);
        const auto known = doorcentre_store::find(work.db(), message.door);
        if (invitation && known && invitation->usedBy == message.door && known->publicKey == publicKey)
            return enrolled(work.db(), *known);
        if (!invitation || !invitation->usedBy.isNull() || known || work.now() >= invitation->until)
            return fail(ErrorCode::NotFound, {translate("Input", "an invitation with this code that nobody has used yet")});
        const auto chain = work.ids().make<ChainId>();
        doorcentre_store::enrol(work.db(), *invitation, message.door, publicKey, chain);
        work.fact("door.enrolled", {{QStringLiteral("terminal"), message.door.toString()}, {QStringLiteral("chain"), chain.toString()},
                                    {QStringLiteral("public_key"), QString::fromLatin1(publicKey.toHex())}});
        return enrolled(work.db(), *doorcentre_store::find(work.db(), message.door));
    });
    if (answer) // the key that all further answers are signed with, or introduced by
        answer->insert(QStringLiteral("centre"), centreJson(m_writer));
    return doorspeaker::sealed(m_writer, message, EnrolPath, std::move(answer));
}

Result<QJsonObject> DoorCentre::upload(const DoorMessage &message)
{
    return doorspeaker::sealed(m_writer, message, UploadPath, take(message, UploadPath));
}

Result<QJsonObject> DoorCentre::giveBack(const DoorMessage &message)
{
    return doorspeaker::sealed(m_writer, message, ReturnPath, take(message, ReturnPath));
}

Result<QJsonObject> DoorCentre::take(const DoorMessage &message, const char *path)
{
    bool isCloned = false;
    const auto answer = m_writer.write([&](Work &work) -> Result<QJsonObject> {
        isCloned = false;
        const auto door = doorspeaker::of(work.db(), message, path);
        if (!door)
            return fail(door.error());
        DoorUpload upload(work, *door);
        for (const QJsonValue value : message.body.value(QLatin1String("records")).toArray()) {
            const auto record = recordFrom(value.toObject(), door->chain);
            const auto taken = record ? upload.take(*record) : Result<DoorUpload::Taken>(fail(record.error()));
            if (!taken)
                return fail(taken.error());
            isCloned = *taken == DoorUpload::Taken::Contradiction;
            if (isCloned)
                return fail(ErrorCode::DoorStopped, {door->name});
            if (*taken == DoorUpload::Taken::Gap)
                break; // the answer says from where the door has to go on
        }
        doorcentre_store::noteSeen(work.db(), door->terminal, work.now());
        return upload.answer();
    });
    if (!answer && isCloned) {
        qCritical("two databases speak for one door: it is believed no more");
        const auto stopped = m_writer.write([&](Work &work) -> Result<bool> {
            doorcentre_store::stop(work.db(), message.door, work.now());
            work.fact("door.stopped", {{QStringLiteral("terminal"), message.door.toString()}});
            return true;
        });
        if (!stopped)
            return fail(stopped.error());
    }
    return answer;
}

Result<QJsonObject> DoorCentre::download(const DoorMessage &message)
{
    QStringList plans;
    for (const QJsonValue plan : message.body.value(QLatin1String("plans")).toArray())
        plans << plan.toString();
    doordata_store::Cursor cursor;
    const QJsonObject read = message.body.value(QLatin1String("cursor")).toObject();
    for (auto end = read.begin(); end != read.end(); ++end)
        if (const auto chain = ChainId::fromString(end.key()))
            cursor.insert(*chain, end.value().toInteger());
    auto told = m_writer.write([&](Work &work) -> Result<QJsonObject> {
        const auto door = doorspeaker::of(work.db(), message, DownloadPath);
        if (!door)
            return fail(door.error());
        QJsonObject data = doordata_store::read(work.db(), {work.now() - KnownBack, work.now() + KnownAhead}, door->terminal, plans, cursor);
        data.insert(QStringLiteral("at"), work.now().ms);
        doorcentre_store::noteSeen(work.db(), door->terminal, work.now());
        return data;
    });
    return doorspeaker::sealed(m_writer, message, DownloadPath, std::move(told));
}

} // namespace foyer
