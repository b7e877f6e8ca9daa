// Every screen, opened once in each language: whole and readable; in the first also named for those who hear it, and reached by keyboard alone.
#include "app/desktop/languages.h"
#include "tests/support/testmain.h"
#include "tests/ui/pages/screens.h"

#include <QtCore/QDir>
#include <QtGui/QAccessible>
#include <QtGui/QPainter>

using namespace foyer;
using namespace foyer::test;

namespace {

constexpr QSize SmallScreen{1280, 720};
constexpr QSize LargeScreen{1920, 1080};
constexpr int LeastTouch = 40; ///< pixels; most have 48
constexpr int MostStops = 200; ///< of the Tab key; nothing has so many

/// What a camera would see: the window and what is open above it.
QImage pictureOf(const QWidget &window, const QRect &part = {})
{
    QPixmap picture = const_cast<QWidget &>(window).grab(part.isNull() ? window.rect() : part);
    QPainter painter(&picture);
    for (QWidget *above : QApplication::topLevelWidgets())
        if (above->isVisible() && above->windowType() == Qt::Popup)
            painter.drawPixmap(window.mapFromGlobal(above->pos()) - part.topLeft(), above->grab());
    painter.end();
    return picture.toImage();
}

int coloursIn(const QImage &picture)
{
    QSet<QRgb> colours;
    for (int y = 0; y < picture.height(); y += 3)
        for (int x = 0; x < picture.width(); x += 3)
            colours.insert(picture.pixel(x, y));
    return int(colours.size());
}

QString nameOf(const QWidget *widget)
{
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    return QLatin1String(widget->metaObject()->className()) + u' ' + widget->objectName() + u' ' + (button ? button->text() : widget->accessibleName());
}

/// Buttons that a thumb would miss.
QStringList smallButtons(const QWidget &window)
{
    QStringList small;
    for (const auto *button : window.findChildren<QPushButton *>())
        if (button->isVisible() && (button->height() < LeastTouch || button->width() < LeastTouch))
            small << nameOf(button) + QStringLiteral(" %1x%2").arg(button->width()).arg(button->height());
    return small;
}

/// Where Tab has to come.
QSet<QWidget *> tabStops(const QWidget &window)
{
    QSet<QWidget *> stops;
    for (QWidget *widget : window.findChildren<QWidget *>())
        if (widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy() && widget->window() == &window)
            stops.insert(widget);
    return stops;
}

QRect around(const QWidget *widget, const QWidget &window)
{
    return QRect(widget->mapTo(&window, QPoint()), widget->size()).adjusted(-4, -4, 4, 4).intersected(window.rect());
}

/// By something that lies above the page for a while.
bool isCovered(const QWidget *widget, const QWidget &window)
{
    const QWidget *top = window.childAt(widget->mapTo(&window, widget->rect().center()));
    return !top || (top != widget && !widget->isAncestorOf(top));
}

/// What somebody who hears the window would not understand, in it and everything inside.
void addUnnamed(QStringList &unnamed, QAccessibleInterface *heard, int depth = 0)
{
    if (!heard || !heard->isValid() || heard->state().invisible || depth > 40)
        return;
    const QString name = heard->text(QAccessible::Name);
    static const QSet<int> pressed{QAccessible::PushButton, QAccessible::CheckBox, QAccessible::RadioButton, QAccessible::ComboBox, QAccessible::EditableText,
                                   QAccessible::SpinBox, QAccessible::ListItem, QAccessible::MenuItem, QAccessible::PageTab, QAccessible::Slider};
    static const QSet<int> compound{QAccessible::ComboBox, QAccessible::SpinBox, QAccessible::EditableText}; // their parts are Qt's own
    const bool isInside = heard->parent() && compound.contains(heard->parent()->role());
    const auto *widget = qobject_cast<QWidget *>(heard->object());
    const bool takesKeys = widget ? widget->focusPolicy() != Qt::NoFocus && !widget->focusProxy() && widget->isEnabled() : heard->state().focusable;
    const QString what = (widget ? nameOf(widget) : QStringLiteral("item %1").arg(name)) + QStringLiteral(", role %1").arg(int(heard->role()));
    if (name.isEmpty() && !isInside && (takesKeys || pressed.contains(heard->role())) && heard->role() != QAccessible::Separator)
        unnamed << QStringLiteral("no name: ") + what;
    if (takesKeys && (heard->role() == QAccessible::NoRole || heard->role() == QAccessible::Client))
        unnamed << QStringLiteral("no role: ") + what;
    for (int child = 0; child < heard->childCount(); ++child)
        addUnnamed(unnamed, heard->child(child), depth + 1);
}

} // namespace

class ScreensTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void everybodyIsAtHomeOnEveryScreen_data() { walk("en"); }
    void everybodyIsAtHomeOnEveryScreen() { open(QStringLiteral("en"), everybodyIsAtHome); }

    void everyScreenIsWholeInGerman_data() { walk("de"); }
    void everyScreenIsWholeInGerman() { open(QStringLiteral("de"), [](Stage &) {}); }

private:
    static void walk(const char *language)
    {
        QTest::addColumn<int>("screen");
        for (size_t i = 0; i < everyScreen().size(); ++i)
            QTest::addRow("%s-%s", everyScreen()[i].name, language) << int(i);
    }

    static void open(const QString &language, const std::function<void(Stage &)> &look)
    {
        QFETCH(int, screen);
        Languages languages;
        languages.use(language);
        const auto tidy = qScopeGuard([&] { languages.use(QStringLiteral("en")); });
        Stage stage;
        QWidget *left = everyScreen()[size_t(screen)].open(stage);
        look(stage);
        if (!QTest::currentTestFailed())
            nothingIsCut(stage, QLatin1String(everyScreen()[size_t(screen)].name) + u'-' + language);
        if (left && !QTest::currentTestFailed())
            escLeadsBack(*left);
    }

    static void nothingIsCut(Stage &stage, const QString &name)
    {
        QWidget &window = stage.window();
        setSize(window, SmallScreen);
        QVERIFY2(window.width() <= SmallScreen.width() && window.height() <= SmallScreen.height(), "it needs a larger screen");
        QVERIFY(coloursIn(pictureOf(window)) > 8);
        QVERIFY2(allText(window).size() > 10, qPrintable(allText(window)));
        if (!qEnvironmentVariableIsEmpty("FOYER_SCREENS"))
            savePictures(stage, name);
        const QStringList cut = cutTexts(window);
        QVERIFY2(cut.isEmpty(), qPrintable(cut.join(u'\n')));
        const QStringList small = smallButtons(window);
        QVERIFY2(small.isEmpty(), qPrintable(small.join(u'\n')));
    }

    /// Whoever hears a screen knows what it is, and the keyboard alone is enough.
    static void everybodyIsAtHome(Stage &stage)
    {
        QWidget &window = stage.window();
        QStringList unnamed;
        addUnnamed(unnamed, QAccessible::queryAccessibleInterface(&window));
        for (QWidget *above : QApplication::topLevelWidgets())
            if (above->isVisible() && above != &window)
                addUnnamed(unnamed, QAccessible::queryAccessibleInterface(above));
        QVERIFY2(unnamed.isEmpty(), qPrintable(unnamed.join(u'\n')));
        QCoreApplication::processEvents();
        if (QApplication::activePopupWidget())
            return; // whose arrows lead through it
        const QPointer<QWidget> start = QApplication::focusWidget();
        QVERIFY2(start && start->window() == &window, "the keyboard stands nowhere");
        walkByTab(window, Qt::Key_Tab);
        walkByTab(window, Qt::Key_Backtab);
        if (start)
            start->setFocus();
    }

    static void escLeadsBack(QWidget &left)
    {
        QVERIFY(left.isVisible());
        QWidget *above = QApplication::activePopupWidget();
        QTest::keyClick(above ? above : QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY2(!left.isVisible(), "Esc does not lead back");
    }

    static void setSize(QWidget &window, QSize size)
    {
        window.resize(size);
        QCoreApplication::processEvents();
        QCoreApplication::processEvents(); // what the first layout asked for
    }

    static void savePictures(Stage &stage, const QString &name)
    {
        const QDir folder(qEnvironmentVariable("FOYER_SCREENS"));
        QVERIFY(folder.mkpath(QStringLiteral(".")));
        const std::pair<Appearance, const char *> looks[]{{Appearance::Dark, "dark"}, {Appearance::HighContrast, "contrast"}, {Appearance::Light, "light"}};
        for (const auto &[appearance, look] : looks) {
            stage.theme().setAppearance(appearance);
            for (const QSize size : {LargeScreen, SmallScreen}) {
                setSize(stage.window(), size);
                const QString file = QStringLiteral("%1-%2-%3x%4.png").arg(name, QLatin1String(look)).arg(stage.window().width()).arg(stage.window().height());
                QVERIFY2(pictureOf(stage.window()).save(folder.filePath(file)), qPrintable(file));
            }
        }
    }

    /// Once around, back to where it began: every control is met, and shows that the keyboard is there.
    static void walkByTab(QWidget &window, Qt::Key tab)
    {
        QWidget *start = QApplication::focusWidget();
        QSet<QWidget *> met;
        QRect place; // of the one that had the keyboard last, as it looked then, and its name
        QImage focused;
        QString name;
        for (int stop = 0; stop < MostStops; ++stop) {
            QWidget *before = QApplication::focusWidget();
            // A date takes Tab for its day, month and year first.
            for (int press = 0; press == 0 || (press < 4 && before->inherits("QDateTimeEdit") && QApplication::focusWidget() == before); ++press)
                QTest::keyClick(before, tab, tab == Qt::Key_Backtab ? Qt::ShiftModifier : Qt::NoModifier);
            QWidget *now = QApplication::focusWidget();
            QVERIFY2(now && now != before, qPrintable(QStringLiteral("Tab does not leave ") + nameOf(before)));
            QVERIFY2(focused.isNull() || pictureOf(window, place) != focused, qPrintable(QStringLiteral("nobody sees that the keyboard is on ") + name));
            if (met.contains(now))
                break;
            met.insert(now);
            QVERIFY2(now->isVisible(), qPrintable(QStringLiteral("the keyboard is where nothing is: ") + nameOf(now)));
            place = around(now, window);
            focused = isCovered(now, window) ? QImage() : pictureOf(window, place);
            name = nameOf(now);
        }
        QVERIFY2(met.contains(start), qPrintable(QStringLiteral("Tab never comes back to ") + nameOf(start)));
        QStringList missed;
        for (QWidget *stop : tabStops(window) - met)
            missed << nameOf(stop);
        QVERIFY2(missed.isEmpty(), qPrintable(QStringLiteral("Tab misses ") + missed.join(QStringLiteral(", "))));
    }
};

FOYER_TEST(ScreensTest, "screens")
#include "test_screens.moc"
