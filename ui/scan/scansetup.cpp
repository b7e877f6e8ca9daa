#include "ui/scan/scansetup.h"

#include <QtCore/QSettings>

#include <algorithm>

namespace foyer {
namespace {

QString scanKey(const char *name)
{
    return QStringLiteral("scanner/") + QLatin1String(name);
}

} // namespace

ScanSetup ScanSetup::load(const QSettings &settings)
{
    ScanSetup setup;
    setup.mode = settings.value(scanKey("mode")).toString() == QLatin1String("serial") ? Mode::Serial : Mode::Keyboard;
    const auto perKey = std::chrono::milliseconds(settings.value(scanKey("ms_per_key"), qlonglong(setup.perKey.count())).toLongLong());
    setup.perKey = std::clamp(perKey, Fastest, Slowest);
    setup.prefix = settings.value(scanKey("prefix")).toString().toLatin1();
    setup.end = End(std::clamp(settings.value(scanKey("end")).toInt(), 0, int(End::Nothing)));
    setup.port = settings.value(scanKey("port")).toString();
    setup.baud = std::max(300, settings.value(scanKey("baud"), setup.baud).toInt());
    return setup;
}

void ScanSetup::save(QSettings &settings) const
{
    settings.setValue(scanKey("mode"), mode == Mode::Serial ? QStringLiteral("serial") : QStringLiteral("keyboard"));
    settings.setValue(scanKey("ms_per_key"), qlonglong(perKey.count()));
    settings.setValue(scanKey("prefix"), QString::fromLatin1(prefix));
    settings.setValue(scanKey("end"), int(end));
    settings.setValue(scanKey("port"), port);
    settings.setValue(scanKey("baud"), baud);
}

} // namespace foyer
