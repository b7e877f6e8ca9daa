#include "core/services/admissions.h"

#include "core/domain/inputtext.h"
#include "core/storage/admission_store.h"
#include "core/storage/archive_store.h"
#include "core/storage/catalogue_store.h"
#include "core/storage/doordata_store.h"
#include "core/storage/terminal_store.h"
#include "core/storage/writer.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace foyer {

namespace {

/// Scans of one unit of work.
class ScanBatch
{
public:
    ScanBatch(Work &work, const Actor &actor) : m_work(work), m_actor(actor) {}

    std::vector<Result<ScanVerdict>> run(std::span<const ScanRequest> requests)
    {
        load(requests);
        std::vector<Result<ScanVerdict>> out;
        for (size_t i = 0; i < requests.size(); ++i)
            out.push_back(decide(requests[i], m_codes[i]));
        admission_store::add(m_work.db(), m_made, m_actor.staff, m_work.chain(), m_work.seq());
        return out;
    }

private:
    void load(std::span<const ScanRequest> requests)
    {
        std::vector<EventId> wanted;
        std::vector<TicketNumber> numbers;
        for (const ScanRequest &request : requests) {
            m_codes.push_back(ScannedCode::read(request.text));
            wanted.push_back(request.event);
            if (m_codes.back())
                numbers.push_back(m_codes.back()->number);
        }
        const auto unique = [](auto &list) {
            std::sort(list.begin(), list.end());
            list.erase(std::unique(list.begin(), list.end()), list.end());
        };
        unique(wanted);
        unique(numbers);
        archive_store::archivedAmong(m_work.db(), wanted, true); // nobody archives them meanwhile
        for (const Event &event : catalogue_store::eventHeads(m_work.db(), wanted))
            m_events.emplace(event.id, event);
        m_atDoor = doordata_store::standing(m_work.db());
        m_atDoor ? loadFromCodes() : loadFromBooks(numbers);
    }

    void loadFromBooks(std::span<const TicketNumber> numbers)
    {
        for (DoorTicket &ticket : admission_store::lock(m_work.db(), numbers))
            m_tickets.emplace(ticket.ticket.number, std::move(ticket));
        std::vector<TicketNumber> unheard; // a door may have sold them since it was heard
        for (const Result<ScannedCode> &scanned : m_codes)
            if (scanned && scanned->code && scanned->code->code.grant != 0 && !m_tickets.contains(scanned->number) && isSigned(*scanned))
                unheard.push_back(scanned->number);
        for (DoorTicket &ticket : admission_store::lockGranted(m_work.db(), unheard))
            m_tickets.emplace(ticket.ticket.number, std::move(ticket));
    }

    /// A door without a network believes what the codes themselves say, when they are signed. Of the tickets that it sold itself it
    /// has the codes: for them their number is enough.
    void loadFromCodes()
    {
        std::vector<TicketCode> codes;
        for (const Result<ScannedCode> &scanned : m_codes) {
            if (!scanned)
                continue;
            if (isSigned(*scanned))
                codes.push_back(scanned->code->code);
            else if (const auto own = scanned->code ? std::nullopt : doordata_store::soldHere(m_work.db(), scanned->number))
                codes.push_back(*own);
        }
        for (DoorTicket &ticket : doordata_store::known(m_work.db(), codes))
            m_tickets.emplace(ticket.ticket.number, std::move(ticket));
    }

    Result<ScanVerdict> decide(const ScanRequest &request, const Result<ScannedCode> &code)
    {
        const auto event = m_events.find(request.event);
        if (event == m_events.end())
            return fail(ErrorCode::NotFound, {translate("Input", "this event")});
        if (event->second.archivedAt)
            return fail(ErrorCode::EventArchived, {event->second.name});
        if (!code)
            return admission::unreadable();
        const auto known = m_tickets.find(code->number);
        DoorTicket *ticket = known == m_tickets.end() ? nullptr : &known->second;
        ScanVerdict verdict = admission::judge({*code, isSigned(*code), ticket, request.event, event->second.doorsAt, event->second.endsAt,
                                                request.passing, m_work.terminal(), m_work.now()});
        if (m_atDoor)
            addWhatDoorsLack(verdict);
        if (verdict.isPassage())
            pass(*ticket, *code);
        else if (m_atDoor && verdict.admittance != Admittance::CountedAlready)
            noteRefusal(request.event, verdict);
        return verdict;
    }

    /// Nobody else is at the door to tell of it.
    void noteRefusal(EventId event, const ScanVerdict &verdict)
    {
        const QString why = verdict.admittance == Admittance::AlreadyUsed ? admittanceName(verdict.admittance) : refusedForName(verdict.refusedFor);
        m_work.fact("ticket.refused", {{QStringLiteral("ticket"), verdict.number.toString()}, {QStringLiteral("for"), event.toString()}, {QStringLiteral("why"), why},
                                       {QStringLiteral("by"), m_actor.staff.toString()}});
    }

    void addWhatDoorsLack(ScanVerdict &verdict) const
    {
        if (verdict.refusedFor == RefusedFor::Unknown && !verdict.isProven)
            verdict.refusedFor = RefusedFor::NeedsCode;
        if (verdict.admittance == Admittance::Welcome && verdict.note == DoorNote::Nothing && m_work.now() - m_atDoor->heard > Admissions::DataAges)
            verdict.note = DoorNote::OldData;
    }

    bool isSigned(const ScannedCode &scanned)
    {
        if (!scanned.code)
            return false;
        const int issuer = scanned.code->code.issuer;
        auto known = m_issuers.find(issuer);
        if (known == m_issuers.end())
            known = m_issuers.emplace(issuer, terminal_store::issuer(m_work.db(), issuer)).first;
        return known->second && ticketcode::verify(*scanned.code, known->second->key);
    }

    void pass(DoorTicket &ticket, const ScannedCode &scanned)
    {
        if (m_door.isEmpty())
            m_door = terminal_store::nameOf(m_work.db(), m_work.terminal());
        const int generation = scanned.code ? scanned.code->code.generation : ticket.ticket.generation;
        const Passage passage{m_work.ids().make<AdmissionId>(), ticket.ticket.number, ticket.ticket.event, ticket.latest ? ticket.latest->number + 1 : 1,
                              generation, m_work.terminal(), m_door, m_work.now()};
        m_work.fact("ticket.admitted", admission_store::fact(passage, m_actor.staff));
        m_made.push_back(passage);
        ticket.latest = passage;
    }

    Work &m_work;
    const Actor &m_actor;
    std::optional<doordata_store::Standing> m_atDoor; ///< empty at the centre
    QString m_door; ///< this terminal's name, once it is needed
    std::vector<Result<ScannedCode>> m_codes;
    std::unordered_map<EventId, Event> m_events;
    std::unordered_map<TicketNumber, DoorTicket> m_tickets;
    std::unordered_map<int, std::optional<terminal_store::Issuer>> m_issuers;
    std::vector<Passage> m_made;
};

std::vector<Result<ScanVerdict>> allFailed(size_t count, const Error &error)
{
    return std::vector<Result<ScanVerdict>>(count, fail(error));
}

} // namespace

std::vector<Result<ScanVerdict>> Admissions::scan(const Actor &actor, std::span<const ScanRequest> requests)
{
    if (const auto allowed = require(actor, Permission::Admit); !allowed)
        return allFailed(requests.size(), allowed.error());
    auto answers = m_writer.write([&](Work &work) { return ScanBatch(work, actor).run(requests); });
    return answers ? std::move(*answers) : allFailed(requests.size(), answers.error());
}

Result<ScanVerdict> Admissions::scan(const Actor &actor, const ScanRequest &request)
{
    return std::move(scan(actor, std::span(&request, 1)).front());
}

Result<AdmissionCounts> Admissions::counts(const Actor &actor, EventId event)
{
    if (const auto allowed = require(actor, Permission::Admit); !allowed)
        return fail(allowed.error());
    return m_writer.read([&](Database &db) -> Result<AdmissionCounts> {
        if (catalogue_store::eventHeads(db, std::array{event}).empty())
            return fail(ErrorCode::NotFound, {translate("Input", "this event")});
        const auto found = admission_store::counts(db, event);
        return AdmissionCounts{int(found.admitted), int(found.inside), int(found.expected)};
    });
}

} // namespace foyer
