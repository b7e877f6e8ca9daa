// FirstFrame: logs, once, that somebody can sign in: the first name tile was painted. For measuring how long a start takes.
#pragma once

#include <QtCore/QEvent>
#include <QtCore/QLoggingCategory>
#include <QtWidgets/QApplication>

namespace foyer {

class FirstFrame final : public QObject
{
public:
    explicit FirstFrame(QApplication &application) { application.installEventFilter(this); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && watched->property("tile").toBool()) {
            qApp->removeEventFilter(this);
            qInfo("window ready");
        }
        return false;
    }
};

} // namespace foyer
