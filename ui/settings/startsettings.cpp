#include "ui/settings/startsettings.h"

#include <QtCore/QSettings>
#include <QtWidgets/QCheckBox>

namespace foyer {
namespace {

QString fullScreenKey() { return QStringLiteral("start/fullScreen"); }
QString databaseKey() { return QStringLiteral("start/database"); }
QString askKey() { return QStringLiteral("start/ask"); }

} // namespace

StartSettings::StartSettings(QSettings &settings, const QString &open, bool isChosen, QWidget *parent) : Section(parent)
{
    addHeading([] { return tr("The window"); });
    QCheckBox *full = addSwitch([] { return tr("Fill the whole screen at the start"); });
    full->setObjectName(QStringLiteral("fullScreen"));
    full->setChecked(isFullScreen(settings));
    connect(full, &QCheckBox::toggled, this, [&settings](bool on) { settings.setValue(fullScreenKey(), on); });
    addHeading([] { return tr("The box office"); });
    addNote([open] { return tr("Open now: %1").arg(open); });
    QCheckBox *ask = addSwitch([] { return tr("Ask at the next start which box office to open"); });
    ask->setObjectName(QStringLiteral("askAgain"));
    ask->setChecked(asksAgain(settings));
    ask->setVisible(isChosen);
    connect(ask, &QCheckBox::toggled, this, [&settings](bool on) { settings.setValue(askKey(), on); });
    addNote([] { return tr("Nothing is deleted: a box office can be opened again whenever its file or server is there."); });
    finish();
}

bool StartSettings::isFullScreen(const QSettings &settings)
{
    return settings.value(fullScreenKey(), false).toBool();
}

QString StartSettings::database(const QSettings &settings)
{
    return settings.value(databaseKey()).toString();
}

void StartSettings::setDatabase(QSettings &settings, const QString &url)
{
    settings.setValue(databaseKey(), url);
    settings.remove(askKey());
}

bool StartSettings::asksAgain(const QSettings &settings)
{
    return settings.value(askKey(), false).toBool();
}

} // namespace foyer
