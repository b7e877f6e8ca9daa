#include "ui/theme/tokens.h"

#include <algorithm>
#include <cmath>

namespace foyer {
namespace {

Tokens lightTokens()
{
    Tokens t;
    t.window = QColor(0xF4, 0xF5, 0xF7);
    t.surface = QColor(0xFF, 0xFF, 0xFF);
    t.hover = QColor(0xF0, 0xF3, 0xF6);
    t.pressed = QColor(0xE2, 0xE7, 0xEC);
    t.text = QColor(0x1B, 0x1F, 0x24);
    t.muted = QColor(0x57, 0x60, 0x6A);
    t.disabled = QColor(0x8C, 0x95, 0x9F);
    t.line = QColor(0xD0, 0xD7, 0xDE);
    t.control = QColor(0x82, 0x8C, 0x97);
    t.accent = QColor(0x0B, 0x5C, 0xAD);
    t.accentHover = QColor(0x09, 0x4C, 0x8F);
    t.onAccent = QColor(0xFF, 0xFF, 0xFF);
    t.accentSurface = QColor(0xDD, 0xEC, 0xFB);
    t.focus = t.accent;
    t.good = QColor(0x1A, 0x7F, 0x37);
    t.goodSurface = QColor(0xEA, 0xF8, 0xEE);
    t.warn = QColor(0x8A, 0x5A, 0x00);
    t.warnSurface = QColor(0xFF, 0xF1, 0xCC);
    t.bad = QColor(0xB4, 0x23, 0x18);
    t.badSurface = QColor(0xFD, 0xE4, 0xE1);
    t.onBad = QColor(0xFF, 0xFF, 0xFF);
    t.mine = QColor(0xE6, 0x9F, 0x00);
    t.onMine = QColor(0x1B, 0x1F, 0x24);
    return t;
}

Tokens darkTokens()
{
    Tokens t;
    t.window = QColor(0x15, 0x18, 0x1C);
    t.surface = QColor(0x1E, 0x22, 0x27);
    t.hover = QColor(0x27, 0x2C, 0x33);
    t.pressed = QColor(0x31, 0x38, 0x40);
    t.text = QColor(0xE6, 0xEA, 0xEF);
    t.muted = QColor(0x9D, 0xA7, 0xB3);
    t.disabled = QColor(0x6B, 0x75, 0x80);
    t.line = QColor(0x34, 0x3B, 0x43);
    t.control = QColor(0x6F, 0x7A, 0x86);
    t.accent = QColor(0x6C, 0xB1, 0xFF);
    t.accentHover = QColor(0x8C, 0xC3, 0xFF);
    t.onAccent = QColor(0x0B, 0x1A, 0x2B);
    t.accentSurface = QColor(0x1B, 0x38, 0x57);
    t.focus = t.accent;
    t.good = QColor(0x5B, 0xC7, 0x7A);
    t.goodSurface = QColor(0x17, 0x38, 0x24);
    t.warn = QColor(0xE5, 0xB4, 0x54);
    t.warnSurface = QColor(0x40, 0x33, 0x13);
    t.bad = QColor(0xFF, 0x8A, 0x80);
    t.badSurface = QColor(0x4A, 0x20, 0x1E);
    t.onBad = QColor(0x2B, 0x0B, 0x08);
    t.mine = QColor(0xE6, 0x9F, 0x00);
    t.onMine = QColor(0x15, 0x18, 0x1C);
    return t;
}

Tokens highContrastTokens()
{
    Tokens t;
    const QColor black(0, 0, 0);
    const QColor white(255, 255, 255);
    const QColor yellow(0xFF, 0xE6, 0x00);
    t.window = t.surface = black;
    t.hover = QColor(0x2A, 0x2A, 0x2A);
    t.pressed = QColor(0x40, 0x40, 0x40);
    t.text = t.muted = t.line = t.control = white;
    t.disabled = QColor(0xA8, 0xA8, 0xA8);
    t.accent = white;
    t.accentHover = yellow;
    t.onAccent = black;
    t.accentSurface = QColor(0x00, 0x33, 0x66);
    t.focus = yellow;
    t.good = QColor(0x6B, 0xFF, 0x8E);
    t.goodSurface = t.warnSurface = t.badSurface = black;
    t.warn = yellow;
    t.bad = QColor(0xFF, 0x9A, 0x90);
    t.onBad = black;
    t.mine = QColor(0xE6, 0x9F, 0x00);
    t.onMine = black;
    t.lineWidth = 2;
    t.focusWidth = 4;
    return t;
}

double linearChannel(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linearChannel(color.redF()) + 0.7152 * linearChannel(color.greenF())
        + 0.0722 * linearChannel(color.blueF());
}

} // namespace

Tokens Tokens::of(ColorScheme scheme)
{
    switch (scheme) {
    case ColorScheme::Light:
        return lightTokens();
    case ColorScheme::Dark:
        return darkTokens();
    case ColorScheme::HighContrast:
        return highContrastTokens();
    }
    Q_UNREACHABLE();
}

std::vector<TokenPair> textPairs(const Tokens &t)
{
    std::vector<TokenPair> pairs{
        {"onAccent on accent", t.onAccent, t.accent},
        {"onAccent on accentHover", t.onAccent, t.accentHover},
        {"onBad on bad", t.onBad, t.bad},
        {"onMine on mine", t.onMine, t.mine},
        {"accent on hover", t.accent, t.hover},
        {"muted on hover", t.muted, t.hover},
        {"muted on accentSurface", t.muted, t.accentSurface},
        {"text on pressed", t.text, t.pressed},
        {"text on accentSurface", t.text, t.accentSurface},
        {"text on goodSurface", t.text, t.goodSurface},
        {"text on warnSurface", t.text, t.warnSurface},
        {"text on badSurface", t.text, t.badSurface},
        {"accent on accentSurface", t.accent, t.accentSurface},
        {"good on goodSurface", t.good, t.goodSurface},
        {"warn on warnSurface", t.warn, t.warnSurface},
        {"bad on badSurface", t.bad, t.badSurface},
    };
    for (const QColor &background : {t.window, t.surface}) {
        pairs.push_back({"text on background", t.text, background});
        pairs.push_back({"muted on background", t.muted, background});
        pairs.push_back({"accent on background", t.accent, background});
        pairs.push_back({"good on background", t.good, background});
        pairs.push_back({"warn on background", t.warn, background});
        pairs.push_back({"bad on background", t.bad, background});
    }
    return pairs;
}

double contrastRatio(const QColor &a, const QColor &b)
{
    const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
    return (lighter + 0.05) / (darker + 0.05);
}

QColor withContrast(QColor color, const QColor &background, double ratio)
{
    const QColor away = luminance(background) > 0.18 ? QColor(Qt::black) : QColor(Qt::white);
    for (int step = 0; step < 20 && contrastRatio(color, background) < ratio; ++step)
        color = mix(away, color, 0.08);
    return color;
}

QColor mix(const QColor &a, const QColor &b, double share)
{
    const auto blend = [share](float x, float y) { return float(x * share + y * (1 - share)); };
    return QColor::fromRgbF(blend(a.redF(), b.redF()), blend(a.greenF(), b.greenF()), blend(a.blueF(), b.blueF()));
}

} // namespace foyer
