#include "tests/support/testmain.h"
#include "tests/ui/pages/counter.h"
#include "ui/printing/orderreceipt.h"
#include "ui/promos/promosection.h"
#include "ui/theme/tokens.h"

#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>

using namespace foyer;
using namespace foyer::test;

namespace {

/// One code that an order has used, and the section that shows it.
struct PromoShelf {
    explicit PromoShelf(Role role = Role::Manager)
        : counter([](BoxOffice &office) {
              const Event event = anEvent(office).withGeneral(QStringLiteral("Standing"), 20, 1000).add();
              PromoTerms terms;
              terms.value = 1000;
              terms.totalLimit = 50;
              must(office.promos().add(office.system(), QStringLiteral("SUMMER"), terms));
              const Reservation cart = hold(office, {places(event, 0, 2)});
              must(office.discounts().enter(office.system(), cart.id, QStringLiteral("summer")));
              must(office.checkout().pay(office.system(), PayRequest{cart.id, Tender::Cash, euro(1800), {}, QStringLiteral("k")}));
          })
        , actor{{}, role, {}, {}}
        , section(*counter.backend, [this] { return actor; })
    {
        section.resize(720, 560);
        section.show();
        section.activateWindow();
        if (!QTest::qWaitForWindowActive(&section))
            qFatal("the section did not open");
    }

    QListWidget *codes() { return section.findChild<QListWidget *>(QStringLiteral("promoCodes")); }
    QString row(int number) { return number < codes()->count() ? codes()->item(number)->text() : QString(); }
    void write(const char *name, const QString &text) { section.findChild<QLineEdit *>(QLatin1String(name))->setText(text); }
    void press(const char *name) { QTest::mouseClick(button(section, name), Qt::LeftButton); }
    QString text(const char *name) { return labelText(section, name); }

    Counter counter;
    Actor actor;
    PromoSection section;
};

} // namespace

class PromoSectionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void aCodeKnowsItsUsesAndOrders()
    {
        PromoShelf shelf;
        QTRY_COMPARE(shelf.codes()->count(), 1);
        QVERIFY2(shelf.row(0).contains(QStringLiteral("SUMMER · 10 %")) && shelf.row(0).contains(QStringLiteral("used 1 of 50")), qPrintable(shelf.row(0)));
        QTRY_VERIFY2(shelf.text("promoOrders").contains(QStringLiteral("€2.00 less, €18.00 in all")), qPrintable(shelf.text("promoOrders")));
    }

    void aManagerMakesACodeAndEndsIt()
    {
        PromoShelf shelf;
        QTRY_COMPARE(shelf.codes()->count(), 1);
        shelf.write("newPromo", QStringLiteral("five-off"));
        shelf.write("promoDiscount", QStringLiteral("5.00"));
        shelf.write("promoUses", QStringLiteral("3"));
        shelf.write("promoEach", QStringLiteral("1"));
        shelf.write("promoUntil", QStringLiteral("2026-12-24"));
        shelf.section.findChild<QCheckBox *>(QStringLiteral("promoPerTicket"))->setChecked(true);
        shelf.press("makePromo");
        QTRY_COMPARE(shelf.codes()->count(), 2);
        QCOMPARE(shelf.codes()->currentRow(), 0); // by code
        QVERIFY2(shelf.row(0).contains(QStringLiteral("FIVEOFF · €5.00 each ticket")) && shelf.row(0).contains(QStringLiteral("used 0 of 3")), qPrintable(shelf.row(0)));
        QTRY_VERIFY(shelf.text("promoOrders").contains(QStringLiteral("No order has used it yet")));
        const auto terms = shelf.counter.ask([](Desk &desk) { return desk.office.promos().show(QStringLiteral("FIVEOFF")); }).use.promo.terms;
        QCOMPARE(terms.customerLimit, std::optional<qint64>(1));
        QCOMPARE(terms.value, 500);
        QVERIFY(terms.validUntil.has_value());
        shelf.press("endPromo");
        QTRY_VERIFY(shelf.row(0).contains(QStringLiteral("ended")));
        QVERIFY(!button(shelf.section, "endPromo")->isVisible());
    }

    void aCodeIsForOneTypeWithAFloorAndABeginning()
    {
        PromoShelf shelf;
        QTRY_COMPARE(shelf.codes()->count(), 1);
        auto *event = shelf.section.findChild<QComboBox *>(QStringLiteral("promoEvent"));
        auto *type = shelf.section.findChild<QComboBox *>(QStringLiteral("promoType"));
        QTRY_COMPARE(event->count(), 2);
        QVERIFY(!type->isEnabled());
        shelf.write("newPromo", QStringLiteral("FLOOR"));
        shelf.write("promoDiscount", QStringLiteral("50 %"));
        shelf.write("promoFloor", QStringLiteral("6.00"));
        shelf.write("promoFrom", QStringLiteral("2026-12-01"));
        event->setCurrentIndex(1);
        QCOMPARE(type->count(), 2);
        type->setCurrentIndex(1);
        shelf.section.findChild<QCheckBox *>(QStringLiteral("promoAlone"))->setChecked(true);
        shelf.press("makePromo");
        QTRY_COMPARE(shelf.codes()->count(), 2);
        QVERIFY2(shelf.row(0).contains(QStringLiteral("no ticket below €6.00")) && shelf.row(0).contains(QStringLiteral("for some events only")), qPrintable(shelf.row(0)));
        const auto terms = shelf.counter.ask([](Desk &desk) { return desk.office.promos().show(QStringLiteral("FLOOR")); }).use.promo.terms;
        QCOMPARE(terms.floor, 600);
        QCOMPARE(terms.scope.size(), size_t(1));
        QVERIFY(!terms.scope[0].event.isNull() && !terms.scope[0].type.isNull());
        QVERIFY(terms.validFrom && !terms.validUntil);
        QVERIFY(!terms.isStackable);
        QCOMPARE(event->currentIndex(), 0); // the next code is for everything again
        shelf.write("newPromo", QStringLiteral("BAD"));
        shelf.write("promoDiscount", QStringLiteral("5"));
        shelf.write("promoFloor", QStringLiteral("10 %"));
        shelf.press("makePromo");
        QTRY_VERIFY2(shelf.text("promoFault").contains(QStringLiteral("lowest price")), qPrintable(shelf.text("promoFault")));
    }

    void whatIsWrongIsSaid()
    {
        PromoShelf shelf;
        QTRY_COMPARE(shelf.codes()->count(), 1);
        const auto refused = [&](const char *code, const char *discount, const char *uses, const char *until) {
            shelf.write("newPromo", QLatin1String(code));
            shelf.write("promoDiscount", QLatin1String(discount));
            shelf.write("promoUses", QLatin1String(uses));
            shelf.write("promoUntil", QLatin1String(until));
            shelf.press("makePromo");
            return QTest::qWaitFor([&] { return button(shelf.section, "makePromo")->isEnabled() && !shelf.text("promoFault").isEmpty(); });
        };
        QVERIFY(refused("SUMMER", "5", "", "")); // there already
        QVERIFY(refused("NEW", "free", "", ""));
        QVERIFY(refused("NEW", "5", "many", ""));
        QVERIFY(refused("NEW", "5", "", "some day"));
        QVERIFY(refused("NEW", "200 %", "", ""));
        shelf.section.findChild<QCheckBox *>(QStringLiteral("promoPerTicket"))->setChecked(true);
        QVERIFY(refused("NEW", "10 %", "", "")); // of each ticket it is anyway
        QCOMPARE(shelf.codes()->count(), 1);
    }

    void receiptsNameTheCode()
    {
        PromoShelf shelf;
        const printing::PrintedReceipt receipt = shelf.counter.ask([](Desk &desk) -> Result<printing::PrintedReceipt> {
            const Order order = must(desk.office.orders().find(must(desk.office.promos().show(QStringLiteral("SUMMER"))).orders.front().order));
            return printing::printedReceipt(desk, order, order.payments);
        });
        QCOMPARE(receipt.lines.size(), size_t(2));
        QCOMPARE(receipt.lines[1].text, QStringLiteral("Promo code SUMMER"));
        QCOMPARE(receipt.lines[1].amount, euro(-200));
    }

    void aCashierOnlyLooks()
    {
        PromoShelf shelf(Role::Cashier);
        QTRY_COMPARE(shelf.codes()->count(), 1);
        QVERIFY(!button(shelf.section, "makePromo")->isVisible());
        QVERIFY(!button(shelf.section, "endPromo")->isVisible());
        QVERIFY(shelf.text("promoNote").contains(QStringLiteral("manager")));
    }

    void everythingHasANameAndIsLargeEnough()
    {
        PromoShelf shelf;
        QTRY_COMPARE(shelf.codes()->count(), 1);
        QCOMPARE(firstNameless(shelf.section), QString());
        for (const QPushButton *one : shelf.section.findChildren<QPushButton *>())
            if (one->isVisible())
                QVERIFY2(one->height() >= measure::Touch, qPrintable(one->objectName()));
    }
};

FOYER_TEST(PromoSectionTest, "promosection")
#include "test_promosection.moc"
