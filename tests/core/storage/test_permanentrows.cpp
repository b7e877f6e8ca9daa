// What a record names is there, and stays: by foreign keys on SQLite, by one look a statement on PostgreSQL.
#include "core/storage/database.h"
#include "core/storage/storageerror.h"
#include "tests/support/builders.h"
#include "tests/support/testmain.h"

using namespace foyer;
using namespace foyer::test;

namespace {

struct Named {
    const char *table;
    const char *column;
    const char *value = ""; ///< of nothing that is there; empty: an id
    const char *also = "";  ///< what such a row has besides: "column=value,…"
};

constexpr Named EveryName[] = {
    {"reservation", "terminal_id"}, {"reservation", "staff_id"}, {"reservation_line", "reservation_id"}, {"reservation_line", "event_id"},
    {"reservation_line", "ticket_type_id"}, {"reservation_line", "price_level_id"}, {"reservation_line", "allotment_id"},
    {"ticket", "event_id"}, {"ticket", "ticket_type_id"}, {"ticket", "issuer", "77"}, {"orders", "terminal_id"}, {"orders", "staff_id"},
    {"orders", "shift_id"}, {"orders", "drawer_shift_id"}, {"order_line", "order_id"}, {"order_line", "ticket_id"}, {"order_line", "event_id"},
    {"order_line", "ticket_type_id"}, {"order_line", "price_level_id"}, {"order_line", "allotment_id"}, {"order_line", "refunds"},
    {"orders", "reservation_id"}, {"orders", "refers_to"}, {"orders", "exchange_id", "", "kind='refund'"}, {"payment", "reservation_id"}, {"payment", "wallet_id", "", "tender='wallet',given=NULL"},
    {"payment", "terminal_id"}, {"payment", "shift_id"}, {"transfer", "debit_id"}, {"transfer", "credit_id"}, {"transfer", "currency", "'USD'"},
    {"transfer", "reservation_id"}, {"transfer", "payment_id"}, {"reservation_line", "seat_id", "", "allotment_id=NULL,quantity=1"}, {"ticket", "seat_id"}, {"claim", "event_id"},
    {"claim", "seat_id"}, {"claim", "ticket_type_id"},
};

/// What a copy of a row has to have of its own.
const QHash<QString, QHash<QString, QString>> OfItsOwn{
    {QStringLiteral("orders"), {{QStringLiteral("number"), QStringLiteral("'X-1'")}, {QStringLiteral("counter"), QStringLiteral("999")},
                                {QStringLiteral("reservation_id"), QStringLiteral("NULL")}}},
    {QStringLiteral("ticket"), {{QStringLiteral("number"), QStringLiteral("'0123456789'")}}},
    {QStringLiteral("payment"), {{QStringLiteral("key"), QStringLiteral("'another'")}}},
    {QStringLiteral("claim"), {{QStringLiteral("seat_id"), QStringLiteral("(SELECT s.id FROM seat s WHERE s.id NOT IN (SELECT c.seat_id FROM claim c) ORDER BY s.id LIMIT 1)")}}},
};

class SoldHouse
{
public:
    explicit SoldHouse(const QString &database) : m_box(database)
    {
        auto office = m_box.open();
        const Event event = anEvent(*office).withGeneral(QStringLiteral("Standing"), 10, 1500).withSeats(1, 3).add();
        sell(*office, {places(event, 0, 2), seat(event, 1, seatsOf(*office, event)[0].id)});
        office.reset();
        db = m_box.administrator();
    }

    QString anId() const
    {
        const QString hex = QUuid::createUuid().toString(QUuid::Id128);
        return db->isPostgres() ? QStringLiteral("'%1'::uuid").arg(hex) : QStringLiteral("x'%1'").arg(hex);
    }

    /// Enters a row of the table again, with these columns changed.
    void copy(const QString &table, const QHash<QString, QString> &changed)
    {
        QStringList names;
        const QString columns = db->isPostgres() ? QStringLiteral("SELECT column_name FROM information_schema.columns WHERE table_name = '%1'").arg(table)
                                                 : QStringLiteral("SELECT name FROM pragma_table_info('%1')").arg(table);
        for (const Row &row : db->read(columns))
            names << row.text(0);
        QStringList values;
        for (const QString &name : names)
            values << changed.value(name, name == QLatin1String("id") ? anId() : OfItsOwn.value(table).value(name, name));
        db->execute(QStringLiteral("INSERT INTO %1 (%2) SELECT %3 FROM %1 WHERE %4 LIMIT 1").arg(table, names.join(u','), values.join(u','), aPlainRow(table)));
    }

    /// Of general places where there is a choice.
    static QString aPlainRow(const QString &table)
    {
        return table == QLatin1String("reservation_line") || table == QLatin1String("order_line") ? QStringLiteral("allotment_id IS NOT NULL")
            : table == QLatin1String("ticket")                                                   ? QStringLiteral("seat_id IS NULL")
                                                                                                  : QStringLiteral("true");
    }

    std::optional<StorageError::Kind> refusalOf(const std::function<void()> &change)
    {
        Transaction undone(*db);
        try {
            change();
        } catch (const StorageError &error) {
            return error.kind();
        }
        return std::nullopt;
    }

    std::unique_ptr<Database> db;

private:
    TestDatabase m_box;
};

} // namespace

class PermanentRowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatARecordNamesIsThere_data() { bothDatabases(); }
    void whatARecordNamesIsThere()
    {
        QFETCH(QString, database);
        SoldHouse house(database);
        for (const Named &name : EveryName) {
            const QString table = QString::fromLatin1(name.table);
            const QString column = QString::fromLatin1(name.column);
            QHash<QString, QString> changed;
            for (const QString &also : QString::fromLatin1(name.also).split(u',', Qt::SkipEmptyParts))
                changed.insert(also.section(u'=', 0, 0), also.section(u'=', 1));
            changed.insert(column, *name.value ? QString::fromLatin1(name.value) : house.anId());
            const auto whole = house.refusalOf([&] { house.copy(table, {}); });
            QVERIFY2(!whole, qPrintable(QStringLiteral("a whole row of %1 is refused: %2").arg(table).arg(int(*whole))));
            const auto refused = house.refusalOf([&] { house.copy(table, changed); });
            QVERIFY2(refused == StorageError::Kind::ForeignKey, qPrintable(table + u'.' + column));
        }
    }

    void whatIsChangedToNamesWhatIsThere_data() { bothDatabases(); }
    void whatIsChangedToNamesWhatIsThere()
    {
        QFETCH(QString, database);
        SoldHouse house(database);
        for (const auto &[table, column] : {std::pair("reservation", "terminal_id"), std::pair("reservation", "staff_id"), std::pair("reservation_line", "price_level_id")}) {
            const QString change = QStringLiteral("UPDATE %1 SET %2 = ").arg(QLatin1String(table), QLatin1String(column));
            QVERIFY2(!house.refusalOf([&, c = column] { house.db->execute(change + QLatin1String(c)); }), table);
            QVERIFY2(house.refusalOf([&] { house.db->execute(change + house.anId()); }) == StorageError::Kind::ForeignKey, column);
        }
    }

    void whatRecordsNameStays_data() { bothDatabases(); }
    void whatRecordsNameStays()
    {
        QFETCH(QString, database);
        SoldHouse house(database);
        for (const char *table : {"terminal", "event", "ticket_type", "price_level", "allotment", "reservation", "ticket"}) {
            QVERIFY2(house.refusalOf([&] { house.db->execute(QStringLiteral("DELETE FROM %1").arg(QLatin1String(table))); }), table);
            const QString change = QStringLiteral("UPDATE %1 SET id = %2").arg(QLatin1String(table), house.anId());
            QVERIFY2(house.refusalOf([&] { house.db->execute(change); }), table);
        }
    }
};

FOYER_TEST(PermanentRowsTest, "permanentrows")
#include "test_permanentrows.moc"
