// The doors of a box office in its window: what they have to sell, giving them more, and taking it back from one that is lost.
#include "tests/support/testmain.h"
#include "tests/ui/pages/doormess.h"
#include "ui/doors/doorlist.h"
#include "ui/widgets/stepper.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QTreeWidget>

using namespace foyer;
using namespace foyer::test;

namespace {

/// The window with Clara before the list of doors, the first of which has eight places.
class DoorListTill
{
public:
    DoorListTill()
        : till([this](BoxOffice &office) {
              gate = std::make_unique<Gate>(office);
              must(gate->enrol(must(office.doorCentre().invite(office.system(), QStringLiteral("West gate"))).code));
              must(gate->download());
          })
    {
        till.key(Qt::Key_C);
        till.type(QStringLiteral("333333"));
        until([this] { return till.sell().isVisible(); });
        grant({gate->office->terminal(), till.club.ticketTypes[0].id, 8, {}});
        QTest::mouseClick(till.railButton(QStringLiteral("Doors")), Qt::LeftButton);
        until([this] { return button(till.window, "tabDoors")->isVisible(); });
        QTest::mouseClick(button(till.window, "tabDoors"), Qt::LeftButton);
        until([this] { return tree()->isVisible() && tree()->topLevelItemCount() == 1; });
    }

    void grant(const GrantWish &wish)
    {
        till.counter.ask([wish](Desk &desk) { return desk.office.doorGrants().grant(desk.office.system(), wish); });
    }
    std::vector<GrantState> grants()
    {
        return till.counter.ask([](Desk &desk) { return desk.office.doorGrants().grants(); });
    }
    DoorList &list() { return *till.find<DoorList>(); }
    QTreeWidget *tree() { return till.find<QTreeWidget>("doorTree"); }
    QTreeWidgetItem *door() { return tree()->topLevelItem(0); }
    QString said() { return till.find<Banner>("doorListBanner")->message(); }
    bool isAsked() { return button(list(), "agree")->isVisible(); }
    void press(const char *name) { QTest::mouseClick(button(list(), name), Qt::LeftButton); }
    void choose(QTreeWidgetItem *row) { QTest::mouseClick(tree()->viewport(), Qt::LeftButton, {}, tree()->visualItemRect(row).center()); }
    void agree()
    {
        until([this] { return isAsked(); });
        till.pass(std::chrono::seconds(1));
        press("agree");
    }
    /// The form, with the type that begins so.
    void wish(const QString &type)
    {
        press("givePlaces");
        auto *types = till.find<QComboBox>("grantType");
        until([types] { return types->count() == 2; });
        types->setCurrentIndex(types->findText(type, Qt::MatchStartsWith));
    }
    static void until(const std::function<bool()> &isSo)
    {
        if (!QTest::qWaitFor(isSo))
            qFatal("waited in vain");
    }

    std::unique_ptr<Gate> gate;
    Till till;
};

} // namespace

class DoorListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachDoorStandsWithWhatItHas()
    {
        DoorListTill desk;
        QCOMPARE(desk.door()->text(0), QStringLiteral("West gate"));
        QVERIFY2(desk.door()->text(1).startsWith(QStringLiteral("heard ")), qPrintable(desk.door()->text(1)));
        QCOMPARE(desk.door()->text(2), QStringLiteral("8"));
        QCOMPARE(desk.door()->childCount(), 1);
        QCOMPARE(desk.door()->child(0)->text(0), QStringLiteral("Club Night, Standing"));
        QCOMPARE(desk.door()->child(0)->text(1), QStringLiteral("waits for the door to fetch it"));
        QCOMPARE(firstNameless(desk.list()), QString());
    }

    void placesAreGivenByNumber()
    {
        DoorListTill desk;
        desk.wish(QStringLiteral("Club Night"));
        QVERIFY(allText(desk.list()).contains(QStringLiteral("West gate")));
        desk.till.find<Stepper>("grantNumber")->setValue(12);
        desk.press("grantGive");
        QTRY_COMPARE(desk.door()->childCount(), 2);
        QCOMPARE(desk.said(), QStringLiteral("12 place(s) are West gate's to sell, as soon as it has fetched them."));
        QCOMPARE(desk.door()->text(2), QStringLiteral("20"));
        QVERIFY(desk.tree()->isVisible());
    }

    void seatsAreGivenByTheirNames()
    {
        DoorListTill desk;
        desk.wish(QStringLiteral("Hamlet"));
        auto *seats = desk.till.find<QLineEdit>("grantSeats");
        QVERIFY(seats->isVisible());
        QVERIFY(!desk.till.find<Stepper>("grantNumber")->isVisible());
        seats->setFocus();
        desk.till.type(QStringLiteral("Stalls 1-99"));
        desk.till.key(Qt::Key_Return);
        QTRY_VERIFY(desk.till.find<QLabel>("grantFault")->isVisible());
        QVERIFY(labelText(desk.list(), "grantFault").contains(QStringLiteral("Stalls 1-99")));
        seats->clear();
        desk.till.type(QStringLiteral("Stalls 1-2, stalls 2-3..5"));
        desk.till.key(Qt::Key_Return);
        QTRY_COMPARE(desk.grants().size(), size_t(2));
        QCOMPARE(desk.grants()[1].left, 4);
        QTRY_COMPARE(desk.door()->childCount(), 2);
    }

    void whatIsTakenAlreadyIsRefusedAndTheFormStays()
    {
        DoorListTill desk;
        desk.grant({desk.gate->office->terminal(), desk.till.hamlet.ticketTypes[0].id, 0, {desk.till.seats[0].id}});
        desk.wish(QStringLiteral("Hamlet"));
        auto *seats = desk.till.find<QLineEdit>("grantSeats");
        seats->setFocus();
        desk.till.type(QStringLiteral("Stalls 1-1"));
        desk.press("grantGive");
        QTRY_VERIFY2(desk.said().contains(QStringLiteral("1-1")), qPrintable(desk.said()));
        QVERIFY(seats->isVisible());
        desk.till.key(Qt::Key_Escape);
        QTRY_VERIFY(desk.tree()->hasFocus());
    }

    void ofALostDoorEverythingIsRevokedAndThenSoldHere()
    {
        DoorListTill desk;
        QVERIFY(!button(desk.list(), "writeOffPlaces")->isEnabled());
        desk.press("revokePlaces");
        QTRY_VERIFY(desk.isAsked());
        desk.till.key(Qt::Key_Escape);
        QTRY_VERIFY(desk.tree()->isVisible());
        QCOMPARE(desk.grants()[0].state, QStringLiteral("offered"));
        desk.press("revokePlaces");
        desk.agree();
        QTRY_COMPARE(desk.door()->child(0)->text(1), QStringLiteral("revoked"));
        QVERIFY(!button(desk.list(), "revokePlaces")->isEnabled());
        desk.choose(desk.door()->child(0));
        QVERIFY(button(desk.list(), "writeOffPlaces")->isEnabled());
        desk.press("writeOffPlaces");
        QTRY_VERIFY(desk.isAsked());
        QVERIFY(allText(desk.list()).contains(QStringLiteral("takes that risk")));
        desk.agree();
        QTRY_COMPARE(desk.door()->text(2), QStringLiteral("0"));
        QCOMPARE(desk.grants()[0].returned, 8);
        QVERIFY(desk.said().contains(u'8'));
    }
};

FOYER_TEST(DoorListTest, "doorlist")
#include "test_doorlist.moc"
