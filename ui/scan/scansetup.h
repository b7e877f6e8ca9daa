// ScanSetup: how the scanner of this till is connected and what it sends around a code. Kept in the settings.
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <chrono>

QT_FORWARD_DECLARE_CLASS(QSettings)

namespace foyer {

struct ScanSetup {
    enum class Mode { Keyboard, Serial };
    enum class End { Enter, Tab, Nothing };

    static constexpr std::chrono::milliseconds Fastest{5};
    static constexpr std::chrono::milliseconds Slowest{200};

    Mode mode = Mode::Keyboard;
    /// Keys of a scan follow each other within this time; people are slower, and so is a key that is held down.
    std::chrono::milliseconds perKey{25};
    QByteArray prefix;      ///< sent before each code; cut off
    End end = End::Enter;   ///< sent after each code
    QString port;           ///< "ttyUSB0", "/dev/ttyACM0"
    int baud = 9600;

    bool operator==(const ScanSetup &) const = default;

    static ScanSetup load(const QSettings &settings);
    void save(QSettings &settings) const;
};

} // namespace foyer
