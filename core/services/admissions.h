// Admissions: the verbs at the doors: scanning tickets in and out, and counting who is there.
#pragma once

#include "core/domain/admission.h"
#include "core/services/permission.h"

#include <span>

namespace foyer {

class Writer;

struct ScanRequest {
    QString text;  ///< of a QR code, or a ticket's number
    EventId event; ///< that is on at this door
    Passing passing = Passing::In;
};

struct AdmissionCounts {
    int admitted = 0; ///< tickets that somebody came in with
    int inside = 0;
    int expected = 0; ///< valid tickets that nobody has come in with yet
};

class Admissions
{
public:
    /// A door that has not heard from the centre for so long says that it may not know everything.
    static constexpr Milliseconds DataAges{10 * 60'000};

    explicit Admissions(Writer &writer) : m_writer(writer) {}

    /// One answer each, decided in arrival order; a refusal is an answer. Of many doors that scan one ticket at once, one is
    /// told welcome. As an error: PermissionDenied, NotFound for an unknown event, EventArchived.
    std::vector<Result<ScanVerdict>> scan(const Actor &actor, std::span<const ScanRequest> requests);
    Result<ScanVerdict> scan(const Actor &actor, const ScanRequest &request);

    Result<AdmissionCounts> counts(const Actor &actor, EventId event);

private:
    Writer &m_writer;
};

} // namespace foyer
