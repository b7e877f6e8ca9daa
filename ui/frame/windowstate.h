// WindowState: remembers where the window stood and how its columns were shared out.
#pragma once

#include <QtCore/QObject>

QT_FORWARD_DECLARE_CLASS(QSettings)
QT_FORWARD_DECLARE_CLASS(QWidget)

namespace foyer {

/// Splitters are known by their object names. Saves when the window closes and when the program ends.
class WindowState final : public QObject
{
    Q_OBJECT

public:
    /// The settings must outlive it.
    WindowState(QWidget &window, QSettings &settings);

    void restoreGeometry();
    /// Of the splitters that are there by now.
    void restoreSplitters();
    void save();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget &m_window;
    QSettings &m_settings;
};

} // namespace foyer
