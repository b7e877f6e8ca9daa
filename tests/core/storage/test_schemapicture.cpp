// The picture of the schema in resources/ shows the schema as it is.
#include "core/storage/database.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testmain.h"

#include <QtCore/QFile>
#include <QtCore/QXmlStreamReader>

using namespace foyer;

namespace {

using Columns = QMap<QString, QStringList>; ///< by table

/// Every box of the picture has its table's name as title and as first text; the columns follow.
Columns columnsOfPicture(const QByteArray &svg)
{
    Columns columns;
    QString table;
    bool isNode = false;
    for (QXmlStreamReader xml(svg); !xml.atEnd();) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"g")
            isNode = xml.attributes().value(QLatin1String("class")) == u"node";
        else if (isNode && xml.name() == u"title")
            table = xml.readElementText();
        else if (isNode && xml.name() == u"text")
            columns[table] << xml.readElementText().trimmed();
    }
    for (auto it = columns.begin(); it != columns.end();)
        it = it->takeFirst() == it.key() ? std::next(it) : columns.erase(it); // headings are no tables
    return columns;
}

Columns columnsOfSchema(Database &db)
{
    Columns columns;
    for (const Row &row : db.run("SELECT t.name, c.name FROM sqlite_schema t, pragma_table_info(t.name) c"
                                 " WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' ORDER BY t.name, c.cid"))
        columns[row.text(0)] << row.text(1);
    return columns;
}

} // namespace

class SchemaPictureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsEveryTableAndColumn()
    {
        QFile file(QStringLiteral(FOYER_SOURCE_DIR "/resources/schema.svg"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const Columns drawn = columnsOfPicture(file.readAll());
        test::TestDatabase box(QStringLiteral("sqlite"));
        const Columns real = columnsOfSchema(*box.administrator());
        QVERIFY(real.contains(QStringLiteral("ticket")));
        for (auto it = real.cbegin(); it != real.cend(); ++it)
            QVERIFY2(drawn.value(it.key()) == *it,
                     qPrintable(it.key() + QStringLiteral(" has changed; run resources/schema-picture.sh")));
        QCOMPARE(drawn.keys(), real.keys());
    }

    void noticesATableThatIsMissing()
    {
        const QByteArray svg = "<svg><g class=\"node\"><title>a</title><text>a</text><text>id</text></g>"
                               "<g class=\"node\"><title>part1</title><text>Who</text></g>"
                               "<g class=\"edge\"><title>a->b</title></g></svg>";
        QCOMPARE(columnsOfPicture(svg), (Columns{{QStringLiteral("a"), {QStringLiteral("id")}}}));
    }
};

FOYER_TEST(SchemaPictureTest, "schemapicture")
#include "test_schemapicture.moc"
