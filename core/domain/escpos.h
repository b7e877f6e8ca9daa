// EscPos: the bytes that receipt printers understand: pictures in bands, cutting, the drawer, and what their answers mean.
#pragma once

#include "core/domain/printjob.h"

#include <QtCore/QByteArray>

#include <array>

namespace foyer::escpos {

/// Black dots row by row, eight to a byte, the leftmost in the highest bit; a row starts on a whole byte.
struct Raster {
    int width = 0; ///< dots
    int height = 0;
    QByteArray rows;

    int bytesPerRow() const { return (width + 7) / 8; }
    bool isBlack(int x, int y) const { return rows.at(y * bytesPerRow() + x / 8) >> (7 - x % 8) & 1; }
};

/// A band of 576 dots is 9 kB then, which the smallest printers can hold.
inline constexpr int BandRows = 128;

/// Forgets what an earlier program left half said.
QByteArray start();
/// The raster from its top to its bottom; pictures, not letters, so that every script prints.
QByteArray picture(const Raster &raster);
/// Feeds to the knife and cuts, but for a bridge that holds the paper.
QByteArray cut();
/// Opens the drawer when its turn comes.
QByteArray openDrawer();
/// Opens the drawer of a printer that prints nothing at the moment, because its paper is out.
QByteArray openDrawerNow();

/// Asks how the printer is; it answers three bytes at once, whatever it is doing.
QByteArray askState();
/// Asks to answer one byte when everything before it is on paper.
QByteArray askFinished();

inline constexpr size_t StateAnswers = 3;
/// One of the three answers to askState().
bool isStateAnswer(char byte);
/// The answer to askFinished().
bool isFinishedAnswer(char byte);
/// None when it can print.
PrintTrouble troubleIn(const std::array<char, StateAnswers> &answers);

} // namespace foyer::escpos
