#include "core/domain/planreader.h"

#include "core/domain/inputtext.h"
#include "core/domain/jsonnode.h"
#include "core/domain/planareas.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QSet>

#include <algorithm>
#include <cmath>

namespace foyer {

namespace {

using Need = JsonNode::Need;
using L1 = QLatin1String;

constexpr qsizetype MaxBytes = 256 * 1024 * 1024;
constexpr int MaxDepth = 64;
constexpr int LongestLabel = 100;
constexpr double Margin = 20;

PlanPoint operator+(PlanPoint a, PlanPoint b)
{
    return {a.x + b.x, a.y + b.y};
}

QString placeInText(const QByteArray &json, qsizetype offset)
{
    const QByteArrayView before = QByteArrayView(json).first(std::clamp<qsizetype>(offset, 0, json.size()));
    const qsizetype line = before.count('\n') + 1;
    return translate("Input", "line %1, column %2: %3").arg(line).arg(before.size() - before.lastIndexOf('\n'));
}

/// Where the brackets first stand deeper than MaxDepth, or -1. Cheaper than to let the parser find out.
qsizetype tooDeepAt(const QByteArray &json)
{
    int depth = 0;
    bool inText = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (inText && c == '\\')
            ++i;
        else if (c == '"')
            inText = !inText;
        else if (!inText && (c == '{' || c == '[') && ++depth > MaxDepth)
            return i;
        else if (!inText && (c == '}' || c == ']'))
            --depth;
    }
    return -1;
}

class PlanReader
{
public:
    Result<SeatingPlan> read(const QByteArray &json);

private:
    QJsonObject parse(const QByteArray &json);
    void readCategory(const JsonNode &node);
    void collectZoneNames(const QJsonObject &top);
    void readZone(const JsonNode &node);
    void readRow(const JsonNode &node, const QString &zone, PlanPoint origin);
    void readSeat(const JsonNode &node, const SeatLabel &row, PlanPoint origin);
    void labelRow(const JsonNode &node, const QString &text, size_t firstSeat);
    void readSize(const JsonNode &top);
    QString label(const JsonNode &node, QLatin1String key);
    QString zoneName(const JsonNode &node);

    SeatingPlan m_plan;
    QString m_fault;
    QHash<QString, QString> m_categories; ///< name to itself, so that seats share one string
    QSet<QString> m_zoneNames;
    QSet<QString> m_guids;
    QSet<QString> m_labels;
};

Result<SeatingPlan> PlanReader::read(const QByteArray &json)
{
    const QJsonObject object = parse(json);
    const JsonNode top(object, &m_fault);
    if (m_fault.isEmpty()) {
        m_plan.name = top.text(L1("name"), Need::Required).simplified();
        if (m_plan.name.isEmpty())
            top.fault(L1("name"), translate("Input", "is empty"));
        top.forEach(L1("categories"), Need::Required, [this](const JsonNode &node) { readCategory(node); });
        collectZoneNames(object);
        top.forEach(L1("zones"), Need::Required, [this](const JsonNode &node) { readZone(node); });
        readSize(top);
    }
    if (!m_fault.isEmpty())
        return fail(ErrorCode::FileInvalid, {m_fault});
    m_plan.document = json;
    return std::move(m_plan);
}

QJsonObject PlanReader::parse(const QByteArray &json)
{
    if (json.size() > MaxBytes) {
        m_fault = translate("Input", "the file is larger than %1 MB").arg(MaxBytes / 1024 / 1024);
        return {};
    }
    if (const qsizetype at = tooDeepAt(json); at >= 0) {
        m_fault = placeInText(json, at).arg(translate("Input", "nested more than %1 levels deep").arg(MaxDepth));
        return {};
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        m_fault = placeInText(json, error.offset).arg(error.errorString());
    else if (!document.isObject())
        m_fault = placeInText(json, 0).arg(translate("Input", "a seating plan is one JSON object"));
    return document.object();
}

void PlanReader::readCategory(const JsonNode &node)
{
    const QString name = node.text(L1("name"), Need::Required);
    const QString color = readColor(node, L1("color"));
    if (node.failed())
        return;
    if (name.trimmed().isEmpty())
        return node.fault(L1("name"), translate("Input", "is empty"));
    if (m_categories.contains(name))
        return node.fault(L1("name"), translate("Input", "\"%1\" is the name of another category too").arg(name));
    m_categories.insert(name, name);
    m_plan.categories.push_back({name, color.size() == 7 && color.startsWith(u'#') ? color : QString()});
}

/// Names that are given come first, so that no derived one takes them.
void PlanReader::collectZoneNames(const QJsonObject &top)
{
    const QJsonArray zones = top.value(L1("zones")).toArray();
    for (const QJsonValue zone : zones)
        m_zoneNames.insert(zone.toObject().value(L1("name")).toString().simplified());
}

QString PlanReader::label(const JsonNode &node, QLatin1String key)
{
    const QString text = node.text(key, Need::Required, LongestLabel).simplified();
    return text.isEmpty() ? QString::number(node.index() + 1) : text;
}

QString PlanReader::zoneName(const JsonNode &node)
{
    const QString given = node.text(L1("name"), Need::Optional, LongestLabel).simplified();
    if (!given.isEmpty())
        return given;
    qsizetype number = node.index() + 1;
    while (m_zoneNames.contains(QStringLiteral("Zone %1").arg(number)))
        ++number;
    const QString derived = QStringLiteral("Zone %1").arg(number);
    m_zoneNames.insert(derived);
    return derived;
}

void PlanReader::readZone(const JsonNode &node)
{
    const QString name = zoneName(node);
    const PlanPoint origin = readPosition(node, Need::Required);
    node.forEach(L1("rows"), Need::Required, [&](const JsonNode &row) { readRow(row, name, origin); });
    node.forEach(L1("areas"), Need::Optional, [&](const JsonNode &child) {
        if (auto area = readArea(child, origin))
            m_plan.areas.push_back(std::move(*area));
    });
}

void PlanReader::readRow(const JsonNode &node, const QString &zone, PlanPoint origin)
{
    const SeatLabel row{zone, label(node, L1("row_number")), {}};
    const PlanPoint start = origin + readPosition(node, Need::Optional);
    const size_t firstSeat = m_plan.seats.size();
    node.forEach(L1("seats"), Need::Required, [&](const JsonNode &seat) { readSeat(seat, row, start); });
    if (!node.failed())
        labelRow(node, row.row, firstSeat);
}

void PlanReader::readSeat(const JsonNode &node, const SeatLabel &row, PlanPoint origin)
{
    if (m_plan.seats.size() >= size_t(SeatingPlan::MaxSeats))
        return node.fault({}, translate("Input", "a plan has at most %1 seats").arg(SeatingPlan::MaxSeats));
    PlanSeat seat;
    seat.guid = node.text(L1("seat_guid"), Need::Required);
    seat.label = {row.zone, row.row, label(node, L1("seat_number"))};
    seat.position = origin + readPosition(node, Need::Required);
    const QString category = node.text(L1("category"), Need::Required);
    seat.radius = node.number(L1("radius"), Need::Optional, {0.1, 10'000}, 10);
    seat.accessible = node.flag(L1("accessible"));
    if (node.failed())
        return;
    if (seat.guid.isEmpty())
        return node.fault(L1("seat_guid"), translate("Input", "is empty"));
    if (m_guids.contains(seat.guid))
        return node.fault(L1("seat_guid"), translate("Input", "\"%1\" is the guid of another seat too").arg(seat.guid));
    m_guids.insert(seat.guid);
    seat.category = m_categories.value(category);
    if (seat.category.isNull())
        return node.fault(L1("category"), translate("Input", "\"%1\" is not a category of this plan").arg(category));
    const QString name = seat.label.toString();
    if (m_labels.contains(name))
        return node.fault(L1("seat_number"), translate("Input", "there is another seat %1").arg(seat.label.spoken()));
    m_labels.insert(name);
    m_plan.seats.push_back(std::move(seat));
}

/// One seat's pitch beyond the first and last seat, in the direction in which the row runs there.
void PlanReader::labelRow(const JsonNode &node, const QString &text, size_t firstSeat)
{
    const QString where = node.text(L1("row_number_position"), Need::Optional);
    const auto &seats = m_plan.seats;
    if (where.isEmpty() || seats.size() == firstSeat)
        return;
    const auto beyond = [](const PlanSeat &end, const PlanSeat &inner, double alone) -> PlanPoint {
        const double dx = end.position.x - inner.position.x;
        const double dy = end.position.y - inner.position.y;
        const double length = std::hypot(dx, dy);
        const double reach = 2.4 * end.radius;
        if (length == 0)
            return {end.position.x + alone * reach, end.position.y};
        return {end.position.x + dx / length * reach, end.position.y + dy / length * reach};
    };
    const bool several = seats.size() > firstSeat + 1;
    const PlanSeat &first = seats[firstSeat];
    const PlanSeat &last = seats.back();
    if (where == L1("start") || where == L1("both"))
        m_plan.rowLabels.push_back({text, beyond(first, several ? seats[firstSeat + 1] : first, -1)});
    if (where == L1("end") || where == L1("both"))
        m_plan.rowLabels.push_back({text, beyond(last, several ? seats[seats.size() - 2] : last, 1)});
}

void PlanReader::readSize(const JsonNode &top)
{
    if (const auto size = top.object(L1("size"), Need::Optional)) {
        m_plan.width = size->number(L1("width"), Need::Required, {1, PlanCoordinate.most});
        m_plan.height = size->number(L1("height"), Need::Required, {1, PlanCoordinate.most});
        return;
    }
    PlanPoint far;
    const auto include = [&far](PlanPoint p) { far = {std::max(far.x, p.x), std::max(far.y, p.y)}; };
    for (const PlanSeat &seat : m_plan.seats)
        include(seat.position + PlanPoint{seat.radius, seat.radius});
    for (const PlanArea &area : m_plan.areas)
        include(farCorner(area));
    m_plan.width = far.x + Margin;
    m_plan.height = far.y + Margin;
}

} // namespace

Result<SeatingPlan> readPlan(const QByteArray &json)
{
    return PlanReader().read(json);
}

} // namespace foyer
