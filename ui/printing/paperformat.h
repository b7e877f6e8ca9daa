// PaperFormat: the papers that Foyer prints on, and their measures.
#pragma once

namespace foyer::printing {

enum class PaperFormat {
    A4,     ///< a page for each ticket, which fills the upper half
    Roll80, ///< thermal roll 80 mm wide, 72 mm printable; as long as it needs to be; black only
};

/// Millimetres.
struct PaperMeasures {
    double width;
    double height; ///< 0: as long as the content
    double marginSide;
    double marginTop;
    double marginBottom;

    double contentWidth() const { return width - 2 * marginSide; }
};

inline PaperMeasures measures(PaperFormat format)
{
    if (format == PaperFormat::A4)
        return {210, 297, 18, 18, 16};
    return {80, 0, 4, 4, 6};
}

/// Dots per inch of the thermal printers for rolls: modules of a QR code are whole dots, or they print ragged.
inline constexpr int RollDpi = 203;

} // namespace foyer::printing
