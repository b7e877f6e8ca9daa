// PaperFormat: the papers that Foyer prints on, and their measures.
#pragma once

namespace foyer::printing {

enum class PaperFormat {
    A4,     ///< a page for each ticket, which fills the upper half
    Roll80, ///< thermal roll 80 mm wide, 72 mm printable; as long as it needs to be; black only
    Roll80Narrow, ///< the same paper in a printer that reaches 64 mm of it
    Roll58, ///< thermal roll 58 mm wide, 48 mm printable
};

inline bool isRoll(PaperFormat format)
{
    return format != PaperFormat::A4;
}

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
    switch (format) {
    case PaperFormat::A4:
        return {210, 297, 18, 18, 16};
    case PaperFormat::Roll80:
        return {80, 0, 4, 4, 6};
    case PaperFormat::Roll80Narrow:
        return {80, 0, 8, 4, 6};
    case PaperFormat::Roll58:
        break;
    }
    return {58, 0, 5, 4, 6};
}

/// Dots per inch of the thermal printers for rolls: modules of a QR code are whole dots, or they print ragged.
inline constexpr int RollDpi = 203;

/// How many dots a roll printer sets side by side.
inline int dotsAcross(PaperFormat format)
{
    return format == PaperFormat::Roll58 ? 384 : format == PaperFormat::Roll80Narrow ? 512 : 576;
}

} // namespace foyer::printing
