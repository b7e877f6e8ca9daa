// foyerctl customer: one entry for each person, a copy of what is known, that it is forgotten, and a password for who lost theirs.
#include "app/ctl/people.h"
#include "core/base/crypto.h"
#include "core/domain/inputtext.h"

#include <QtCore/QTextStream>

namespace foyer::ctl {

namespace {

Answer mergeCustomers(Call &call)
{
    if (!call.has("into"))
        return usage(translate("Ctl", "--into has to name the customer who stays."));
    const auto office = call.open();
    if (!office)
        return failed(office.error());
    const auto from = findCustomer(**office, call.argument(0));
    if (!from)
        return failed(from.error());
    const auto into = findCustomer(**office, call.value("into"));
    if (!into)
        return failed(into.error());
    const auto merged = (*office)->customerRecords().merge((*office)->system(), from->id, into->id);
    if (!merged)
        return failed(merged.error());
    return Outcome{translate("Ctl", "%1 is one with %2 now.").arg(from->name, merged->name),
                   {{QStringLiteral("customer"), merged->id.toString()}, {QStringLiteral("name"), merged->name}, {QStringLiteral("email"), merged->email},
                    {QStringLiteral("phone"), merged->phone}, {QStringLiteral("merged"), from->id.toString()}}, {}};
}

Answer exportCustomer(Call &call)
{
    const auto office = call.openReading();
    if (!office)
        return failed(office.error());
    const auto customer = findCustomer(**office, call.argument(0));
    if (!customer)
        return failed(customer.error());
    const auto known = (*office)->customerRecords().exportData((*office)->system(), customer->id);
    return known ? call.document(*known, {{QStringLiteral("customer"), customer->id.toString()}}) : failed(known.error());
}

Answer eraseCustomer(Call &call)
{
    const auto office = call.open();
    if (!office)
        return failed(office.error());
    const auto customer = findCustomer(**office, call.argument(0));
    if (!customer) { // an e-mail that nobody here has may still be waited for
        const auto forgotten = (*office)->customerRecords().forgetEmail((*office)->system(), call.argument(0));
        return forgotten ? Answer(Outcome{translate("Ctl", "Forgotten. %1 tickets waited for this e-mail; they are the buyer's again.").arg(*forgotten),
                                          {{QStringLiteral("tickets"), *forgotten}, {QStringLiteral("erased"), true}}, {}}) : failed(customer.error());
    }
    if (const auto erased = (*office)->customerRecords().erase((*office)->system(), customer->id); !erased)
        return failed(erased.error());
    return Outcome{translate("Ctl", "Forgotten. Orders and transfers keep their amounts, without a name."),
                   {{QStringLiteral("customer"), customer->id.toString()}, {QStringLiteral("erased"), true}}, {}};
}

/// The password stands on no command line, where others could read it: it is a line of standard input.
Answer giveCustomerPassword(Call &call)
{
    const auto office = call.open();
    if (!office)
        return failed(office.error());
    const auto customer = findCustomer(**office, call.argument(0));
    if (!customer)
        return failed(customer.error());
    QTextStream(stderr) << translate("Ctl", "New password: ") << Qt::flush;
    const QString password = QTextStream(stdin).readLine();
    if (!CustomerLogins::isPassword(password))
        return usage(translate("Ctl", "A password has from %1 to %2 characters.").arg(CustomerLogins::ShortestPassword).arg(CustomerLogins::LongestPassword));
    const auto set = (*office)->logins().set(customer->id, crypto::hashPin(password, crypto::PinCost::Interactive));
    if (!set)
        return failed(set.error());
    return Outcome{translate("Ctl", "%1 signs in to the web shop with this password now, and is signed out everywhere.").arg(customer->name),
                   {{QStringLiteral("customer"), customer->id.toString()}, {QStringLiteral("email"), customer->email}}, {}};
}

Verb customerVerb(const char *name, const QString &summary, QList<QCommandLineOption> options, Answer (*run)(Call &))
{
    return verbOf("customer", name, QStringLiteral("CUSTOMER"), summary, std::move(options), run);
}

} // namespace

std::vector<Verb> customerVerbs()
{
    return {customerVerb("merge", translate("Ctl", "Two entries are one person: orders and money go to the one that stays."),
                         {{QStringLiteral("into"), translate("Ctl", "Who stays."), translate("Ctl", "customer")}}, mergeCustomers),
            customerVerb("export", translate("Ctl", "Everything that is known of a person, as JSON."),
                         {{QStringLiteral("output"), translate("Ctl", "Write to this file instead of standard output."), translate("Ctl", "file")}}, exportCustomer),
            customerVerb("password", translate("Ctl", "A new password for the web shop, from standard input; it ends every session."), {}, giveCustomerPassword),
            customerVerb("erase", translate("Ctl", "Forget a person for good; a wallet with money on it keeps them."), {}, eraseCustomer)};
}

} // namespace foyer::ctl
