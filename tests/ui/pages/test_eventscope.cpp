#include "tests/support/testmain.h"
#include "tests/ui/pages/till.h"

#include <QtWidgets/QMenu>

using namespace foyer;
using namespace foyer::test;

namespace {

constexpr Milliseconds Day{24 * 3'600'000};

/// A till of Anna, and of Maria, who manages; Lear was yesterday.
struct PastTill {
    PastTill()
        : till([this](BoxOffice &office) {
              must(office.staff().add(office.system(), QStringLiteral("Maria"), Role::Manager, QStringLiteral("444444")));
              lear = anEvent(office).named(QStringLiteral("Lear")).startingAt(Evening - Day).withGeneral(QStringLiteral("Pit"), 10, 900).add();
          })
    {
    }

    void signIn(const char *name, const QString &pin)
    {
        for (QPushButton *tile : till.window.findChildren<QPushButton *>())
            if (tile->isVisible() && tile->text().startsWith(QLatin1String(name)))
                QTest::mouseClick(tile, Qt::LeftButton);
        till.signIn(pin);
    }
    /// Chooses of the menu beside the search.
    void scope(int row)
    {
        button(till.sell(), "eventScope")->menu()->actions().at(row)->trigger();
    }
    int rows() { return till.list()->model()->rowCount(); }
    QString first() { return rows() > 0 ? till.list()->model()->index(0, 0).data(Qt::AccessibleTextRole).toString() : QString(); }
    void chooseFirst()
    {
        till.list()->setFocus();
        till.list()->setCurrentIndex(till.list()->model()->index(0, 0));
        till.key(Qt::Key_Return);
    }
    QPushButton *action() { return till.sell().findChild<Banner *>()->findChild<QPushButton *>(QStringLiteral("bannerAction")); }
    bool isArchived()
    {
        return till.counter.ask([id = lear.id](Desk &desk) { return desk.office.catalogue().event(id); }).archivedAt.has_value();
    }

    Event lear;
    Till till;
};

} // namespace

class EventScopeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void aManagerArchivesWhatIsOverAndBringsItBack()
    {
        PastTill past;
        past.signIn("Maria", QStringLiteral("444444"));
        past.scope(1);
        QTRY_COMPARE(past.rows(), 1);
        QVERIFY(past.first().contains(QStringLiteral("Lear")) && past.first().contains(QStringLiteral("Over")));
        past.chooseFirst();
        QTRY_VERIFY(past.till.message().contains(QStringLiteral("Lear")));
        QTest::mouseClick(past.action(), Qt::LeftButton);
        QTRY_VERIFY(past.till.message().contains(QStringLiteral("in the archive now")));
        QTRY_COMPARE(past.rows(), 0);
        QVERIFY(allText(past.till.window).contains(QStringLiteral("No event is over")));
        QVERIFY(past.isArchived());
        QTest::mouseClick(past.action(), Qt::LeftButton); // undo
        QTRY_COMPARE(past.rows(), 1);
        QVERIFY(!past.isArchived());

        past.chooseFirst();
        QTRY_VERIFY(past.till.message().contains(QStringLiteral("is over")));
        QTest::mouseClick(past.action(), Qt::LeftButton);
        QTRY_COMPARE(past.rows(), 0);
        past.scope(2);
        QTRY_COMPARE(past.rows(), 1);
        QVERIFY(past.first().contains(QStringLiteral("Archived")));
        past.chooseFirst();
        QTRY_VERIFY(past.till.message().contains(QStringLiteral("read-only")));
        QTest::mouseClick(past.action(), Qt::LeftButton);
        QTRY_VERIFY(!past.isArchived());
        past.scope(0);
        QTRY_COMPARE(past.rows(), 2);
    }

    void aCashierSeesThemButMovesNone()
    {
        PastTill past;
        past.signIn("Anna", QStringLiteral("111111"));
        past.till.counter.ask([id = past.lear.id](Desk &desk) { return desk.office.archive().archive(desk.office.system(), std::array{id}).map([] { return true; }); });
        past.scope(2);
        QTRY_COMPARE(past.rows(), 1);
        past.chooseFirst();
        QTRY_VERIFY(past.till.message().contains(QStringLiteral("read-only")));
        QVERIFY(!past.action()->isVisible());
    }

    void aCartGoesOnWhileTheArchiveIsLookedAt()
    {
        PastTill past;
        past.signIn("Anna", QStringLiteral("111111"));
        past.till.openHamlet();
        past.till.clickSeat(7);
        QTRY_COMPARE(past.till.places(), 1);
        past.scope(2);
        QTRY_COMPARE(past.rows(), 0);
        QVERIFY(allText(past.till.window).contains(QStringLiteral("The archive is empty")));
        past.till.clickSeat(8); // the map that is open still sells
        QTRY_COMPARE(past.till.places(), 2);
        QVERIFY(allText(past.till.window).contains(QStringLiteral("Hamlet")));
        QVERIFY(button(past.till.sell(), "eventScope")->height() >= measure::Touch);
        QVERIFY(button(past.till.sell(), "eventScope")->accessibleName().contains(QStringLiteral("Archived")));
    }
};

FOYER_TEST(EventScopeTest, "eventscope")
#include "test_eventscope.moc"
