#include "core/domain/csv.h"
#include "core/domain/escapedlist.h"
#include "core/domain/eventfile.h"
#include "core/domain/inputtext.h"
#include "core/domain/localtime.h"

#include "core/base/crypto.h"

#include <QtCore/QHash>
#include <QtCore/QRegularExpression>
#include <QtCore/QSet>

#include <algorithm>

namespace foyer {

namespace {

constexpr int LongestName = 200;
constexpr int LongestDescription = 20'000;
constexpr int MaxCapacity = 1'000'000;

const QStringList &columns()
{
    static const QStringList names{
        QStringLiteral("uid"), QStringLiteral("name"), QStringLiteral("start"), QStringLiteral("doors"),
        QStringLiteral("end"), QStringLiteral("venue"), QStringLiteral("description"), QStringLiteral("status"),
        QStringLiteral("ticket_type"), QStringLiteral("capacity"), QStringLiteral("categories"),
        QStringLiteral("price_level"), QStringLiteral("price"), QStringLiteral("tax_rate"), QStringLiteral("fee"),
        QStringLiteral("order_fee")};
    return names;
}

QDate readDate(const QString &text)
{
    const QDate iso = QDate::fromString(text, QStringLiteral("yyyy-MM-dd"));
    return iso.isValid() ? iso : QDate::fromString(text, QStringLiteral("d.M.yyyy"));
}

QTime readTime(const QString &text)
{
    const QTime minutes = QTime::fromString(text, QStringLiteral("H:mm"));
    return minutes.isValid() ? minutes : QTime::fromString(text, QStringLiteral("H:mm:ss"));
}

class EventCsvReader
{
public:
    explicit EventCsvReader(const EventFileContext &context) : m_context(context) {}
    EventFile read(const QByteArray &bytes);

private:
    struct Group {
        EventDraft event;
        int line;
        bool faulty = false;
    };

    bool readHeader(const CsvRow &row);
    void readRow(const CsvRow &row);
    void readEvent();
    QString cell(const char *column) const;
    void fault(const QString &reason);
    std::optional<Instant> moment(const QString &text, QDate day);
    std::optional<Instant> wallTime(QDate date, QTime time);
    std::optional<Instant> start();
    EventDraft eventOfRow();
    void checkRepeats(const EventDraft &repeated);
    void readTicket();
    void readPrice(TicketTypeDraft &type);
    std::optional<Money> fee(const char *column);
    void readPlaces(TicketTypeDraft &type, bool first);
    std::optional<int> capacity();
    std::optional<int> taxRate();

    const EventFileContext &m_context;
    QChar m_separator;
    QHash<QString, qsizetype> m_columns;
    const CsvRow *m_row = nullptr;
    std::vector<Group> m_groups;
    QHash<QString, int> m_lineOfUid;
    std::vector<RowFault> m_faults;
};

EventFile EventCsvReader::read(const QByteArray &bytes)
{
    const CsvFile csv = readCsv(bytes);
    m_faults = csv.faults;
    m_separator = csv.separator;
    if (csv.rows.empty() && m_faults.empty())
        m_faults.push_back({1, translate("Input", "the file is empty")});
    if (!csv.rows.empty() && readHeader(csv.rows.front())) {
        for (size_t i = 1; i < csv.rows.size(); ++i)
            readRow(csv.rows[i]);
    }
    EventFile file;
    for (Group &group : m_groups) {
        if (group.faulty)
            continue;
        file.events.push_back(std::move(group.event));
        file.lines.push_back(group.line);
    }
    std::stable_sort(m_faults.begin(), m_faults.end(), [](const RowFault &a, const RowFault &b) { return a.line < b.line; });
    file.faults = std::move(m_faults);
    return file;
}

bool EventCsvReader::readHeader(const CsvRow &row)
{
    const size_t before = m_faults.size();
    for (qsizetype i = 0; i < row.cells.size(); ++i) {
        const QString name = row.cells[i].trimmed().toLower().replace(u' ', u'_');
        if (m_columns.contains(name) && !name.isEmpty())
            m_faults.push_back({row.line, translate("Input", "the column \"%1\" stands there twice").arg(name)});
        m_columns.insert(name, i);
    }
    const auto has = [this](const char *name) { return m_columns.contains(QLatin1String(name)); };
    if (!has("name"))
        m_faults.push_back({row.line, translate("Input", "the first row names no column \"name\"")});
    if (!has("start") && !(has("date") && has("time")))
        m_faults.push_back({row.line, translate("Input", "the first row names neither \"start\" nor \"date\" and \"time\"")});
    return m_faults.size() == before;
}

QString EventCsvReader::cell(const char *column) const
{
    return m_row->cells.value(m_columns.value(QLatin1String(column), -1)).trimmed();
}

void EventCsvReader::fault(const QString &reason)
{
    m_faults.push_back({m_row->line, reason});
    if (!m_groups.empty())
        m_groups.back().faulty = true;
}

void EventCsvReader::readRow(const CsvRow &row)
{
    m_row = &row;
    const bool continues = cell("uid").isEmpty() && cell("name").isEmpty() && cell("date").isEmpty()
        && cell("time").isEmpty() && cell("start").isEmpty();
    if (continues && m_groups.empty())
        return fault(translate("Input", "no event stands above this row"));
    const bool repeatsUid = !m_groups.empty() && !cell("uid").isEmpty() && cell("uid") == m_groups.back().event.uid;
    if (!continues && !(repeatsUid && cell("name").isEmpty()))
        readEvent();
    for (qsizetype i = m_columns.size(); i < row.cells.size(); ++i) {
        if (!row.cells[i].trimmed().isEmpty())
            return fault(translate("Input", "has more cells than the first row has columns"));
    }
    readTicket();
}

/// A new event, or the one above once more. Faults are counted against the event they belong to.
void EventCsvReader::readEvent()
{
    m_groups.push_back({{}, m_row->line});
    m_groups.back().event = eventOfRow();
    const Group read = m_groups.back();
    const QString uid = read.event.uid;
    if (m_groups.size() > 1 && m_groups[m_groups.size() - 2].event.uid == uid) {
        m_groups.pop_back();
        m_groups.back().faulty |= read.faulty;
        if (!read.faulty)
            checkRepeats(read.event);
        return;
    }
    if (m_lineOfUid.contains(uid) && !read.faulty)
        fault(translate("Input", "the same event stands in line %1; its rows must follow each other").arg(m_lineOfUid[uid]));
    m_lineOfUid.insert(uid, read.line);
}

std::optional<Instant> EventCsvReader::wallTime(QDate date, QTime time)
{
    if (date.year() < 1970 || date.year() > 2199) {
        fault(translate("Input", "the year %1 is out of range").arg(date.year()));
        return {};
    }
    const auto at = localInstant(date, time, m_context.timeZone);
    if (!at)
        fault(translate("Input", "clocks skip %1 on %2").arg(time.toString(QStringLiteral("HH:mm")), date.toString(Qt::ISODate)));
    return at;
}

/// A time alone is on `day`.
std::optional<Instant> EventCsvReader::moment(const QString &text, QDate day)
{
    static const QRegularExpression form(
        QStringLiteral("^(\\d{4}-\\d\\d-\\d\\d)[Tt ](\\d\\d:\\d\\d(?::\\d\\d)?)(?:\\.\\d+)?([Zz]|[+-]\\d\\d:\\d\\d)?$"));
    const auto match = form.match(text);
    const QDate date = match.hasMatch() ? readDate(match.captured(1)) : day;
    const QTime time = readTime(match.hasMatch() ? match.captured(2) : text);
    if (!date.isValid() || !time.isValid()) {
        fault(translate("Input", "\"%1\" is not a time").arg(text.left(60)));
        return {};
    }
    const QString offset = match.captured(3).toUpper();
    if (offset.isEmpty())
        return wallTime(date, time);
    const int seconds = offset == u"Z" ? 0 : QStringView(offset).mid(1, 2).toInt() * 3600 + QStringView(offset).mid(4, 2).toInt() * 60;
    const int sign = offset.startsWith(u'-') ? -1 : 1;
    return Instant{QDateTime(date, time, Qt::UTC).toMSecsSinceEpoch() - qint64(sign * seconds) * 1000};
}

std::optional<Instant> EventCsvReader::start()
{
    if (const QString text = cell("start"); !text.isEmpty())
        return moment(text, {});
    if (cell("date").isEmpty() || cell("time").isEmpty()) {
        fault(translate("Input", "has no date and time"));
        return {};
    }
    const QDate date = readDate(cell("date"));
    if (!date.isValid()) {
        fault(translate("Input", "\"%1\" is not a date; write it as 2026-11-20").arg(cell("date").left(60)));
        return {};
    }
    return moment(cell("time"), date);
}

EventDraft EventCsvReader::eventOfRow()
{
    EventDraft event;
    event.name = cell("name");
    if (event.name.isEmpty())
        fault(translate("Input", "has no name"));
    if (event.name.size() > LongestName)
        fault(translate("Input", "the name is longer than %1 characters").arg(LongestName));
    if (const auto at = start()) {
        event.startsAt = *at;
        const QDate day = inZone(*at, m_context.timeZone).date();
        if (!cell("doors").isEmpty())
            event.doorsAt = moment(cell("doors"), day);
        if (event.doorsAt && *event.doorsAt > *at)
            fault(translate("Input", "the doors open after the start"));
        if (const QString end = cell("end"); !end.isEmpty()) {
            event.endsAt = moment(end, day);
            if (event.endsAt && *event.endsAt <= *at && readTime(end).isValid())
                event.endsAt = moment(end, day.addDays(1));
            if (event.endsAt && *event.endsAt <= *at)
                fault(translate("Input", "ends before it starts"));
        } else if (m_context.defaultDuration) {
            event.endsAt = *at + *m_context.defaultDuration;
        }
    }
    event.venue = cell("venue");
    event.description = cell("description");
    if (event.venue.size() > LongestName || event.description.size() > LongestDescription)
        fault(translate("Input", "the venue or the description is too long"));
    const QString status = cell("status").toLower();
    event.status = status == u"cancelled" || status == u"canceled" ? QStringLiteral("cancelled") : QStringLiteral("scheduled");
    if (event.status == u"scheduled" && !status.isEmpty() && status != u"scheduled" && status != u"confirmed" && status != u"tentative")
        fault(translate("Input", "\"%1\" is not a status; write scheduled or cancelled").arg(cell("status").left(60)));
    event.orderFee = fee("order_fee");
    event.uid = cell("uid").isEmpty() ? derivedEventUid(event.name, event.startsAt) : cell("uid");
    if (event.uid.size() > LongestName)
        fault(translate("Input", "the uid is longer than %1 characters").arg(LongestName));
    return event;
}

void EventCsvReader::checkRepeats(const EventDraft &repeated)
{
    const EventDraft &event = m_groups.back().event;
    const auto differs = [this](const char *column, bool same) {
        if (!cell(column).isEmpty() && !same)
            fault(translate("Input", "\"%1\" is not what line %2 says of the same event")
                      .arg(QLatin1String(column)).arg(m_groups.back().line));
    };
    differs("name", repeated.name == event.name);
    if (repeated.startsAt != event.startsAt)
        fault(translate("Input", "\"%1\" is not what line %2 says of the same event")
                  .arg(QStringLiteral("start")).arg(m_groups.back().line));
    differs("doors", repeated.doorsAt == event.doorsAt);
    differs("end", repeated.endsAt == event.endsAt);
    differs("venue", repeated.venue == event.venue);
    differs("description", repeated.description == event.description);
    differs("status", repeated.status == event.status);
    differs("order_fee", repeated.orderFee == event.orderFee);
}

void EventCsvReader::readTicket()
{
    const QString name = cell("ticket_type");
    if (name.isEmpty()) {
        for (const char *column : {"capacity", "categories", "price_level", "price", "tax_rate", "fee"}) {
            if (!cell(column).isEmpty())
                return fault(translate("Input", "has a %1 but no ticket_type").arg(QLatin1String(column)));
        }
        return;
    }
    if (name.size() > LongestName)
        return fault(translate("Input", "the ticket type is longer than %1 characters").arg(LongestName));
    auto &types = m_groups.back().event.ticketTypes;
    auto type = std::find_if(types.begin(), types.end(), [&](const TicketTypeDraft &t) { return t.name == name; });
    const bool first = type == types.end();
    if (first)
        type = types.insert(types.end(), TicketTypeDraft{name, {}, {}, {}, {}});
    readPlaces(*type, first);
    const auto own = fee("fee");
    if (first)
        type->fee = own;
    else if (own && own != type->fee)
        fault(translate("Input", "the fee of \"%1\" is not that of the row above").arg(type->name));
    readPrice(*type);
}

/// Nothing for an empty cell.
std::optional<Money> EventCsvReader::fee(const char *column)
{
    QString text = cell(column);
    if (text.isEmpty())
        return {};
    if (m_separator == u';' && !text.contains(u'.'))
        text.replace(u',', u'.');
    const auto amount = Money::parse(text, m_context.currency);
    if (amount && !amount->isNegative())
        return *amount;
    fault(amount ? translate("Input", "\"%1\" is less than nothing").arg(text) : amount.error().args.value(0));
    return {};
}

std::optional<int> EventCsvReader::capacity()
{
    const QString text = cell("capacity");
    bool ok = false;
    const int number = text.toInt(&ok);
    if (!text.isEmpty() && (!ok || number < 0 || number > MaxCapacity)) {
        fault(translate("Input", "\"%1\" is not a capacity from 0 to %2").arg(text.left(60)).arg(MaxCapacity));
        return {};
    }
    return ok ? std::optional(number) : std::nullopt;
}

void EventCsvReader::readPlaces(TicketTypeDraft &type, bool first)
{
    const auto places = capacity();
    QStringList categories;
    for (const QString &part : splitEscaped(cell("categories"), u'|')) {
        if (!part.trimmed().isEmpty() && !categories.contains(part.trimmed()))
            categories.append(part.trimmed());
    }
    if (!first) {
        if ((places && places != type.capacity) || (!categories.isEmpty() && categories != type.categories))
            fault(translate("Input", "the places of \"%1\" are not those of the row above").arg(type.name));
        return;
    }
    type.capacity = places;
    type.categories = categories;
    if (!cell("capacity").isEmpty() && !categories.isEmpty())
        fault(translate("Input", "\"%1\" has both a capacity and categories").arg(type.name));
    else if (cell("capacity").isEmpty() && categories.isEmpty())
        fault(translate("Input", "\"%1\" has neither a capacity nor categories").arg(type.name));
}

std::optional<int> EventCsvReader::taxRate()
{
    static const QRegularExpression form(QStringLiteral("^(\\d{1,3})(?:[.,](\\d{1,2}))?\\s*%?$"));
    const QString text = cell("tax_rate");
    if (text.isEmpty())
        return 0;
    const auto match = form.match(text);
    const int points = match.captured(1).toInt() * 100 + match.captured(2).leftJustified(2, u'0').toInt();
    if (match.hasMatch() && points <= 10'000)
        return points;
    fault(translate("Input", "\"%1\" is not a tax rate in percent").arg(text.left(60)));
    return {};
}

void EventCsvReader::readPrice(TicketTypeDraft &type)
{
    const QString level = cell("price_level").isEmpty() ? QStringLiteral("Full") : cell("price_level");
    QString text = cell("price");
    if (m_separator == u';' && !text.contains(u'.'))
        text.replace(u',', u'.');
    const auto tax = taxRate();
    if (text.isEmpty())
        return fault(translate("Input", "\"%1\" has no price").arg(type.name));
    const auto price = Money::parse(text, m_context.currency);
    if (!price)
        return fault(price.error().args.value(0));
    if (price->isNegative())
        return fault(translate("Input", "\"%1\" is less than nothing").arg(text));
    if (level.size() > LongestName)
        return fault(translate("Input", "the price level is longer than %1 characters").arg(LongestName));
    if (std::any_of(type.prices.begin(), type.prices.end(), [&](const PriceDraft &p) { return p.name == level; }))
        return fault(translate("Input", "\"%1\" already has a price level \"%2\"").arg(type.name, level));
    type.prices.push_back({level, *price, tax.value_or(0)});
}

QString taxText(int basisPoints)
{
    const QString fraction = QString::number(basisPoints % 100).rightJustified(2, u'0');
    return QString::number(basisPoints / 100) + (basisPoints % 100 ? u'.' + fraction : QString());
}

QString feeText(const std::optional<Money> &fee)
{
    return fee && fee->isPositive() ? fee->toString() : QString();
}

} // namespace

QString derivedEventUid(const QString &name, Instant startsAt)
{
    const QByteArray hash = crypto::sha256(name.toUtf8() + '\n' + QByteArray::number(startsAt.ms));
    return QStringLiteral("foyer-") + QString::fromLatin1(hash.toHex().left(32));
}

EventFile readEventsCsv(const QByteArray &csv, const EventFileContext &context)
{
    return EventCsvReader(context).read(csv);
}

QByteArray writeEventsCsv(const std::vector<EventDraft> &events, const EventFileContext &context)
{
    QByteArray out = csvRow(columns());
    const auto time = [&](std::optional<Instant> at) { return at ? rfc3339(*at, context.timeZone) : QString(); };
    for (const EventDraft &event : events) {
        const QStringList head{event.uid, event.name, time(event.startsAt), time(event.doorsAt), time(event.endsAt),
                               event.venue, event.description, event.status};
        if (event.ticketTypes.empty())
            out += csvRow(head + QStringList(columns().size() - head.size() - 1, QString()) + QStringList{feeText(event.orderFee)});
        for (const TicketTypeDraft &type : event.ticketTypes) {
            for (const PriceDraft &price : type.prices)
                out += csvRow(head + QStringList{type.name, type.capacity ? QString::number(*type.capacity) : QString(),
                                                 joinEscaped(type.categories, u'|'), price.name, price.price.toString(),
                                                 taxText(price.taxBasisPoints), feeText(type.fee), feeText(event.orderFee)});
        }
    }
    return out;
}

} // namespace foyer
