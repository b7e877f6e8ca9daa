// SessionLock: notices that nobody touched this machine for a while, by its own monotonic time.
#pragma once

#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <chrono>
#include <functional>

QT_FORWARD_DECLARE_CLASS(QSettings)

namespace foyer {

class SessionLock final : public QObject
{
    Q_OBJECT

public:
    using Monotonic = std::function<std::chrono::milliseconds()>;

    /// The settings hold the minutes and must outlive it.
    SessionLock(QSettings &settings, Monotonic now, QObject *parent = nullptr);

    /// Keys, presses and touches anywhere in the program count.
    void watch(bool on);

    static constexpr int DefaultMinutes = 10;
    /// 0: never by itself.
    static int minutes(const QSettings &settings);
    static void setMinutes(QSettings &settings, int minutes);

public Q_SLOTS:
    /// Looks at the clock; happens by itself every second while watching.
    void look();

Q_SIGNALS:
    void due();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QSettings &m_settings;
    Monotonic m_now;
    QTimer m_timer;
    std::chrono::milliseconds m_touched{0};
};

} // namespace foyer
