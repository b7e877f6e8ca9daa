// Tokens: every colour, distance and size of the window, in one place.
#pragma once

#include <QtGui/QColor>

#include <vector>

namespace foyer {

/// What is on the screen.
enum class ColorScheme { Light, Dark, HighContrast };

/// What the person chose; System follows the desktop.
enum class Appearance { System, Light, Dark, HighContrast };

/// Distances in device-independent pixels.
namespace space {
inline constexpr int Tiny = 4;
inline constexpr int Small = 8;
inline constexpr int Medium = 12;
inline constexpr int Large = 16;
inline constexpr int Huge = 24;
inline constexpr int Vast = 32;
} // namespace space

namespace measure {
inline constexpr int Radius = 6;
inline constexpr int Touch = 48; ///< smallest target that a finger has to hit
inline constexpr int Pay = 72;   ///< height of the Pay button
} // namespace measure

struct Tokens {
    QColor window;
    QColor surface;
    QColor hover;    ///< surface under the pointer
    QColor pressed;
    QColor text;
    QColor muted;
    QColor disabled; ///< text of what cannot be used now
    QColor line;
    QColor control;  ///< outline of what can be typed into or pressed; 3:1 on surface
    QColor accent;   ///< buttons that go on, links, selection
    QColor accentHover;
    QColor onAccent; ///< text on accent
    QColor accentSurface; ///< quiet tint behind text: selection, information
    QColor focus;
    QColor good;
    QColor goodSurface;
    QColor warn;
    QColor warnSurface;
    QColor bad;
    QColor badSurface;
    QColor onBad;    ///< text on bad
    QColor mine;     ///< seats of this cart (Okabe-Ito orange)
    QColor onMine;
    int lineWidth = 1;
    int focusWidth = 2; ///< wider than any line: colour alone does not show the focus

    static Tokens of(ColorScheme scheme);
};

/// A text colour and what it is drawn on.
struct TokenPair {
    const char *name;
    QColor foreground;
    QColor background;
};

/// Every pair that carries text; each keeps at least 4.5:1.
std::vector<TokenPair> textPairs(const Tokens &tokens);

/// Contrast of two opaque colours as WCAG 2 defines it: 1 to 21.
double contrastRatio(const QColor &a, const QColor &b);

/// `color` moved towards black or white until it keeps `ratio` against `background`.
QColor withContrast(QColor color, const QColor &background, double ratio);

/// `share` of `a` mixed into `b`; 0 is b, 1 is a.
QColor mix(const QColor &a, const QColor &b, double share);

} // namespace foyer
