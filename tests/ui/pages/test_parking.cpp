// Setting a cart aside and taking it up again, and whom a cart is for.
#include "tests/support/testmain.h"
#include "tests/ui/pages/till.h"
#include "ui/printing/orderreceipt.h"
#include "ui/sell/parkedpanel.h"

#include <QtWidgets/QListWidget>

using namespace foyer;
using namespace foyer::test;

namespace {

/// A till with one seat of Hamlet in its cart.
void takeSeat(Till &till, int seat = 7)
{
    till.signIn();
    till.openHamlet();
    till.clickSeat(seat);
    QTRY_COMPARE(till.places(), 1);
}

QListWidget &list(Till &till)
{
    return *till.find<QListWidget>("parkedList");
}

void openList(Till &till, int rows)
{
    till.key(Qt::Key_F4);
    QTRY_VERIFY(list(till).isVisible());
    QTRY_COMPARE(list(till).count(), rows);
    list(till).setFocus();
}

} // namespace

class ParkingPanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void f4ParksTheCartAndBringsItBack()
    {
        Till till;
        takeSeat(till);
        till.pass(std::chrono::minutes(4));
        till.key(Qt::Key_F4);
        QTRY_COMPARE(till.places(), 0);
        QTRY_VERIFY(till.message().contains(QStringLiteral("is parked")));
        QTRY_COMPARE(till.map().model().state(7), SeatState::HeldByOther);
        openList(till, 1);
        const QString text = list(till).item(0)->text();
        for (const char *part : {"Hamlet", "11:00", "1 ticket", "59.00", "Anna"})
            QVERIFY2(text.contains(QLatin1String(part)), qPrintable(text));
        till.key(Qt::Key_Return);
        QTRY_COMPARE(till.places(), 1);
        QCOMPARE(till.cart().left(), Milliseconds(std::chrono::minutes(11)));
        QTRY_COMPARE(till.map().model().state(7), SeatState::Mine);
        QVERIFY(!till.find<ParkedPanel>()->isVisible());
    }

    void theSameByMouse()
    {
        Till till;
        takeSeat(till);
        QTest::mouseClick(button(till.sell(), "park"), Qt::LeftButton);
        QTRY_COMPARE(till.places(), 0);
        QTRY_VERIFY(button(till.sell(), "parked")->isVisible());
        QTest::mouseClick(button(till.sell(), "parked"), Qt::LeftButton);
        QTRY_COMPARE(list(till).count(), 1);
        QTRY_VERIFY(button(till.sell(), "recall")->isVisible());
        QTest::mouseClick(button(till.sell(), "recall"), Qt::LeftButton);
        QTRY_COMPARE(till.places(), 1);
        QTRY_VERIFY(!button(till.sell(), "parked")->isVisible());
    }

    void aCartWhoseTimeIsOverComesBackWithOneKey()
    {
        Till till;
        takeSeat(till);
        const ReservationId before = till.cart().reservation().id;
        till.key(Qt::Key_F4);
        QTRY_COMPARE(till.places(), 0);
        till.pass(std::chrono::minutes(16));
        openList(till, 1);
        QTRY_VERIFY(list(till).item(0)->text().contains(QStringLiteral("time is over")));
        till.key(Qt::Key_Return);
        QTRY_COMPARE(till.places(), 1);
        QVERIFY(till.cart().reservation().id != before);
        QCOMPARE(till.cart().reservation().lines.front().seat, till.seats[7].id);
        QCOMPARE(till.cart().left(), Milliseconds(std::chrono::minutes(15)));
    }

    void whoseSeatSomebodyTookIsToldSo()
    {
        Till till;
        takeSeat(till);
        till.key(Qt::Key_F4);
        QTRY_COMPARE(till.places(), 0);
        till.pass(std::chrono::minutes(16));
        const ReserveLine wish = seat(till.hamlet, 0, till.seats[7].id);
        till.counter.ask([wish](Desk &desk) { return desk.office.inventory().reserve(desk.office.system(), ReserveRequest{{}, Channel::Counter, {wish}}); });
        openList(till, 1);
        till.key(Qt::Key_Return);
        QTRY_VERIFY2(till.message().contains(QStringLiteral("Stalls 1-8")), qPrintable(till.message()));
        QVERIFY(till.cart().isEmpty());
    }

    void ofACartThatAnotherTillTookUpThisIsSaid()
    {
        Till till;
        takeSeat(till);
        const ReservationId cart = till.cart().reservation().id;
        till.key(Qt::Key_F4);
        QTRY_COMPARE(till.places(), 0);
        openList(till, 1);
        till.find<ParkedCarts>()->watch(false); // it would notice by itself, too
        till.counter.ask([cart](Desk &desk) { return desk.office.parking().recall(desk.office.system(), cart); });
        till.key(Qt::Key_Return);
        QTRY_VERIFY2(till.message().contains(QStringLiteral("Another till")), qPrintable(till.message()));
        QTRY_COMPARE(list(till).count(), 0);
        QVERIFY(till.cart().isEmpty());
    }

    void takingOneUpParksThePresentOne()
    {
        Till till;
        takeSeat(till, 7);
        till.key(Qt::Key_F4);
        QTRY_COMPARE(till.places(), 0);
        till.map().setFocus();
        till.clickSeat(20);
        QTRY_COMPARE(till.places(), 1);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F4, Qt::ShiftModifier);
        QTRY_COMPARE(list(till).count(), 1);
        list(till).setFocus();
        till.key(Qt::Key_Return);
        QTRY_VERIFY(till.places() == 1 && till.cart().reservation().lines.front().seat == till.seats[7].id);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F4, Qt::ShiftModifier);
        QTRY_COMPARE(list(till).count(), 1);
        const auto parked = till.counter.ask([](Desk &desk) { return desk.office.parking().list(); });
        QCOMPARE(parked.at(0).reservation.lines.front().seat, till.seats[20].id);
    }

    void aParkedCartCanBeNamed()
    {
        Till till;
        takeSeat(till);
        till.key(Qt::Key_F4);
        QTRY_VERIFY(till.message().contains(QStringLiteral("is parked")));
        QTest::mouseClick(button(till.sell(), "bannerAction"), Qt::LeftButton);
        auto *name = till.find<QLineEdit>("parkedName");
        QTRY_VERIFY(name->hasFocus() && name->isEnabled() && list(till).count() == 1);
        till.type(QStringLiteral("red coat"));
        till.key(Qt::Key_Return);
        QTRY_VERIFY(list(till).count() == 1 && list(till).item(0)->text().startsWith(QStringLiteral("red coat\n")));
        till.key(Qt::Key_Escape);
        QTRY_VERIFY(!list(till).isVisible());
    }

    void givingItsPlacesBackCanBeUndone()
    {
        Till till;
        takeSeat(till);
        till.key(Qt::Key_F4);
        QTRY_COMPARE(till.places(), 0);
        openList(till, 1);
        till.key(Qt::Key_Delete);
        QTRY_COMPARE(list(till).count(), 0);
        QTRY_COMPARE(till.map().model().state(7), SeatState::Free);
        QTest::mouseClick(button(till.sell(), "bannerAction"), Qt::LeftButton);
        QTRY_COMPARE(till.places(), 1);
        QCOMPARE(till.cart().reservation().lines.front().seat, till.seats[7].id);
    }

    void aCustomerIsAddedByKeyboardAndStandsOnTheSale()
    {
        Till till;
        takeSeat(till);
        till.key(Qt::Key_F7);
        QTRY_VERIFY(till.sell().findChild<QLineEdit *>(QStringLiteral("customerName"))->hasFocus());
        till.type(QStringLiteral("Bella Weiss"));
        QTRY_VERIFY(button(till.sell(), "addCustomer")->isEnabled());
        till.key(Qt::Key_Return);
        QTRY_COMPARE(button(till.sell(), "customer")->text(), QStringLiteral("Bella Weiss"));
        QTRY_VERIFY(!till.cart().isBusy() && !till.cart().reservation().customer.isNull());
        const ReservationId cart = till.cart().reservation().id;
        till.key(Qt::Key_F9);
        QTRY_VERIFY(button(*till.find<PayPage>(), "cash")->isEnabled());
        till.pass(std::chrono::seconds(1));
        till.key(Qt::Key_F9);
        QTRY_VERIFY(till.find<DonePage>()->isVisible());
        QTRY_COMPARE(labelText(*till.find<DonePage>(), "customer"), QStringLiteral("For Bella Weiss"));
        const auto receipt = till.counter.ask([cart](Desk &desk) {
            return desk.office.checkout().find(cart).and_then([&](const CheckoutState &sale) { return printing::printedReceipt(desk, *sale.order, sale.payments); });
        });
        QCOMPARE(receipt.customer, QStringLiteral("Bella Weiss"));
    }

    void aCustomerWhoIsKnownIsFoundAndComesBackWithTheParkedCart()
    {
        Till till([](BoxOffice &office) {
            must(office.customers().add(office.system(), {{}, QStringLiteral("Jörg Müller"), QStringLiteral("jm@example.org"), {}}));
        });
        takeSeat(till);
        QTest::mouseClick(button(till.sell(), "customer"), Qt::LeftButton);
        QTRY_VERIFY(till.sell().findChild<QLineEdit *>(QStringLiteral("customerName"))->hasFocus());
        till.type(QStringLiteral("muell"));
        auto *found = till.sell().findChild<QListWidget *>(QStringLiteral("customers"));
        QVERIFY(found->count() == 0);
        till.sell().findChild<QLineEdit *>(QStringLiteral("customerName"))->clear();
        till.type(QStringLiteral("mull"));
        QTRY_COMPARE(found->count(), 1);
        till.key(Qt::Key_Down);
        till.key(Qt::Key_Return);
        QTRY_COMPARE(button(till.sell(), "customer")->text(), QStringLiteral("Jörg Müller"));
        QTRY_VERIFY(!till.cart().isBusy());
        till.key(Qt::Key_F4);
        QTRY_COMPARE(till.places(), 0);
        QVERIFY(!button(till.sell(), "customer")->text().contains(QStringLiteral("Müller")));
        openList(till, 1);
        QVERIFY(list(till).item(0)->text().startsWith(QStringLiteral("Jörg Müller\n")));
        till.key(Qt::Key_Return);
        QTRY_COMPARE(till.places(), 1);
        QTRY_COMPARE(button(till.sell(), "customer")->text(), QStringLiteral("Jörg Müller"));
        till.key(Qt::Key_F7);
        QTest::mouseClick(button(till.sell(), "noCustomer"), Qt::LeftButton);
        QTRY_VERIFY(!till.cart().isBusy() && till.cart().reservation().customer.isNull());
        QVERIFY(!button(till.sell(), "customer")->text().contains(QStringLiteral("Müller")));
    }

    void whatIsWrongWithACustomerIsSaid()
    {
        Till till;
        takeSeat(till);
        till.key(Qt::Key_F7);
        till.type(QStringLiteral("Bella"));
        till.sell().findChild<QLineEdit *>(QStringLiteral("customerEmail"))->setFocus();
        till.type(QStringLiteral("bella at home"));
        QTest::mouseClick(button(till.sell(), "addCustomer"), Qt::LeftButton);
        QTRY_VERIFY(labelText(till.sell(), "customerFault").contains(QStringLiteral("bella at home")));
        QVERIFY(till.sell().findChild<QLabel *>(QStringLiteral("customerFault"))->isVisible());
        till.key(Qt::Key_Escape);
        QTRY_VERIFY(button(till.sell(), "customer")->isVisible());
        QVERIFY(till.cart().reservation().customer.isNull());
    }

    void everyPanelHasNamesAndRoom()
    {
        Till till;
        takeSeat(till);
        till.key(Qt::Key_F7);
        QCOMPARE(firstNameless(till.window), QString());
        QCOMPARE(cutTexts(till.window), QStringList());
        till.key(Qt::Key_Escape);
        till.key(Qt::Key_F4);
        QTRY_COMPARE(till.places(), 0);
        openList(till, 1);
        QCOMPARE(firstNameless(till.window), QString());
        QCOMPARE(cutTexts(till.window), QStringList());
    }
};

FOYER_TEST(ParkingPanelTest, "parking")
#include "test_parking.moc"
