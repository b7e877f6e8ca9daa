// Customers and their wallets through the window: found by typing, filled, emptied, spent.
#include "tests/support/testmain.h"
#include "tests/ui/pages/till.h"
#include "ui/customers/customercard.h"
#include "ui/customers/statementview.h"
#include "ui/frame/lastsale.h"
#include "ui/pages/customerspage.h"
#include "ui/pages/openpaymentspage.h"
#include "ui/pay/busyrow.h"
#include "ui/pay/machinequestion.h"

#include <QtTest/QSignalSpy>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPlainTextEdit>

using namespace foyer;
using namespace foyer::test;

namespace {

/// A till with Anna Weiß, who has 50.00, and Bob, whose wallet is empty.
class CustomerTill : public Till
{
public:
    explicit CustomerTill(const QString &pin = QStringLiteral("333333"), SandboxBehaviour bank = atOnce(), const TillOptions &options = {})
        : Till([](BoxOffice &office) {
              for (const char *name : {"Anna Weiß", "Bob Braun"}) {
                  const auto person = must(office.customers().add(office.system(), {{}, QString::fromUtf8(name), {}, {}}));
                  const auto wallet = must(office.wallets().open(office.system(), person.id, {}));
                  if (name[0] == 'A')
                      must(office.wallets().move(office.system(), WalletRequest{WalletRequest::Kind::Deposit, wallet.id, {}, Tender::Cash, euro(5000), QStringLiteral("first")}));
              }
              must(office.customers().add(office.system(), {{}, QStringLiteral("Carla Neu"), QStringLiteral("c@example.org"), {}}));
          }, bank, options)
    {
        if (pin == QLatin1String("333333"))
            for (QAbstractButton *person : window.findChildren<QAbstractButton *>())
                if (person->isVisible() && (person->text() + person->accessibleName()).contains(QLatin1String("Clara")))
                    QTest::mouseClick(person, Qt::LeftButton);
        signIn(pin);
        QTest::mouseClick(railButton(QStringLiteral("Customers")), Qt::LeftButton);
    }

    CustomersPage &page() { return *find<CustomersPage>(); }
    CustomerCard &card() { return *find<CustomerCard>(); }
    QString text(const char *name) { return labelText(page(), name); }
    QString said() { return find<Banner>("customersBanner")->message(); }
    QPushButton &press(const char *name)
    {
        QPushButton *found = button(page(), name);
        QTest::mouseClick(found, Qt::LeftButton);
        return *found;
    }

    /// Types into the search and opens the only one found with Enter.
    void choose(const QString &typed, const QString &name)
    {
        find<QLineEdit>("customerSearch")->setFocus();
        find<QLineEdit>("customerSearch")->clear();
        type(typed);
        QVERIFY(QTest::qWaitFor([&] { return find<QListWidget>("customerList")->count() == 1 && find<QListWidget>("customerList")->item(0)->text().startsWith(name); }));
        key(Qt::Key_Return);
        QVERIFY(QTest::qWaitFor([&] { return text("cardName") == name; }));
    }
    QString balance() { return text("walletBalance"); }
};

} // namespace

class CustomersPageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void aCustomerIsFoundByTypingAndShownWithTheWallet()
    {
        CustomerTill till;
        QTRY_VERIFY(till.find<QLineEdit>("customerSearch")->hasFocus());
        till.choose(QStringLiteral("weiss"), QStringLiteral("Anna Weiß"));
        QTRY_COMPARE(till.balance(), QStringLiteral("€50.00"));
        QTRY_COMPARE(till.find<StatementView>()->rowCount(), 1);
        QCOMPARE(till.find<StatementView>()->item(0, 1)->text(), QStringLiteral("Paid in, cash"));
        QVERIFY(statementHtml(till.card().statement()).contains(QStringLiteral("Statement for Anna Weiß")));
        QCOMPARE(statementCsv(till.card().statement()).count("\r\n"), 2);
        QCOMPARE(firstNameless(till.page()), QString());
    }

    void theNextSearchBeginsAnew()
    {
        CustomerTill till;
        till.choose(QStringLiteral("weiss"), QStringLiteral("Anna Weiß"));
        till.key(Qt::Key_F2);
        till.type(QStringLiteral("bob"));
        QCOMPARE(till.find<QLineEdit>("customerSearch")->text(), QStringLiteral("bob"));
    }

    void aNewCustomerIsAddedWithWhatWasTyped()
    {
        CustomerTill till;
        till.type(QStringLiteral("Dora"));
        till.press("newCustomer");
        QTRY_VERIFY(till.find<QLineEdit>("formName")->hasFocus());
        QCOMPARE(till.find<QLineEdit>("formName")->text(), QStringLiteral("Dora"));
        till.find<QLineEdit>("formEmail")->setText(QStringLiteral("nonsense"));
        till.key(Qt::Key_Return);
        QTRY_VERIFY(till.text("formFault").contains(QStringLiteral("nonsense")));
        till.find<QLineEdit>("formEmail")->setText(QStringLiteral("d@example.org"));
        till.find<QPlainTextEdit>("formNotes")->setPlainText(QStringLiteral("row 3"));
        till.press("saveCustomer");
        QTRY_COMPARE(till.text("cardName"), QStringLiteral("Dora"));
        QTRY_COMPARE(till.balance(), QStringLiteral("No wallet yet"));
        till.press("openWallet");
        QTRY_COMPARE(till.balance(), QStringLiteral("€0.00"));
        till.press("editCustomer");
        QTRY_VERIFY(till.find<QLineEdit>("formName")->hasFocus());
        till.find<QLineEdit>("formName")->setText(QStringLiteral("Dora Grün"));
        till.press("saveCustomer");
        QTRY_COMPARE(till.text("cardName"), QStringLiteral("Dora Grün"));
    }

    void cashIsPaidInWithTheNumberKeys()
    {
        CustomerTill till(QStringLiteral("111111")); // a cashier
        QSignalSpy drawer(&till.page(), &CustomersPage::cashMoved);
        till.choose(QStringLiteral("anna"), QStringLiteral("Anna Weiß"));
        QVERIFY(!button(till.page(), "withdraw")->isVisible());
        QVERIFY(!button(till.page(), "transfer")->isVisible());
        till.press("deposit");
        QTRY_VERIFY(button(till.page(), "byCash")->isVisible());
        till.pass(Milliseconds(1000));
        till.type(QStringLiteral("2000"));
        QTRY_COMPARE(till.text("walletAmount"), QStringLiteral("€20.00"));
        till.key(Qt::Key_Return);
        QTRY_COMPARE(till.balance(), QStringLiteral("€70.00"));
        QTRY_COMPARE(till.find<StatementView>()->rowCount(), 2);
        QVERIFY2(till.said().contains(QStringLiteral("€70.00")), qPrintable(till.said()));
        QCOMPARE(drawer.size(), 1);
    }

    void aCardPaysInThroughTheGateway()
    {
        CustomerTill till;
        QSignalSpy drawer(&till.page(), &CustomersPage::cashMoved);
        till.choose(QStringLiteral("anna"), QStringLiteral("Anna Weiß"));
        till.press("deposit");
        QTRY_VERIFY(button(till.page(), "byCard")->isVisible());
        QVERIFY(!till.find<QLineEdit>("walletReceipt")->isVisible());
        till.pass(Milliseconds(1000));
        till.type(QStringLiteral("1234"));
        till.key(Qt::Key_F10);
        QTRY_COMPARE(till.balance(), QStringLiteral("€62.34"));
        QTRY_COMPARE(till.find<StatementView>()->rowCount(), 2);
        QVERIFY(till.find<StatementView>()->item(0, 1)->text().startsWith(QStringLiteral("Paid in by card")));
        QVERIFY2(till.said().contains(QStringLiteral("€62.34")), qPrintable(till.said()));
        QCOMPARE(drawer.size(), 0);
    }

    void aCardThatDoesNotAnswerIsLeftToTheBackground()
    {
        CustomerTill till(QStringLiteral("333333"), {.delay = Milliseconds(0), .loseReply = true});
        till.choose(QStringLiteral("anna"), QStringLiteral("Anna Weiß"));
        till.press("deposit");
        till.pass(Milliseconds(1000));
        till.type(QStringLiteral("1234"));
        till.press("byCard");
        QTRY_VERIFY(!button(till.page(), "byCash")->isEnabled());
        QTRY_VERIFY(till.page().findChild<BusyRow *>()->isVisible());
        till.key(Qt::Key_Escape); // stops waiting; the attempt goes on
        QTRY_VERIFY2(till.said().contains(QStringLiteral("has not answered yet")), qPrintable(till.said()));
        QCOMPARE(till.balance(), QStringLiteral("€50.00"));
    }

    void theCardMachineIsAskedAboutBesideTheTill()
    {
        TillOptions options;
        options.cardMachine = true;
        CustomerTill till(QStringLiteral("333333"), atOnce(), options);
        till.choose(QStringLiteral("anna"), QStringLiteral("Anna Weiß"));
        till.press("deposit");
        till.pass(Milliseconds(1000));
        till.type(QStringLiteral("1234"));
        till.press("byCard");
        auto &machine = *till.page().findChild<MachineQuestion *>();
        QTRY_VERIFY(machine.isVisible());
        QVERIFY(labelText(machine, "machineTitle").contains(QStringLiteral("€12.34")));
        QCOMPARE(cutTexts(till.page()), QStringList());
        till.pass(Milliseconds(1000));
        QTest::mouseClick(button(machine, "declined"), Qt::LeftButton);
        QTRY_VERIFY(till.text("moneyFault").contains(QStringLiteral("declined")));
        QVERIFY(!machine.isVisible());
        till.pass(Milliseconds(1000));
        till.press("byCard");
        QTRY_VERIFY(machine.isVisible());
        till.type(QStringLiteral("4711"));
        till.pass(Milliseconds(1000));
        QTest::mouseClick(button(machine, "approved"), Qt::LeftButton);
        QTRY_COMPARE(till.balance(), QStringLiteral("€62.34"));
        QTRY_COMPARE(till.find<StatementView>()->item(0, 1)->text(), QStringLiteral("Paid in by card · 4711"));
    }

    void whatNobodyKnowsWaitsForASupervisor()
    {
        TillOptions options;
        options.cardMachine = true;
        CustomerTill till(QStringLiteral("333333"), atOnce(), options);
        till.choose(QStringLiteral("anna"), QStringLiteral("Anna Weiß"));
        till.press("deposit");
        till.pass(Milliseconds(1000));
        till.type(QStringLiteral("1234"));
        till.press("byCard");
        auto &machine = *till.page().findChild<MachineQuestion *>();
        QTRY_VERIFY(machine.isVisible());
        till.pass(Milliseconds(1000));
        QTest::mouseClick(button(machine, "leftOpen"), Qt::LeftButton);
        QTRY_VERIFY(till.said().contains(QStringLiteral("has not answered yet")));
        auto &open = *till.find<OpenPaymentsPage>();
        Q_EMIT till.find<LastSale>()->openPaymentsWanted();
        QTRY_VERIFY(open.isVisible() && open.findChild<QPushButton *>(QStringLiteral("settle")));
        QTest::mouseClick(open.findChild<QPushButton *>(QStringLiteral("settle")), Qt::LeftButton);
        auto &settling = *open.findChild<MachineQuestion *>();
        QTRY_VERIFY(settling.isVisible());
        till.type(QStringLiteral("0815"));
        till.pass(Milliseconds(1000));
        QTest::mouseClick(button(settling, "approved"), Qt::LeftButton);
        QTRY_VERIFY(!open.findChild<QPushButton *>(QStringLiteral("settle")));
        QTest::mouseClick(till.railButton(QStringLiteral("Customers")), Qt::LeftButton);
        QTRY_COMPARE(till.balance(), QStringLiteral("€62.34"));
    }

    void moreThanThereIsIsNotPaidOut()
    {
        CustomerTill till;
        till.choose(QStringLiteral("anna"), QStringLiteral("Anna Weiß"));
        till.press("withdraw");
        till.pass(Milliseconds(1000));
        till.type(QStringLiteral("5001"));
        till.press("byCash");
        QTRY_VERIFY2(till.text("moneyFault").contains(QStringLiteral("50.00")), qPrintable(till.text("moneyFault")));
        till.pass(Milliseconds(1000));
        for (int i = 0; i < 6; ++i)
            till.key(Qt::Key_Backspace);
        till.type(QStringLiteral("5000"));
        till.press("byCash");
        QTRY_COMPARE(till.balance(), QStringLiteral("€0.00"));
        QVERIFY(!button(till.page(), "withdraw")->isEnabled());
    }

    void moneyIsTransferredToSomebodyFoundByTyping()
    {
        CustomerTill till;
        till.choose(QStringLiteral("anna"), QStringLiteral("Anna Weiß"));
        till.press("transfer");
        till.pass(Milliseconds(1000));
        till.type(QStringLiteral("150"));
        till.key(Qt::Key_Return); // to the field for whom
        QTRY_VERIFY(till.find<QLineEdit>("toSearch")->hasFocus());
        till.type(QStringLiteral("carla"));
        QTRY_COMPARE(till.find<QListWidget>("toList")->count(), 1);
        till.key(Qt::Key_Return);
        QTRY_VERIFY(till.text("moneyFault").contains(QStringLiteral("Carla Neu has no wallet")));
        till.find<QLineEdit>("toSearch")->clear();
        till.type(QStringLiteral("bob"));
        QTRY_VERIFY(till.find<QListWidget>("toList")->count() == 1 && till.find<QListWidget>("toList")->item(0)->text().startsWith(QStringLiteral("Bob")));
        till.key(Qt::Key_Return);
        QTRY_COMPARE(till.text("transferTo"), QStringLiteral("To Bob Braun"));
        till.key(Qt::Key_Return);
        QTRY_COMPARE(till.balance(), QStringLiteral("€48.50"));
        till.choose(QStringLiteral("bob"), QStringLiteral("Bob Braun"));
        QTRY_COMPARE(till.balance(), QStringLiteral("€1.50"));
    }

    void aGiftCardIsIssuedAndFoundByItsCode()
    {
        CustomerTill till;
        till.press("newGiftCard");
        QTRY_COMPARE(till.text("cardName").size(), QStringLiteral("Gift card ").size() + GiftCardCode::Length + 3);
        const QString name = till.text("cardName");
        const QString code = name.section(u' ', -1);
        till.press("deposit");
        till.pass(Milliseconds(1000));
        till.type(QStringLiteral("2500"));
        till.key(Qt::Key_Return);
        QTRY_COMPARE(till.balance(), QStringLiteral("€25.00"));
        till.choose(QStringLiteral("bob"), QStringLiteral("Bob Braun"));
        till.choose(code.toLower(), name);
        QTRY_COMPARE(till.balance(), QStringLiteral("€25.00"));
    }

    void theWalletPaysForTheCart()
    {
        CustomerTill till;
        QTest::mouseClick(till.railButton(QStringLiteral("Sell")), Qt::LeftButton);
        till.openHamlet();
        till.clickSeat(7);
        QTRY_COMPARE(till.places(), 1);
        till.key(Qt::Key_F9);
        auto &pay = *till.find<PayPage>();
        QTRY_VERIFY(pay.isVisible() && button(pay, "wallet")->isEnabled());
        till.pass(Milliseconds(1000));
        till.key(Qt::Key_F11);
        QTRY_VERIFY(till.find<QLineEdit>("purseSearch")->hasFocus());
        button(pay, "back")->setFocus();
        pay.setFocus(); // as after a notice: back to where one types
        QTRY_VERIFY(till.find<QLineEdit>("purseSearch")->hasFocus());
        till.type(QStringLiteral("anna"));
        QTRY_COMPARE(till.find<QListWidget>("purseList")->count(), 1);
        till.key(Qt::Key_Return);
        QTRY_VERIFY(button(pay, "payFromWallet")->isVisible());
        pay.setFocus();
        QTRY_VERIFY(button(pay, "payFromWallet")->hasFocus());
        QVERIFY(button(pay, "payFromWallet")->text().contains(QStringLiteral("€50.00"))); // all that is on it
        till.key(Qt::Key_Return);
        QTRY_COMPARE(labelText(pay, "due"), QStringLiteral("€9.00"));
        QTRY_VERIFY(button(pay, "cash")->isEnabled());
        till.pass(Milliseconds(1000));
        QTest::mouseClick(button(pay, "cash"), Qt::LeftButton);
        QTRY_VERIFY(till.find<DonePage>()->isVisible());
        QVERIFY(till.counter.stateOf(pay.sale().reservation.id).order);
    }

    void escLeavesTheWalletAndPaysNothing()
    {
        CustomerTill till;
        QTest::mouseClick(till.railButton(QStringLiteral("Sell")), Qt::LeftButton);
        till.openHamlet();
        till.clickSeat(7);
        QTRY_COMPARE(till.places(), 1);
        till.key(Qt::Key_F9);
        auto &pay = *till.find<PayPage>();
        QTRY_VERIFY(pay.isVisible() && button(pay, "wallet")->isEnabled());
        QTest::mouseClick(button(pay, "wallet"), Qt::LeftButton);
        till.type(QStringLiteral("bob"));
        QTRY_COMPARE(till.find<QListWidget>("purseList")->count(), 1);
        till.key(Qt::Key_Return);
        QTRY_VERIFY(labelText(pay, "purseFault").contains(QStringLiteral("nothing on it")));
        till.key(Qt::Key_Escape);
        QTRY_VERIFY(button(pay, "cash")->isVisible());
        QVERIFY(pay.sale().payments.empty());
    }

    void aPersonIsErasedOnlyAfterTheVerbIsPressedAndTheMoneyIsOut()
    {
        CustomerTill till;
        till.choose(QStringLiteral("anna"), QStringLiteral("Anna Weiß"));
        Q_EMIT till.card().eraseWanted(till.card().purse().customer);
        QTRY_VERIFY(till.said().contains(QStringLiteral("gone for good")));
        Q_EMIT till.find<Banner>("customersBanner")->actionTriggered();
        QTRY_VERIFY(till.said().contains(QStringLiteral("still holds 50.00 EUR")));
        till.choose(QStringLiteral("carla"), QStringLiteral("Carla Neu"));
        Q_EMIT till.card().eraseWanted(till.card().purse().customer);
        Q_EMIT till.find<Banner>("customersBanner")->actionTriggered();
        QTRY_VERIFY(till.said().contains(QStringLiteral("was erased")));
    }

    void anEmptyStatementSaysSo()
    {
        StatementView view;
        view.setStatement({});
        QVERIFY(view.accessibleDescription().contains(QStringLiteral("Nothing was paid in or out yet")));
        QVERIFY(statementHtml({}).contains(QStringLiteral("Nothing was paid in or out yet")));
        WalletStatement one;
        one.entries.push_back({});
        view.setStatement(one);
        QVERIFY(view.accessibleDescription().isEmpty());
        QVERIFY(!statementHtml(one).contains(QStringLiteral("Nothing was paid")));
    }

    void everyTextFitsAt1280By720()
    {
        CustomerTill till;
        till.choose(QStringLiteral("anna"), QStringLiteral("Anna Weiß"));
        QTRY_COMPARE(till.find<StatementView>()->rowCount(), 1);
        QCOMPARE(cutTexts(till.page()), QStringList());
        till.press("transfer");
        QTRY_VERIFY(button(till.page(), "transferNow")->isVisible());
        QCOMPARE(cutTexts(till.page()), QStringList());
        QVERIFY(till.window.height() <= 720);
        QVERIFY(till.window.width() <= 1280);
    }
};

FOYER_TEST(CustomersPageTest, "customerspage")
#include "test_customerspage.moc"
