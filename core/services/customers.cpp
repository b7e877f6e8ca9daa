#include "core/services/customers.h"

#include "core/domain/inputtext.h"
#include "core/services/livereservation.h"
#include "core/storage/customer_store.h"
#include "core/storage/reservation_store.h"
#include "core/storage/writer.h"

#include <algorithm>

namespace foyer {

namespace {

constexpr qsizetype MaxEmailLength = 254;
constexpr qsizetype MaxPhoneLength = 40;
constexpr int MinPhoneDigits = 3;
constexpr size_t MaxParts = 3; ///< further words hardly narrow a search

QString digitsOf(const QString &text)
{
    QString digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits), [](QChar c) { return c.isDigit(); });
    return digits;
}

bool looksLikePhone(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.isDigit() || QStringLiteral(" +-/().").contains(c); });
}

/// Without accents and capitals.
QString folded(const QString &text)
{
    QString plain;
    for (const QChar c : text.toCaseFolded().normalized(QString::NormalizationForm_KD)) {
        if (c == QChar(0xdf))
            plain += QLatin1String("ss");
        else if (c.category() != QChar::Mark_NonSpacing)
            plain += c;
    }
    return plain.simplified();
}

/// A blank stands before every word, so that a search for its beginning can ask for it.
QString searchText(const Customer &customer)
{
    return u' ' + folded(customer.name) + u' ' + folded(customer.email) + u' ' + digitsOf(customer.phone);
}

std::vector<QString> partsOf(const QString &typed)
{
    if (looksLikePhone(typed))
        return {digitsOf(typed)};
    std::vector<QString> parts;
    for (const QString &word : folded(typed).split(u' ', Qt::SkipEmptyParts))
        if (parts.size() < MaxParts)
            parts.push_back(u' ' + word);
    return parts;
}

bool isOneLine(const QString &text)
{
    return std::none_of(text.begin(), text.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
}

bool isEmail(const QString &text)
{
    const qsizetype at = text.indexOf(u'@');
    return at > 0 && at == text.lastIndexOf(u'@') && text.indexOf(u'.', at) > at + 1 && !text.endsWith(u'.')
        && std::none_of(text.begin(), text.end(), [](QChar c) { return c.isSpace(); });
}

Result<void> check(const Customer &customer)
{
    if (customer.name.isEmpty() || customer.name.size() > Customers::MaxNameLength || !isOneLine(customer.name))
        return fail(ErrorCode::InvalidInput, {translate("Input", "a name has one line and up to %1 letters").arg(Customers::MaxNameLength)});
    if (!customer.email.isEmpty() && (customer.email.size() > MaxEmailLength || !isEmail(customer.email)))
        return fail(ErrorCode::InvalidInput, {translate("Input", "\"%1\" is no e-mail address").arg(customer.email.left(60))});
    if (!customer.phone.isEmpty()
        && (customer.phone.size() > MaxPhoneLength || !looksLikePhone(customer.phone) || digitsOf(customer.phone).size() < MinPhoneDigits))
        return fail(ErrorCode::InvalidInput, {translate("Input", "\"%1\" is no phone number").arg(customer.phone.left(60))});
    return {};
}

Customer fromRow(const customer_store::Row &row)
{
    return {row.id, row.name, row.email, row.phone};
}

tl::unexpected<Error> nobody()
{
    return fail(ErrorCode::NotFound, {translate("Input", "this customer")});
}

} // namespace

Result<Customer> Customers::add(const Actor &actor, const Customer &asked)
{
    if (const auto allowed = require(actor, Permission::Sell); !allowed)
        return fail(allowed.error());
    Customer customer{{}, asked.name.trimmed(), asked.email.trimmed(), asked.phone.trimmed()};
    if (const auto good = check(customer); !good)
        return fail(good.error());
    return m_writer.write([&](Work &work) -> Result<Customer> {
        customer.id = work.ids().make<CustomerId>();
        customer_store::add(work.db(), {customer.id, customer.name, customer.email, customer.phone}, searchText(customer), work.now());
        work.fact("customer.added", {{QStringLiteral("id"), customer.id.toString()}, {QStringLiteral("by"), actor.staff.toString()}});
        return customer;
    });
}

Result<std::vector<Customer>> Customers::find(const QString &typed)
{
    const auto parts = partsOf(typed.left(MaxNameLength).trimmed());
    if (parts.empty() || parts.front().trimmed().isEmpty())
        return std::vector<Customer>();
    return m_writer.read([&](Database &db) {
        std::vector<Customer> found;
        for (const auto &row : customer_store::find(db, parts, MaxListed))
            found.push_back(fromRow(row));
        return found;
    });
}

Result<Customer> Customers::get(CustomerId id)
{
    return m_writer.read([&](Database &db) -> Result<Customer> {
        const auto found = customer_store::get(db, id);
        if (!found)
            return nobody();
        return fromRow(*found);
    });
}

Result<void> Customers::assign(const Actor &actor, ReservationId cart, CustomerId customer)
{
    if (const auto allowed = require(actor, Permission::Sell); !allowed)
        return allowed;
    return m_writer.write([&](Work &work) -> Result<void> {
        const auto reservation = lockActive(work, cart);
        if (!reservation)
            return fail(reservation.error());
        if (!customer.isNull() && !customer_store::get(work.db(), customer))
            return nobody();
        reservation_store::setCustomer(work.db(), cart, customer);
        QJsonObject fact = aboutReservation(cart, actor);
        fact.insert(QStringLiteral("customer"), customer.isNull() ? QJsonValue() : QJsonValue(customer.toString()));
        work.fact("cart.customer", fact);
        return {};
    });
}

} // namespace foyer
