// What JsonText writes is what QJsonDocument reads.
#include "core/base/jsontext.h"
#include "tests/support/testmain.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

using namespace foyer;

class TestJsonText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTextIsReadBackAsItWas_data();
    void everyTextIsReadBackAsItWas();
    void numbersIdsAndListsKeepTheirPlaces();
    void objectsAreAddedWhole();
    void nothingIsAnEmptyObjectAndAnEmptyList();
};

void TestJsonText::everyTextIsReadBackAsItWas_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << QStringLiteral("Hamlet");
    QTest::newRow("empty") << QString();
    QTest::newRow("quotes and backslashes") << QStringLiteral("\"C:\\new\" \\\"");
    QTest::newRow("control characters") << QString::fromUtf8(QByteArray("a\tb\nc\x01\x1f"));
    QTest::newRow("every script") << QStringLiteral("Großes Haus, 오페라, \U0001F3AD");
}

void TestJsonText::everyTextIsReadBackAsItWas()
{
    QFETCH(QString, text);
    const QJsonDocument read = QJsonDocument::fromJson(JsonText().add("name", text).text());
    QCOMPARE(read.object().value(QStringLiteral("name")).toString(), text);
    QCOMPARE(read.object().size(), 1);
}

void TestJsonText::numbersIdsAndListsKeepTheirPlaces()
{
    const TicketId id(QUuid(QStringLiteral("{01a1fe62-f509-7000-9aaa-1bd020010837}")));
    JsonTexts lines;
    lines.append(JsonText().add("n", 1));
    lines.append(JsonText().add("n", std::numeric_limits<qint64>::min()));
    const QJsonObject read = QJsonDocument::fromJson(JsonText().add("ticket", id).add("lines", lines).text()).object();
    QCOMPARE(read.value(QStringLiteral("ticket")).toString(), id.toString());
    const QJsonArray list = read.value(QStringLiteral("lines")).toArray();
    QCOMPARE(list.size(), 2);
    QCOMPARE(list.at(1).toObject().value(QStringLiteral("n")).toInteger(), std::numeric_limits<qint64>::min());
}

void TestJsonText::objectsAreAddedWhole()
{
    QCOMPARE(JsonText().add("a", 1).addAll("{\"b\":2,\"c\":3}").addAll("{}").add("d", 4).text(), QByteArray("{\"a\":1,\"b\":2,\"c\":3,\"d\":4}"));
    QCOMPARE(JsonText().addAll("{\"b\":2}").text(), QByteArray("{\"b\":2}"));
}

void TestJsonText::nothingIsAnEmptyObjectAndAnEmptyList()
{
    QCOMPARE(JsonText().text(), QByteArray("{}"));
    QCOMPARE(JsonTexts().text(), QByteArray("[]"));
}

FOYER_TEST(TestJsonText, "jsontext")
#include "test_jsontext.moc"
