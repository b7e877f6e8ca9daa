// StartSettings: what this machine opens, and how, the next time Foyer starts.
#pragma once

#include "ui/settings/section.h"

QT_FORWARD_DECLARE_CLASS(QSettings)

namespace foyer {

class StartSettings final : public Section
{
    Q_OBJECT

public:
    /// `open`: the box office that is open now, as people read it. `isChosen`: by the first run, so it can be chosen anew.
    StartSettings(QSettings &settings, const QString &open, bool isChosen, QWidget *parent = nullptr);

    /// Whether the window fills the screen at the start.
    static bool isFullScreen(const QSettings &settings);
    /// The database that the first run chose; empty: none.
    static QString database(const QSettings &settings);
    static void setDatabase(QSettings &settings, const QString &url);
    /// The next start asks as the first one did.
    static bool asksAgain(const QSettings &settings);
};

} // namespace foyer
