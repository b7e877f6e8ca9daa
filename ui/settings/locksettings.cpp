#include "ui/settings/locksettings.h"

#include "ui/frame/sessionlock.h"
#include "ui/settings/choices.h"

#include <QtWidgets/QPushButton>

namespace foyer {

LockSettings::LockSettings(QSettings &settings, QWidget *parent) : Section(parent)
{
    addHeading([] { return tr("Lock when nobody touches this till"); });
    auto *choices = new Choices(this);
    choices->setObjectName(QStringLiteral("lockMinutes"));
    choices->add(0, [] { return tr("Never"); });
    for (const int minutes : {2, 5, 10, 30})
        choices->add(minutes, [minutes] { return tr("%n minute(s)", nullptr, minutes); });
    choices->setChosen(SessionLock::minutes(settings));
    addWidget(choices);
    addNote([] { return tr("The cart, its countdown and a running payment go on behind the lock. Somebody else may sign in; your cart is parked then."); });
    QPushButton *now = addButton([] { return tr("Lock now   Ctrl+L"); });
    now->setObjectName(QStringLiteral("lockNow"));
    finish();
    connect(choices, &Choices::choiceMade, this, [&settings](int minutes) { SessionLock::setMinutes(settings, minutes); });
    connect(now, &QPushButton::clicked, this, &LockSettings::lockNow);
}

} // namespace foyer
