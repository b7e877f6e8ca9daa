#include "ui/theme/stylesheet.h"

#include <QtWidgets/QPushButton>
#include <QtWidgets/QStyle>

#include <vector>

namespace foyer {
namespace {

// A focused control has a wider ring in the place of its line; padding shrinks by the difference, so nothing moves.
constexpr auto Sheet = R"(
QMainWindow, QDialog { background: @window; }
QToolTip { background: @surface; color: @text; border: 1px solid @control; padding: 4px 6px; }

QLabel { background: transparent; }
*[type="small"] { font-size: 9pt; }
*[type="strong"] { font-size: 12pt; font-weight: 600; }
*[type="section"] { font-size: 16pt; font-weight: 600; }
*[type="total"] { font-size: 24pt; font-weight: 600; }
*[type="verdict"] { font-size: 48pt; font-weight: 700; }
QLabel[tone="muted"] { color: @muted; }
QLabel[tone="accent"] { color: @accent; }
QLabel[tone="good"] { color: @good; }
QLabel[tone="warn"] { color: @warn; }
QLabel[tone="bad"] { color: @bad; }

*[panel="true"] { background: @surface; border: @lwpx solid @line; border-radius: 6px; }
QFrame[banner="accent"] { background: @accentSurface; border: @lwpx solid @accent; border-radius: 6px; }
QFrame[banner="good"] { background: @goodSurface; border: @lwpx solid @good; border-radius: 6px; }
QFrame[banner="warn"] { background: @warnSurface; border: @lwpx solid @warn; border-radius: 6px; }
QFrame[banner="bad"] { background: @badSurface; border: @lwpx solid @bad; border-radius: 6px; }

QPushButton { background: @surface; color: @text; border: @lwpx solid @control; border-radius: 6px;
    padding: 0 @padpx; min-height: @tallpx; }
QPushButton:hover { background: @hover; }
QPushButton:pressed, QPushButton:checked { background: @pressed; }
QPushButton:checked { border-color: @accent; }
QPushButton:focus { border: @fwpx solid @focus; padding: 0 @focusPadpx; min-height: @focusTallpx; }
QPushButton:disabled { color: @disabled; border-color: @line; background: @window; }

QPushButton[role="primary"], QPushButton[role="pay"] { background: @accent; color: @onAccent;
    border: @lwpx solid @accent; font-weight: 600; }
QPushButton[role="primary"]:hover, QPushButton[role="pay"]:hover { background: @accentHover; border-color: @accentHover; }
QPushButton[role="primary"]:pressed, QPushButton[role="pay"]:pressed { background: @accentHover; }
QPushButton[role="primary"]:focus, QPushButton[role="pay"]:focus { border: @fwpx solid @focus; }
QPushButton[role="primary"]:disabled, QPushButton[role="pay"]:disabled { background: @pressed; color: @disabled;
    border-color: @pressed; }
QPushButton[role="pay"] { min-height: @payTallpx; font-size: 16pt; padding: 0 @payPadpx; }
QPushButton[role="pay"]:focus { min-height: @payFocusTallpx; padding: 0 @payFocusPadpx; }

QPushButton[role="quiet"] { background: transparent; border-color: transparent; color: @accent; }
QPushButton[role="quiet"]:hover { background: @hover; }
QPushButton[role="quiet"]:pressed { background: @pressed; }
QPushButton[role="quiet"]:focus { border-color: @focus; }
QPushButton[role="quiet"]:disabled { color: @disabled; background: transparent; }

QPushButton[role="danger"] { background: @surface; color: @bad; border-color: @bad; font-weight: 600; }
QPushButton[role="danger"]:hover { background: @badSurface; }
QPushButton[role="danger"]:focus { border-color: @focus; }
QPushButton[role="danger"]:disabled { color: @disabled; border-color: @line; }

QPushButton[line="true"] { color: @text; text-align: left; padding: 0 4px; }
QPushButton[line="true"]:focus { padding: 0 3px; }
QPushButton[line="true"]::menu-indicator { image: none; width: 0; }
QWidget[railBackground="true"] { background: @surface; border: none; border-right: @lwpx solid @line; }
QPushButton[rail="true"] { background: transparent; border-color: transparent; font-size: 9pt; padding: 0; min-height: 62px; }
QPushButton[rail="true"]:hover { background: @hover; }
QPushButton[rail="true"]:checked { background: @accentSurface; color: @accent; font-weight: 600; }
QPushButton[rail="true"]:focus { border-color: @focus; padding: 0; min-height: 60px; }
QPushButton[rail="true"]::menu-indicator { image: none; width: 0; }
QPushButton[tile="true"] { text-align: left; min-height: 70px; padding: 0 12px; }
QPushButton[tile="true"]:focus { min-height: 68px; padding: 0 11px; }
QPushButton[tile="true"]:checked { background: @accentSurface; border: @fwpx solid @accent; }

QPushButton[choice="true"]:checked { background: @accentSurface; border-color: @accent; font-weight: 600; }
QPushButton[choice="true"]:checked:focus { border: @fwpx solid @focus; }

QPushButton[key="true"] { font-size: 16pt; padding: 0; }
QPushButton[key="true"]:focus { padding: 0; }
QPushButton[key="true"]::menu-indicator { image: none; width: 0; }
QPushButton[key="compact"] { font-size: 14pt; padding: 0; min-height: 46px; }
QPushButton[key="pad"] { font-size: 16pt; padding: 0; min-height: 58px; }

QLineEdit, QSpinBox, QComboBox, QDateEdit, QTimeEdit, QPlainTextEdit { background: @surface;
    border: @lwpx solid @control; border-radius: 6px; padding: 0 @fieldPadpx; selection-background-color: @accent;
    selection-color: @onAccent; }
QLineEdit, QSpinBox, QComboBox, QDateEdit, QTimeEdit { min-height: @tallpx; }
QLineEdit:focus, QSpinBox:focus, QComboBox:focus, QDateEdit:focus, QTimeEdit:focus, QPlainTextEdit:focus {
    border: @fwpx solid @focus; padding: 0 @fieldFocusPadpx; }
QLineEdit:focus, QSpinBox:focus, QComboBox:focus, QDateEdit:focus, QTimeEdit:focus { min-height: @focusTallpx; }
QLineEdit:disabled, QSpinBox:disabled, QComboBox:disabled { border-color: @line; background: @window; }
QSpinBox[stepper="true"] { padding: 0; font-size: 12pt; font-weight: 600; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: 28px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url(:/ui/theme/chevron.svg); width: 16px; height: 16px; }
QComboBox QAbstractItemView { background: @surface; border: @lwpx solid @control; selection-background-color: @accentSurface;
    selection-color: @text; }

QAbstractItemView { background: @surface; alternate-background-color: @hover; border: @lwpx solid @line;
    border-radius: 6px; outline: none; selection-background-color: @accentSurface; selection-color: @text; }
QAbstractItemView:focus { border: @fwpx solid @focus; }
QHeaderView::section { background: @surface; color: @muted; border: none; border-bottom: @lwpx solid @line; padding: 8px; }
QListWidget::item { padding: 0 12px; border-radius: 4px; }
QListWidget::item:selected { background: @accentSurface; color: @text; }
QCheckBox, QRadioButton { spacing: 12px; }
QCheckBox::indicator, QTreeView::indicator, QRadioButton::indicator { width: 22px; height: 22px; border: @lwpx solid @muted; background: @surface; }
QCheckBox::indicator, QTreeView::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: 12px; }
QCheckBox::indicator:checked, QTreeView::indicator:checked { background: @accent; border-color: @accent; image: url(:/ui/theme/tick-@tick.svg); }
QRadioButton::indicator:checked { border-color: @accent; background: qradialgradient(cx: 0.5, cy: 0.5, radius: 0.5, fx: 0.5, fy: 0.5,
    stop: 0 @accent, stop: 0.5 @accent, stop: 0.6 @surface, stop: 1 @surface); }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: @line; }
QCheckBox::indicator:checked:disabled { background: @line; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: @hover; }
QMenu { background: @surface; border: @lwpx solid @control; padding: 4px; }
QMenu::item { padding: 10px 24px; border-radius: 4px; }
QMenu::item:selected { background: @accentSurface; }

QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget { background: transparent; }
QProgressBar { background: @pressed; border: none; border-radius: 4px; }
QProgressBar::chunk { background: @accent; border-radius: 4px; }

QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: @control; border-radius: 4px; margin: 2px; min-height: 32px; min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
)";

QString hex(const QColor &color)
{
    return color.name(QColor::HexRgb);
}

QString typeName(TypeRole role)
{
    switch (role) {
    case TypeRole::Small:
        return QStringLiteral("small");
    case TypeRole::Base:
        return QStringLiteral("base");
    case TypeRole::Strong:
        return QStringLiteral("strong");
    case TypeRole::Section:
        return QStringLiteral("section");
    case TypeRole::Total:
        return QStringLiteral("total");
    case TypeRole::Verdict:
        return QStringLiteral("verdict");
    }
    Q_UNREACHABLE();
}

QString roleName(ButtonRole role)
{
    switch (role) {
    case ButtonRole::Primary:
        return QStringLiteral("primary");
    case ButtonRole::Secondary:
        return QStringLiteral("secondary");
    case ButtonRole::Quiet:
        return QStringLiteral("quiet");
    case ButtonRole::Danger:
        return QStringLiteral("danger");
    case ButtonRole::Pay:
        return QStringLiteral("pay");
    }
    Q_UNREACHABLE();
}

} // namespace

QString toneName(Tone tone)
{
    switch (tone) {
    case Tone::Plain:
        return QStringLiteral("plain");
    case Tone::Muted:
        return QStringLiteral("muted");
    case Tone::Accent:
        return QStringLiteral("accent");
    case Tone::Good:
        return QStringLiteral("good");
    case Tone::Warn:
        return QStringLiteral("warn");
    case Tone::Bad:
        return QStringLiteral("bad");
    }
    Q_UNREACHABLE();
}

QString stylesheet(const Tokens &t)
{
    const auto within = [](int whole, int border, int sides) { return QString::number(whole - sides * border); };
    const int line = t.lineWidth;
    const int ring = t.focusWidth;
    // A name comes before those that it begins with: @accentHover before @accent.
    const std::vector<std::pair<const char *, QString>> values{
        {"@accentSurface", hex(t.accentSurface)}, {"@accentHover", hex(t.accentHover)}, {"@goodSurface", hex(t.goodSurface)},
        {"@warnSurface", hex(t.warnSurface)}, {"@badSurface", hex(t.badSurface)}, {"@onAccent", hex(t.onAccent)},
        {"@payFocusTall", within(measure::Pay, ring, 2)}, {"@payFocusPad", within(space::Huge, ring, 1)},
        {"@payTall", within(measure::Pay, line, 2)}, {"@payPad", within(space::Huge, line, 1)},
        {"@fieldFocusPad", within(space::Medium, ring, 1)}, {"@fieldPad", within(space::Medium, line, 1)},
        {"@focusTall", within(measure::Touch, ring, 2)}, {"@focusPad", within(space::Large, ring, 1)},
        {"@tall", within(measure::Touch, line, 2)}, {"@pad", within(space::Large, line, 1)},
        {"@disabled", hex(t.disabled)}, {"@control", hex(t.control)}, {"@pressed", hex(t.pressed)},
        {"@surface", hex(t.surface)}, {"@window", hex(t.window)}, {"@accent", hex(t.accent)}, {"@focus", hex(t.focus)},
        {"@hover", hex(t.hover)}, {"@muted", hex(t.muted)}, {"@text", hex(t.text)}, {"@line", hex(t.line)},
        {"@tick", t.onAccent.lightnessF() > 0.5 ? QStringLiteral("white") : QStringLiteral("black")},
        {"@good", hex(t.good)}, {"@warn", hex(t.warn)}, {"@bad", hex(t.bad)},
        {"@lw", QString::number(line)}, {"@fw", QString::number(ring)},
    };
    QString sheet = QString::fromLatin1(Sheet);
    for (const auto &[name, value] : values)
        sheet.replace(QLatin1String(name), value);
    return sheet;
}

void setButtonRole(QPushButton *button, ButtonRole role)
{
    button->setProperty("role", roleName(role));
    button->setMinimumHeight(role == ButtonRole::Pay ? measure::Pay : measure::Touch);
    repolish(button);
}

QPushButton *makeButton(const QString &text, ButtonRole role, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setAutoDefault(false);
    setButtonRole(button, role);
    return button;
}

void setTextRole(QWidget *widget, TypeRole role)
{
    widget->setProperty("type", typeName(role));
    repolish(widget);
}

void setTone(QWidget *widget, Tone tone)
{
    widget->setProperty("tone", toneName(tone));
    repolish(widget);
}

void setPanel(QWidget *widget)
{
    widget->setAttribute(Qt::WA_StyledBackground);
    widget->setProperty("panel", true);
    repolish(widget);
}

void repolish(QWidget *widget)
{
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

QColor toneColor(const Tokens &t, Tone tone)
{
    switch (tone) {
    case Tone::Plain:
        return t.text;
    case Tone::Muted:
        return t.muted;
    case Tone::Accent:
        return t.accent;
    case Tone::Good:
        return t.good;
    case Tone::Warn:
        return t.warn;
    case Tone::Bad:
        return t.bad;
    }
    Q_UNREACHABLE();
}

QColor toneSurface(const Tokens &t, Tone tone)
{
    switch (tone) {
    case Tone::Plain:
    case Tone::Muted:
        return t.surface;
    case Tone::Accent:
        return t.accentSurface;
    case Tone::Good:
        return t.goodSurface;
    case Tone::Warn:
        return t.warnSurface;
    case Tone::Bad:
        return t.badSurface;
    }
    Q_UNREACHABLE();
}

} // namespace foyer
