#include "ui/scan/scanner.h"

#include "ui/scan/keyboardscanner.h"
#include "ui/scan/serialscanner.h"

namespace foyer {

Scanner::Scanner(const ScanSetup &setup, Monotonic now, QObject *parent) : QObject(parent), m_setup(setup), m_now(std::move(now))
{
    begin();
}

Scanner::~Scanner() = default;

void Scanner::setSetup(const ScanSetup &setup)
{
    if (setup == m_setup)
        return;
    m_setup = setup;
    begin();
}

QString Scanner::trouble() const
{
    return m_serial && !m_serial->isConnected() ? m_serial->trouble() : QString();
}

void Scanner::begin()
{
    m_keyboard.reset();
    m_serial.reset();
    if (m_setup.mode == ScanSetup::Mode::Keyboard) {
        m_keyboard = std::make_unique<KeyboardScanner>(m_setup, m_now);
        connect(m_keyboard.get(), &KeyboardScanner::scanned, this, &Scanner::scanned);
        connect(m_keyboard.get(), &KeyboardScanner::keySeen, this, [this](unsigned place, const QString &meaning) {
            Q_EMIT rawSeen(place == 0 ? meaning : QStringLiteral("%1:%2").arg(place).arg(meaning));
        });
    } else {
        m_serial = std::make_unique<SerialScanner>(m_setup);
        connect(m_serial.get(), &SerialScanner::scanned, this, &Scanner::scanned);
        connect(m_serial.get(), &SerialScanner::connectedChanged, this, &Scanner::stateChanged);
        connect(m_serial.get(), &SerialScanner::bytesSeen, this, [this](const QByteArray &bytes) {
            for (const char byte : bytes)
                Q_EMIT rawSeen(byte > ' ' ? QString(QLatin1Char(byte)) : QStringLiteral("0x") + QString::fromLatin1(QByteArray(1, byte).toHex()));
        });
    }
    Q_EMIT stateChanged();
}

} // namespace foyer
