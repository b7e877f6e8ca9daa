#include "ui/settings/languagesettings.h"

#include "ui/settings/choices.h"

#include <QtCore/QSettings>

namespace foyer {

LanguageSettings::LanguageSettings(const QSettings &settings, QWidget *parent) : Section(parent)
{
    static const QStringList codes{QString(), QStringLiteral("en"), QStringLiteral("de")};
    addHeading([] { return tr("Language of this window"); });
    auto *choices = new Choices(this);
    choices->setObjectName(QStringLiteral("languages"));
    choices->add(0, [] { return tr("Like the computer"); });
    // A language is named in itself, for whoever cannot read the present one.
    choices->add(1, [] { return QStringLiteral("English"); });
    choices->add(2, [] { return QStringLiteral("Deutsch"); });
    choices->setChosen(std::max(0, int(codes.indexOf(settings.value(QStringLiteral("language")).toString()))));
    addWidget(choices);
    addNote([] { return tr("Money, dates and numbers follow. Tickets are printed in the same language."); });
    finish();
    connect(choices, &Choices::choiceMade, this, [this](int id) { Q_EMIT languageChosen(codes[id]); });
}

} // namespace foyer
