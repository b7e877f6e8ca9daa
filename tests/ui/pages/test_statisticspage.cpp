#include "tests/support/testmain.h"
#include "tests/ui/pages/counter.h"
#include "ui/charts/placeschart.h"
#include "ui/pages/statisticspage.h"
#include "ui/statistics/headline.h"
#include "ui/statistics/numbertile.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTableWidget>

using namespace foyer;
using namespace foyer::test;

class StatisticsPageTest : public QObject
{
    Q_OBJECT

private:
    /// The morning after Faust (4 sold for 60.00), before Hamlet (6 sold for 90.00, 2 reserved).
    struct House {
        House()
            : counter([](BoxOffice &office) {
                const auto show = [&](const QString &name, std::chrono::hours later) {
                    return anEvent(office).named(name).startingAt(Evening + later).holdingFor(std::chrono::hours(24)).withGeneral(QStringLiteral("Standing"), 10, 1500).add();
                };
                sell(office, {places(show(QStringLiteral("Faust"), std::chrono::hours(2)), 0, 4)});
                const Event tomorrow = show(QStringLiteral("Hamlet"), std::chrono::hours(24));
                sell(office, {places(tomorrow, 0, 6)});
                hold(office, {places(tomorrow, 0, 2)});
            })
            , page(counter.theme, *counter.backend)
        {
            counter.database.advance(std::chrono::hours(10));
            page.resize(1160, 600);
            page.show();
            page.activate(counter.session);
        }
        NumberTile *tile(const char *name) const { return page.findChild<NumberTile *>(QLatin1String(name)); }
        void choose(const char *box, int index) { page.findChild<QComboBox *>(QLatin1String(box))->setCurrentIndex(index); }

        Counter counter;
        StatisticsPage page;
    };

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void knownSalesGiveKnownNumbers()
    {
        House house;
        QTRY_COMPARE(house.tile("sold")->number(), QStringLiteral("6"));
        QCOMPARE(house.tile("reserved")->number(), QStringLiteral("2"));
        QCOMPARE(house.tile("revenue")->number(), QStringLiteral("€90.00"));
        QCOMPARE(house.tile("conversion")->number(), QStringLiteral("50%"));
        QVERIFY(house.tile("sold")->change().startsWith(QStringLiteral("+2 (+50%)")));
        QVERIFY(house.tile("revenue")->change().startsWith(QStringLiteral("+30.00 (+50%)")));
        const auto charts = house.page.findChildren<PlacesChart *>();
        QCOMPARE(charts.front()->rows().size(), size_t(1));
        QCOMPARE(charts.front()->rows().front().sold, 6);
        QCOMPARE(charts.front()->rows().front().reserved, 2);
        QCOMPARE(charts.front()->rows().front().capacity, 10);
    }

    void theSeasonHoldsEveryEventAndOneCanBeChosen()
    {
        House house;
        house.choose("range", 3);
        QTRY_COMPARE(house.tile("sold")->number(), QStringLiteral("10"));
        QVERIFY(house.tile("sold")->change().contains(QStringLiteral("nothing to compare")));
        QTRY_COMPARE(house.page.findChild<QComboBox *>(QStringLiteral("event"))->count(), 3);
        house.choose("event", 1);
        QTRY_COMPARE(house.tile("sold")->number(), QStringLiteral("4"));
    }

    void daysWithoutEventsSayWhatBelongsThere()
    {
        House house;
        house.counter.database.advance(std::chrono::hours(24));
        house.choose("range", 0);
        QTRY_VERIFY(allText(house.page).contains(QStringLiteral("No events in these days")));
    }

    void tShowsTheTableBehindEveryChart()
    {
        House house;
        QTRY_COMPARE(house.tile("sold")->number(), QStringLiteral("6"));
        const auto tables = house.page.findChildren<QTableWidget *>();
        QCOMPARE(tables.size(), 3);
        QVERIFY(!tables.front()->isVisible());
        QTest::mouseClick(button(house.page, "tables"), Qt::LeftButton);
        for (const QTableWidget *table : tables)
            QVERIFY(table->isVisible());
        QVERIFY(button(house.page, "tables")->text().contains(QLatin1Char('T')));
    }

    void theFileHoldsPlainFigures()
    {
        House house;
        QTRY_COMPARE(house.tile("sold")->number(), QStringLiteral("6"));
        const QString csv = QString::fromUtf8(house.page.csv());
        QVERIFY(csv.contains(QStringLiteral("Hamlet,")));
        QVERIFY(csv.contains(QStringLiteral(",2,6,10,90.00,EUR")));
        QVERIFY(csv.contains(QStringLiteral("Standing,2,6,10,90.00,EUR")));
        QVERIFY(csv.contains(QStringLiteral("2026-03-20,6,90.00,EUR")));
    }

    void rangesAndTheDaysBeforeThem()
    {
        const QDate today(2026, 3, 20);
        const DateRange week = DateRange::of(RangeKind::Week, today);
        QCOMPARE(week.last, QDate(2026, 3, 26));
        QCOMPARE(week.before().first, QDate(2026, 3, 13));
        QCOMPARE(week.before().last, QDate(2026, 3, 19));
        QVERIFY(DateRange::of(RangeKind::Season, today).isEverything());
        QCOMPARE(DateRange::between(today, today.addDays(-3)).first, today.addDays(-3));
    }

    void changesAreSaidWithTheirSign()
    {
        QCOMPARE(changeText(12, 10), QStringLiteral("+2 (+20%)"));
        QCOMPARE(changeText(5, 10), QStringLiteral("−5 (−50%)"));
        QCOMPARE(changeText(5, 0), QStringLiteral("+5"));
        QCOMPARE(changeText(5, 5), QStringLiteral("as before"));
    }

    void whatCanBeFocusedHasAName()
    {
        House house;
        QCOMPARE(firstNameless(house.page), QString());
    }
};

FOYER_TEST(StatisticsPageTest, "statisticspage")
#include "test_statisticspage.moc"
