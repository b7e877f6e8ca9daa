// main() of every test executable: the first argument names the test class; without one all run.
#include "tests/support/testmain.h"

#ifdef FOYER_TEST_GUI
#include <QtWidgets/QApplication>
using Application = QApplication;
#else
using Application = QCoreApplication;
#endif

int main(int argc, char *argv[])
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    Application app(argc, argv);
    QStringList arguments = app.arguments();
    const auto &classes = foyer::test::registry();
    const QByteArray wanted = arguments.size() > 1 ? arguments.at(1).toLocal8Bit() : QByteArray();

    if (const auto found = classes.find(wanted); found != classes.end()) {
        arguments.removeAt(1);
        return QTest::qExec(found->second().get(), arguments);
    }
    if (!wanted.isEmpty() && !wanted.startsWith('-')) {
        qCritical("no test class is named %s", wanted.constData());
        return 2;
    }
    int failures = 0;
    for (const auto &[name, make] : classes)
        failures += QTest::qExec(make().get(), arguments);
    return failures;
}
