#include "ui/theme/theme.h"

#include "ui/theme/focusringstyle.h"
#include "ui/theme/stylesheet.h"

#include <QtGui/QFontDatabase>
#include <QtGui/QFontMetricsF>
#include <QtGui/QPalette>
#include <QtWidgets/QApplication>

namespace foyer {
namespace {

constexpr double BasePoints = 10;

bool hasTabularDigits(const QString &family)
{
    const QFontMetricsF metrics(QFont(family, 48));
    const double zero = metrics.horizontalAdvance(u'0');
    for (char16_t digit = u'1'; digit <= u'9'; ++digit)
        if (qAbs(metrics.horizontalAdvance(QChar(digit)) - zero) > 0.5)
            return false;
    return true;
}

QPalette paletteOf(const Tokens &t)
{
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, const QColor &color) { palette.setColor(role, color); };
    set(QPalette::Window, t.window);
    set(QPalette::WindowText, t.text);
    set(QPalette::Base, t.surface);
    set(QPalette::AlternateBase, t.hover);
    set(QPalette::ToolTipBase, t.surface);
    set(QPalette::ToolTipText, t.text);
    set(QPalette::PlaceholderText, t.muted);
    set(QPalette::Text, t.text);
    set(QPalette::Button, t.surface);
    set(QPalette::ButtonText, t.text);
    set(QPalette::BrightText, t.bad);
    set(QPalette::Light, t.hover);
    set(QPalette::Midlight, t.hover);
    set(QPalette::Mid, t.line);
    set(QPalette::Dark, t.line);
    set(QPalette::Shadow, t.pressed);
    set(QPalette::Highlight, t.accent);
    set(QPalette::HighlightedText, t.onAccent);
    set(QPalette::Link, t.accent);
    set(QPalette::LinkVisited, t.accent);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, t.disabled);
    return palette;
}

bool paletteIsDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

} // namespace

QString tabularFamily()
{
    const QStringList installed = QFontDatabase::families();
    for (const QString &family : {QStringLiteral("Noto Sans"), QStringLiteral("Inter"), QStringLiteral("Cantarell"),
                                  QStringLiteral("DejaVu Sans"), QStringLiteral("Liberation Sans")})
        if (installed.contains(family) && hasTabularDigits(family))
            return family;
    return QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
}

Theme::Theme(QObject *parent)
    : QObject(parent)
    , m_family(tabularFamily())
    , m_tokens(Tokens::of(ColorScheme::Light))
    , m_desktopIsDark(paletteIsDark(QApplication::palette()))
{
    QApplication::setStyle(new FocusRingStyle);
    qApp->installEventFilter(this);
}

void Theme::setAppearance(Appearance appearance)
{
    m_appearance = appearance;
    apply(wantedScheme());
}

QFont Theme::font(TypeRole role) const
{
    QFont font(m_family);
    switch (role) {
    case TypeRole::Small:
        font.setPointSizeF(9);
        break;
    case TypeRole::Base:
        font.setPointSizeF(BasePoints);
        break;
    case TypeRole::Strong:
        font.setPointSizeF(12);
        font.setWeight(QFont::DemiBold);
        break;
    case TypeRole::Section:
        font.setPointSizeF(16);
        font.setWeight(QFont::DemiBold);
        break;
    case TypeRole::Total:
        font.setPointSizeF(24);
        font.setWeight(QFont::DemiBold);
        break;
    case TypeRole::Verdict:
        font.setPointSizeF(48);
        font.setWeight(QFont::Bold);
        break;
    }
    return font;
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    // Sent to every window when the desktop changes its colours; judged once, after all have heard it.
    if (event->type() == QEvent::ThemeChange && !m_applying && m_appearance == Appearance::System)
        QMetaObject::invokeMethod(this, &Theme::followDesktop, Qt::QueuedConnection);
    return QObject::eventFilter(watched, event);
}

ColorScheme Theme::wantedScheme() const
{
    switch (m_appearance) {
    case Appearance::System:
        return m_desktopIsDark ? ColorScheme::Dark : ColorScheme::Light;
    case Appearance::Light:
        return ColorScheme::Light;
    case Appearance::Dark:
        return ColorScheme::Dark;
    case Appearance::HighContrast:
        return ColorScheme::HighContrast;
    }
    Q_UNREACHABLE();
}

void Theme::apply(ColorScheme scheme)
{
    m_applying = true;
    m_scheme = scheme;
    m_tokens = Tokens::of(scheme);
    QApplication::setPalette(paletteOf(m_tokens));
    QApplication::setFont(font(TypeRole::Base));
    qApp->setStyleSheet(stylesheet(m_tokens));
    m_applying = false;
    Q_EMIT changed();
}

void Theme::followDesktop()
{
    // Only without a palette of our own does Qt show the desktop's.
    m_applying = true;
    QApplication::setPalette(QPalette());
    m_desktopIsDark = paletteIsDark(QApplication::palette());
    apply(wantedScheme());
}

} // namespace foyer
