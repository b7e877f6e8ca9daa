// Scanner: the scanner of this till, whichever way it is connected. Made once by app/; told anew when its settings change.
#pragma once

#include "ui/pay/pressguard.h"
#include "ui/scan/scansetup.h"

#include <QtCore/QObject>

#include <memory>

namespace foyer {

class KeyboardScanner;
class SerialScanner;

class Scanner final : public QObject
{
    Q_OBJECT

public:
    explicit Scanner(const ScanSetup &setup, Monotonic now = steadyNow, QObject *parent = nullptr);
    ~Scanner() override;

    const ScanSetup &setup() const { return m_setup; }
    void setSetup(const ScanSetup &setup);
    /// Of a serial scanner: why it cannot be used now; empty when it can, and for a keyboard.
    QString trouble() const;

Q_SIGNALS:
    void scanned(const QByteArray &code);
    /// For the scanner test: what came, before anything was made of it.
    void rawSeen(const QString &text);
    void stateChanged();

private:
    void begin();

    ScanSetup m_setup;
    const Monotonic m_now;
    std::unique_ptr<KeyboardScanner> m_keyboard;
    std::unique_ptr<SerialScanner> m_serial;
};

} // namespace foyer
