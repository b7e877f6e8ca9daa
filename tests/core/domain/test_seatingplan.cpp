#include "core/domain/seatingplan.h"
#include "tests/support/testmain.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

using namespace foyer;

namespace {

/// Two zones; every kind of key once. Tests replace one piece of it.
const QByteArray Sound = R"({
  "name": "House", "size": {"width": 640, "height": 480}, "house_style": {"font": ["a", 1]},
  "categories": [{"name": "Stalls", "color": "#CC79A7"}, {"name": "Circle"}],
  "zones": [
    {"name": "Left", "zone_id": "l", "uuid": "u1", "position": {"x": 10, "y": 20.5}, "rows": [
      {"row_number": "A", "row_label": "Row %s", "position": {"x": 5, "y": 1}, "row_number_position": "both", "seats": [
        {"seat_guid": "g1", "seat_number": "1", "position": {"x": 0, "y": 0}, "category": "Stalls", "radius": 8},
        {"seat_guid": "g2", "seat_number": "2", "position": {"x": 25, "y": 0}, "category": "Circle", "accessible": true,
         "start_direction": "<>", "my_key": null}
      ]},
      {"row_number": "B", "row_number_position": null, "number_of_seats": 1, "seats_spacing": 25, "seats": [
        {"seat_guid": "g3", "seat_number": "1", "position": {"x": 0, "y": 30}, "category": "Stalls"}
      ]}
    ]},
    {"position": {"x": 100, "y": 0}, "rows": [], "areas": [
      {"shape": "polygon", "polygon": {"points": [{"x": 0, "y": 0}, {"x": 9, "y": 0}, {"x": 9, "y": 9}]},
       "position": {"x": 1, "y": 2}, "rotation": 45, "color": "#abc", "border_color": "#000000",
       "text": {"text": "Stage", "color": "#111111", "position": {"x": 3, "y": 4}}},
      {"shape": "ellipse", "ellipse": {"radius": {"x": 30, "y": 20}}, "position": {"x": 0, "y": 0}},
      {"shape": "circle", "circle": {"radius": 7}, "position": {"x": 0, "y": 0}, "text": {"text": "Bar", "size": 11}},
      {"shape": "text", "text": {"text": "Exit"}, "position": {"x": 0, "y": 0}},
      {"shape": "rectangle", "rectangle": {"width": 50, "height": 60}, "position": {"x": 0, "y": 0}},
      {"shape": "heart", "position": {"x": 0, "y": 0}}
    ]}
  ]
})";

/// JSON with ' for ", which reads better inside C++.
QByteArray quoted(QByteArray text)
{
    return text.replace('\'', '"');
}

QByteArray with(const QByteArray &piece, const QByteArray &instead)
{
    QByteArray json = Sound;
    if (!json.contains(piece))
        qFatal("the sound plan does not hold %s", piece.constData());
    return json.replace(json.indexOf(piece), piece.size(), instead);
}

QString faultOf(const QByteArray &json)
{
    const auto plan = SeatingPlan::fromJson(json);
    if (plan)
        return QStringLiteral("no fault");
    return plan.error().code == ErrorCode::FileInvalid ? plan.error().args.value(0) : QStringLiteral("another error");
}

/// `rows` rows of a hundred seats.
QByteArray bigPlan(int rows)
{
    QByteArray json = "{'name': 'Big', 'categories': [{'name': 'C'}], 'zones': [{'position': {'x': 0, 'y': 0}, 'rows': [";
    for (int row = 0; row < rows; ++row) {
        const QString seat = QStringLiteral(
            "{'seat_guid': '%1-%2', 'seat_number': '%2', 'position': {'x': %2, 'y': %1}, 'category': 'C', 'uuid': 'u'}");
        QStringList seats;
        for (int number = 0; number < 100; ++number)
            seats.append(seat.arg(row).arg(number));
        const QString whole = QStringLiteral("{'row_number': '%1', 'seats': [%2]}").arg(QString::number(row), seats.join(u','));
        json += (row > 0 ? "," : "") + whole.toUtf8();
    }
    return quoted(json + "]}]}");
}

} // namespace

class SeatingPlanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsSeatsWithTheirPlaceAndCategory()
    {
        const auto plan = SeatingPlan::fromJson(Sound);
        QVERIFY2(plan, plan ? "" : qPrintable(plan.error().args.join(u' ')));
        QCOMPARE(plan->name, QStringLiteral("House"));
        QCOMPARE(plan->width, 640.0);
        QCOMPARE(plan->height, 480.0);
        QCOMPARE(plan->categories.size(), size_t(2));
        QCOMPARE(plan->categories[0].color, QStringLiteral("#cc79a7"));
        QCOMPARE(plan->categories[1].color, QString());
        QCOMPARE(plan->seats.size(), size_t(3));
        const PlanSeat &second = plan->seats[1];
        QCOMPARE(second.guid, QStringLiteral("g2"));
        QCOMPARE(second.label.toString(), QStringLiteral("Left/A/2"));
        QCOMPARE(second.category, QStringLiteral("Circle"));
        QCOMPARE(second.position.x, 40.0);
        QCOMPARE(second.position.y, 21.5);
        QCOMPARE(second.radius, 10.0);
        QVERIFY(second.accessible);
        QCOMPARE(plan->seats[0].radius, 8.0);
        QVERIFY(!plan->seats[0].accessible);
        QCOMPARE(plan->seats[2].position.x, 10.0);
    }

    void placesRowLabelsBeyondTheEndsOfTheirRow()
    {
        const auto plan = SeatingPlan::fromJson(Sound);
        QVERIFY(plan);
        QCOMPARE(plan->rowLabels.size(), size_t(2));
        QCOMPARE(plan->rowLabels[0].text, QStringLiteral("A"));
        QVERIFY(plan->rowLabels[0].position.x < 15 - 8);
        QVERIFY(plan->rowLabels[1].position.x > 40 + 10);
        QCOMPARE(plan->rowLabels[1].position.y, 21.5);
        const auto alone = SeatingPlan::fromJson(with(quoted("'row_number_position': null"), quoted("'row_number_position': 'start'")));
        QVERIFY(alone);
        QCOMPARE(alone->rowLabels.size(), size_t(3));
        QVERIFY(alone->rowLabels[2].position.x < 0);
    }

    void readsEveryShape()
    {
        const auto plan = SeatingPlan::fromJson(Sound);
        QVERIFY(plan);
        QCOMPARE(plan->areas.size(), size_t(5));
        const PlanArea &stage = plan->areas[0];
        QCOMPARE(stage.shape, PlanArea::Shape::Polygon);
        QCOMPARE(stage.points.size(), size_t(3));
        QCOMPARE(stage.position.x, 101.0);
        QCOMPARE(stage.rotation, 45.0);
        QCOMPARE(stage.color, QStringLiteral("#aabbcc"));
        QCOMPARE(stage.borderColor, QStringLiteral("#000000"));
        QCOMPARE(stage.text->text, QStringLiteral("Stage"));
        QCOMPARE(stage.text->size, 16.0);
        QCOMPARE(stage.text->position.y, 4.0);
        QCOMPARE(plan->areas[1].radiusX, 30.0);
        QCOMPARE(plan->areas[1].radiusY, 20.0);
        QCOMPARE(plan->areas[2].radiusY, 7.0);
        QCOMPARE(plan->areas[2].text->size, 11.0);
        QCOMPARE(plan->areas[3].shape, PlanArea::Shape::Text);
        QCOMPARE(plan->areas[4].width, 50.0);
        QVERIFY(!plan->areas[4].text);
    }

    void readsOldAreasAndDerivesTheSize()
    {
        QByteArray old = with(quoted("'size': {'width': 640, 'height': 480}, "), "");
        const QByteArray now = quoted("{'shape': 'rectangle', 'rectangle': {'width': 50, 'height': 60}, 'position': {'x': 0, 'y': 0}}");
        QVERIFY(old.contains(now));
        old.replace(now, quoted("{'width': 500, 'height': 60, 'position': {'x': 0, 'y': 0}, 'text': 'Stage'}"));
        const auto plan = SeatingPlan::fromJson(old);
        QVERIFY2(plan, plan ? "" : qPrintable(plan.error().args.join(u' ')));
        const PlanArea &area = plan->areas.back();
        QCOMPARE(area.shape, PlanArea::Shape::Rectangle);
        QCOMPARE(area.width, 500.0);
        QCOMPARE(area.text->text, QStringLiteral("Stage"));
        QCOMPARE(area.text->position.x, 250.0);
        QCOMPARE(plan->width, 620.0);
        QCOMPARE(plan->height, 80.5);
    }

    void derivesNamesThatAreMissing()
    {
        const QByteArray seat = quoted("{'seat_guid': 'g9', 'seat_number': '', 'position': {'x': 0, 'y': 0}, 'category': 'Circle'}");
        QByteArray json = with(quoted("'rows': [], "), quoted("'rows': [{'row_number': ' ', 'seats': [") + seat + "]}], ");
        auto plan = SeatingPlan::fromJson(json);
        QVERIFY(plan);
        QCOMPARE(plan->seats.back().label.toString(), QStringLiteral("Zone 2/1/1"));
        plan = SeatingPlan::fromJson(json.replace("\"Left\"", "\"Zone 2\""));
        QVERIFY(plan);
        QCOMPARE(plan->seats.back().label.zone, QStringLiteral("Zone 3"));
    }

    void keepsTheFileWithItsUnknownKeys()
    {
        const auto plan = SeatingPlan::fromJson(Sound);
        QVERIFY(plan);
        QCOMPARE(plan->document, Sound);
        QVERIFY(QJsonDocument::fromJson(plan->document).object().contains(QStringLiteral("house_style")));
        const auto again = SeatingPlan::fromJson(plan->document);
        QVERIFY(again);
        QCOMPARE(again->seats.size(), plan->seats.size());
    }

    void allowsAPlanWithoutSeats()
    {
        const auto plan = SeatingPlan::fromJson(quoted("{'name': 'Empty', 'categories': [], 'zones': []}"));
        QVERIFY(plan);
        QVERIFY(plan->seats.empty());
        QVERIFY(plan->width > 0);
        QVERIFY(SeatingPlan::fromJson("\xef\xbb\xbf" + Sound));
    }

    void refusesWithThePathOfTheFirstFault_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("fault");
        const auto row = [](const char *name, const QByteArray &json, const char *fault) {
            QTest::newRow(name) << json << QString::fromUtf8(fault);
        };
        const QByteArray deep = "{\"a\": " + QByteArray(5000, '[') + QByteArray(5000, ']') + "}";

        row("empty file", "", "line 1, column 1: illegal value");
        row("cut off", Sound.left(Sound.size() / 2), "line 1");
        row("no JSON", "PK\3\4", "line 1, column 2: illegal value");
        row("broken UTF-8", with("House", "H\xff"), "line 2, ");
        row("a list", "[]", "line 1, column 1: a seating plan is one JSON object");
        row("nested to exhaust", deep, "line 1, column 70: nested more than 64 levels deep");
        row("brackets that never close", QByteArray(1'000'000, '['), "line 1, column 65: nested");
        row("number beyond all doubles", with("20.5", "1e999"), "line 5, ");
        row("NaN", with("20.5", "NaN"), "line 5, ");

        row("no name", with(quoted("'name': 'House', "), ""), "name: is missing");
        row("blank name", with("\"House\"", "\"  \""), "name: is empty");
        row("name of a wrong type", with("\"House\"", "7"), "name: must be a text");
        row("no categories", with("\"categories\"", "\"cats\""), "categories: is missing");
        row("categories no list", with(quoted("[{'name': 'Stalls', 'color': '#CC79A7'}, {'name': 'Circle'}]"), "{}"),
            "categories: must be a list");
        row("category no object", with(quoted("{'name': 'Circle'}"), "\"Circle\""), "categories[1]: must be an object");
        row("category without a name", with(quoted("{'name': 'Circle'}"), "{}"), "categories[1].name: is missing");
        row("category twice", with(quoted("{'name': 'Circle'}"), quoted("{'name': 'Stalls'}")),
            "categories[1].name: \"Stalls\" is the name of another category too");
        row("colour of a wrong type", with("\"#CC79A7\"", "[1]"), "categories[0].color: must be a text");
        row("no zones", with("\"zones\"", "\"zone\""), "zones: is missing");
        row("zone no object", with("\"zones\": [", "\"zones\": [null, "), "zones[0]: must be an object");
        row("zone without a position", with(quoted("'position': {'x': 100, 'y': 0}, "), ""), "zones[1].position: is missing");
        row("zone without rows", with(quoted("'rows': [], "), ""), "zones[1].rows: is missing");
        row("half a position", with(quoted("{'x': 100, 'y': 0}"), quoted("{'x': 100}")), "zones[1].position.y: is missing");
        row("coordinate as a text", with("20.5", "\"20.5\""), "zones[0].position.y: must be a number");
        row("huge coordinate", with("20.5", "1e300"), "zones[0].position.y: must lie between -1000000 and 1000000");
        row("zone name of a wrong type", with("\"Left\"", "1"), "zones[0].name: must be a text");
        row("NUL in a name", with("\"Left\"", "\"Le\\u0000ft\""), "zones[0].name: holds a control character");
        row("endless name", with("Left", QByteArray(101, 'x')), "zones[0].name: is longer than 100 characters");
        row("no row number", with(quoted("'row_number': 'A', "), ""), "zones[0].rows[0].row_number: is missing");
        row("row number as a number", with("\"A\"", "1"), "zones[0].rows[0].row_number: must be a text");
        row("row without seats", with(quoted("'seats_spacing': 25, 'seats'"), quoted("'seats_spacing': 25, 'chairs'")),
            "zones[0].rows[1].seats: is missing");
        row("row label position of a wrong type", with("\"both\"", "2"),
            "zones[0].rows[0].row_number_position: must be a text");

        const auto seat = [](const char *name, const QByteArray &piece, const QByteArray &instead, const char *fault) {
            QTest::newRow(name) << with(piece, instead)
                                << QStringLiteral("zones[0].rows[0].seats[1].") + QString::fromUtf8(fault);
        };
        seat("no guid", quoted("'seat_guid': 'g2', "), "", "seat_guid: is missing");
        seat("null guid", "\"g2\"", "null", "seat_guid: is missing");
        seat("empty guid", "\"g2\"", "\"\"", "seat_guid: is empty");
        seat("repeated guid", "\"g2\"", "\"g1\"", "seat_guid: \"g1\" is the guid of another seat too");
        seat("no seat number", quoted("'seat_number': '2', "), "", "seat_number: is missing");
        seat("no seat position", quoted("'position': {'x': 25, 'y': 0}, "), "", "position: is missing");
        seat("seat position no object", quoted("{'x': 25, 'y': 0}"), "[25, 0]", "position: must be an object");
        seat("no seat category", quoted("'category': 'Circle', "), "", "category: is missing");
        seat("unknown category", quoted("'category': 'Circle'"), quoted("'category': 'Stals'"),
             "category: \"Stals\" is not a category of this plan");
        seat("repeated label", quoted("'seat_number': '2'"), quoted("'seat_number': ' 1'"),
             "seat_number: there is another seat Left A-1");
        seat("accessible of a wrong type", "true", "\"yes\"", "accessible: must be true or false");
        row("radius of nothing", with(quoted("'radius': 8"), quoted("'radius': 0")),
            "zones[0].rows[0].seats[0].radius: must lie between 0.1 and 10000");
        row("guid repeated across rows", with("\"g3\"", "\"g1\""), "zones[0].rows[1].seats[0].seat_guid: \"g1\" is");

        row("area without a shape", with(quoted("'shape': 'text', "), ""), "zones[1].areas[3].shape: is missing");
        row("polygon without points", with("\"points\"", "\"dots\""), "zones[1].areas[0].polygon.points: is missing");
        row("point without y", with(quoted("{'x': 9, 'y': 0}"), quoted("{'x': 9}")), "zones[1].areas[0].polygon.points[1].y: is missing");
        row("ellipse without a radius", with(quoted("{'radius': {'x': 30, 'y': 20}}"), "{}"),
            "zones[1].areas[1].ellipse.radius: is missing");
        row("circle without its measure", with(quoted("'circle': {'radius': 7}, "), ""), "zones[1].areas[2].circle: is missing");
        row("negative width", with(quoted("'width': 50"), quoted("'width': -50")), "zones[1].areas[4].rectangle.width: must lie between");
        row("rotation of a wrong type", with("45", "true"), "zones[1].areas[0].rotation: must be a number");
        row("text of a wrong type", with(quoted("{'text': 'Exit'}"), "[]"), "zones[1].areas[3].text: must be an object");
        row("size without height", with(quoted(", 'height': 480"), ""), "size.height: is missing");
        row("size of nothing", with("640", "0"), "size.width: must lie between 1 and");
        row("too many seats", bigPlan(2001), "zones[0].rows[2000].seats[0]: a plan has at most 200000 seats");
    }

    void refusesWithThePathOfTheFirstFault()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, fault);
        const QString found = faultOf(json);
        QVERIFY2(found.startsWith(fault), qPrintable(found));
    }

    void readsAHundredThousandSeats()
    {
        const QByteArray json = bigPlan(1000);
        QElapsedTimer timer;
        timer.start();
        const auto plan = SeatingPlan::fromJson(json);
        qInfo("100,000 seats in %lld ms", timer.elapsed());
        QVERIFY(plan);
        QCOMPARE(plan->seats.size(), size_t(100'000));
        QVERIFY(SeatingPlan::fromJson(bigPlan(2000)));
    }

    void labelsSayAndReadTheSame_data()
    {
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("row");
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("text");
        QTest::newRow("plain") << "Stalls" << "5" << "12" << "Stalls/5/12";
        QTest::newRow("blanks") << "Upper Circle" << "A A" << "1" << "Upper Circle/A A/1";
        QTest::newRow("slash in the zone") << "Left/Right" << "5" << "12" << "Left\\/Right/5/12";
        QTest::newRow("backslash at the end") << "Left\\" << "5" << "12" << "Left\\\\/5/12";
    }

    void labelsSayAndReadTheSame()
    {
        QFETCH(QString, zone);
        QFETCH(QString, row);
        QFETCH(QString, number);
        QFETCH(QString, text);
        const SeatLabel label{zone, row, number};
        QCOMPARE(label.toString(), text);
        const auto read = SeatLabel::parse(text);
        QVERIFY(read);
        QVERIFY(*read == label);
    }

    void labelsAreSpokenAsOnTheTicket()
    {
        QCOMPARE((SeatLabel{QStringLiteral("Stalls"), QStringLiteral("5"), QStringLiteral("12")}.spoken()),
                 QStringLiteral("Stalls 5-12"));
        QCOMPARE((SeatLabel{QStringLiteral("%2"), QStringLiteral("%3"), QStringLiteral("%1")}.spoken()),
                 QStringLiteral("%2 %3-%1"));
    }

    void labelsNeedThreeParts_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"", "/", "//", "Stalls", "Stalls/5", "Stalls/5/", "/5/12", "Stalls//12", "Stalls/5/12/1",
                                 "Stalls\\/5/12"})
            QTest::newRow(*text ? text : "nothing") << QString::fromLatin1(text);
    }

    void labelsNeedThreeParts()
    {
        QFETCH(QString, text);
        const auto label = SeatLabel::parse(text);
        QVERIFY(!label);
        QCOMPARE(label.error().code, ErrorCode::InvalidInput);
        QVERIFY(label.error().args.value(0).contains(text));
    }
};

FOYER_TEST(SeatingPlanTest, "seatingplan")
#include "test_seatingplan.moc"
