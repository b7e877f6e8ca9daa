// The screens for what comes after the sale: orders, customers, wallets, shifts.
#pragma once

#include "tests/ui/pages/doormess.h"
#include "tests/ui/pages/stage.h"
#include "ui/orders/levelchoice.h"
#include "ui/doors/doorinbox.h"
#include "ui/doors/doorlist.h"
#include "ui/doors/verdictboard.h"
#include "ui/pages/customerspage.h"
#include "ui/pages/doorspage.h"
#include "ui/pages/orderspage.h"
#include "ui/pages/shiftpage.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QTreeWidget>

namespace foyer::test::screens {

/// As it opens, for a supervisor.
template <typename Page>
QWidget *railPage(Stage &stage, const char *name)
{
    Till &till = stage.supervisor();
    stage.goTo(name);
    Stage::until([&] { return till.find<Page>()->isVisible(); }, name);
    return till.find<Page>();
}

inline QWidget *orders(Stage &stage) { return railPage<OrdersPage>(stage, "Orders"); }
inline QWidget *customers(Stage &stage) { return railPage<CustomersPage>(stage, "Customers"); }
inline QWidget *shift(Stage &stage) { return railPage<ShiftPage>(stage, "Shift"); }

inline QWidget *orderDetail(Stage &stage)
{
    orders(stage);
    Till &till = stage.till();
    Stage::until([&] { return till.find<QListWidget>("orderHits")->count() > 0; }, "the orders");
    QTest::keyClick(till.find<QLineEdit>("orderSearch"), Qt::Key_Return);
    Stage::until([&] { return till.find<QTreeWidget>("orderTickets")->isVisible(); }, "the order");
    till.pass(std::chrono::seconds(1));
    return nullptr;
}

inline QWidget *refundQuestion(Stage &stage)
{
    orderDetail(stage);
    OrdersPage &page = *stage.till().find<OrdersPage>();
    QTest::mouseClick(button(page, "refund"), Qt::LeftButton);
    Stage::until([&] { return button(page, "agree")->isVisible(); }, "the question");
    return button(page, "agree");
}

inline QWidget *otherPrice(Stage &stage)
{
    orderDetail(stage);
    OrdersPage &page = *stage.till().find<OrdersPage>();
    QTest::mouseClick(button(page, "otherPrice"), Qt::LeftButton);
    Stage::until([&] { return page.findChild<LevelChoice *>() && page.findChild<LevelChoice *>()->isVisible(); }, "the prices");
    return page.findChild<LevelChoice *>();
}

/// Jörg's, just opened.
inline QWidget *wallet(Stage &stage)
{
    customers(stage);
    Till &till = stage.till();
    till.find<QLineEdit>("customerSearch")->setFocus();
    till.type(QStringLiteral("mull"));
    Stage::until([&] { return till.find<QListWidget>("customerList")->count() == 1; }, "the customer");
    till.key(Qt::Key_Return);
    CustomersPage &page = *till.find<CustomersPage>();
    Stage::until([&] { return button(page, "openWallet")->isVisible(); }, "the card");
    QTest::mouseClick(button(page, "openWallet"), Qt::LeftButton);
    Stage::until([&] { return !button(page, "openWallet")->isVisible(); }, "the wallet");
    return nullptr;
}

inline QWidget *payWallet(Stage &stage)
{
    stage.cashier();
    stage.takeSeats();
    stage.goToPay();
    Till &till = stage.till();
    till.key(Qt::Key_F11);
    Stage::until([&] { return till.find<QLineEdit>("purseSearch")->hasFocus(); }, "the wallet's side");
    till.type(QStringLiteral("mull"));
    Stage::until([&] { return till.find<QListWidget>("purseList")->count() == 1; }, "the customer");
    return till.find<QLineEdit>("purseSearch");
}

inline QWidget *openShift(Stage &stage)
{
    shift(stage);
    ShiftPage &page = *stage.till().find<ShiftPage>();
    Stage::until([&] { return button(page, "cashGo")->isVisible(); }, "the float");
    stage.till().type(QStringLiteral("15000"));
    QTest::mouseClick(button(page, "cashGo"), Qt::LeftButton);
    Stage::until([&] { return button(page, "countDrawer")->isVisible(); }, "the open shift");
    return nullptr;
}

inline QWidget *countDrawer(Stage &stage)
{
    openShift(stage);
    ShiftPage &page = *stage.till().find<ShiftPage>();
    QTest::mouseClick(button(page, "countDrawer"), Qt::LeftButton);
    Stage::until([&] { return page.findChild<QLineEdit *>(QStringLiteral("pieces5000")); }, "the count");
    stage.till().type(QStringLiteral("3"));
    return page.findChild<QLineEdit *>(QStringLiteral("pieces5000"));
}

inline QWidget *doors(Stage &stage) { return railPage<DoorsPage>(stage, "Doors"); }

/// What one door told that does not fit.
inline QWidget *doorInbox(Stage &stage)
{
    Till &till = stage.supervisor();
    makeDoorMess(till);
    stage.goTo("Doors");
    Stage::until([&] { return till.find<QListWidget>("matters")->count() == 4; }, "what does not fit");
    QTest::mouseClick(button(till.window, "tabInbox"), Qt::LeftButton);
    const auto *story = till.find<QLabel>("matterStory");
    Stage::until([&] { return story->isVisible() && story->text().contains(QStringLiteral("Club")); }, "the first of it");
    return story->window()->findChild<QListWidget *>(QStringLiteral("matters"));
}

inline QWidget *doorPassage(Stage &stage)
{
    QWidget *left = doorInbox(stage);
    static_cast<QListWidget *>(left)->setCurrentRow(3);
    Stage::until([&] { return button(stage.window(), "findMatter")->isVisible(); }, "the passage");
    return left;
}

/// The one with money is asked about.
inline QWidget *doorGiveBack(Stage &stage)
{
    doorInbox(stage);
    QTest::mouseClick(button(stage.window(), "giveBackMatter"), Qt::LeftButton);
    QWidget *agree = stage.till().find<DoorInbox>()->findChild<QPushButton *>(QStringLiteral("agree"));
    Stage::until([&] { return agree->isVisible(); }, "the question");
    return agree;
}

inline QWidget *doorCredit(Stage &stage)
{
    doorInbox(stage);
    QTest::mouseClick(button(stage.window(), "creditMatter"), Qt::LeftButton);
    stage.till().type(QStringLiteral("mull"));
    Stage::until([&] { return stage.till().find<QListWidget>("creditorList")->count() == 1; }, "the customer");
    return stage.till().find<QLineEdit>("creditorSearch");
}

inline QWidget *nothingToSettle(Stage &stage)
{
    doors(stage);
    Stage::until([&] { return button(stage.window(), "tabInbox")->isVisible(); }, "the tabs");
    QTest::mouseClick(button(stage.window(), "tabInbox"), Qt::LeftButton);
    return stage.till().find<DoorInbox>();
}

inline QWidget *noDoors(Stage &stage)
{
    doors(stage);
    Stage::until([&] { return button(stage.window(), "tabDoors")->isVisible(); }, "the tabs");
    QTest::mouseClick(button(stage.window(), "tabDoors"), Qt::LeftButton);
    return stage.till().find<DoorList>();
}

inline QWidget *allDoors(Stage &stage)
{
    doorInbox(stage);
    QTest::mouseClick(button(stage.window(), "tabDoors"), Qt::LeftButton);
    auto *tree = stage.till().find<QTreeWidget>("doorTree");
    Stage::until([&] { return tree->isVisible() && tree->topLevelItemCount() == 1; }, "the doors");
    return tree;
}

inline QWidget *doorGrant(Stage &stage)
{
    allDoors(stage);
    QTest::mouseClick(button(stage.window(), "givePlaces"), Qt::LeftButton);
    Stage::until([&] { return stage.till().find<QComboBox>("grantType")->count() == 2; }, "the types");
    return stage.till().find<QComboBox>("grantType");
}

/// What came of scanning a sold ticket so often, one minute after the other.
template <int Times>
QWidget *verdict(Stage &stage)
{
    doors(stage);
    Till &till = stage.till();
    auto *events = till.find<QComboBox>("doorEvent");
    Stage::until([&] { return events->count() == 3; }, "the events");
    events->setCurrentIndex(events->findText(QStringLiteral("Hamlet"), Qt::MatchStartsWith));
    const Order order = till.counter.ask([](Desk &desk) { return desk.office.orders().findByNumber(QStringLiteral("A-10001")); });
    for (int i = 0; i < Times; ++i) {
        QSignalSpy answered(till.find<DoorsPage>(), &DoorsPage::answered);
        till.window.scan(order.lines.front().ticket.number.toString().toLatin1());
        Stage::until([&] { return !answered.isEmpty(); }, "the verdict");
        till.pass(std::chrono::minutes(1));
    }
    return till.find<DoorsPage>();
}

inline QWidget *refusedAtTheDoor(Stage &stage)
{
    verdict<2>(stage);
    Till &till = stage.till();
    till.type(QStringLiteral("4006381333931"));
    till.key(Qt::Key_Return);
    Stage::until([&] { return till.find<VerdictBoard>("verdictBoard")->words().tone == Tone::Bad; }, "the refusal");
    return till.find<DoorsPage>();
}

} // namespace foyer::test::screens
