// The screens of a machine's first start.
#pragma once

#include "tests/ui/pages/stage.h"

namespace foyer::test::screens {

inline QWidget *firstLanguage(Stage &stage)
{
    stage.firstRun();
    return nullptr;
}

inline QWidget *firstHome(Stage &stage)
{
    stage.firstRun();
    stage.press("en");
    return button(stage.window(), "demo");
}

inline QWidget *firstServer(Stage &stage)
{
    firstHome(stage);
    stage.press("server");
    stage.write("user", QStringLiteral("till1"));
    stage.press("test");
    return stage.window().findChild<QLineEdit *>(QStringLiteral("user"));
}

inline QWidget *firstAdministrator(Stage &stage)
{
    firstHome(stage);
    stage.press("file");
    stage.press("next"); // says what is missing
    return stage.window().findChild<QLineEdit *>(QStringLiteral("pin"));
}

inline QWidget *firstHouse(Stage &stage)
{
    firstAdministrator(stage);
    stage.write("administrator", QStringLiteral("Mia"));
    stage.write("pin", QStringLiteral("246802"));
    stage.write("pinAgain", QStringLiteral("246802"));
    stage.press("next");
    return stage.window().findChild<QLineEdit *>(QStringLiteral("venue"));
}

inline QWidget *startTrouble(Stage &stage)
{
    StartWindow &window = stage.show(std::make_unique<StartWindow>());
    window.showTrouble(sentence({ErrorCode::DatabaseUnavailable, {QStringLiteral("box.example")}, {}}), Stage::said("foyer::Program", "Try again"));
    return nullptr;
}

} // namespace foyer::test::screens
