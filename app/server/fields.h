// Fields: the members of a JSON object, read strictly; the first fault is kept with its place.
#pragma once

#include "app/server/fault.h"
#include "core/base/money.h"

#include <QtCore/QJsonObject>
#include <QtCore/QUuid>

#include <optional>

namespace foyer::server {

/// 36 characters, in small or capital letters; any version, the null UUID too.
std::optional<QUuid> uuidFrom(QStringView text);

/// Above zero, and exact in the currency's decimals.
tl::expected<Money, Fault> amountFrom(const QString &digits, Currency currency, const QString &field);

/// Reading goes on after a fault with harmless values, so that readers need not test every step; the result is thrown away
/// when there is a fault. Unknown members are ignored; of two with one name the last counts; null counts as missing.
class Fields
{
public:
    enum class Need { Required, Optional };

    /// The body of a request. `firstFault` must outlive every Fields; it is written once.
    static Fields parse(const QByteArray &body, std::optional<Fault> *firstFault);

    bool has(const char *name) const;
    /// No NUL, no half of a surrogate pair.
    QString text(const char *name, Need need, qsizetype longest) const;
    /// A whole number of that range; 2.0 is one, 2.5 and 1e400 are not.
    qint64 whole(const char *name, Need need, qint64 least, qint64 most, qint64 otherwise = 0) const;
    QUuid uuid(const char *name, Need need = Need::Required) const;
    /// The digits of "25.50" or 25.5; what they are in a currency is told by amountFrom().
    QString decimal(const char *name) const;
    /// Empty fields when it is missing or no object.
    Fields object(const char *name) const;
    std::vector<Fields> objects(const char *name, Need need, qsizetype most) const;
    std::vector<QString> texts(const char *name, Need need, qsizetype most) const;

    /// Where a member stands: "data.attributes.quantity".
    QString path(const char *name) const;
    void refuse(const char *name, const QString &what) const;

private:
    Fields(QJsonObject object, QString prefix, std::optional<Fault> *fault)
        : m_object(std::move(object)), m_prefix(std::move(prefix)), m_fault(fault)
    {
    }
    QJsonValue value(const char *name, Need need) const;
    QString checked(const char *name, const QString &text, qsizetype longest) const;

    QJsonObject m_object;
    QString m_prefix;
    std::optional<Fault> *m_fault;
};

} // namespace foyer::server
