// KeyboardScanner: tells a scanner that types from a person that types, before any button or field sees the keys.
#pragma once

#include "ui/pay/pressguard.h"
#include "ui/scan/burst.h"

#include <QtCore/QPointer>
#include <QtCore/QSet>
#include <QtCore/QTimer>
#include <QtGui/QKeyEvent>
#include <QtGui/QWindow>

#include <memory>
#include <vector>

namespace foyer {

/// An event filter of the whole application. Keys are held back until it is known who typed them: a scan is swallowed
/// as a whole, its Enter included; a person's keys follow, in order, the moment that they were too slow for a scanner.
/// Times are those of the events, so a window that was busy for a while does not mistake one for the other.
class KeyboardScanner final : public QObject
{
    Q_OBJECT

public:
    KeyboardScanner(const ScanSetup &setup, Monotonic now, QObject *parent = nullptr);
    ~KeyboardScanner() override;

Q_SIGNALS:
    void scanned(const QByteArray &code);
    /// Every key as it came, for the scanner test: its place on the keyboard and what it would be in a code.
    void keySeen(unsigned place, const QString &meaning);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct HeldKey {
        QPointer<QWindow> window;
        std::unique_ptr<QKeyEvent> event;
    };

    bool override(QKeyEvent &event);
    bool press(QWindow *window, QKeyEvent &event);
    bool release(QWindow *window, QKeyEvent &event);
    bool endsCode(const QKeyEvent &event) const;
    void hold(QWindow *window, const QKeyEvent &event);
    void finish();
    void patienceIsOver();
    void giveBack();
    void replay(const HeldKey &key);
    std::chrono::milliseconds timeOf(const QKeyEvent &event) const;

    const ScanSetup m_setup;
    const Monotonic m_now;
    Burst m_burst;
    std::vector<HeldKey> m_held;
    QSet<unsigned> m_swallowed; ///< keys of a scan that are still down
    std::chrono::milliseconds m_lastSeen{0};
    QTimer m_patience;
    bool m_isLastLook = false;             ///< all events that waited have been seen by the next timeout
    const QEvent *m_passing = nullptr;     ///< a key that is given back
    bool m_expectsOverride = false;
    const QEvent *m_passingOverride = nullptr;
};

} // namespace foyer
