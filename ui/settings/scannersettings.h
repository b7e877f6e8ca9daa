// ScannerSettings: how the scanner is connected, and a test that shows what it sends and what Foyer makes of it.
#pragma once

#include "ui/scan/scansetup.h"

#include <QtCore/QStringList>
#include <QtWidgets/QWidget>

QT_FORWARD_DECLARE_CLASS(QComboBox)
QT_FORWARD_DECLARE_CLASS(QFormLayout)
QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QRadioButton)
QT_FORWARD_DECLARE_CLASS(QSettings)
QT_FORWARD_DECLARE_CLASS(QSpinBox)

namespace foyer {

class Scanner;

/// Every change is used and remembered at once. Scanner and settings must outlive it.
class ScannerSettings final : public QWidget
{
    Q_OBJECT

public:
    ScannerSettings(Scanner &scanner, QSettings &settings, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeChoices();
    QWidget *makeTest();
    void present(const ScanSetup &setup);
    void take();
    void enableFields();
    void addRaw(const QString &text);
    void showScan(const QByteArray &code);
    void showTrouble();
    void retranslate();

    Scanner &m_scanner;
    QSettings &m_settings;
    bool m_isShowing = false; ///< values are put in by present(), not by a person
    QFormLayout *m_form = nullptr;
    QRadioButton *m_keyboard = nullptr;
    QRadioButton *m_serial = nullptr;
    QSpinBox *m_speed = nullptr;
    QLineEdit *m_prefix = nullptr;
    QComboBox *m_end = nullptr;
    QComboBox *m_port = nullptr;
    QComboBox *m_baud = nullptr;
    QLabel *m_trouble = nullptr;
    QLabel *m_hint = nullptr;
    QLabel *m_rawTitle = nullptr;
    QLabel *m_raw = nullptr;
    QLabel *m_codeTitle = nullptr;
    QLabel *m_code = nullptr;
    QStringList m_keys;
    bool m_isNew = true; ///< the next key begins another scan
};

} // namespace foyer
