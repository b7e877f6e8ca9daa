#include "tests/support/testmain.h"
#include "ui/theme/icons.h"
#include "ui/theme/stylesheet.h"

#include <QtTest/QSignalSpy>

using namespace foyer;

class ThemeTest : public QObject
{
    Q_OBJECT

private:
    /// Pixels that differ by more than the smoothing of an edge: 3:1.
    static int clearlyDiffering(const QImage &a, const QImage &b)
    {
        int count = 0;
        for (int y = 0; y < qMin(a.height(), b.height()); ++y)
            for (int x = 0; x < qMin(a.width(), b.width()); ++x)
                count += contrastRatio(a.pixelColor(x, y), b.pixelColor(x, y)) >= 3.0;
        return count;
    }

private Q_SLOTS:
    void everyTextCanBeRead_data()
    {
        QTest::addColumn<ColorScheme>("scheme");
        QTest::newRow("light") << ColorScheme::Light;
        QTest::newRow("dark") << ColorScheme::Dark;
        QTest::newRow("high contrast") << ColorScheme::HighContrast;
    }

    void everyTextCanBeRead()
    {
        QFETCH(ColorScheme, scheme);
        for (const TokenPair &pair : textPairs(Tokens::of(scheme))) {
            const double ratio = contrastRatio(pair.foreground, pair.background);
            QVERIFY2(ratio >= 4.5, qPrintable(QStringLiteral("%1 is %2").arg(QLatin1String(pair.name)).arg(ratio)));
        }
    }

    void outlinesAndFocusStandOutFromTheirGround_data() { everyTextCanBeRead_data(); }

    void outlinesAndFocusStandOutFromTheirGround()
    {
        QFETCH(ColorScheme, scheme);
        const Tokens t = Tokens::of(scheme);
        for (const QColor &ground : {t.window, t.surface}) {
            QVERIFY(contrastRatio(t.focus, ground) >= 3.0);
            QVERIFY(contrastRatio(t.control, ground) >= 3.0);
        }
    }

    void contrastIsThatOfTheStandard()
    {
        QCOMPARE(contrastRatio(Qt::white, Qt::black), 21.0);
        QCOMPARE(contrastRatio(Qt::white, Qt::white), 1.0);
        QVERIFY(qAbs(contrastRatio(QColor(0x76, 0x76, 0x76), Qt::white) - 4.54) < 0.01);
    }

    void theStylesheetHasNoNameLeftOpen()
    {
        for (const auto scheme : {ColorScheme::Light, ColorScheme::Dark, ColorScheme::HighContrast})
            QVERIFY(!stylesheet(Tokens::of(scheme)).contains(u'@'));
    }

    void digitsAreAllEquallyWide()
    {
        Theme theme;
        for (const auto role : {TypeRole::Small, TypeRole::Base, TypeRole::Section, TypeRole::Total, TypeRole::Verdict}) {
            const QFontMetricsF metrics(theme.font(role));
            for (char16_t digit = u'1'; digit <= u'9'; ++digit)
                QCOMPARE(metrics.horizontalAdvance(QChar(digit)), metrics.horizontalAdvance(u'0'));
        }
    }

    void choosingAnAppearanceChangesTheWholeApplication()
    {
        Theme theme;
        QSignalSpy changed(&theme, &Theme::changed);
        theme.setAppearance(Appearance::Dark);
        QCOMPARE(theme.scheme(), ColorScheme::Dark);
        QCOMPARE(QApplication::palette().color(QPalette::Window), Tokens::of(ColorScheme::Dark).window);
        theme.setAppearance(Appearance::HighContrast);
        QCOMPARE(QApplication::palette().color(QPalette::Window), QColor(Qt::black));
        theme.setAppearance(Appearance::Light);
        QCOMPARE(QApplication::palette().color(QPalette::Window), Tokens::of(ColorScheme::Light).window);
        QCOMPARE(changed.size(), 3);
    }

    void theDesktopIsFollowedOnlyWhenAsked()
    {
        QApplication::setPalette(QPalette(QColor(30, 30, 30)));
        Theme theme;
        theme.setAppearance(Appearance::Light);
        QCOMPARE(theme.scheme(), ColorScheme::Light);
        theme.setAppearance(Appearance::System);
        QCOMPARE(theme.scheme(), ColorScheme::Dark);
    }

    void buttonsAreLargeEnoughForAFinger()
    {
        Theme theme;
        theme.setAppearance(Appearance::Light);
        for (const auto role : {ButtonRole::Primary, ButtonRole::Secondary, ButtonRole::Quiet, ButtonRole::Danger}) {
            const std::unique_ptr<QPushButton> button(makeButton(QStringLiteral("Sell"), role));
            QVERIFY(button->sizeHint().height() >= measure::Touch);
            QVERIFY(button->minimumHeight() >= measure::Touch);
        }
        const std::unique_ptr<QPushButton> pay(makeButton(QStringLiteral("Pay"), ButtonRole::Pay));
        QVERIFY(pay->sizeHint().height() >= measure::Pay);
    }

    void aFocusedButtonLooksDifferentAndKeepsItsSize_data()
    {
        QTest::addColumn<ButtonRole>("role");
        QTest::addColumn<Appearance>("appearance");
        for (const auto appearance : {Appearance::Light, Appearance::Dark, Appearance::HighContrast})
            for (const auto role : {ButtonRole::Primary, ButtonRole::Secondary, ButtonRole::Quiet, ButtonRole::Danger, ButtonRole::Pay})
                QTest::addRow("role %d, appearance %d", int(role), int(appearance)) << role << appearance;
    }

    void aFocusedButtonLooksDifferentAndKeepsItsSize()
    {
        QFETCH(ButtonRole, role);
        QFETCH(Appearance, appearance);
        Theme theme;
        theme.setAppearance(appearance);
        QWidget window;
        auto *layout = new QVBoxLayout(&window);
        QPushButton *other = makeButton(QStringLiteral("Other"), ButtonRole::Secondary);
        QPushButton *button = makeButton(QStringLiteral("Sell"), role);
        layout->addWidget(other);
        layout->addWidget(button);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        other->setFocus();
        const QImage calm = button->grab().toImage();
        const QSize size = button->sizeHint();
        button->setFocus(Qt::TabFocusReason);
        QTRY_VERIFY(button->hasFocus());
        QVERIFY(clearlyDiffering(button->grab().toImage(), calm) > 200);
        QCOMPARE(button->sizeHint(), size);
    }

    void everyIconShowsSomething()
    {
        for (int i = 0; i <= int(IconName::Card); ++i) {
            const QImage image = iconPixmap(IconName(i), Qt::black, 24).toImage().convertToFormat(QImage::Format_ARGB32);
            int inked = 0;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    inked += qAlpha(image.pixel(x, y)) > 128;
            QVERIFY2(inked > 10, qPrintable(QStringLiteral("icon %1 is empty").arg(i)));
        }
    }

    void cleanup()
    {
        qApp->setStyleSheet(QString());
        QApplication::setPalette(QPalette());
    }
};

FOYER_TEST(ThemeTest, "theme")
#include "test_theme.moc"
