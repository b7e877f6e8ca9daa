#include "core/storage/reservation_store.h"
#include "core/storage/writer.h"
#include "tests/support/testmain.h"
#include "tests/ui/pages/stage.h"
#include "ui/pages/orderspage.h"
#include "ui/sell/cartpanel.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/pinpad.h"

#include <QtWidgets/QTreeWidget>

using namespace foyer;
using namespace foyer::test;

namespace {

/// Two seats of Hamlet were sold for 59.00 each in cash; somebody wants others for them.
class SwapTill
{
public:
    explicit SwapTill(SandboxBehaviour bank = atOnce()) : till([](BoxOffice &office) { fill(office); }, bank) { till.signIn(); }

    static void fill(BoxOffice &office)
    {
        const Event hamlet = must(office.catalogue().events({})).front();
        const auto seats = seatsOf(office, hamlet);
        sell(office, {seat(hamlet, 0, seats[0].id), seat(hamlet, 0, seats[1].id)});
    }

    template <typename W>
    W *find(const char *name = nullptr) { return till.find<W>(name); }
    QPushButton *press(const char *name)
    {
        QPushButton *found = button(till.window, name);
        QTest::mouseClick(found, Qt::LeftButton);
        return found;
    }
    Banner *banner() { return find<Banner>("exchangeBanner"); }
    QString payText() { return button(till.sell(), "pay")->text(); }
    static QString plain(const QString &text) { return QString(text).remove(QChar(0xA0)); }

    /// The order's page, with all of its tickets or the first one.
    void openOrder(bool onlyFirst)
    {
        QTest::mouseClick(till.railButton(QStringLiteral("Orders")), Qt::LeftButton);
        auto *tickets = find<QTreeWidget>("orderTickets");
        QTRY_COMPARE(find<QListWidget>("orderHits")->count(), 1);
        QTest::keyClick(find<QLineEdit>("orderSearch"), Qt::Key_Return);
        QTRY_VERIFY(tickets->isVisible());
        if (onlyFirst)
            QTest::mouseClick(tickets->viewport(), Qt::LeftButton, {}, tickets->visualItemRect(tickets->topLevelItem(0)).center());
    }
    void begin(bool onlyFirst = false)
    {
        openOrder(onlyFirst);
        press("exchange");
        QTRY_VERIFY(till.sell().isVisible() && banner()->isVisible());
    }
    void takeSeats(int count)
    {
        till.open(QStringLiteral("hamlet"));
        QTRY_VERIFY(till.map().hasFocus() && till.map().model().count(SeatState::Free) > 0);
        for (int i = 0; i < count; ++i) {
            till.clickSeat(30 + i);
            QTRY_COMPARE(till.places(), i + 1);
        }
    }
    void takePlaces(int count)
    {
        till.cart().add({{till.club.id, till.club.ticketTypes[0].priceLevels[0].id, {}, count}});
        QTRY_COMPARE(till.places(), count);
    }
    void goToPay()
    {
        till.key(Qt::Key_F9);
        QTRY_VERIFY(find<PayPage>()->isVisible());
        QTRY_VERIFY(button(*find<PayPage>(), "back")->isEnabled());
        till.pass(std::chrono::seconds(1));
    }
    std::vector<OrderHit> orders()
    {
        return till.counter.ask([](Desk &desk) { return desk.office.orderSearch().find(QString()); });
    }
    OrderDetail detail(OrderKind kind)
    {
        for (const OrderHit &hit : orders())
            if (hit.head.kind == kind)
                return till.counter.ask([id = hit.head.order](Desk &desk) { return desk.office.orderDetails().of(id); });
        return {};
    }

    Till till;
};

} // namespace

class ExchangePageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void twoSeatsForTwoOthersAtTheSamePrice()
    {
        SwapTill swap;
        swap.begin();
        QVERIFY(SwapTill::plain(swap.banner()->message()).contains(QStringLiteral("of order A-10001, worth €118.00: choose the new places.")));
        swap.takeSeats(2);
        QTRY_VERIFY(swap.payText().startsWith(QStringLiteral("Exchange")));
        QCOMPARE(cutTexts(swap.till.window).join(u'\n'), QString());
        swap.goToPay();
        QVERIFY(button(*swap.find<PayPage>(), "complete")->isVisible());
        QVERIFY(allText(*swap.find<PayPage>()).contains(QStringLiteral("of order A-10001 count")));
        QCOMPARE(cutTexts(swap.till.window).join(u'\n'), QString());
        swap.till.key(Qt::Key_Return);
        QTRY_VERIFY(swap.find<DonePage>()->isVisible());
        QCOMPARE(swap.detail(OrderKind::Sale).status, OrderStatus::Exchanged);
        QCOMPARE(swap.detail(OrderKind::Exchange).order.lines.size(), size_t(2));
        QVERIFY(allText(*swap.find<DonePage>()).contains(QStringLiteral("No change")));
        swap.till.pass(std::chrono::seconds(1));
        swap.till.key(Qt::Key_Return); // the next customer is an ordinary one
        QTRY_VERIFY(swap.till.sell().isVisible());
        QVERIFY(!swap.banner()->isVisible());
        QCOMPARE(swap.payText(), QStringLiteral("Pay  F9"));
    }

    void aDearerChoiceIsPaidInCash()
    {
        SwapTill swap;
        swap.begin(true);
        swap.takeSeats(2);
        QTRY_COMPARE(SwapTill::plain(swap.payText()), QStringLiteral("Pay €59.00   F9"));
        swap.goToPay();
        QCOMPARE(SwapTill::plain(labelText(*swap.find<PayPage>(), "due")), QStringLiteral("€59.00"));
        swap.till.type(QStringLiteral("10000"));
        swap.till.key(Qt::Key_F9);
        QTRY_VERIFY(swap.find<DonePage>()->isVisible());
        QCOMPARE(SwapTill::plain(labelText(*swap.find<DonePage>(), "change")), QStringLiteral("€41.00"));
        const auto made = swap.detail(OrderKind::Exchange);
        QCOMPARE(made.order.payments.size(), size_t(1));
        QCOMPARE(made.order.payments.front().amount, euro(5900));
        QCOMPARE(swap.detail(OrderKind::Sale).status, OrderStatus::PartlyExchanged);
    }

    void aDearerChoiceIsPaidByCardAndExchangedByItself()
    {
        SwapTill swap;
        swap.begin(true);
        swap.takeSeats(2);
        swap.goToPay();
        swap.till.key(Qt::Key_F10);
        QTRY_VERIFY(swap.find<DonePage>()->isVisible());
        QCOMPARE(swap.detail(OrderKind::Exchange).order.payments.front().tender, Tender::Card);
    }

    void aPartInCashThenTheCard()
    {
        SwapTill swap;
        swap.begin(true);
        swap.takeSeats(2);
        swap.goToPay();
        swap.till.type(QStringLiteral("2000"));
        swap.till.key(Qt::Key_F9);
        QTRY_COMPARE(SwapTill::plain(labelText(*swap.find<PayPage>(), "due")), QStringLiteral("€39.00"));
        swap.till.pass(std::chrono::seconds(1));
        swap.till.key(Qt::Key_F10);
        QTRY_VERIFY(swap.find<DonePage>()->isVisible());
        QCOMPARE(swap.detail(OrderKind::Exchange).order.payments.size(), size_t(2));
    }

    void aCheaperChoiceGivesBack()
    {
        SwapTill swap;
        swap.begin();
        swap.takePlaces(2);
        QTRY_COMPARE(SwapTill::plain(swap.payText()), QStringLiteral("Give back €88.00   F9"));
        swap.goToPay();
        QCOMPARE(SwapTill::plain(button(*swap.find<PayPage>(), "complete")->text()), QStringLiteral("Give back €88.00   F9"));
        swap.till.key(Qt::Key_F9);
        QTRY_VERIFY(swap.find<DonePage>()->isVisible());
        QCOMPARE(SwapTill::plain(labelText(*swap.find<DonePage>(), "change")), QStringLiteral("€88.00"));
        QCOMPARE(swap.detail(OrderKind::Exchange).order.total, euro(3000));
    }

    void whatIsLeftOverMayBecomeCredit()
    {
        SwapTill swap;
        const auto eva = swap.till.counter.ask([](Desk &desk) { return desk.office.customers().add(desk.office.system(), {{}, QStringLiteral("Eva"), {}, {}}); });
        const auto sale = swap.detail(OrderKind::Sale).order;
        swap.till.counter.ask([&](Desk &desk) {
            return desk.office.writer().write([&](Work &work) -> Result<void> {
                reservation_store::setCustomer(work.db(), sale.reservation, eva.id);
                work.fact("test", QJsonObject());
                return {};
            });
        });
        swap.begin();
        swap.takePlaces(2);
        swap.goToPay();
        QTRY_VERIFY(button(*swap.find<PayPage>(), "creditInstead")->isVisible());
        QVERIFY(button(*swap.find<PayPage>(), "creditInstead")->text().contains(QStringLiteral("Eva")));
        QCOMPARE(cutTexts(swap.till.window).join(u'\n'), QString());
        swap.press("creditInstead");
        QTRY_VERIFY(swap.find<DonePage>()->isVisible());
        const auto wallets = swap.till.counter.ask([&](Desk &desk) { return desk.office.wallets().ofCustomer(eva.id); });
        QCOMPARE(wallets.size(), size_t(1));
        QCOMPARE(wallets.front().balance, euro(8800));
    }

    /// The cart of somebody else stays what it is meanwhile.
    void aDearerPriceIsPaidLikeASale()
    {
        Till till([](BoxOffice &office) {
            const Event hamlet = must(office.catalogue().events({})).front();
            sell(office, {{hamlet.id, hamlet.ticketTypes[0].priceLevels[1].id, seatsOf(office, hamlet)[0].id, 1}}); // reduced
        });
        till.signIn();
        till.open(QStringLiteral("hamlet"));
        QTRY_VERIFY(till.map().hasFocus() && till.map().model().count(SeatState::Free) == 49);
        till.clickSeat(20);
        QTRY_COMPARE(till.places(), 1);
        QTest::mouseClick(till.railButton(QStringLiteral("Orders")), Qt::LeftButton);
        QTRY_COMPARE(till.find<QListWidget>("orderHits")->count(), 1);
        QTest::keyClick(till.find<QLineEdit>("orderSearch"), Qt::Key_Return);
        QTRY_VERIFY(till.find<QTreeWidget>("orderTickets")->isVisible());
        QTest::mouseClick(button(till.window, "otherPrice"), Qt::LeftButton);
        QTRY_VERIFY(till.find<QPushButton>("level1") && till.find<QPushButton>("level1")->isVisible());
        QVERIFY(SwapTill::plain(button(till.window, "level1")->text()).contains(QStringLiteral("Full, take €20.00")));
        till.pass(std::chrono::seconds(1));
        QTest::mouseClick(button(till.window, "level1"), Qt::LeftButton);
        QTRY_VERIFY(till.find<PayPage>()->isVisible());
        QTRY_COMPARE(SwapTill::plain(labelText(*till.find<PayPage>(), "due")), QStringLiteral("€20.00"));
        QTRY_VERIFY(allText(*till.find<PayPage>()).contains(QStringLiteral("for the price Full: the places stay.")));
        QCOMPARE(cutTexts(till.window).join(u'\n'), QString());
        till.pass(std::chrono::seconds(1));
        till.key(Qt::Key_F10);
        QTRY_VERIFY(till.find<DonePage>()->isVisible());
        const auto orders = till.counter.ask([](Desk &desk) { return desk.office.orderSearch().find(QString()); });
        QCOMPARE(orders.front().head.kind, OrderKind::Exchange);
        QCOMPARE(orders.front().head.total, euro(5900));
        till.pass(std::chrono::seconds(1));
        till.key(Qt::Key_Return);
        QTRY_VERIFY(till.sell().isVisible());
        QCOMPARE(till.places(), 1); // the other customer's
    }

    void escLeavesADearerPriceWithoutChange()
    {
        SwapTill swap;
        const auto sale = swap.detail(OrderKind::Sale).order;
        const auto plan = swap.till.counter.ask([&](Desk &desk) {
            const auto made = must(desk.office.exchanges().changeLevel(desk.office.system(), {sale.id, {}, swap.till.hamlet.ticketTypes[0].priceLevels[1].id, {}, QStringLiteral("down")}));
            return desk.office.exchangePlans().planLevel(desk.office.system(), {made.state.order->id, {}, swap.till.hamlet.ticketTypes[0].priceLevels[0].id, {}, QStringLiteral("up")});
        });
        Q_EMIT swap.find<OrdersPage>()->payWanted(plan.reservation);
        QTRY_VERIFY(swap.find<PayPage>()->isVisible());
        QTRY_VERIFY(button(*swap.find<PayPage>(), "back")->isEnabled());
        QTest::mouseClick(button(*swap.find<PayPage>(), "back"), Qt::LeftButton);
        QTRY_VERIFY(swap.till.sell().isVisible());
        QTRY_COMPARE(swap.till.places(), 0);
    }

    void escLeavesWithoutChange()
    {
        SwapTill swap;
        swap.begin();
        swap.takeSeats(1);
        QTest::keyClick(&swap.till.map(), Qt::Key_Escape);
        for (int i = 0; i < 3 && swap.banner()->isVisible(); ++i) // one step back each
            QTest::keyClick(&swap.till.sell(), Qt::Key_Escape);
        QTRY_VERIFY(swap.find<OrdersPage>()->isVisible());
        QVERIFY(!swap.banner()->isVisibleTo(&swap.till.sell()));
        QTRY_COMPARE(swap.till.places(), 0);
        QCOMPARE(swap.detail(OrderKind::Sale).status, OrderStatus::Paid);
        QCOMPARE(swap.orders().size(), size_t(1));
    }

    void ticketsThatAreGoneMeanwhileAreSaidAndThePlacesCanBePaid()
    {
        SwapTill swap;
        swap.begin(true);
        swap.takeSeats(1);
        const auto sale = swap.detail(OrderKind::Sale).order;
        swap.till.counter.ask([&](Desk &desk) { return desk.office.refunds().refund(desk.office.system(), {sale.id, {}, false, {}}); });
        swap.goToPay();
        swap.till.key(Qt::Key_F9);
        QTRY_VERIFY(allText(*swap.find<PayPage>()).contains(QStringLiteral("given back or exchanged already")));
        QTRY_COMPARE(SwapTill::plain(labelText(*swap.find<PayPage>(), "due")), QStringLiteral("€59.00"));
        QTRY_VERIFY(button(*swap.find<PayPage>(), "cash")->isVisible());
    }

    void theOrderSaysWhatItWasExchangedFor()
    {
        SwapTill swap;
        swap.begin(true);
        swap.takePlaces(1);
        swap.goToPay();
        swap.till.key(Qt::Key_F9);
        QTRY_VERIFY(swap.find<DonePage>()->isVisible());
        swap.till.pass(std::chrono::seconds(1));
        swap.till.key(Qt::Key_Return);
        QTRY_VERIFY(swap.till.sell().isVisible());
        QTest::mouseClick(swap.till.railButton(QStringLiteral("Orders")), Qt::LeftButton);
        QTRY_COMPARE(labelText(*swap.find<OrdersPage>(), "orderStatus"), QStringLiteral("Partly exchanged"));
        QVERIFY(labelText(*swap.find<OrdersPage>(), "orderHistory").contains(QStringLiteral("exchanged for A-10002")));
        QCOMPARE(swap.find<QTreeWidget>("orderTickets")->topLevelItem(0)->text(5), QStringLiteral("exchanged for A-10002"));
    }

    void aCashierAsksASupervisorForComps()
    {
        SwapTill swap;
        swap.takePlaces(3);
        swap.till.open(QStringLiteral("club"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F8, Qt::ShiftModifier);
        auto *reason = swap.find<QLineEdit>("compReason");
        QTRY_VERIFY(reason->hasFocus());
        QVERIFY(!button(swap.till.window, "giveFree")->isEnabled());
        QTest::keyClicks(reason, QStringLiteral("press"));
        QCOMPARE(cutTexts(swap.till.window).join(u'\n'), QString());
        QTest::keyClick(reason, Qt::Key_Return);
        PinPad *pad = nullptr;
        QTRY_VERIFY((pad = swap.till.sell().findChild<PinPad *>()) && pad->isVisible() && pad->isEnabled());
        QCOMPARE(cutTexts(swap.till.window).join(u'\n'), QString());
        for (const QPushButton *key : pad->findChildren<QPushButton *>()) { // each whole, and beside the others
            QVERIFY(key->height() >= measure::Touch);
            QVERIFY(swap.till.window.rect().contains(QRect(key->mapTo(&swap.till.window, QPoint()), key->size())));
            for (const QPushButton *other : pad->findChildren<QPushButton *>())
                QVERIFY(key == other || !key->geometry().intersects(other->geometry()));
        }
        pad->setFocus();
        QTest::keyClicks(pad, QStringLiteral("333333"));
        QTRY_VERIFY(swap.find<DonePage>()->isVisible());
        const auto comp = swap.detail(OrderKind::Comp);
        QCOMPARE(comp.status, OrderStatus::Comp);
        QCOMPARE(comp.order.lines.size(), size_t(3));
        QVERIFY(comp.history.front().about.contains(QStringLiteral("press")));
    }

    void escLeavesTheReasonAndTheCartStays()
    {
        SwapTill swap;
        swap.takePlaces(3);
        QTest::mouseClick(button(swap.till.window, "freeOfCharge"), Qt::LeftButton);
        QTRY_VERIFY(swap.find<QLineEdit>("compReason")->isVisible());
        QTest::keyClick(swap.find<QLineEdit>("compReason"), Qt::Key_Escape);
        QTRY_VERIFY(swap.find<CartPanel>()->isVisible());
        QCOMPARE(swap.till.places(), 3);
        QCOMPARE(swap.orders().size(), size_t(1));
    }
};

FOYER_TEST(ExchangePageTest, "exchange")
#include "test_exchange.moc"
