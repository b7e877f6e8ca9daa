// PrintJob: something that is to come out of a printer, how much of it has, and why the rest has not.
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <optional>

namespace foyer {

/// Why a printer stopped.
enum class PrintTrouble {
    None,
    NotSetUp,    ///< this machine no longer knows the printer
    Unreachable, ///< no connection
    Silent,      ///< connected, but it does not say how it is
    OutOfPaper,
    CoverOpen,
    Offline,     ///< by its own word, for another reason
    BrokeOff,    ///< it began, and then took or said nothing more
    Unprintable, ///< the content itself cannot be drawn
};

/// A piece is one ticket or one receipt: what is cut off and handed over.
struct PrintJob {
    QString id;          ///< given when the job is kept; earlier jobs sort before later ones
    QString printer;     ///< id of the printer
    QString title;       ///< "A-10482", for people
    QByteArray document; ///< its content, as the printer's adapter reads it
    int pieces = 1;
    int done = 0;     ///< pieces that came out for certain
    int doubtful = 0; ///< pieces before this one that are not done may be on paper all the same
    int copy = 1;     ///< what a doubtful piece says when it is printed once more

    bool isDone() const { return done >= pieces; }
    bool isDoubtful(int piece) const { return piece >= done && piece < doubtful; }

    bool operator==(const PrintJob &other) const = default;
};

/// As one file holds it.
QByteArray toBytes(const PrintJob &job);
/// Nothing for bytes that are no whole job.
std::optional<PrintJob> printJobFrom(const QByteArray &bytes);

} // namespace foyer
