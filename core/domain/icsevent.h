// One VEVENT of an iCalendar file, read and checked by itself.
#pragma once

#include "core/domain/eventfile.h"
#include "core/domain/icstime.h"

namespace foyer {

struct IcsEvent {
    int line = 0;
    EventDraft event; ///< with its first time; uid as in the file
    int sequence = 0;
    std::optional<Instant> recurrenceId;
    bool repeats = false;
    std::vector<Instant> times; ///< of a repetition, ascending; its exceptions are left out
};

/// What the file says, or why it can't be used.
class IcsEventReader
{
public:
    IcsEventReader(const EventFileContext &context, IcsTimes &times) : m_context(context), m_times(times) {}

    Result<IcsEvent> read(const QByteArray &vevent, int line);

private:
    struct Moment {
        icaltimetype time;
        QString tzid;
        Instant at;
    };

    Result<std::optional<Moment>> moment(icalproperty_kind kind, const char *name);
    Result<Moment> momentOf(icalproperty *property, const icaltimetype &time);
    Result<void> readEnd(IcsEvent &out, const Moment &start);
    Result<void> readRepetition(IcsEvent &out, const Moment &start);
    Result<void> followRule(std::vector<Instant> &times, icalrecurrencetype rule, const Moment &start);
    Result<void> leaveOutExceptions(std::vector<Instant> &times, const Moment &start);
    bool hasLine(const char *name) const;
    QString text(icalproperty_kind kind) const;

    const EventFileContext &m_context;
    IcsTimes &m_times;
    QByteArray m_source;
    icalcomponent *m_component = nullptr;
};

} // namespace foyer
