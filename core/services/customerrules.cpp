#include "core/services/customerrules.h"

#include "core/domain/inputtext.h"

#include <algorithm>

namespace foyer::customer_rules {

namespace {

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

bool isOneLine(const QString &text)
{
    return std::none_of(text.begin(), text.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
}

} // namespace

bool isEmail(const QString &text)
{
    const qsizetype at = text.indexOf(u'@');
    return at > 0 && at == text.lastIndexOf(u'@') && text.indexOf(u'.', at) > at + 1 && !text.endsWith(u'.')
        && std::none_of(text.begin(), text.end(), [](QChar c) { return c.isSpace(); });
}

Customer trimmed(const Customer &customer)
{
    return {customer.id, customer.name.trimmed(), customer.email.trimmed(), customer.phone.trimmed(), customer.notes.trimmed()};
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
    if (customer.notes.size() > Customers::MaxNotesLength)
        return fail(ErrorCode::InvalidInput, {translate("Input", "the notes have more than %1 letters").arg(Customers::MaxNotesLength)});
    return {};
}

/// Words with blanks between them.
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
            parts.push_back(word);
    return parts;
}

} // namespace foyer::customer_rules
