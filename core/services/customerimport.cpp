// The part of CustomerRecords that reads people from a file.
#include "core/domain/csv.h"
#include "core/domain/inputtext.h"
#include "core/services/customerrecords.h"
#include "core/services/customerrules.h"
#include "core/services/gifts.h"
#include "core/storage/customer_store.h"
#include "core/storage/writer.h"

#include <map>

namespace foyer {

namespace {

struct CustomerColumns {
    qsizetype name = -1;
    qsizetype email = -1;
    qsizetype phone = -1;
    qsizetype notes = -1;
};

struct PersonRow {
    int line;
    Customer person;
};

CustomerColumns columnsOf(const QStringList &heading)
{
    QStringList names;
    for (const QString &cell : heading)
        names << cell.trimmed().toLower();
    return {names.indexOf(QLatin1String("name")), names.indexOf(QLatin1String("email")), names.indexOf(QLatin1String("phone")), names.indexOf(QLatin1String("notes"))};
}

/// Every row that can be used; the others become faults.
std::vector<PersonRow> readPeople(const QByteArray &bytes, std::vector<RowFault> &faults)
{
    const CsvFile file = readCsv(bytes);
    faults = file.faults;
    if (!faults.empty())
        return {};
    if (file.rows.empty() || columnsOf(file.rows.front().cells).name < 0) {
        faults.push_back({file.rows.empty() ? 1 : file.rows.front().line, translate("Input", "the heading names no column \"name\"")});
        return {};
    }
    const CustomerColumns columns = columnsOf(file.rows.front().cells);
    std::vector<PersonRow> people;
    for (size_t i = 1; i < file.rows.size(); ++i) {
        const auto cell = [&](qsizetype column) { return column < 0 ? QString() : file.rows[i].cells.value(column); };
        const Customer person = customer_rules::trimmed({{}, cell(columns.name), cell(columns.email), cell(columns.phone), cell(columns.notes)});
        const auto good = customer_rules::check(person);
        if (good)
            people.push_back({file.rows[i].line, person});
        else
            faults.push_back({file.rows[i].line, good.error().args.value(0)});
    }
    return people;
}

/// What the person has, with what the file says over it.
Customer updatedBy(const customer_store::Row &known, const Customer &said)
{
    const auto newer = [](const QString &old, const QString &text) { return text.isEmpty() ? old : text; };
    return {known.id, said.name, newer(known.email, said.email), newer(known.phone, said.phone), newer(known.notes, said.notes)};
}

bool isSamePerson(const Customer &one, const customer_store::Row &other)
{
    return one.name == other.name && one.email == other.email && one.phone == other.phone && one.notes == other.notes;
}

/// Takes one person after the other; in a dry run it only remembers what it would have written.
class PeopleReading
{
public:
    PeopleReading(Database &db, Work *work, StaffId by) : m_db(db), m_work(work), m_by(by)
    {
        if (m_work)
            gifts::beginRegistering(*m_work);
    }

    void take(const Customer &said)
    {
        const auto known = find(said);
        if (!known)
            return add(said);
        const Customer person = updatedBy(*known, said);
        if (isSamePerson(person, *known)) {
            ++m_done.unchanged;
            return;
        }
        ++m_done.updated;
        remember(person);
        if (!m_work)
            return;
        customer_store::change(m_db, {person.id, person.name, person.email, person.phone, person.notes}, customer_rules::searchText(person));
        m_work->fact("customer.changed", JsonText().add("id", person.id));
        gifts::claim(*m_work, m_by, person.id, person.email);
    }

    const CustomerImport &done() const { return m_done; }

private:
    static QString nameOf(const Customer &person)
    {
        return person.email.isEmpty() ? person.name + u'\n' + person.phone : person.email.toLower();
    }

    void remember(const Customer &person)
    {
        m_seen[nameOf(person)] = {person.id, person.name, person.email, person.phone, person.notes};
    }

    std::optional<customer_store::Row> find(const Customer &said)
    {
        if (const auto seen = m_seen.find(nameOf(said)); seen != m_seen.end())
            return seen->second;
        return said.email.isEmpty() ? customer_store::byNameAndPhone(m_db, said.name, said.phone) : customer_store::byEmail(m_db, said.email);
    }

    void add(Customer person)
    {
        ++m_done.added;
        if (m_work) {
            person.id = m_work->ids().make<CustomerId>();
            customer_store::add(m_db, {person.id, person.name, person.email, person.phone, person.notes}, customer_rules::searchText(person), m_work->now());
            m_work->fact("customer.added", JsonText().add("id", person.id));
            gifts::claim(*m_work, m_by, person.id, person.email);
        }
        remember(person);
    }

    Database &m_db;
    Work *m_work; ///< null in a dry run
    StaffId m_by;
    CustomerImport m_done;
    std::map<QString, customer_store::Row> m_seen; ///< of this file
};

} // namespace

Result<CustomerImport> CustomerRecords::importCsv(const Actor &actor, const QByteArray &bytes, bool dryRun)
{
    if (const auto allowed = require(actor, Permission::ManageCustomers); !allowed)
        return fail(allowed.error());
    CustomerImport done;
    const std::vector<PersonRow> people = readPeople(bytes, done.faults);
    if (!done.isClean())
        return done;
    const auto takeAll = [&](Database &db, Work *work) {
        PeopleReading reading(db, work, actor.staff);
        for (const PersonRow &row : people)
            reading.take(row.person);
        return reading.done();
    };
    if (dryRun)
        return m_writer.read([&](Database &db) { return takeAll(db, nullptr); });
    return m_writer.write([&](Work &work) { return takeAll(work.db(), &work); });
}

} // namespace foyer
