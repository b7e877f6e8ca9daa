// The screens for what comes after the sale: orders, customers, wallets, shifts.
#pragma once

#include "tests/ui/pages/stage.h"
#include "ui/orders/levelchoice.h"
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
