#include "core/services/training.h"

#include "core/base/crypto.h"
#include "core/services/backup.h"
#include "core/storage/database.h"
#include "core/storage/setting_store.h"
#include "core/storage/staff_store.h"
#include "core/storage/writer.h"

#include <QtCore/QFile>

namespace foyer {

namespace {

QString trainingSetting() { return QStringLiteral("training"); }

} // namespace

Result<TrainingGround> prepareTraining(const DatabaseUrl &house, const QString &folder, const Clock &clock, Random &random,
                                       const std::function<void(int)> &progress)
{
    const QString copy = folder + QStringLiteral("/copy.db");
    if (const auto made = backUp(house, copy, clock, progress, Pins::IfReadable); !made)
        return fail(made.error());
    TrainingGround ground;
    ground.url.path = folder + QStringLiteral("/training.db");
    ground.keyFolder = folder + QStringLiteral("/keys");
    const auto begun = restore({copy, ground.url, false, true}, clock, random);
    QFile::remove(copy);
    if (!begun)
        return fail(begun.error());
    return guarded([&]() -> Result<TrainingGround> {
        const auto database = Database::open(ground.url, Database::Mode::Administer, clock);
        Transaction transaction(*database);
        setting_store::put(*database, trainingSetting(), QStringLiteral("yes"));
        ground.ownPins = staff_store::fillEmptyPins(*database, crypto::hashPin(QLatin1String(training::Pin), crypto::PinCost::Minimal)) == 0;
        transaction.commit();
        return ground;
    });
}

Result<bool> isTraining(Writer &writer)
{
    return writer.read([](Database &db) { return setting_store::find(db, trainingSetting()).value_or(QString()) == QLatin1String("yes"); });
}

} // namespace foyer
