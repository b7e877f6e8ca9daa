#include "ui/settings/scannersettings.h"

#include "ui/scan/scanner.h"
#include "ui/theme/stylesheet.h"

#include <QtCore/QEvent>
#include <QtCore/QSettings>
#include <QtSerialPort/QSerialPortInfo>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QVBoxLayout>

#include <utility>

namespace foyer {
namespace {

constexpr int MostKeysShown = 60;
constexpr int LinesShown = 5;

template <typename W>
W *namedWidget(const char *name, W *widget)
{
    widget->setObjectName(QLatin1String(name));
    widget->setMinimumHeight(measure::Touch);
    return widget;
}

QLabel *wrapping(QLabel *label)
{
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

ScannerSettings::ScannerSettings(Scanner &scanner, QSettings &settings, QWidget *parent)
    : QWidget(parent), m_scanner(scanner), m_settings(settings)
{
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(space::Large);
    layout->addWidget(makeChoices());
    layout->addWidget(makeTest(), 1);
    setMinimumWidth(560);
    retranslate();
    present(scanner.setup());
    enableFields();
    connect(&scanner, &Scanner::rawSeen, this, &ScannerSettings::addRaw);
    connect(&scanner, &Scanner::scanned, this, &ScannerSettings::showScan);
    connect(&scanner, &Scanner::stateChanged, this, &ScannerSettings::showTrouble);
    showTrouble();
}

QWidget *ScannerSettings::makeChoices()
{
    auto *box = new QWidget(this);
    m_form = new QFormLayout(box);
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setVerticalSpacing(space::Small);
    m_keyboard = namedWidget("keyboard", new QRadioButton(box));
    m_serial = namedWidget("serial", new QRadioButton(box));
    m_speed = namedWidget("speed", new QSpinBox(box));
    m_speed->setRange(int(ScanSetup::Fastest.count()), int(ScanSetup::Slowest.count()));
    m_speed->setButtonSymbols(QAbstractSpinBox::NoButtons); // typed, or changed with the arrow keys
    m_prefix = namedWidget("prefix", new QLineEdit(box));
    m_prefix->setMaxLength(8);
    m_end = namedWidget("end", new QComboBox(box));
    m_port = namedWidget("port", new QComboBox(box));
    m_port->setEditable(true);
    for (const QSerialPortInfo &port : QSerialPortInfo::availablePorts())
        m_port->addItem(port.portName());
    m_baud = namedWidget("baud", new QComboBox(box));
    for (const int baud : {9600, 19200, 38400, 57600, 115200})
        m_baud->addItem(QString::number(baud), baud);
    m_trouble = wrapping(new QLabel(box));
    m_trouble->setObjectName(QStringLiteral("trouble"));
    setTone(m_trouble, Tone::Bad);
    m_form->addRow(m_keyboard);
    m_form->addRow(m_serial);
    for (QWidget *field : std::initializer_list<QWidget *>{m_speed, m_prefix, m_end, m_port, m_baud}) {
        auto *label = new QLabel(box);
        label->setMinimumHeight(measure::Touch);
        m_form->addRow(label, field);
    }
    m_form->addRow(m_trouble);
    connect(m_keyboard, &QRadioButton::toggled, this, &ScannerSettings::take);
    connect(m_speed, &QSpinBox::valueChanged, this, &ScannerSettings::take);
    connect(m_prefix, &QLineEdit::editingFinished, this, &ScannerSettings::take);
    for (QComboBox *choice : {m_end, m_baud})
        connect(choice, &QComboBox::currentIndexChanged, this, &ScannerSettings::take);
    connect(m_port, &QComboBox::activated, this, &ScannerSettings::take);
    connect(m_port->lineEdit(), &QLineEdit::editingFinished, this, &ScannerSettings::take);
    return box;
}

QWidget *ScannerSettings::makeTest()
{
    auto *panel = new QFrame(this);
    setPanel(panel);
    auto *layout = new QVBoxLayout(panel);
    layout->setContentsMargins(space::Large, space::Large, space::Large, space::Large);
    layout->setSpacing(space::Small);
    m_hint = wrapping(new QLabel(panel));
    setTextRole(m_hint, TypeRole::Strong);
    m_rawTitle = new QLabel(panel);
    m_codeTitle = new QLabel(panel);
    for (QLabel *title : {m_rawTitle, m_codeTitle})
        setTone(title, Tone::Muted);
    m_raw = wrapping(new QLabel(panel));
    m_raw->setObjectName(QStringLiteral("rawKeys"));
    m_raw->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_raw->setMinimumHeight(LinesShown * fontMetrics().lineSpacing()); // nothing moves when keys come
    m_code = wrapping(new QLabel(panel));
    m_code->setObjectName(QStringLiteral("scannedCode"));
    setTextRole(m_code, TypeRole::Strong);
    for (QLabel *label : {m_hint, m_rawTitle, m_raw, m_codeTitle, m_code})
        layout->addWidget(label);
    layout->addStretch();
    return panel;
}

void ScannerSettings::present(const ScanSetup &setup)
{
    m_isShowing = true;
    (setup.mode == ScanSetup::Mode::Serial ? m_serial : m_keyboard)->setChecked(true);
    m_speed->setValue(int(setup.perKey.count()));
    m_prefix->setText(QString::fromLatin1(setup.prefix));
    m_end->setCurrentIndex(int(setup.end));
    m_port->setCurrentText(setup.port);
    m_baud->setCurrentIndex(std::max(0, m_baud->findData(setup.baud)));
    m_isShowing = false;
}

void ScannerSettings::take()
{
    if (m_isShowing)
        return;
    ScanSetup setup;
    setup.mode = m_serial->isChecked() ? ScanSetup::Mode::Serial : ScanSetup::Mode::Keyboard;
    setup.perKey = std::chrono::milliseconds(m_speed->value());
    setup.prefix = m_prefix->text().toLatin1();
    setup.end = ScanSetup::End(m_end->currentIndex());
    setup.port = m_port->currentText().trimmed();
    setup.baud = m_baud->currentData().toInt();
    enableFields();
    setup.save(m_settings);
    m_scanner.setSetup(setup);
    showTrouble();
}

void ScannerSettings::enableFields()
{
    m_port->setEnabled(m_serial->isChecked());
    m_baud->setEnabled(m_serial->isChecked());
    m_speed->setEnabled(m_keyboard->isChecked());
}

void ScannerSettings::addRaw(const QString &text)
{
    if (std::exchange(m_isNew, false)) {
        m_keys.clear();
        m_code->clear();
    }
    m_keys << text;
    while (m_keys.size() > MostKeysShown)
        m_keys.removeFirst();
    m_raw->setText(m_keys.join(u' '));
}

void ScannerSettings::showScan(const QByteArray &code)
{
    m_code->setText(QString::fromLatin1(code));
    m_isNew = true;
}

void ScannerSettings::showTrouble()
{
    const QString trouble = m_scanner.trouble();
    m_trouble->setText(trouble.isEmpty() ? QString() : tr("The scanner cannot be reached: %1. Foyer tries again by itself.").arg(trouble));
    m_trouble->setVisible(!trouble.isEmpty());
}

void ScannerSettings::retranslate()
{
    m_keyboard->setText(tr("The scanner types like a keyboard"));
    m_serial->setText(tr("The scanner is at a serial port"));
    m_speed->setSuffix(tr(" ms"));
    const std::pair<QWidget *, QString> fields[]{{m_speed, tr("Longest time between two keys")}, {m_prefix, tr("Sent before each code")},
                                                 {m_end, tr("Sent after each code")}, {m_port, tr("Serial port")}, {m_baud, tr("Speed in baud")}};
    for (const auto &[field, name] : fields) {
        static_cast<QLabel *>(m_form->labelForField(field))->setText(name);
        field->setAccessibleName(name);
    }
    const int end = std::max(0, m_end->currentIndex());
    m_isShowing = true;
    m_end->clear();
    m_end->addItems({tr("Enter"), tr("Tab"), tr("Nothing")});
    m_end->setCurrentIndex(end);
    m_isShowing = false;
    m_hint->setText(tr("Scan any code now to see what arrives."));
    m_rawTitle->setText(tr("Keys as they came"));
    m_codeTitle->setText(tr("Code"));
}

void ScannerSettings::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace foyer
