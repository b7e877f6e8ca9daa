// LanguageSettings: what the window speaks, from now on and while it is open.
#pragma once

#include "ui/settings/section.h"

QT_FORWARD_DECLARE_CLASS(QSettings)

namespace foyer {

class LanguageSettings final : public Section
{
    Q_OBJECT

public:
    /// Reads what was chosen; whoever hears languageChosen() keeps it.
    explicit LanguageSettings(const QSettings &settings, QWidget *parent = nullptr);

Q_SIGNALS:
    /// "de", "en", or empty for the system's.
    void languageChosen(const QString &code);
};

} // namespace foyer
