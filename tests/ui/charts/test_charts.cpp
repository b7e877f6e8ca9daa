#include "tests/support/testmain.h"
#include "ui/charts/placeschart.h"
#include "ui/charts/takingschart.h"
#include "ui/theme/theme.h"

using namespace foyer;

class ChartsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void placesAreDrawnAndTold()
    {
        Theme theme;
        theme.setAppearance(Appearance::Light);
        PlacesChart chart(theme);
        chart.resize(700, 200);
        chart.setRows({{QStringLiteral("Hamlet"), 900, 87, 1200}});
        QVERIFY(chart.accessibleDescription().contains(QStringLiteral("Hamlet: 900 sold, 87 reserved, capacity 1200")));
        const int one = chart.height();
        const QImage before = chart.grab().toImage();
        chart.setRows({{QStringLiteral("Hamlet"), 900, 87, 1200}, {QStringLiteral("Macbeth"), 10, 0, 1200}});
        QVERIFY(chart.height() > one);
        QVERIFY(chart.grab().toImage() != before);
    }

    void nothingToShowIsNoError()
    {
        Theme theme;
        theme.setAppearance(Appearance::Dark);
        PlacesChart places(theme);
        places.setRows({});
        TakingsChart takings(theme);
        takings.setDays({});
        QVERIFY(!places.grab().isNull());
        QVERIFY(!takings.grab().isNull());
    }

    void takingsAreToldDayByDay()
    {
        Theme theme;
        theme.setAppearance(Appearance::Light);
        TakingsChart chart(theme);
        chart.setDays({{QDate(2026, 11, 19), Money(120050, Currency())}, {QDate(2026, 11, 20), Money(-500, Currency())}});
        QCOMPARE(chart.accessibleDescription().count(QStringLiteral("; ")), 1);
        QVERIFY(chart.accessibleDescription().contains(QStringLiteral("200")));
    }
};

FOYER_TEST(ChartsTest, "charts")
#include "test_charts.moc"
