#include "core/services/doorupload.h"

#include "core/domain/inputtext.h"
#include "core/storage/admission_store.h"
#include "core/storage/archive_store.h"
#include "core/storage/catalogue_store.h"
#include "core/storage/writer.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

#include <array>

namespace foyer {

namespace {

tl::unexpected<Error> badRecord(qint64 seq)
{
    return fail(ErrorCode::InvalidInput, {translate("Input", "record %1 of this door's journal is not as the door would have sealed it").arg(seq)});
}

} // namespace

DoorUpload::DoorUpload(Work &work, const doorcentre_store::Door &door) : m_work(work), m_door(door), m_head(doorcentre_store::headOf(work.db(), door.chain)), m_sales(work, door) {}

Result<DoorUpload::Taken> DoorUpload::take(const JournalRecord &record)
{
    const auto key = crypto::PublicKey::fromBytes(m_door.publicKey);
    if (!key || record.computedHash() != record.hash || !key->verifies(record.hash, record.signature))
        return badRecord(record.seq);
    if (record.seq <= m_head.seq)
        return doorcentre_store::hashAt(m_work.db(), record.chain, record.seq) == record.hash ? Taken::Before : Taken::Contradiction;
    if (record.seq > m_head.seq + 1)
        return Taken::Gap;
    if (record.previousHash != (m_head.seq == 0 ? zeroHash() : m_head.hash))
        return Taken::Contradiction; // it follows another history than the one that is here
    doorcentre_store::addRecord(m_work.db(), record);
    if (const auto applied = apply(record); !applied)
        return fail(applied.error());
    m_head = {record.seq, record.hash};
    m_isMoved = true;
    return Taken::Now;
}

Result<void> DoorUpload::apply(const JournalRecord &record)
{
    const QJsonArray facts = QJsonDocument::fromJson(record.body).object().value(QLatin1String("facts")).toArray();
    for (const QJsonValue value : facts) {
        const QJsonObject fact = value.toObject();
        const QString what = fact.value(QLatin1String("what")).toString();
        if (what == QLatin1String("order.completed") || what == QLatin1String("order.refunded"))
            m_conflicts += m_sales.take(fact, facts, record) ? 0 : 1;
        else if (what == QLatin1String("door.returned"))
            m_returned += m_sales.takeBack(fact);
        if (what != QLatin1String("ticket.admitted"))
            continue; // what else happens at a door stays in its journal
        if (const auto admitted = admit(fact, record); !admitted)
            return admitted;
    }
    return {};
}

Result<void> DoorUpload::admit(const QJsonObject &fact, const JournalRecord &record)
{
    const auto text = [&](const char *name) { return fact.value(QLatin1String(name)).toString(); };
    const auto id = AdmissionId::fromString(text("id"));
    const auto event = EventId::fromString(text("event"));
    const auto ticket = TicketNumber::parse(text("ticket"));
    const qint64 number = fact.value(QLatin1String("number")).toInteger();
    const qint64 generation = fact.value(QLatin1String("generation")).toInteger();
    if (!id || !event || !ticket || number < 1 || number > 1'000'000 || generation < 1 || generation > 65'535
        || catalogue_store::eventHeads(m_work.db(), std::array{*event}).empty())
        return badRecord(record.seq);
    const Passage passage{*id, *ticket, *event, int(number), int(generation), m_door.terminal, m_door.name, record.at};
    auto known = admission_store::lock(m_work.db(), std::array{*ticket});
    if (known.empty()) // another door sold it, and was not heard since
        known = admission_store::lockGranted(m_work.db(), std::array{*ticket});
    const QString objection = objectionTo(passage, known);
    if (!objection.isEmpty()) {
        doorcentre_store::addConflict(m_work.db(), {passage, objection, {}, record.chain, record.seq});
        ++m_conflicts;
        return {};
    }
    const auto by = StaffId::fromString(text("by"));
    const StaffId staff = by && doorcentre_store::isStaff(m_work.db(), *by) ? *by : StaffId();
    admission_store::add(m_work.db(), std::array{passage}, staff, record.chain, record.seq);
    return {};
}

/// Why the passage cannot be counted here as the door counted it; empty when it can.
QString DoorUpload::objectionTo(const Passage &passage, const std::vector<DoorTicket> &known) const
{
    if (known.empty() || known.front().ticket.event != passage.event)
        return QStringLiteral("unknown");
    if (!archive_store::archivedAmong(m_work.db(), std::array{passage.event}, true).isEmpty())
        return QStringLiteral("archived");
    const DoorTicket &ticket = known.front();
    if (passage.number != (ticket.latest ? ticket.latest->number + 1 : 1))
        return passage.passing() == Passing::In ? QStringLiteral("twice") : QStringLiteral("out_of_turn");
    if (passage.passing() == Passing::Out)
        return {};
    if (passage.generation < ticket.ticket.generation)
        return QStringLiteral("passed_on");
    if (ticket.ticket.state == TicketState::Valid)
        return {};
    return ticket.ticket.state == TicketState::Void ? QStringLiteral("void") : QStringLiteral("revoked");
}

QJsonObject DoorUpload::answer()
{
    m_sales.write();
    if (m_isMoved) // what the door is told stands here as well: whoever cuts its records off later is found out
        m_work.fact("door.acknowledged", {{QStringLiteral("chain"), m_door.chain.toString()}, {QStringLiteral("seq"), m_head.seq},
                                          {QStringLiteral("hash"), QString::fromLatin1(m_head.hash.toHex())}});
    return {{QStringLiteral("acknowledged"), m_head.seq}, {QStringLiteral("conflicts"), m_conflicts}, {QStringLiteral("returned"), m_returned}};
}

} // namespace foyer
