// CountdownRing: how long the places are still reserved, as a ring that empties and a time; warns in words.
#pragma once

#include <QtCore/QTime>
#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

#include <chrono>
#include <functional>

namespace foyer {

class Theme;

/// Counts on a monotonic source, so that setting the computer's clock changes nothing.
class CountdownRing final : public QWidget
{
    Q_OBJECT

public:
    using Milliseconds = std::chrono::milliseconds;
    using Monotonic = std::function<Milliseconds()>;
    static constexpr Milliseconds WarnBelow = std::chrono::minutes(2);

    CountdownRing(const Theme &theme, Monotonic now, QWidget *parent = nullptr);

    /// `left` of `total` remain; `until` is the time of day to say in the warning.
    void start(Milliseconds total, Milliseconds left, QTime until);
    void stop();

    bool isRunning() const { return m_running; }
    Milliseconds left() const;
    bool isWarning() const { return m_running && left() < WarnBelow; }
    /// "13:42"
    QString timeText() const;
    /// "reserved until 19:37, F6 extends"; empty while there is time enough.
    QString warningText() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

public Q_SLOTS:
    /// Looks at the clock; happens by itself while running.
    void refresh();

Q_SIGNALS:
    void warned();
    void expired();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    Monotonic m_now;
    QTimer m_timer;
    Milliseconds m_total{0};
    Milliseconds m_deadline{0};
    QTime m_until;
    bool m_running = false;
    bool m_warned = false;
};

} // namespace foyer
