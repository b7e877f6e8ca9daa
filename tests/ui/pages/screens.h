// Every screen of the window. A new page is one more line here: pictures, names and keyboard are walked for it by itself.
#pragma once

#include "core/domain/errortext.h"
#include "tests/ui/pages/firstscreens.h"
#include "tests/ui/pages/orderscreens.h"
#include "tests/ui/pages/stage.h"
#include "ui/approval/approvalpanel.h"
#include "ui/exchange/exchangemode.h"
#include "ui/frame/helpoverlay.h"
#include "ui/frame/printtrouble.h"
#include "ui/pages/orderspage.h"
#include "ui/sell/cartpanel.h"
#include "ui/sell/comppanel.h"
#include "ui/sell/customerpanel.h"
#include "ui/sell/discountpanel.h"
#include "ui/sell/parkedpanel.h"

#include <QtWidgets/QMenu>
#include <QtWidgets/QTableWidget>
#include <QtWidgets/QTreeWidget>

namespace foyer::test {

struct Screen {
    const char *name;
    /// Opens it, and tells what Esc closes; null where there is nothing to go back to.
    QWidget *(*open)(Stage &stage);
};

namespace screens {

inline QWidget *signIn(Stage &stage)
{
    stage.openTill();
    return nullptr;
}

inline QWidget *wrongPin(Stage &stage)
{
    Till &till = stage.openTill();
    till.type(QStringLiteral("999999"));
    Stage::until([&] { return till.find<SignInPage>()->findChild<Banner *>()->isVisible(); }, "the refusal");
    Stage::until([&] { return till.find<PinPad>()->isEnabled() && till.find<PinPad>()->typed() == 0; }, "another try");
    return nullptr;
}

inline QWidget *events(Stage &stage)
{
    stage.cashier();
    return nullptr;
}

inline QWidget *archivedEvents(Stage &stage)
{
    Till &till = stage.supervisor();
    till.find<QPushButton>("eventScope")->menu()->actions().at(2)->trigger();
    till.pass(std::chrono::seconds(1));
    return nullptr;
}

inline QWidget *sellMap(Stage &stage)
{
    stage.cashier();
    stage.takeSeats();
    return nullptr;
}

inline QWidget *sellGeneral(Stage &stage)
{
    stage.cashier();
    stage.takePlaces();
    return nullptr;
}

inline QWidget *cart(Stage &stage)
{
    Till &till = stage.cashier();
    stage.takePlaces();
    stage.takeSeats();
    till.pass(std::chrono::minutes(13) + std::chrono::seconds(30)); // the countdown warns
    return nullptr;
}

inline QWidget *seatTaken(Stage &stage)
{
    Till &till = stage.cashier();
    stage.takeSeats();
    till.counter.ask([&](Desk &desk) -> Result<bool> {
        hold(desk.office, {seat(till.hamlet, 0, till.seats[26].id)});
        return true;
    });
    till.clickSeat(26);
    Stage::until([&] { return till.sell().findChild<Banner *>()->isVisible(); }, "the refusal");
    return till.sell().findChild<Banner *>();
}

inline QWidget *customer(Stage &stage)
{
    Till &till = stage.cashier();
    stage.takeSeats();
    till.key(Qt::Key_F7);
    till.type(QStringLiteral("mull"));
    Stage::until([&] { return till.sell().findChild<QListWidget *>(QStringLiteral("customers"))->count() == 1; }, "the customer");
    return till.sell().findChild<CustomerPanel *>();
}

/// A code that counts, a discount by hand, and a code that was refused.
inline QWidget *discounts(Stage &stage)
{
    Till &till = stage.cashier();
    till.counter.ask([](Desk &desk) -> Result<bool> {
        PromoTerms tenth;
        tenth.value = 1000;
        must(desk.office.promos().add(desk.office.system(), QStringLiteral("SUMMER"), tenth));
        return true;
    });
    stage.takeSeats();
    till.key(Qt::Key_F8);
    till.type(QStringLiteral("summer"));
    till.key(Qt::Key_Return);
    Stage::until([&] { return till.find<QListWidget>("discounts")->count() == 1; }, "the code");
    const GivenDiscount given{{}, {}, DiscountKind::Amount, 500, QStringLiteral("regular guest of the house for many years")};
    Actor supervisor = till.counter.session.actor;
    till.cart().giveDiscount(supervisor, given);
    Stage::until([&] { return till.find<QListWidget>("discounts")->count() == 2; }, "the discount by hand");
    till.find<QLineEdit>("promoCode")->setFocus();
    till.type(QStringLiteral("winter"));
    till.key(Qt::Key_Return);
    Stage::until([&] { return till.find<QLabel>("discountFault")->isVisible(); }, "the refusal");
    return till.find<DiscountPanel>();
}

/// The cart with both, and what is asked of somebody who may give a discount.
inline QWidget *discountedCart(Stage &stage)
{
    discounts(stage);
    stage.till().find<DiscountPanel>()->setFocus();
    QTest::keyClick(stage.till().find<DiscountPanel>(), Qt::Key_Escape);
    Stage::until([&] { return stage.till().find<QPushButton>("pay")->isVisible(); }, "the cart");
    return nullptr;
}

inline QWidget *discountApproval(Stage &stage)
{
    discounts(stage);
    Till &till = stage.till();
    till.find<QLineEdit>("discountValue")->setFocus();
    till.type(QStringLiteral("10 %"));
    till.find<QLineEdit>("discountReason")->setFocus();
    till.type(QStringLiteral("bad view"));
    till.key(Qt::Key_Return);
    Stage::until([&] { return till.sell().findChild<QPushButton *>(QStringLiteral("approver")); }, "somebody who may");
    return till.sell().findChild<ApprovalPanel *>();
}

inline QWidget *parked(Stage &stage)
{
    Till &till = stage.cashier();
    stage.takeSeats();
    till.key(Qt::Key_F4);
    Stage::until([&] { return till.places() == 0; }, "the parking");
    till.key(Qt::Key_F4);
    Stage::until([&] { return till.find<QListWidget>("parkedList")->count() == 1; }, "the parked cart");
    return till.find<ParkedPanel>();
}

inline QWidget *comp(Stage &stage)
{
    Till &till = stage.cashier();
    stage.takeSeats();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F8, Qt::ShiftModifier);
    Stage::until([&] { return till.find<QLineEdit>("compReason")->hasFocus(); }, "the reason");
    till.type(QStringLiteral("press"));
    return till.find<CompPanel>();
}

inline QWidget *exchange(Stage &stage)
{
    Till &till = stage.cashier();
    stage.goTo("Orders");
    Stage::until([&] { return till.find<QListWidget>("orderHits")->count() > 0; }, "the orders");
    QTest::keyClick(till.find<QLineEdit>("orderSearch"), Qt::Key_Return);
    Stage::until([&] { return button(till.window, "exchange")->isVisible(); }, "the order");
    stage.press("exchange");
    Stage::until([&] { return till.sell().isVisible() && till.find<ExchangeMode>()->isVisible(); }, "the exchange");
    return till.find<ExchangeMode>();
}

inline QWidget *pay(Stage &stage)
{
    Till &till = stage.cashier();
    stage.takePlaces();
    stage.takeSeats();
    stage.goToPay();
    return till.find<PayPage>();
}

inline QWidget *payPart(Stage &stage)
{
    Till &till = stage.cashier();
    stage.takePlaces();
    stage.takeSeats();
    stage.goToPay();
    till.type(QStringLiteral("10000"));
    till.key(Qt::Key_F9);
    Stage::until([&] { return labelText(*till.find<PayPage>(), "due").contains(QStringLiteral("63")) && button(*till.find<PayPage>(), "cash")->isEnabled(); }, "the rest");
    till.pass(std::chrono::seconds(1));
    till.key(Qt::Key_Escape); // asks whether the money goes back
    Stage::until([&] { return till.find<PayPage>()->findChild<Banner *>()->isVisible(); }, "the question");
    return nullptr;
}

inline QWidget *givenBack(Stage &stage)
{
    payPart(stage);
    Till &till = stage.till();
    for (QPushButton *action : till.find<PayPage>()->findChild<Banner *>()->findChildren<QPushButton *>())
        if (action->isVisible() && action->objectName() == QLatin1String("bannerAction"))
            QTest::mouseClick(action, Qt::LeftButton);
    Stage::until([&] { return till.find<QLabel>("giveBack")->isVisible(); }, "what is given back");
    return nullptr;
}

inline QWidget *askingTheCard(Stage &stage)
{
    SandboxBehaviour silent;
    silent.neverArrives = true;
    Till &till = stage.cashier({}, silent);
    stage.takeSeats();
    stage.goToPay();
    till.key(Qt::Key_F10);
    Stage::until([&] { return !button(*till.find<PayPage>(), "card")->isEnabled(); }, "the card");
    return nullptr;
}

inline QWidget *machineQuestion(Stage &stage)
{
    TillOptions options;
    options.cardMachine = true;
    Till &till = stage.cashier(options);
    stage.takeSeats();
    stage.goToPay();
    till.key(Qt::Key_F10);
    Stage::until([&] { return button(*till.find<PayPage>(), "declined")->isVisible(); }, "the question");
    till.pass(std::chrono::seconds(1));
    return nullptr; // only an answer leaves it
}

inline QWidget *done(Stage &stage)
{
    stage.cashier();
    stage.finishSale();
    return stage.till().find<DonePage>();
}

inline QWidget *openPayments(Stage &stage)
{
    Till &till = stage.supervisor();
    Stage::until([&] { return till.find<QPushButton>("openPayments")->isVisible(); }, "the open payments");
    QTest::mouseClick(till.find<QPushButton>("openPayments"), Qt::LeftButton);
    Stage::until([&] { return till.find<OpenPaymentsPage>()->findChild<QPushButton *>(QStringLiteral("settle")); }, "their list");
    return till.find<OpenPaymentsPage>();
}

inline QWidget *settling(Stage &stage)
{
    openPayments(stage);
    Till &till = stage.till();
    QTest::mouseClick(till.find<OpenPaymentsPage>()->findChild<QPushButton *>(QStringLiteral("settle")), Qt::LeftButton);
    till.pass(std::chrono::seconds(1));
    return till.find<OpenPaymentsPage>()->findChild<QPushButton *>(QStringLiteral("declined"));
}

inline QWidget *wrongTender(Stage &stage)
{
    stage.cashier();
    stage.finishSale();
    Till &till = stage.till();
    till.key(Qt::Key_Return);
    Stage::until([&] { return till.sell().isVisible(); }, "the sell page");
    QTest::mouseClick(till.find<QPushButton>("wrongTender"), Qt::LeftButton);
    Stage::until([&] { return till.find<WrongTenderPage>()->findChild<QPushButton *>(QStringLiteral("wasCard")); }, "the tenders");
    return till.find<WrongTenderPage>();
}

inline QWidget *statistics(Stage &stage)
{
    Till &till = stage.supervisor();
    stage.goTo("Statistics");
    Stage::until([&] { return till.find<StatisticsPage>()->findChild<QTableWidget *>()->rowCount() > 0; }, "the figures");
    return till.find<StatisticsPage>();
}

inline QWidget *statisticsTables(Stage &stage)
{
    QWidget *page = statistics(stage);
    stage.till().key(Qt::Key_T);
    return page;
}

template <int Row>
QWidget *settings(Stage &stage)
{
    stage.supervisor();
    stage.openSection(Row);
    return stage.till().find<SettingsPage>();
}

inline QWidget *lock(Stage &stage)
{
    Till &till = stage.cashier();
    stage.takeSeats();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_L, Qt::ControlModifier);
    Stage::until([&] { return till.find<SignInPage>()->isVisible(); }, "the lock");
    return nullptr;
}

inline QWidget *help(Stage &stage)
{
    stage.cashier();
    stage.takeSeats();
    stage.till().key(Qt::Key_F1);
    return stage.till().find<HelpOverlay>();
}

inline QWidget *personMenu(Stage &stage)
{
    Till &till = stage.supervisor();
    auto *menu = till.find<Rail>()->findChild<QMenu *>();
    menu->popup(till.window.mapToGlobal(QPoint(96, 560)));
    return menu;
}

inline QWidget *scan(Stage &stage)
{
    Till &till = stage.cashier();
    stage.takeSeats();
    till.window.scan(QByteArray("4006381333931"));
    Stage::until([&] { return till.find<ScanPanel>()->isVisible(); }, "the answer");
    return nullptr; // it never takes the keyboard
}

inline QWidget *offline(Stage &stage)
{
    stage.cashier();
    stage.takeSeats();
    stage.loseDatabase();
    return nullptr;
}

inline QWidget *printTrouble(Stage &stage)
{
    TillOptions options;
    options.prefer = [](QSettings &settings) {
        printing::PrintSetup setup;
        setup.printers = {{QStringLiteral("left"), QStringLiteral("Counter, left"), printing::PrinterKind::Network, QStringLiteral("127.0.0.1:1"), printing::PaperFormat::Roll80, true, true}};
        setup.ticketPrinter = setup.receiptPrinter = QStringLiteral("left");
        printing::savePrinters(settings, setup);
    };
    stage.cashier(options);
    stage.finishSale();
    Stage::until([&] { return stage.till().find<PrintTroubleBar>()->isVisible(); }, "the trouble");
    return stage.till().find<DonePage>();
}

inline QWidget *training(Stage &stage)
{
    TillOptions options;
    options.training = true;
    stage.cashier(options);
    stage.takeSeats();
    return nullptr;
}

} // namespace screens

inline const std::vector<Screen> &everyScreen()
{
    static const std::vector<Screen> all{
        {"start-trouble", screens::startTrouble},
        {"first-language", screens::firstLanguage},
        {"first-home", screens::firstHome},
        {"first-server", screens::firstServer},
        {"first-administrator", screens::firstAdministrator},
        {"first-house", screens::firstHouse},
        {"sign-in", screens::signIn},
        {"wrong-pin", screens::wrongPin},
        {"events", screens::events},
        {"events-archived", screens::archivedEvents},
        {"sell-map", screens::sellMap},
        {"sell-general", screens::sellGeneral},
        {"cart", screens::cart},
        {"seat-taken", screens::seatTaken},
        {"customer", screens::customer},
        {"parked", screens::parked},
        {"discounts", screens::discounts},
        {"discounted-cart", screens::discountedCart},
        {"discount-approval", screens::discountApproval},
        {"comp", screens::comp},
        {"exchange", screens::exchange},
        {"pay", screens::pay},
        {"pay-part", screens::payPart},
        {"pay-card", screens::askingTheCard},
        {"given-back", screens::givenBack},
        {"machine-question", screens::machineQuestion},
        {"done", screens::done},
        {"wrong-tender", screens::wrongTender},
        {"open-payments", screens::openPayments},
        {"settling", screens::settling},
        {"orders", screens::orders},
        {"order", screens::orderDetail},
        {"refund", screens::refundQuestion},
        {"other-price", screens::otherPrice},
        {"doors", screens::doors},
        {"doors-welcome", screens::verdict<1>},
        {"doors-used", screens::verdict<2>},
        {"doors-refused", screens::refusedAtTheDoor},
        {"door-inbox", screens::doorInbox},
        {"door-passage", screens::doorPassage},
        {"door-give-back", screens::doorGiveBack},
        {"door-credit", screens::doorCredit},
        {"door-nothing", screens::nothingToSettle},
        {"door-none", screens::noDoors},
        {"door-all", screens::allDoors},
        {"door-grant", screens::doorGrant},
        {"customers", screens::customers},
        {"wallet", screens::wallet},
        {"pay-wallet", screens::payWallet},
        {"shift", screens::shift},
        {"shift-open", screens::openShift},
        {"shift-count", screens::countDrawer},
        {"statistics", screens::statistics},
        {"statistics-tables", screens::statisticsTables},
        {"settings-appearance", screens::settings<0>},
        {"settings-language", screens::settings<1>},
        {"settings-sounds", screens::settings<2>},
        {"settings-lock", screens::settings<3>},
        {"settings-printers", screens::settings<4>},
        {"settings-scanner", screens::settings<5>},
        {"settings-promos", screens::settings<6>},
        {"settings-start", screens::settings<7>},
        {"lock", screens::lock},
        {"help", screens::help},
        {"person-menu", screens::personMenu},
        {"scan", screens::scan},
        {"offline", screens::offline},
        {"print-trouble", screens::printTrouble},
        {"training", screens::training},
    };
    return all;
}

} // namespace foyer::test
