#include "ui/scan/scansetup.h"

#include <QtCore/QSettings>

#include <algorithm>

namespace foyer {
namespace {

QString key(const char *name)
{
    return QStringLiteral("scanner/") + QLatin1String(name);
}

} // namespace

ScanSetup ScanSetup::load(const QSettings &settings)
{
    ScanSetup setup;
    setup.mode = settings.value(key("mode")).toString() == QLatin1String("serial") ? Mode::Serial : Mode::Keyboard;
    const auto perKey = std::chrono::milliseconds(settings.value(key("ms_per_key"), qlonglong(setup.perKey.count())).toLongLong());
    setup.perKey = std::clamp(perKey, Fastest, Slowest);
    setup.prefix = settings.value(key("prefix")).toString().toLatin1();
    setup.end = End(std::clamp(settings.value(key("end")).toInt(), 0, int(End::Nothing)));
    setup.port = settings.value(key("port")).toString();
    setup.baud = std::max(300, settings.value(key("baud"), setup.baud).toInt());
    return setup;
}

void ScanSetup::save(QSettings &settings) const
{
    settings.setValue(key("mode"), mode == Mode::Serial ? QStringLiteral("serial") : QStringLiteral("keyboard"));
    settings.setValue(key("ms_per_key"), qlonglong(perKey.count()));
    settings.setValue(key("prefix"), QString::fromLatin1(prefix));
    settings.setValue(key("end"), int(end));
    settings.setValue(key("port"), port);
    settings.setValue(key("baud"), baud);
}

} // namespace foyer
