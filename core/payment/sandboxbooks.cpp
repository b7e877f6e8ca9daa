#include "core/payment/sandboxbooks.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QSaveFile>

#include <algorithm>
#include <array>

namespace foyer {

namespace {

struct KindName {
    GatewayOutcome::Kind kind;
    const char *name;
};

constexpr std::array Kinds{
    KindName{GatewayOutcome::Kind::Captured, "captured"},
    KindName{GatewayOutcome::Kind::Declined, "declined"},
    KindName{GatewayOutcome::Kind::Failed, "failed"},
    KindName{GatewayOutcome::Kind::Unknown, "unknown"},
};

QJsonObject toJson(const QString &key, const SandboxEntry &entry)
{
    const auto kind = std::find_if(Kinds.begin(), Kinds.end(), [&](const KindName &k) { return k.kind == entry.outcome.kind; });
    QJsonObject out{{QStringLiteral("key"), key}, {QStringLiteral("refund"), entry.isRefund},
                    {QStringLiteral("amount"), entry.amount.minor()}, {QStringLiteral("currency"), entry.amount.currency().code()},
                    {QStringLiteral("outcome"), QLatin1String(kind->name)}, {QStringLiteral("reference"), entry.outcome.reference},
                    {QStringLiteral("message"), entry.outcome.message}, {QStringLiteral("capture"), entry.captureReference},
                    {QStringLiteral("silent_asks"), entry.silentAsks}};
    if (entry.silentUntil)
        out.insert(QStringLiteral("silent_until"), entry.silentUntil->ms);
    return out;
}

std::optional<SandboxEntry> fromJson(const QJsonObject &json)
{
    const auto currency = Currency::fromCode(json.value(QLatin1String("currency")).toString());
    const QString name = json.value(QLatin1String("outcome")).toString();
    const auto kind = std::find_if(Kinds.begin(), Kinds.end(), [&](const KindName &k) { return name == QLatin1String(k.name); });
    if (!currency || json.value(QLatin1String("key")).toString().isEmpty() || kind == Kinds.end())
        return std::nullopt;
    SandboxEntry entry;
    entry.isRefund = json.value(QLatin1String("refund")).toBool();
    entry.amount = Money(json.value(QLatin1String("amount")).toInteger(), *currency);
    entry.outcome = {kind->kind, json.value(QLatin1String("reference")).toString(), json.value(QLatin1String("message")).toString()};
    entry.captureReference = json.value(QLatin1String("capture")).toString();
    entry.silentAsks = json.value(QLatin1String("silent_asks")).toInt();
    if (const QJsonValue until = json.value(QLatin1String("silent_until")); until.isDouble())
        entry.silentUntil = Instant{until.toInteger()};
    return entry;
}

} // namespace

Result<SandboxBooks> SandboxBooks::open(const QString &path)
{
    SandboxBooks books(path);
    QFile file(path);
    if (path.isEmpty() || !file.exists())
        return books;
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, {path, file.errorString()});
    const auto invalid = [&] {
        return fail(ErrorCode::FileInvalid, {QCoreApplication::translate("Input", "%1 does not hold the sandbox bank's books").arg(path)});
    };
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    if (!document.isArray())
        return invalid();
    const QJsonArray items = document.array();
    for (const QJsonValue item : items) {
        const auto entry = fromJson(item.toObject());
        if (!entry)
            return invalid();
        books.m_entries.emplace(item.toObject().value(QLatin1String("key")).toString(), *entry);
    }
    return books;
}

const SandboxEntry *SandboxBooks::find(const QString &key) const
{
    const auto found = m_entries.find(key);
    return found == m_entries.end() ? nullptr : &found->second;
}

bool SandboxBooks::put(const QString &key, const SandboxEntry &entry)
{
    const auto before = m_entries.find(key);
    const std::optional<SandboxEntry> old = before == m_entries.end() ? std::nullopt : std::optional(before->second);
    m_entries.insert_or_assign(key, entry);
    if (save())
        return true;
    if (old)
        m_entries.insert_or_assign(key, *old);
    else
        m_entries.erase(key);
    return false;
}

std::optional<Money> SandboxBooks::left(const QString &captureReference) const
{
    const auto captured = std::find_if(m_entries.begin(), m_entries.end(), [&](const auto &item) {
        const SandboxEntry &entry = item.second;
        return !entry.isRefund && entry.outcome.kind == GatewayOutcome::Kind::Captured && entry.outcome.reference == captureReference;
    });
    if (captured == m_entries.end())
        return std::nullopt;
    Money left = captured->second.amount;
    for (const auto &[key, entry] : m_entries)
        if (entry.isRefund && entry.outcome.kind == GatewayOutcome::Kind::Captured && entry.captureReference == captureReference)
            left -= entry.amount;
    return left;
}

Money SandboxBooks::balance(Currency currency) const
{
    Money sum = Money::zero(currency);
    for (const auto &[key, entry] : m_entries)
        if (entry.outcome.kind == GatewayOutcome::Kind::Captured && entry.amount.currency() == currency)
            sum += entry.isRefund ? -entry.amount : entry.amount;
    return sum;
}

int SandboxBooks::captures() const
{
    return int(std::count_if(m_entries.begin(), m_entries.end(), [](const auto &item) {
        return !item.second.isRefund && item.second.outcome.kind == GatewayOutcome::Kind::Captured;
    }));
}

QString SandboxBooks::nextReference() const
{
    return QStringLiteral("SB-%1").arg(m_entries.size() + 1, 6, 10, QLatin1Char('0'));
}

bool SandboxBooks::save() const
{
    if (m_path.isEmpty())
        return true;
    QJsonArray entries;
    for (const auto &[key, entry] : m_entries)
        entries.append(toJson(key, entry));
    QSaveFile file(m_path);
    return file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(entries).toJson()) > 0 && file.commit();
}

} // namespace foyer
